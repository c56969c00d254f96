"""The boards of an open case: loaded when first asked for, brought up to date by what the log says happened since.

A board belongs to one state of the database. A reading transaction asks for the boards of the state that it sees, so
what it finds on a board and what it reads from the tables agree.
"""

import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Connection, Table, select, text

from clarion.store import shelf_tables as shelf
from clarion.store import tables
from clarion.store.board import Board, Value, build
from clarion.store.folder import CaseFolder
from clarion.store.sight import Sight

DEGREES = 2  # of latitude and longitude: places as near as this are one point of the map
# the columns that each list is narrowed and counted by; `year` and `point` are made from others
COLUMNS: Mapping[str, tuple[Table, tuple[str, ...]]] = {
    "claims": (
        shelf.claims,
        ("document", "act", "stance", "starts", "country", "publisher", "voice", "verdict", "differs"),
    ),
    "documents": (
        shelf.documents,
        ("id", "title_key", "publisher", "published", "language", "problems", "claims", "judged", "verdict"),
    ),
    "incidents": (
        shelf.incidents,
        (
            "id",
            "act",
            "status",
            "starts",
            "country",
            "place",
            "lat",
            "lon",
            "origins",
            "alarms",
            "verdict",
            "differs",
            "title_key",
        ),
    ),
    "findings": (shelf.findings, ("incident", "norm", "state", "bound", "finding", "open")),
    "asks": (shelf.asks, ("addressee", "act", "deadline")),
    "actions": (shelf.actions, ("act", "status", "starts")),
    "voices": (shelf.voices, ("kind", "name_key", "names_key", "documents", "forecasts")),
}
_YEAR_OF = {"claims": "starts", "incidents": "starts"}
# the lists that an entry of the log changes as a whole; a judgement changes single rows, other kinds change none
_CHANGED_BY = {
    "document": ("documents",),
    "read": ("documents",),
    "extract": ("documents", "claims"),
    "claim": ("documents", "claims"),
    "reconcile": ("incidents", "voices", "findings", "asks", "actions"),
    "assess": ("findings",),
    "respond": ("asks", "actions"),
    "erasure": tuple(COLUMNS),
}
# states of the database that readers may still be looking at
_MOST_STATES = 4
# answers kept for one state
_MOST_ANSWERS = 120
_ROWS_AT_ONCE = 50_000
_STATE = "SELECT (SELECT max(rowid) FROM entries), (SELECT value FROM about_case WHERE key = 'made')"

Made = TypeVar("Made")


