"""Same happening or not: a score with reasons, or a block with its reason."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from clarion.model import Count, CountKind, Place, PlaceKind, PlaceRole, Unit, When
from clarion.model.intervals import first_day, touch
from clarion.reconcile.countries import all_of, have_none_in_common
from clarion.reconcile.sketch import SHORT_INTERVAL, Sketch, length
from clarion.reconcile.words import content_words

# at this sum two groups of claims are held to tell one happening: a shared day and a shared place, or one and two hints
ENOUGH = 2.5
ABOUT = 0.2  # how far a figure given as "about" reaches, of itself
# what one place adds: the most that places can
SAME_PLACE = 2.0
# settlements this near (km) may be one place told from two sides of a border bridge
SAME_PLACE_KM = 30.0
OTHER_PLACE_KM = 60.0
# reports of one happening that give no day appear within this many days of each other
SAME_NEWS_DAYS = 21
# later reports without a day tell of something new, but a state of things that lasts can be told again
OLD_NEWS_DAYS = 60
STANDING = frozenset({"detention", "disappearance", "displacement", "border_closure", "censorship", "deprivation"})
STANDING_DAYS = 180
# the whole is told before its parts: a figure this many times larger tells of something else
TOTAL_RATIO = 5
# those who act for a state or a group, as people to whom something was done
FORCES = frozenset("officer police policeman soldier troop guard gendarme serviceman conscript paramilitary".split())
# people in a household, from small to large
HOUSEHOLD = (2.5, 9)
# names that share this much of their letters, in order, are one name but for a slip of the pen
ALIKE = 0.86
# one name in common (a country, say) is no hint
FEW_NAMES = 2

# a place that no gazetteer knows is a village or a gate, seldom a region
_NARROW = frozenset({PlaceKind.SETTLEMENT, PlaceKind.CROSSING, PlaceKind.SITE, PlaceKind.OTHER, None})
_REGIONAL = frozenset("region province state north northern south southern east eastern west western county".split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two sketches are. `block` is the reason that keeps them apart, or None."""

    score: float
    reasons: tuple[str, ...] = ()
    block: str | None = None
    substance: float = 0.0  # the part of the score that does not come from time alone


def likeness(left: Sketch, right: Sketch) -> Likeness:
    """Compare two sketches of the same act."""
    parts = [compare(left, right) for compare in (_time, _place, _people, _figures, _actor, _names)]
    block = next((part.block for part in parts if part.block), None)
    reasons = tuple(reason for part in parts for reason in part.reasons)
    time, *rest = (part.score for part in parts)
    return Likeness(time + sum(rest), reasons, block, sum(rest))


def _time(left: Sketch, right: Sketch) -> Likeness:
    a, b = left.narrowest, right.narrowest
    if a is None or b is None:
        return _undated(left, right)
    if touch(a, b):
        short = max(length(a), length(b)) <= SHORT_INTERVAL
        return Likeness(2.0 if short else 1.0, (f"same time ({a.start} and {b.start})",))
    if touch(a, b, slack=1) and max(length(a), length(b)) <= SHORT_INTERVAL:
        return Likeness(0.5, (f"times a day apart ({a.start} and {b.start})",))
    return Likeness(0.0, block=f"other time: {_shown(a)} and {_shown(b)}")


def _undated(left: Sketch, right: Sketch) -> Likeness:
    """A report without a date cannot tell what came after it, and rarely tells what came long before."""
    a, b = left.narrowest, right.narrowest
    dated = a or b
    if dated is None:
        return _same_news(left, right)
    undated = left if a is None else right
    published, happened = undated.first_published, first_day(dated)
    if published is None or happened is None:
        return Likeness(0.0)
    gap = (published - happened).days
    if gap < 0:
        return Likeness(0.0, block=f"reported {-gap} days before it happened")
    other = left if undated is right else right
    if _foretold(undated, other):
        return Likeness(-1.5, ("one report is older than the day that the other tells of",))
    if any(touch(near, dated) and length(near) <= SHORT_INTERVAL for near in undated.near_whens):
        return Likeness(1.25, (f"the report tells of {dated.start[:10] if dated.start else 'that day'}",))
    if gap <= SAME_NEWS_DAYS:
        return Likeness(1.0 if not undated.near_whens else 0.5, (f"reported {gap} days after",))
    return Likeness(-0.5, (f"reported {gap} days after",))


def _same_news(left: Sketch, right: Sketch) -> Likeness:
    gap = min((abs((a - b).days) for a, b in product(left.published, right.published)), default=None)
    if _foretold(left, right) or _foretold(right, left):
        return Likeness(-1.5, ("one report is older than the day that the other tells of",))
    near = [(a, b) for a, b in product(left.near_whens, right.near_whens) if length(a) <= SHORT_INTERVAL]
    if any(touch(a, b) and length(b) <= SHORT_INTERVAL for a, b in near):
        return Likeness(1.25, ("both reports tell of the same day",))
    if gap is None:
        return Likeness(0.0)
    if gap <= SAME_NEWS_DAYS:
        return Likeness(0.5, (f"reported {gap} days apart",))
    lasting = STANDING_DAYS if left.act in STANDING else OLD_NEWS_DAYS
    return Likeness(0.0 if gap <= lasting else -1.0, (f"reported {gap} days apart",))


