"""The map of a dossier: places and routes of incidents over the outlines of Natural Earth."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clarion.publish.drawing.frame import Frame, Point, clipped, fit, pixels, runs, whole
from clarion.publish.drawing.labels import Board, Box, place_label, text_width
from clarion.publish.drawing.outlines import Line, Outlines, outlines
from clarion.publish.drawing.svg import link, number, picture, tag, text

_TOUCH = 11.0  # pixels: points nearer than this are drawn as one
_NEAR_VIEW, _WIDE_VIEW = 14.0, 70.0  # degrees of longitude up to which fine, from which coarse outlines serve
_TURNS = (-360, 0, 360)
# where the name of a country is tried, from the middle of what is seen of it, in pixels
_ASIDE = [(x, y) for y in (0, -24, 24, -48, 48, -90, 90) for x in (0, -40, 40, -90, 90)]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw: its number in the table, its name, where it is and the address on the page it leads to."""

    number: int
    name: str
    lon: float
    lat: float
    target: str


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one place to another, by their numbers."""

    start: int
    end: int
    target: str
    label: str


def draw_map(
    spots: Sequence[Spot], routes: Sequence[Route], size: tuple[float, float], *, label: str, class_: str
) -> str:
    """The map as SVG: the window of the places, with a small whole earth in a corner that shows where it lies."""
    frame = fit([(spot.lon, spot.lat) for spot in spots], *size)
    board = Board(*size)
    groups = _groups(spots, frame)
    held = {spot.number: group for group in groups for spot in group.spots}
    for group in groups:
        board.take((group.x - 9, group.y - 9, group.x + 9, group.y + 9))
    board.take(_scale_box(frame))
    inset = _inset(frame, groups, board)
    ways = "".join(_way(route, held) for route in routes)
    names = "".join(place_label(board, group.name(routes), (group.x, group.y), 12.5) for group in groups)
    points = "".join(_point(group) for group in groups)
    ground = _ground(frame, board)
    content = ground + ways + points + names + _scale_bar(frame) + inset + _edge(size)
    return picture(content, width=size[0], height=size[1], label=label, class_=class_)


@dataclass(frozen=True, slots=True)
class _Group:
    """Places so near to each other on the drawing that they share a point."""

    x: float
    y: float
    spots: tuple[Spot, ...]

    def name(self, routes: Iterable[Route]) -> str:
        """The names, with an arrow when a route runs inside the group."""
        names = {spot.number: spot.name for spot in self.spots}
        inside = [(route.start, route.end) for route in routes if route.start in names and route.end in names]
        if inside:
            start, end = inside[0]
            rest = [name for key, name in names.items() if key not in (start, end)]
            arrow = "↔" if (end, start) in inside else "→"
            return " · ".join([f"{names[start]} {arrow} {names[end]}", *rest[:2]])
        shown = list(dict.fromkeys(names.values()))
        return " · ".join(shown[:3]) + (f" and {len(shown) - 3} more" if len(shown) > 3 else "")


def _groups(spots: Sequence[Spot], frame: Frame) -> list[_Group]:
    groups: list[_Group] = []
    for spot in spots:
        x, y = frame.at(spot.lon, spot.lat)
        for i, group in enumerate(groups):
            if math.hypot(group.x - x, group.y - y) < _TOUCH:
                groups[i] = _Group(group.x, group.y, (*group.spots, spot))
                break
        else:
            groups.append(_Group(x, y, (spot,)))
    return groups


def _ground(frame: Frame, board: Board) -> str:
    """Sea, land, coasts, borders and the names of countries where there is room."""
    across = frame.degrees[0]
    held = outlines("110m" if across > _WIDE_VIEW else "50m" if across > _NEAR_VIEW else "10m")
    sea = tag("rect", width=frame.width, height=frame.height, class_="m-sea", fill="#dfe7ee")
    land, names = _land(held, frame, board)
    lines = _lines(held.coasts, frame, "m-coast", "#7f8d99", "") + _lines(
        held.borders, frame, "m-border", "#8b7f6d", "3 2"
    )
    return sea + land + lines + names


def _land(held: Outlines, frame: Frame, board: Board) -> tuple[str, str]:
    paths, names = [], []
    for area in held.areas:
        rings = [ring for turn in _TURNS for ring in _seen(area.rings, frame, turn)]
        if rings:
            paths.append("".join(_path(ring, close=True) for ring in rings))
            names.append((area.name, max(rings, key=lambda ring: abs(_surface(ring)))))
    drawn = tag("path", d="".join(paths), class_="m-land", fill="#f6f4ee", fill_rule="evenodd") if paths else ""
    return drawn, "".join(_country(name, ring, frame, board) for name, ring in names)


def _seen(rings: Iterable[Line], frame: Frame, turn: int) -> list[list[Point]]:
    near = (ring.points for ring in rings if frame.sees(ring.box, turn))
    return [cut for ring in near if len(cut := clipped(pixels(ring, frame, turn), frame)) > 2]


def _country(name: str, ring: Sequence[Point], frame: Frame, board: Board) -> str:
    """A country's name in the middle of what is seen of it, if it is large enough and the space is free."""
    surface = abs(_surface(ring))
    width = text_width(name.upper(), 10) * 1.25
    if surface < width * 22:
        return ""
    middle = _balance(ring)
    for aside, down in _ASIDE:
        x, y = middle[0] + aside, middle[1] + down
        box = (x - width / 2, y - 10, x + width / 2, y + 4)
        if board.is_free(box) and all(_holds(ring, corner) for corner in _corners(box)):
            board.take(box)
            return text(name.upper(), x, y, class_="m-country", text_anchor="middle", font_size=10, letter_spacing=1.5,
                        fill="#6b6455")  # fmt: skip
    return ""


