"""Places in a text: the spans of names and where on earth they are.

`find_places(text)` reads a whole text. A caller that reads only some sentences of a document makes one `PlaceReader` of
it and asks for spans:

    reader = PlaceReader(document.text, near=("CN", "KP"))
    reader.places(sentence_start, sentence_end)      # -> list[Place], spans into the whole text

The reader looks through the whole text once, at the first question (surnames, the countries it speaks of, one meaning a
name), and answers each span from that. Names without a known place keep their words and have neither ref nor point.
A name is taken when the reasons for it outweigh those against it (`judge`); which place it means is decided by parents
written beside it and by what else the text names, and only then by size (`resolve`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from clarion.language.places import east_asian
from clarion.language.places.judge import Judge, Surroundings
from clarion.language.places.mentions import Finder, Mention
from clarion.language.places.people import perhaps_persons, person_names
from clarion.language.places.resolve import Context, inside, resolve
from clarion.language.places.runs import runs
from clarion.language.places.words import PlaceWords, place_words
from clarion.language.wordlists import words
from clarion.model import Place
from clarion.model.vocabulary import PlaceKind
from clarion.reference import states
from clarion.reference.fold import fold
from clarion.reference.places import KIND_REGION, KIND_STATE, Gazetteer, gazetteer

__all__ = ["PlaceReader", "find_places"]

_KINDS = tuple(PlaceKind(k) for k in ("state", "region", "settlement", "water", "crossing", "site", "other", "demonym"))
_SMALL_WORD = re.compile(r"[a-z]{3,}")
_NO_SMALL_WORD = re.compile(r"[\w'’]")
_LIST_GAP = re.compile(r",? (?:and|or|to|&) |, |/|-|–")
_PARENT_GAP = re.compile(r", | \(|, in | in ")
_WIDEST_GAP = 6  # characters of the longest of these gaps
_MOST_REFS = 8
_NEAR_WEIGHT = 2.0  # a place that the document is about counts as two mentions
_PARTS = words(
    """North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest
    Northeastern Northwestern Southeastern Southwestern Upper Lower Greater"""
)


def find_places(text: str, *, language: str = "en", near: Sequence[str] = ()) -> list[Place]:
    """Every place and demonym of a text, in order, none overlapping another.

    `near` are countries (`KP`, `state:KP`), refs or names of places that the document is about. Spans count code
    points, the end not included; no leading article and no possessive belongs to a name. `ref`, `country`, `lat` and
    `lon` are None for a name that cannot be told; `candidates` are the other refs it might have. Never raises.
    """
    return PlaceReader(text, language=language, near=near).places()


class PlaceReader:
    """The places of one text, read once and asked for by span."""

    def __init__(self, text: str, *, language: str = "en", near: Sequence[str] = ()) -> None:
        """Take a text in NFC; nothing is read yet."""
        self._text = text
        self._language = language
        self._near = near
        self._found: list[Place] | None = None
        self._starts: list[int] = []

    def places(self, start: int = 0, end: int | None = None) -> list[Place]:
        """Places whose span lies in `text[start:end]`, in order."""
        if self._found is None:
            self._found = _read(self._text, self._language, self._near)
            self._starts = [place.span[0] for place in self._found if place.span]
        stop = len(self._text) if end is None else end
        inside = self._found[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]
        return [place for place in inside if place.span and place.span[1] <= stop]


def _read(text: str, language: str, near: Sequence[str]) -> list[Place]:
    data = gazetteer()
    context = _near(data, near)
    mentions = _english(text, data, context)
    if language[:2] in {"ko", "zh", "ja"} or east_asian.is_east_asian(text):
        mentions = sorted([*mentions, *east_asian.mentions(text, data)], key=lambda mention: mention.start)
    resolve(mentions, data, context)
    refs: dict[tuple[str, int], list[str]] = {}  # names repeat
    found = []
    for mention in mentions:
        name = (mention.key, len(mention.rows))
        if name not in refs:
            refs[name] = _refs(mention, data)
        found.append(_place(mention, data, refs[name]))
    return found


def _refs(mention: Mention, data: Gazetteer) -> list[str]:
    found = (data.ref_of(row) for row, _ in mention.rows[:_MOST_REFS])
    return list(dict.fromkeys(ref for ref in found if ref is not None))


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder(gazetteer(), place_words())


def _english(text: str, data: Gazetteer, context: Context) -> list[Mention]:
    lists = place_words()
    found_runs = runs(text, 0, len(text), frozenset(lists.abbreviations))
    finder = _finder()
    mentions: list[Mention] = []
    for run in found_runs:
        for mention in finder.mentions(text, run):
            if not mentions or mention.start >= mentions[-1].end:
                mentions.append(mention)
    names = {mention.key for mention in mentions if " " not in mention.key}
    small = {name for name in names if name in text and _is_written_small(text, name)}
    around = Surroundings(person_names(found_runs, lists), perhaps_persons(found_runs, lists), small)
    judge = Judge(text, data, lists, around)
    for mention in mentions:
        mention.score += judge.weigh(mention)
    _join_parents(text, mentions, data)
    _join_lists(text, mentions)
    _one_sense(mentions, around, lists)
    taken = [mention for mention in mentions if mention.score > 0]
    for mention in taken:
        _with_direction(text, mention, data)
    return taken


def _is_written_small(text: str, name: str) -> bool:
    """Whether a name also stands in the text as a word without a capital."""
    if _SMALL_WORD.fullmatch(name) is None:
        return False
    at = text.find(name)
    while at >= 0:
        before, end = text[at - 1 : at], at + len(name)
        if not _NO_SMALL_WORD.match(before) and before != "-" and not _NO_SMALL_WORD.match(text, end):
            return True
        at = text.find(name, at + 1)
    return False


def _with_direction(text: str, mention: Mention, data: Gazetteer) -> None:
    """`Northern Uganda`, `South Texas`: a part of a place, named with a capital."""
    if mention.first == 0 or not mention.rows or mention.typed is not None:
        return
    row = mention.rows[0][0]
    if data.kind[row] != KIND_STATE and data.level[row] != 1:
        return
    previous, own = mention.run[mention.first - 1], mention.run[mention.first]
    if own.gap == " " and previous.text in _PARTS:
        mention.start, mention.part = previous.start, True
        mention.text = text[previous.start : mention.end]


def _join_parents(text: str, mentions: list[Mention], data: Gazetteer) -> None:
    """`Athens, Georgia` and `Goma (DR Congo)`: a region or state behind a name that has a place in it."""
    known: dict[tuple[str, str], bool] = {}
    for mention, following in pairwise(mentions):
        if following.start - mention.end > _WIDEST_GAP or not _PARENT_GAP.fullmatch(text, mention.end, following.start):
            continue
        if not mention.rows:
            _note_country(text, mention, following, data)
            continue
        names = (mention.key, following.key)
        if names not in known:
            known[names] = _has_parent(mention, following, data)
        if known[names]:
            mention.parent, following.child = following, True
            if text[mention.end] == ",":
                mention.score += 3.0
                following.score += 3.0


def _note_country(text: str, mention: Mention, following: Mention, data: Gazetteer) -> None:
    """`Umzorqa, Sudan`: the place is unknown, its country is written."""
    row = following.rows[0][0] if following.rows else None
    if row is not None and data.kind[row] == KIND_STATE and mention.score > 0:
        mention.country = data.country_of(row)
        following.score += 1.0
    elif text[mention.end] == "," and mention.located and row is not None and data.level[row] == 1:
        mention.country = data.country_of(row)


def _has_parent(mention: Mention, following: Mention, data: Gazetteer) -> bool:
    outer = [row for row, _ in following.rows[:20] if data.kind[row] in (KIND_STATE, KIND_REGION)]
    return any(inside(data, row, other) for other in outer for row, _ in mention.rows[:60])


def _join_lists(text: str, mentions: list[Mention]) -> None:
    """A name in a list with places is more likely one."""
    for mention, following in pairwise(mentions):
        if following.start - mention.end > _WIDEST_GAP or mention.parent is not None:
            continue
        if _LIST_GAP.fullmatch(text, mention.end, following.start):
            if mention.score > 1.0 and following.score > -1.5:
                following.score += 1.0
            elif following.score > 1.0 and mention.score > -1.5:
                mention.score += 1.0


def _one_sense(mentions: list[Mention], around: Surroundings, lists: PlaceWords) -> None:
    """A name that is surely a place once is one wherever little speaks against it."""
    sure = {mention.key for mention in mentions if mention.score >= (2.0 if mention.rows else 1.2)}
    for mention in mentions:
        named_so = mention.text in around.surnames or mention.text in lists.first_names
        if mention.key in sure and -2.6 < mention.score <= 0.0 and not named_so:
            mention.score += 2.7


def _near(data: Gazetteer, near: Sequence[str]) -> Context:
    context = Context()
    for name in near:
        ref = states.state(name).ref if states.is_state(name) else name
        row = data.row_of(ref) if ":" in ref else next((row for row, _ in data.rows(fold(name))), None)
        if row is not None:
            context.add(data, row, name, _NEAR_WEIGHT)
    return context


def _place(mention: Mention, data: Gazetteer, refs: list[str]) -> Place:
    span = (mention.start, mention.end)
    row = mention.chosen
    if row is None:
        kind = mention.typed or (_KINDS[data.kind[mention.rows[0][0]]] if mention.rows else PlaceKind.OTHER)
        return Place(mention.text, country=mention.country, span=span, kind=kind, candidates=tuple(refs))
    point = data.point_of(row)
    ref = None if mention.part else data.ref_of(row)
    return Place(
        mention.text,
        ref=ref,
        country=data.country_of(row),
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        span=span,
        kind=PlaceKind.REGION if mention.part else _KINDS[data.kind[row]],
        candidates=tuple(other for other in refs if other != ref),
    )