def _foretold(undated: Sketch, other: Sketch) -> bool:
    """True when all that `other` rests on was published before the days that the undated report tells of."""
    told = [first for when in undated.near_whens if (first := first_day(when))]
    return bool(told and other.published) and max(other.published) < min(told)


def _place(left: Sketch, right: Sketch) -> Likeness:
    pairs = [(a, b, nearness(a, b)) for a, b in product(left.places, right.places)]
    same = [(a, b) for a, b, near in pairs if near is True]
    if same:
        whole = all((a.ref or "").startswith("state:") for a, _ in same)
        name = min(a.name for a, _ in same)
        return Likeness(0.75 if whole else SAME_PLACE, (f"same place ({name})",))
    apart = [(a, b) for a, b, near in pairs if near is False and a.role == b.role]
    if apart:
        return Likeness(0.0, block=f"other place: {apart[0][0].name} and {apart[0][1].name}")
    other = _other_country(left, right)
    if other:
        return Likeness(0.0, block=other)
    if have_none_in_common(left.near_countries, right.near_countries):
        listed = f"{_listed(all_of(left.near_countries))} and {_listed(all_of(right.near_countries))}"
        return Likeness(0.0, block=f"the reports tell of other countries: {listed}")
    near_score = _near_place(left, right)
    same_country = {p.country for p in left.places if p.country} & {p.country for p in right.places if p.country}
    return near_score or Likeness(0.5 if same_country else 0.0, ("same country",) if same_country else ())


def _other_country(left: Sketch, right: Sketch) -> str | None:
    """Why two sketches are of other countries; where people were sent from and to are compared each on its own."""
    for role in PlaceRole:
        ours, theirs = (
            {p.country for p in s.places if p.role == role and p.country and is_found(p)} for s in (left, right)
        )
        if ours and theirs and not ours & theirs:
            return f"other country: {_listed(ours | theirs)}"
    return None


def _near_place(left: Sketch, right: Sketch) -> Likeness | None:
    """A narrow place that one report gives for the happening, or both give near it."""
    for ours, theirs in ((left.places + left.near_places, right.near_places), (left.near_places, right.places)):
        for a, b in product(ours, theirs):
            if not is_regional(a) and nearness(a, b) is True:
                return Likeness(1.0, (f"the reports tell of one place ({min(a.name, b.name)})",))
    return None


def nearness(a: Place, b: Place) -> bool | None:
    """True for the same place, False for two places that cannot be one, None where one may hold the other."""
    if a.ref and a.ref == b.ref:
        return True
    other_country = bool(a.country and b.country and a.country != b.country)
    # names are compared last: two places that a gazetteer puts in two countries are two, however they are written
    if not (other_country and is_found(a) and is_found(b)) and _alike(a.name, b.name):
        return True
    if other_country and not _borders(a, b):
        return None if (is_regional(a) or is_regional(b)) and not (is_found(a) and is_found(b)) else False
    if is_regional(a) or is_regional(b):
        return None
    distance = _km(a, b)
    if distance is not None:
        return True if distance <= SAME_PLACE_KM / 3 else False if distance > OTHER_PLACE_KM else None
    return False if a.country and a.country == b.country else None


def is_found(place: Place) -> bool:
    """True for a place of the gazetteer; the country of another is only that of its report ("Nairotto, Kenya")."""
    return place.ref is not None or place.lat is not None


def _borders(a: Place, b: Place) -> bool:
    distance = _km(a, b)
    return distance is not None and distance <= SAME_PLACE_KM


def is_regional(place: Place) -> bool:
    """True for a state, a region or another place that holds others."""
    return (place.ref or "").startswith("state:") or place.kind not in _NARROW or _is_region(place.name)


@lru_cache(maxsize=50_000)
def _is_region(name: str) -> bool:
    return bool(_REGIONAL & {word.lower() for word in name.split()})


@lru_cache(maxsize=20_000)
def _alike(a: str, b: str) -> bool:
    """The same name but for accents, case, articles, a generic word ("village") or a slip of the pen."""
    left, right = content_words(a), content_words(b)
    if left and right and (left <= right or right <= left):
        return True
    one, two = " ".join(sorted(left)), " ".join(sorted(right))
    if min(len(one), len(two)) < 5 or not _may_reach(one, two, ALIKE):
        return False
    return SequenceMatcher(None, one, two).ratio() >= ALIKE


def _may_reach(one: str, two: str, ratio: float) -> bool:
    """Whether two texts share letters enough for a ratio of `SequenceMatcher`: a bound from above, and much faster."""
    both = len(one) + len(two)
    if 2.0 * min(len(one), len(two)) / both < ratio:
        return False
    shared = sum(min(one.count(letter), two.count(letter)) for letter in set(one))
    return 2.0 * shared / both >= ratio


