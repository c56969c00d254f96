"""A quick look at a stretch of text: could a pattern for words and figures find anything in it at all?"""

import re
from collections.abc import Iterator
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"[\d½¼¾⅓⅔⅕⅛]")
_LONGEST = 2_000  # characters of a text whose words are remembered; no sentence is longer
_KEPT = 512  # texts remembered: the sentences of a long document are asked by one step after the other


def letter_runs(text: str, start: int, end: int) -> list[str]:
    """The runs of letters of `text[start:end]`, folded so that each letter is one that a pattern without case takes.

    `re.IGNORECASE` holds ſ for s and ı for i.
    """
    return _LETTERS.findall(text[start:end].casefold().replace("ı", "i"))


def may_hold(words: frozenset[str], text: str, start: int, end: int) -> bool:
    """True when a figure or one of `words` (in lower case) stands in `text[start:end]`."""
    if end - start > _LONGEST:
        return _FIGURE.search(text, start, end) is not None or not words.isdisjoint(letter_runs(text, start, end))
    part = text[start:end]
    return holds_figure(part) or not words.isdisjoint(words_in(part))


def holds_figure(text: str) -> bool:
    """True when a digit or a fraction stands in a text."""
    return _holds_figure(text) if len(text) <= _LONGEST else _FIGURE.search(text) is not None


class Guarded:
    """A pattern sought only in a text that holds one of its `words`, `pieces` of words or a figure.

    What is asked for must stand in all that the pattern finds, in lower case; the pattern is compiled when it is first
    needed, and takes letters without regard to case.
    """

    __slots__ = ("_figures", "_pattern", "_pieces", "_words", "_written")

    def __init__(self, written: str, words: str, *, pieces: str = "", figures: bool = False) -> None:
        self._written = written
        self._words = frozenset(words.split())
        self._pieces = tuple(pieces.split())
        self._figures = figures
        self._pattern: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """As that of a compiled pattern."""
        return self._compiled().search(text) if self._may_find(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """As that of a compiled pattern."""
        return self._compiled().match(text) if self._may_find(text) else None

    def gave(self, found: re.Match[str]) -> bool:
        """Whether this is the pattern that found something."""
        return found.re is self._pattern

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As that of a compiled pattern."""
        return self._compiled().finditer(text) if self._may_find(text) else iter(())

    def _may_find(self, text: str) -> bool:
        return (
            not self._words.isdisjoint(words_in(text))
            or (bool(self._pieces) and any(piece in _folded(text) for piece in self._pieces))
            or (self._figures and holds_figure(text))
        )

    def _compiled(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._pattern = re.compile(self._written, re.IGNORECASE)
        return self._pattern


def words_in(text: str) -> frozenset[str]:
    """The runs of letters of a text, folded as those of `letter_runs`; those of a sentence are remembered."""
    return _words_in(text) if len(text) <= _LONGEST else frozenset(_LETTERS.findall(_folded(text)))


@lru_cache(maxsize=_KEPT)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(_folded(text)))


@lru_cache(maxsize=_KEPT)
def _holds_figure(text: str) -> bool:
    return _FIGURE.search(text) is not None


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    # a pattern without case takes İ for i too
    return text.replace("İ", "i").casefold().replace("ı", "i")
