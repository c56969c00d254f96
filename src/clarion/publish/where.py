"""The places of a dossier: which are drawn, by which routes, and the table that says the same in words."""

from collections import defaultdict
from dataclasses import dataclass

from clarion.model import UNKNOWN, Incident, Place, PlaceRole
from clarion.publish.drawing.map import Route, Spot
from clarion.publish.index import Index
from clarion.publish.phrases import place_words
from clarion.publish.views import PlaceRow

_ROLES = {PlaceRole.AT: "at", PlaceRole.FROM: "from", PlaceRole.TO: "to", PlaceRole.VIA: "by way of"}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Rows of the table, and spots and routes of the map."""

    rows: tuple[PlaceRow, ...]
    spots: tuple[Spot, ...]
    routes: tuple[Route, ...]


def whereabouts(index: Index) -> Whereabouts:
    """The places of all incidents, numbered by name; those of claims outside incidents are not drawn.

    A whole state is listed and not drawn: a point in the middle of a country would say more than is known.
    """
    held: dict[tuple[str, str], list[tuple[Place, Incident]]] = defaultdict(list)
    for incident in index.incidents.values():
        for place in incident.where:
            held[_key(place)].append((place, incident))
    ordered = sorted(held.items(), key=lambda item: (item[1][0][0].name.casefold(), item[0]))
    rows: list[PlaceRow] = []
    spots: list[Spot] = []
    numbers: dict[tuple[str, str], int] = {}
    for key, told in ordered:
        place = told[0][0]
        if _is_drawn(place):
            numbers[key] = len(spots) + 1
            spots.append(Spot(numbers[key], place.name, place.lon or 0.0, place.lat or 0.0, f"place-{len(rows) + 1}"))
        rows.append(_row(place, told, numbers.get(key), f"place-{len(rows) + 1}", index))
    return Whereabouts(tuple(rows), tuple(spots), tuple(_routes(index, numbers)))


def _key(place: Place) -> tuple[str, str]:
    return (place.ref or "", "" if place.ref else place.name)


def _is_drawn(place: Place) -> bool:
    is_state = place.ref is not None and place.ref.startswith("state:")
    return place.lat is not None and place.lon is not None and not is_state


def _row(place: Place, told: list[tuple[Place, Incident]], number: int | None, anchor: str, index: Index) -> PlaceRow:
    if (place.ref or "").startswith("state:"):
        position = "a whole state"
    elif place.lat is None or place.lon is None:
        position = UNKNOWN
    else:
        north, east = ("N" if place.lat >= 0 else "S"), ("E" if place.lon >= 0 else "W")
        position = f"{abs(place.lat):.2f}°\u00a0{north}, {abs(place.lon):.2f}°\u00a0{east}"
    roles = dict.fromkeys(
        (index.incident_number[incident.id], incident.id, _ROLES[held.role or PlaceRole.AT]) for held, incident in told
    )
    return PlaceRow(number, anchor, place_words(place), position, tuple(sorted(roles)))


def _routes(index: Index, numbers: dict[tuple[str, str], int]) -> list[Route]:
    """One arrow for each pair of places, from where to where, however many incidents share it."""
    found: dict[tuple[int, int], Route] = {}
    for incident in index.incidents.values():
        ends = {role: [p for p in incident.where if p.role is role and _key(p) in numbers] for role in PlaceRole}
        for start in ends[PlaceRole.FROM]:
            for end in ends[PlaceRole.TO]:
                pair = (numbers[_key(start)], numbers[_key(end)])
                number = index.incident_number[incident.id]
                label = f"Incident I{number}: from {start.name} to {end.name}"
                if pair[0] != pair[1]:
                    found.setdefault(pair, Route(*pair, incident.id, label))
    return list(found.values())
