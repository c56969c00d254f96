"""Builders for expressions that lean on another day: weekdays, "last month", "that evening", "later this week"."""

from clarion.language.dates.absolute import day_number
from clarion.language.dates.points import Builder, Point, Tokens, is_fiscal, number_of, span_of, value_of, whole


def month_relative(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "last February", "this May", "next March"."""
    start, end = span_of(tokens, first, last)
    step = whole(value_of(codes, tokens, first, last, "R"))
    month = whole(value_of(codes, tokens, first, last, "M"))
    return Point(start, end, "", month=month, unit="month", direction=step or 0, nth=step if step is not None else 0)


def nth_of_relative(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "last year's third quarter", "the first half of this year"."""
    start, end = span_of(tokens, first, last)
    units = [str(tokens[index].value) for index in range(first, last) if codes[index] == "U"]
    nth = whole(value_of(codes, tokens, first, last, "oO"))
    step = whole(value_of(codes, tokens, first, last, "R")) or 0
    unit = units[-1] if "'" in codes[first:last] else units[0]
    if unit not in ("quarter", "half") or "year" not in units:
        return Point(start, end, "", rel=step, unit=units[0]) if "'" in codes[first:last] else None
    return Point(
        start, end, "", unit=unit, nth=nth, rel=None, direction=0, count=step, anchor="document" if nth else "context"
    )


def year_earlier(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the year-earlier period", "the year-ago quarter"."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "U"))
    return (
        Point(start, end, "", rel=-1, unit=unit, anchor="context") if unit in ("year", "month", "week", "day") else None
    )


def year_end(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "year-end", "month-end": the last day of the unit that holds the document's date."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "U"))
    edge = str(value_of(codes, tokens, first, last, "G"))
    return (
        Point(start, end, "", rel=0, unit=unit, part="last day")
        if edge == "end" and unit in ("year", "month")
        else None
    )


def the_relative_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the past year" (up to the document's date), "the coming week" (the next), "the following day" (told)."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "U"))
    word = next(tokens[index].word for index in range(first, last) if codes[index] == "R")
    step = whole(value_of(codes, tokens, first, last, "R")) or 0
    if unit in ("minute", "second", "hour", "season") or is_fiscal(tokens, first, last):
        return Point(start, end, "", null="vague")
    if step == 0:
        return Point(start, end, "", rel=0, unit=unit, anchor="context" if unit == "quarter" else "document")
    if word == "past" and unit not in ("day", "weekend"):
        return Point(start, end, "", rel=step, count=1, unit=unit)
    if word in ("last", "past", "next", "coming", "upcoming", "forthcoming") and unit != "day":
        return Point(start, end, "", rel=step, unit=unit)
    return Point(start, end, "", rel=step, unit=unit, anchor="context")


def the_quarter(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the quarter": the one told of last."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "U"))
    if unit == "quarter":
        return Point(start, end, "", rel=0, unit=unit, anchor="context")
    if unit == "weekend":
        return Point(start, end, "", rel=0, unit=unit)
    if is_fiscal(tokens, first, last):
        return Point(start, end, "", null="vague")
    told = codes[first - 1 : first] == "l" or "Q" in codes[first:last]
    if unit == "year" and told and codes[last : last + 1] not in ("Y", "N"):
        return Point(start, end, "", rel=0, unit=unit)
    return None


