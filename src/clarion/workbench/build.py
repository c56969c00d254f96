"""Gather what the pages load from npm packages: `python -m clarion.workbench.build`, after `npm ci`.

Copies the pinned files with their licences into `static/workbench/vendor/`, writes the outlines of states for the map
as GeoJSON, and compiles the translations. The same input gives the same bytes.

Sources: htmx (0BSD), Leaflet (BSD-2-Clause), Natural Earth (public domain) through world-atlas (ISC).
"""

import json
import shutil
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOM = Path(__file__).parent
VENDOR = ROOM / "static" / "workbench" / "vendor"
# package -> files taken from it -> name here
TAKEN = {
    "htmx.org": {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE.txt"},
    "leaflet": {
        "dist/leaflet.js": "leaflet.js",
        "dist/leaflet.css": "leaflet.css",
        "dist/images/marker-icon.png": "images/marker-icon.png",
        "dist/images/marker-icon-2x.png": "images/marker-icon-2x.png",
        "dist/images/marker-shadow.png": "images/marker-shadow.png",
        "dist/images/layers.png": "images/layers.png",
        "dist/images/layers-2x.png": "images/layers-2x.png",
        "LICENSE": "leaflet.LICENSE.txt",
    },
    "world-atlas": {"LICENSE": "world-atlas.LICENSE.txt"},
}
_DIGITS = 2  # of a degree: about a kilometre, finer than a map of the world shows


def main(modules: Path) -> int:
    """Copy, write, compile. Returns 0, or 1 when a package is missing."""
    for package, files in TAKEN.items():
        for source, target in files.items():
            path = modules / package / source
            if not path.is_file():
                print(f"{path} is missing; run: npm ci", file=sys.stderr)
                return 1
            (VENDOR / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, VENDOR / target)
    topology = json.loads((modules / "world-atlas" / "countries-50m.json").read_text(encoding="utf-8"))
    (VENDOR / "states.json").write_text(
        json.dumps(outlines(topology), separators=(",", ":"), ensure_ascii=False), encoding="utf-8"
    )
    for catalogue in sorted((ROOM / "locale").glob("*/LC_MESSAGES/*.po")):
        with catalogue.open("rb") as words, catalogue.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(words, locale=catalogue.parts[-3]))
    return 0


def outlines(topology: dict[str, object]) -> dict[str, object]:
    """The states of a world-atlas topology as GeoJSON, coordinates rounded.

    Raises:
        KeyError: the topology has no countries.
    """
    arcs = _arcs(topology)
    features = []
    for geometry in topology["objects"]["countries"]["geometries"]:  # type: ignore[index]
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        shape = {"type": "MultiPolygon", "coordinates": [[_ring(ring, arcs) for ring in one] for one in polygons]}
        name = {"name": geometry["properties"]["name"]}
        features.append({"type": "Feature", "properties": name, "geometry": shape})
    return {"type": "FeatureCollection", "features": features}


def _arcs(topology: dict[str, object]) -> list[list[list[float]]]:
    (scale_x, scale_y), (move_x, move_y) = (topology["transform"][key] for key in ("scale", "translate"))  # type: ignore[index]
    arcs = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        points: list[list[float]] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            point = [round(x * scale_x + move_x, _DIGITS), round(y * scale_y + move_y, _DIGITS)]
            if not points or points[-1] != point:
                points.append(point)
        arcs.append(points)
    return arcs


def _ring(numbers: list[int], arcs: list[list[list[float]]]) -> list[list[float]]:
    ring: list[list[float]] = []
    for number in numbers:
        # TopoJSON: a negative number is the arc of its complement, backwards
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(points[1:] if ring else points)
    return ring


if __name__ == "__main__":
    sys.exit(main(Path("node_modules")))
