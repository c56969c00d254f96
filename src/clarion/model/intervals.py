"""Algebra of half-open intervals of local dates, as written in `When`."""

import datetime

from clarion.model.nouns import When


def first_day(when: When | None) -> datetime.date | None:
    """The first day of an interval, or None when its start is open or unknown."""
    return datetime.date.fromisoformat(when.start[:10]) if when and when.start else None


def last_day(when: When | None) -> datetime.date | None:
    """The last day that an interval touches, or None when its end is open or unknown."""
    if when is None or when.end is None:
        return None
    day = datetime.date.fromisoformat(when.end[:10])
    # an end at midnight or a bare date is the first moment outside
    outside = len(when.end) == 10 or when.end[10:16] == "T00:00"
    return day - datetime.timedelta(days=1) if outside else day


def days(when: When | None) -> tuple[datetime.date, datetime.date] | None:
    """First and last day touched; a clock time without an end touches its own day. None when a side is open."""
    first = first_day(when)
    last = last_day(when)
    if first is not None and last is None and when is not None and "T" in (when.start or ""):
        last = first
    return (first, last) if first is not None and last is not None else None


def touch(left: When | None, right: When | None, *, slack: int = 0) -> bool:
    """True when both are placed on the calendar and share a day, or lie at most `slack` days apart.

    An open side reaches to the end of time; an interval with neither bound touches nothing.
    """
    if left is None or right is None or not (left.start or left.end) or not (right.start or right.end):
        return False
    return _reaches(left, right, slack) and _reaches(right, left, slack)


def _reaches(left: When, right: When, slack: int) -> bool:
    start, end = first_day(left), last_day(right) if right.end else None
    if right.end is None and "T" in (right.start or ""):
        end = first_day(right)
    return start is None or end is None or start <= end + datetime.timedelta(days=slack)
