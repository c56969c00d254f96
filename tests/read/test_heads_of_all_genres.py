"""Heads and tails of every genre, kept as texts in `heads/`: each with its date, publisher and authors.

A case is a line "@@ name | date | publisher | author; author" and the text below it; `{B1}` stands for a paragraph
with dates of events, quoted persons and cited papers, which must never be taken for the document's own.
"""

import re
from pathlib import Path

import pytest

from clarion.read import read_document

_PARAGRAPHS = {
    "{B1}": "Nine men were arrested in Karsk on 3 May 2024 when police raided a hostel near the river, according to "
    'the Lantern Group. "They beat my son with cables," said Olena Tarsk, a teacher. A spokesman for the interior '
    "ministry, Pavel Ruk, denied it.",
    "{B2}": "Two of the men had been held once before, in June 2021, the newspaper Novy Vestnik reported. Their "
    "lawyer has not been allowed to see them.",
    "{B3}": "We have visited the families. They ask for nothing but the names. On 11 March 2022 the same thing "
    "happened in Lenn and nobody was punished.",
    "{B4}": "The government must say where the men are held. Until it does, nobody in the valley will sleep.",
    "{B5}": "What happened in Karsk is not new. I have lived there for thirty years and I have seen the lorries "
    "come and go. Last autumn they took my neighbour.",
}


def _cases() -> list[tuple[str, str, str, str, list[str]]]:
    found = []
    for path in sorted((Path(__file__).parent / "heads").glob("*.txt")):
        for block in re.split(r"^@@ ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            head, _, text = block.partition("\n")
            name, day, publisher, authors = (part.strip() for part in head.split("|"))
            whole = re.sub(r"\{B\d\}", lambda mark: _PARAGRAPHS[mark[0]], text)
            found.append((name, whole, day, publisher, [a.strip() for a in authors.split(";") if a.strip()]))
    return found


_CASES = _cases()


@pytest.mark.parametrize(
    ("text", "day", "publisher", "authors"), [row[1:] for row in _CASES], ids=[r[0] for r in _CASES]
)
def test_a_head_of_any_genre_says_who_publishes_who_wrote_and_when(
    text: str, day: str, publisher: str, authors: list[str]
) -> None:
    document = read_document(text.encode(), path="x").document
    assert (str(document.published) if document.published else "") == day
    named = (document.publisher or "").casefold().removeprefix("the ")
    assert named == publisher.casefold().removeprefix("the ")
    assert [author.casefold() for author in document.authors] == [author.casefold() for author in authors]
