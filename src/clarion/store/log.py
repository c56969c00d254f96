"""The log as it stands in the database: reading it, adding to it, its heads."""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, literal, select, tuple_

from clarion.model.errors import BrokenSeal
from clarion.store import tables
from clarion.store.canonical import Value, canonical
from clarion.store.entries import Entry, Logged, Part, check_chain, new_part, part_digest
from clarion.store.keys import ChainMemory, Signer, new_name

# SQLite takes at most 32766 values in one statement
_MANY = 500


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain: its hash stands for everything before it."""

    chain: str
    signer: str
    number: int
    hash: str
    time: str
    signature: str


class LogWriter:
    """Adds entries to this installation's chain inside one transaction."""

    def __init__(self, connection: Connection, signer: Signer, case: str) -> None:
        self._connection = connection
        self._signer = signer
        self._case = case
        self._memory = _chain_to_continue(connection, signer, case)
        last = _last_of(connection, self._memory.chain)
        self._time = last.time if last else ""
        self._dirty = False

    def append(self, kind: str, values: Mapping[str, Value], erases: Iterable[tuple[str, str]] = ()) -> Logged:
        """Add an entry whose parts are these values. It stands once the transaction is committed."""
        parts = {name: new_part(value) for name, value in values.items()}
        self._time = max(_now(), self._time)
        entry = Entry(
            case=self._case,
            chain=self._memory.chain,
            signer=self._signer.name,
            number=self._memory.number + 1,
            time=self._time,
            kind=kind,
            previous=self._memory.head,
            parts={name: part_digest(part) for name, part in parts.items()},
            erases=tuple(sorted(erases)),
        )
        logged = Logged(entry, entry.hash(), self._signer.sign(entry.hash()), parts)
        put(self._connection, [logged])
        self._memory = ChainMemory(entry.chain, entry.number, logged.hash)
        self._dirty = True
        return logged

    @property
    def has_added(self) -> bool:
        """Whether an entry was added."""
        return self._dirty

    def remember(self) -> None:
        """Note the last entry in the key folder. To be called before the transaction is committed."""
        if self._dirty:
            self._signer.remember(self._case, self._memory)


def put(connection: Connection, logged: Iterable[Logged]) -> None:
    """Write entries that are made and signed."""
    for one in logged:
        entry = one.entry
        row = {"hash": one.hash, "chain": entry.chain, "number": entry.number, "signer": entry.signer}
        body = canonical(entry.chained()).decode()
        row |= {"time": entry.time, "kind": entry.kind, "body": body, "signature": one.signature}
        connection.execute(insert(tables.entries).values(row))
        if one.parts:
            rows = [
                {"entry": one.hash, "name": name, "salt": part.salt, "value": canonical(part.value).decode()}
                for name, part in one.parts.items()
            ]
            connection.execute(insert(tables.parts), rows)


def read(connection: Connection, kinds: tuple[str, ...] = ()) -> Iterator[Logged]:
    """The entries of all chains in their order: by time, signer, chain and number. Only of some kinds, if named.

    Raises:
        BrokenSeal: an entry is no longer the JSON that was written.
    """
    table = tables.entries
    query = select(table).order_by(table.c.time, table.c.signer, table.c.chain, table.c.number)
    if kinds:
        query = query.where(table.c.kind.in_(kinds))
    rows = connection.execute(query).all()
    for at in range(0, len(rows), _MANY):
        page = rows[at : at + _MANY]
        parts = _parts(connection, [row.hash for row in page])
        for row in page:
            yield _logged(row, parts.get(row.hash, {}))


def stretch(
    connection: Connection, *, beside: str | None, size: int, kinds: tuple[str, ...] = (), earlier: bool = True
) -> list[Logged]:
    """At most `size` entries before (or after) the one with a hash, the nearest first; from the end when it is None.

    Raises:
        BrokenSeal: an entry is no longer the JSON that was written.
    """
    table = tables.entries
    order = tuple_(table.c.time, table.c.signer, table.c.chain, table.c.number)
    query = select(table)
    if kinds:
        query = query.where(table.c.kind.in_(kinds))
    if beside is not None:
        at = connection.execute(select(table).where(table.c.hash == beside)).first()
        if at is None:
            return []
        place = tuple_(literal(at.time), literal(at.signer), literal(at.chain), literal(at.number))
        query = query.where(order < place if earlier else order > place)
    columns = (table.c.time, table.c.signer, table.c.chain, table.c.number)
    rows = connection.execute(query.order_by(*(one.desc() if earlier else one for one in columns)).limit(size)).all()
    parts = _parts(connection, [row.hash for row in rows])
    return [_logged(row, parts.get(row.hash, {})) for row in rows]


