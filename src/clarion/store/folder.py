"""The folder of a case: opening it, reading it, writing to it in one transaction, setting right what a stop left.

CASE/originals/ab/abcd…   bytes as they came, by SHA-256, never changed
CASE/case.db              the log, the readings and the tables (with -wal and -shm while in use)
CASE/lock                 empty; held by the process that is at work on the case
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection as Connection
from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.exc import DatabaseError

from clarion.model.errors import CaseInUse, NotACase
from clarion.model.ids import DocumentId
from clarion.store import dialect, originals, tables
from clarion.store.entries import FORMAT
from clarion.store.files import sync_folder
from clarion.store.keys import new_name, open_signer
from clarion.store.lock import (
    ARRIVAL_LOCK_NAME,
    BACKUP_LOCK_NAME,
    LOCK_NAME,
    SENDING_LOCK_NAME,
    backing_up,
    taking_in,
    working,
)
from clarion.store.log import LogWriter
from clarion.store.log import read as read_log
from clarion.store.state import State, replay

DATABASE_NAME = "case.db"
ORIGINALS_NAME = "originals"
SNAPSHOT_NAME = "backup.part"

# what may be left half done: an original on its way in, one on its way out, pages that still hold what was erased
ARRIVING = "arriving"
LEAVING = "leaving"
SCRUBBING = "scrubbing"


@dataclass(frozen=True, slots=True)
class Writing:
    """A transaction that writes: the database and the log."""

    connection: Connection
    log: LogWriter


class CaseFolder:
    """An open case."""

    def __init__(self, folder: Path, engine: Engine, case: str, tables_version: str | None) -> None:
        self.folder = folder
        self.id = case
        self.has_other_tables = tables_version != tables.VERSION
        self._engine = engine

    @property
    def originals(self) -> Path:
        """The folder of originals."""
        return self.folder / ORIGINALS_NAME

    @property
    def engine(self) -> Engine:
        """The engine of the database."""
        return self._engine

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, any_tables: bool = False) -> "CaseFolder":
        """Open a case; with `create`, make one where there is none.

        `any_tables` opens one whose tables another version of Clarion made, to make them again.

        Raises:
            NotACase: there is no case, or it is one of a newer Clarion, or its tables have to be made again.
        """
        database = folder / DATABASE_NAME
        if not database.exists():
            if not create:
                raise NotACase(f"{folder} is not a case; make one with: clarion preserve {folder} PATH...")
            _make_folder(folder)
            _make_database(database)
        engine = dialect.open_engine(database)
        try:
            case, made = _identify(engine, folder, any_tables=any_tables)
        except DatabaseError as problem:
            engine.dispose()
            if dialect.is_busy(problem):
                raise dialect.as_case_error(problem) from problem
            raise NotACase(f"{database} cannot be read ({problem.orig}); restore the case from a backup") from problem
        except NotACase:
            engine.dispose()
            raise
        return cls(folder, engine, case, made)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the database."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction: all of it stands afterwards, or nothing.

        Raises:
            CaseInUse: another process was writing for too long.
        """
        signer = open_signer()
        try:
            with dialect.for_writing(self._engine).connect() as connection, connection.begin():
                log = LogWriter(connection, signer, self.id)
                yield Writing(connection, log)
                if log.has_added:
                    _raise_format(connection)
                log.remember()
        except DatabaseError as problem:
            raise dialect.as_case_error(problem) from problem

    @contextmanager
    def working(self) -> Iterator[None]:
        """Hold the case for a long piece of work, after setting right what a stop left.

        Raises:
            CaseInUse: another process is at work on it.
        """
        with working(self.folder):
            self.recover()
            yield

    def state(self) -> State:
        """The case as its log tells it now."""
        with self.reading() as connection:
            return replay(read_log(connection))

    def recover(self) -> None:
        """Finish or undo what was under way when a process was stopped. To be called while the case is held."""
        self._drop_snapshot()
        with self.reading() as connection:
            begun = [(row.what, row.about) for row in connection.execute(select(tables.pending))]
        if begun:
            with taking_in(self.folder):
                self._finish()

    def _finish(self) -> None:
        with self.reading() as connection:  # again: what was under way may have been done while the door was held
            begun = [(row.what, row.about) for row in connection.execute(select(tables.pending))]
        known = self.state().sightings
        for what, about in begun:
            if what == ARRIVING:
                self._end_arrival(DocumentId(about), taken_in=DocumentId(about) in known)
            elif what == LEAVING:
                originals.remove(self.originals, DocumentId(about))
        leaving = any(what in (LEAVING, SCRUBBING) for what, _ in begun)
        self.settle(begun, then=[(SCRUBBING, "")] if leaving else [])
        if leaving:
            self.scrub()

    def _drop_snapshot(self) -> None:
        """Remove what a backup that was stopped left; one that is being written is left alone."""
        snapshot = self.folder / SNAPSHOT_NAME
        if snapshot.exists():
            with suppress(CaseInUse), backing_up(self.folder):
                snapshot.unlink(missing_ok=True)

    def announce(self, connection: Connection, begun: Iterable[tuple[str, str]]) -> None:
        """Note what is about to be done outside the database."""
        begun = list(begun)
        self.unannounce(connection, begun)
        for what, about in begun:
            connection.execute(insert(tables.pending).values(what=what, about=about))

    def unannounce(self, connection: Connection, done: Iterable[tuple[str, str]]) -> None:
        """Note that something is done."""
        table = tables.pending
        for what, about in done:
            connection.execute(delete(table).where(table.c.what == what, table.c.about == about))

    def settle(self, done: Iterable[tuple[str, str]], *, then: Iterable[tuple[str, str]] = ()) -> None:
        """Note that something is done, and what comes next, in a transaction of its own."""
        with self.writing() as writing:
            self.unannounce(writing.connection, done)
            self.announce(writing.connection, then)

    def scrub(self) -> None:
        """Write the database anew so that nothing deleted is left in it."""
        dialect.scrub(self._engine)
        self.settle([(SCRUBBING, "")])
        dialect.empty_log_ahead(self._engine)

    def _end_arrival(self, document: DocumentId, *, taken_in: bool) -> None:
        path = originals.path_of(self.originals, document)
        for part in path.parent.glob(f"{path.name}.*.part"):
            part.unlink()
        if not taken_in:
            originals.remove(self.originals, document)