def _km(a: Place, b: Place) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    x = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371.0 * math.hypot(x, math.radians(b.lat - a.lat))


def _people(left: Sketch, right: Sketch) -> Likeness:
    if left.affected_refs and right.affected_refs and not left.affected_refs & right.affected_refs:
        return Likeness(0.0, block=f"other people: {_listed(left.affected_refs)} and {_listed(right.affected_refs)}")
    shared = left.affected_words & right.affected_words
    if shared or left.affected_refs & right.affected_refs:
        return Likeness(1.0, (f"same people ({_listed(shared or left.affected_refs & right.affected_refs)})",))
    if _forces_and_others(left, right):
        return Likeness(0.0, block="other people: officers are counted apart from others")
    return Likeness(-0.5 if left.affected_words and right.affected_words else 0.0)


def _forces_and_others(left: Sketch, right: Sketch) -> bool:
    """True for "14 people were hurt" and "six officers were hurt": two sides of one day, not rival figures."""
    if bool(left.affected_words & FORCES) == bool(right.affected_words & FORCES):
        return False
    return bool(left.counts and right.counts) and not any(agree(a, b) for a, b in product(left.counts, right.counts))


def _figures(left: Sketch, right: Sketch) -> Likeness:
    pairs = [
        (a, b)
        for a, b in product(left.counts, right.counts)
        if a.unit == b.unit and CountKind.SHARE not in (a.kind, b.kind)
    ]
    if any((a.low, a.high, a.best) == (b.low, b.high, b.best) for a, b in pairs):
        return Likeness(1.0, ("same figure",))
    if any(agree(a, b) for a, b in pairs) or any(households(a, b) for a, b in product(left.counts, right.counts)):
        return Likeness(0.5, ("figures that can both be true",))
    # rival figures are what a dispute looks like, so they do not speak against one happening
    return Likeness(0.0, ("figures differ",)) if pairs else Likeness(0.0)


def households(a: Count, b: Count) -> bool:
    """True when one figure counts people and the other families, in the proportion of a household."""
    if {a.unit, b.unit} != {Unit.PEOPLE, Unit.FAMILIES} or not reach(a) or not reach(b):
        return False
    people, families = (a, b) if a.unit == Unit.PEOPLE else (b, a)
    smallest, largest = HOUSEHOLD
    return smallest <= reach(people) / reach(families) <= largest


def outgrows(sketch: Sketch, told: Sketch) -> bool:
    """True when a figure is far larger than the largest told before: a total or another group, not a detail."""
    before, now = _people_counted(told), _people_counted(sketch)
    return bool(before and now) and max(now) > TOTAL_RATIO * max(before)


def _people_counted(sketch: Sketch) -> list[float]:
    return [reach(count) for count in sketch.counts if count.unit == Unit.PEOPLE and count.kind != CountKind.SHARE]


def reach(count: Count) -> float:
    """The highest bound that a figure gives."""
    return max(bound for bound in (count.low, count.high, count.best, 0) if bound is not None)


def agree(a: Count, b: Count, *, about: float = ABOUT) -> bool:
    """True when two figures can both be true; a figure given as "about" reaches `about` of itself to either side."""
    (low_a, high_a), (low_b, high_b) = _bounds(a, about), _bounds(b, about)
    return low_a <= high_b and low_b <= high_a


def lowest(count: Count) -> float:
    """The smallest number that a figure can mean."""
    return _bounds(count, ABOUT)[0]


def _bounds(count: Count, about: float) -> tuple[float, float]:
    if count.kind == CountKind.ABOUT and count.best is not None:
        return count.best * (1 - about), count.best * (1 + about)
    low = count.low if count.low is not None else 0.0
    high = count.high if count.high is not None else math.inf
    return low, high


def _actor(left: Sketch, right: Sketch) -> Likeness:
    if left.actor_refs and right.actor_refs:
        if left.actor_refs & right.actor_refs:
            return Likeness(0.5, (f"same actor ({_listed(left.actor_refs & right.actor_refs)})",))
        return Likeness(-0.5, (f"other actor ({_listed(left.actor_refs)} and {_listed(right.actor_refs)})",))
    return Likeness(0.0)


def _names(left: Sketch, right: Sketch) -> Likeness:
    """Names that both documents hold: a hint for reports that give neither day nor place, stronger in a headline."""
    shared = left.near_names & right.near_names
    titled = (left.title_names & right.near_names) | (right.title_names & left.near_names)
    if len(shared) < FEW_NAMES and not titled:
        return Likeness(0.0)
    strong = len(shared) > FEW_NAMES or (titled and len(shared) >= FEW_NAMES)
    return Likeness(1.25 if strong else 0.75, (f"the reports share names ({_listed(sorted(shared | titled)[:4])})",))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _shown(when: When) -> str:
    return f"{when.start or 'open'} to {when.end or 'open'}"
