"""Points that belong together: a weekday with its date, a date with its clock time, two ends of a range, a sign."""

import re
from dataclasses import replace

from clarion.language.dates.points import Point

GLUE = re.compile(
    r"\s?(?:,|\()?\s?(?:(?:on|at|of|the|in|from|around|about|@|by|-|–|shortly after|just after|some time)\s(?:the\s)?){0,3}\s?\(?",
    re.I,
)
RANGE = re.compile(r"\s?(?:-|–|—|~)\s?|\s(?:to|until|till|through|thru)\s(?:the\s)?", re.I)
AND = re.compile(r"\s(?:and|to)\s(?:the\s)?", re.I)
BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
FROM = re.compile(r"\bfrom\s(?:the\s)?(?:about\s|around\s)?$", re.I)
SIGN = re.compile(
    r"\b(?:(?P<since>(?:ever )?since|starting|beginning|(?:starting|beginning|effective) (?:on|in|from))|(?P<until>until|till|by|through|up to|not later than|no later than)"
    r"|(?P<before>before|prior to|ahead of)|(?P<after>after|following))\s(?:the\s|his\s|her\s|its\s|their\s|this\s|about\s|around\s|at\s|on\s|least\s)?$",
    re.I,
)
ROUGH = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|shortly (?:before|after)|just (?:before|after)|circa|towards?|some time after)\s(?:at\s)?$",
    re.I,
)
ZONE = re.compile(
    r"\s?\(?(?P<zone>[A-Z][A-Za-z]+(?:\s(?:Standard|Daylight|Summer|European|African|Savings?))*\s[Tt]ime|local time|"
    r"(?:UTC|GMT)\s?[+-]\d{1,2}(?::\d\d)?|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|GMT|UTC|BST|CEST|CET|EEST|EET|WEST|WET|MSK|KST|JST|"
    r"HKT|SGT|IST|PKT|AEST|AEDT|AWST|ACST|NZST|NZDT|EAT|CAT|WAT|SAST|TRT|ART|BRT|AKST|HST)\b\)?"
)


def join(text: str, points: list[Point]) -> list[Point]:
    """The points with those that make one expression merged, signs read, zones attached."""
    merged: list[Point] = []
    for point in points:
        point = _with_zone(text, point)
        while merged and (both := _merged(text, merged[-1], point)):
            merged.pop()
            point = both
        merged.append(point)
    return [_with_sign(text, point, merged[index - 1].end if index else 0) for index, point in enumerate(merged)]


def _with_zone(text: str, point: Point) -> Point:
    if not point.has_clock:
        return point
    match = ZONE.match(text, point.end)
    return replace(point, zone=match.span("zone")) if match else point


def _merged(text: str, left: Point, right: Point) -> Point | None:
    low = left.zone[1] if left.zone and left.zone[1] > left.end else left.end
    if right.null or right.start - low > 24:
        return None
    if left.null:
        return _shifted(text, left, right)
    gap = text[low : right.start].lstrip(")")
    if RANGE.fullmatch(gap) or (AND.fullmatch(gap) and BETWEEN.search(text, max(0, left.start - 12), left.start)):
        return _range(text, left, right)
    if GLUE.fullmatch(gap):
        if left.has_date and right.has_date and re.search(r"from|-|–|around|about", gap):
            return None
        return _complement(left, right)
    return None


BESIDE = re.compile(r"\s(?:(?P<after>after|from|following)|(?P<before>before|prior to|ahead of))\s(?:the\s)?", re.I)


def _shifted(text: str, left: Point, right: Point) -> Point | None:
    """"two days after 3 May": a duration and the date it is counted from."""
    match = BESIDE.fullmatch(text, left.end, right.start)
    if left.null != "duration" or not left.count or left.count > 5000 or match is None or right.shift or not right.has_date:
        return None
    if left.unit not in ("day", "week", "fortnight", "month", "year") or right.unit not in ("day", None):
        return None
    steps = left.count if match.lastgroup == "after" else -left.count
    return replace(right, start=left.start, shift=(steps, left.unit), sign="", rule=f"{left.rule}+{right.rule}")


def _range(text: str, left: Point, right: Point) -> Point | None:
    if left.has_clock or right.has_clock or left.last or not (left.has_date and right.has_date):
        return None
    if left.unit != right.unit and not FROM.search(text, max(0, left.start - 16), left.start):
        return None
    first = left
    if right.month is not None and left.month is None and left.day is not None:
        first = replace(first, month=right.month)
    if right.year is not None and left.year is None and left.month is not None:
        first = replace(
            first, year=right.year - (1 if (left.month, left.day or 0) > (right.month or 12, right.day or 31) else 0)
        )
    second = right
    if left.month is not None and right.month is None and right.day is not None:
        second = replace(second, month=left.month, year=left.year)
    return replace(first, end=right.end, last=second, rule=f"{left.rule}-{right.rule}")


