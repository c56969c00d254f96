"""Documents are named in sentences by publisher, title and date, never by the name of their file."""

import datetime
from dataclasses import replace

import pytest

from clarion.model import Document, document_id
from clarion.model.naming import document_name, document_names

ONE = Document(
    document_id(b"one"), "secret/tamsin-oduya.txt", "text/plain", title="Two held at the harbour",
    publisher="Lantern Watch", published=datetime.date(2023, 5, 4), text="Two people were held.\nMore follows.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Lantern Watch, “Two held at the harbour” (4 May 2023)"),
        ({"title": None}, "Lantern Watch (4 May 2023)"),
        ({"publisher": None}, "“Two held at the harbour” (4 May 2023)"),
        ({"published": None}, "Lantern Watch, “Two held at the harbour”"),
        ({"publisher": None, "title": None}, "“Two people were held. More follows.” (4 May 2023)"),
        ({"publisher": None, "title": None, "text": None}, "a document without a title (4 May 2023)"),
        ({"publisher": None, "title": None, "text": None, "published": None}, "a document without a title"),
        ({"publisher": None, "title": "word " * 40}, f"“{'word ' * 13}word…” (4 May 2023)"),
    ],
)
def test_a_document_is_named_by_what_it_says_of_itself(changes: dict[str, object], expected: str) -> None:
    assert document_name(replace(ONE, **changes)) == expected  # type: ignore[arg-type]
    assert "tamsin" not in document_name(replace(ONE, **changes))  # type: ignore[arg-type]


def test_documents_of_one_name_are_numbered_whatever_their_order() -> None:
    held = [replace(ONE, id=document_id(name)) for name in (b"1", b"2", b"3")]
    other = replace(ONE, id=document_id(b"4"), title="Another")
    names = document_names([*held, other])
    assert names == document_names([other, *reversed(held)])
    assert sorted(names[one.id][-5:] for one in held) == ["no. 1", "no. 2", "no. 3"]
    assert names[other.id] == "Lantern Watch, “Another” (4 May 2023)"
    assert len(set(names.values())) == 4
