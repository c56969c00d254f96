"""Names of people in Chinese and Japanese text: a surname with its given name, and words that stand around names."""

import re
from functools import lru_cache
from typing import NamedTuple

from clarion.extract.details.lists import is_of_gazetteer, is_people, lists, table
from clarion.extract.details.scene import Scene, Words

_HAN = re.compile(r"[\u3400-\u9fff々]+")
_KANA_NAME = re.compile(
    r"([\u30a0-\u30ff・=＝ー]{2,20}|[\u3400-\u9fff々]{2,6}|[A-Z]{1,2})(?=さん|氏|様|さま|くん|ちゃん|容疑者|被告)"
)
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,6}(?:[·•・‧][\u3400-\u9fff]{1,6}){1,3}")
_INITIALS = re.compile(r"(?P<name>[\u3400-\u9fff])(?:某某?|姓(?:男|女)\w|氏(?!族))")
_MOST = 4
_JAPANESE_LAST = frozenset("子郎美恵惠代江夫男雄彦")  # last signs of Japanese given names of three
_CALLED = re.compile(r"(?:名叫|叫做|叫|名为|化名|名字是)([\u3400-\u9fff]{2,4}?)(?=[，。、,（(的；;\s])")
# "沈律师", "老王", "阿珍说": a surname with a form of address, a pet name
_ADDRESSED = (
    "律师|律師|老师|老師|医生|醫生|大夫|牧师|牧師|神父|先生|女士|小姐|太太|师傅|師傅|大妈|大叔|大哥|大姐|阿姨|教授"
    "|老板|老闆"
)
_PET = re.compile(
    r"(?<![\u3400-\u9fff])阿[\u3400-\u9fff]{1,2}?(?=[说說，,、。的和与是在被叫告从也（(])|[邻鄰]居(阿[\u3400-\u9fff])"
)
_LOOKED = 14


class _Tables(NamedTuple):
    surnames: frozenset[str]
    doubles: dict[str, list[str]]
    given: frozenset[str]
    stop: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    offices: tuple[str, ...]
    bodies: tuple[str, ...]


def han_names(scene: Scene) -> tuple[list[Words], list[Words]]:
    """Private and public names in Han script, in order."""
    private: list[Words] = []
    public: list[Words] = []
    if scene.text.isascii():
        return private, public
    for start, end, rule in _candidates(scene.text):
        found = Words(start, end, scene.text[start:end], rule)
        if found.text in lists().public_other or _is_office(scene.text, start, end):
            public.append(found)
        elif not is_people(found.text) and not (rule == "person/han" and is_of_gazetteer(found.text)):
            private.append(found)
    return private, public


def _candidates(text: str) -> list[tuple[int, int, str]]:
    found = {(match.start(1), match.end(1)): "person/honorific" for match in _KANA_NAME.finditer(text)}
    found |= {match.span(): "person/han" for match in _DOTTED.finditer(text)}
    found |= {match.span(1): "person/named" for match in _CALLED.finditer(text)}
    found |= {match.span(): "person/honorific" for match in _INITIALS.finditer(text)}
    found |= {match.span(match.lastindex or 0): "person/named" for match in _PET.finditer(text)}
    for match in re.finditer(rf"(?<![对對双雙各])(?P<name>[\u3400-\u9fff])(?:{_ADDRESSED})", text):
        if match["name"] in _tables().surnames:
            found[match.span()] = "person/honorific"
    taken = [0] * (len(text) + 1)
    for start, end in found:
        for at in range(start, end):
            taken[at] = 1
    for match in _HAN.finditer(text):
        at = match.start()
        while at < match.end() - 1:
            size, rule = (0, "") if taken[at] else _name_at(text, at, match)
            if size:
                found[at, at + size] = rule
            at += size or 1
    return sorted((start, end, rule) for (start, end), rule in found.items())


def _name_at(text: str, at: int, run: re.Match[str]) -> tuple[int, str]:
    """The length of a name that begins at a place, 0 for none."""
    tables = _tables()
    surname = next((double for double in tables.doubles.get(text[at], ()) if text.startswith(double, at)), "")
    if not surname and text[at] in tables.surnames:
        surname = text[at]
    if not surname:
        return 0, ""
    cued = text[max(0, at - 5) : at].endswith(tables.before) or at == run.start() == 0
    left = run.end() - at - len(surname)
    longer = len(surname) > 1 and text[at + len(surname) + 2 : at + len(surname) + 3] in _JAPANESE_LAST
    for given in (3, 2, 1) if longer else (2, 1):
        size = len(surname) + given
        name = text[at : at + size]
        if given > left or name[:2] in tables.stop or name in tables.stop:
            continue
        signs = sum(character in tables.given for character in name[len(surname) :])
        ends = at + size == run.end() or text.startswith(tables.after, at + size)
        if signs == given and (cued or ends or given == 2) and not (given == 1 and not (cued and ends)):
            return size, "person/role" if cued else "person/han"
        if cued and ends and given == 2:
            return size, "person/role"
    return 0, ""


def _is_office(text: str, start: int, end: int) -> bool:
    """Whether an office stands right before a name or right behind it (Japanese, Korean order)."""
    tables = _tables()
    before = text[max(0, start - _LOOKED) : start].rstrip(" ，,、")
    behind = text[end : end + _LOOKED]
    if before.endswith(tables.offices):
        return True
    cut = re.match(r"(?:[\u3400-\u9fff々（(・]{0,8}?)(?=" + "|".join(tables.offices) + ")", behind)
    return cut is not None and not behind.startswith(("さん", "氏", "的", "和", "说", "被"))


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    han = table("east_asian")["han"]
    doubles: dict[str, list[str]] = {}
    for surname in sorted(han["double_surnames"].split(), key=len, reverse=True):
        doubles.setdefault(surname[0], []).append(surname)
    return _Tables(
        frozenset(han["surnames"].replace("\n", "")),
        doubles,
        frozenset(han["given"].replace("\n", "")),
        frozenset(han["stop"].split()),
        tuple(han["before"].split()),
        tuple(han["after"].split()),
        tuple(sorted(han["offices"].split(), key=len, reverse=True)),
        tuple(han["bodies"].split()),
    )
