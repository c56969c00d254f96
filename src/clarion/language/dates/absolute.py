"""Builders for expressions that name a day, month or year.

A builder makes a `Point` of the tokens that a rule matched, or refuses them.
"""

import re

from clarion.language.dates.points import Point, Tokens, is_fiscal, number_of, span_of, value_of, whole
from clarion.language.figures.nouns import unit_of
from clarion.model.vocabulary import Unit


def calendar(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """Month with day and year, in any order of the language."""
    start, end = span_of(tokens, first, last)
    month = whole(value_of(codes, tokens, first, last, "M"))
    day = day_number(codes, tokens, first, last)
    year = whole(value_of(codes, tokens, first, last, "Y"))
    if day is not None and not 1 <= day <= 31:
        return None
    if day and codes[last - 1] == "D" and _counts_people(codes, tokens, last):
        day, last = None, last - 1  # "in May 12 people were killed"
        start, end = span_of(tokens, first, last)
    unit = "day" if day else "month" if month else "year"
    part = value_of(codes, tokens, first, last, "EG")
    return Point(start, end, "", year, month, day, unit=unit, part=str(part) if part else None)


def _counts_people(codes: str, tokens: Tokens, last: int) -> bool:
    if codes[last : last + 1] != "x" or tokens[last].start - tokens[last - 1].end != 1:
        return False
    unit = unit_of(str(tokens[last].value))
    return unit in ((Unit.PEOPLE, True), (Unit.FAMILIES, True)) and tokens[last].word == str(tokens[last].value)


def day_number(codes: str, tokens: Tokens, first: int, last: int) -> int | None:
    """The day of the month: digits, or an ordinal in words ("twenty-second")."""
    for index in range(first, last):
        if codes[index] in "DO":
            return whole(tokens[index].value)
        if codes[index] == "o":
            tens = next((whole(tokens[at].value) or 0 for at in range(first, index) if codes[at] == "N"), 0)
            return (whole(tokens[index].value) or 0) + tens
    return None


def days_of_month(codes: str, tokens: Tokens, first: int, last: int) -> list[Point] | None:
    """As in "3-5 May" is one stretch, "6 and 7 September" two days, "5, 6 and 9 May" three."""
    month = whole(value_of(codes, tokens, first, last, "M"))
    year = whole(value_of(codes, tokens, first, last, "Y"))
    places = [index for index in range(first, last) if codes[index] in "DO"]
    days = [whole(tokens[index].value) or 0 for index in places]
    if not all(1 <= day <= 31 for day in days):
        return None
    start, end = span_of(tokens, first, last)
    points = []
    ranged = {
        index for index in range(len(places) - 1) if codes[places[index] + 1] in "-g" and days[index] < days[index + 1]
    }
    for index, day in enumerate(days):
        if index - 1 in ranged:
            continue
        close = days[index + 1] if index in ranged else None
        stop = index + (1 if close else 0)
        span = (
            start if index == 0 else tokens[places[index]].start,
            end if stop == len(days) - 1 else tokens[places[stop]].end,
        )
        to = Point(*span, "", year, month, close, unit="day") if close else None
        points.append(Point(*span, "", year, month, day, unit="day", last=to))
    return points


def quarter(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "Q3 2023", "2019 H2"."""
    start, end = span_of(tokens, first, last)
    value = value_of(codes, tokens, first, last, "Z")
    if not isinstance(value, tuple) or (value[0] == "h" and value[1] > 2):
        return None
    year = whole(value_of(codes, tokens, first, last, "Y"))
    if year is None and value[0] == "h":
        return None
    return Point(start, end, "", year, unit="quarter" if value[0] == "q" else "half", nth=value[1])


def feast(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "Christmas Eve", "Easter 2018", "last Thanksgiving"."""
    start, end = span_of(tokens, first, last)
    year = whole(value_of(codes, tokens, first, last, "Y"))
    relative = value_of(codes, tokens, first, last, "R")
    direction = whole(relative) if relative is not None else 0
    name = str(value_of(codes, tokens, first, last, "F"))
    if name in NAMED_DAYS and codes[first - 1 : first] not in tuple("nbpjsgid"):
        return None  # the name of an occasion, not a date
    return Point(start, end, "", year, unit="day", feast=name, direction=direction or 0)


# days of the year that lend their name to events: a date only behind a preposition of time
NAMED_DAYS = frozenset(
    {
        "women's day",
        "international women's day",
        "world press freedom day",
        "world refugee day",
        "human rights day",
        "international migrants day",
    }
)


def spelled_year(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "nineteen ninety-six", "the year two thousand"."""
    start, end = span_of(tokens, first, last)
    numbers = [whole(tokens[index].value) or 0 for index in range(first, last) if codes[index] == "N"]
    if numbers[:2] == [2, 1000] and (
        codes[first] in "tM" or codes[first - 1 : first] in ("U", "i", "s") or len(numbers) > 2
    ):
        numbers = [20, sum(numbers[2:])]
    elif len(numbers) > 1 and numbers[1] == 100 and 16 < numbers[0] < 20:
        numbers = [numbers[0], sum(numbers[2:])]
    elif numbers[0] not in (18, 19, 20) or not 10 <= sum(numbers[1:]) <= 99:
        return None
    month = whole(value_of(codes, tokens, first, last, "M"))
    return Point(start, end, "", numbers[0] * 100 + sum(numbers[1:]), month, unit="month" if month else "year")


def iso(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "2024-03-07", with a clock time where one follows."""
    start, end = span_of(tokens, first, last)
    numbers = [int(item) for item in re.findall(r"\d+", str(tokens[first].value))]
    year, month, day = numbers[:3]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    hour, minute = (numbers[3], numbers[4]) if len(numbers) > 4 else (None, 0)
    return Point(start, end, "", year, month, day, unit="day", hour=hour, minute=minute)


def slashed(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """Which number is the month is left to `resolve` when both could be: `part` holds the order as "?"."""
    start, end = span_of(tokens, first, last)
    numbers = [int(item) for item in re.findall(r"\d+", str(tokens[first].value))]
    left, right = numbers[0], numbers[1]
    if len(numbers) == 2 and not _is_short_date(codes, tokens, first):
        return None
    year = None
    if len(numbers) == 3:
        year = numbers[2] if numbers[2] >= 100 else numbers[2] + (2000 if numbers[2] <= 50 else 1900)
    if "." in str(tokens[first].value):
        left, right = right, left
        if not 1 <= left <= 12:
            return None
        return Point(start, end, "", year, left, right, unit="day") if 1 <= right <= 31 else None
    if 1 <= left <= 12 and 1 <= right <= 31:
        return Point(
            start, end, "", year, left, right, unit="day", feast="?" if right <= 12 and left != right else None
        )
    if 1 <= right <= 12 and 1 <= left <= 31:
        return Point(start, end, "", year, right, left, unit="day")
    return None


def _is_short_date(codes: str, tokens: Tokens, first: int) -> bool:
    """As in "9/5" beside a date word or a preposition of time; "7/8" behind a number or a verb is a fraction."""
    before = codes[first - 1] if first else "|"
    after = codes[first + 1] if first + 1 < len(codes) else "|"
    if before == "x":
        return str(tokens[first - 1].value) in "?!:;"
    return (
        before in "(nbsgrkpjWw-.|TPhR"
        or after == "-"
        or (before == "," and codes[first - 2 : first - 1] in ("W", "X"))
        or before == "d"
    )


def iso_month(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "2015-12" (ISO 8601); "2014-15" is two years, not a month."""
    start, end = span_of(tokens, first, last)
    month = whole(tokens[last - 1].value) or 0
    glued = end - start == 7 and codes[first - 1 : first] != "-"
    return (
        Point(start, end, "", whole(tokens[first].value), month, unit="month") if glued and 1 <= month <= 12 else None
    )


def the_year(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the year 2020"."""
    if value_of(codes, tokens, first, last, "U") != "year":
        return None
    if is_fiscal(tokens, first, last):
        return Point(*span_of(tokens, first, last), "", null="vague")
    return calendar(codes, tokens, first, last)


def bare_year(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """A year on its own, unless it counts something or belongs to a code or a name."""
    point = calendar(codes, tokens, first, last)
    year = point.year if point else None
    if (
        year is None
        or not 1000 <= year <= 2199
        or _is_part_of_a_code(codes, first, last)
        or (_is_counted(codes, tokens, first, last, year) and not _is_listed(codes, tokens, first, year))
    ):
        return None
    before = codes[first - 1] if first else "|"
    after = codes[last] if last < len(codes) else "|"
    if after == "x" and _names_an_instrument(tokens, last):
        return None
    if year < 1800 and before not in "isfbgrkj(":
        return None
    if after in "uUmz" or before in "yC" or (after == "x" and str(tokens[last].value) in ("%", "$", "€")):
        return None
    if before == "x" and str(tokens[first - 1].value) in ("$", "€", "£", "#", "No", "than", "some"):
        return None
    return point


def _is_listed(codes: str, tokens: Tokens, first: int, year: int) -> bool:
    """As in "in 2019 and 2020 police …": the number behind a year and "and" is a year, whatever noun follows."""
    before = first - 1
    while before > 0 and codes[before] in ",d":
        before -= 1
    if before < 0 or before == first - 1 or codes[before] != "Y":
        return False
    return 0 < year - (whole(tokens[before].value) or 0) <= LISTED_YEARS


# years of a list lie at most so far apart
LISTED_YEARS = 10
CODE_BEFORE = re.compile(r"[DBY]-[DBY]-$")


CODE_AFTER = re.compile(r"-[DBY]-[DBY]")


INSTRUMENTS = frozenset(
    "convention protocol treaty covenant act constitution agreement accord accords declaration statute law resolution "
    "directive regulation charter".split()
)


def _names_an_instrument(tokens: Tokens, last: int) -> bool:
    """As in "the 1951 Refugee Convention": the year is part of a name."""
    for token in tokens[last : last + 4]:
        if not str(token.value)[:1].isupper():
            return False
        if token.word in INSTRUMENTS:
            return True
    return False


def _is_part_of_a_code(codes: str, first: int, last: int) -> bool:
    """As in "138-2010-2015", "32-2015": a telephone number or another code."""
    if CODE_BEFORE.search(codes, max(0, first - 4), first) or CODE_AFTER.match(codes, last):
        return True
    return (codes[first - 1 : first] == "-" and codes[first - 2 : first - 1] in ("D", "B")) or (
        codes[last : last + 1] == "-" and codes[last + 1 : last + 2] in ("D", "B")
    )


def _is_counted(codes: str, tokens: Tokens, first: int, last: int, year: int) -> bool:
    """As in "2000 crates", "1990 refugees": a figure; behind a preposition it stays a year."""
    if codes[last : last + 1] != "x" or codes[first - 1 : first] in ("i", "s", "b"):
        return False
    word = str(tokens[last].value)
    unit = unit_of(word)
    return bool(unit and unit[1] and word.islower()) or (year % 100 == 0 and word.islower() and word.endswith("s"))


def ordinal_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the 20th century", "third-quarter"."""
    start, end = span_of(tokens, first, last)
    nth = whole(value_of(codes, tokens, first, last, "oO")) or 0
    unit = str(value_of(codes, tokens, first, last, "U"))
    if unit == "quarter" and 1 <= nth <= 4:
        return Point(start, end, "", unit=unit, nth=nth)
    if unit != "century" or not 1 <= nth <= 30:
        return None
    part = value_of(codes, tokens, first, last, "E")
    return Point(start, end, "", (nth - 1) * 100, unit="century", part=str(part) if part else None)


def decade(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the 1990s", "the nineties"."""
    start, end = span_of(tokens, first, last)
    part = value_of(codes, tokens, first, last, "E")
    year = whole(value_of(codes, tokens, first, last, "K"))
    return Point(start, end, "", year, unit="decade", part=str(part) if part else None)


def season(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "this summer", "winter 2022", "the spring of 2020"."""
    start, end = span_of(tokens, first, last)
    season = whole(value_of(codes, tokens, first, last, "S"))
    year = whole(value_of(codes, tokens, first, last, "Y"))
    relative = value_of(codes, tokens, first, last, "R")
    this = "h" in codes[first:last]
    part = value_of(codes, tokens, first, last, "E")
    rel = whole(relative) if relative is not None else 0 if this else None
    return Point(start, end, "", year, unit="season", season=season, nth=rel, part=str(part) if part else None)


def nth_unit(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the first quarter of 1998", "the last week of March", "the second half of the year"."""
    start, end = span_of(tokens, first, last)
    unit = str(value_of(codes, tokens, first, last, "U"))
    nth = whole(value_of(codes, tokens, first, last, "oO"))
    relative = whole(value_of(codes, tokens, first, last, "R"))
    if is_fiscal(tokens, first, last) and unit == "year":
        return Point(start, end, "", null="vague")
    if nth is None and relative is None:
        year = whole(value_of(codes, tokens, first, last, "Y"))
        return (
            Point(start, end, "", year, unit="year")
            if unit in ("quarter", "half") or "Q" in codes[first:last]
            else None
        )
    month = whole(value_of(codes, tokens, first, last, "M"))
    year = whole(value_of(codes, tokens, first, last, "Y"))
    if nth is None:
        nth = -1 if relative == -1 else None
    if nth is None or (unit in ("quarter", "half") and not 1 <= nth <= 4):
        return None
    return Point(start, end, "", year, month, unit=unit, nth=nth)


def first_units(codes: str, tokens: Tokens, first: int, last: int) -> Point | None:
    """As in "the first two weeks of May", "the last four months of 2021"."""
    start, end = span_of(tokens, first, last)
    of = codes.index("f", first)
    which = whole(value_of(codes, tokens, first, of, "oO"))
    back = value_of(codes, tokens, first, of, "R") == -1
    number = number_of(codes, tokens, first, of)
    unit = str(value_of(codes, tokens, first, of, "uU"))
    number = number or 1
    if number > 366 or not (which == 1 or back) or unit not in ("day", "week", "month", "quarter", "year"):
        return None
    month = whole(value_of(codes, tokens, of, last, "M"))
    year = whole(value_of(codes, tokens, of, last, "Y"))
    whole_unit = value_of(codes, tokens, of, last, "U")
    step = whole(value_of(codes, tokens, of, last, "R")) or 0
    rel = step if whole_unit else None
    if unit == "week" and number == 1 and whole_unit is None:
        return Point(start, end, "", year, month, unit="week", nth=-1 if back else 1)
    outer = str(whole_unit) if whole_unit else "month" if month else "year"
    return Point(
        start, end, "", year, month, unit=outer, rel=rel, part=f"{'last' if back else 'first'} {number} {unit}"
    )
