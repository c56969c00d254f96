"""Days that return every year, each worked out and named, since calendars read a rule that bends in different ways.

"Each year on 24 September" gives that day of the years that follow; "or the nearest working day" moves one that falls
on a Saturday or Sunday; "the last Sunday of May" is looked up in each year. A year that the words name is one day, and
nothing is made of it: that there was an annual vigil on a day does not say when the next one is.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from clarion.model import Claim

_YEARS = 4  # that follow the first; a newer publication carries them on
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_YEARLY = re.compile(
    rf"\b(?:each|every) (?:year\b|\d{{1,2}} (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}}\b)|\bannual(?:ly)?\b|\byearly\b", re.I
)
_SURELY = re.compile(r"\b(?:each|every) year\b", re.I)
_NEAREST = re.compile(r"\b(?:nearest|closest) (?:working|week|business) ?day\b|\b(?:nearest|closest) weekday\b", re.I)
_A_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_NTH = re.compile(rf"\b({'|'.join(_ORDINALS)}) ({'|'.join(_DAYS)}) (?:of|in)\b", re.I)
_WEEKEND = 5  # Saturday and Sunday; where another weekend is kept the words tell to ask


@dataclass(frozen=True, slots=True)
class Returning:
    """Further days of an observance, ISO dates in their order, and how they were reckoned."""

    days: tuple[str, ...]
    rule: str


def returning(sentence: str, claim: Claim, text: str) -> Returning | None:
    """The days of the years that follow, where a sentence says that a day returns; None where it does not."""
    when = claim.when
    if when is None or when.start is None or "T" in when.start or not _YEARLY.search(sentence):
        return None
    written = text[slice(*when.span)] if when.span else ""
    if _A_YEAR.search(written) and not _SURELY.search(sentence):
        return None
    first = date.fromisoformat(when.start)
    years = [first.year + more for more in range(1, _YEARS + 1)]
    if (nth := _NTH.search(sentence)) is not None:
        ordinal, weekday = _ORDINALS[nth[1].lower()], _DAYS.index(nth[2].lower())
        found = [_nth(year, first.month, weekday, ordinal) for year in years]
        return Returning(_written(found), f"the {nth[1].lower()} {nth[2].title()} of that month in each year")
    same = [day for year in years if (day := _same_day(first, year)) is not None]
    if not _NEAREST.search(sentence):
        return Returning(_written(same), "the same day of each year")
    moved = [_working(day) for day in same]
    rule = "the working day (Monday to Friday) that is nearest to the same day of each year"
    if _working(first) != first:
        rule += f"; {first.isoformat()} itself is none, ask which day is kept in {first.year}"
    return Returning(_written(moved), rule)


def _written(days: list[date]) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days)


def _same_day(first: date, year: int) -> date | None:
    try:
        return first.replace(year=year)
    except ValueError:  # 29 February
        return None


def _nth(year: int, month: int, weekday: int, ordinal: int) -> date:
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[ordinal])


def _working(day: date) -> date:
    """Saturday goes back to Friday, Sunday on to Monday."""
    over = day.weekday() - _WEEKEND
    return day if over < 0 else day + timedelta(days=-1 if over == 0 else 1)
