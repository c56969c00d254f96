"""Expressions of time as the words give them, before they are placed on the calendar.

Each rule is a pattern over the class letters of `lexer` and a builder; the rules are tried in order at each token, so
the longer stand before the shorter. What a rule finds is a `Point`: the fields the words give and nothing inferred.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from clarion.language.dates.lexer import Lexed, Token


@dataclass(frozen=True, slots=True)
class Point:
    """One expression. `start` and `end` are its span; `unit` is the finest unit that the words give for the date.

    `rel` counts units from the anchor (last month: -1); `count` makes a stretch of that many units before or behind
    the anchor; `anchor` is "document" or "context"; `null` names why nothing can be placed (duration, set, vague).
    """

    start: int
    end: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    rel: float | None = None
    count: int | None = None
    nth: int | None = None
    anchor: str = "document"
    part: str | None = None  # early, mid, late, start, end
    season: int | None = None
    daypart: str | None = None
    hour: int | None = None
    minute: int = 0
    until_hour: int | None = None
    until_minute: int = 0
    rough: bool = False
    direction: int = 0  # -1 past, 1 future, as said by the words themselves
    extra_days: int = 0
    sign: str = ""  # since, until, before, after
    null: str = ""
    last: "Point | None" = None  # end of a range
    zone: tuple[int, int] | None = None
    feast: str | None = None

    @property
    def has_date(self) -> bool:
        """True when the words give a day, month, year or a relative unit, not only a time of day."""
        return any(
            value is not None for value in (self.year, self.month, self.day, self.weekday, self.rel, self.season, self.feast)
        )

    @property
    def has_clock(self) -> bool:
        """True when the words give a clock time."""
        return self.hour is not None


Tokens = list[Token]
Builder = Callable[[str, Tokens, int, int], Point | None]


def find_points(lexed: Lexed) -> list[Point]:
    """Every expression in text order, none overlapping."""
    found = []
    position = 0
    codes, tokens = lexed
    search = MASTER.search
    while match := search(codes, position):
        name = match.lastgroup or ""
        first, last = match.span(name)
        point = BUILDERS[name](codes, tokens, first, last)
        if point is not None:
            found.append(point if point.rule else replace(point, rule=name))
        position = last if point is not None or last - first < 2 else first + 1
    return found


def _span(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    return tokens[first].start, tokens[last - 1].end


def _value(codes: str, tokens: Tokens, first: int, last: int, letters: str) -> object:
    for index in range(first, last):
        if codes[index] in letters:
            return tokens[index].value
    return None


def _int(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) else None


def _number(codes: str, tokens: Tokens, first: int, last: int) -> int | None:
    """The number of a stretch: digits, words ("twenty-five") or "a"."""
    total = None
    for index in range(first, last):
        if codes[index] in "NDB":
            value = _int(tokens[index].value) or 0
            total = value if total is None else (total * value if value >= 100 else total + value)
        elif codes[index] == "a" and total is None:
            total = 1
    return total


def _calendar(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """Month with day and year, in any order of the language."""
    start, end = _span(tokens, first, last)
    month = _int(_value(codes, tokens, first, last, "M"))
    day = _int(_value(codes, tokens, first, last, "DOo"))
    year = _int(_value(codes, tokens, first, last, "Y"))
    if day is not None and not 1 <= day <= 31:
        return None
    unit = "day" if day else "month" if month else "year"
    part = _value(codes, tokens, first, last, "EG")
    return Point(start, end, "", year, month, day, unit=unit, part=str(part) if part else None)


def _iso(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    start, end = _span(tokens, first, last)
    numbers = [int(item) for item in re.findall(r"\d+", str(tokens[first].value))]
    year, month, day = numbers[:3]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    hour, minute = (numbers[3], numbers[4]) if len(numbers) > 4 else (None, 0)
    return Point(start, end, "", year, month, day, unit="day", hour=hour, minute=minute)


def _slashed(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """Which number is the month is left to `resolve` when both could be: `part` holds the order as "?"."""
    start, end = _span(tokens, first, last)
    numbers = [int(item) for item in re.findall(r"\d+", str(tokens[first].value))]
    left, right = numbers[0], numbers[1]
    year = None
    if len(numbers) == 3:
        year = numbers[2] if numbers[2] >= 100 else numbers[2] + (2000 if numbers[2] <= 50 else 1900)
    if "." in str(tokens[first].value):
        left, right = right, left
        if not 1 <= left <= 12:
            return None
        return Point(start, end, "", year, left, right, unit="day") if 1 <= right <= 31 else None
    if 1 <= left <= 12 and 1 <= right <= 31:
        return Point(start, end, "", year, left, right, unit="day", feast="?" if right <= 12 and left != right else None)
    if 1 <= right <= 12 and 1 <= left <= 31:
        return Point(start, end, "", year, right, left, unit="day")
    return None


def _day_of_month(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"the 14th", only when no noun follows that the ordinal could count."""
    start, end = _span(tokens, first, last)
    if codes[last : last + 1] in ("x", "U", "u", "K") and tokens[last].start - end <= 1:
        word = str(tokens[last].value)
        if codes[last] != "x" or (word[:1].isalpha() and word.lower() not in AFTER_DAY):
            return None
    day = _int(_value(codes, tokens, first, last, "O"))
    return Point(start, end, "", day=day, unit="day") if day and 1 <= day <= 31 else None


