"""Points that belong together: a weekday with its date, a date with its clock time, two ends of a range, a sign."""

import re
from dataclasses import replace

from clarion.language.dates.points import Point

# what may stand between two parts of one expression
GLUE = re.compile(
    r"\s?(?:,|\()?\s?(?:(?:on|at|of|the|in|from|between|around|about|@|by|-|–|shortly after|just after|some time|"
    r"sometime)\s(?:the\s)?){0,3}\s?\(?",
    re.I,
)
RANGE = re.compile(r"\s?(?:-|–|—|~)\s?|\s(?:to|until|till|through|thru)\s(?:the\s)?(?:night\sof\s(?:the\s)?)?", re.I)
UNTIL = re.compile(r"\s(?:to|until|till)\s", re.I)  # "from six in the morning until noon"
AND = re.compile(r"\s(?:and|to)\s(?:the\s)?", re.I)
BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
FROM = re.compile(r"\bfrom\s(?:the\s)?(?:about\s|around\s)?$", re.I)
SIGN_WORDS = (
    r"(?:(?P<since>(?:ever )?since|(?:starting|beginning|effective) (?:on|in|from)|starting|beginning)"
    r"|(?P<until>until|till|by|through|up to|not later than|no later than)"
    r"|(?P<before>before|prior to|ahead of)|(?P<after>after|following|later than|beyond))"
)
SIGN = re.compile(
    rf"\b{SIGN_WORDS}\s(?:the\s(?:feast|eve|night|day|evening|morning|anniversary)\sof\s(?:the\s)?|the\s|his\s|her\s|"
    rf"its\s|their\s|this\s|about\s|around\s|at\s|on\s|least\s)?$",
    re.I,
)
SIGN_BETWEEN = re.compile(rf",?\s{SIGN_WORDS}\s(?:about\s|around\s)?", re.I)
ROUGH = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|(?:shortly|just|soon) (?:before|after)|circa|towards?|"
    r"some time after)\s(?:at\s)?$",
    re.I,
)
BESIDE = re.compile(r"\s(?:(?P<after>after|from|following)|(?P<before>before|prior to|ahead of))\s(?:the\s)?", re.I)
TOLD_PART = re.compile(
    r"\b(?:in|by|during|before|after|until|throughout|towards?)\s(?:the\s)?$|\bat\s$(?<!night)", re.I
)
BESIDE_CLOCK = re.compile(r"\s?[(/,=]\s?")
LISTED = re.compile(r"(?:,|\s|and|&|or|\)){1,8}")
WEEK_OF = re.compile(r"\b(?:the\s)?week\s(?:of|beginning|starting|commencing|from)\s(?:the\s)?$", re.I)
ONWARDS = re.compile(r"\s(?:onwards?|on\b(?!\s\w)|(?:and|or) later\b(?!\s\w))", re.I)
ZONE = re.compile(
    r"\s?\(?(?P<zone>[A-Z][A-Za-z]+(?:\s(?:Standard|Daylight|Summer|European|African|Savings?|Indochina|"
    r"Korean?))*\s[Tt]ime"
    r"|local time|(?:UTC|GMT)\s?[+-−–]\d{1,2}(?::\d\d)?|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|GMT|UTC|BST|CEST|CET|EEST|EET|"
    r"WEST|WET|MSK|KST|JST|HKT|SGT|ICT|WIB|IST|PKT|NPT|MMT|AEST|AEDT|AWST|ACST|NZST|NZDT|EAT|CAT|WAT|SAST|TRT|AST|ART|"
    r"BRT|AKST|HST)"
    r"\b\)?"
)
PLURAL_PARTS = ("mornings", "afternoons", "evenings", "nights")


def join(text: str, points: list[Point]) -> list[Point]:
    """The points with those that make one expression merged, signs read, zones attached."""
    merged: list[Point] = []
    for point in points:
        point = _with_zone(text, point)
        while merged and (both := _merged(text, merged[-1], point)):
            merged.pop()
            point = _with_zone(text, both)
        merged.append(point)
    signed = [_with_sign(text, point, merged[index - 1].end if index else 0) for index, point in enumerate(merged)]
    return _with_shared_clocks(text, signed)


def _with_zone(text: str, point: Point) -> Point:
    if not point.has_clock or point.zone:
        return point
    match = ZONE.match(text, point.end)
    return replace(point, zone=match.span("zone")) if match else point


