"""Builders for times of day: "10:30", "5 p.m.", "noon", "1-2:30 pm", "from 10 a.m. to noon"."""

from clarion.language.dates.points import Point, Tokens, number_of, span_of, value_of, whole
from clarion.language.dates.relative import AFTER_DAY

_FIRST_LIKELY = 8  # the first hour at which people are bidden without saying that it is the morning


def clock(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "10:30", "5 p.m.", "noon", "7 o'clock", "1-2:30 pm", "from 10 a.m. to noon"."""
    start, end = span_of(tokens, first, last)
    middle = next((index for index in range(first + 1, last) if codes[index] in "-gd"), None)
    if middle is None:
        side = _clock_side(codes, tokens, first, last)
        if side is None or not _fits(side):
            return None
        hour, minute, half = side
        return Point(start, end, "", hour=_hour(hour, half), minute=minute)
    left = _clock_side(codes, tokens, first, middle)
    right = _clock_side(codes, tokens, middle + 1, last)
    if left is None or right is None or not (_fits(left) and _fits(right)):
        return None
    hour, minute, half = left
    until, until_minute, until_half = right
    until = _hour(until, until_half)
    if not half and until_half:
        later = _hour(hour, until_half)
        hour = later if (later, minute) < (until, until_minute) else _hour(hour, "a" if until_half == "p" else "")
    else:
        hour = _hour(hour, half)
    return Point(start, end, "", hour=hour, minute=minute, until_hour=until, until_minute=until_minute)


def _clock_side(codes: str, tokens: Tokens, first: int, last: int) -> tuple[int, int, str] | None:
    half = str(value_of(codes, tokens, first, last, "m") or "")
    clock = value_of(codes, tokens, first, last, "C")
    if isinstance(clock, tuple):
        named = value_of(codes, tokens, first, last, "H")  # 12:00 noon
        return (clock[0] if named is None else whole(named) or 0), clock[1], half
    named = value_of(codes, tokens, first, last, "H")
    if isinstance(named, int):
        return named, 0, ""
    number = number_of(codes, tokens, first, last)
    return (number, 0, half) if number is not None else None


def _fits(side: tuple[int, int, str]) -> bool:
    hour, minute, half = side
    return 0 <= hour <= (12 if half else 24) and 0 <= minute < 60 and not (hour == 24 and minute)


def _hour(hour: int, half: str) -> int:
    if half == "p":
        return hour % 12 + 12
    return hour % 12 if half == "a" else hour


def clock_after_part(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "tomorrow evening at 7": a bare hour behind a part of the day, unless it counts the noun that follows."""
    start, end = span_of(tokens, first, last)
    part, hour = str(tokens[first].value), number_of(codes, tokens, first + 1, last)
    counts = codes[last : last + 1] == "x" and str(tokens[last].value).lower() not in AFTER_DAY
    if counts or hour is None or not 1 <= hour <= 12 or part.endswith("s"):
        return None
    half = "a" if part in ("morning", "dawn") or (part == "night" and hour < 5) else "p"
    return Point(start, end, "", hour=_hour(hour, half), daypart=part, rough="y" in codes[first:last])


def bare_hour(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "tomorrow at 10", "Sunday at 11": an hour without a half of the day, where only one is likely.

    Eight to eleven are of the morning and twelve is noon; an earlier hour may be of the morning or the evening.
    """
    hour = number_of(codes, tokens, first, last)
    counts = codes[last : last + 1] == "x" and str(tokens[last].value).lower() not in AFTER_DAY
    if counts or hour is None or not _FIRST_LIKELY <= hour <= 12 or codes[last : last + 1] in tuple("-uUmcM"):
        return None
    return Point(*span_of(tokens, first, last), "", hour=hour, rough="y" in codes[first:last])


def clock_of_part(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "at 2 in the afternoon", "8 in the morning"."""
    start, end = span_of(tokens, first, last)
    side = _clock_side(codes, tokens, first, first + 1)
    if side is None or "i" not in codes[first:last] or not 1 <= side[0] <= 12:
        return None
    part = str(value_of(codes, tokens, first, last, "P"))
    half = "a" if part in ("morning", "dawn") or (part == "night" and side[0] < 5) else "p"
    return Point(start, end, "", hour=_hour(side[0], half), minute=side[1], daypart=part)
