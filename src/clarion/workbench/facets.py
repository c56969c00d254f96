"""Choices beside a list, each with the number of things that it leaves, as `parts/facets.html` shows them."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from clarion.flow.desk.rows import Facets
from clarion.workbench.asking import text_of

Words = Callable[[str], Any]
# a choice begins the list anew and leaves what was said of the page before
_NOT_KEPT = ("cursor", "batch", "done")
_SHOWN = 8  # values that are shown at once; the others open on demand


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet. `address` chooses it, or takes it back when it is chosen."""

    words: Any
    number: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A facet and its values, most frequent first; a chosen one is always among the shown ones."""

    name: Any
    shown: tuple[Value, ...]
    further: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that narrows the list now. `address` takes it back."""

    name: Any
    words: Any
    address: str


@dataclass(frozen=True, slots=True)
class Kind:
    """How a facet is named and how its values are worded."""

    name: Any
    words: Words


def groups(facets: Facets, kinds: Mapping[str, Kind], query: QueryDict) -> tuple[Group, ...]:
    """The facets in the order of `kinds`, without those that have nothing to choose."""
    made = []
    for key, kind in kinds.items():
        values = [_value(key, value, number, kind, query) for value, number in facets.values.get(key, ()) if value]
        if values:
            head = [one for i, one in enumerate(values) if i < _SHOWN or one.chosen]
            made.append(Group(kind.name, tuple(head), tuple(one for one in values if one not in head)))
    return tuple(made)


def chosen(query: QueryDict, kinds: Mapping[str, Kind], others: Mapping[str, Any]) -> tuple[Chosen, ...]:
    """The choices of an address: facets, then further fields (days, words) by their names."""
    made = []
    year = _year(query)
    for key, kind in kinds.items():
        value = year if key == "year" else text_of(query, key)
        if value:
            made.append(Chosen(kind.name, kind.words(value), _address(query, key, None)))
    for key, name in others.items():
        if year and key in ("since", "until"):
            continue
        if value := text_of(query, key):
            made.append(Chosen(name, value, _address(query, key, None)))
    return tuple(made)


def years(values: Sequence[str]) -> tuple[str, ...]:
    """Those of some values that are years."""
    return tuple(value for value in values if len(value) == 4 and value.isdigit())


def _value(key: str, value: str, number: int, kind: Kind, query: QueryDict) -> Value:
    is_chosen = (_year(query) if key == "year" else text_of(query, key)) == value
    return Value(kind.words(value), number, _address(query, key, None if is_chosen else value), is_chosen)


def _address(query: QueryDict, key: str, value: str | None) -> str:
    changed = {name: held for name, held in query.lists() if name not in _NOT_KEPT}
    if key == "year":
        # a year is chosen by its first and last day, so that the days can be changed by hand
        changed.pop("since", None)
        changed.pop("until", None)
        if value is not None and years([value]):
            changed["since"], changed["until"] = [f"{value}-01-01"], [f"{value}-12-31"]
    elif value is None:
        changed.pop(key, None)
    else:
        changed[key] = [value]
    return f"?{urlencode(changed, doseq=True)}"


def _year(query: QueryDict) -> str | None:
    """The year that the days of an address are, or None."""
    since, until = query.get("since", ""), query.get("until", "")
    try:
        year = datetime.date.fromisoformat(since).year
    except ValueError:
        return None
    return f"{year:04}" if (since, until) == (f"{year:04}-01-01", f"{year:04}-12-31") else None


def unknown_or(words: Words) -> Words:
    """Words for a value; what is not known is written so."""
    return lambda value: words(value) if value not in ("unknown", "none") else _("unknown")