_FIELDS = (
    "year",
    "month",
    "day",
    "weekday",
    "unit",
    "rel",
    "count",
    "nth",
    "season",
    "part",
    "last",
    "feast",
    "direction",
)


def _complement(left: Point, right: Point) -> Point | None:
    """One expression out of two that give different things, or None."""
    if left.has_date and right.has_date:
        return _dates(left, right)
    date, time = (left, right) if left.has_date else (right, left)
    if not date.has_date or time.has_date:
        if left.has_clock and not right.has_clock and right.daypart:
            return _clock_in_part(left, right)
        if right.has_clock and not left.has_clock and left.daypart:
            return _clock_in_part(right, left, left.start, right.end)
        return None
    if (
        date.has_clock
        or (date.unit not in ("day", "night") and date.rel is None)
        or date.unit in ("month", "year", "week", "decade")
    ):
        return None
    kept = {name: getattr(date, name) for name in _FIELDS}
    both = replace(time, start=left.start, end=right.end, rule=f"{left.rule}+{right.rule}", anchor=date.anchor, **kept)
    if date.daypart and not time.daypart:
        both = _clock_in_part(both, date, both.start, both.end)
    return both


def _clock_in_part(clock: Point, part: Point, start: int | None = None, end: int | None = None) -> Point:
    hour = clock.hour
    if (
        hour is not None
        and hour < 12
        and part.daypart in ("afternoon", "evening", "night", "lunchtime")
        and not (part.daypart == "night" and hour < 5)
    ):
        hour += 12
    return replace(
        clock,
        hour=hour,
        daypart=part.daypart,
        start=clock.start if start is None else start,
        end=max(clock.end, part.end) if end is None else end,
    )


def _dates(left: Point, right: Point) -> Point | None:
    """A weekday with its date, a day with the unit it lies in."""
    if left.last or right.last:
        return None
    if (
        left.weekday is not None
        and right.weekday is None
        and (right.month is not None or (right.day is not None and right.rel is None))
    ):
        return replace(
            right,
            start=left.start,
            weekday=left.weekday,
            daypart=left.daypart or right.daypart,
            rule=f"{left.rule}+{right.rule}",
        )
    if right.weekday is not None and left.weekday is None and left.day is not None and left.rel is None:
        return replace(left, end=right.end, weekday=right.weekday, rule=f"{left.rule}+{right.rule}")
    if left.month is not None and left.year is None and right.unit == "year" and right.rel is not None:
        return replace(left, end=right.end, nth=int(right.rel), rule=f"{left.rule}+year")
    return None


def _belongs_to_noun(text: str, point: Point, sign: str) -> bool:
    """"after the 1987 crash", "before next week's talks": the sign governs the noun, the date only describes it."""
    if text.startswith(("'s", "’s"), point.end):
        return True
    named = point.month is not None or point.weekday is not None or (point.unit == "year" and point.year is not None)
    return named and sign.rstrip().lower().endswith(("the", " his", " her", " its", " their")) and not text[point.start : point.start + 4].lower().startswith("the ")


WEEK_OF = re.compile(r"\b(?:the\s)?week\s(?:of|beginning|starting|commencing|from)\s(?:the\s)?$", re.I)
ONWARDS = re.compile(r"\s(?:onwards?|on\b(?!\s\w)|(?:and|or) later\b(?!\s\w))", re.I)


def _with_sign(text: str, point: Point, floor: int) -> Point:
    if point.null:
        return point
    if point.weekday is not None and point.daypart in ("mornings", "afternoons", "evenings", "nights"):
        return replace(point, null="set")
    week = WEEK_OF.search(text, max(floor, point.start - 16), point.start) if point.unit == "day" else None
    if week:
        return replace(point, start=week.start(), unit="week", part="week")
    before = text[max(floor, point.start - 24) : point.start]
    rough = bool(point.has_clock and ROUGH.search(before))
    if point.last is not None or point.shift is not None:
        return replace(point, rough=rough)
    match = SIGN.search(before)
    sign = (match.lastgroup or "") if match else ""
    if match and _belongs_to_noun(text, point, match.group()):
        sign = ""
    if not match and ONWARDS.match(text, point.end):
        sign = "since"
    if match and match.group().lower().startswith(("from", "following", "through", "after")) and not point.has_date:
        sign = ""
    return replace(point, sign=sign, rough=rough or point.rough)
