"""Points placed on the calendar: half-open intervals of local dates or date-times.

Conventions: a weekday in the past is the last one before the document's date (that day itself if it fits), in the
future the next; weeks run Monday to Monday; early, mid and late month are 1-10, 11-20 and 21 on; a night reaches into
the next day; seasons are meteorological and northern. Nothing is ever held against today's date.
"""

import datetime as dt

from clarion.language.dates.calendar import Days, in_year, one_day, shifted
from clarion.language.dates.points import Point
from clarion.language.dates.setting import Setting
from clarion.language.dates.units import nth, part_of, relative
from clarion.language.dates.weekdays import day_of_month, nth_weekday, weekday, weekday_of_week
from clarion.language.dates.years import feast, month_day, season
from clarion.model.nouns import When
from clarion.model.vocabulary import Basis, Precision

# rules whose `nth` counts units inside a longer one
NTH = ("quarter", "nth_of", "nth_of_relative", "century", "fiscal", "first_units")


_PRECISION = {
    "day": Precision.DAY,
    "night": Precision.DAY,
    "weekend": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.SEASON,
    "half": Precision.SEASON,
    "season": Precision.SEASON,
    "year": Precision.YEAR,
    "decade": Precision.YEAR,
    "century": Precision.YEAR,
    "millennium": Precision.YEAR,
}


def resolve(point: Point, setting: Setting) -> When:
    """The interval of a point; null bounds when the words or the setting give too little."""
    span = (point.start, point.end)
    if point.null:
        return When(span=span)
    try:
        days = days_of(point, setting)
        if days is None:
            return When(span=span)
        until = _until(point, days, setting)
        if until and setting.tense > 0 and point.year is None and point.month and setting.written_on:
            days, until = _not_yet_over(days, until, setting.written_on)
    except (ValueError, OverflowError):
        return When(span=span)  # 31 June, the year 12000: no day of the calendar
    basis = _basis(point)
    if point.has_clock:
        return _clocked(point, days[0], span, basis)
    start, end = days[0], (until or days)[1]
    finest = (point.last or point).unit or "day"
    if point.part and point.part.startswith(("first ", "last ")) and point.part != "last day":
        finest = point.part.split()[2]  # the first three months of the year
    precision = _PRECISION.get(finest, Precision.DAY)
    return _signed(point, (start.isoformat(), end.isoformat()), When(None, None, precision, basis, span), setting.tense)


def _until(point: Point, days: Days, setting: Setting) -> Days | None:
    """The end of a range; one without a year is the first at or after the range's start."""
    if point.last is None:
        return None
    until = days_of(point.last, setting)
    if until and point.last.year is None and point.last.month:
        until = in_year(until, days[0].year)
        if until[1] <= days[0]:
            until = in_year(until, days[0].year + 1)
    return until if until and until[1] > days[0] else None


def _not_yet_over(days: Days, until: Days, written: dt.date) -> tuple[Days, Days]:
    """A coming stretch may have begun: "August to October" told in September is this year's."""
    earlier = in_year(days, days[0].year - 1), in_year(until, until[0].year - 1)
    return earlier if earlier[1][1] > written else (days, until)


def _signed(point: Point, bounds: tuple[str, str], when: When, tense: int) -> When:
    """The interval under its sign: "since", "until", "before", "after"; "from" opens what is to come only."""
    start, end = bounds
    basis, span = when.basis, when.span
    if point.sign == "since" or (point.sign == "from" and tense > 0):
        return When(start, None, Precision.OPEN, basis, span)
    if point.sign == "after":
        return When(end, None, Precision.OPEN, basis, span)
    if point.sign == "until":
        return When(None, end, Precision.OPEN, basis, span)
    if point.sign == "before":
        # before the end of the month is before that end, not before its last days
        return When(None, end if point.part == "end" else start, Precision.OPEN, basis, span)
    return When(start, end, when.precision, basis, span)


def _clocked(point: Point, day: dt.date, span: tuple[int, int], basis: Basis) -> When:
    assert point.hour is not None
    start = dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=point.hour, minutes=point.minute)
    precision = Precision.HOUR if point.rough else Precision.MINUTE
    end = None
    if point.until_hour is not None:
        close = dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=point.until_hour, minutes=point.until_minute)
        close += dt.timedelta(days=1) if close <= start else dt.timedelta()
        end = close.isoformat(timespec="minutes")
    written = start.isoformat(timespec="minutes")
    if point.sign in ("until", "before"):
        return When(None, written, Precision.OPEN, basis, span)
    if point.sign in ("since", "after"):
        return When(written, None, Precision.OPEN, basis, span)
    return When(written, end, precision, basis, span)


def _basis(point: Point) -> Basis:
    if point.anchor == "context" or not (point.has_date or point.unit in ("quarter", "half", "week", "month")):
        return Basis.CONTEXT
    explicit = point.year is not None or (point.last is not None and point.last.year is not None)
    return Basis.EXPLICIT if explicit else Basis.DOCUMENT_DATE


def days_of(point: Point, setting: Setting) -> Days | None:
    """First day and the day after the last; None when the point cannot be placed."""
    days = _days(point, setting)
    if days is None:
        return None
    if point.shift is not None:
        days = one_day(shifted(days[0], point.shift[1], point.shift[0]))
    if point.part and point.part != "?":
        days = part_of(days, point.part, setting)
    if point.daypart in ("night", "nights") and point.unit == "day" and point.part is None and point.count == 2:
        days = days[0], days[1] + dt.timedelta(days=1)
    return days


def _days(point: Point, setting: Setting) -> Days | None:
    if point.feast and point.feast != "?":
        return feast(point, setting)
    if point.rule == "nth_weekday":
        return nth_weekday(point, setting)
    if point.rule == "within" and setting.tense < 0:
        return None
    if point.weekday is not None and point.rel is not None and point.unit == "week":
        return weekday_of_week(point, setting)
    if point.unit in ("decade", "century") and point.year is not None:
        length = 10 if point.unit == "decade" else 100
        return dt.date(max(point.year, 1), 1, 1), dt.date(point.year + length, 1, 1)
    if (
        point.unit in ("quarter", "half", "week", "month")
        and point.rule in NTH
        and (point.nth is not None or point.count is not None)
        and point.rel is None
    ):
        return nth(point, setting)
    if point.season is not None:
        return season(point, setting)
    if point.rel is not None:
        return relative(point, setting)
    if point.weekday is not None and point.month is None and point.year is None:
        return weekday(point, setting)
    if point.day is not None and point.month is None:
        return day_of_month(point, setting)
    if point.month is not None:
        return month_day(point, setting)
    if point.year is not None:
        return dt.date(point.year, 1, 1), dt.date(point.year + 1, 1, 1)
    anchor = setting.anchor or None
    return (anchor, anchor + dt.timedelta(days=1)) if anchor else None
