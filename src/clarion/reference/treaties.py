"""Which treaty binds which state on which day.

`data/treaty_status.csv` holds the dates (the depositary's list as collected on 14 March 2015 and later changes),
`data/treaty_notes.toml` what dates do not say. An answer carries the day to which it is known; the depositary decides.
A state that has no row is `no` up to the day to which the list is known and `unknown` after it: absence from an old
list is no proof. A signature alone is `signed_only` and never binds.
"""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from clarion.model.vocabulary import Bound
from clarion.reference import states

_DATA = Path(__file__).parent / "data"
_LIST_KNOWN_TO = date(2015, 3, 14)
DEPOSITARY = "check with the depositary (treaties.un.org)"


@dataclass(frozen=True, slots=True)
class TreatyNote:
    """A reservation, declaration, withdrawal or territorial note. `sure` is high or middle."""

    kind: str
    text: str
    sure: str


@dataclass(frozen=True, slots=True)
class TreatyStatus:
    """How an instrument stands for a state on a day. `until` is the first day on which it no longer binds."""

    state: str
    instrument: str
    day: date
    bound: Bound
    since: date | None
    until: date | None
    signed: date | None
    source: str
    known_to: date | None
    notes: tuple[TreatyNote, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    signed: date | None
    in_force: date | None
    known_to: date
    basis: str


def status(state: str, instrument: str, day: date) -> TreatyStatus:
    """The status of an instrument (`ref-1951`; an article after "/" is ignored) for a state (`CN` or `state:CN`)."""
    code = state.removeprefix("state:").upper()
    norm = instrument.partition("/")[0]
    notes = tuple(TreatyNote(n["kind"], n["text"], n["sure"]) for n in _notes_for(code, norm))
    if norm not in instruments() or not states.is_state(code):
        return TreatyStatus(code, norm, day, Bound.UNKNOWN, None, None, None, "not in the table", None, notes)
    row = _table().get((code, norm))
    known_to = max(row.known_to if row else _LIST_KNOWN_TO, _checked_to(code, norm))
    since = row.in_force if row else None
    until = _until(code, norm)
    bound = _bound(row, since, until, day, known_to)
    source = f"{row.basis if row else 'no row in the list'}; known to {known_to}; {DEPOSITARY}"
    return TreatyStatus(code, norm, day, bound, since, until, row.signed if row else None, source, known_to, notes)


@lru_cache(maxsize=1)
def instruments() -> frozenset[str]:
    """The ids of all instruments of the table."""
    return frozenset(norm for _, norm in _table())


def accepts_complaints(state: str, procedure: str) -> bool | None:
    """Whether a state is known to accept a complaint procedure (`cat-1984/22`); None if the procedure is not listed."""
    for row in _notes()["complaints"]:
        if row["procedure"] == procedure:
            return state.removeprefix("state:").upper() in row["states"]
    return None


def _bound(row: _Row | None, since: date | None, until: date | None, day: date, known_to: date) -> Bound:
    if row is not None and "date not recorded" in row.basis:
        return Bound.YES
    if since is not None and since <= day:
        return Bound.NO if until is not None and until <= day else Bound.YES
    if since is None and day > known_to:
        return Bound.UNKNOWN
    if row is not None and row.signed is not None and row.signed <= day:
        return Bound.SIGNED_ONLY
    return Bound.NO


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], _Row]:
    table: dict[tuple[str, str], _Row] = {}
    with (_DATA / "treaty_status.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            table[row["state"], row["instrument"]] = _Row(
                _day(row["signed"]), _day(row["in_force"]), _day(row["known_to"]) or _LIST_KNOWN_TO, row["basis"]
            )
    for party in _notes()["party"]:
        for code, since in party["since"].items():
            basis = "regional list, general knowledge" + ("" if since else ", date not recorded")
            table[code, party["instrument"]] = _Row(None, _day(since), date.fromisoformat(party["known_to"]), basis)
    return table


def _checked_to(code: str, norm: str) -> date:
    checked = _notes()["checked"]
    if code in checked["states"] and norm in checked["instruments"]:
        return date.fromisoformat(checked["known_to"])
    return date.min


def _until(code: str, norm: str) -> date | None:
    for row in _notes()["end"]:
        if row["state"] == code and row["instrument"] == norm:
            return date.fromisoformat(row["until"])
    return None


def _notes_for(code: str, norm: str) -> list[dict[str, str]]:
    found = [
        {**row, "kind": "withdrawal"} for row in _notes()["end"] if (row["state"], row["instrument"]) == (code, norm)
    ]
    return found + [row for row in _notes()["note"] if row["state"] == code and norm in row["instruments"]]


@lru_cache(maxsize=1)
def _notes() -> dict[str, Any]:  # the shape of a TOML file that stands beside this one
    return tomllib.loads((_DATA / "treaty_notes.toml").read_text(encoding="utf-8"))


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