@dataclass(slots=True)
class Boards:
    """The boards of one state of the database: the number of its last entry, and when its tables were made anew."""

    state: tuple[int, str]
    held: dict[str, Board] = field(default_factory=dict)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)  # rows of a list that a person may see
    sights: dict[str, Sight] = field(default_factory=dict)
    kept: dict[tuple[object, ...], Any] = field(default_factory=dict)  # answers that are likely to be asked for again
    loading: threading.RLock = field(default_factory=threading.RLock)

    def get(self, connection: Connection, name: str) -> Board:
        """A board, loaded on first use."""
        if name not in self.held:
            with self.loading:  # several who ask at once wait for one loading
                if name not in self.held:
                    self.held[name] = _load(connection, name)
        return self.held[name]

    def keep(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under a key for this state, made on first use."""
        known: Made | None = self.kept.get(key)
        if known is None:
            known = make()
            for oldest in list(self.kept)[: max(0, len(self.kept) - _MOST_ANSWERS + 1)]:
                self.kept.pop(oldest, None)
            self.kept[key] = known
        return known

    def sight(self, connection: Connection, viewer: str) -> Sight:
        """What a person may see."""
        known = self.sights.get(viewer)
        if known is None:
            known = self.sights[viewer] = Sight(connection, viewer)
        return known.within(connection)


class _Kept:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.states: OrderedDict[tuple[int, str], Boards] = OrderedDict()


_KEPT: "WeakKeyDictionary[CaseFolder, _Kept]" = WeakKeyDictionary()


def boards_of(case: CaseFolder, connection: Connection) -> Boards:
    """The boards of the state of the database that a transaction sees."""
    state = _state(connection)
    kept = _KEPT.setdefault(case, _Kept())
    with kept.lock:
        found = kept.states.get(state)
        if found is None:
            found = _next(connection, state, kept.states)
            for older in kept.states.values():  # who still looks at an older state works its answers out again
                older.kept.clear()
            kept.states[state] = found
            while len(kept.states) > _MOST_STATES:
                kept.states.popitem(last=False)
        return found


def forget(case: CaseFolder) -> None:
    """Let go of the boards of a case."""
    _KEPT.pop(case, None)


def _state(connection: Connection) -> tuple[int, str]:
    last, made = connection.exec_driver_sql(_STATE).one()
    return (int(last or 0), made or "")


def _next(connection: Connection, state: tuple[int, str], states: Mapping[tuple[int, str], Boards]) -> Boards:
    """The boards of a new state: those of the newest earlier one that stayed, with what changed in single rows."""
    earlier = [one for one in states if one[1] == state[1] and one[0] < state[0]]
    if not earlier:
        return Boards(state)
    before = states[max(earlier)]
    entries = connection.execute(
        text("SELECT hash, kind FROM entries WHERE rowid > :last AND rowid <= :now ORDER BY rowid"),
        {"last": before.state[0], "now": state[0]},
    ).all()
    gone = {name for entry in entries for name in _CHANGED_BY.get(entry.kind, ())}
    # a copy first: others may be loading boards into the earlier state at this moment
    held = {name: board for name, board in dict(before.held).items() if name not in gone}
    if "documents" in gone and "claims" in held:
        held["claims"] = held["claims"].forget_order("document")
    judged = [entry.hash for entry in entries if entry.kind == "judgement"]
    for about in _abouts(connection, judged):
        _judge(connection, held, about)
    return Boards(state, held)


def _abouts(connection: Connection, entries: list[str]) -> Iterable[str]:
    """What judgements are about; of those on judgements, what these are about in the end."""
    table, found = tables.judgements, dict[str, None]()
    for entry in entries:
        name: str | None = f"jdg_{entry[:20]}"
        while name is not None and name.startswith("jdg_"):
            name = connection.execute(select(table.c.about).where(table.c.id == name)).scalar()
        if name is not None:
            found[name] = None
    return found


def _judge(connection: Connection, held: dict[str, Board], about: str) -> None:
    for name, (table, _) in COLUMNS.items():
        if name not in held:
            continue
        row = connection.execute(_query(name).where(table.c.id == about)).first()
        if row is None:
            continue
        held[name] = held[name].changed({row.row: _values(name, row)})
        if name == "claims" and "documents" in held:
            of = shelf.documents
            document = connection.execute(_query("documents").where(of.c.id == row.document)).first()
            if document is not None:
                held["documents"] = held["documents"].changed({document.row: _values("documents", document)})
        return


def _query(name: str) -> Any:
    table, columns = COLUMNS[name]
    return select(table.c.row, *(table.c[column] for column in columns))


def _values(name: str, row: Any) -> dict[str, Value]:
    values: dict[str, Value] = {column: getattr(row, column) for column in COLUMNS[name][1]}
    if day := _YEAR_OF.get(name):
        starts = values[day]
        values["year"] = starts[:4] if isinstance(starts, str) else None
    if name == "incidents":
        values["point"] = _point(values["lat"], values["lon"])
    return values


def _load(connection: Connection, name: str) -> Board:
    """A board from its table. The texts of a column are kept once each, however often they occur.

    Many rows are fetched as one JSON array for each column, which takes a fourth of the time of row by row.
    """
    table, names = COLUMNS[name]
    rows, columns = array("Q"), {column: list[Value]() for column in names}
    kept: dict[Value, Value] = {}
    arrays = ", ".join(f"json_group_array({column})" for column in ("row", *names))
    some = f"SELECT row, {', '.join(names)} FROM {table.name} WHERE row > :last ORDER BY row LIMIT {_ROWS_AT_ONCE}"
    query, last = text(f"SELECT {arrays} FROM ({some})"), -1
    while True:
        numbers, *found = connection.execute(query, {"last": last}).one()
        rows.extend(msgspec.json.decode(numbers, type=list[int]))
        for column, held in zip(names, found, strict=True):
            values: list[Value] = msgspec.json.decode(held)
            columns[column].extend(map(kept.setdefault, values, values))
        if not rows or rows[-1] == last:
            break
        last = rows[-1]
    if day := _YEAR_OF.get(name):
        years = {value: value[:4] if isinstance(value, str) else None for value in set(columns[day])}
        columns["year"] = list(map(years.__getitem__, columns[day]))
    if name == "incidents":
        pairs = zip(columns["lat"], columns["lon"], strict=True)
        columns["point"] = [kept.setdefault(point, point) for point in (_point(lat, lon) for lat, lon in pairs)]
    return build(rows, columns)


def _point(lat: Value, lon: Value) -> str | None:
    """A point of the map, about a kilometre wide."""
    if not isinstance(lat, float) or not isinstance(lon, float):
        return None
    return f"{round(lat, DEGREES) + 0.0:g},{round(lon, DEGREES) + 0.0:g}"
