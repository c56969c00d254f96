"""Arithmetic of whole days, weeks, months and years, as half-open intervals of days."""

import datetime as dt

Days = tuple[dt.date, dt.date]


def month_days(year: int, month: int) -> Days:
    """The days of a month."""
    return dt.date(year, month, 1), add_months(dt.date(year, month, 1), 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, the last of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def one_day(day: dt.date) -> Days:
    """The interval of a single day."""
    return day, day + dt.timedelta(days=1)


def in_year(days: Days, year: int) -> Days:
    """The same days of another year."""
    months = (year - days[0].year) * 12
    return add_months(days[0], months), add_months(days[1], months)


def shifted(day: dt.date, unit: str, steps: int) -> dt.date:
    """A day so many units on."""
    if unit in ("day", "night", "hour"):
        return day + dt.timedelta(days=steps if unit != "hour" else steps // 24)
    if unit in ("week", "weekend", "fortnight"):
        return day + dt.timedelta(days=7 * steps * (2 if unit == "fortnight" else 1))
    return add_months(
        day, steps * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit, 12)
    )


def unit_days(base: dt.date, unit: str, step: int) -> Days | None:
    """The whole unit that lies so many units from the one that holds the base."""
    monday = base - dt.timedelta(days=base.weekday())
    if unit == "week":
        return monday + dt.timedelta(days=7 * step), monday + dt.timedelta(days=7 * step + 7)
    if unit == "weekend":
        saturday = monday + dt.timedelta(days=5 + 7 * step)
        return saturday, saturday + dt.timedelta(days=2)
    if unit == "fortnight":
        return monday + dt.timedelta(days=14 * step), monday + dt.timedelta(days=14 * step + 14)
    if unit == "month":
        first = add_months(base.replace(day=1), step)
        return first, add_months(first, 1)
    if unit in ("quarter", "half"):
        length = 3 if unit == "quarter" else 6
        first = add_months(dt.date(base.year, (base.month - 1) // length * length + 1, 1), step * length)
        return first, add_months(first, length)
    if unit == "year":
        return dt.date(base.year + step, 1, 1), dt.date(base.year + step + 1, 1, 1)
    if unit == "decade":
        year = base.year // 10 * 10 + 10 * step
        return dt.date(year, 1, 1), dt.date(year + 10, 1, 1)
    if unit == "century":
        year = (base.year - 1) // 100 * 100 + 1 + 100 * step
        return dt.date(year, 1, 1), dt.date(year + 100, 1, 1)
    return None


def is_leap(year: int) -> bool:
    """True for a leap year of the Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
