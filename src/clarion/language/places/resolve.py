"""Which place a name means: parents written beside it, then what else the text names, then nearness; size breaks ties.

A name that nothing decides stays without a place. One name means one place in a text, unless a parent stands beside it.
"""

import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from clarion.language.places.mentions import Mention
from clarion.reference.places import KIND_DEMONYM, KIND_REGION, KIND_SETTLEMENT, KIND_STATE, Gazetteer

SECOND_LEVEL = 2
_ROUNDS = 2
_MOST_WEIGHT = 3  # mentions of one name that count
_SMALL = 30_000  # people
_SPOKEN_OF = 2.0  # weight of named places from which a text is about their countries
_POINTS = 40  # places looked at for nearness
_LOOKED_AT = 60  # candidates of a name; the largest come first
_ALONE = 8.0  # without any context the largest place must be this many times the next one
_CITY = 500_000  # people; a city of this size is meant before the region of its name
_FAR = 2.0  # degrees of latitude; more than 200 kilometres
_KEPT = 20_000  # places whose weight is remembered; texts repeat theirs
_LEAD = 0.35  # by how much the best candidate must lead


@dataclass(slots=True)
class Context:
    """What a text speaks of: weights of countries and of first-level subdivisions, and points of settled places.

    A point carries the name that it came from, so that no name speaks for itself.
    """

    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[int, float] = field(default_factory=dict)
    points: dict[str, tuple[float, float]] = field(default_factory=dict)

    def add(self, data: Gazetteer, row: int, name: str, weight: float) -> None:
        """Count a place that the text names; a negative weight takes it back."""
        kind = data.kind[row]
        country = data.country_of(row)
        if country:
            share = weight if kind != KIND_DEMONYM else weight / 2
            self.countries[country] = self.countries.get(country, 0.0) + share
        region = row if kind == KIND_REGION and data.level[row] == 1 else data.first[row]
        if region >= 0:
            self.regions[region] = self.regions.get(region, 0.0) + weight
        if kind == KIND_SETTLEMENT or data.level[row] == SECOND_LEVEL:
            point = data.point_of(row)
            if weight < 0 or point is None:
                self.points.pop(name, None)
            else:
                self.points[name] = point


def resolve(mentions: list[Mention], data: Gazetteer, context: Context) -> None:
    """Set `chosen` of every mention that can be told."""
    _by_parents(mentions, data)
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.rows:
            groups[mention.key].append(mention)
    for group in groups.values():
        only = _only(group[0], data)
        for mention in group:
            mention.chosen = only if mention.chosen is None else mention.chosen
        _count(group, data, context, 1.0)
    for _ in range(_ROUNDS):  # each round sees the places that the one before settled
        for group in groups.values():
            _count(group, data, context, -1.0)
            _settle(group, data, context)
            _count(group, data, context, 1.0)
    for mention in mentions:
        _city_or_region(mention, data)
        if not mention.rows:
            _by_ear(mention, data, context)


def _count(group: list[Mention], data: Gazetteer, context: Context, sign: float) -> None:
    """Add or take back what a name says of the text: by the number of its mentions, at most three."""
    rows = [mention.chosen for mention in group if mention.chosen is not None]
    for row in dict.fromkeys(rows):
        context.add(data, row, group[0].key, sign * min(_MOST_WEIGHT, rows.count(row)))


def _by_parents(mentions: list[Mention], data: Gazetteer) -> None:
    found: dict[tuple[str, str], tuple[int, int] | None] = {}  # names repeat, and the search is dear
    for mention in mentions:
        if mention.parent is None:
            continue
        names = (mention.key, mention.parent.key)
        if names not in found:
            found[names] = _pair(mention.rows, mention.parent.rows, data)
        pair = found[names]
        if pair is None:
            mention.parent = None
            continue
        mention.chosen = pair[0]
        if mention.parent.chosen is None:
            mention.parent.chosen = pair[1]


