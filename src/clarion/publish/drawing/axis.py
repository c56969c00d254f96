"""One figure on an axis that all figures of its group share: a point, a range, or an open side."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from clarion.model import Count, CountKind
from clarion.publish.drawing.svg import number, picture, tag, text
from clarion.publish.phrases import amount

_WIDTH, _HEIGHT = 240.0, 30.0
_LEFT, _RIGHT = 14.0, 226.0
_LOG_FROM = 20  # the largest is this many times the smallest: even steps would press the small ones together


@dataclass(frozen=True, slots=True)
class Axis:
    """The smallest and largest number shown, and whether steps are by factor instead of by amount."""

    low: float
    high: float
    is_log: bool

    def at(self, value: float) -> float:
        """Pixels from the left."""
        low, high, value = (math.log10(max(v, 0.1)) if self.is_log else v for v in (self.low, self.high, value))
        share = (value - low) / (high - low) if high > low else 0.5
        return _LEFT + min(1.0, max(0.0, share)) * (_RIGHT - _LEFT)


def axis_of(counts: Sequence[Count]) -> Axis:
    """The axis on which all these figures fit, from 0 unless steps are by factor."""
    values = [float(v) for count in counts for v in (count.low, count.high, count.best) if v is not None]
    if not values:
        return Axis(0, 1, False)
    high = float(math.ceil(max(values) * 1.1)) or 1.0
    low = min((value for value in values if value > 0), default=1.0)
    return Axis(low / 1.5, high * 1.3, True) if high / low > _LOG_FROM else Axis(0, high, False)


def draw_figure(count: Count, axis: Axis, label: str) -> str:
    """The figure as a small SVG. A full point is exact, a hollow one is about; an arrow is an open side."""
    line = tag("path", d=f"M{number(_LEFT)} 15H{number(_RIGHT)}", class_="f-axis", stroke="#9aa5b0", stroke_width=1)
    ends = _end(axis.low, axis, "start") + _end(axis.high, axis, "end")
    return picture(line + ends + _mark(count, axis), width=_WIDTH, height=_HEIGHT, label=label, class_="figure")


def _end(value: float, axis: Axis, anchor: str) -> str:
    x = _LEFT - 12 if anchor == "start" else _RIGHT + 12
    shown = amount(round(value)) if value >= 10 or value == 0 else amount(round(value, 2))
    return text(shown, x, 28, class_="f-end", font_size=9, text_anchor=anchor, fill="#5b6673")


def _mark(count: Count, axis: Axis) -> str:
    low = None if count.low is None else axis.at(count.low)
    high = None if count.high is None else axis.at(count.high)
    if low is not None and high is not None and low != high:
        return _bar(low, high) + _tick(low) + _tick(high)
    if count.best is not None:
        hollow = count.kind is CountKind.ABOUT
        colour = {"fill": "#ffffff" if hollow else "#1f4e79", "stroke": "#1f4e79", "stroke_width": 2}
        return tag("circle", cx=axis.at(count.best), cy=15, r=5, class_="f-about" if hollow else "f-point", **colour)
    if low is not None:
        return _bar(low, max(low + 14, _RIGHT), fading=True) + _tick(low) + _arrow(_RIGHT, 1)
    if high is not None:
        return _bar(min(high - 14, _LEFT), high, fading=True) + _tick(high) + _arrow(_LEFT, -1)
    return text(
        "no number", (_LEFT + _RIGHT) / 2, 11, class_="f-end", font_size=9, text_anchor="middle", fill="#5b6673"
    )


def _bar(start: float, end: float, *, fading: bool = False) -> str:
    more = {"stroke_dasharray": "5 3"} if fading else {}
    return tag(
        "path",
        d=f"M{number(start)} 15H{number(end)}",
        class_="f-bar",
        stroke="#1f4e79",
        stroke_width=5 if not fading else 3,
        **more,
    )


def _tick(x: float) -> str:
    return tag("path", d=f"M{number(x)} 8V22", class_="f-bar", stroke="#1f4e79", stroke_width=2.5)


def _arrow(x: float, way: int) -> str:
    return tag("path", d=f"M{number(x - 5 * way)} 10L{number(x + 4 * way)} 15L{number(x - 5 * way)} 20Z",
               class_="f-point", fill="#1f4e79")  # fmt: skip
