"""Points placed on the calendar: half-open intervals of local dates or date-times.

Conventions: a weekday in the past is the last one before the document's date (that day itself if it fits), in the
future the next; weeks run Monday to Monday; early, mid and late month are 1-10, 11-20 and 21 on; a night reaches into
the next day; seasons are meteorological and northern. Nothing is ever held against today's date.
"""

import datetime as dt
from dataclasses import dataclass, replace

from clarion.language.dates.feasts import feast_day
from clarion.language.dates.points import Point
from clarion.model.nouns import When
from clarion.model.vocabulary import Basis, Precision

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a point is read against: the document's date, the time told of last with its unit, the tense near (-1, 0, 1)."""

    written_on: dt.date | None
    anchor: dt.date | None = None
    anchor_unit: str = "day"
    tense: int = 0
    day_first: bool = False


# rules whose `nth` counts units inside a longer one
NTH = ("nth_of", "nth_of_relative", "century", "fiscal", "first_units")
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
    precision = _PRECISION.get((point.last or point).unit or "day", Precision.DAY)
    return _signed(point, (start.isoformat(), end.isoformat()), When(None, None, precision, basis, span), setting.tense)


def _until(point: Point, days: Days, setting: Setting) -> Days | None:
    """The end of a range; one without a year is the first at or after the range's start."""
    if point.last is None:
        return None
    until = days_of(point.last, setting)
    if until and point.last.year is None and point.last.month:
        until = _in_year(until, days[0].year)
        if until[1] <= days[0]:
            until = _in_year(until, days[0].year + 1)
    return until if until and until[1] > days[0] else None


def _in_year(days: Days, year: int) -> Days:
    months = (year - days[0].year) * 12
    return add_months(days[0], months), add_months(days[1], months)


def _not_yet_over(days: Days, until: Days, written: dt.date) -> tuple[Days, Days]:
    """A coming stretch may have begun: "August to October" told in September is this year's."""
    earlier = _in_year(days, days[0].year - 1), _in_year(until, until[0].year - 1)
    return earlier if earlier[1][1] > written else (days, until)


def _signed(point: Point, bounds: tuple[str, str], when: When, tense: int) -> When:
    """The interval under its sign: "since", "until", "before", "after"; "from" opens what is to come only."""
    start, end = bounds
    if point.sign == "since" or (point.sign == "from" and tense > 0):
        return replace(when, start=start, precision=Precision.OPEN)
    if point.sign == "after":
        return replace(when, start=end, precision=Precision.OPEN)
    if point.sign == "until":
        return replace(when, end=end, precision=Precision.OPEN)
    if point.sign == "before":
        # before the end of the month is before that end, not before its last days
        return replace(when, end=end if point.part == "end" else start, precision=Precision.OPEN)
    return replace(when, start=start, end=end)


def _clocked(point: Point, day: dt.date, span: tuple[int, int], basis: Basis) -> When:
    assert point.hour is not None
    start = dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=point.hour, minutes=point.minute)
    precision = Precision.HOUR if point.rough else Precision.MINUTE
    end = None
    if point.until_hour is not None:
        close = dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=point.until_hour, minutes=point.until_minute)
        close += dt.timedelta(days=1) if close <= start else dt.timedelta()
        end = close.strftime("%Y-%m-%dT%H:%M")
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
        days = _one(_shift(days[0], point.shift[1], point.shift[0]))
    if point.part and point.part != "?":
        days = _part(days, point.part, setting)
    if point.daypart in ("night", "nights") and point.unit == "day" and point.part is None and point.count == 2:
        days = days[0], days[1] + dt.timedelta(days=1)
    return days


def _days(point: Point, setting: Setting) -> Days | None:
    if point.feast and point.feast != "?":
        return _feast(point, setting)
    if point.rule == "nth_weekday":
        return _nth_weekday(point, setting)
    if point.rule == "within" and setting.tense < 0:
        return None
    if point.weekday is not None and point.rel is not None and point.unit == "week":
        return _weekday_of_week(point, setting)
    if point.unit in ("decade", "century") and point.year is not None:
        length = 10 if point.unit == "decade" else 100
        return dt.date(max(point.year, 1), 1, 1), dt.date(point.year + length, 1, 1)
    if (
        point.unit in ("quarter", "half", "week", "month")
        and point.rule in NTH
        and (point.nth is not None or point.count is not None)
        and point.rel is None
    ):
        return _nth(point, setting)
    if point.season is not None:
        return _season(point, setting)
    if point.rel is not None:
        return _relative(point, setting)
    if point.weekday is not None and point.month is None and point.year is None:
        return _weekday(point, setting)
    if point.day is not None and point.month is None:
        return _day_of_month(point, setting)
    if point.month is not None:
        return _month_day(point, setting)
    if point.year is not None:
        return dt.date(point.year, 1, 1), dt.date(point.year + 1, 1, 1)
    anchor = setting.anchor or None
    return (anchor, anchor + dt.timedelta(days=1)) if anchor else None


