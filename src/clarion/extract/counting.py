"""The figure of an act: whom or what its clause counts, people before families before vehicles before events."""

import re
from dataclasses import replace

from clarion.extract.frames import UNDERGONE, Frame
from clarion.extract.sentence import Found, Reading
from clarion.language.figures.nouns import unit_of
from clarion.language.parse import Chunk
from clarion.language.wordlists import words
from clarion.model.nouns import Count
from clarion.model.vocabulary import CountKind, Unit

_ORDER = {Unit.PEOPLE: 0, Unit.FAMILIES: 1, Unit.VEHICLES: 2, Unit.EVENTS: 3, Unit.OTHER: 4}
# acts that befall people: a bare figure counts them
COUNTED = frozenset(
    """forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking
    forced_labour displacement flight arrival rescue release sentencing harassment demonstration""".split()
)
# acts told of their doers: who marches, signs or volunteers is counted though they are the subject
_OF_DOERS = frozenset(
    """demonstration flight arrival displacement volunteering prayer commemoration appeal boycott killing
    disappearance""".split()
)
_NOT_NOUNS = words(
    """money percent age duration distance year years month months day days hour hours minute minutes week weeks night
    nights euro euros dollar dollars pound pounds peso pesos km kilometres kilometers miles metres meters time
    times vote votes degree degrees"""
)
_NOT_COUNTED = frozenset(
    ("condemnation", "lawmaking", "breach", "consultation", "agreement", "halt", "border_opening", "prosecution")
)
_AGED = words(
    """boy girl man woman daughter son child children sister sisters brother brothers youth teenager boys girls pupil
    students baby"""
)
_AGE = re.compile(
    r"(?:\bage[ds]?(?: of)?|\bas young as|\bunder|\bbelow|\bover the age of|\bbetween the ages of)\s*$", re.IGNORECASE
)
_EVENT_NOUNS = words("incident incidents case cases occasion occasions operation operations episodes instances")
_THOSE = words("those people persons the")
_ALL = words("all everyone everybody none nobody")
_CLOCK = words("before after until past till")
_NEAR = 3  # words before a chunk that may belong to its figure: "at least", "between 40 and"


def counts_of(reading: Reading, frame: Frame, own: set[int]) -> tuple[Count | None, tuple[Count, ...]]:
    """The count of the act and the further figures of its clause."""
    if frame.word.act in _NOT_COUNTED:
        return None, ()
    reach = _reach(reading, frame, own)
    fitting = [f for f in reading.figures if (f.at in reach or f.last in reach) and _may_count(reading, frame, f)]
    if not fitting:
        return _of_one(reading, frame), ()
    direct = [f for f in fitting if (reading.chunk(f.last) or reading.chunk(f.at)) is frame.affected]
    if direct and frame.affected is not None and not _apart(reading, frame, direct[0]):
        fitting = [f for f in fitting if not _apart(reading, frame, f)]
    counts = [(_rank(reading, frame, found), found.at, _with_unit(reading, frame, found)) for found in fitting]
    counts.sort(key=lambda item: item[:2])
    return counts[0][2], tuple(count for _, _, count in counts[1:])


def _among(reading: Reading, frame: Frame) -> set[int]:
    """ "17 children were among those returned": the figure stands beside the verb that "among those" hangs on."""
    predicate = frame.predicate
    chunk = reading.chunk(predicate.governor) if predicate is not None and predicate.governor >= 0 else None
    if chunk is None or reading.words[chunk.head] not in _THOSE or reading.marker(chunk) != "among":
        return set()
    hosts = [one for one in reading.parse.predicates if one is not predicate and one.lemma == "be"]
    numbers = {number for one in hosts[:1] for number in (one.subject, one.object) if number >= 0}
    found = {at for number in numbers for at in range(*_with_hedge(reading.parse.chunks[number]))}
    return found | {f.at for f in reading.figures if (f.what.noun or "").lower() in _EVENT_NOUNS}  # type: ignore[union-attr]


def _with_hedge(chunk: Chunk) -> tuple[int, int]:
    return max(0, chunk.first - _NEAR), chunk.last


def _reach(reading: Reading, frame: Frame, own: set[int]) -> set[int]:
    """The words of the clause and those of the one it befalls, who may be named outside it ("families who left")."""
    reach = set(own) | _among(reading, frame)
    chunks = [frame.affected]
    if frame.word.act in _OF_DOERS:
        chunks.append(frame.actor)
    governor = (
        frame.predicate.governor if frame.predicate is not None and frame.predicate.relation == "relative" else -1
    )
    above = reading.chunk(governor) if governor >= 0 else None
    if above is not None and reading.words[above.head] in _EVENT_NOUNS:
        chunks.append(above)
    for chunk in chunks:
        if chunk is not None:
            reach.update(range(max(0, chunk.first - _NEAR), chunk.last))
    return reach


def _may_count(reading: Reading, frame: Frame, found: Found) -> bool:
    count = found.what
    if not isinstance(count, Count) or (count.noun or "").lower() in _NOT_NOUNS or _is_age(reading, found):
        return False
    if any(date.at <= found.at <= date.last for date in reading.dates):
        return False
    if _is_left_out(reading, found) or _between(reading, frame, found):
        return False
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    if chunk is None or chunk is frame.affected:
        return True
    unit = _with_unit(reading, frame, found).unit
    if unit is Unit.OTHER and frame.word.act not in ("destruction", "aid", "killing", "border_closure", "censorship"):
        return False
    return not (_is_doer(reading, frame, chunk) and frame.word.act not in _OF_DOERS)


