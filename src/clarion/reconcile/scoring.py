"""The score of `likeness` without its reasons, from facts that are worked out once for each sketch.

Many pairs of episodes are compared and few are alike, so what is cheap and keeps most apart is looked at first, and a
pair that cannot reach what is asked for is left. `likeness` says why two are alike; both give the same score.
"""

from functools import lru_cache
from itertools import count

from clarion.model import Count, CountKind, Place, PlaceRole, Unit, When
from clarion.model.intervals import first_day, last_day
from clarion.reconcile.countries import have_none_in_common
from clarion.reconcile.likeness import (
    FEW_NAMES,
    FORCES,
    OLD_NEWS_DAYS,
    SAME_NEWS_DAYS,
    SAME_PLACE,
    STANDING,
    STANDING_DAYS,
    agree,
    households,
    is_found,
    is_regional,
    nearness,
)
from clarion.reconcile.sketch import SHORT_INTERVAL, Sketch, length

ANY = float("-inf")  # no score is too low
SAME_STATE = 0.75
SAME_COUNTRY = 0.5
NEAR_PLACE = 1.0  # a place that one report gives near the happening
MOST_PLACES = 200_000
MOST_PAIRS = 400_000  # pairs of places remembered, some hundred bytes each
_EARLIEST, _LATEST = -(10**9), 10**9

Span = tuple[int, int]  # first and last day touched, as ordinals


class Spot:
    """A place without its role and its span, and what comparing it asks for."""

    __slots__ = ("country", "is_found", "is_regional", "is_state", "number", "place")

    def __init__(self, place: Place, number: int) -> None:
        self.place, self.number, self.country = place, number, place.country
        self.is_found, self.is_regional = is_found(place), is_regional(place)
        self.is_state = (place.ref or "").startswith("state:")


class Facts:
    """What comparing a sketch asks for."""

    __slots__ = (
        "actor_refs",
        "affected_refs",
        "affected_words",
        "at_roles",
        "countries",
        "counts",
        "first_reported",
        "has_near_days",
        "last_reported",
        "lasting",
        "narrowest",
        "near_countries",
        "near_days",
        "near_names",
        "near_spots",
        "of_forces",
        "reported",
        "short",
        "spots",
        "title_names",
        "told_first",
        "wide_spots",
    )

    def __init__(self, sketch: Sketch) -> None:
        narrowest = sketch.narrowest
        self.narrowest = _span(narrowest) if narrowest else None
        self.short = narrowest is not None and length(narrowest) <= SHORT_INTERVAL
        self.reported = [day.toordinal() for day in sketch.published]
        self.first_reported = min(self.reported, default=None)
        self.last_reported = max(self.reported, default=None)
        self.lasting = STANDING_DAYS if sketch.act in STANDING else OLD_NEWS_DAYS
        self.has_near_days = bool(sketch.near_whens)
        self.near_days = [_span(when) for when in sketch.near_whens if length(when) <= SHORT_INTERVAL]
        told = [day.toordinal() for when in sketch.near_whens if (day := first_day(when))]
        self.told_first = min(told, default=None)
        self.spots = [(_spot(place), place.role) for place in sketch.places]
        near = [_spot(place) for place in sketch.near_places]
        self.near_spots = [spot for spot in near if not spot.is_regional]
        self.wide_spots = near
        self.countries = frozenset(place.country for place in sketch.places if place.country)
        self.at_roles = _by_role(self.spots)
        self.affected_refs, self.affected_words = sketch.affected_refs, sketch.affected_words
        self.of_forces = bool(sketch.affected_words & FORCES)
        self.actor_refs = sketch.actor_refs
        self.counts = sketch.counts
        self.near_names, self.title_names = sketch.near_names, sketch.title_names
        self.near_countries = sketch.near_countries


def score(left: Facts, right: Facts, least: float = ANY) -> float | None:
    """How like two sketches of one act are, as `likeness` scores it.

    None when something keeps them apart, or when the score would be below `least`.
    """
    time = _time(left, right)
    if time is None:
        return None
    people = _people(left, right)
    if people is None:
        return None
    rest = people + _figures(left.counts, right.counts) + _actor(left, right) + _names(left, right)
    if time + rest + SAME_PLACE < least:
        return None
    return _with_place(left, right, time + rest, least)


def substance(left: Facts, right: Facts) -> float | None:
    """The part of the score that does not come from time; None when something keeps the two apart."""
    time = _time(left, right)
    found = None if time is None else score(left, right)
    return None if found is None or time is None else found - time


# time


def _span(when: When) -> Span:
    first, last = first_day(when), last_day(when)
    if last is None and when.end is None and "T" in (when.start or ""):
        last = first
    return (first.toordinal() if first else _EARLIEST, last.toordinal() if last else _LATEST)


def _time(left: Facts, right: Facts) -> float | None:
    a, b = left.narrowest, right.narrowest
    if a is None or b is None:
        return _undated(left, right)
    if a[0] <= b[1] and b[0] <= a[1]:
        return 2.0 if left.short and right.short else 1.0
    near = a[0] <= b[1] + 1 and b[0] <= a[1] + 1
    return 0.5 if near and left.short and right.short else None


def _undated(left: Facts, right: Facts) -> float | None:
    if left.narrowest is None and right.narrowest is None:
        return _same_news(left, right)
    undated, other = (left, right) if left.narrowest is None else (right, left)
    dated, published = other.narrowest, undated.first_reported
    if published is None or dated is None:
        return 0.0
    gap = published - dated[0]
    if gap < 0:
        return None
    if _foretold(undated, other):
        return -1.5
    for near in undated.near_days:
        if near[0] <= dated[1] and dated[0] <= near[1]:
            return 1.25
    if gap <= SAME_NEWS_DAYS:
        return 0.5 if undated.has_near_days else 1.0
    return -0.5