def is_case(folder: Path) -> bool:
    """Whether the folder looks like a case."""
    return (folder / DATABASE_NAME).is_file()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(not _is_ours(path.name) for path in folder.iterdir()):
            raise NotACase(f"{folder} holds other files; name a folder that is empty or does not exist yet")
        (folder / ORIGINALS_NAME).mkdir(exist_ok=True)
    except OSError as problem:
        raise NotACase(f"no case can be made at {folder} ({problem.strerror}); name another folder") from problem


def _is_ours(name: str) -> bool:
    # what a stop while a case was being made may leave
    return name in (LOCK_NAME, BACKUP_LOCK_NAME, ARRIVAL_LOCK_NAME, SENDING_LOCK_NAME, ORIGINALS_NAME) or (
        name.startswith(DATABASE_NAME) and ".part" in name
    )


def _make_database(database: Path) -> None:
    """Make the database under another name first, so that one that is there is whole."""
    part = database.with_name(f"{DATABASE_NAME}.{secrets.token_hex(4)}.part")
    engine = dialect.open_engine(part, journal="DELETE")
    try:
        with dialect.for_writing(engine).connect() as connection, connection.begin():
            tables.metadata.create_all(connection)
            dialect.make_words(connection)
            settings = {"case": new_name(), "format": str(FORMAT), "tables": tables.VERSION}
            rows = [{"key": key, "value": value} for key, value in settings.items()]
            connection.execute(insert(tables.about_case), rows)
        engine.dispose()
        part.replace(database)
    finally:
        engine.dispose()
        part.unlink(missing_ok=True)
    sync_folder(database.parent)


def _identify(engine: Engine, folder: Path, *, any_tables: bool) -> tuple[str, str | None]:
    with engine.connect() as connection, connection.begin():
        case, version = _setting(connection, "case"), _setting(connection, "format")
        made = _setting(connection, "tables")
    if case is None or version is None or not version.isdigit():
        raise NotACase(f"{folder} is not a whole case; restore it from a backup")
    if int(version) > FORMAT:
        raise NotACase(f"{folder} is a case of format {version}, made by a newer Clarion; upgrade Clarion to open it")
    if made != tables.VERSION and not any_tables:
        raise NotACase(f"the tables of {folder} were made by another version of Clarion; run: clarion rebuild {folder}")
    return case, made


def _raise_format(connection: Connection) -> None:
    """From the first entry of this format on, an older Clarion must not read the case."""
    table = tables.about_case
    if _setting(connection, "format") != str(FORMAT):
        connection.execute(update(table).where(table.c.key == "format").values(value=str(FORMAT)))


def _setting(connection: Connection, key: str) -> str | None:
    table = tables.about_case
    return connection.execute(select(table.c.value).where(table.c.key == key)).scalar()
