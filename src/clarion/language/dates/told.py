"""What a text has told of last, so that "that day", "a year earlier" and bare clock times have a base."""

import datetime as dt
from dataclasses import dataclass

from clarion.language.dates.points import Point
from clarion.model.nouns import When

# a comparison ("a year earlier") tells of another time without moving the story there, but "two days later" moves it
COMPARISONS = frozenset({"ago", "ago_unit", "later", "year_earlier"})
DAYS = frozenset({"day", "week", "fortnight", "night"})
STORY = 1500  # code points after which a quarter told of no longer rules a comparison
SMALL_HOURS = 8  # a clock time before this, told after "the night of 3 to 4" or "Monday night", is of the next day
AFTER_DARK = frozenset({"night", "evening"})


def morning_after(when: When) -> dt.date | None:
    """The day on which a night ends: of "the night of 3 to 4" the 4th, of "Monday night" Tuesday."""
    if when.start is None:
        return None
    first = dt.date.fromisoformat(when.start[:10])
    last = dt.date.fromisoformat(when.end[:10]) if when.end else first
    return max(last - dt.timedelta(days=1), first + dt.timedelta(days=1))


@dataclass(slots=True)  # not frozen: one a date is made; never changed
class Told:
    """The day told of last, the last unit of any length, and the last quarter with its place in the text."""

    day: dt.date | None = None
    when: dt.date | None = None
    unit: str = "day"
    quarter: dt.date | None = None
    at: int = 0
    morning_after: dt.date | None = None

    def base(self, point: Point, written_on: dt.date | None) -> tuple[dt.date | None, str]:
        """The day and unit that a point builds on when its words refer back."""
        if point.rule in COMPARISONS and self.quarter and point.start - self.at < STORY:
            return self.quarter, "quarter"
        if point.rule in ("year_earlier", "ago_unit"):
            return written_on, "day"
        if point.has_clock and not point.has_date and self.morning_after and (point.hour or 0) < SMALL_HOURS:
            return self.morning_after, "day"
        if point.has_clock or not point.has_date:
            return self.day, "day"
        return self.when, self.unit

    def after(self, point: Point, when: When) -> "Told":
        """What has been told once this point is read."""
        if when.start is None or when.precision is None or (point.rule in COMPARISONS and point.unit not in DAYS):
            return self
        first = dt.date.fromisoformat(when.start[:10])
        if when.precision in ("day", "minute", "hour"):
            after = morning_after(when) if point.daypart in AFTER_DARK else None
            return Told(first, first, "day", self.quarter, self.at, after)
        if point.unit == "quarter":
            return Told(self.day, first, "quarter", first, point.start, self.morning_after)
        return Told(self.day, first, point.unit or "day", self.quarter, self.at, self.morning_after)
