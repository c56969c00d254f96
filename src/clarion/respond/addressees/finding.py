"""Finding an addressee: by name, who holds a post on a day, and which mission is nearest to a place."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from clarion.model import Place, PlaceKind
from clarion.model.interventions import Addressee, AddresseeKind, Holder
from clarion.reference import places, states
from clarion.reference.fold import fold

_EARTH = 6371.0088  # mean radius in kilometres (IUGG)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest mission and how far it is in kilometres; without one, `reason` says why."""

    mission: Addressee | None
    kilometres: float | None
    reason: str


def holder_on(addressee: Addressee, day: str) -> Holder | None:
    """Who holds the post on a day (ISO 8601), as far as known; None when nobody is known to, or several could.

    A holder without a first day is taken to have held it from ever on, one without a last day until further notice.
    """
    held = [one for one in addressee.holders if (one.start or "") <= day and (one.end is None or day <= one.end[:10])]
    # who came later holds it, where the one before has no last day
    held.sort(key=lambda one: one.start or "")
    if len(held) > 1 and held[-1].start == held[-2].start:
        return None
    return held[-1] if held else None


def find(addressees: Iterable[Addressee], name: str) -> list[Addressee]:
    """Those whose id or name it is; else those whose name, organisation or holder holds all of its words."""
    held = list(addressees)
    wanted = fold(name)
    if not wanted:
        return []
    exact = [one for one in held if one.id == name or fold(one.name) == wanted]
    if exact:
        return exact
    words = set(wanted.split())
    return [one for one in held if words <= set(_words(one))]


def nearest_mission(addressees: Iterable[Addressee], state: str, place: str | Place) -> Nearest:
    """The mission of a state (`state:XX` or its code) nearest to a place, in a straight line over the earth.

    `place` is a place, a ref such as `geonames:2037886`, or a name that means one place only.
    """
    wanted = "state:" + state.removeprefix("state:").upper()
    point = _point(place)
    if isinstance(point, str):
        return Nearest(None, None, point)
    missions = [one for one in addressees if one.kind is AddresseeKind.MISSION and one.state == wanted]
    name = states.state(wanted).name if states.is_state(wanted) else wanted
    if not missions:
        return Nearest(None, None, f"no mission of {name} is in the list")
    placed = [(one, at) for one in missions if one.place and not isinstance(at := _point(one.place), str)]
    if not placed:
        return Nearest(None, None, f"of no mission of {name} in the list is the place known")
    far = sorted(((_distance(point, at), one.id, one) for one, at in placed), key=lambda item: item[:2])
    left = len(missions) - len(placed)
    reason = f"{left} more in the list without a known place" if left else ""
    return Nearest(far[0][2], round(far[0][0], 1), reason)


def _words(one: Addressee) -> list[str]:
    names = (one.name, one.organisation or "", *(holder.name for holder in one.holders))
    return " ".join(fold(name) for name in names).split()


def _point(place: str | Place) -> tuple[float, float] | str:
    """Degrees, or why there are none."""
    if isinstance(place, Place):
        if place.lat is not None and place.lon is not None:
            return place.lat, place.lon
        return _point(place.ref or place.name)
    if ":" in place:
        known = places.place(place)
        if known is None or known.lat is None or known.lon is None:
            return f"no place {place} is known"
        return known.lat, known.lon
    found = [one for one in places.find(place) if one.lat is not None and one.lon is not None]
    # a town that a district is called after is the town
    found = [one for one in found if one.kind is PlaceKind.SETTLEMENT] or found
    if not found:
        return f"no place called {place} is known"
    first = found[0]
    if len(found) > 1 and found[1].population * 10 > first.population:
        several = ", ".join(f"{one.ref} in {one.country}" for one in found[:3])
        return f"{place} could be several places; name one by its ref ({several})"
    return float(first.lat or 0), float(first.lon or 0)


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres on a great circle, by the haversine formula."""
    (north, east), (other_north, other_east) = (tuple(map(math.radians, a)), tuple(map(math.radians, b)))
    half = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    )
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
