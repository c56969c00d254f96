"""The map, the time line and the axis of figures, as SVG."""

import datetime
import re

import lxml.etree
import pytest

from clarion.model import Count, CountKind
from clarion.publish.drawing.axis import axis_of, draw_figure
from clarion.publish.drawing.frame import clipped, fit, whole
from clarion.publish.drawing.labels import Board, place_label
from clarion.publish.drawing.map import Route, Spot, draw_map
from clarion.publish.drawing.outlines import Outlines
from clarion.publish.drawing.timeline import Mark, draw_timeline

MAE_SOT = Spot(1, "Mae Sot", 98.57, 16.71, "place-1")
RUILI = Spot(2, "Ruili", 97.85, 24.01, "place-2")
SIZE = (760.0, 470.0)


def parsed(drawing: str) -> lxml.etree._Element:
    """The drawing, read as XML."""
    return lxml.etree.fromstring(drawing)


@pytest.mark.parametrize(
    "places",
    [
        [(98.57, 16.71)],
        [(98.57, 16.71), (97.85, 24.01)],
        [(178.0, -17.0), (-172.0, -13.7)],  # the shorter way crosses the date line
        [(-70.0, -53.0), (25.0, 71.0)],
        [(0.0, 89.0), (10.0, -89.0)],
    ],
)
def test_every_place_lies_inside_the_window(places: list[tuple[float, float]]) -> None:
    frame = fit(places, *SIZE)
    for lon, lat in places:
        x, y = frame.at(lon, lat)
        assert 0 <= x <= SIZE[0]
        assert 0 <= y <= SIZE[1]


def test_a_window_over_the_date_line_is_narrow() -> None:
    assert fit([(178.0, -17.0), (-172.0, -13.7)], *SIZE).degrees[0] < 40


def test_a_clipped_ring_stays_in_the_frame() -> None:
    frame = whole(360, 180)
    cut = clipped([(-100.0, -100.0), (500.0, -100.0), (500.0, 300.0), (-100.0, 300.0)], frame, margin=0)
    assert sorted(cut) == [(0, 0), (0, 180), (360, 0), (360, 180)]


def test_a_route_is_an_arrow_that_leads_to_its_incident() -> None:
    drawing = draw_map(
        [MAE_SOT, RUILI], [Route(2, 1, "inc_x", "from Ruili to Mae Sot")], SIZE, label="Map", class_="map"
    )
    assert parsed(drawing).xpath("//*[local-name()='a'][@href='#inc_x']")
    assert parsed(drawing).get("aria-label") == "Map"


def test_places_that_touch_share_a_point_and_a_route_between_them_is_in_the_label() -> None:
    near = Spot(3, "Myawaddy", 98.51, 16.69, "place-3")
    drawing = draw_map([MAE_SOT, near, RUILI], [Route(1, 3, "inc_x", "over")], SIZE, label="Map", class_="map")
    assert "Mae Sot → Myawaddy" in drawing
    assert drawing.count('class="m-point"') == 2


def test_labels_do_not_cover_one_another() -> None:
    board = Board(300, 200)
    drawn = [place_label(board, f"Place {i}", (150, 100), 12) for i in range(30)]
    boxes = board.taken
    assert len(boxes) == sum(bool(label) for label in drawn)
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_whole_earth_has_no_small_map_of_itself() -> None:
    drawing = draw_map([Spot(1, "A", -120, 40, "a"), Spot(2, "B", 20, 0, "b"), Spot(3, "C", 140, -30, "c")], [], SIZE,
                       label="Map", class_="map")  # fmt: skip
    assert "m-window" not in drawing


def mark(lane: str, first: str, **more: object) -> Mark:
    """A mark of one day."""
    day = datetime.date.fromisoformat(first)
    return Mark(lane, day, day, "x", f"{lane} {first}", lane[:1], **more)  # type: ignore[arg-type]


def test_one_old_incident_does_not_press_the_others_together() -> None:
    marks = [mark("document", "2024-01-01"), mark("document", "2024-03-01"), mark("incident", "1994-01-01")]
    drawing = draw_timeline(marks, 760, label="Time", class_="times")
    xs = [float(x) for x in re.findall(r'<rect x="([0-9.]+)"[^>]*class="t-document"', drawing)]
    assert max(xs) - min(xs) > 500


@pytest.mark.parametrize(
    "days", [["2024-01-01"], ["2024-01-01", "2024-01-02"], ["1950-01-01", "2024-01-01"], ["0001-01-01", "9999-12-31"]]
)
def test_any_span_of_days_can_be_drawn(days: list[str]) -> None:
    drawing = draw_timeline([mark("document", day) for day in days], 350, label="Time", class_="times")
    assert parsed(drawing).tag.endswith("svg")
    assert len(drawing) < 40_000


def test_what_does_not_fit_a_lane_is_counted() -> None:
    drawing = draw_timeline([mark("document", "2024-01-01")] * 40, 350, label="Time", class_="times")
    assert "31 more in the table" in drawing


def test_nothing_with_a_day_draws_nothing() -> None:
    assert draw_timeline([], 760, label="Time", class_="times") == ""


@pytest.mark.parametrize(
    ("count", "sign"),
    [
        (Count(12, 12, 12), "f-point"),
        (Count(None, None, 90, kind=CountKind.ABOUT), "f-about"),
        (Count(90, 100, None, kind=CountKind.RANGE), "f-bar"),
        (Count(500, None, None, kind=CountKind.AT_LEAST), "stroke-dasharray"),
        (Count(None, 2000, None, kind=CountKind.AT_MOST), "stroke-dasharray"),
        (Count(None, None, None), "no number"),
    ],
)
def test_a_figure_is_drawn_by_what_its_words_support(count: Count, sign: str) -> None:
    drawing = draw_figure(count, axis_of([count, Count(1, 1, 1)]), "label")
    assert sign in drawing
    assert parsed(drawing).tag.endswith("svg")


def test_far_apart_figures_share_an_axis_by_factor() -> None:
    axis = axis_of([Count(12, 12, 12), Count(2000, None, None)])
    assert axis.is_log
    assert axis.at(12) < axis.at(200) < axis.at(2000)


def test_a_package_built_without_outlines_still_draws_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clarion.publish.drawing.map.outlines", lambda scale: Outlines())
    drawing = draw_map([MAE_SOT, RUILI], [Route(2, 1, "inc_x", "over")], SIZE, label="Map", class_="map")
    assert "Mae Sot" in drawing
    assert parsed(drawing).xpath("//*[local-name()='a'][@href='#inc_x']")
