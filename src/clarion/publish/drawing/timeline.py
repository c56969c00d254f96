"""The time line of a dossier: documents, warnings, incidents and actions in lanes over one axis of days."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clarion.publish.drawing.svg import link, number, picture, tag, text

_STEP = 17.0  # pixels from row to row
_MOST_ROWS = 9  # rows of a lane; what does not fit stands in the table only, and a line says so
_PRESSING = 0.3  # the share of the axis that a gap takes from which what lies before it is drawn at the edge
_LANES = ("document", "warning", "incident", "action")
_NAMES = {"document": "Documents", "warning": "Warnings", "incident": "Incidents", "action": "Actions"}
_COLOURS = {"document": "#5b6673", "warning": "#8a5a00", "incident": "#8a1c1c", "action": "#1f5f3f"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_Day = datetime.date


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the time line; `last` is its last day, `borne_out` the day of the incident a warning foresaw."""

    lane: str
    first: _Day
    last: _Day
    target: str
    label: str
    short: str
    borne_out: _Day | None = None


@dataclass(frozen=True, slots=True)
class _Axis:
    first: _Day
    last: _Day
    width: float

    def at(self, day: _Day) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return 10 + share * (self.width - 20)


def draw_timeline(marks: Sequence[Mark], width: float, *, label: str, class_: str) -> str:
    """The time line as SVG; empty when nothing has a day.

    A few dates that lie far back are drawn at the left edge as wedges, so that they do not press all others together.
    """
    if not marks:
        return ""
    axis = _axis(marks, width)
    top, parts = 6.0, []
    for lane in _LANES:
        held = sorted(
            (mark for mark in marks if mark.lane == lane), key=lambda mark: (mark.first, mark.last, mark.target)
        )
        if held:
            drawn, height = _lane(lane, held, axis, top)
            parts.append(drawn)
            top += height
    ticks = "".join(_tick(day, name, axis, top) for day, name in _ticks(axis))
    return picture(ticks + "".join(parts), width=width, height=top + 26, label=label, class_=class_)


