"""What a publication may be asked to be."""

import pytest

from clarion.model import Record, View
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, format_of, render


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("dossier.html", Format.HTML),
        ("DOSSIER.HTM", Format.HTML),
        ("out/record.json", Format.JSON),
        ("record.jsonl", Format.JSONL),
        ("record.ndjson", Format.JSONL),
        ("claims.csv", Format.CSV),
        ("dossier.md", Format.MD),
        ("dossier.pdf", Format.PDF),
        ("a.json.html", Format.HTML),
    ],
)
def test_the_ending_names_the_format(path: str, expected: Format) -> None:
    assert format_of(path) is expected


@pytest.mark.parametrize("path", ["dossier", "dossier.odt", "html", ".html.", ""])
def test_an_unknown_ending_is_refused_with_the_known_ones(path: str) -> None:
    with pytest.raises(BadRequest, match=r"\.html, \.pdf"):
        format_of(path)


def test_the_view_must_be_said() -> None:
    with pytest.raises(TypeError):
        PublishOptions(format=Format.HTML)  # type: ignore[call-arg]


@pytest.mark.parametrize("view", [View.PUBLIC, View.PARTNER])
@pytest.mark.parametrize("form", list(Format))
def test_only_the_sealed_view_leaves_before_the_safety_check(form: Format, view: View) -> None:
    with pytest.raises(BadRequest, match="waits for the safety check"):
        render(Record(), PublishOptions(format=form, view=view))


def test_json_is_the_record_and_reads_back(record: Record) -> None:
    made = render(record, PublishOptions(format=Format.JSON, view=View.SEALED, with_text=True))
    assert Record.from_json(made).claims == record.claims


def test_jsonl_has_a_line_for_every_item(record: Record) -> None:
    made = render(record, PublishOptions(format=Format.JSONL, view=View.SEALED)).decode()
    items = sum(len(getattr(record, name)) for name in Record.__dataclass_fields__)
    assert len(made.splitlines()) == items
    assert all(line.startswith('{"kind_of":') for line in made.splitlines())


@pytest.mark.parametrize("form", [Format.HTML, Format.CSV, Format.MD, Format.JSON, Format.JSONL])
def test_an_empty_record_can_be_published(form: Format) -> None:
    assert render(Record(), PublishOptions(format=form, view=View.SEALED)) or form is Format.JSONL