AFTER_DAY = frozenset("in at of with it he she they we i you as when where who which that were was is are had has have will would "
                      "near outside inside under against without into onto not is also but while because said told".split())


def _weekday(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    start, end = _span(tokens, first, last)
    weekday = _int(_value(codes, tokens, first, last, "W"))
    day = _int(_value(codes, tokens, first, last, "DO"))
    relative = _value(codes, tokens, first, last, "R")
    this = _value(codes, tokens, first, last, "h")
    direction = _int(relative) if relative is not None else 0
    rel = direction if relative is not None else 0 if this is not None else None
    return Point(start, end, "", weekday=weekday, day=day, unit="day", rel=None, direction=direction or 0, nth=rel)


def _today(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    start, end = _span(tokens, first, last)
    days = _int(_value(codes, tokens, first, last, "T")) or 0
    word = str(tokens[first].value)
    part = _value(codes, tokens, first, last, "P")
    if codes[first:last].count("T") and word == "":
        return None
    written_night = codes[first] == "T" and tokens[first].end - tokens[first].start == 7 and days == 0
    return Point(start, end, "", rel=days, unit="day", daypart=str(part) if part else ("night" if written_night else None))


def _this_part(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"this morning", "last night"."""
    start, end = _span(tokens, first, last)
    part = str(_value(codes, tokens, first, last, "P"))
    relative = _int(_value(codes, tokens, first, last, "R"))
    context = "q" in codes[first:last]
    return Point(start, end, "", rel=relative or 0, unit="day", daypart=part, anchor="context" if context else "document")


def _relative_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"last week", "this year", "the coming month"."""
    start, end = _span(tokens, first, last)
    unit = str(_value(codes, tokens, first, last, "U"))
    relative = _int(_value(codes, tokens, first, last, "R"))
    word = next((index for index in range(first, last) if codes[index] == "R"), None)
    if unit in ("minute", "second", "hour", "season"):
        return Point(start, end, "", null="vague")
    step = relative or 0
    context = False
    return Point(start, end, "", rel=step, unit=unit, anchor="context" if context else "document", nth=word and 0)


def _context_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"that day", "the same month", "the following week", "the previous year"."""
    start, end = _span(tokens, first, last)
    unit = str(_value(codes, tokens, first, last, "UP"))
    part = None
    if "P" in codes[first:last]:
        unit, part = "day", unit
    relative = _int(_value(codes, tokens, first, last, "R")) or 0
    if unit in ("minute", "second", "hour", "season"):
        return Point(start, end, "", null="vague")
    return Point(start, end, "", rel=relative, unit=unit, anchor="context", daypart=part)


def _stretch(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"the last three months", "the next two weeks"."""
    start, end = _span(tokens, first, last)
    number = _number(codes, tokens, first, last)
    unit = str(_value(codes, tokens, first, last, "Uu"))
    relative = _int(_value(codes, tokens, first, last, "R"))
    if not number or unit in ("minute", "second") or number > 5000:
        return Point(start, end, "", null="duration")
    if not relative:
        return Point(start, end, "", null="duration")
    return Point(start, end, "", rel=relative, count=number, unit=unit)


def _offset(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"two days ago", "three weeks later", "in four months", "a year earlier"."""
    start, end = _span(tokens, first, last)
    number = _number(codes, tokens, first, last)
    unit = str(_value(codes, tokens, first, last, "UuP")).removesuffix("s") if "P" in codes[first:last] else str(
        _value(codes, tokens, first, last, "Uu")
    )
    if number is None or "v" in codes[first:last] or number > 5000:
        return Point(start, end, "", null="vague")
    piece = codes[first:last]
    step = _int(_value(codes, tokens, first, last, "L"))
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


def _nth_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"the first quarter of 1998", "the last week of March", "the second half of the year"."""
    start, end = _span(tokens, first, last)
    unit = str(_value(codes, tokens, first, last, "U"))
    nth = _int(_value(codes, tokens, first, last, "oO"))
    relative = _int(_value(codes, tokens, first, last, "R"))
    month = _int(_value(codes, tokens, first, last, "M"))
    year = _int(_value(codes, tokens, first, last, "Y"))
    if nth is None:
        nth = -1 if relative == -1 else None
    if nth is None or (unit in ("quarter", "half") and not 1 <= nth <= 4):
        return None
    return Point(start, end, "", year, month, unit=unit, nth=nth)


def _century(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    start, end = _span(tokens, first, last)
    nth = _int(_value(codes, tokens, first, last, "oO")) or 0
    unit = str(_value(codes, tokens, first, last, "U"))
    if unit != "century" or not 1 <= nth <= 30:
        return None
    part = _value(codes, tokens, first, last, "E")
    return Point(start, end, "", (nth - 1) * 100, unit="century", part=str(part) if part else None)


def _decade(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    start, end = _span(tokens, first, last)
    part = _value(codes, tokens, first, last, "E")
    year = _int(_value(codes, tokens, first, last, "K"))
    return Point(start, end, "", year, unit="decade", part=str(part) if part else None)


def _season(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    start, end = _span(tokens, first, last)
    season = _int(_value(codes, tokens, first, last, "S"))
    year = _int(_value(codes, tokens, first, last, "Y"))
    relative = _value(codes, tokens, first, last, "R")
    this = "h" in codes[first:last]
    part = _value(codes, tokens, first, last, "E")
    rel = _int(relative) if relative is not None else 0 if this else None
    return Point(start, end, "", year, unit="season", season=season, nth=rel, part=str(part) if part else None)


def _part_of_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"earlier this month", "late last year", "the end of the week", "mid-week"."""
    start, end = _span(tokens, first, last)
    unit = str(_value(codes, tokens, first, last, "U"))
    relative = _int(_value(codes, tokens, first, last, "R")) or 0
    step = _int(_value(codes, tokens, first, last, "L"))
    part = {1: "later", -1: "earlier", None: str(_value(codes, tokens, first, last, "EG"))}[step]
    if unit in ("minute", "second", "hour", "season"):
        return Point(start, end, "", null="vague")
    return Point(start, end, "", rel=relative, unit=unit, part=part)


def _clock(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """"10:30", "5 p.m.", "noon", "7 o'clock", "1-2:30 pm", "from 10 a.m. to noon"."""
    start, end = _span(tokens, first, last)
    sides: list[list[int]] = [first, 0], [0, last]  # type: ignore[assignment]
    middle = next((index for index in range(first + 1, last) if codes[index] in "-gd" ), None)
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
    del sides
    return Point(start, end, "", hour=hour, minute=minute, until_hour=until, until_minute=until_minute)


def _clock_side(codes: str, tokens: Tokens, first: int, last: int) -> tuple[int, int, str] | None:
    half = str(_value(codes, tokens, first, last, "m") or "")
    clock = _value(codes, tokens, first, last, "C")
    if isinstance(clock, tuple):
        return clock[0], clock[1], half
    word = _value(codes, tokens, first, last, "P")
    if word in ("noon", "midday"):
        return 12, 0, "p"
    if word == "midnight":
        return 0, 0, ""
    number = _number(codes, tokens, first, last)
    return (number, 0, half) if number is not None else None


def _fits(side: tuple[int, int, str]) -> bool:
    hour, minute, half = side
    return 0 <= hour <= (12 if half else 24) and 0 <= minute < 60 and not (hour == 24 and minute)


def _hour(hour: int, half: str) -> int:
    if half == "p":
        return hour % 12 + 12
    return hour % 12 if half == "a" else hour


def _daypart(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    start, end = _span(tokens, first, last)
    return Point(start, end, "", daypart=str(_value(codes, tokens, first, last, "P")), unit="day")


def _null(why: str) -> Builder:
    def build(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
        start, end = _span(tokens, first, last)
        return Point(start, end, "", null=why)

    return build


def _bare_year(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    point = _calendar(codes, tokens, first, last)
    year = point.year if point else None
    if year is None or not 1000 <= year <= 2100:
        return None
    before = codes[first - 1] if first else "|"
    after = codes[last] if last < len(codes) else "|"
    if year < 1800 and before not in "isfbgrkj(":
        return None
    if after in "uUmz" or before in "yC" or (after == "x" and str(tokens[last].value) in ("%", "$", "€")):
        return None
    if before == "x" and str(tokens[first - 1].value) in ("$", "€", "£", "#", "No", "than", "some"):
        return None
    return point


NUM = r"(?:N(?:-?N)?|[DBa]|aN)"
CLOCK = r"(?:Cm?|[DN]m|[DN]c(?:m)?|(?:[DN])?P(?<=P))"
SIDE = r"(?:Cm?|[DN]m?|[DN]?P)"
# rule name -> (pattern over class letters, builder), in order of trial
RULES: tuple[tuple[str, str, Builder], ...] = (
    ("iso", r"I", _iso),
    ("slash", r"X", _slashed),
    ("set_each", r"e(?:o|[ND]|q)?[UuWP]", _null("set")),
    ("month_day", r"(?:[EG]f?t?-?)?M\.?t?[DO](?![:,]\d)(?:,?\(?Y|f?Y)?", _calendar),
    ("day_month", r"t?(?:[DO]|o)-?f?M\.?(?:,?-?Y)?", _calendar),
    ("nth_of", r"t?(?:[oO]|R)-?U(?:f(?:M\.?,?f?Y?|t?(?:f)?Y)|,?f?Y)", _nth_unit),
    ("part_month_year", r"t?[EG]f?t?-?M\.?[,f]?Y?|t?EGfM[,f]?Y?", _calendar),
    ("month_year", r"M\.?[,f]?Y|YM(?!\.?[DO])", _calendar),
    ("clock_range", r"(?:[ND]|C)m?[-g](?:[DN]|C)m|Cm?[-g]C|(?:[DN]m|Cm?|P)[-g](?:[DN]m|Cm?|[DN]?P)|[DN]m?d[DN]m|Cm?d(?:Cm?|[DN]m)|[DN]P?-[DN]m", _clock),
    ("clock", r"Cm?|[DN]m|[DN]cm?|[DN]P(?<=P)", _clock),
    ("weekday", r"(?:[hR])?W(?:,?t?O)?", _weekday),
    ("today", r"T", _today),
    ("ago", rf"(?:y?{NUM}[uU](?:d{NUM}[uU])?|a?vf?u|[uU])(?:y)?A", _offset),
    ("later", rf"y?(?:{NUM}|a?vf?)(?:[uU]|P)L", _offset),
    ("stretch", rf"t?(?:R(?:{NUM}|a?vf?)[uU]|{NUM}Ru|Ru)", _stretch),
    ("part_of_unit", r"(?:L(?:i)?|t?[EG]f?t?-?)(?:h|R)?(?:t)?U(?![LA])", _part_of_unit),
    ("context_unit", r"q[UP]", _context_unit),
    ("the_relative_unit", r"tR[U]", _context_unit),
    ("this_part", r"[hR]P", _this_part),
    ("relative_unit", r"[hR]U", _relative_unit),
    ("century", r"t?E?-?[oO]-?U(?![A-Z])", _century),
    ("decade", r"t?E?-?K", _decade),
    ("season", r"(?:t?E?-?)(?:[hRt])?S(?:f?Y)?", _season),
    ("month", r"M", _calendar),
    ("year", r"(?:E-?)?Y", _bare_year),
    ("day_of_month", r"tO", _day_of_month),
    ("weekdays", r"w", _null("set")),
    ("duration", rf"(?:{NUM}|a?vf?)-?[uU]", _null("duration")),
    ("daypart", r"P", _daypart),
    ("now", r"V", _null("vague")),
)
MASTER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in RULES))
BUILDERS: dict[str, Builder] = {name: builder for name, _, builder in RULES}
