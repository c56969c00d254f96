"""Headlines: names that only the text below shows to be places, and the one place that all clauses share."""

import re

from clarion.extract.draft import Draft
from clarion.extract.sentence import Found, Reading
from clarion.extract.unplaced import is_titled, may_be_named
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind, PlaceRole

_FIRST = 4  # sentences of a text among which its headlines stand
_SHORTEST = 4  # letters of a name sought in the text below
_HIDDEN = {"detention", "disappearance"}  # where the held are kept is what nobody says
_APART = re.compile(
    r"\b(?:after|as|before|over|for|amid|following|despite|since|when|while|during|against|until|from|to|says?|said)\b|:",
    re.IGNORECASE,
)
_ENDS = (".", "?", "!", ":", ",", ";")
# acts that happen where the deed told beside them happens
_SHARED = frozenset(
    """killing injury destruction attack sexual_violence disappearance abduction detention torture execution""".split()
)
_ORIGINS = _SHARED - {"disappearance"}


def is_headline(text: str, span: tuple[int, int], number: int) -> bool:
    """Whether a sentence is a line of its own near the head of a text, without a mark at its end."""
    start, end = span
    if number >= _FIRST or text[start:end].rstrip()[-1:] in _ENDS:
        return False
    closed = end >= len(text) or text[end : end + 2].strip(" \t\r")[:1] in ("", "\n")
    return closed and (start == 0 or text[max(0, start - 2) : start].strip(" \t\r")[-1:] in ("", "\n"))


def named_below(reading: Reading, text: str, country: str | None) -> list[Found]:
    """Words of a line in capitals that the text below uses as the name of a place: "ATTACK ON XYZ" and "in Xyz"."""
    if not is_titled(reading):
        return []
    taken = {at for found in (*reading.places, *reading.dates) for at in range(found.at, found.last + 1)}
    acts = {at for word in reading.acts for at in range(word.first, word.last + 1)}
    found = []
    for at, token in enumerate(reading.parse.tokens):
        name = token.text
        if at in taken or at in acts or len(name) < _SHORTEST or not name.isalpha() or not may_be_named(name):
            continue
        if _is_place_below(name.capitalize(), text, reading.parse.span[1]):
            place = Place(name, country=country, span=(token.start, token.end), kind=PlaceKind.OTHER)
            found.append(Found(at, at, place))
    return found


def share_place(made: list[Draft]) -> None:
    """The clauses of a headline that name no place happen where its only other deed does."""
    told = {draft.where for draft in made if draft.where}
    if len(told) != 1:
        return
    where = next(iter(told))
    lenders = [draft for draft in made if draft.where == where and draft.act in _ORIGINS]
    if not lenders or any(place.role is not PlaceRole.AT for place in where):
        return
    for draft in made:
        if not draft.where and draft.act in _SHARED and any(_is_beside(draft, lender) for lender in lenders):
            draft.where = where
            draft.rules.append("place of the headline")


def _is_beside(draft: Draft, lender: Draft) -> bool:
    """Whether a mark or "and" stands between two deeds, and no word that sets one apart: "protest after raid"."""
    if {draft.act, lender.act} == _HIDDEN:
        return False
    first, second = sorted((draft.cue, lender.cue))
    between = draft.reading.parse.text[first[1] : second[0]]
    return _APART.search(between) is None


def _is_place_below(name: str, text: str, start: int) -> bool:
    """Whether a text calls something so after words of place, and never writes it small."""
    located = re.compile(
        r"\b(?i:in|at|near|outside|from|reached|around|(?:village|town|city|camp|district|port|hamlet|island)s? of)\s+"
        rf"{name}\b(?!\s+[A-Z])"
    )
    return located.search(text, start) is not None and re.search(rf"\b{name.lower()}\b", text[start:]) is None