def _same_news(left: Facts, right: Facts) -> float:
    if _foretold(left, right) or _foretold(right, left):
        return -1.5
    for a in left.near_days:
        for b in right.near_days:
            if a[0] <= b[1] and b[0] <= a[1]:
                return 1.25
    if not left.reported or not right.reported:
        return 0.0
    gap = min(abs(a - b) for a in left.reported for b in right.reported)
    if gap <= SAME_NEWS_DAYS:
        return 0.5
    return 0.0 if gap <= left.lasting else -1.0


def _foretold(undated: Facts, other: Facts) -> bool:
    return (
        undated.told_first is not None and other.last_reported is not None and other.last_reported < undated.told_first
    )


# place

_numbers = count()
_pairs: dict[int, bool | None] = {}


def _spot(place: Place) -> Spot:
    return _known_spot((place.name, place.ref, place.country, place.lat, place.lon, place.kind))


@lru_cache(maxsize=MOST_PLACES)
def _known_spot(key: tuple[object, ...]) -> Spot:
    name, ref, country, lat, lon, kind = key
    # the fields of a place in its own order
    return Spot(Place(name, None, ref, country, lat, lon, None, kind), next(_numbers))  # type: ignore[arg-type]


def _near(a: Spot, b: Spot) -> bool | None:
    """True for one place, False for two that cannot be one, None where one may hold the other."""
    pair = a.number << 32 | b.number
    try:
        return _pairs[pair]
    except KeyError:
        if len(_pairs) >= MOST_PAIRS:
            _pairs.clear()
        found = _pairs[pair] = nearness(a.place, b.place)
        return found


def _by_role(spots: list[tuple[Spot, PlaceRole | None]]) -> dict[PlaceRole, frozenset[str]]:
    """The countries of places of the gazetteer, by role."""
    found: dict[PlaceRole, set[str]] = {}
    for spot, role in spots:
        if role is not None and spot.country and spot.is_found:
            found.setdefault(role, set()).add(spot.country)
    return {role: frozenset(countries) for role, countries in found.items()}


def _with_place(left: Facts, right: Facts, rest: float, least: float) -> float | None:
    """The whole score, with what places add to the rest; None when they keep two apart or it is below `least`.

    Whether the reports tell of other countries is asked last: for that their texts may have to be read.
    """
    same = apart = False
    whole = True
    for a, role in left.spots:
        for b, other_role in right.spots:
            near = _near(a, b)
            if near:
                same = True
                whole = whole and a.is_state
            elif near is False and role == other_role:
                apart = True
    if same:
        found = rest + (SAME_STATE if whole else SAME_PLACE)
        return found if found >= least else None
    if apart or rest + NEAR_PLACE < least:
        return None
    for place_role, ours in left.at_roles.items():
        theirs = right.at_roles.get(place_role)
        if theirs and not ours & theirs:
            return None
    added = 0.0 if left.countries.isdisjoint(right.countries) else SAME_COUNTRY
    found = rest + (NEAR_PLACE if _share_a_place(left, right) else added)
    if found < least or have_none_in_common(left.near_countries, right.near_countries):
        return None
    return found


def _share_a_place(left: Facts, right: Facts) -> bool:
    """Whether one narrow place is given by one report for the happening and by the other near it, or by both near it.

    Only the place on the left must be narrow, as in `likeness`.
    """
    wide = right.wide_spots
    for a, _ in left.spots:
        if not a.is_regional:
            for b in wide:
                if _near(a, b):
                    return True
    for a in left.near_spots:
        for b in wide:
            if _near(a, b):
                return True
        for b, _ in right.spots:
            if _near(a, b):
                return True
    return False


# people and figures


def _people(left: Facts, right: Facts) -> float | None:
    if left.affected_refs and right.affected_refs:
        if left.affected_refs.isdisjoint(right.affected_refs):
            return None
        return 1.0
    if not left.affected_words.isdisjoint(right.affected_words):
        return 1.0
    if (
        left.of_forces != right.of_forces
        and left.counts
        and right.counts
        and not any(agree(a, b) for a in left.counts for b in right.counts)
    ):
        return None
    return -0.5 if left.affected_words and right.affected_words else 0.0


def _figures(ours: tuple[Count, ...], theirs: tuple[Count, ...]) -> float:
    if not ours or not theirs:
        return 0.0
    fits = False
    for a in ours:
        for b in theirs:
            if a.unit == b.unit:
                if a.kind == CountKind.SHARE or b.kind == CountKind.SHARE:
                    continue
                if a.low == b.low and a.high == b.high and a.best == b.best:
                    return 1.0
                fits = fits or agree(a, b)
            elif not fits and a.unit in _HOMES and b.unit in _HOMES:
                fits = households(a, b)
    return 0.5 if fits else 0.0


_HOMES = frozenset({Unit.PEOPLE, Unit.FAMILIES})


def _actor(left: Facts, right: Facts) -> float:
    if left.actor_refs and right.actor_refs:
        return -0.5 if left.actor_refs.isdisjoint(right.actor_refs) else 0.5
    return 0.0


def _names(left: Facts, right: Facts) -> float:
    shared = len(left.near_names & right.near_names)
    if shared > FEW_NAMES:
        return 1.25
    titled = not left.title_names.isdisjoint(right.near_names) or not right.title_names.isdisjoint(left.near_names)
    if shared < FEW_NAMES and not titled:
        return 0.0
    return 1.25 if titled and shared >= FEW_NAMES else 0.75
