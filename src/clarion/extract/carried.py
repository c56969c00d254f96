"""Captives who are carried on: "They were loaded into three lorries" tells again the act that put them there."""

from collections.abc import Sequence
from dataclasses import replace

from clarion.extract.draft import Draft
from clarion.extract.lexicon import load
from clarion.extract.refine import ActWord
from clarion.extract.sentence import Reading
from clarion.language.hints import words_in
from clarion.language.parse import Chunk, Predicate
from clarion.language.wordlists import words
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind, StanceKind

_CARRYING = words("take drive load put bundle herd cram pack throw push march haul force order squeeze pile")
_INTO = words("in into onto on aboard to from by")
_VEHICLES = words(
    """lorry lorries truck trucks van vans bus buses minibus minibuses coach coaches vehicle vehicles pick-up pick-ups
    pickup pickups car cars jeep jeeps wagon wagons trailer trailers boat boats barge barges launch dinghy dinghies
    plane planes aircraft helicopter helicopters train trains convoy"""
)
_ANAPHORS = words("they them he him she her all both")
_KNOWN = words("the these those all both")
_TAKEN = words(
    """group men women captives detained arrested prisoners passengers victims villagers youths students boys girls
    children others rest families people refugees migrants asylum-seekers hostages pupils workers worshippers
    nationals"""
)
_HOLDING = frozenset(("detention", "abduction", "forced_return", "displacement"))
_ENDING = frozenset(("release", "rescue", "flight", "arrival"))  # who is free is carried home
_CUSTODY = ("detention", "abduction")
_BORDERS = words("border frontier crossing bridge back home country abroad deport deported deportation return returned")
_HOME = words("home hospital hospitals clinic safety morgue cemetery")  # where no captor takes anybody
_REACH, _REACH_OF_PRONOUN = 4, 2  # sentences back to where those carried on were told of, and to where "they" were
_DRAFTS = 12  # claims looked back over, so that a long sentence stays cheap
_PAST = (StanceKind.ASSERTED, StanceKind.REPORTED)


def may_carry(sentence: str) -> bool:
    """Whether a sentence without an act word may tell where captives were put."""
    return not _VEHICLES.isdisjoint(words_in(sentence))


def with_carried(reading: Reading, told: Sequence[Draft]) -> list[ActWord]:
    """The act words of a sentence with the verb by which those told of before are put into a vehicle.

    `told` are the drafts of the text before; the verb tells the act that befell them last.
    """
    if _VEHICLES.isdisjoint(reading.words):
        return reading.acts
    near = [draft for draft in told[-_DRAFTS:] if draft.reading.number >= reading.number - _REACH]
    kept = [_recast(reading, word, near, told) for word in reading.acts]
    return sorted([*kept, *_carried_on(reading, near)], key=lambda word: word.first)


def _recast(reading: Reading, word: ActWord, near: Sequence[Draft], told: Sequence[Draft]) -> ActWord:
    """ "They were driven off in vans" after an arrest tells of custody, where no word and no text tells of a border."""
    if word.act != "forced_return" or not _BORDERS.isdisjoint(reading.words) or word.first != word.last:
        return word
    predicate, act = reading.predicate(word.first), _act_told(near)
    if predicate is None or predicate.lemma not in _CARRYING or act not in _CUSTODY:
        return word
    if any(draft.act == "forced_return" for draft in told) or any(_is_state(found.what) for found in reading.places):
        return word
    return replace(word, act=act)


def _is_state(place: object) -> bool:
    return isinstance(place, Place) and place.kind in (PlaceKind.STATE, PlaceKind.CROSSING)


def _carried_on(reading: Reading, near: Sequence[Draft]) -> list[ActWord]:
    act = _act_told(near)
    if act is None or not _HOME.isdisjoint(reading.words):
        return []
    taken = {at for word in reading.acts for at in range(word.first, word.last + 1)}
    for predicate in reading.parse.predicates:
        if predicate.lemma not in _CARRYING or predicate.head in taken or predicate.negated or predicate.modal:
            continue
        if any(reading.home(word.first) is predicate for word in reading.acts):
            continue
        sufferer = predicate.subject if predicate.passive else predicate.object
        if sufferer < 0 or not _to_vehicle(reading, predicate):
            continue
        chunk = reading.parse.chunks[sufferer]
        pronoun = reading.words[chunk.head] in _ANAPHORS
        close = not pronoun or near[-1].reading.number >= reading.number - _REACH_OF_PRONOUN
        if close and _is_known(reading, chunk, near):
            return [ActWord(predicate.head, predicate.head, act, "of captives carried on")]
    return []


def _act_told(told: Sequence[Draft]) -> str | None:
    """The act told last that puts people in the hands of others; none where they have come free since."""
    if any(draft.act in _ENDING for draft in told):
        return None
    fitting = [draft.act for draft in told if draft.act in _HOLDING and draft.stance in _PAST]
    return fitting[-1] if fitting else None


def _is_known(reading: Reading, chunk: Chunk, near: Sequence[Draft]) -> bool:
    """Whether a chunk means people who have been told of: "they", "the detained", "the 17 men", "the traders"."""
    head = reading.words[chunk.head]
    if head in _ANAPHORS:
        return True
    if reading.words[chunk.first] not in _KNOWN:
        return False
    named = {word for draft in near for word in (draft.affected_name or "").lower().split()}
    counted = any(chunk.first <= found.at < chunk.last for found in reading.figures)
    return (
        head in named | _TAKEN or head in load().classes["detained"] or (counted and head in load().classes["people"])
    )


def _to_vehicle(reading: Reading, predicate: Predicate) -> bool:
    behind = (chunk for chunk in reading.parse.chunks if chunk.first > predicate.head and chunk.governor >= 0)
    return any(
        reading.words[chunk.head] in _VEHICLES
        and reading.marker(chunk) in _INTO
        and reading.predicate(chunk.governor) is predicate
        for chunk in behind
    )
