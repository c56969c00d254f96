"""The window of a map: which degrees it shows and where a point of the earth falls on the drawing.

The projection is equirectangular, true along the window's middle latitude: north is up and nothing needs explaining.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]  # longitude, latitude in degrees
_SMALLEST = 3.6  # degrees of longitude: closer in, a map shows nothing that a reader knows
_PAD = 1.5  # the window is this many times as wide as the places in it


@dataclass(frozen=True, slots=True)
class Frame:
    """A window with its middle, in degrees, and its size and scale, in pixels and pixels a degree of latitude."""

    lon: float
    lat: float
    width: float
    height: float
    scale: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return max(0.2, math.cos(math.radians(self.lat)))

    def at(self, lon: float, lat: float) -> Point:
        """Pixels from the left and from the top; longitudes are taken the shorter way round the earth."""
        across = (lon - self.lon + 180) % 360 - 180
        return self.width / 2 + across * self.squeeze * self.scale, self.height / 2 - (lat - self.lat) * self.scale

    def sees(self, box: tuple[float, float, float, float], turn: int) -> bool:
        """True when a box of degrees (west, south, east, north), shifted by `turn`, comes near the window."""
        across, tall = self.degrees
        return (
            abs((box[0] + box[2]) / 2 + turn - self.lon) <= (box[2] - box[0] + across * 1.1) / 2
            and abs((box[1] + box[3]) / 2 - self.lat) <= (box[3] - box[1] + tall * 1.1) / 2
        )

    @property
    def degrees(self) -> tuple[float, float]:
        """Degrees of longitude and of latitude that the window shows."""
        return self.width / (self.squeeze * self.scale), self.height / self.scale


def fit(places: Sequence[Point], width: float, height: float) -> Frame:
    """The window that shows all places with room around them; the whole earth when there are none."""
    if not places:
        return whole(width, height)
    lon, across = _middle([place[0] for place in places])
    lats = [place[1] for place in places]
    lat = (min(lats) + max(lats)) / 2
    squeeze = max(0.2, math.cos(math.radians(lat)))
    tall = max((max(lats) - min(lats)) * _PAD, _SMALLEST * squeeze)
    scale = min(width / (max(across * _PAD, _SMALLEST) * squeeze), height / tall)
    if width / (scale * squeeze) >= 300:
        return whole(width, height)
    return Frame(lon, lat, width, height, scale)


def whole(width: float, height: float) -> Frame:
    """The whole earth."""
    return Frame(0.0, 0.0, width, height, min(width / 360, height / 180))


def clipped(ring: Iterable[Point], frame: Frame, margin: float = 6.0) -> list[Point]:
    """The part of a ring, in pixels, that lies in the frame and a margin around it.

    Source: Sutherland and Hodgman, 1974.
    """
    points = list(ring)
    low_x, high_x, low_y, high_y = -margin, frame.width + margin, -margin, frame.height + margin
    for axis, bound, sign in ((0, low_x, 1), (0, high_x, -1), (1, low_y, 1), (1, high_y, -1)):
        points = _cut(points, axis, bound * sign, sign)
    return points


def pixels(line: Iterable[Point], frame: Frame, turn: int) -> list[Point]:
    """A line in pixels, without wrapping; `turn` (-360, 0, 360) shifts it to another copy of the earth."""
    squeeze, scale = frame.squeeze * frame.scale, frame.scale
    left, top = frame.width / 2 + (turn - frame.lon) * squeeze, frame.height / 2 + frame.lat * scale
    return [(left + lon * squeeze, top - lat * scale) for lon, lat in line]


def runs(line: Sequence[Point], frame: Frame, margin: float = 6.0) -> list[list[Point]]:
    """The stretches of a line in pixels that come near the frame."""
    found: list[list[Point]] = []
    run: list[Point] = []
    for before, here in pairwise(line):
        if _near(before, here, frame, margin):
            run = run or [before]
            run.append(here)
        elif run:
            found.append(run)
            run = []
    return [*found, run] if run else found


def _middle(lons: Sequence[float]) -> tuple[float, float]:
    """Middle and width, in degrees, of the smallest arc that holds all longitudes; it may cross the date line."""
    around = sorted({(lon + 180) % 360 - 180 for lon in lons})
    gaps = [(after - before, after) for before, after in zip(around, [*around[1:], around[0] + 360], strict=True)]
    widest, start = max(gaps)
    across = 360 - widest
    return (start + across / 2 + 180) % 360 - 180, across


def _near(before: Point, here: Point, frame: Frame, margin: float) -> bool:
    low_x, high_x = sorted((before[0], here[0]))
    low_y, high_y = sorted((before[1], here[1]))
    return high_x >= -margin and low_x <= frame.width + margin and high_y >= -margin and low_y <= frame.height + margin


def _cut(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a line across the drawing."""
    kept: list[Point] = []
    for i, here in enumerate(points):
        before = points[i - 1]
        inside, was_inside = here[axis] * sign >= bound, before[axis] * sign >= bound
        if inside != was_inside:
            share = (bound * sign - before[axis]) / (here[axis] - before[axis])
            crossing = (before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1]))
            kept.append(crossing)
        if inside:
            kept.append(here)
    return kept
