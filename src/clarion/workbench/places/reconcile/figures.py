"""The figures of an incident on one axis for each unit, never added up; equal figures share a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from clarion.flow.desk.rows import ClaimRow
from clarion.flow.desk.sheets import IncidentSheet
from clarion.model.nouns import Count
from clarion.model.vocabulary import CountKind, Unit
from clarion.workbench.drawing import draw_scale, draw_stretch, scale_of

_Key = tuple[float, float, float, str, str]
_Told = tuple[Count, ClaimRow, bool]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and all who give it. `origins` is how many were counted behind them; `denied` when by denials only."""

    count: Count
    drawing: SafeString
    rows: tuple[ClaimRow, ...]
    origins: int
    denied: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one unit. `is_share` when they are parts of a whole."""

    unit: str
    is_share: bool
    axis: SafeString
    rows: tuple[Row, ...]


def figure_groups(sheet: IncidentSheet) -> tuple[Group, ...]:
    """Every figure that claims and denials of an incident give, smallest first, by unit."""
    held: dict[tuple[Unit, bool], dict[_Key, list[_Told]]] = {}
    for told in _told(sheet):
        count = told[0]
        group = held.setdefault((count.unit, count.kind is CountKind.SHARE), {})
        group.setdefault(_key(count), []).append(told)
    order = list(Unit)
    return tuple(
        _group(unit, is_share, held[unit, is_share], sheet)
        for unit, is_share in sorted(held, key=lambda key: (order.index(key[0]), key[1]))
    )


def _group(unit: Unit, is_share: bool, figures: dict[_Key, list[_Told]], sheet: IncidentSheet) -> Group:
    scale = scale_of([same[0][0] for same in figures.values()])
    rows = []
    for _same_key, same in sorted(figures.items()):
        origins = {sheet.incident.origin_of.get(row.claim.document) for _count, row, _is in same} - {None}
        rows.append(
            Row(
                count=same[0][0],
                drawing=draw_stretch(same[0][0], scale),
                rows=tuple(row for _count, row, _is in same),
                origins=len(origins),
                denied=all(is_denial for _count, _row, is_denial in same),
            )
        )
    return Group(unit.value, is_share, draw_scale(scale), tuple(rows))


def _told(sheet: IncidentSheet) -> Iterator[_Told]:
    for rows, is_denial in ((sheet.claims, False), (sheet.denials, True)):
        for row in rows:
            affected = row.claim.affected
            for count in (affected.count, *affected.others) if affected else ():
                if count is not None and any(one is not None for one in (count.low, count.high, count.best)):
                    yield count, row, is_denial


def _key(count: Count) -> _Key:
    """What makes two figures equal, in the order of the rows."""
    low, high, best = (float(one) if one is not None else -1.0 for one in (count.low, count.high, count.best))
    first = best if best >= 0 else low if low >= 0 else high
    return (first, low, high, count.kind.value, count.share_of or "")
