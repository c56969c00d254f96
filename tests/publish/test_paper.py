"""The dossier as PDF."""

import importlib

import pytest

from clarion.model import Record, View
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, render
from clarion.publish.paper import _refuse

OPTIONS = PublishOptions(format=Format.PDF, view=View.SEALED, title="Two rivers")


@pytest.mark.parametrize(
    "problem", [ImportError("No module named 'weasyprint'"), OSError("cannot load library 'pango'")]
)
def test_a_missing_pdf_maker_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    def missing(_: str) -> None:
        raise problem

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(BadRequest, match="install clarion") as raised:
        render(Record(), OPTIONS)
    assert "\n" not in str(raised.value)


def test_nothing_is_fetched_for_a_pdf() -> None:
    with pytest.raises(ValueError, match="fetches nothing"):
        _refuse("https://example.org/x")


@pytest.mark.slow
def test_a_pdf_is_made_and_made_again_the_same(record: Record) -> None:
    pytest.importorskip("weasyprint")
    made = render(record, OPTIONS)
    assert made.startswith(b"%PDF-")
    assert render(record, OPTIONS) == made