def _axis(marks: Sequence[Mark], width: float) -> _Axis:
    days = sorted(mark.first for mark in marks)
    first, last = days[_early(days)], max(mark.last for mark in marks)
    pad = max(2, (last - first).days // 25)
    return _Axis(_moved(first, -pad), _moved(last, pad), width)


def _early(days: Sequence[_Day]) -> int:
    """How many of the first days lie so far back that the others would be pressed together; never a fourth of them."""
    whole = (days[-1] - days[0]).days
    gaps = [(days[i] - days[i - 1]).days for i in range(1, max(2, len(days) // 4 + 1)) if i < len(days)]
    far = [i for i, gap in enumerate(gaps, 1) if len(days) > 2 and gap > 60 and gap > whole * _PRESSING]
    return far[-1] if far else 0


def _moved(day: _Day, days: int) -> _Day:
    """A day some days later or earlier, held within the calendar."""
    return _Day.fromordinal(min(max(day.toordinal() + days, 1), _Day.max.toordinal()))


def _lane(lane: str, marks: Iterable[Mark], axis: _Axis, top: float) -> tuple[str, float]:
    """The marks in as few rows as keep them apart; returns the drawing and its height."""
    free: list[float] = []
    drawn, left_out = [], 0
    for mark in marks:
        start, end = axis.at(max(mark.first, axis.first)), axis.at(max(mark.last, axis.first))
        far = 55 if mark.last < axis.first else 0  # room for the month that an earlier mark names
        right = max(end + 9, start + 12 + far + len(mark.short) * 6.2)
        row = next((i for i, taken in enumerate(free) if taken < start - 5), len(free))
        if row >= _MOST_ROWS:
            left_out += 1
            continue
        free[row : row + 1] = [right]
        drawn.append(_mark(mark, axis, top + 24 + row * _STEP))
    height = 24 + len(free) * _STEP + 8
    more = f" ({left_out} more in the table)" if left_out else ""
    head = text(_NAMES[lane] + more, 10, top + 11, class_=f"t-head t-{lane}", font_size=11, font_weight="bold",
                fill=_COLOURS[lane])  # fmt: skip
    line = tag("path", d=f"M0 {number(top + height - 2)}H{number(axis.width)}", class_="t-rule", stroke="#d5dbe1")
    return line + head + "".join(drawn), height


def _mark(mark: Mark, axis: _Axis, y: float) -> str:
    start, end = axis.at(max(mark.first, axis.first)), axis.at(max(mark.last, axis.first))
    colour = _COLOURS[mark.lane]
    parts = []
    if mark.borne_out and mark.borne_out >= mark.first:
        path = f"M{number(start)} {number(y)}H{number(axis.at(mark.borne_out))}"
        parts.append(tag("path", d=path, class_="t-lead", stroke=colour, stroke_width=1.4, stroke_dasharray="2 3"))
        parts.append(_arrow(axis.at(mark.borne_out), y, 1, colour))
    is_earlier = mark.last < axis.first
    parts.append(_earlier(start, y, mark.lane, colour) if is_earlier else _sign(mark.lane, start, end, y, colour))
    label_at = max(end, axis.at(mark.borne_out)) if mark.borne_out else end
    room = axis.width - label_at - 12
    wide = len(mark.short) * 6.2
    anchor, x = (
        ("start", label_at + 8) if wide < room else ("end", start - 8) if wide < start - 8 else ("start", start + 8)
    )
    short = f"{mark.short}, {_MONTHS[mark.last.month - 1]} {mark.last.year}" if is_earlier else mark.short
    parts.append(text(short, x, y + 3.5, class_="t-name", font_size=10, text_anchor=anchor, fill="#3c4753"))
    return link(mark.target, "".join(parts), label=mark.label)


def _earlier(x: float, y: float, lane: str, colour: str) -> str:
    """A wedge that points out of the drawing: this lies further back."""
    return tag("path", d=f"M{number(x - 7)} {number(y)}l9 -5v10Z", class_=f"t-{lane}", fill=colour)


def _sign(lane: str, start: float, end: float, y: float, colour: str) -> str:
    """A shape for each lane, so that colour is never the only difference."""
    if lane == "document":
        return tag("rect", x=start - 3.5, y=y - 4.5, width=7, height=9, class_="t-document", fill=colour)
    if lane == "warning":
        path = f"M{number(start - 5)} {number(y + 4.5)}l5 -9.5l5 9.5Z"
        return tag("path", d=path, class_="t-warning", fill=colour)
    if lane == "action":
        path = f"M{number(start)} {number(y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z"
        return tag("path", d=path, class_="t-action", fill=colour)
    wide = max(9.0, end - start + 9)
    return tag("rect", x=start - 4.5, y=y - 4.5, width=wide, height=9, rx=4.5, class_="t-incident", fill=colour)


def _arrow(x: float, y: float, way: int, colour: str) -> str:
    path = f"M{number(x - 6 * way)} {number(y - 4)}L{number(x)} {number(y)}L{number(x - 6 * way)} {number(y + 4)}"
    return tag("path", d=path, class_="t-lead", fill="none", stroke=colour, stroke_width=1.4)


def _tick(day: _Day, name: str, axis: _Axis, bottom: float) -> str:
    x = axis.at(day)
    line = tag("path", d=f"M{number(x)} 0V{number(bottom + 6)}", class_="t-tick", stroke="#e3e7eb", stroke_width=1)
    return line + text(name, x, bottom + 19, class_="t-day", font_size=10, text_anchor="middle", fill="#5b6673")


def _ticks(axis: _Axis) -> Iterator[tuple[_Day, str]]:
    """Days to name on the axis: the finest of days, weeks, months and years that leaves room for the names."""
    days = (axis.last - axis.first).days
    most = max(3, int(axis.width // 78))
    for step in (1, 2, 7, 14):
        if days / step <= most:
            start = axis.first + datetime.timedelta(days=1)
            for i in range(0, days - 1, step):
                day = start + datetime.timedelta(days=i)
                yield day, f"{day.day} {_MONTHS[day.month - 1]}"
            return
    months = next((step for step in (1, 2, 3, 6) if days / (step * 30.4) <= most), 0)
    years = 1 if months else max(1, -(-days // (365 * most)))
    for year in range(axis.first.year, axis.last.year + 1):
        for month in range(1, 13, months or 12):
            day = _Day(year, month, 1)
            if axis.first < day < axis.last and (months or year % years == 0):
                yield day, f"{_MONTHS[month - 1]} {year}" if months else str(year)
