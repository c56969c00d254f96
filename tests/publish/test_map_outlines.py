"""The build step of the outlines and how they are read."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.publish.build import GRID, main, make_outlines, on_grid, simplified
from clarion.publish.drawing.outlines import outlines

# two squares that share the border x = 1
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 1], [1, 0], [0, -1], [-1, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "id": "001", "properties": {"name": "West"}},
                {"type": "MultiPolygon", "arcs": [[[-1, 2]]], "properties": {"name": "East"}},
            ]
        }
    },
}


def test_arcs_are_decoded_and_rings_kept() -> None:
    packed = json.loads(gzip.decompress(make_outlines(TOPOLOGY, 0.0)))
    assert packed["arcs"][0] == [GRID, 0, 0, GRID]
    assert [area["name"] for area in packed["areas"]] == ["West", "East"]
    assert packed["areas"][1] == {"name": "East", "id": None, "rings": [[-1, 2]]}


def test_the_same_topology_gives_the_same_bytes() -> None:
    assert make_outlines(TOPOLOGY, 0.1) == make_outlines(json.loads(json.dumps(TOPOLOGY)), 0.1)


def test_a_missing_atlas_is_one_clear_line(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    assert main(["--atlas", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=40), st.floats(0.1, 20))
def test_a_simplified_line_keeps_its_ends_and_only_drops_points(
    points: list[tuple[int, int]], tolerance: float
) -> None:
    kept = simplified(points, tolerance)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    rest = iter(points)
    assert all(point in rest for point in kept)


def test_a_line_over_the_date_line_runs_on() -> None:
    assert on_grid([(179.0, 0.0), (-179.0, 0.0)]) == [(179 * GRID, 0), (181 * GRID, 0)]


@pytest.mark.skipif(not outlines("110m").areas, reason="the outlines are not built; run npm ci and the build step")
@pytest.mark.parametrize("scale", ["110m", "50m", "10m"])
def test_the_built_outlines_hold_countries_coasts_and_borders(scale: str) -> None:
    held = outlines(scale)  # type: ignore[arg-type]
    names = {area.name for area in held.areas}
    assert {"China", "South Korea", "Russia", "Antarctica"} <= names
    assert held.borders
    assert held.coasts
    for area in held.areas:
        for ring in area.rings:
            steps = zip(ring.points, ring.points[1:], strict=False)
            assert all(abs(here[0] - before[0]) < 180 or abs(here[1]) == 90 for before, here in steps)
