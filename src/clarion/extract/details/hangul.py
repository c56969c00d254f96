"""Names of people in Korean text: a surname with its given name at the head of a word, before a particle."""

import re
from functools import lru_cache
from typing import NamedTuple

from clarion.extract.details.lists import is_of_gazetteer, is_people, lists, table
from clarion.extract.details.scene import Scene, Words

_WORD = re.compile(r"[가-힣]+")
# "조 사장", "박 집사": a surname and what its bearer is called; not words that also mean "this", "one", "former"
_ADDRESSED = re.compile(
    r"(?<![가-힣])(?P<name>(?![이한전주])[가-힣]) "
    r"(?:사장|선생|목사|집사|권사|장로|전도사|과장|대리|삼촌|아저씨|아줌마|아주머니"
    r"|할머니|할아버지|언니|누나|이모|여사|기사|선장)"
)
_LOOKED = 16


class _Tables(NamedTuple):
    surnames: frozenset[str]
    doubles: tuple[str, ...]
    given: frozenset[str]
    stop: frozenset[str]
    particles: frozenset[str]
    before: frozenset[str]
    after: tuple[str, ...]
    offices: tuple[str, ...]


def hangul_names(scene: Scene) -> tuple[list[Words], list[Words]]:
    """Private and public names in Hangul, in order."""
    private: list[Words] = []
    public: list[Words] = []
    if scene.text.isascii():
        return private, public
    for match in _ADDRESSED.finditer(scene.text):
        if match["name"] in _tables().surnames:
            private.append(Words(match.start(), match.end(), match[0], "person/honorific"))
    for match in _WORD.finditer(scene.text):
        found = _name_in(scene.text, match)
        if found is None:
            continue
        if found.text in lists().public_other or _is_office(scene.text, found):
            public.append(found)
        elif found.rule != "person/hangul" or not (is_people(found.text) or is_of_gazetteer(found.text)):
            private.append(found)
    return private, public


def _name_in(text: str, match: re.Match[str]) -> Words | None:
    """The name at the head of a word: two to four syllables, the rest a particle."""
    word, start, tables = match[0], match.start(), _tables()
    behind = text[match.end() : match.end() + 10].lstrip(" ")
    before = text[max(0, start - _LOOKED) : start].rstrip(" ,'\"(").split()
    cued = bool(before) and (before[-1] in tables.before or before[-1].rstrip("은는이가의인:") in tables.before)
    surname = next((double for double in tables.doubles if word.startswith(double)), word[0])
    if surname not in tables.surnames and surname not in tables.doubles:
        return None
    if word in ("씨", "님") or word[:3] in tables.stop or word in tables.stop:
        return None
    for given in (2, 1):
        size = len(surname) + given
        rest = word[size:]
        if len(word) < size or (rest and rest not in tables.particles):
            continue
        honoured = rest.startswith(("씨", "님", "양", "군")) or behind.startswith(tables.after)
        signs = all(character in tables.given for character in word[len(surname) : size])
        if cued or honoured or (given == 2 and signs and (rest or _stands_alone(text, match))):
            rule = "person/role" if cued else "person/honorific" if honoured else "person/hangul"
            return Words(start, start + size, word[:size], rule)
    if (
        word[1:] in ("씨", "씨는", "씨가", "씨의", "씨를", "씨와", "씨도", "씨에게", "모", "모씨")
        and word[0] in tables.surnames
    ):
        return Words(start, start + 2, word[:2], "person/honorific")
    return None


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a mark or the end of a line follows: a list, a bracket, a signature."""
    return text[match.end() : match.end() + 1] in ("", "\n", ",", "(", ")", ".", "·", ":", ";", "，", "、")


def _is_office(text: str, name: Words) -> bool:
    tables = _tables()
    before = text[max(0, name.start - _LOOKED) : name.start].rstrip(" ,'\"")
    if before.endswith(tables.offices):
        return True
    behind = text[name.end : name.end + 24]
    found = re.match(r" (?:[가-힣]+ ){0,2}?[가-힣]*?(?:" + "|".join(tables.offices) + r")(?![가-힣]{3})", behind)
    return found is not None


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    hangul = table("east_asian")["hangul"]
    return _Tables(
        frozenset(hangul["surnames"].split()),
        tuple(hangul["double_surnames"].split()),
        frozenset(hangul["given"].split()),
        frozenset(hangul["stop"].split()),
        frozenset(hangul["particles"].split()),
        frozenset(hangul["before"].split()),
        tuple(hangul["after"].split()),
        tuple(hangul["offices"].split()),
    )
