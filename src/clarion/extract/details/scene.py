"""A text as the rules see it, and what they find in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from clarion.extract.details.clean import Clean
from clarion.language.places import find_places
from clarion.model.nouns import Span
from clarion.model.vocabulary import DetailKind, PlaceKind

_ENDING = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bFr)(?<!\bSt)(?<!\bLt)(?<!\bSr)(?<!\bJr)(?<!\bNo)(?<!\bMrs)(?<!\bRev)(?<!\bGen)(?<!\bCol)"
    r"(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bHon)(?<!\bAmb)(?<!\bMgr)(?<!\bSgt)(?<!\bMaj)(?<!\bProf)(?<!\bCapt)(?<!\bBrig)"
    r"(?<!\b[A-Z])(?<!\ba\.m)(?<!\bp\.m)[.!?;](?=\s|$|[\"')])|\n|[。！？]"
)
_LETTER = re.compile(r"[^\W\d_]")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|was|were|is|that|for|with|by|from|his|her|they|said|on|at|my|i|not|it)\b")
_SAMPLE = 20_000
_PART = 30_000  # characters in which places are sought at a time
_WRAPPED = (40, 130)  # characters of a line that may be wrapped by hand


class Found(NamedTuple):
    """A stretch of the clean text that may identify, and the rule that found it ("person/title")."""

    start: int
    end: int
    kind: DetailKind
    rule: str


class Words(NamedTuple):
    """A name: where it stands, its words without titles, and whether it belongs to a private person."""

    start: int
    end: int
    text: str
    rule: str


class Scene:
    """A clean text with what several rules ask of it; each answer is worked out once."""

    def __init__(self, clean: Clean, language: str | None) -> None:
        """Take the text and its language, if that is known."""
        self.clean = clean
        self.text = clean.text
        self.language = language

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences and lines end."""
        text = self.text
        return [
            match.end() for match in _ENDING.finditer(text) if match[0] != "\n" or not _is_wrap(text, match.start())
        ]

    def before(self, at: int, most: int) -> str:
        """The words of the sentence before a place, at most so many characters."""
        index = bisect_right(self.breaks, at) - 1
        start = self.breaks[index] if index >= 0 else 0
        return self.text[max(start, at - most) : at]

    def after(self, at: int, most: int) -> str:
        """The words of the line from a place on, at most so many characters."""
        found = self.text.find("\n", at, at + most)
        return self.text[at : found if found >= 0 else at + most]

    def sentence(self, at: int) -> Span:
        """The stretch between two ends of sentences that holds a place."""
        index = bisect_right(self.breaks, at)
        start = self.breaks[index - 1] if index else 0
        end = self.breaks[index] if index < len(self.breaks) else len(self.text)
        return start, end

    def opens(self, at: int) -> bool:
        """Whether a word at a place begins a sentence, a line or a quotation."""
        back = at - 1
        while back >= 0 and self.text[back] in " \"'([*_>-•\t":
            back -= 1
        if back >= 0 and self.text[back] == ".":
            index = bisect_left(self.breaks, back + 1)
            return index < len(self.breaks) and self.breaks[index] == back + 1  # "Mr. Park" opens nothing
        return back < 0 or self.text[back] in "!?:;\n。！？"

    @cached_property
    def is_english(self) -> bool:
        """Whether the small words of the text are English; a short text is held to be."""
        if self.language is not None and self.language[:2] != "en":
            return False
        small = _SMALL_WORD.findall(self.text[:_SAMPLE])
        return len(small) < 20 or len(_ENGLISH.findall(self.text[:_SAMPLE].lower())) * 14 > len(small)

    @cached_property
    def main_script(self) -> str:
        """The script of most letters: latin, cased, han, hangul or other."""
        counts: dict[str, int] = {"latin": 1}
        for letter in _LETTER.findall(self.text[:_SAMPLE]):
            counts[script_of(letter)] = counts.get(script_of(letter), 0) + 1
        counts["han"] = counts.get("han", 0) * 2  # a character is half a word
        return max(counts, key=lambda script: counts[script])

    @cached_property
    def places(self) -> list[tuple[int, int, PlaceKind | None]]:
        """What the text names as places, in order; not those that no list knows."""
        found = []
        for at, part in self._parts():
            for place in find_places(part):
                if place.span is not None and (place.ref is not None or place.candidates):
                    found.append((at + place.span[0], at + place.span[1], place.kind))
        return sorted(found, key=lambda place: place[:2])

    def _parts(self) -> Iterator[tuple[int, str]]:
        """The text in parts that end where a line or sentence does, so that the cost grows with the length alone."""
        at = 0
        while at < len(self.text):
            end = at + _PART
            if end < len(self.text):
                end = max(self.text.rfind("\n", at, end), self.text.rfind(". ", at, end)) + 1 or end
            yield at, self.text[at:end]
            at = max(end, at + 1)

    @cached_property
    def _place_starts(self) -> list[int]:
        return [start for start, _, _ in self.places]

    def places_from(self, start: int, end: int) -> list[tuple[int, int, PlaceKind | None]]:
        """The places that begin in a stretch."""
        starts = self._place_starts
        return self.places[bisect_left(starts, start) : bisect_left(starts, end)]

    def is_place(self, start: int, end: int) -> bool:
        """Whether a stretch lies in the name of a place or state."""
        index = bisect_right(self._place_starts, start) - 1
        return index >= 0 and self.places[index][1] >= end


def _is_wrap(text: str, at: int) -> bool:
    """Whether a line's end parts no sentence: the line is long, and the next one goes on with letters."""
    start = text.rfind("\n", max(0, at - _WRAPPED[1] - 1), at) + 1
    if not _WRAPPED[0] <= at - start <= _WRAPPED[1] or text[at - 1] in ".:!?|;":
        return False
    return text[at + 1 : at + 2].isalpha()


def script_of(letter: str) -> str:
    """The kind of script of a letter: latin, cased (Greek, Cyrillic, Armenian), han, hangul or other."""
    if letter < "\u0370":
        return "latin"
    if letter < "\u0590":
        return "cased"
    if "\u1e00" <= letter < "\u1f00":
        return "latin"
    if "\uac00" <= letter <= "\ud7a3" or "\u1100" <= letter <= "\u11ff" or "\u3130" <= letter <= "\u318f":
        return "hangul"
    if "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff":
        return "han"
    return "cased" if "\u1f00" <= letter < "\u2000" else "other"