def _merged(text: str, left: Point, right: Point) -> Point | None:
    low = left.zone[1] if left.zone and left.zone[1] > left.end else left.end
    if right.null or right.start - low > 24 or right.start < low:
        return None
    if left.null:
        return _shifted(text, left, right)
    gap = text[low : right.start].lstrip(")")
    if gap.count("\n") > 1:
        return None  # another paragraph
    if left.has_clock and right.has_clock and not right.has_date and left.until_hour is None and UNTIL.fullmatch(gap):
        return replace(left, end=right.end, until_hour=right.hour, until_minute=right.minute)
    if RANGE.fullmatch(gap) or (AND.fullmatch(gap) and BETWEEN.search(text, max(0, left.start - 12), left.start)):
        return _range(text, left, right)
    if left.has_date and right.has_date:
        if left.rule == "ago" and right.rule in ("today", "weekday") and not gap.strip():
            # "two weeks ago today", "a week ago last Monday"
            return replace(right, start=left.start, shift=(int(left.rel or 0), left.unit or "day"), rule="ago")
        if left.rule == "today" and left.daypart == "night" and gap.strip() == "from":
            return _dates(left, right)  # overnight from Thursday to Friday
        return (
            _dates(left, right)
            if GLUE.fullmatch(gap) and not re.search(r"from|between|-|–|around|about", gap)
            else None
        )
    sign = SIGN_BETWEEN.fullmatch(gap)
    if sign and right.has_clock and left.has_date and not left.sign and sign.lastgroup != "after":
        both = _complement(left, right)
        return replace(both, sign=sign.lastgroup or "") if both else None
    return _complement(left, right) if GLUE.fullmatch(gap) else None


def _shifted(text: str, left: Point, right: Point) -> Point | None:
    """As in "two days after 3 May": a duration and the date it is counted from."""
    match = BESIDE.fullmatch(text, left.end, right.start)
    if (
        left.null != "duration"
        or not left.count
        or left.count > 5000
        or match is None
        or right.shift
        or not right.has_date
    ):
        return None
    if left.unit not in ("day", "week", "fortnight", "month", "year") or right.unit not in ("day", None):
        return None
    steps = left.count if match.lastgroup == "after" else -left.count
    return replace(right, start=left.start, shift=(steps, left.unit), sign="", rule=f"{left.rule}+{right.rule}")


def _range(text: str, left: Point, right: Point) -> Point | None:
    if left.has_clock or right.has_clock or left.last or not (left.has_date and right.has_date):
        return None
    told = FROM.search(text, max(0, left.start - 16), left.start) or (left.year and right.year)
    if left.unit != right.unit and not told:
        return None
    first, second = left, right
    if right.month is not None and left.month is None and left.day is not None:
        first = replace(first, month=right.month)
    if right.year is not None and left.year is None and left.month is not None:
        over = (left.month, left.day or 0) > (right.month or 12, right.day or 31)
        first = replace(first, year=right.year - (1 if over else 0))
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
    "shift",
)


def _complement(left: Point, right: Point) -> Point | None:
    """A date and a time of day, in either order, or a clock time and the part of the day it lies in."""
    date, time = (left, right) if left.has_date else (right, left)
    if not date.has_date:
        if left.has_clock and not right.has_clock and right.daypart:
            return _clock_in_part(left, right, left.start, right.end)
        if right.has_clock and not left.has_clock and left.daypart:
            return _clock_in_part(right, left, left.start, right.end)
        return None
    if date.has_clock and date is left and right.daypart and not right.has_clock:
        return _clock_in_part(left, right, left.start, right.end)  # seven on Monday evening
    if date.has_clock or date.unit not in ("day", "night"):
        return None
    kept = {name: getattr(date, name) for name in _FIELDS}
    rule = (
        date.rule
        if date.rule in ("day_beside", "nth_weekday", "in_offset", "month_relative")
        else f"{left.rule}+{right.rule}"
    )
    both = replace(time, start=left.start, end=right.end, rule=rule, anchor=date.anchor, **kept)
    if date.daypart and not time.daypart:
        both = _clock_in_part(both, date, both.start, both.end)
    return both


def _clock_in_part(clock: Point, part: Point, start: int, end: int) -> Point:
    """As in "3:30 in the afternoon": the half of the day by its part."""
    hour = clock.hour
    after_noon = part.daypart in ("afternoon", "evening", "lunchtime") or (part.daypart == "night" and (hour or 0) >= 5)
    if hour is not None and hour < 12 and after_noon:
        hour += 12
    return replace(clock, hour=hour, daypart=part.daypart, start=start, end=end)


_CLOCK = ("hour", "minute", "until_hour", "until_minute", "zone")


