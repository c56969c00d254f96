"""What an episode can be found by, so that only neighbours are compared.

Every episode stands in lanes, in the order of time: one for each day that it touches, alone and with each place,
country and word for those affected, and one for each place, country, nationality, word and name of the headline,
without a day. In a day's lane each is compared with the next `WINDOW`. In a lane without a day only an episode that
gives no short interval itself is compared, with the `WINDOW` before and behind it: two that both give days meet on
them.

So a lane may be as long as it likes: those that stand nearest in time and place are compared, and chains of neighbours
join the rest. Adding an episode changes only what is within a window of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from sys import intern

from clarion.model import Place
from clarion.model.intervals import days, first_day, last_day
from clarion.reconcile.sketch import Sketch
from clarion.reconcile.words import content_words

# longer intervals are not keyed by their days
MOST_DAYS_KEYED = 10
# so many are compared on either side in a lane
WINDOW = 12
# so many happenings of a lane are held against a denial (before it) or a forecast (behind it)
REACH = 24
DAY = "@"  # how the key of a day's lane begins
_NEVER = "9999-99-99"
_EARLIEST, _LATEST = date.min.toordinal(), date.max.toordinal() + 2


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an episode stands: its lanes, its entry in them, and the days between which it lies, as ordinals.

    `first` is None for an episode without a date; `reported` is the day of its earliest document, then.
    """

    entry: str
    keys: tuple[str, ...]
    floats: bool
    first: int | None
    last: int
    reported: int | None


def stand_of(sketch: Sketch) -> Stand:
    """Where a sketch stands among others of its act."""
    narrowest, published = sketch.narrowest, sketch.first_published
    span = days(narrowest)
    short = span is not None and (span[1] - span[0]).days <= MOST_DAYS_KEYED
    day = (narrowest.start or "")[:10] if narrowest else str(published or _NEVER)
    where = min((place.name.casefold() for place in sketch.places), default="")
    first = first_day(narrowest)
    last = span[1] if span else last_day(narrowest)
    return Stand(
        entry=f"{day}|{where}|{'-' if short else '~'}|{sketch.claims[0]}",
        keys=tuple(map(intern, sorted(_keys(sketch)))),  # one text for all that stand in a lane
        floats=not short,
        first=None if narrowest is None else first.toordinal() if first else _EARLIEST,
        last=last.toordinal() if last else _LATEST,
        reported=published.toordinal() if published else None,
    )


def id_of(entry: str) -> str:
    """The first claim of the episode that an entry stands for."""
    return entry.rsplit("|", 1)[1]


def floats(entry: str) -> bool:
    """Whether the episode of an entry gives no short interval."""
    return "|~|" in entry


def never_meet(left: Stand, right: Stand) -> bool:
    """True when time alone keeps two episodes apart: other days, or one was reported before the other happened."""
    if left.first is None and right.first is None:
        return False
    if left.first is not None and right.first is not None:
        return left.first > right.last + 1 or right.first > left.last + 1
    undated, dated = (left, right) if left.first is None else (right, left)
    happened = dated.first if dated.first is not None and dated.first > _EARLIEST else None
    return undated.reported is not None and happened is not None and undated.reported < happened


def _keys(sketch: Sketch) -> set[str]:
    traits = {f"people {ref}" for ref in sketch.affected_refs}
    traits.update(f"who {word}" for word in sketch.affected_words)
    for place in sketch.places + sketch.near_places:
        traits.update(_of_place(place))
    found = traits | {f"title {name}" for name in sketch.title_names}
    for day in _days(sketch):
        found.add(f"{DAY}{day}")
        found.update(f"{DAY}{day} {trait}" for trait in traits)
    return found


def _of_place(place: Place) -> Iterator[str]:
    if place.ref:
        yield f"place {place.ref}"
    yield f"name {' '.join(sorted(content_words(place.name)))}"
    if place.country:
        yield f"country {place.country}"


def _days(sketch: Sketch) -> set[date]:
    """The days that the short intervals touch, and the day after each: times a day apart may be one."""
    found: set[date] = set()
    for when in sketch.whens + sketch.near_whens:
        span = days(when)
        if span and (span[1] - span[0]).days <= MOST_DAYS_KEYED:
            found.update(span[0] + timedelta(days=n) for n in range((span[1] - span[0]).days + 2))
    return found
