"""The figure of an act: whom or what its clause counts, people before families before vehicles before events."""

from dataclasses import replace

from clarion.extract.frames import UNDERGONE, Frame
from clarion.extract.sentence import Found, Reading
from clarion.model.nouns import Count
from clarion.model.vocabulary import CountKind, Unit

_ORDER = {Unit.PEOPLE: 0, Unit.FAMILIES: 1, Unit.VEHICLES: 2, Unit.EVENTS: 3, Unit.OTHER: 4}
# acts that befall people: a bare figure counts them
_OF_PEOPLE = frozenset(
    """forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking
    forced_labour displacement flight arrival rescue release sentencing harassment demonstration""".split()
)
# acts told of their doers: who marches, signs or volunteers is counted though they are the subject
_OF_DOERS = frozenset(
    (
        "demonstration",
        "flight",
        "arrival",
        "displacement",
        "volunteering",
        "prayer",
        "commemoration",
        "appeal",
        "boycott",
    )
)
_NO_COUNT = frozenset(
    ("money", "percent", "age", "duration", "distance", "year", "years", "month", "months", "day", "days")
)
_NOT_COUNTED = frozenset(("condemnation", "lawmaking", "breach", "consultation", "agreement", "halt"))


def counts_of(reading: Reading, frame: Frame, own: set[int]) -> tuple[Count | None, tuple[Count, ...]]:
    """The count of the act and the further figures of its clause."""
    if frame.word.act in _NOT_COUNTED:
        return None, ()
    fitting = [found for found in reading.figures if found.at in own and _may_count(reading, frame, found)]
    if not fitting:
        return None, ()
    counts = [(_rank(reading, frame, found), found.at, _with_unit(frame, found)) for found in fitting]
    counts.sort(key=lambda item: item[:2])
    return counts[0][2], tuple(count for _, _, count in counts[1:])


def _may_count(reading: Reading, frame: Frame, found: Found) -> bool:
    count = found.what
    if not isinstance(count, Count) or (count.noun or "").lower() in _NO_COUNT:
        return False
    chunk = reading.chunk(found.at) or reading.chunk(found.last)
    if (
        count.unit is Unit.OTHER
        and count.noun
        and frame.word.act != "destruction"
        and chunk not in (frame.affected, frame.actor)
    ):
        return False
    if chunk is not None and chunk is frame.actor and frame.word.act not in _OF_DOERS:
        return False
    home = reading.home(found.at)
    if chunk is not None and home is not None and not home.passive and frame.predicate is home and home.subject >= 0:
        is_subject = reading.parse.chunks[home.subject] is chunk
        if (
            is_subject
            and frame.word.act not in _OF_DOERS
            and home.lemma not in UNDERGONE
            and frame.affected is not chunk
        ):
            return False
    return True


def _rank(reading: Reading, frame: Frame, found: Found) -> int:
    """The patient's own figure first, then by unit."""
    count = found.what
    assert isinstance(count, Count)
    unit = _with_unit(frame, found).unit
    chunk = reading.chunk(found.last) or reading.chunk(found.at)
    patient = chunk is not None and chunk is frame.affected
    return 10 * _ORDER[unit] - (5 if patient else 0)


def _with_unit(frame: Frame, found: Found) -> Count:
    count = found.what
    assert isinstance(count, Count)
    if (
        count.unit is Unit.OTHER
        and not count.noun
        and frame.word.act in _OF_PEOPLE
        and count.kind is not CountKind.SHARE
    ):
        return replace(count, unit=Unit.PEOPLE)
    return count
