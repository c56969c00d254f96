"""Who repeats whom, as a drawing: voices on a ring, lines from who tells to who told first. Numbers only, no styles."""

import math
from dataclasses import dataclass

from clarion.flow.desk.sheets import VoiceGraph

SIZE = 800
_CENTRE = SIZE / 2
_RING = 215.0
_LABEL = 16.0
_SHORT = 24  # letters of a name beside the ring


@dataclass(frozen=True, slots=True)
class Spot:
    """A voice on the ring. `turn` is the angle of its name in degrees; `anchor` where the name begins."""

    id: str
    name: str
    short: str
    kind: str
    documents: int
    x: str
    y: str
    r: str
    label_x: str
    label_y: str
    turn: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line from one voice to another, bent inwards, and how wide it is."""

    path: str
    width: str
    title: str
    teller: str
    told: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the page draws, and the same as rows: (teller's id, name, told's id, name, incidents)."""

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]
    rows: tuple[tuple[str, str, str, str, int], ...]
    size: int = SIZE


def draw(graph: VoiceGraph) -> Drawing:
    """The drawing of a graph; voices that repeat nobody and are repeated by nobody are left out."""
    linked = {name for teller, told, _ in graph.edges for name in (teller, told)}
    voices = [voice for voice in graph.voices if voice.id in linked]
    angles = {voice.id: 2 * math.pi * at / max(1, len(voices)) - math.pi / 2 for at, voice in enumerate(voices)}
    names = {voice.id: voice.name for voice in voices}
    most = max((voice.documents for voice in voices), default=1)
    spots = []
    for voice in voices:
        angle = angles[voice.id]
        radius = 4 + 9 * math.sqrt(voice.documents / max(1, most))
        is_left = math.cos(angle) < 0
        label_x, label_y = _point(angle, _RING + radius + _LABEL / 2)
        x, y = _point(angle, _RING)
        short = voice.name if len(voice.name) <= _SHORT else voice.name[: _SHORT - 1].rstrip() + "…"
        turn = math.degrees(angle) + (180 if is_left else 0)
        spots.append(
            Spot(
                voice.id,
                voice.name,
                short,
                voice.kind,
                voice.documents,
                _n(x),
                _n(y),
                _n(radius),
                _n(label_x),
                _n(label_y),
                _n(turn),
                "end" if is_left else "start",
            )
        )
    edges = sorted((one for one in graph.edges if one[0] in names and one[1] in names), key=lambda one: -one[2])
    widest = max((edge[2] for edge in edges), default=1)
    lines = tuple(_line(angles, names, edge, widest) for edge in edges)
    rows = tuple((teller, names[teller], told, names[told], number) for teller, told, number in edges)
    return Drawing(tuple(spots), lines, rows)


def _line(angles: dict[str, float], names: dict[str, str], edge: tuple[str, str, int], widest: int) -> Line:
    teller, told, number = edge
    start, end = _point(angles[teller], _RING - 8), _point(angles[told], _RING - 16)
    # a little to one side of the middle, so that lines there and back are two
    middle = _point((angles[teller] + angles[told]) / 2 + 0.25, _RING * 0.15)
    path = f"M{_n(start[0])} {_n(start[1])}Q{_n(middle[0])} {_n(middle[1])} {_n(end[0])} {_n(end[1])}"
    return Line(path, _n(1 + 3 * number / widest), f"{names[teller]} → {names[told]}: {number}", teller, told, number)


def _point(angle: float, radius: float) -> tuple[float, float]:
    return _CENTRE + radius * math.cos(angle), _CENTRE + radius * math.sin(angle)


def _n(number: float) -> str:
    """A number as drawings write it, whatever the language of the page."""
    return f"{number:.1f}"