def _feast(point: Point, setting: Setting) -> Days | None:
    """The feast of the year named, else the nearest, in the direction that the words or the tense give."""
    name, written = point.feast or "", setting.written_on
    if point.year is not None:
        day = feast_day(name, point.year)
        return _one(day) if day else None
    if written is None:
        return None
    tense = point.direction or setting.tense
    days = [day for year in (-1, 0, 1) if (day := feast_day(name, written.year + year))]
    fitting = [day for day in days if (day - written).days * tense >= 0] or days
    return _one(min(fitting, key=lambda day: abs((day - written).days))) if fitting else None


def month_days(year: int, month: int) -> Days:
    """The days of a month."""
    return dt.date(year, month, 1), add_months(dt.date(year, month, 1), 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, the last of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def _one(day: dt.date) -> Days:
    return day, day + dt.timedelta(days=1)


def _month_day(point: Point, setting: Setting) -> Days | None:
    month, day, year = point.month or 1, point.day, point.year
    if point.feast == "?" and _swaps(point, setting):
        month, day = day or 1, month
    if year is None:
        year = _year_for(month, day or 1, point, setting)
        if year is None:
            return None
    return _one(dt.date(year, month, day)) if day else month_days(year, month)


def _swaps(point: Point, setting: Setting) -> bool:
    """Day before month, by the weekday beside it where there is one, else by the text's own habit."""
    if point.weekday is not None and setting.written_on:
        year = point.year or setting.written_on.year
        as_written = dt.date(year, point.month or 1, point.day or 1).weekday() == point.weekday
        swapped = dt.date(year, point.day or 1, point.month or 1).weekday() == point.weekday
        if as_written != swapped:
            return swapped
    return setting.day_first


def _year_for(month: int, day: int, point: Point, setting: Setting) -> int | None:
    """The year of a day without one: by the weekday beside it, by the tense, else the nearest to the document's date."""
    if point.anchor == "context":
        return setting.anchor.year + (point.nth or 0) if setting.anchor else None
    written = setting.written_on
    if written is None:
        return None
    years = [written.year - 1, written.year, written.year + 1]
    if point.day is None:
        return _year_for_month(month, point, setting, written)
    candidates = [dt.date(year, month, day) for year in years if not (month == 2 and day == 29 and not _leap(year))]
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
    if point.nth is not None:
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


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _weekday(point: Point, setting: Setting) -> Days | None:
    written = setting.written_on
    if written is None:
        return None
    wanted = point.weekday or 0
    if point.day is not None:
        return _weekday_the_nth(point, written, setting)
    monday = written - dt.timedelta(days=written.weekday())
    if point.nth == 0:
        day = monday + dt.timedelta(days=wanted)
        return _one(day)
    if point.nth == 1:
        return _one(monday + dt.timedelta(days=7 + wanted))
    if point.nth == -1:
        back = (written.weekday() - wanted - 1) % 7 + 1
        return _one(written - dt.timedelta(days=back))
    if (point.direction or setting.tense) > 0:
        return _one(written + dt.timedelta(days=(wanted - written.weekday() - 1) % 7 + 1))
    back = (written.weekday() - wanted) % 7
    # "since Thursday" written on a Thursday is since the one before
    return _one(written - dt.timedelta(days=back or (7 if point.sign == "since" else 0)))


def _weekday_of_week(point: Point, setting: Setting) -> Days | None:
    """As in "Tuesday of next week"."""
    if setting.written_on is None:
        return None
    week = _unit_days(setting.written_on, "week", int(point.rel or 0))
    return _one(week[0] + dt.timedelta(days=point.weekday or 0)) if week else None


def _nth_weekday(point: Point, setting: Setting) -> Days | None:
    """As in "the first Monday of September"; the last when `nth` is -1."""
    if point.month is None:
        days = _unit_days(setting.written_on, "month", int(point.rel or 0)) if setting.written_on else None
    else:
        year = point.year or _year_for(
            point.month, 1, Point(0, 0, "", month=point.month, direction=point.direction), setting
        )
        days = month_days(year, point.month) if year else None
    if days is None:
        return None
    first, end = days
    wanted = point.weekday or 0
    if (point.nth or 1) < 0:
        last = end - dt.timedelta(days=1)
        return _one(last - dt.timedelta(days=(last.weekday() - wanted) % 7))
    day = first + dt.timedelta(days=(wanted - first.weekday()) % 7 + 7 * ((point.nth or 1) - 1))
    return _one(day) if day < end else None


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
    return _one(best[1]) if best else None


def _day_of_month(point: Point, setting: Setting) -> Days | None:
    """As in "the 14th": of the month told of, else the nearest in the direction of the tense."""
    written = setting.written_on
    base = setting.anchor if point.anchor == "context" and setting.anchor else written
    if base is None:
        return None
    first = base.replace(day=1)
    day = point.day or 1
    if point.anchor == "context":
        return _one(first.replace(day=day))
    tense = setting.tense
    if tense > 0 and day < base.day:
        first = add_months(first, 1)
    elif tense <= 0 and day > base.day and (tense < 0 or day - base.day > 15):
        first = add_months(first, -1)
    return _one(first.replace(day=day))


def _relative(point: Point, setting: Setting) -> Days | None:
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
        return _unit_days(add_months(setting.anchor, 12 * step), setting.anchor_unit, 0)
    if unit == "quarter" and point.anchor == "context" and setting.anchor_unit != "quarter" and setting.written_on:
        return _unit_days(setting.written_on, "quarter", -1)
    if point.count is not None and abs(step) == 1:
        edge = _shift(base, unit, step * point.count)
        if point.rule == "within":
            return base, edge + dt.timedelta(days=1)
        return (edge, base) if step < 0 else (base + dt.timedelta(days=1), edge + dt.timedelta(days=1))
    if unit in ("day", "night"):
        if point.daypart in ("night", "nights") and step == -1 and point.rule == "this_part":
            return _one(base - dt.timedelta(days=1))
        return _one(base + dt.timedelta(days=step))
    if unit == "weekend" and point.rule == "the_quarter" and setting.tense <= 0 and base.weekday() < 5:
        step = -1  # "over the weekend" told on a weekday
    if unit in ("week", "fortnight") and point.rule in ("ago", "later", "in_offset"):
        return _one(_shift(base, unit, step))
    return _unit_days(base, unit, step)


def _compares(point: Point) -> bool:
    """True for "a year earlier" and its like, which after a quarter mean the same quarter of the year before."""
    return point.rule in ("ago", "later", "year_earlier", "ago_unit")


def _shift(day: dt.date, unit: str, steps: int) -> dt.date:
    if unit in ("day", "night", "hour"):
        return day + dt.timedelta(days=steps if unit != "hour" else steps // 24)
    if unit in ("week", "weekend", "fortnight"):
        return day + dt.timedelta(days=7 * steps * (2 if unit == "fortnight" else 1))
    return add_months(
        day, steps * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit, 12)
    )


def _unit_days(base: dt.date, unit: str, step: int) -> Days | None:
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


def _nth(point: Point, setting: Setting) -> Days | None:
    """As in "the first quarter of 1998"; without a year the one nearest before the document's date, or after if told so."""
    year, nth = point.year, point.nth or 1
    written = setting.written_on
    if point.unit == "month" and (year is None or nth > 12):
        return None
    if point.count is not None and written:
        year = written.year + point.count
        if point.nth is None and setting.anchor and setting.anchor_unit == point.unit:
            return _unit_days(setting.anchor.replace(year=year, day=1), point.unit or "quarter", 0)
    if point.unit == "week":
        return _nth_week(point, setting)
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


def _nth_week(point: Point, setting: Setting) -> Days | None:
    if point.month is None and point.year is None:
        return None
    year = point.year or (_year_for(point.month or 1, 1, point, setting) if point.month else None)
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


def _season(point: Point, setting: Setting) -> Days | None:
    month, year, written = point.season or 3, point.year, setting.written_on
    if year is None:
        if written is None:
            return None
        year = written.year
        start = dt.date(year, month, 1)
        end = add_months(start, 3)
        if month == 12 and written.month <= 2:
            year -= 1
        elif point.nth == -1 and end > written:
            year -= 1
        elif point.nth == 1 and start <= written:
            year += 1
        elif point.nth is None and setting.tense <= 0 and start > written:
            year -= 1
        elif point.nth is None and setting.tense > 0 and end <= written:
            year += 1
    start = dt.date(year, month, 1)
    return start, add_months(start, 3)


def _part(days: Days, part: str, setting: Setting) -> Days:
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
            return start, _shift(start, unit, int(number))
        return _shift(end, unit, -int(number)), end
    if part == "last day":
        return _one(end - dt.timedelta(days=1))
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
