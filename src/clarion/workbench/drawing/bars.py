"""Bars over time, each stacked by kind; beside them stands the same as a table."""

import datetime
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from clarion.workbench.drawing.svg import link, number, picture, tag, text

_HEIGHT, _TOP, _FOOT = 240.0, 14.0, 26.0
_LEFT, _RIGHT = 44.0, 16.0
_LEAST, _MOST = 5.0, 34.0  # pixels of a bar with the room around it
_NARROWEST = 560.0
_TICK_ROOM = 90.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, `until` not included, with its parts by kind."""

    since: datetime.date
    until: datetime.date
    parts: dict[str, int]
    label: str
    address: str

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Legend:
    """The kinds in the order in which they are stacked, from the ground up, with the class that colours each."""

    kinds: tuple[tuple[str, Any], ...]  # key, words

    def classes(self) -> dict[str, str]:
        """The class of each kind."""
        return {key: f"d-kind d-{key}" for key, _ in self.kinds}


@dataclass(frozen=True, slots=True)
class _Field:
    """Where days and numbers lie on the drawing."""

    first: datetime.date
    last: datetime.date
    width: float
    top: int

    def x(self, day: datetime.date) -> float:
        days = max(1, (self.last - self.first).days)
        return _LEFT + (day - self.first).days / days * (self.width - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        return _HEIGHT - _FOOT - value / self.top * (_HEIGHT - _FOOT - _TOP)


def draw_bars(bars: Sequence[Bar], legend: Legend) -> SafeString:
    """The bars as SVG, as wide as they need; empty when there are none."""
    if not bars:
        return SafeString("")
    field = _field(bars)
    parts = [*_rules(field), *_days(field)]
    classes = legend.classes()
    for bar in bars:
        parts.append(link(bar.address, *_stack(bar, classes, field), label=bar.label))
    return picture(*parts, width=field.width, height=_HEIGHT, class_="d-bars")


def _field(bars: Sequence[Bar]) -> _Field:
    first, last = min(bar.since for bar in bars), max(bar.until for bar in bars)
    shortest = min((bar.until - bar.since).days for bar in bars) or 1
    room = (last - first).days / shortest
    inside = min(max(room * _MOST, 0.0), max(room * _LEAST, _NARROWEST * 1.6))
    return _Field(first, last, max(_NARROWEST, inside + _LEFT + _RIGHT), _round_up(max(bar.total for bar in bars)))


def _round_up(value: int) -> int:
    """The next number that divides well, so that the rules stand at whole numbers."""
    size = int(10 ** int(math.log10(max(value, 1))))
    step = next(one * size for one in (1, 2, 4, 6, 8, 10) if one * size >= value)
    return max(step, 2)


def _rules(field: _Field) -> Iterator[SafeString]:
    steps = 4 if field.top % 4 == 0 else 2
    for i in range(steps + 1):
        value = field.top * i // steps
        y = field.y(value)
        yield tag("path", d=f"M{number(_LEFT)} {number(y)}H{number(field.width - _RIGHT)}", class_="d-grid")
        yield text(str(number_format(value, force_grouping=True)), _LEFT - 8, y + 4, class_="d-tick", text_anchor="end")


def _stack(bar: Bar, classes: dict[str, str], field: _Field) -> Iterator[SafeString]:
    left, right = field.x(bar.since), field.x(bar.until)
    gap = min(3.0, (right - left) * 0.15)
    held = 0
    whole = {"x": left, "y": _TOP, "width": right - left, "height": _HEIGHT - _FOOT - _TOP}
    yield tag("rect", class_="d-reach", **whole)
    for kind, name in classes.items():
        part = bar.parts.get(kind, 0)
        if part:
            top, ground = field.y(held + part), field.y(held)
            size = {"x": left + gap, "y": top, "width": max(1.5, right - left - 2 * gap), "height": ground - top}
            yield tag("rect", class_=name, **size)
            held += part


def _days(field: _Field) -> Iterator[SafeString]:
    for day, name in _ticks(field):
        x = field.x(day)
        yield tag("path", d=f"M{number(x)} {number(_HEIGHT - _FOOT)}v5", class_="d-rule")
        yield text(name, x, _HEIGHT - 6, class_="d-tick", text_anchor="middle")
    ground = field.y(0)
    yield tag("path", d=f"M{number(_LEFT)} {number(ground)}H{number(field.width - _RIGHT)}", class_="d-rule")


def _ticks(field: _Field) -> Iterator[tuple[datetime.date, str]]:
    """Days to name: the finest of days, weeks, months and years that leaves room for their names."""
    days = (field.last - field.first).days
    most = max(2, int(field.width // _TICK_ROOM))
    for step in (1, 2, 7, 14):
        if days / step <= most:
            for i in range(0, days + 1, step):
                day = field.first + datetime.timedelta(days=i)
                yield day, date_format(day, pgettext("short day, in the letters of a date format", "j M"))
            return
    months = next((step for step in (1, 2, 3, 6) if days / (step * 30.4) <= most), 0)
    years = 1 if months else max(1, -(-days // (365 * most)))
    form = pgettext("short month, in the letters of a date format", "M Y") if months else "Y"
    for year in range(field.first.year, field.last.year + 1):
        for month in range(1, 13, months or 12):
            day = datetime.date(year, month, 1)
            if field.first <= day <= field.last and (months or year % years == 0):
                yield day, date_format(day, form)
