"""Names in Chinese and Korean script, which has no capitals: the longest name of the gazetteer at each place.

Chinese has no blanks; Korean puts particles behind a name, so only the beginning of a word is looked at.
"""

import re

from clarion.language.places.mentions import Mention
from clarion.reference.fold import fold_character
from clarion.reference.places import KIND_SETTLEMENT, Gazetteer

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_HANGUL = re.compile(r"(?<![가-힣])[가-힣]{2,}")
_LETTERS = re.compile(r"[\u4e00-\u9fff가-힣]+")
_SAMPLE = 2000  # characters that are looked at
_LONGEST = 16
_SMALLEST = 50_000  # people: names of two characters are also words; small places need a longer name


def is_east_asian(text: str) -> bool:
    """Whether a text holds a notable part of Chinese or Korean."""
    start = text[:_SAMPLE]
    if start.isascii():
        return False
    return sum(map(len, _LETTERS.findall(start))) * 5 > len(start)


def mentions(text: str, data: Gazetteer) -> list[Mention]:
    """Mentions in order, none overlapping."""
    found: list[Mention] = []
    for match in _HANGUL.finditer(text):
        mention = _at(text, match.start(), match.end(), data)
        if mention is not None:
            found.append(mention)
    for match in _HAN.finditer(text):
        at = match.start()
        while at < match.end() - 1:
            mention = _at(text, at, match.end(), data)
            if mention is not None:
                found.append(mention)
            at = mention.end if mention is not None else at + 1
    return found


def _at(text: str, start: int, stop: int, data: Gazetteer) -> Mention | None:
    window = "".join(fold_character(character) for character in text[start : min(stop, start + _LONGEST)])
    for name in sorted(data.trie.prefixes(window), key=len, reverse=True):
        if len(name) < 2:
            continue
        rows = data.rows(name)
        largest = rows[0][0]
        if data.kind[largest] == KIND_SETTLEMENT and len(name) < 3 and data.population[largest] < _SMALLEST:
            continue
        end = start + len(name)
        return Mention(start, end, name, text[start:end], rows, [], 0, 0, score=1.0)
    return None
