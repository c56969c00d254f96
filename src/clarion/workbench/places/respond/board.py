"""Actions in columns by how far they are."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from clarion.flow.desk.rows import ActionRow

# status of an action in words; "announced" is split by its day below
STATUS: dict[str, Any] = {
    "announced": _("announced"),
    "held": _("held"),
    "cancelled": _("cancelled"),
    "postponed": _("postponed"),
}


# column -> its name and what belongs in it
_NAMES: dict[str, tuple[Any, Any]] = {
    "ahead": (_("Ahead"), _("announced, and its day is still to come")),
    "undated": (_("Without a day"), _("can be done at any time, or the day is unknown")),
    "past": (_("Its day is past"), _("announced; whether it was held is unknown until somebody says so")),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board. `note` says what belongs in it."""

    key: str
    name: Any
    note: Any
    rows: tuple[ActionRow, ...]


def columns(rows: Iterable[ActionRow], today: datetime.date) -> tuple[Column, ...]:
    """Ahead, without a day, past, then one column for each further status."""
    held: dict[str, list[ActionRow]] = {"ahead": [], "undated": [], "past": []}
    for row in rows:
        held.setdefault(_column(row, today), []).append(row)
    held["past"].reverse()  # the last first
    return tuple(_named(key, tuple(found)) for key, found in held.items())


def _named(key: str, rows: tuple[ActionRow, ...]) -> Column:
    name, note = _NAMES.get(key, (STATUS.get(key, key.replace("_", " ")), ""))
    return Column(key, name, note, rows)


def _column(row: ActionRow, today: datetime.date) -> str:
    action = row.action
    if action.status != "announced":
        return action.status
    if action.start is None:
        return "undated"
    return "ahead" if (action.end or action.start)[:10] >= today.isoformat() else "past"
