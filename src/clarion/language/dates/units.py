"""Units told from another day: "last month", "two weeks ago", "the first quarter", "early May"."""

import datetime as dt

from clarion.language.dates.calendar import Days, add_months, month_days, one_day, shifted, unit_days
from clarion.language.dates.points import Point
from clarion.language.dates.setting import Setting
from clarion.language.dates.years import year_for


def relative(point: Point, setting: Setting) -> Days | None:
    """Units, days and stretches counted from the document's date or from the time told of last."""
    base = setting.anchor if point.anchor == "context" else setting.written_on
    if base is None and point.rule == "the_relative_unit":
        base = setting.written_on
    if base is None:
        return None
    step, unit = int(point.rel or 0), point.unit or "day"
    if point.rule == "in_offset" and setting.tense < 0:
        return None  # "in two days they arrested 40" tells how long, not when
    if (
        unit == "year"
        and abs(step) == 1
        and setting.anchor
        and setting.anchor_unit in ("quarter", "half")
        and _compares(point)
    ):
        return unit_days(add_months(setting.anchor, 12 * step), setting.anchor_unit, 0)
    if unit == "quarter" and point.anchor == "context" and setting.anchor_unit != "quarter" and setting.written_on:
        return unit_days(setting.written_on, "quarter", -1)
    if point.count is not None and abs(step) == 1:
        edge = shifted(base, unit, step * point.count)
        if point.rule == "within":
            return base, edge + dt.timedelta(days=1)
        return (edge, base) if step < 0 else (base + dt.timedelta(days=1), edge + dt.timedelta(days=1))
    if unit in ("day", "night"):
        if point.daypart in ("night", "nights") and step == -1 and point.rule == "this_part":
            return one_day(base - dt.timedelta(days=1))
        return one_day(base + dt.timedelta(days=step))
    if unit == "weekend" and point.rule == "the_quarter" and setting.tense <= 0 and base.weekday() < 5:
        step = -1  # "over the weekend" told on a weekday
    if unit in ("week", "fortnight") and point.rule in ("ago", "later", "in_offset"):
        return one_day(shifted(base, unit, step))
    return unit_days(base, unit, step)


def _compares(point: Point) -> bool:
    """True for "a year earlier" and its like, which after a quarter mean the same quarter of the year before."""
    return point.rule in ("ago", "later", "year_earlier", "ago_unit")


def nth(point: Point, setting: Setting) -> Days | None:
    """As in "the first quarter of 1998"; without a year the nearest, before or after by the tense."""
    year, nth = point.year, point.nth or 1
    written = setting.written_on
    if point.unit == "month" and (year is None or nth > 12):
        return None
    if point.count is not None and written:
        year = written.year + point.count
        if point.nth is None and setting.anchor and setting.anchor_unit == point.unit:
            return unit_days(setting.anchor.replace(year=year, day=1), point.unit or "quarter", 0)
    if point.unit == "week":
        return _nth_week(point, setting)
    if point.unit == "half" and point.month is not None:
        return _half_month(point, setting)
    length = {"quarter": 3, "half": 6}.get(point.unit or "", 1)
    if nth < 0:
        nth = 12 // length
    if year is None:
        if written is None:
            return None
        year = written.year
        if setting.tense <= 0 and dt.date(year, (nth - 1) * length + 1, 1) > written:
            year -= 1
    first = dt.date(year, (nth - 1) * length + 1, 1)
    return first, add_months(first, length)


def _half_month(point: Point, setting: Setting) -> Days | None:
    """As in "the first half of April": its first fifteen days, or those behind them."""
    year = point.year or year_for(point.month or 1, 1, point, setting)
    if year is None or not 1 <= (point.nth or 1) <= 2:
        return None
    first, end = month_days(year, point.month or 1)
    middle = first + dt.timedelta(days=15)
    return (first, middle) if point.nth == 1 else (middle, end)


def _nth_week(point: Point, setting: Setting) -> Days | None:
    if point.month is None and point.year is None:
        return None
    year = point.year or (year_for(point.month or 1, 1, point, setting) if point.month else None)
    if year is None:
        return None
    first, end = month_days(year, point.month) if point.month else (dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
    if (point.nth or 1) < 0:  # the week of the last Thursday, as ISO 8601 counts weeks
        last = end - dt.timedelta(days=1)
        monday = last - dt.timedelta(days=(last.weekday() - 3) % 7 + 3)
        return monday, monday + dt.timedelta(days=7)
    monday = first - dt.timedelta(days=first.weekday())
    if first.weekday() > 3:
        monday += dt.timedelta(days=7)
    monday += dt.timedelta(days=7 * ((point.nth or 1) - 1))
    return monday, monday + dt.timedelta(days=7)


def part_of(days: Days, part: str, setting: Setting) -> Days:
    """The early, middle or late part of a month; of a longer unit the whole, since nothing settles its parts."""
    start, end = days
    length = (end - start).days
    written = setting.written_on
    if part == "week":
        monday = start - dt.timedelta(days=start.weekday())
        return monday, monday + dt.timedelta(days=7)
    if " " in part and part != "last day":
        which, number, unit = part.split()
        if which == "first":
            return start, shifted(start, unit, int(number))
        return shifted(end, unit, -int(number)), end
    if part == "last day":
        return one_day(end - dt.timedelta(days=1))
    if part == "earlier":
        return (start, written) if written and start < written < end else days
    if part == "later" and written and start <= written < end - dt.timedelta(days=1):
        return written + dt.timedelta(days=1), end
    if part == "later":
        return days
    if 28 <= length <= 31:
        tenth, twentieth = start + dt.timedelta(days=10), start + dt.timedelta(days=20)
        return {"early": (start, tenth), "start": (start, tenth), "mid": (tenth, twentieth)}.get(part, (twentieth, end))
    return days
