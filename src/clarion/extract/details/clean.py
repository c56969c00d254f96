"""A text without what hides names: invisible characters, loose accents, wide letters, words cut at a line's end.

Rules read the clean text; every place in it leads back to the place in the text as kept.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from clarion.model.nouns import Span

_CUT = re.compile(r"(?<=[^\W_])-\n(?=[^\W_])")
_SAME = {
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\ufe63": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u02b9": "'", "`": "'", "\u00b4": "'", "\uff07": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\r": "\n",
}  # fmt: skip
_KEPT_WIDE = frozenset("。、「」・")


@dataclass(frozen=True, slots=True)
class Clean:
    """`text` to read; character `n` of it stands at `starts[n]` to `ends[n]` of the text as kept."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The place in the text as kept of `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


def cleaned(text: str) -> Clean:
    """The clean form of a text; one pass."""
    if text.isascii() and "`" not in text and "\r" not in text and _CUT.search(text) is None:
        return Clean(text, range(len(text)), range(1, len(text) + 1))
    cuts = {match.start() + 1 for match in _CUT.finditer(text)}
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, character in enumerate(text):
        if at in cuts:
            continue
        if character >= "\u0300" and unicodedata.combining(character) and out:
            joined = unicodedata.normalize("NFC", out[-1] + character)
            if len(joined) == 1 or out[-1] < "\u0600":
                out[-1], ends[-1] = joined[0], at + 1
                continue
        for part in _plain(character):
            out.append(part)
            starts.append(at)
            ends.append(at + 1)
    return Clean("".join(out), starts, ends)


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    """What a character is read as; nothing for one that cannot be seen."""
    if character in _SAME:
        return _SAME[character]
    if character in "\n\t" or " " <= character <= "~":
        return character
    kind = unicodedata.category(character)
    if kind in ("Cf", "Cc", "Cs", "Co") or character in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0":
        return ""
    if "\ufe00" <= character <= "\ufe0f":  # variation selectors
        return ""
    if kind == "Zs":
        return " "
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if character in _KEPT_WIDE:
        return character
    wide = unicodedata.normalize("NFKC", character)
    return wide if wide.isprintable() and (kind[0] == "L" or len(wide) == 1) else character
