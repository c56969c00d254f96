"""Runs of capitalised words: the only stretches of an English text that can hold a name."""

import re
from typing import NamedTuple

# a word that begins with a letter that is no small Latin one; the caller drops small letters of other scripts
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ](?<![\w'’][^\W\d_a-zß-öø-ÿ])(?:[\w’'.]*\w)?\.?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.|(?:W\.|N\.|S\.)[A-Z]\w*\.|[^\W\d_]\.[A-Z]\w+\.?")
_SMALL_JOIN = re.compile(
    r" (?:of|de|del|du|da|dos|la|le|el|al|and the|of the|upon|on) | (?:al|el|an|ar|as|ash|at|ad|az|ez)-"
)
_POSSESSIVE = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """A capitalised word without possessive; `gap` is what stands between it and the word before it in its run."""

    start: int
    end: int
    text: str
    gap: str


def runs(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[list[Word]]:
    """Runs of capitalised words in `text[start:end]`, in order.

    Words are joined by a blank, a hyphen or "of", "de", "la" and the like; a possessive, a mark or the end of a
    sentence parts them.
    """
    found: list[list[Word]] = []
    run: list[Word] = []
    last_end, closed = -1, True
    for match in _CAPITAL.finditer(text, start, end):
        word, begin = match[0], match.start()
        if not word[0].isupper():
            continue
        word, stop = _trimmed(word, abbreviations)
        gap = text[last_end:begin] if run else ""
        if closed or not run or not _joins(gap, run[-1].text):
            if run:
                found.append(run)
            run = []
            gap = ""
        bare = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
        run.append(Word(begin, begin + len(bare), bare, gap))
        last_end = begin + len(word)
        closed = stop or len(bare) < len(word)
    if run:
        found.append(run)
    return found


def _trimmed(word: str, abbreviations: frozenset[str]) -> tuple[str, bool]:
    """The word without a full stop that ends a sentence, and whether it ends its run."""
    if not word.endswith("."):
        return word, False
    if word in abbreviations or _DOTTED.fullmatch(word):
        return word, False
    bare = word.rstrip(".")
    if bare in {
        "St",
        "Ste",
        "Mt",
        "Ft",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Gov",
        "Sen",
        "Rep",
        "Gen",
        "Sgt",
        "Lt",
        "Col",
        "Prof",
        "Rev",
    }:
        return word, False
    return bare, True


def _joins(gap: str, before: str) -> bool:
    if gap in {" ", "-", "‐", "–"} or (gap == "\n" and before[-1] != "."):
        return True
    return _SMALL_JOIN.fullmatch(gap) is not None
