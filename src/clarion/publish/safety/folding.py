"""Texts squeezed for looking up names: letters and figures alone, in one form, each with its place in the text.

Case, accents, blanks, hyphens, apostrophes, full-width forms and signs that cannot be seen do not tell two spellings
apart, so "Min-Ji Ko", "MIN JI KO", "minji.ko" and a name with a zero-width space in it are found alike.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from clarion.publish.visible import HIDDEN

# letters that do not decompose into a base letter and a mark
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "ng", "ħ": "h"}
# letters of other scripts that are drawn as Latin ones, when they stand in a word with Latin letters
_ALIKE = dict(zip("аеорсухікмтвн", "aeopcyxikmtbh", strict=True)) | dict(zip("αορνικτυ", "aopviktu", strict=True))
_LATIN = re.compile("[a-z]")
_SPELT = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Letters and figures of a text, and for each the offset in the text from which it comes."""

    text: str
    letters: str
    places: range | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that a stretch of the letters comes from, with marks on its last letter."""
        last = self.places[end - 1] + 1
        while last < len(self.text) and _clings(self.text[last]):
            last += 1
        return self.places[start], last


def squeezed(text: str) -> Squeezed:
    """A text squeezed. Linear in the text."""
    if text.isascii():
        letters: list[str] = []
        places: list[int] = []
        for run in _SPELT.finditer(text):
            letters.append(run[0])
            places.extend(range(run.start(), run.end()))
        return Squeezed(text, "".join(letters).lower(), places)
    out: list[str] = []
    at: list[int] = []
    for place, character in enumerate(text):
        for letter in folded(character):
            out.append(letter)
            at.append(place)
    return Squeezed(text, "".join(out), at)


def key_of(words: str) -> str:
    """The squeezed form of words."""
    return squeezed(words).letters


@lru_cache(maxsize=65536)
def folded(character: str) -> str:
    """A character in the one form: lower case, no marks; nothing for what is no letter and no figure."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    if character.isdecimal():  # the figures of Arabic, Thai and others: a number is one however it is written
        return str(unicodedata.decimal(character))
    parts = unicodedata.normalize("NFKD", character.casefold())
    if "가" <= character <= "힣" or "ㄱ" <= character <= "ㆎ":
        parts = character  # a syllable must not fall apart
    kept = [_LETTERS.get(part, part) for part in parts if part.isalnum() and not unicodedata.combining(part)]
    return "".join(kept)


def alike(letters: str) -> str:
    """Squeezed letters with those of other scripts that are drawn as Latin ones written as Latin ones."""
    return "".join(_ALIKE.get(letter, letter) for letter in letters)


def is_mixed(letters: str) -> bool:
    """Whether Latin letters stand beside ones of other scripts that are drawn alike."""
    return _LATIN.search(letters) is not None and any(letter in _ALIKE for letter in letters)


def is_wordlike(character: str) -> bool:
    """Whether a character goes on with a word: a letter, a figure or a mark on one."""
    return character.isalnum() or _clings(character)


def _clings(character: str) -> bool:
    return unicodedata.combining(character) != 0 or (HIDDEN.match(character) is not None and character not in "\r\n")
