"""Which day a weekday or a bare day of the month stands for."""

import datetime as dt

from clarion.language.dates.calendar import Days, add_months, month_days, one_day, unit_days
from clarion.language.dates.points import Point
from clarion.language.dates.setting import Setting
from clarion.language.dates.years import year_for


def weekday(point: Point, setting: Setting) -> Days | None:
    """The last such day before the document's date or the next after it, by the words and the tense."""
    written = setting.written_on
    if written is None:
        return None
    wanted = point.weekday or 0
    if point.day is not None:
        return _weekday_the_nth(point, written, setting)
    if point.rule == "weekdays_ago":
        back = (written.weekday() - wanted - 1) % 7 + 1
        return one_day(written - dt.timedelta(days=back + 7 * ((point.count or 1) - 1)))
    monday = written - dt.timedelta(days=written.weekday())
    if point.nth == 0:
        day = monday + dt.timedelta(days=wanted)
        return one_day(day)
    if point.nth == 1:
        return one_day(monday + dt.timedelta(days=7 + wanted))
    if point.nth == -1:
        back = (written.weekday() - wanted - 1) % 7 + 1
        return one_day(written - dt.timedelta(days=back))
    if (point.direction or setting.tense) > 0:
        return one_day(written + dt.timedelta(days=(wanted - written.weekday() - 1) % 7 + 1))
    back = (written.weekday() - wanted) % 7
    # "since Thursday" written on a Thursday is since the one before
    return one_day(written - dt.timedelta(days=back or (7 if point.sign == "since" else 0)))


def _weekday_the_nth(point: Point, written: dt.date, setting: Setting) -> Days | None:
    """As in "Saturday the 14th": the nearest month, in the direction of the tense, in which the two agree."""
    best = None
    for months in range(-7, 8):
        first = add_months(written.replace(day=1), months)
        try:
            day = first.replace(day=point.day or 1)
        except ValueError:
            continue
        if day.weekday() != point.weekday:
            continue
        days = (day - written).days
        cost = abs(days) + (40 if setting.tense * days < 0 else 0)
        if best is None or cost < best[0]:
            best = cost, day
    return one_day(best[1]) if best else None


def weekday_of_week(point: Point, setting: Setting) -> Days | None:
    """As in "Tuesday of next week"."""
    if setting.written_on is None:
        return None
    week = unit_days(setting.written_on, "week", int(point.rel or 0))
    return one_day(week[0] + dt.timedelta(days=point.weekday or 0)) if week else None


def nth_weekday(point: Point, setting: Setting) -> Days | None:
    """As in "the first Monday of September"; the last when `nth` is -1."""
    if point.month is None:
        days = unit_days(setting.written_on, "month", int(point.rel or 0)) if setting.written_on else None
    else:
        year = point.year or year_for(
            point.month, 1, Point(0, 0, "", month=point.month, direction=point.direction), setting
        )
        days = month_days(year, point.month) if year else None
    if days is None:
        return None
    first, end = days
    wanted = point.weekday or 0
    if (point.nth or 1) < 0:
        last = end - dt.timedelta(days=1)
        return one_day(last - dt.timedelta(days=(last.weekday() - wanted) % 7))
    day = first + dt.timedelta(days=(wanted - first.weekday()) % 7 + 7 * ((point.nth or 1) - 1))
    return one_day(day) if day < end else None


def day_of_month(point: Point, setting: Setting) -> Days | None:
    """As in "the 14th": of the month told of, else the nearest in the direction of the tense."""
    written = setting.written_on
    base = setting.anchor if point.anchor == "context" and setting.anchor else written
    if base is None:
        return None
    first = base.replace(day=1)
    day = point.day or 1
    if point.anchor == "context":
        return one_day(first.replace(day=day))
    if point.count is not None:
        return one_day(add_months(first, point.count).replace(day=day))
    tense = setting.tense
    if tense > 0 and day < base.day:
        first = add_months(first, 1)
    elif tense <= 0 and day > base.day and (tense < 0 or day - base.day > 15):
        first = add_months(first, -1)
    return one_day(first.replace(day=day))
