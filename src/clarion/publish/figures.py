"""The rival figures of an incident, side by side and never added up."""

from collections.abc import Sequence
from itertools import groupby

from clarion.model import Claim, Count, CountKind, Incident, Unit
from clarion.publish.claims import Showcase
from clarion.publish.drawing.axis import Axis, axis_of, draw_figure
from clarion.publish.phrases import amount, count_words, many
from clarion.publish.views import FigureGroup, FigureRow
from clarion.publish.words import STANCE

_UNITS = list(Unit)
_NAMES = {Unit.PEOPLE: "People", Unit.FAMILIES: "Families", Unit.VEHICLES: "Vehicles", Unit.EVENTS: "Events",
          Unit.OTHER: "Other figures"}  # fmt: skip
_Told = tuple[Count, Claim]


def figure_groups(incident: Incident, showcase: Showcase) -> tuple[FigureGroup, ...]:
    """Every figure that the incident's claims and denials give, by unit, equal figures in one row."""
    told = _told(showcase.index.held([*incident.claims, *incident.denials]))
    groups = []
    for (unit, is_share), figures in groupby(told, key=lambda item: (item[0].unit, item[0].kind is CountKind.SHARE)):
        given = list(figures)
        axis = axis_of([count for count, _ in given])
        rows = [
            _row(list(same), axis, incident, showcase) for _, same in groupby(given, key=lambda item: _key(item[0]))
        ]
        name = f"{_NAMES[unit]}, as a share" if is_share else _NAMES[unit]
        groups.append(FigureGroup(name, _statement([count for count, _ in given], unit), tuple(rows)))
    return tuple(groups)


def cannot_all_be_true(counts: Sequence[Count]) -> bool:
    """True when two figures of people leave no number that both allow. About, vague and share figures bind nothing."""
    bounds = [
        (count.low if count.low is not None else 0, count.high if count.high is not None else float("inf"))
        for count in counts
        if count.unit is Unit.PEOPLE and count.kind not in (CountKind.SHARE, CountKind.ABOUT, CountKind.VAGUE)
    ]
    return bool(bounds) and max(low for low, _ in bounds) > min(high for _, high in bounds)


def _told(claims: Sequence[Claim]) -> list[_Told]:
    figures = [
        (count, claim)
        for claim in claims
        if claim.affected
        for count in (claim.affected.count, *claim.affected.others)
        if count is not None
    ]
    return sorted(figures, key=lambda item: _key(item[0]))


def _key(count: Count) -> tuple[int, bool, float, float, str, str]:
    low, high, best = (value if value is not None else -1 for value in (count.low, count.high, count.best))
    first = best if best >= 0 else low if low >= 0 else high
    is_share = count.kind is CountKind.SHARE
    return (_UNITS.index(count.unit), is_share, float(first), float(high), count.kind.value, count.share_of or "")


def _row(same: list[_Told], axis: Axis, incident: Incident, showcase: Showcase) -> FigureRow:
    count = same[0][0]
    index = showcase.index
    written = dict.fromkeys(index.text_of(claim.document, given.span) or "" for given, claim in same)
    origins = {incident.origin_of.get(claim.document) for _, claim in same} - {None}
    documents = len({claim.document for _, claim in same})
    words = many(len(origins), "origin") if origins else "origin unknown"
    low, high = ("open" if value is None else amount(value) for value in (count.low, count.high))
    return FigureRow(
        words=count_words(count),
        written=tuple(word for word in written if word),
        low=low,
        high=high,
        best="none" if count.best is None else amount(count.best),
        drawing=draw_figure(count, axis, f"{count_words(count)}, {STANCE[same[0][1].stance]}"),
        sources=showcase.again([claim.id for _, claim in same]),
        origins=f"{words}, {many(documents, 'document')}",
    )


def _statement(counts: Sequence[Count], unit: Unit) -> str:
    """What the figures say together: one figure, or the range; never a sum."""
    if len({_key(count) for count in counts}) == 1:
        return f"One figure: {count_words(counts[0])}."
    values = [v for count in counts for v in (count.low, count.high, count.best) if v is not None]
    if counts[0].kind is CountKind.SHARE:
        return "Different shares are given. They may be of different wholes."
    if not values:
        return "Figures are given without numbers."
    is_apart = unit is Unit.PEOPLE and cannot_all_be_true(counts)
    apart = " They cannot all be true of the same people at the same time." if is_apart else ""
    return (
        f"Figures from {amount(min(values))} to {amount(max(values))} are given. "
        f"They are rivals or count different things, and are not added up.{apart}"
    )
