"""Of the places of an act the narrowest: a district goes before its country, a town before its market."""

from dataclasses import replace

from clarion.extract.circumstances_roles import SITES, VENUES, WIDE
from clarion.extract.party_lists import members_of
from clarion.extract.sentence import Found, Reading
from clarion.language.wordlists import words
from clarion.model.nouns import Place
from clarion.model.vocabulary import PlaceKind, PlaceRole

_QUALIFYING = words(
    """, in ( of the near 's central northern southern eastern western north-western north-eastern south-western
    south-eastern north south east west"""
)


def narrowest(reading: Reading, placed: list[tuple[PlaceRole, Found]]) -> tuple[Place, ...]:
    """The places of an act without those that only say where a narrower one lies, and without repetitions."""
    kept: list[tuple[PlaceRole, Found]] = []
    for role, found in placed:
        if any(
            (role is other_role and _qualifies(reading, found, other))
            or _is_apposed(reading, found, other)
            or _is_beside(reading, found, other)
            for other_role, other in placed
            if other is not found
        ):
            continue
        if any(_name(found) == _name(other) for other_role, other in kept if other_role is role):
            continue
        kept.append((role, found))
    return tuple(replace(found.what, role=role) for role, found in kept if isinstance(found.what, Place))


def _is_apposed(reading: Reading, found: Found, other: Found) -> bool:
    """ "for Acandí, the last stop before the jungle": what follows only says what the first place is."""
    chunk, first = reading.chunk(found.at), reading.chunk(other.at)
    if chunk is None or first is None or found.at < other.at:
        return False
    before = reading.chunk(chunk.preposition - 1) if chunk.preposition > 0 else None
    return before is not None and before.relation == "apposition" and reading.under(before, first)


def _is_beside(reading: Reading, found: Found, other: Found) -> bool:
    """ "to the Salt bridge near X": what only says where a named place lies, whatever that one's role."""
    chunk, first = reading.chunk(found.at), reading.chunk(other.at)
    if chunk is None or first is None or chunk is first or reading.marker(chunk) not in ("near", "in", "outside"):
        return False
    if _is_venue(reading, other):
        return False
    return chunk.preposition == first.last and bool(reading.marker(first))


def _is_venue(reading: Reading, found: Found) -> bool:
    chunk = reading.chunk(found.at)
    if isinstance(found.what, Place) and found.what.kind is PlaceKind.SITE:
        return True
    return chunk is not None and found.last < chunk.head and reading.words[chunk.head] in VENUES


def _name(found: Found) -> str:
    return found.what.name if isinstance(found.what, Place) else ""


def _qualifies(reading: Reading, found: Found, other: Found) -> bool:
    """Whether a place only says where a narrower one is: "X, in Y district", "X near Y", "X, Colombia"."""
    if not isinstance(found.what, Place) or not isinstance(other.what, Place):
        return False
    chunk, narrower = reading.chunk(found.at), reading.chunk(other.at)
    if chunk is not None and narrower is not None and chunk is not narrower and chunk in members_of(reading, narrower):
        return False  # "in X, Y and Z", "in the park and at the town hall"
    if chunk is not None and narrower is not None and _is_venue(reading, found) != _is_venue(reading, other):
        return _is_venue(reading, found)  # a market or a hall is named only where no town is
    if chunk is None or narrower is None or chunk is narrower:
        return found.what.kind in WIDE and other.what.kind not in WIDE
    if chunk.relation == "coordinated" or narrower.relation == "coordinated":
        return False
    if reading.under(chunk, narrower) and found.at > other.at:
        return True
    between = reading.words[other.last + 1 : found.at]
    if found.at > other.last and all(word in _QUALIFYING or word in SITES for word in between):
        return not (between == [","] and found.what.kind == other.what.kind and found.what.kind not in WIDE)
    return found.what.kind in WIDE and other.what.kind not in WIDE and other.what.country in (found.what.country, None)
