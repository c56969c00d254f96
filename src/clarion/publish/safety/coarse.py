"""Places, figures and titles said no more precisely than is safe."""

import datetime
from dataclasses import replace

from clarion.model import Affected, Count, CountKind, Incident, Place, PlaceKind, Precision, Unit, When
from clarion.model.intervals import last_day
from clarion.publish.phrases import when_words, where_words
from clarion.publish.safety.cutting import INSTEAD
from clarion.publish.words import act_words
from clarion.reference import places
from clarion.reference.states import is_state, state

FEW = 10  # people: a figure below it, with a day and a place, leads to them
WITHHELD_PLACE = "[place withheld]"
HIDDEN_NAMES = frozenset([*INSTEAD.values(), WITHHELD_PLACE])


def coarse_place(place: Place) -> Place:
    """A place as its country, or as a withheld one where the country is not known."""
    country = place.country if place.country and is_state(place.country) else None
    name = state(country).name if country else WITHHELD_PLACE
    return Place(name, place.role, f"state:{country}" if country else None, country, span=place.span)


def region_of(place: Place) -> Place:
    """A place as the first division of its state that it lies in, or as its state where that is not known."""
    known = places.place(place.ref) if place.ref else None
    for ref in known.parents[1:2] if known else ():
        region = places.place(ref)
        if region is not None:
            return Place(
                region.name, place.role, ref, place.country, region.lat, region.lon, place.span, PlaceKind.REGION
            )
    return coarse_place(place)


def is_fine_place(place: Place) -> bool:
    """Whether a place is finer than a region."""
    if (place.ref or "").startswith("state:"):
        return False
    known = places.place(place.ref) if place.ref else None
    return known is None or len(known.parents) > 1


def month_of(when: When) -> When:
    """A time as the month or months that it lies in, so that every form shows an interval and no day."""
    if when.start is None:
        return When(span=when.span)
    first = datetime.date.fromisoformat(when.start[:10])
    last = last_day(when) or first
    after = (max(first, last).replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return When(first.replace(day=1).isoformat(), after.isoformat(), Precision.MONTH, when.basis, when.span)


def is_fine_day(when: When | None) -> bool:
    """Whether a time tells more than its months."""
    if when is None or when.start is None:
        return False
    coarse = month_of(when)
    return (when.start, when.end) != (coarse.start, coarse.end)


def few(count: Count) -> Count:
    """A small figure as "fewer than 10"."""
    return Count(None, FEW - 1, None, count.unit, CountKind.AT_MOST, None, count.span)


def is_few(count: Count | None) -> bool:
    """Whether a figure counts fewer than ten people or families and more than none."""
    if count is None or count.unit not in (Unit.PEOPLE, Unit.FAMILIES) or count.kind is CountKind.SHARE:
        return False
    known = [bound for bound in (count.best, count.high, count.low) if bound is not None]
    return bool(known) and 0 < max(known) < FEW


def with_few(affected: Affected | None) -> Affected | None:
    """Who was affected, each small figure coarsened."""
    if affected is None:
        return None
    count = few(affected.count) if affected.count and is_few(affected.count) else affected.count
    return replace(affected, count=count, others=tuple(few(one) if is_few(one) else one for one in affected.others))


def plain_title(incident: Incident) -> str:
    """A title of nothing but the act, the places and the day as they are said now."""
    act = act_words(incident.act)
    words = [act[:1].upper() + act[1:]]
    if incident.where:
        words.append(where_words(incident.where))
    if incident.when is not None and (incident.when.start or incident.when.end):
        words.append(when_words(incident.when))
    return ", ".join(words)