def _is_left_out(reading: Reading, found: Found) -> bool:
    """ "all but two", "cut in half", "14 of the 52 days", "before six", "according to two of them", "the Five"."""
    words_, before = reading.words, reading.words[max(0, found.at - 3) : found.at]
    if before[-1:] == ["but"] and found.at > 1 and words_[found.at - 2] in _ALL:
        return True
    if before[-2:] == ["according", "to"] or (before[-1:] == ["in"] and words_[found.last] == "half"):
        return True
    count = found.what
    if isinstance(count, Count) and not count.noun and before[-1:] and before[-1] in _CLOCK:
        return True
    after = words_[found.last + 1 : found.last + 6]
    if after[:1] == ["of"] and any(word in _NOT_NOUNS for word in after[1:]) and after[1:2] in (["the"], ["those"]):
        return next(word for word in after[2:] if not word[0].isdigit()) in _NOT_NOUNS
    return False


def _is_doer(reading: Reading, frame: Frame, chunk: Chunk) -> bool:
    if chunk is frame.actor:
        return True
    home = frame.predicate
    if home is None or home.passive or home.subject < 0 or home.lemma in UNDERGONE:
        return False
    return reading.parse.chunks[home.subject] is chunk and frame.affected is not chunk


def _is_age(reading: Reading, found: Found) -> bool:
    """ "a girl of nine", "aged 12", "children as young as 10", "46-year-old"."""
    text = reading.parse.text
    start = reading.parse.tokens[found.at].start
    if _AGE.search(text[max(0, start - 24) : start]) or "year-old" in reading.words[found.last]:
        return True
    if found.at >= 2 and reading.words[found.at - 1] in ("of", "and"):
        return (
            any(word in _AGED for word in reading.words[max(0, found.at - 4) : found.at])
            and "of" in reading.words[max(0, found.at - 3) : found.at]
        )
    return False


def _between(reading: Reading, frame: Frame, found: Found) -> bool:
    """Whether a semicolon or the word of another act stands between the figure and the act word."""
    low, high = (
        sorted((found.last + 1, frame.word.first)) if found.at < frame.word.first else (frame.word.last + 1, found.at)
    )
    if any(word in (";", ":") for word in reading.words[low:high]):
        return True
    if frame.affected is not None and frame.affected.first - _NEAR <= found.at < frame.affected.last:
        return False
    if _is_of_subject(reading, frame, found):
        return False
    return any(low <= other.first < high and other.act != frame.word.act for other in reading.acts)


def _is_of_subject(reading: Reading, frame: Frame, found: Found) -> bool:
    """Whether a figure belongs to the subject of the act's clause: "scores of protesters were in custody"."""
    home = frame.predicate or frame.host
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    if home is None or home.subject < 0 or chunk is None:
        return False
    subject = reading.parse.chunks[home.subject]
    return chunk is subject or reading.under(subject, chunk) or reading.under(chunk, subject)


def _rank(reading: Reading, frame: Frame, found: Found) -> int:
    """The patient's own figure first, then by unit."""
    unit = _with_unit(reading, frame, found).unit
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    patient = chunk is not None and chunk is frame.affected
    active = (frame.predicate is not None and not frame.predicate.passive) or reading.words[frame.word.first].endswith(
        "ing"
    )
    wrong_side = active and found.at < frame.word.first and frame.word.act not in _OF_DOERS
    return 10 * _ORDER[unit] - (5 if patient else 0) + (3 if wrong_side else 0) + _apart(reading, frame, found)


def _apart(reading: Reading, frame: Frame, found: Found) -> int:
    """1 when a comma stands between the figure and the act word: the figure of the same stretch goes first."""
    low, high = (found.last, frame.word.first) if found.at < frame.word.first else (frame.word.last, found.at)
    return int("," in reading.words[low:high])


def _with_unit(reading: Reading, frame: Frame, found: Found) -> Count:
    """A figure without a known noun counts people where the act befalls people."""
    count = found.what
    assert isinstance(count, Count)
    if count.unit is not Unit.OTHER or frame.word.act not in COUNTED:
        return count
    if not count.noun:
        of_them = reading.words[found.last + 1 : found.last + 3] == ["of", "them"] and frame.affected is not None
        known = unit_of(reading.words[frame.affected.head]) if of_them and frame.affected is not None else None
        return replace(count, unit=known[0] if known is not None else Unit.PEOPLE)
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    if chunk is not None and chunk in (frame.affected, frame.actor) and count.noun and unit_of(count.noun) is None:
        return replace(count, unit=Unit.PEOPLE)
    return count


def _of_one(reading: Reading, frame: Frame) -> Count | None:
    """ "one citizen of X was released": the number word before a noun for a person."""
    chunk = frame.affected
    if chunk is None or frame.word.act not in COUNTED or reading.words[chunk.first] != "one":
        return None
    if chunk.last - chunk.first > 1 and (unit_of(reading.words[chunk.head]) or (Unit.PEOPLE, False))[0] is Unit.PEOPLE:
        return Count(1, 1, 1, Unit.PEOPLE, CountKind.EXACT, None, reading.span_of(chunk.first, chunk.first))
    return None
