"""Figures on one axis: a point, a stretch, or a stretch with an open side, each a small SVG of the same width.

The drawings stand in the cells of a table, so that each figure has its words and its source beside it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.safestring import SafeString

from clarion.model.nouns import Count
from clarion.model.vocabulary import CountKind
from clarion.workbench.drawing.svg import number, picture, tag, text

_WIDTH, _HEIGHT, _MIDDLE = 260.0, 26.0, 13.0
_LEFT, _RIGHT = 16.0, 244.0
_BY_FACTOR = 20  # the largest is this many times the smallest: even steps would press the small ones together
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """The smallest and largest number shown. `by_factor`: steps multiply instead of adding up."""

    low: float
    high: float
    by_factor: bool = False

    def at(self, value: float) -> float:
        """Pixels from the left."""
        ends = (self.low, self.high, value)
        low, high, at = (math.log10(max(one, 0.01)) for one in ends) if self.by_factor else ends
        share = (at - low) / (high - low) if high > low else 0.5
        return _LEFT + min(1.0, max(0.0, share)) * (_RIGHT - _LEFT)

    def ticks(self) -> Iterator[float]:
        """Round numbers to name on the axis, at most five."""
        if self.by_factor:
            powers = range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
            every = max(1, -(-len(powers) // 4))
            yield from (10.0**power for power in powers[::every])
            return
        rough = (self.high - self.low) / 4 or 1.0
        size = 10.0 ** math.floor(math.log10(rough))
        step = next(size * one for one in _STEPS if size * one >= rough * 0.999)
        count = int((self.high - self.low) / step + 1e-9)
        yield from (self.low + step * i for i in range(count + 1))


def scale_of(counts: Sequence[Count]) -> Scale:
    """The scale on which all these figures fit, from 0 unless its steps are by factor."""
    values = [float(one) for count in counts for one in (count.low, count.high, count.best) if one is not None]
    high = max(values, default=0.0)
    if high <= 0:
        return Scale(0.0, 1.0)
    low = min(one for one in values if one > 0)
    if high / low > _BY_FACTOR:
        return Scale(low / 1.5, high * 1.5, by_factor=True)
    return Scale(0.0, high * 1.08)


def draw_scale(scale: Scale) -> SafeString:
    """The axis with its numbers, for the head of the column."""
    parts = []
    for tick in scale.ticks():
        x = scale.at(tick)
        parts.append(tag("path", d=f"M{number(x)} 20V26", class_="d-rule"))
        parts.append(text(_named(tick), x, 14, class_="d-tick", text_anchor="middle"))
    line = tag("path", d=f"M{number(_LEFT)} 25.5H{number(_RIGHT)}", class_="d-rule")
    return picture(line, *parts, width=_WIDTH, height=_HEIGHT, class_="d-axis")


def draw_stretch(count: Count, scale: Scale) -> SafeString:
    """A figure on the axis. A full point is exact, a hollow one is about; an arrow is an open side."""
    grid = [tag("path", d=f"M{number(scale.at(tick))} 0V{number(_HEIGHT)}", class_="d-grid") for tick in scale.ticks()]
    return picture(*grid, *_marks(count, scale), width=_WIDTH, height=_HEIGHT, class_="d-axis")


def _marks(count: Count, scale: Scale) -> Iterator[SafeString]:
    low = None if count.low is None else scale.at(count.low)
    high = None if count.high is None else scale.at(count.high)
    if low is not None and high is not None and low != high:
        yield tag("path", d=f"M{number(low)} {_MIDDLE:g}H{number(high)}", class_="d-stretch")
        yield from (_end(low), _end(high))
    elif low is not None and high is None and count.best is None:
        yield tag("path", d=f"M{number(low)} {_MIDDLE:g}H{number(_RIGHT)}", class_="d-stretch d-open")
        yield from (_end(low), _arrow(_RIGHT, 1))
    elif high is not None and low is None and count.best is None:
        yield tag("path", d=f"M{number(_LEFT)} {_MIDDLE:g}H{number(high)}", class_="d-stretch d-open")
        yield from (_end(high), _arrow(_LEFT, -1))
    point = count.best if count.best is not None else count.low if low is not None and low == high else None
    if point is not None:
        hollow = count.kind is CountKind.ABOUT
        yield tag("circle", cx=scale.at(point), cy=_MIDDLE, r=5, class_="d-about" if hollow else "d-point")


def _end(x: float) -> SafeString:
    return tag("path", d=f"M{number(x)} {_MIDDLE - 7:g}v14", class_="d-end")


def _arrow(x: float, way: int) -> SafeString:
    start = number(x - 3 * way)
    return tag("path", d=f"M{start} {_MIDDLE - 5:g}L{number(x + 6 * way)} {_MIDDLE:g}L{start} {_MIDDLE + 5:g}Z",
               class_="d-point")  # fmt: skip


def _named(value: float) -> str:
    return str(
        number_format(round(value) if value >= 10 or value == round(value) else round(value, 2), force_grouping=True)
    )