def day_of_month(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the 14th", only when no noun follows that the ordinal could count."""
    start, end = span_of(tokens, first, last)
    if _counts_a_noun(codes, tokens, last):
        return None
    day = whole(value_of(codes, tokens, first, last, "O"))
    return Point(start, end, "", day=day, unit="day") if day and 1 <= day <= 31 else None


def day_of_relative(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the 30th of last month", "the 4th of this month", "the 9th of the month"."""
    start, end = span_of(tokens, first, last)
    day = whole(value_of(codes, tokens, first, last, "O"))
    step = whole(value_of(codes, tokens, first, last, "R"))
    if value_of(codes, tokens, first, last, "U") != "month" or not day or not 1 <= day <= 31:
        return None
    settled = step is not None or "h" in codes[first:last]
    return Point(start, end, "", day=day, unit="day", count=(step or 0) if settled else None)


def _counts_a_noun(codes: str, tokens: Tokens, last: int) -> bool:
    """True when a noun follows that the ordinal could count: "the 14th amendment"."""
    if codes[last : last + 1] not in ("x", "U", "u", "K") or tokens[last].start - tokens[last - 1].end > 1:
        return False
    word = str(tokens[last].value)
    return codes[last] != "x" or (word[:1].isalpha() and word.lower() not in AFTER_DAY)


AFTER_DAY = frozenset(
    "in at of with it he she they we i you as when where who which that were was is are had has have will would "
    "near outside inside under against without into onto not is also but while because said told must should shall "
    "can could may might cannot so then after before during until till for from by to on about over there here this "
    "that these those if unless and or been being do does did upon amid despite among".split()
)


def weekday(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "Monday", "last Friday", "Saturday the 14th"; of "Friday, the fourth attack" only the weekday."""
    weekday = whole(value_of(codes, tokens, first, last, "W"))
    day = day_number(codes, tokens, first, last)
    if day is not None and (not 1 <= day <= 31 or ("o" in codes[first:last] and _counts_a_noun(codes, tokens, last))):
        day, last = None, codes.index("W", first) + 1
    start, end = span_of(tokens, first, last)
    relative = value_of(codes, tokens, first, last, "R")
    this = value_of(codes, tokens, first, last, "h")
    word = next((tokens[index].word for index in range(first, last) if codes[index] == "R"), "")
    step = whole(relative)
    # "this coming Monday" and "this past Monday" are the nearest, "next Monday" lies in the next week
    nearest = this is not None or word in ("coming", "upcoming", "past")
    which = (None if nearest else step) if step is not None else 0 if this is not None else None
    return Point(start, end, "", weekday=weekday, day=day, unit="day", direction=step or 0, nth=which)


def weekdays_ago(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "two Sundays ago"."""
    start, end = span_of(tokens, first, last)
    number = number_of(codes, tokens, first, last)
    weekday = whole(value_of(codes, tokens, first, last, "w"))
    return Point(start, end, "", weekday=weekday, unit="day", count=number) if number and number < 500 else None


def today(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "today", "tomorrow", "yesterday", "tonight"."""
    start, end = span_of(tokens, first, last)
    days = whole(value_of(codes, tokens, first, last, "T")) or 0
    part = value_of(codes, tokens, first, last, "P")
    written_night = tokens[first].word in ("tonight", "overnight")
    return Point(
        start, end, "", rel=days, unit="day", daypart=str(part) if part else ("night" if written_night else None)
    )


def this_part(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "this morning", "last night"."""
    start, end = span_of(tokens, first, last)
    part = str(value_of(codes, tokens, first, last, "P"))
    relative = whole(value_of(codes, tokens, first, last, "R"))
    context = "q" in codes[first:last]
    return Point(
        start, end, "", rel=relative or 0, unit="day", daypart=part, anchor="context" if context else "document"
    )


def relative_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "last week", "this year", "the coming month"."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "U"))
    if unit in ("minute", "second", "hour", "season") or is_fiscal(tokens, first, last):
        return Point(start, end, "", null="vague")
    rel = whole(value_of(codes, tokens, first, last, "R")) or 0
    # "on this day" is the one just told of; where none was, the day of writing
    told = unit == "day" and rel == 0
    return Point(start, end, "", rel=rel, unit=unit, anchor="context" if told else "document")


def context_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "that day", "the same month", "the following week", "the previous year"."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "UP"))
    part = None
    if "P" in codes[first:last]:
        unit, part = "day", unit
    relative = whole(value_of(codes, tokens, first, last, "R")) or 0
    if unit in ("minute", "second", "hour", "season"):
        return Point(start, end, "", null="vague")
    return Point(start, end, "", rel=relative, unit=unit, anchor="context", daypart=part)


def part_of_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "earlier this month", "late last year", "the end of the week", "mid-week"."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "U"))
    relative = whole(value_of(codes, tokens, first, last, "R")) or 0
    step = whole(value_of(codes, tokens, first, last, "L"))
    part = {1: "later", -1: "earlier", None: str(value_of(codes, tokens, first, last, "EG"))}[step]
    if unit in ("minute", "second", "hour", "season"):
        return Point(start, end, "", null="vague")
    return Point(start, end, "", rel=relative, unit=unit, part=part)


def daypart(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "evening": a part of a day told elsewhere."""
    start, end = span_of(tokens, first, last)
    return Point(start, end, "", daypart=str(value_of(codes, tokens, first, last, "P")), unit="day")


def null(why: str) -> Builder:
    """A builder for what has no place on the calendar, with the reason."""

    def build(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
        start, end = span_of(tokens, first, last)
        return Point(start, end, "", null=why)

    return build


def nth_weekday(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the first Monday of September", "the last Friday of next month"."""
    start, end = span_of(tokens, first, last)
    of = codes.index("f", first)
    which = whole(value_of(codes, tokens, first, of, "oO"))
    if which is None:
        which = -1 if value_of(codes, tokens, first, of, "R") == -1 else None
    month = whole(value_of(codes, tokens, of, last, "M"))
    step = whole(value_of(codes, tokens, of, last, "R"))
    unit = value_of(codes, tokens, of, last, "U")
    if which is None or which > 5 or unit not in (None, "month"):
        return None
    return Point(
        start,
        end,
        "",
        whole(value_of(codes, tokens, of, last, "Y")),
        month,
        weekday=whole(value_of(codes, tokens, first, of, "W")),
        unit="day",
        rel=None if month else step or 0,
        nth=which,
        direction=step or 0,
    )
