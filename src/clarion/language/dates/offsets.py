"""Builders for expressions that count units: "two days ago", "the last three months", "within 30 days"."""

from clarion.language.dates.points import Point, Tokens, number_of, span_of, value_of, whole


def stretch(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the last three months", "the next two weeks"."""
    start, end = span_of(tokens, first, last)
    number = number_of(codes, tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "Uu"))
    relative = whole(value_of(codes, tokens, first, last, "R"))
    if (
        number is None
        and "v" in codes[first:last]
        and "couple" in [tokens[index].value for index in range(first, last)]
    ):
        number = 2
    if not number or unit in ("minute", "second") or number > 5000:
        return Point(start, end, "", null="duration")
    if not relative or _is_verb(codes, tokens, first):
        return Point(start, end, "", null="duration")
    return Point(start, end, "", rel=relative, count=number, unit=unit)


def _is_verb(codes: str, tokens: Tokens, first: int) -> bool:
    """As in "will last three weeks", "shouldn't last two hours"."""
    before = str(tokens[first - 1].value).lower() if first and codes[first - 1] in "xg" else ""
    return before in (
        "will",
        "to",
        "would",
        "t",
        "can",
        "could",
        "should",
        "may",
        "might",
        "must",
        "shall",
        "not",
        "ll",
    )


def offset(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "two days ago", "three weeks later", "in four months", "a year earlier"."""
    start, end = span_of(tokens, first, last)
    number = number_of(codes, tokens, first, last)
    unit = (
        str(value_of(codes, tokens, first, last, "UuP")).removesuffix("s")
        if "P" in codes[first:last]
        else str(value_of(codes, tokens, first, last, "Uu"))
    )
    told = "i" in codes[first:last] and unit in ("quarter", "half", "season")  # "in a quarter that" is no offset
    if number is None or "v" in codes[first:last] or number > 5000 or told:
        return Point(start, end, "", null="vague")
    piece = codes[first:last]
    step = whole(value_of(codes, tokens, first, last, "L"))
    if "A" in piece:
        sign, anchor = -1, "document"
    elif step is not None:
        sign, anchor = step, "context"
    elif "p" in piece or "j" in piece:
        sign, anchor = (-1 if "p" in piece else 1), "context"
    else:
        sign, anchor = 1, "document"
    rough = "y" in piece
    return Point(start, end, "", rel=sign * number, unit=unit, anchor=anchor, rough=rough)


def offset_from(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "two days after today", "three weeks from tomorrow", "an hour from now"."""
    start, end = span_of(tokens, first, last)
    number = number_of(codes, tokens, first, last) or 0
    unit = str(value_of(codes, tokens, first, last, "uU"))
    base = whole(value_of(codes, tokens, first, last, "T")) or 0
    sign = -1 if "p" in codes[first:last] else 1
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if number > 5000:
        return None
    if days is not None:
        return Point(start, end, "", rel=sign * number * days + base, unit="day")
    return (
        Point(start, end, "", rel=sign * number, unit=unit)
        if unit in ("month", "year")
        else Point(start, end, "", null="vague")
    )


def within(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "within 30 days": from the document's date on; in a told past it is a duration."""
    start, end = span_of(tokens, first, last)
    number = number_of(codes, tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "uU"))
    if not number or number > 5000 or unit in ("minute", "second", "hour"):
        return Point(start, end, "", null="duration")
    return Point(start, end, "", rel=1, count=number, unit=unit)


def duration(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "three weeks": placed nowhere, unless "before" or "after" and a date follow."""
    start, end = span_of(tokens, first, last)
    number = None if "v" in codes[first:last] else number_of(codes, tokens, first, last)
    return Point(start, end, "", null="duration", count=number, unit=str(value_of(codes, tokens, first, last, "uU")))


def day_beside(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the day before yesterday", "the day after tomorrow"."""
    start, end = span_of(tokens, first, last)
    base = whole(value_of(codes, tokens, first, last, "T")) or 0
    unit = value_of(codes, tokens, first, last, "U")
    return (
        Point(start, end, "", rel=base + (-1 if "p" in codes[first:last] else 1), unit="day") if unit == "day" else None
    )


def unit_after_next(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the week after next", "the month before last"."""
    start, end = span_of(tokens, first, last)
    step = whole(value_of(codes, tokens, first, last, "R")) or 0
    unit = str(value_of(codes, tokens, first, last, "U"))
    if step != (-1 if "p" in codes[first:last] else 1) or unit not in ("week", "weekend", "month", "year", "quarter"):
        return None
    return Point(start, end, "", rel=2 * step, unit=unit)


def told_day(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the day before.", "the night after", "the following night": beside the day told of."""
    start, end = span_of(tokens, first, last)
    named = str(value_of(codes, tokens, first, last, "UP"))
    step = whole(value_of(codes, tokens, first, last, "R"))
    if step is None:
        step = -1 if "p" in codes[first:last] else 1
        if codes[last : last + 1] == "x" and str(tokens[last].value)[0].isalpha():
            return None  # "the day before the vote" is placed by the vote
    if "P" in codes[first:last]:
        return Point(start, end, "", rel=step, unit="day", daypart=named, anchor="context")
    return (
        Point(start, end, "", rel=step, unit=named, anchor="context")
        if named in ("day", "week", "month", "year")
        else None
    )
