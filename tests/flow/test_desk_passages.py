"""The stretch of a text that a search shows."""

from clarion.flow.desk.finding_words import passage_of
from clarion.model.ids import DocumentId
from clarion.model.nouns import Document, Region
from clarion.model.vocabulary import RegionKind

HEAD = "title: The weavers of Vellmoor\npublisher: Evening Bell\n"
FILLING = "The road was open and nobody was stopped on it, the bell wrote. " * 12
TOLD = "Soldiers detained forty weavers in Vellmoor on Tuesday."


def document(*parts: str) -> Document:
    """A document whose first part is its header."""
    text = "".join(parts)
    head = Region(RegionKind.HEADER, (0, len(parts[0])))
    return Document(DocumentId("sha256:" + "0" * 64), "bell.md", "text/markdown", text=text, regions=(head,))


def test_a_passage_is_cut_where_the_words_stand_together() -> None:
    passage, (start, end), marks = passage_of(document(HEAD, "Weavers met. ", FILLING, TOLD), "weavers detained")
    assert TOLD in passage
    assert [passage[at:to] for at, to in marks] == ["detained", "weavers"]
    assert (HEAD + "Weavers met. " + FILLING + TOLD)[start:end] == passage


def test_a_header_is_shown_only_when_the_words_stand_nowhere_else() -> None:
    assert passage_of(document(HEAD, TOLD), "weavers")[0] == TOLD
    passage, _, marks = passage_of(document(HEAD, FILLING), "weavers")
    assert passage.startswith("title: The weavers")
    assert [passage[at:to] for at, to in marks] == ["weavers"]


def test_a_text_without_the_words_is_shown_from_its_beginning() -> None:
    passage, (start, _), marks = passage_of(document(HEAD, TOLD), "harbour")
    assert (start, marks) == (0, ())
    assert (HEAD + TOLD).startswith(passage)
