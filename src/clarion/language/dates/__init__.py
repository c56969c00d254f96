"""Dates and times: every expression that can be placed on a calendar, and those that cannot, with null bounds.

The layers, each a module: `lexer` turns a text into class letters (`words` is its data); `rules` finds expressions by
patterns over these letters and lets `absolute`, `relative`, `offsets` and `clocks` build a `Point` of each; `join`
merges points that belong together and reads signs ("since", "by") and zones; `tense` tells past from future; `told`
keeps what back references build on; `resolve` places a point on the calendar (`years`, `weekdays`, `units`, `feasts`).

`find_dates` is the public door. `readings_in` is the entry for steps that read one sentence of a larger text: it takes
the bounds of the sentence, the document's date and an anchor, the day told of last, on which "that day", "the same
evening", "two days later" and bare clock times build; it returns the rule and the zone as written beside each
interval. A reading whose `when` has no bounds is a duration, a recurring time, or one that lacks a date to build on.
"""

import datetime as dt
import re
from typing import NamedTuple

from clarion.language.dates.join import join
from clarion.language.dates.lexer import lex, may_date
from clarion.language.dates.points import Point
from clarion.language.dates.resolve import resolve
from clarion.language.dates.rules import find_points
from clarion.language.dates.setting import Setting
from clarion.language.dates.tense import tense_near
from clarion.language.dates.told import Told
from clarion.model.nouns import Span, When

# "on the eve of the election" says shortly before, and no day: the words are kept, the day is not taken
_EVE = re.compile(r"\beve\s+of\s+(?:the\s+|this\s+)?$", re.I)
_EVE_REACH = 20
NUMERIC = frozenset({"iso"})  # readings that mean the same in every language


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
    text: str,
    start: int,
    end: int,
    *,
    written_on: dt.date | None,
    anchor: dt.date | None = None,
    morning: dt.date | None = None,
) -> list[DateReading]:
    """The expressions of `text[start:end]` with spans of the whole text.

    `anchor` is the day told of last before `start`; "that day", "two days later" and bare clock times build on it;
    `morning` is the day after, where a night was told of: its small hours are of that day.
    """
    if not may_date(text, start, end):
        return []
    lexed = lex(text, start, end)
    readings = []
    told = Told(anchor, anchor, morning_after=morning)
    for point in join(text, find_points(lexed)):
        base, unit = told.base(point, written_on)
        settled = bool(point.null) or (point.year is not None and point.sign != "from")
        tense = 0 if settled else tense_near(text, point.start, point.end, start, end)
        when = resolve(point, Setting(written_on, base, unit, tense))
        if _EVE.search(text, max(0, point.start - _EVE_REACH), point.start):
            when = When(span=when.span)
        readings.append(_reading(text, point, when))
        told = told.after(point, when)
    return readings


def _reading(text: str, point: Point, when: When) -> DateReading:
    zone = point.zone
    return DateReading(when, point.rule, text[zone[0] : zone[1]] if zone else None, zone)
