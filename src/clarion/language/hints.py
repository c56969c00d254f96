"""A quick look at a stretch of text: could a pattern for words and figures find anything in it at all?"""

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"[\d½¼¾⅓⅔⅕⅛]")


def letter_runs(text: str, start: int, end: int) -> list[str]:
    """The runs of letters of `text[start:end]`, folded so that each letter is one that a pattern without case takes.

    `re.IGNORECASE` holds ſ for s and ı for i.
    """
    return _LETTERS.findall(text[start:end].casefold().replace("ı", "i"))


def may_hold(words: frozenset[str], text: str, start: int, end: int) -> bool:
    """True when a figure or one of `words` (in lower case) stands in `text[start:end]`."""
    return _FIGURE.search(text, start, end) is not None or not words.isdisjoint(letter_runs(text, start, end))
