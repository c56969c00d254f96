"""Everything that only SQLite understands: pragmas, full-text search, scrubbing, a copy while in use."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool

from clarion.model.errors import CaseInUse
from clarion.store.words import query_of, with_pairs

# how long a small write (a judgement) waits for another one, in seconds
_PATIENCE = 30

_PRAGMAS = (
    "PRAGMA synchronous=FULL",  # a commit is on the disk when it returns
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten with zeros
    "PRAGMA temp_store=MEMORY",  # no copy of a case in the machine's temporary folder
    "PRAGMA foreign_keys=ON",
)

_MAKE_WORDS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5(body, content='', tokenize='unicode61 remove_diacritics 2')"
)
# the words of documents and those of the quotes of claims
WORDS = "words"
CLAIM_WORDS = "claim_words"
_LAST_ROW = 2**63 - 1
# SQLite joins at most 500 selects
_MOST_PARTS = 250
_MAKE_TERMS = "CREATE VIRTUAL TABLE temp.terms USING fts5vocab({schema}, {index}, instance)"


def open_engine(database: Path, *, journal: str = "WAL") -> Engine:
    """An engine for a case's database. On a medium that cannot be written, the file is read as it lies there."""
    sealed = database.exists() and not (os.access(database, os.W_OK) and os.access(database.parent, os.W_OK))
    address = f"file:{_quoted(database)}?immutable=1" if sealed else f"file:{_quoted(database)}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    _prepare(engine, () if sealed else (f"PRAGMA journal_mode={journal}", *_PRAGMAS))
    return engine


def open_memory() -> Engine:
    """An engine for a database in memory, to compare a case with."""
    engine = create_engine("sqlite://")
    _prepare(engine, ())
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, its transactions taking the right to write from their first moment."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def is_busy(problem: DatabaseError) -> bool:
    """Whether another process held the database for too long."""
    return isinstance(problem, OperationalError) and "locked" in str(problem.orig)


def as_case_error(problem: DatabaseError) -> Exception:
    """`CaseInUse` when another process held the database for too long, else the problem itself."""
    if is_busy(problem):
        return CaseInUse("another process is writing to this case; wait until it is done and try again")
    return problem


def make_words(connection: Connection) -> None:
    """Make the full-text indexes, if they are not there."""
    for index in (WORDS, CLAIM_WORDS):
        connection.execute(text(_MAKE_WORDS.format(index=index)))


def add_words(connection: Connection, row: int, words: str) -> None:
    """Put a document's words into the index."""
    add_all_words(connection, WORDS, [(row, words)])


def remove_words(connection: Connection, row: int, words: str) -> None:
    """Take a document's words, as they were put in, out of the index."""
    remove_all_words(connection, WORDS, [(row, words)])


def add_all_words(connection: Connection, index: str, rows: Iterable[tuple[int, str]]) -> None:
    """Put the words of rows into an index."""
    values = [{"row": row, "words": with_pairs(words)} for row, words in rows]
    if values:
        connection.execute(text(f"INSERT INTO {index}(rowid, body) VALUES (:row, :words)"), values)


def remove_all_words(connection: Connection, index: str, rows: Iterable[tuple[int, str]]) -> None:
    """Take the words of rows, as they were put in, out of an index."""
    values = [{"row": row, "words": with_pairs(words)} for row, words in rows]
    if values:
        connection.execute(text(f"INSERT INTO {index}({index}, rowid, body) VALUES ('delete', :row, :words)"), values)


def drop_words(connection: Connection) -> None:
    """Take the indexes away, tables and all."""
    for index in (WORDS, CLAIM_WORDS):
        connection.execute(text(f"DROP TABLE IF EXISTS {index}"))


def find_rows(connection: Connection, words: str, limit: int) -> list[int]:
    """The rows of documents that hold every word, best first, then by row."""
    query = query_of(words)
    if not query:
        return []
    found = connection.execute(
        text("SELECT rowid FROM words WHERE words MATCH :query ORDER BY rank, rowid LIMIT :limit"),
        {"query": query, "limit": limit},
    )
    return [int(row) for (row,) in found]


def find_all_rows(
    connection: Connection, words: str, *, index: str = WORDS, within: Sequence[tuple[int, int]] = ((0, _LAST_ROW),)
) -> list[int]:
    """The rows of an index that hold every word, by row; of stretches of it, first and last row, one by one."""
    query, found = query_of(words), list[int]()
    # one text with all numbers takes a fifth of the time that as many rows take
    part = f"SELECT group_concat(rowid) FROM {index} WHERE {index} MATCH :query AND rowid BETWEEN"
    for at in range(0, len(within) if query else 0, _MOST_PARTS):
        parts = (f"{part} {int(first)} AND {int(last)}" for first, last in within[at : at + _MOST_PARTS])
        for (rows,) in connection.execute(text(" UNION ALL ".join(parts)), {"query": query}):
            found += msgspec.json.decode(f"[{rows or ''}]", type=list[int])
    return found


def best_rows(connection: Connection, words: str, first: int) -> list[int]:
    """The rows of documents, from one on, that hold every word, best first, then by row."""
    query = query_of(words)
    if not query:
        return []
    found = connection.execute(
        text("SELECT rowid FROM words WHERE words MATCH :query AND rowid >= :first ORDER BY rank, rowid"),
        {"query": query, "first": first},
    )
    return [int(row) for (row,) in found]


def terms(connection: Connection, index: str = WORDS) -> Iterator[tuple[str, int, int]]:
    """Everything in an index: (term, row, place), in that order."""
    connection.execute(text("DROP TABLE IF EXISTS temp.terms"))
    connection.execute(text(_MAKE_TERMS.format(schema="main", index=index)))
    rows = connection.execute(text('SELECT term, doc, "offset" FROM temp.terms ORDER BY term, doc, "offset"'))
    for term, row, place in rows:
        yield str(term), int(row), int(place)
    connection.execute(text("DROP TABLE temp.terms"))


def is_sound(connection: Connection) -> bool:
    """Whether SQLite finds its own file in order."""
    return connection.execute(text("PRAGMA integrity_check(1)")).scalar() == "ok"


def scrub(engine: Engine) -> None:
    """Write the database anew and empty the write-ahead log, so that nothing deleted is left in either."""
    with _driver(engine) as raw:
        raw.execute("VACUUM")
    empty_log_ahead(engine)


def empty_log_ahead(engine: Engine) -> None:
    """Bring the write-ahead log into the database and cut it to nothing.

    Raises:
        CaseInUse: another process reads an older state, so the write-ahead log must stay for now.
    """
    with _driver(engine) as raw:
        busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise CaseInUse(
            "another process reads this case, so what was erased is not gone yet; close it and run the command again"
        )


def copy_database(engine: Engine, target: Path) -> None:
    """Copy the database as it stands at one moment, while others may write to it."""
    with _driver(engine) as raw, closing(sqlite3.connect(target)) as copy:
        raw.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()


def _prepare(engine: Engine, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(raw: Any, _: Any) -> None:
        raw.isolation_level = None  # SQLAlchemy says when a transaction begins, not the driver
        for pragma in pragmas:
            raw.execute(pragma).fetchall()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def _driver(engine: Engine) -> Iterator[sqlite3.Connection]:
    """The driver's own connection, outside any transaction."""
    pooled = engine.raw_connection()
    try:
        raw = pooled.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        yield raw
    finally:
        pooled.close()


def _quoted(path: Path) -> str:
    # the characters that mean something in an SQLite address
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
