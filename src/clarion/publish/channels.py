"""Procedures by which incidents can be carried further, as a dossier shows them: a table for each state."""

from collections.abc import Sequence

from clarion.publish.index import Index
from clarion.publish.options import OpenChannel
from clarion.publish.phrases import listed
from clarion.publish.states import state_words
from clarion.publish.views import ChannelRow

_ORDER = ("open", "unknown", "closed")


def channel_rows(channels: Sequence[OpenChannel], index: Index) -> tuple[tuple[str, tuple[ChannelRow, ...]], ...]:
    """The procedures by state, open ones first; those that stand alike for several incidents in one row."""
    held: dict[str, dict[tuple[int, str, tuple[str, ...]], list[OpenChannel]]] = {}
    for one in channels:
        if one.incident in index.incidents:
            key = (_ORDER.index(one.access), one.name, one.reasons)
            held.setdefault(one.state, {}).setdefault(key, []).append(one)
    return tuple(
        (state_words(state), tuple(_row(same, index) for _, same in sorted(held[state].items())))
        for state in sorted(held, key=lambda state: (state_words(state), state))
    )


def _row(same: Sequence[OpenChannel], index: Index) -> ChannelRow:
    first = same[0]
    numbers = sorted({(index.incident_number[one.incident], str(one.incident)) for one in same})
    return ChannelRow(
        name=first.name,
        access=first.access,
        reasons=first.reasons,
        asks=listed(first.asks),
        gate=first.gate,
        incidents=tuple(numbers),
    )
