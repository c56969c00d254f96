"""Incidents over time as bars, and the same as rows of a table."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clarion.flow.desk.rows import Spell
from clarion.workbench.asking import kept
from clarion.workbench.drawing import Bar, Legend, draw_bars
from clarion.workbench.places.reconcile.choosing import NAMES
from clarion.workbench.words import STATUS, word

_MOST_DAYS = 93  # drawn day by day up to here, month by month up to ten years, else year by year
_MOST_MONTHS = 120
_ORDER = ("confirmed", "corroborated", "reported", "disputed", "warned", "denied", "refuted")


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of time with its incidents by status, and the address of the list that holds them."""

    name: str
    address: str
    number: int
    statuses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The drawing, the statuses that occur, and the rows of the table, newest first."""

    drawing: SafeString
    statuses: tuple[tuple[str, Any], ...]
    rows: tuple[Row, ...]
    number: int


def time_line(spells: Iterable[Spell], query: QueryDict) -> TimeLine:
    """The stretches with at least one incident, drawn and listed; the choices of `query` are kept in the links."""
    held = _gathered([one for one in spells if one.number])
    seen = {status for one in held for status, number in one.statuses.items() if number}
    kinds = tuple((status, word(STATUS, status)) for status in _ORDER if status in seen)
    bars, rows = [], []
    for one in held:
        since, until = _day(one.since), _day(one.until)
        name, address = _named(since, until), _address(since, until, query)
        label = _("%(when)s: %(number)s") % {"when": name, "number": number_format(one.number)}
        bars.append(Bar(since, until, dict(one.statuses), label, address))
        rows.append(Row(name, address, one.number, tuple(one.statuses.get(key, 0) for key, _name in kinds)))
    return TimeLine(draw_bars(bars, Legend(kinds)), kinds, tuple(reversed(rows)), sum(row.number for row in rows))


def _gathered(spells: list[Spell]) -> list[Spell]:
    """The stretches put together to months or years where days would lie too thinly to be seen."""
    if not spells:
        return []
    first, last = min(_day(one.since) for one in spells), max(_day(one.until) for one in spells)
    months = (last.year - first.year) * 12 + last.month - first.month
    if (last - first).days <= _MOST_DAYS:
        return spells
    letters = len("2024-03") if months <= _MOST_MONTHS else len("2024")
    held: dict[str, Counter[str]] = {}
    for one in spells:
        held.setdefault(one.since[:letters], Counter()).update(one.statuses)
    return [_stretch(begins, statuses) for begins, statuses in sorted(held.items())]


def _stretch(begins: str, statuses: Counter[str]) -> Spell:
    """A month or a year with its incidents."""
    year, _dash, month = begins.partition("-")
    since = datetime.date(int(year), int(month or 1), 1)
    until = (since + datetime.timedelta(days=31)).replace(day=1) if month else datetime.date(int(year) + 1, 1, 1)
    return Spell(since.isoformat(), until.isoformat(), statuses.total(), dict(statuses))


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text[:10])


def _named(since: datetime.date, until: datetime.date) -> str:
    last = until - datetime.timedelta(days=1)
    if last <= since:
        return date_format(since, "DATE_FORMAT")
    if (since.month, since.day, last.month, last.day) == (1, 1, 12, 31):
        return date_format(since, "Y") if since.year == last.year else f"{since.year}–{last.year}"
    if since.day == 1 and until.day == 1 and (last.year, last.month) == (since.year, since.month):
        return date_format(since, "YEAR_MONTH_FORMAT")
    return pgettext("from day to day", "%(first)s – %(last)s") % {
        "first": date_format(since, "DATE_FORMAT"),
        "last": date_format(last, "DATE_FORMAT"),
    }


def _address(since: datetime.date, until: datetime.date, query: QueryDict) -> str:
    changed = QueryDict(kept(query, NAMES), mutable=True)
    changed["since"], changed["until"] = since.isoformat(), (until - datetime.timedelta(days=1)).isoformat()
    return f"{reverse('reconcile:index')}?{changed.urlencode()}"
