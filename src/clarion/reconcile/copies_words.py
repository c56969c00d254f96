"""A text as words and runs of words, told the same in every process."""

import re
from functools import cached_property
from zlib import crc32

from clarion.model import Span

WORDS_IN_RUN = 5
# words remembered with their codes: more than one language uses; misspellings would otherwise fill the memory
MOST_CODES = 200_000

# Chinese and Japanese are written without spaces: each of their signs counts as a word
_SIGNS = "⺀-ㄯ㆐-㏿㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_SIGN = re.compile(f"[{_SIGNS}]")
_WORD = re.compile(r"\w+")
_WORD_OR_SIGN = re.compile(rf"[^\W{_SIGNS}]+|[{_SIGNS}]")


class Codes(dict[str, int]):
    """The code of each word, 32 bits, the same for a word in any letter case. Filled as words are asked for."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_CODES:
            self.clear()
        self[word] = code = crc32(word.lower().encode(errors="surrogatepass"))
        return code


def codes_of(text: str, codes: Codes) -> list[int]:
    """The code of each word of a text, in order."""
    return [*map(codes.__getitem__, _pattern(text).findall(text))]


def runs_of(codes: list[int]) -> list[int]:
    """A number of 64 bits, signed, for each run of five words, in order; a shorter text is one run, an empty one none.

    The hash of a tuple of numbers does not vary between processes, as that of a string does.
    """
    if len(codes) < WORDS_IN_RUN:
        return [hash(tuple(codes))] if codes else []
    return [*map(hash, zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False))]


class Worded:
    """A text with what comparing it needs; each part is made when it is first asked for."""

    def __init__(self, text: str, codes: Codes) -> None:
        """`codes` may be shared by any number of texts."""
        self.text = text
        self.codes = codes_of(text, codes)
        self.runs = runs_of(self.codes)
        self.distinct = frozenset(self.runs)

    @cached_property
    def first(self) -> dict[int, int]:
        """Each run with the position of the word at which it first begins."""
        return dict(zip(reversed(self.runs), range(len(self.runs) - 1, -1, -1), strict=True))

    @cached_property
    def spans(self) -> list[Span]:
        """Where each word stands, in code points."""
        return [match.span() for match in _pattern(self.text).finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """The words in lower case."""
        return [word.lower() for word in _pattern(self.text).findall(self.text)]


def _pattern(text: str) -> re.Pattern[str]:
    return _WORD_OR_SIGN if not text.isascii() and _SIGN.search(text) else _WORD
