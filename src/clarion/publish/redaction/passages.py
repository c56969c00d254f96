"""A text as passages, each committed to by a salted hash: those that are shown can be checked, the others not guessed.

A passage is a sentence, or as much of it as is shown or withheld in one; all of them in a row give the text, blanks
and line ends included. Its leaf is SHA-256 over a zero byte, a salt of 32 bytes, the passage's number (from 0) in 8
bytes and its words in UTF-8. The salt of a shown passage is told; who holds a leaf alone cannot try words against it.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clarion.language.sentences import find_sentences
from clarion.model import DetailKind, Span
from clarion.publish import tree
from clarion.publish.safety.cutting import INSTEAD, Cut

SALT = 32  # bytes
Salter = Callable[[int, Span], bytes]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text with its commitment: words and salt where it is shown, the leaf alone where it is not."""

    leaf: str
    words: str | None = None
    salt: str | None = None
    kind: DetailKind | None = None
    instead: str | None = None  # said in its place, where that is not the kind: a month, a region

    @property
    def is_shown(self) -> bool:
        """Whether its words are told."""
        return self.words is not None

    def said(self) -> str:
        """What a reader sees of it."""
        if self.words is not None:
            return self.words
        return INSTEAD[self.kind or DetailKind.METADATA] if self.instead is None else self.instead


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a passage stands in the original text, and what kind of thing is withheld there, if any."""

    span: Span
    kind: DetailKind | None = None
    instead: str | None = None


def stretches(text: str, cuts: Iterable[Cut]) -> tuple[Stretch, ...]:
    """A text parted at the ends of its sentences and around what is cut out of it; in a row they give the text."""
    held = sorted(cuts, key=lambda cut: cut.start)
    within = _within(held)
    ends = [end for end in _sentence_ends(text) if not within(end)]
    marks = sorted({0, len(text), *ends, *(cut.start for cut in held), *(cut.end for cut in held)})
    cut_at = {cut.start: (cut.kind, cut.coarse) for cut in held}
    return tuple(Stretch((start, end), *cut_at.get(start, (None, None))) for start, end in pairwise(marks))


def committed(text: str, parts: Sequence[Stretch], salt: Salter) -> tuple[Passage, ...]:
    """The passages of a text with their commitments."""
    made = []
    for number, part in enumerate(parts):
        words, own = text[slice(*part.span)], salt(number, part.span)
        hashed = leaf(own, number, words)
        made.append(
            Passage(hashed, words, own.hex())
            if part.kind is None
            else Passage(hashed, kind=part.kind, instead=part.instead)
        )
    return tuple(made)


def leaf(salt: bytes, number: int, words: str) -> str:
    """The commitment to a passage, 64 hex digits."""
    return hashlib.sha256(
        tree.LEAF + salt + number.to_bytes(8, "big") + words.encode("utf-8", "surrogatepass")
    ).hexdigest()


def root_of(passages: Iterable[Passage]) -> str:
    """The hash that stands for all passages in their order."""
    return tree.root([one.leaf for one in passages])


def _sentence_ends(text: str) -> Iterator[int]:
    """Where the next sentence begins: blanks and list markers between two go with the one before."""
    for start, _ in find_sentences(text):
        yield start


def _within(cuts: Sequence[Cut]) -> Callable[[int], bool]:
    starts = [cut.start for cut in cuts]

    def within(place: int) -> bool:
        at = bisect_right(starts, place - 1) - 1
        return at >= 0 and place < cuts[at].end

    return within
