"""Dates and times: every expression that can be placed on a calendar, and those that cannot, with null bounds."""

import datetime as dt
from typing import NamedTuple

from clarion.language.dates.join import join
from clarion.language.dates.lexer import lex
from clarion.language.dates.points import Point
from clarion.language.dates.resolve import Setting, resolve
from clarion.language.dates.rules import find_points
from clarion.language.dates.tense import tense_near
from clarion.model.nouns import Span, When


# a comparison ("a year earlier") tells of another time without moving the story there
NUMERIC = frozenset({"iso"})  # readings that mean the same in every language
DAYS = ("day", "week", "fortnight", "night")  # but "two days later" does
STORY = 1500  # code points after which a quarter told of no longer rules a comparison
COMPARISONS = frozenset({"ago", "ago_unit", "later", "year_earlier"})


class DateReading(NamedTuple):
    """An expression with the rule that read it and the time zone as written beside it ("EST"), with its span."""

    when: When
    rule: str
    zone_token: str | None = None
    zone_span: Span | None = None


def find_dates(text: str, *, written_on: dt.date | None, language: str = "en") -> list[When]:
    """Every expression of time in text order; spans in code points of `text`.

    Relative expressions are worked out from `written_on`, never from today's date; without it their bounds are null.
    Words are read in English only; in other languages only dates in digits ("2024-03-07").
    """
    readings = readings_in(text, 0, len(text), written_on=written_on)
    if not language.lower().startswith("en"):
        readings = [reading for reading in readings if reading.rule in NUMERIC]
    return [reading.when for reading in readings]


def readings_in(
    text: str, start: int, end: int, *, written_on: dt.date | None, anchor: dt.date | None = None
) -> list[DateReading]:
    """The expressions of `text[start:end]` with spans of the whole text.

    `anchor` is the day told of last before `start`; "that day", "two days later" and bare clock times build on it.
    """
    lexed = lex(text, start, end)
    readings = []
    told = _Told(anchor, anchor)
    for point in join(text, find_points(lexed)):
        tense = tense_near(text, point.start, point.end, start, end)
        base, unit = told.quarter if point.rule in COMPARISONS and told.quarter and point.start - told.at < STORY else (written_on, "day") if point.rule in ("year_earlier", "ago_unit") and told.unit != "quarter" else (told.day, "day") if point.has_clock or not point.has_date else (told.when, told.unit)
        when = resolve(point, Setting(written_on, base, unit, tense))
        readings.append(_reading(text, point, when))
        told = told.after(point, when)
    return readings


class _Told(NamedTuple):
    """The time told of last: the day, the last unit of any length, and the last quarter with its place in the text."""

    day: dt.date | None
    when: dt.date | None
    unit: str = "day"
    quarter: tuple[dt.date, str] | None = None
    at: int = 0

    def after(self, point: Point, when: When) -> "_Told":
        if when.start is None or when.precision is None or (point.rule in COMPARISONS and point.unit not in DAYS):
            return self
        first = dt.date.fromisoformat(when.start[:10])
        if when.precision in ("day", "minute", "hour"):
            return self._replace(day=first, when=first, unit="day")
        if point.unit == "quarter":
            return self._replace(when=first, unit="quarter", quarter=(first, "quarter"), at=point.start)
        return self._replace(when=first, unit=point.unit or "day")


def _reading(text: str, point: Point, when: When) -> DateReading:
    zone = point.zone
    return DateReading(when, point.rule, text[zone[0] : zone[1]] if zone else None, zone)
