"""The outlines of land and countries, as the build step wrote them."""

import functools
import gzip
from dataclasses import dataclass
from importlib import resources
from typing import Literal

import msgspec

Point = tuple[float, float]  # longitude, latitude in degrees
Scale = Literal["110m", "50m", "10m"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line or ring, with its west, south, east and north ends so that what is out of sight costs nothing."""

    points: tuple[Point, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A country or territory and its rings; holes are rings too."""

    name: str
    rings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Areas to fill, and lines to draw: those of one area only (coasts) and those of two (borders)."""

    areas: tuple[Area, ...] = ()
    coasts: tuple[Line, ...] = ()
    borders: tuple[Line, ...] = ()


@functools.cache
def outlines(scale: Scale) -> Outlines:
    """Outlines at 1:110, 1:50 or 1:10 million; empty when the package was built without them."""
    packed = resources.files("clarion.publish") / "assets" / f"outlines-{scale}.json.gz"
    if not packed.is_file():
        return Outlines()
    held = msgspec.json.decode(gzip.decompress(packed.read_bytes()), type=_Packed)
    arcs = [_points(arc, held.grid) for arc in held.arcs]
    used: dict[int, int] = {}
    for area in held.areas:
        for arc in (arc for ring in area.rings for arc in ring):
            used[max(arc, ~arc)] = used.get(max(arc, ~arc), 0) + 1
    return Outlines(
        areas=tuple(Area(area.name, tuple(_line(_ring(ring, arcs)) for ring in area.rings)) for area in held.areas),
        coasts=tuple(_line(arcs[i]) for i, uses in used.items() if uses == 1),
        borders=tuple(_line(arcs[i]) for i, uses in used.items() if uses > 1),
    )


class _PackedArea(msgspec.Struct):
    name: str
    rings: list[list[int]]
    id: str | None = None


class _Packed(msgspec.Struct):
    grid: int
    arcs: list[list[int]]
    areas: list[_PackedArea]


def _line(points: tuple[Point, ...]) -> Line:
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return Line(points, (min(lons), min(lats), max(lons), max(lats)))


def _points(deltas: list[int], grid: int) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for step_x, step_y in zip(deltas[::2], deltas[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((x / grid, y / grid))
    return tuple(points)


def _ring(ring: list[int], arcs: list[tuple[Point, ...]]) -> tuple[Point, ...]:
    """The points of a ring; a negative number is an arc backwards (`~i`), and arcs share their end points.

    A ring that goes round the earth (Antarctica) is closed over its pole.
    """
    points: list[Point] = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        turn = round((points[-1][0] - part[0][0]) / 360) * 360 if points else 0
        points += [(lon + turn, lat) for lon, lat in (part[1:] if points else part)]
    if abs(points[-1][0] - points[0][0]) > 180:
        pole = -90.0 if points[0][1] < 0 else 90.0
        points += [(points[-1][0], pole), (points[0][0], pole)]
    return tuple(points)