def _pair(rows: list[tuple[int, bool]], parents: list[tuple[int, bool]], data: Gazetteer) -> tuple[int, int] | None:
    """The best known place of a name that lies in a place of the other name."""
    pairs = [
        (row, outer)
        for outer, _ in parents[:_LOOKED_AT]
        if data.kind[outer] in (KIND_STATE, KIND_REGION)
        for row, _ in rows[:_LOOKED_AT]
        if inside(data, row, outer)
    ]
    return max(pairs, key=lambda pair: (_rank(data, pair[0]), _rank(data, pair[1]), -pair[0]), default=None)


def inside(data: Gazetteer, row: int, outer: int) -> bool:
    """Whether a place lies in another, by the compiled parents."""
    if row == outer:
        return False
    if data.kind[outer] == KIND_STATE:
        return bool(data.country[row] == data.country[outer]) and data.kind[row] != KIND_STATE
    return outer in (data.first[row], data.second[row])


def _rank(data: Gazetteer, row: int) -> float:
    """Settlements before the district of the same name, larger before smaller."""
    return math.log10(data.population[row] + 1) + (0.8 if data.kind[row] == KIND_SETTLEMENT else 0.0)


def _only(mention: Mention, data: Gazetteer) -> int | None:
    """The place of a name that has one only; of a state's name that no larger subdivision shares."""
    rows = mention.rows
    if not rows:
        return None
    row = rows[0][0]
    if len(rows) == 1:
        return row
    if data.kind[row] in (KIND_STATE, KIND_DEMONYM) and not any(
        data.level[other] == 1 for other, _ in rows[1:_LOOKED_AT]
    ):
        return row
    return None


def _settle(group: list[Mention], data: Gazetteer, context: Context) -> None:
    """One place for all mentions of a name that have no parent of their own."""
    with_parent = [m.chosen for m in group if m.parent is not None and m.chosen is not None]
    if with_parent:
        chosen: int | None = with_parent[0]
    else:
        chosen = _best(group[0], data, context)
    for mention in group:
        if mention.chosen is None or (mention.parent is None and not mention.child):
            mention.chosen = chosen


def _by_ear(mention: Mention, data: Gazetteer, context: Context) -> None:
    """A misspelt name: the single place that sounds so in the countries that the text speaks of."""
    spoken = {code for code, weight in context.countries.items() if weight > 0}
    rows = [row for row, _ in data.rows_by_ear(mention.key) if data.country_of(row) in spoken]
    if rows and all(_same(data, rows[0], other) for other in rows[1:]):
        mention.chosen = max(rows, key=lambda row: _rank(data, row))


def _city_or_region(mention: Mention, data: Gazetteer) -> None:
    """Of a city and the region that bears its name, the one that the text means: "Donetsk", but "Donetsk region"."""
    row = mention.chosen
    if row is None or mention.child or mention.typed is not None:
        return
    same = [other for other, trusted in mention.rows[:_LOOKED_AT] if trusted and other != row]
    if mention.said_kind and data.kind[row] == KIND_SETTLEMENT:
        regions = [other for other in same if data.kind[other] == KIND_REGION and inside(data, row, other)]
        mention.chosen = min(regions, key=lambda other: data.level[other], default=row)
    elif not mention.said_kind and data.kind[row] == KIND_REGION:
        cities = [other for other in same if data.kind[other] == KIND_SETTLEMENT and inside(data, other, row)]
        largest = max(cities, key=lambda other: data.population[other], default=row)
        if data.population[largest] * 4 >= data.population[row] or data.population[largest] >= _CITY:
            mention.chosen = largest