def _dates(left: Point, right: Point) -> Point | None:
    """A weekday with its date, a day with the unit it lies in."""
    rule = f"{left.rule}+{right.rule}"
    if (
        right.unit == "year"
        and right.year is not None
        and right.part is None
        and left.month is not None
        and left.year is None
    ):
        last = replace(left.last, year=right.year) if left.last and left.last.month else left.last
        return replace(left, end=right.end, year=right.year, last=last)
    if left.rule == "today" and left.daypart == "night" and left.rel == 0 and right.weekday is not None:
        return replace(right, start=left.start, daypart="night", rule=rule)  # overnight Thursday to Friday
    if left.unit == "weekend" and left.rel is not None and right.month is not None and right.unit == "day":
        return replace(right, start=left.start, rule=rule)  # the weekend of 4-5 May
    if left.last or right.last:
        return None
    week, day = (left, right) if left.unit == "week" else (right, left)
    if week.rule in ("relative_unit", "the_relative_unit") and week.unit == "week" and _is_bare_weekday(day):
        return replace(day, start=left.start, end=right.end, unit="week", rel=week.rel, rule=rule)
    if (
        left.weekday is not None
        and right.weekday is None
        and (right.month is not None or (right.day is not None and right.rel is None))
    ):
        clock = {name: getattr(left, name) for name in _CLOCK} if left.has_clock else {}
        return replace(
            right, start=left.start, weekday=left.weekday, daypart=left.daypart or right.daypart, rule=rule, **clock
        )
    if right.weekday is not None and left.weekday is None and left.day is not None and left.rel is None:
        return replace(left, end=right.end, weekday=right.weekday, daypart=left.daypart or right.daypart, rule=rule)
    if (
        left.month is not None
        and left.year is None
        and right.unit == "year"
        and right.rel is not None
        and right.count is None
    ):
        return replace(left, end=right.end, nth=int(right.rel), anchor=right.anchor, rule=f"{left.rule}+year")
    return None


def _is_bare_weekday(point: Point) -> bool:
    return point.weekday is not None and point.day is None and point.nth is None and point.rel is None


def _with_sign(text: str, point: Point, floor: int) -> Point:
    if point.null:
        return point
    if point.weekday is not None and point.daypart in PLURAL_PARTS:
        return replace(point, null="set")
    week = WEEK_OF.search(text, max(floor, point.start - 16), point.start) if point.unit == "day" else None
    if week:
        return replace(point, start=week.start(), unit="week", part="week")
    before = text[max(floor, point.start - 32) : point.start]
    told = TOLD_PART.search(before)
    if point.rule == "daypart" and (
        told is None or (point.daypart == "night" and told.group().lower().startswith("at"))
    ):
        return replace(point, null="vague")  # "at night", "the night they left"
    if point.has_clock and ROUGH.search(before):
        return replace(point, rough=True)
    if point.last is not None or point.shift is not None or point.sign:
        return point
    match = SIGN.search(before)
    if match is None and point.unit == "day" and (point.day or point.weekday is not None) and FROM.search(before):
        return replace(point, sign="from")
    if match is None:
        return replace(point, sign="since") if ONWARDS.match(text, point.end) else point
    loose = match.group().lower().startswith(("following", "through", "after", "starting")) and not point.has_date
    if loose or (point.rule == "today" and point.daypart == "night") or _belongs_to_noun(text, point, match.group()):
        return point
    return replace(point, sign=match.lastgroup or "")


def _belongs_to_noun(text: str, point: Point, sign: str) -> bool:
    """As in "after the 1987 crash", "before next week's talks": the sign governs the noun."""
    if text.startswith(("'s", "’s"), point.end):
        return True
    named = point.month is not None or point.weekday is not None or (point.unit == "year" and point.year is not None)
    determined = sign.rstrip().lower().endswith((" the", " his", " her", " its", " their"))
    return named and determined and not text.startswith(("the ", "The "), point.start)


def _with_shared_clocks(text: str, points: list[Point]) -> list[Point]:
    """As in "on 6 and 7 September, 11-12:30 pm" and "1 pm EDT / 7 pm CEST on 5 May": clock or day go for both."""
    for index in range(len(points) - 2, -1, -1):
        left, right = points[index], points[index + 1]
        gap = text[left.zone[1] if left.zone else left.end : right.start]
        if left.has_clock and not left.has_date and right.has_clock and right.has_date and BESIDE_CLOCK.fullmatch(gap):
            points[index] = replace(left, **{name: getattr(right, name) for name in _FIELDS})
        elif _is_listed_day(left, right) and LISTED.fullmatch(gap):
            clock = {name: getattr(right, name) for name in (*_CLOCK, "rough", "sign")}
            points[index] = replace(left, rule=right.rule, **clock)
    return points


def _is_listed_day(left: Point, right: Point) -> bool:
    """A single day without a clock time before one of the same kind that has one."""
    if left.has_clock or left.daypart or left.last or left.unit != "day" or not left.has_date or left.sign:
        return False
    same = (left.weekday is None) == (right.weekday is None) or left.rule == "days_of_month"
    return same and right.has_clock and right.has_date and right.unit == "day" and right.rel is None