def _corners(box: Box) -> tuple[Point, ...]:
    left, top, right, bottom = box
    return (left, top), (right, top), (left, bottom), (right, bottom)


def _holds(ring: Sequence[Point], point: Point) -> bool:
    """True when a point lies in a ring (a ray to the right crosses it an odd number of times)."""
    x, y = point
    inside = False
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
    return inside


def _surface(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _balance(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a ring."""
    surface = _surface(ring) * 6
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / surface, y / surface


def _lines(lines: Iterable[Line], frame: Frame, class_: str, colour: str, dashes: str) -> str:
    near = [(line.points, turn) for line in lines for turn in _TURNS if frame.sees(line.box, turn)]
    seen = [run for points, turn in near for run in runs(pixels(points, frame, turn), frame)]
    if not seen:
        return ""
    path = "".join(_path(run, close=False) for run in seen)
    more = {"stroke_dasharray": dashes} if dashes else {}
    return tag("path", d=path, class_=class_, fill="none", stroke=colour, stroke_width=0.8, **more)


def _path(points: Iterable[Point], *, close: bool, digits: int = 1) -> str:
    """Path data without points that fall on the one before."""
    written: list[str] = []
    for x, y in points:
        here = f"{round(x, digits):g} {round(y, digits):g}"
        if not written or here != written[-1]:
            written.append(here)
    return "M" + "L".join(written) + ("Z" if close else "") if len(written) > 1 else ""


def _way(route: Route, held: dict[int, _Group]) -> str:
    """A bent arrow from one group to another; nothing inside one group, whose label carries the arrow."""
    start, end = held[route.start], held[route.end]
    if start is end:
        return ""
    dx, dy = end.x - start.x, end.y - start.y
    length = math.hypot(dx, dy)
    bend = min(40.0, length * 0.18)
    x, y = (start.x + end.x) / 2 - dy / length * bend, (start.y + end.y) / 2 + dx / length * bend
    angle = math.atan2(end.y - y, end.x - x)
    tip = (end.x - 9 * math.cos(angle), end.y - 9 * math.sin(angle))
    wings = [(tip[0] - 9 * math.cos(angle + turn), tip[1] - 9 * math.sin(angle + turn)) for turn in (-0.42, 0.42)]
    line = f"M{number(start.x)} {number(start.y)}Q{number(x)} {number(y)} {number(tip[0])} {number(tip[1])}"
    arrow = tag("path", d=line, class_="m-way", fill="none", stroke="#8a1c1c", stroke_width=1.8)
    head = tag("path", d=_path([tip, *wings], close=True), class_="m-head", fill="#8a1c1c")
    return link(route.target, arrow + head, label=route.label)


def _point(group: _Group) -> str:
    numbers = ", ".join(str(spot.number) for spot in group.spots)
    names = ", ".join(spot.name for spot in group.spots)
    circle = tag(
        "circle", cx=group.x, cy=group.y, r=7.5, class_="m-point", fill="#8a1c1c", stroke="#ffffff", stroke_width=1.2
    )
    many = len(group.spots) > 1
    inner = text(f"{group.spots[0].number}{'+' if many else ''}", group.x, group.y + 3, class_="m-number",
                 text_anchor="middle", font_size=8.5 if many else 9, font_weight="bold", fill="#ffffff")  # fmt: skip
    return link(group.spots[0].target, circle + inner, label=f"{numbers}: {names}")


def _scale_box(frame: Frame) -> tuple[float, float, float, float]:
    return (0, frame.height - 34, _scale(frame)[1] + 30, frame.height)


def _scale(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres and its length in pixels, at most a quarter of the width."""
    pixel_km = 111.2 / frame.scale  # a degree of latitude is 111.2 km
    room = frame.width / 4 * pixel_km
    power = 10 ** math.floor(math.log10(room))
    km = next(step * power for step in (5, 2, 1) if step * power <= room)
    return int(km) if km >= 1 else 1, km / pixel_km


def _scale_bar(frame: Frame) -> str:
    km, length = _scale(frame)
    y = frame.height - 12
    line = tag("path", d=f"M12 {number(y - 4)}V{number(y)}H{number(12 + length)}V{number(y - 4)}", class_="m-scale",
               fill="none", stroke="#3c4753", stroke_width=1.2)  # fmt: skip
    ground = tag("rect", x=5, y=y - 18, width=length + 16, height=24, class_="m-sea", fill="#dfe7ee", opacity=0.8)
    return ground + line + text(f"{km:,} km", 16, y - 5, class_="m-scale-text", font_size=10, fill="#3c4753")


def _inset(frame: Frame, groups: Sequence[_Group], board: Board) -> str:
    """The whole earth, small, with the window marked, in the emptiest corner; none on a map of the whole earth."""
    if frame.degrees[0] > 240:
        return ""
    width = max(96.0, frame.width * 0.19)
    height = width / 2
    corners = [(frame.width - width - 6, 6.0), (6.0, 6.0), (frame.width - width - 6, frame.height - height - 6)]
    left, top = min(corners, key=lambda at: _crowd(at, (width, height), groups))
    board.take((left - 4, top - 4, left + width + 4, top + height + 4))
    small, double = whole(width, height), whole(width * 2, height * 2)
    # drawn at double size on whole pixels: half the text for the same picture
    rings = [ring for area in outlines("110m").areas for ring in _seen(area.rings, double, 0) if _is_wide(ring)]
    land = "".join(_path(ring, close=True, digits=0) for ring in rings)
    x, y = small.at(frame.lon, frame.lat)
    wide, tall = (max(5.0, span * small.scale) for span in frame.degrees)
    mark = tag("rect", x=x - wide / 2, y=y - tall / 2, width=wide, height=tall, class_="m-window", fill="none",
               stroke="#8a1c1c", stroke_width=1.5)  # fmt: skip
    sea = tag("rect", width=width, height=height, class_="m-inset", fill="#eef3f7", stroke="#7f8d99")
    ground = tag("path", d=land, class_="m-inset-land", fill="#b9b5a8", transform="scale(0.5)") if land else ""
    return tag("g", sea + ground + mark, transform=f"translate({number(left)} {number(top)})")


def _is_wide(ring: Sequence[Point]) -> bool:
    xs = [point[0] for point in ring]
    return max(xs) - min(xs) > 3


def _crowd(corner: Point, size: Point, groups: Sequence[_Group]) -> int:
    (left, top), (width, height) = corner, size
    return sum(left - 30 < g.x < left + width + 30 and top - 30 < g.y < top + height + 30 for g in groups)


def _edge(size: tuple[float, float]) -> str:
    return tag(
        "rect", x=0.5, y=0.5, width=size[0] - 1, height=size[1] - 1, class_="m-edge", fill="none", stroke="#7f8d99"
    )
