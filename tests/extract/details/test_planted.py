"""Planted identities are found, and those who hold a public office stay named.

The corpus is written for these tests; every private person in it is invented. What was measured before the rules were
mended with the misses of a part in view stands in `docs/safety.md`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from clarion.extract.details import find_details

FOLDER = Path(__file__).parent
HALVES = ("corpus_one", "corpus_two", "corpus_three", "corpus_four")


@dataclass(frozen=True)
class Planted:
    """A short document with words that must be withheld and words that must stay."""

    id: str
    text: str
    language: str | None
    planted: tuple[tuple[str, str], ...]
    public: tuple[str, ...]


@cache
def corpus(name: str) -> tuple[Planted, ...]:
    """The documents of one file."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["document"]
    return tuple(
        Planted(
            row["id"],
            row["text"],
            row.get("language"),
            tuple((kind, words) for kind, words in row["planted"]),
            tuple(row["public"]),
        )
        for row in rows
    )


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Every place where words stand."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def outcome(document: Planted) -> tuple[list[str], list[str]]:
    """Planted words of which a letter or figure stays somewhere, and public words of which one is withheld."""
    covered = bytearray(len(document.text))
    for detail in find_details(document.text, language=document.language):
        start, end = detail.span
        covered[start:end] = b"\1" * (end - start)
    public = [span for words in document.public for span in places(document.text, words)]
    missed = []
    for _, words in document.planted:
        spans = [
            span
            for span in places(document.text, words)
            if not any(start <= span[0] and span[1] <= end for start, end in public)
        ]
        assert spans, f"{words!r} does not stand in {document.id}"
        if any(document.text[at].isalnum() and not covered[at] for span in spans for at in range(*span)):
            missed.append(words)
    wrong = [words for words in document.public if any(any(covered[a:b]) for a, b in places(document.text, words))]
    return missed, wrong


DOCUMENTS = [document for half in HALVES for document in corpus(half)]
LEAST_PLANTED = 240
LEAST_DOCUMENTS = 60
OTHER_GENRES_PLANTED, OTHER_GENRES_MISSED = 95, 6
MOST_WRONG = 0.05  # share of the public names that may be withheld by mistake


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_everything_planted_is_found(document: Planted) -> None:
    assert outcome(document)[0] == []


def test_nearly_all_who_hold_a_public_office_stay_named() -> None:
    public = sum(len(document.public) for document in DOCUMENTS)
    wrong = [words for document in DOCUMENTS for words in outcome(document)[1]]
    assert len(wrong) <= MOST_WRONG * public, wrong


def test_a_battery_of_other_genres_is_found_as_far_as_is_said() -> None:
    """What it misses is no secret: `docs/safety.md` tells it, and rules that would find it would be made for it."""
    held = corpus("battery_five")
    planted = sum(len(document.planted) for document in held)
    missed = [words for document in held for words in outcome(document)[0]]
    assert len(missed) <= OTHER_GENRES_MISSED, missed
    assert planted == OTHER_GENRES_PLANTED
    assert not [words for document in held for words in outcome(document)[1]]


def test_the_corpus_is_large_and_plants_every_kind() -> None:
    assert sum(len(document.planted) for document in DOCUMENTS) >= LEAST_PLANTED
    assert len(DOCUMENTS) >= LEAST_DOCUMENTS
    kinds = {kind for document in DOCUMENTS for kind, _ in document.planted}
    assert len(kinds) == 9
