"""Checking a case as it lies there: log, originals, readings and tables against each other.

What the engine would read today is compared by `flow`, which knows the engine.
"""

from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DatabaseError

from clarion.model.errors import BrokenSeal
from clarion.model.ids import DocumentId
from clarion.store import dialect, log, mark_tables, originals, projection, readings, shelf_tables, tables, work
from clarion.store.added import with_added
from clarion.store.folder import ARRIVING, LEAVING, CaseFolder
from clarion.store.keys import open_signer
from clarion.store.log import Head
from clarion.store.projection import MADE_BY
from clarion.store.state import Stamp, State, replay

_REMEDY = "run: clarion rebuild CASE"
_FIRST_TABLES = (
    tables.documents,
    tables.claims,
    tables.judgements,
    tables.notes,
    tables.publications,
    *mark_tables.TABLES,
)
# the narrow tables, which are compared when all nouns are known to be right
_LISTS = (*shelf_tables.SHELVES, shelf_tables.holds, shelf_tables.runs)
# shorter beginnings of a hash could be met by chance
_SHORTEST_HEAD = 16


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in order, and what a person may want to know beside it."""

    entries: int
    documents: int
    heads: tuple[Head, ...]
    remarks: tuple[str, ...]
    state: State


def check_case(case: CaseFolder, *, head: str | None = None) -> Checked:
    """Check everything that can be checked without reading originals anew.

    Raises:
        BrokenSeal: the first thing that is wrong, and what to do.
    """
    try:
        with case.reading() as connection:
            if not dialect.is_sound(connection):
                raise BrokenSeal("case.db is damaged; restore the case from a backup")
            entries = log.check(connection, case.id)
            _check_head(connection, head)
            state = replay(log.read(connection))
            _check_originals(case, connection, state)
            _check_readings(connection, state)
            _check_tables(connection, state)
            heads = tuple(log.heads(connection))
    except DatabaseError as problem:
        raise BrokenSeal(f"case.db is damaged ({problem.orig}); restore the case from a backup") from problem
    return Checked(entries, len(state.documents), heads, _remarks(case, heads), state)


def _check_head(connection: Connection, head: str | None) -> None:
    if head is None:
        return
    head = head.strip().lower()
    if len(head) < _SHORTEST_HEAD:
        raise BrokenSeal(f"the head {head!r} is too short; give at least {_SHORTEST_HEAD} of its digits")
    if not log.holds(connection, head):
        raise BrokenSeal(f"the log does not hold the head {head}: it was cut short; restore the case from a backup")


def _check_originals(case: CaseFolder, connection: Connection, state: State) -> None:
    for document in state.documents:
        originals.check(case.originals, document)
    under_way = {
        DocumentId(row.about) for row in connection.execute(select(tables.pending)) if row.what in (ARRIVING, LEAVING)
    }
    allowed = {originals.path_of(case.originals, document) for document in {*state.documents, *under_way}}
    for path in originals.found(case.originals):
        if path not in allowed and not _is_part_of(path, under_way):
            raise BrokenSeal(
                f"{path.relative_to(case.folder)} is no original that the log knows; move it out of the case"
            )


def _is_part_of(path: Path, under_way: set[DocumentId]) -> bool:
    return path.suffix == ".part" and any(path.name.startswith(document[7:]) for document in under_way)


def _check_readings(connection: Connection, state: State) -> None:
    for stage, stamps in ((readings.TEXT, state.read), (readings.CLAIMS, state.extracted)):
        for document in state.documents:
            _check_reading(connection, document, stage, stamps.get(document))
    if stray := readings.stray(connection, state.documents):
        raise BrokenSeal(f"the readings hold a document {stray} that the log does not know; {_REMEDY}")


def _check_reading(connection: Connection, document: DocumentId, stage: str, logged: Stamp | None) -> None:
    kept = readings.load(connection, document, stage)
    if kept is None and logged is None:
        return
    if kept is None:
        raise BrokenSeal(f"the {stage} of document {document} is missing; {_REMEDY}")
    stamp, value = kept
    if logged is None or stamp != logged or readings.digest_of(value) != logged.digest:
        raise BrokenSeal(f"the {stage} of document {document} is not what the log says was read; {_REMEDY}")


def _check_tables(connection: Connection, state: State) -> None:
    engine = dialect.open_memory()
    with engine.connect() as expected, expected.begin():
        tables.metadata.create_all(expected)
        dialect.make_words(expected)
        _project(connection, expected, state)
        theirs = projection.dump(expected, _FIRST_TABLES)
        if wrong := projection.first_difference(projection.dump(connection, _FIRST_TABLES), theirs):
            raise BrokenSeal(f"the tables differ from what log and originals give, first at {wrong}; {_REMEDY}")
        _check_runs(connection, state)
        _check_narrow(connection, expected, state)
        for index in (dialect.WORDS, dialect.CLAIM_WORDS):
            for ours, other in zip_longest(dialect.terms(connection, index), dialect.terms(expected, index)):
                if ours != other:
                    raise BrokenSeal(f"the search index differs from the documents' texts; {_REMEDY}")
    engine.dispose()


def _check_narrow(connection: Connection, expected: Connection, state: State) -> None:
    """Compare the tables of lists with those that a rebuild would make."""
    for step in MADE_BY:
        if step in state.runs:
            projection.put_step(expected, step, *projection.step_nouns(connection, step))
    for table in _LISTS:
        for ours, other in zip_longest(
            projection.rows_of_list(connection, table), projection.rows_of_list(expected, table)
        ):
            if ours != other:
                raise BrokenSeal(f"the list {table.name} differs from what log and originals give; {_REMEDY}")
    if not projection.is_aligned(connection):
        raise BrokenSeal(f"the list shelf_documents differs from the documents in its rows; {_REMEDY}")
    # what was read since the incidents were made may lack a claim that they hold: they stay tied to its document
    since = _read_since(connection, state)
    for table in (shelf_tables.rests, shelf_tables.repeats):
        ours, theirs = (set(projection.rows_of_list(one, table)) for one in (connection, expected))
        missing = set() if since and table is shelf_tables.repeats else theirs - ours
        if missing or (ours != theirs and not since):
            raise BrokenSeal(f"the list {table.name} differs from what log and originals give; {_REMEDY}")


def _read_since(connection: Connection, state: State) -> bool:
    """Whether documents were read or searched after the claims were last joined into incidents."""
    run = state.runs.get("reconcile")
    later = log.read(connection, ("read", "extract")) if run else ()
    return any(one.entry.number > run.scope.get(one.entry.chain, -1) for one in later) if run else False


def _project(connection: Connection, expected: Connection, state: State) -> None:
    """Make the tables that need no step over the whole case, from readings alone, with the same rows."""
    rows = connection.execute(select(tables.documents.c.row, tables.documents.c.id)).all()
    told = shelf_tables.claims
    places = {str(name): int(row) for name, row in connection.execute(select(told.c.id, told.c.row))}
    for row in rows:
        expected.execute(insert(tables.documents).values(row=row.row, id=row.id, path="", body=""))
    known = set(state.documents)
    work.place_documents(expected, state)
    for document in sorted(known):
        kept = readings.load_text(connection, document, state.sighting(document))
        if kept:
            work.project_text(expected, kept)
        claims = readings.load(connection, document, readings.CLAIMS)
        proposed = readings.claims_from(claims[1]) if claims else []
        text = kept.text if kept else None
        made = with_added(proposed, state.added_to(document), text)
        # one that the list lacks gets a row that no list has
        at_home: dict[str, int] = {claim.id: places.setdefault(claim.id, -len(places) - 1) for claim in made}
        projection.put_claims(expected, document, made, at_home)
    for row in rows:
        if row.id not in known:
            projection.remove_document(expected, row.id)
    projection.put_people(expected, state)


def _check_runs(connection: Connection, state: State) -> None:
    for step, made in MADE_BY.items():
        run = state.runs.get(step)
        if run is None:
            for table in made:
                if connection.execute(select(table.c.id)).first():
                    raise BrokenSeal(f"table {table.name} is not empty, but the log knows of no {step}; {_REMEDY}")
        elif projection.step_digest(connection, step) != run.digest:
            names = " or ".join(table.name for table in made)
            raise BrokenSeal(f"table {names} is not what the log says that {step} made; {_REMEDY}")


def _remarks(case: CaseFolder, heads: tuple[Head, ...]) -> tuple[str, ...]:
    """What this installation remembers and the case does not hold: an older copy, or a log that was cut short."""
    memory = open_signer().remembered(case.id)
    if memory is None:
        return ()
    last = next((head for head in heads if head.chain == memory.chain), None)
    if last is None or last.number < memory.number:
        return (
            f"this installation signed entry {memory.number} of chain {memory.chain[:8]}, which is not here: this is an"
            " older copy, a run was stopped, or the log was cut short; compare a printed head with --head",
        )
    return ()
