"""Which year a month, a day, a feast or a season without one belongs to."""

import datetime as dt

from clarion.language.dates.calendar import Days, add_months, is_leap, month_days, one_day
from clarion.language.dates.feasts import feast_day
from clarion.language.dates.points import Point
from clarion.language.dates.setting import Setting


def month_day(point: Point, setting: Setting) -> Days | None:
    """A month or a day of a month, in the year that is named or inferred."""
    month, day, year = point.month or 1, point.day, point.year
    if point.feast == "?" and _swaps(point, setting):
        month, day = day or 1, month
    if year is None:
        year = year_for(month, day or 1, point, setting)
        if year is None:
            return None
    return one_day(dt.date(year, month, day)) if day else month_days(year, month)


def _swaps(point: Point, setting: Setting) -> bool:
    """Day before month, by the weekday beside it where there is one, else by the text's own habit."""
    if point.weekday is not None and setting.written_on:
        year = point.year or setting.written_on.year
        as_written = dt.date(year, point.month or 1, point.day or 1).weekday() == point.weekday
        swapped = dt.date(year, point.day or 1, point.month or 1).weekday() == point.weekday
        if as_written != swapped:
            return swapped
    return setting.day_first


def year_for(month: int, day: int, point: Point, setting: Setting) -> int | None:
    """The year of a day without one: by the weekday beside it, by the tense, else the nearest."""
    if point.anchor == "context":
        return setting.anchor.year + (point.nth or 0) if setting.anchor else None
    written = setting.written_on
    if written is None:
        return None
    if point.rule.endswith("+year") and point.nth is not None:
        return written.year + point.nth  # 2 May last year
    years = [written.year - 1, written.year, written.year + 1]
    if point.day is None:
        return _year_for_month(month, point, setting, written)
    candidates = [dt.date(year, month, day) for year in years if not (month == 2 and day == 29 and not is_leap(year))]
    if point.weekday is not None:
        fitting = [item for item in candidates if item.weekday() == point.weekday]
        # a weekday that fits only far away is more likely a slip than another year
        near = min(abs((item - written).days) for item in candidates)
        candidates = [item for item in fitting if abs((item - written).days) < near + 180] or candidates
    tense = point.direction or setting.tense

    def cost(item: dt.date) -> float:
        days = (item - written).days
        against = (tense < 0 < days) or (tense > 0 > days)
        return abs(days) + (200 if against else 0)

    return min(candidates, key=cost).year


def _year_for_month(month: int, point: Point, setting: Setting, written: dt.date) -> int:
    if point.nth is not None and point.rule.startswith("month_relative"):
        ahead = month - written.month
        return written.year + ({-1: -(ahead >= 0), 0: 0, 1: ahead <= 0}.get(point.nth, 0))
    tense = point.direction or setting.tense
    gap = month - written.month
    if point.sign in ("until", "before") and 0 < gap % 12 <= 3:
        return written.year + (gap < 0)  # a deadline that lies near ahead
    if tense > 0:
        return written.year + (gap < 0)
    if tense < 0:
        return written.year - (gap > 0)
    return written.year + (gap < -8) - (gap > 2)


def feast(point: Point, setting: Setting) -> Days | None:
    """The feast of the year named, else the nearest, in the direction that the words or the tense give."""
    name, written = point.feast or "", setting.written_on
    if point.year is not None:
        day = feast_day(name, point.year)
        return one_day(day) if day else None
    if written is None:
        return None
    tense = point.direction or setting.tense
    days = [day for year in (-1, 0, 1) if (day := feast_day(name, written.year + year))]
    fitting = [day for day in days if (day - written).days * tense >= 0] or days
    return one_day(min(fitting, key=lambda day: abs((day - written).days))) if fitting else None


def season(point: Point, setting: Setting) -> Days | None:
    """A season in the year that is named or inferred; winter begins in December."""
    month, year, written = point.season or 3, point.year, setting.written_on
    if year is None:
        if written is None:
            return None
        year = written.year
        start = dt.date(year, month, 1)
        end = add_months(start, 3)
        if (month == 12 and written.month <= 2) or (point.nth == -1 and end > written):
            year -= 1
        elif point.nth == 1 and start <= written:
            year += 1
        elif point.nth is None and setting.tense <= 0 and start > written:
            year -= 1
        elif point.nth is None and setting.tense > 0 and end <= written:
            year += 1
    start = dt.date(year, month, 1)
    return start, add_months(start, 3)
