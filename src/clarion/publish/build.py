"""Make the outlines of the map: `python -m clarion.publish.build`, after `npm ci`.

Takes Natural Earth through the npm package world-atlas and writes `assets/outlines-*.json.gz`, simplified and
on a grid of 0.005 degrees. The same input gives the same bytes.

Source: Natural Earth (public domain), as TopoJSON by world-atlas (ISC).
TopoJSON: https://github.com/topojson/topojson-specification, version 1.0.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

Point = tuple[float, float]

ASSETS = Path(__file__).parent / "assets"
GRID = 200  # steps of a degree; 0.005 degree is about half a kilometre, finer than the drawing
# degrees that a simplified line may leave the source line: about half a pixel where each scale is used
TOLERANCES = {"110m": 0.06, "50m": 0.02, "10m": 0.008}


def make_outlines(topology: dict[str, object], tolerance: float) -> bytes:
    """A compact, gzipped JSON of a world-atlas topology: `arcs` (delta coded on the grid) and `areas` (rings of arcs).

    Raises:
        KeyError: the topology has no countries.
    """
    arcs = [simplified(on_grid(arc), tolerance * GRID) for arc in decoded_arcs(topology)]
    areas = [_area(geometry) for geometry in topology["objects"]["countries"]["geometries"]]  # type: ignore[index]
    packed = {"grid": GRID, "arcs": [_deltas(arc) for arc in arcs], "areas": areas}
    text = json.dumps(packed, separators=(",", ":"), ensure_ascii=True, sort_keys=True)
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def decoded_arcs(topology: dict[str, object]) -> list[list[Point]]:
    """The arcs of a quantised topology as lists of (longitude, latitude) in degrees."""
    (scale_x, scale_y), (move_x, move_y) = (topology["transform"][key] for key in ("scale", "translate"))  # type: ignore[index]
    arcs = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def on_grid(points: Iterable[Point]) -> list[Point]:
    """The points as whole steps of the grid, those written once that fall on the same step.

    Longitudes run on past 180 degrees where a line crosses the date line, so that no stroke goes round the earth.
    """
    steps: list[Point] = []
    for lon, lat in points:
        x, y = round(lon * GRID), round(lat * GRID)
        while steps and x - steps[-1][0] > 180 * GRID:
            x -= 360 * GRID
        while steps and x - steps[-1][0] < -180 * GRID:
            x += 360 * GRID
        if not steps or steps[-1] != (x, y):
            steps.append((x, y))
    return steps if len(steps) > 1 else steps * 2


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The line with fewer points, none of the dropped ones further than `tolerance` from it; its ends stay.

    Source: Douglas and Peucker, 1973. With a stack, because coasts are longer than Python's recursion.
    """
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        distance, at = _furthest(points, first, last)
        if distance > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def main(arguments: list[str] | None = None) -> int:
    """Write the assets; 1 and one line on standard error when world-atlas is not there."""
    root = Path(__file__).parents[3]
    parser = argparse.ArgumentParser(
        prog="python -m clarion.publish.build", description="Make the outlines of the map."
    )
    parser.add_argument(
        "--atlas", type=Path, default=root / "node_modules" / "world-atlas", help="folder of world-atlas"
    )
    parser.add_argument("--out", type=Path, default=ASSETS, help="folder to write to")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for scale, tolerance in TOLERANCES.items():
        source = options.atlas / f"countries-{scale}.json"
        if not source.is_file():
            print(f"no {source.name} in {options.atlas}: run `npm ci` first", file=sys.stderr)
            return 1
        made = make_outlines(json.loads(source.read_text(encoding="utf-8")), tolerance)
        (options.out / f"outlines-{scale}.json.gz").write_bytes(made)
    return 0


def _furthest(points: Sequence[Point], first: int, last: int) -> tuple[float, int]:
    """The point between two others that lies furthest from the stretch between them, and how far.

    Written out flat: it is the inner loop of the build and runs some ten million times.
    """
    (x1, y1), (x2, y2) = points[first], points[last]
    dx, dy = x2 - x1, y2 - y1
    scale = 1 / (dx * dx + dy * dy) if dx or dy else 0.0
    worst, at = 0.0, first
    for i in range(first + 1, last):
        x, y = points[i]
        x, y = x - x1, y - y1
        along = (x * dx + y * dy) * scale
        if along > 0:
            along = along if along < 1 else 1.0
            x, y = x - along * dx, y - along * dy
        square = x * x + y * y
        if square > worst:
            worst, at = square, i
    return float(worst**0.5), at


def _deltas(steps: Iterable[Point]) -> list[int]:
    """Steps from point to point, x and y in turn, the first from 0."""
    deltas: list[int] = []
    before: Point = (0, 0)
    for here in steps:
        deltas += [int(here[0] - before[0]), int(here[1] - before[1])]
        before = here
    return deltas


def _area(geometry: dict[str, object]) -> dict[str, object]:
    """Name, ISO 3166-1 numeric code or null, and the rings of a country."""
    arcs: object = geometry.get("arcs", [])
    polygons = [arcs] if geometry["type"] == "Polygon" else arcs
    rings = [ring for polygon in polygons for ring in polygon]  # type: ignore[attr-defined]
    return {"name": geometry["properties"]["name"], "id": geometry.get("id"), "rings": rings}  # type: ignore[index]


if __name__ == "__main__":
    sys.exit(main())