def heads(connection: Connection) -> list[Head]:
    """The last entry of each chain, by chain."""
    table = tables.entries
    last = select(table.c.chain, func.max(table.c.number).label("number")).group_by(table.c.chain).subquery()
    query = select(table).join(last, (table.c.chain == last.c.chain) & (table.c.number == last.c.number))
    rows = connection.execute(query.order_by(table.c.chain))
    return [Head(row.chain, row.signer, row.number, row.hash, row.time, row.signature) for row in rows]


def holds(connection: Connection, entry_hash: str) -> bool:
    """Whether an entry whose hash begins with these digits stands in the log."""
    column = tables.entries.c.hash
    return connection.execute(select(column).where(column.startswith(entry_hash, autoescape=True))).first() is not None


def erase_parts(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Remove parts with their salts. Their entries, and the digests in them, stay."""
    table = tables.parts
    for entry, name in pairs:
        connection.execute(delete(table).where(table.c.entry == entry, table.c.name == name))


def check(connection: Connection, case: str) -> int:
    """Check every chain: hashes, order, signatures, parts. Returns the number of entries.

    Raises:
        BrokenSeal: the first thing that is wrong.
    """
    logged = list(read(connection))
    erased = frozenset(pair for one in logged for pair in one.entry.erases)
    chains: dict[str, list[Logged]] = defaultdict(list)
    for one in logged:
        chains[one.entry.chain].append(one)
    for chain in sorted(chains):
        check_chain(sorted(chains[chain], key=lambda one: one.entry.number), case, erased)
    _check_stray_parts(connection)
    return len(logged)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _chain_to_continue(connection: Connection, signer: Signer, case: str) -> ChainMemory:
    memory = signer.remembered(case)
    if memory is not None:
        last = _last_of(connection, memory.chain)
        if last and (last.number, last.hash, last.signer) == (memory.number, memory.head, signer.name):
            return memory
    # no memory, or another copy of the case was written to: a chain of its own
    return ChainMemory(new_name(), -1, None)


def _last_of(connection: Connection, chain: str) -> Any:
    table = tables.entries
    query = select(table).where(table.c.chain == chain).order_by(table.c.number.desc()).limit(1)
    return connection.execute(query).first()


def _parts(connection: Connection, hashes: list[str]) -> dict[str, dict[str, Part]]:
    found: dict[str, dict[str, Part]] = defaultdict(dict)
    table = tables.parts
    for row in connection.execute(select(table).where(table.c.entry.in_(hashes)).order_by(table.c.entry, table.c.name)):
        found[row.entry][row.name] = Part(row.salt, _decoded(row.value, row.entry))
    return found


def _logged(row: Any, parts: dict[str, Part]) -> Logged:
    body = _decoded(row.body, row.hash)
    try:
        erases = tuple((str(entry), str(name)) for entry, name in body.pop("erases"))
        entry = Entry(**body, erases=erases)
        same = canonical(entry.chained()).decode() == row.body
    except (TypeError, ValueError, KeyError, AttributeError) as problem:
        raise BrokenSeal(
            f"log entry {row.hash[:12]}… was changed: {problem}; restore the case from a backup"
        ) from problem
    columns = (row.chain, row.number, row.signer, row.time, row.kind)
    if not same or columns != (entry.chain, entry.number, entry.signer, entry.time, entry.kind):
        raise BrokenSeal(f"log entry {row.hash[:12]}… was changed; restore the case from a backup")
    return Logged(entry, row.hash, row.signature, parts)


def _decoded(value: str, entry: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as problem:
        raise BrokenSeal(f"log entry {entry[:12]}… was changed: {problem}; restore the case from a backup") from problem


def _check_stray_parts(connection: Connection) -> None:
    known = select(tables.entries.c.hash)
    stray = connection.execute(select(tables.parts.c.entry).where(tables.parts.c.entry.not_in(known))).first()
    if stray:
        raise BrokenSeal(
            f"the log holds a part of an entry {stray.entry[:12]}… that is not there; restore the case from a backup"
        )