def _best(mention: Mention, data: Gazetteer, context: Context) -> int | None:
    rows = mention.rows[:_LOOKED_AT]
    if len(rows) == 1:  # nothing to choose from
        return None if _is_far_fetched(data, rows[0][0], context) else rows[0][0]
    sums = sum(context.countries.values()), sum(context.regions.values())
    scored = sorted(((_score(data, one, context, sums), -one[0]) for one in rows), reverse=True)
    best, row = scored[0][0], -scored[0][1]
    if _is_far_fetched(data, row, context):
        return None
    state = next((other for other, _ in rows if data.kind[other] == KIND_STATE), None)
    if state is not None and state != row and inside(data, row, state) and not data.capital[row]:
        return state  # "Mexico" is the country, not its state of that name
    rivals = [(score, -other) for score, other in scored[1:] if not _same(data, row, -other)]
    if not rivals or best - rivals[0][0] >= _LEAD:
        return row
    return None


def _is_far_fetched(data: Gazetteer, row: int, context: Context) -> bool:
    """A small place of a country that the text does not speak of, while it speaks of others."""
    small = data.kind[row] in (KIND_SETTLEMENT, KIND_REGION) and data.population[row] < _SMALL and data.geonames[row]
    spoken = sum(context.countries.values()) >= _SPOKEN_OF
    return bool(small) and spoken and context.countries.get(data.country_of(row) or "", 0.0) <= 0


def _same(data: Gazetteer, row: int, other: int) -> bool:
    """Whether two entries are one place for a reader: a town and the district that bears its name."""
    if inside(data, row, other) or inside(data, other, row):
        return True
    a, b = data.point_of(row), data.point_of(other)
    if a is None or b is None:  # a district without settlements of its own has no point
        return bool(data.country[row] == data.country[other] and data.first[row] == data.first[other])
    return abs(a[0] - b[0]) < 0.6 and abs(a[1] - b[1]) < 0.8


def _score(data: Gazetteer, named: tuple[int, bool], context: Context, sums: tuple[float, float]) -> float:
    """How well a place fits what the text speaks of; `sums` are the weights of all countries and of all regions."""
    row = named[0]
    everything, seats = sums
    total, countries, region = _alone(data, named)
    if everything > 0 and countries:
        weight = max([context.countries.get(code, 0.0) for code in countries])
        total += 3.5 * weight / everything + (0.5 if weight > 0 else 0.0)
    if seats > 0:
        weight = context.regions.get(region, 0.0)
        total += 2.5 * weight / seats + (0.6 if weight > 0 else 0.0)
    return total + _nearness(data, row, context)


@lru_cache(maxsize=_KEPT)
def _alone(data: Gazetteer, named: tuple[int, bool]) -> tuple[float, tuple[str, ...], int]:
    """What a place weighs without a context, its countries and its first-level subdivision."""
    row, trusted = named
    country = data.country_of(row) or ""
    kind = data.kind[row]
    total = 0.9 * math.log10(data.population[row] + 10)
    if kind in (KIND_STATE, KIND_DEMONYM):
        total = 7.0
    elif kind == KIND_REGION and data.level[row] == 1:
        total = max(total, 5.0)
    elif not data.geonames[row]:
        total = 6.5 if country else 7.0
    elif kind == KIND_REGION:
        total -= 1.0
    total += 0.0 if trusted else -1.2
    total += 1.6 if data.capital[row] else 0.0
    region = row if data.level[row] == 1 else data.first[row]
    return total, (country, *data.also_in(row)) if country else (), region


def _nearness(data: Gazetteer, row: int, context: Context) -> float:
    """Up to 1.5 for a place beside others that the text names."""
    here = data.point_of(row)
    if here is None or not context.points or data.kind[row] == KIND_STATE:
        return 0.0
    scale = max(0.2, math.cos(math.radians(here[0])))
    total = 0.0
    north, east = here
    for lat, lon in islice(context.points.values(), _POINTS):
        if abs(lat - north) > _FAR:
            continue
        distance = math.hypot(lat - north, (lon - east) * scale) * 111
        total += 1.0 if distance < 60 else 0.4 if distance < 200 else 0.0
    return 1.5 * min(1.0, total / 3)
