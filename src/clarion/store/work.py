"""What the steps bring into a case, each inside one transaction: originals, readings, claims, results over the whole.

A log entry is made only for what differs from what the log already says, so doing a thing again adds nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sqlalchemy import Connection, delete, insert

from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document
from clarion.store import dialect, mark_tables, originals, projection, readings, shelves, tables
from clarion.store.added import with_added
from clarion.store.canonical import Value
from clarion.store.folder import ARRIVING, CaseFolder, Writing
from clarion.store.handlings import handling_of
from clarion.store.keys import new_name, person
from clarion.store.lock import taking_in
from clarion.store.log import heads
from clarion.store.log import read as read_log
from clarion.store.marks import Handling
from clarion.store.runs import put_runs
from clarion.store.said import arrived_of
from clarion.store.sightings import Sighting
from clarion.store.state import LATER, Run, Stamp, State, replay

UNREAD = "application/octet-stream"  # the media type of a document until it is read


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document to be taken in. `given` is what its provider said: consent, handling, provider, named people.

    `by_hand` is one that a person brings at a desk: a document that is there is noted again when somebody else brings
    it, or with other words.
    """

    id: DocumentId
    content: bytes
    sighting: Sighting
    given: Mapping[str, Value] = field(default_factory=dict)
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The claims of a document, or why they could not be found."""

    document: DocumentId
    claims: tuple[Claim, ...]
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """What readings depend on besides the bytes."""

    engine: str
    reference: str


def take_in(case: CaseFolder, state: State, arrivals: Sequence[Arrival]) -> list[DocumentId]:
    """Take documents in and note them in `state`. Returns those that were not in the case before.

    Each original is on the disk before the log speaks of it; a stop in between is set right on the next opening.
    """
    fresh = [one for one in arrivals if _is_fresh(one, state)]
    unknown = sorted({one.id for one in fresh if one.id not in state.sightings})
    if not fresh:
        return []
    with taking_in(case.folder):
        if unknown:
            case.settle((), then=[(ARRIVING, document) for document in unknown])
        for one in fresh:
            originals.keep(case.originals, one.id, one.content)
        with case.writing() as writing:
            if not _is_up_to_date(writing.connection, state, fresh):
                _catch_up(writing.connection, state)
            for one in fresh:
                _log_arrival(writing, state, one)
                _place(writing.connection, state, one.id)
            _handle(writing.connection, state, {one.id for one in fresh}, set(unknown))
            case.unannounce(writing.connection, [(ARRIVING, document) for document in unknown])
    return unknown


def _is_up_to_date(connection: Connection, state: State, arrivals: Sequence[Arrival]) -> bool:
    """Whether the documents lie where the state says; somebody else may have taken one in since it was made."""
    for one in arrivals:
        row = projection.row_of(connection, one.id)
        known = projection.document_at(connection, row) if row is not None else None
        said = state.sighting(one.id).path if one.id in state.sightings else None
        if (known.path if known else None) != said:
            return False
    return True


def _catch_up(connection: Connection, state: State) -> None:
    now = replay(read_log(connection))
    for one in fields(State):
        setattr(state, one.name, getattr(now, one.name))


def _is_fresh(arrival: Arrival, state: State) -> bool:
    if arrival.sighting not in state.sightings.get(arrival.id, ()):
        return True
    if not arrival.by_hand:
        return False
    known = state.arrived.get(arrival.id, [])
    return not any((one.by, one.part_of, dict(one.given)) == (person(), None, arrival.given) for one in known)


def _handle(connection: Connection, state: State, documents: set[DocumentId], unknown: set[DocumentId]) -> None:
    """Put in how documents may be seen, with what came inside them."""
    for document in sorted(unknown):
        arrived = state.arrived[document]
        around = [mark_tables.handling(connection, one.part_of) for one in arrived if one.part_of is not None]
        holders: dict[DocumentId, Handling] = {one.id: one for one in around if one is not None}
        if len(holders) == len({one.part_of for one in arrived if one.part_of is not None}):
            mark_tables.put_handling(connection, handling_of(document, arrived, holders, None))
        else:
            documents = documents | {document}  # came in one go with the document that it lies in
    if again := documents - unknown | {one for one in documents if mark_tables.handling(connection, one) is None}:
        # somebody else may have decided since the state was made
        handle_again(connection, again)


def handle_again(connection: Connection, documents: Iterable[DocumentId]) -> None:
    """Work out from the log how documents, and what came inside them, may be seen."""
    now = replay(read_log(connection, ("document", "handling")))
    queue = sorted(documents)
    while queue:
        document = queue.pop()
        mark_tables.put_handling(connection, now.handling(document))
        queue.extend(sorted(now.inside.get(document, ())))


def first_brought_by(connection: Connection, document: DocumentId) -> frozenset[str]:
    """Who brought a document in first; of one that only came inside others, who brought those in first."""
    now = replay(read_log(connection, ("document",)))
    found, queue, seen = set(), [document], set()
    while queue:
        arrived = now.arrived.get(one := queue.pop(), [])
        seen.add(one)
        own = [arrival for arrival in arrived if arrival.part_of is None]
        found |= {min(own, key=lambda arrival: arrival.at).by} if own else set()
        if not own:
            queue.extend(sorted({arrival.part_of for arrival in arrived if arrival.part_of} - seen))
    return frozenset(found)


def keep_texts(writing: Writing, state: State, documents: Sequence[Document], versions: Versions) -> None:
    """Keep what was read."""
    stamps = {}
    for document in documents:
        _unindex(writing.connection, document.id)
        value = readings.text_value(document)
        stamps[document.id] = _keep(writing.connection, document.id, readings.TEXT, value, versions)
        project_text(writing.connection, document)
        _claim(writing.connection, document)
    _log_stamps(writing, state, "read", stamps)


def put_claims(connection: Connection, document: DocumentId) -> None:
    """Put a document's claims in as its readings and the people who added some give them."""
    if (text := readings.load_text(connection, document, Sighting(False, "", None))) is not None:
        _claim(connection, text)


def project_text(connection: Connection, document: Document) -> None:
    """Put a document that was read in, and its words into the index, which must not hold them yet."""
    row = projection.put_document(connection, _at_home(connection, document))
    dialect.add_words(connection, row, _words(document))
    put_runs(connection, document.id, document.text or "")


def keep_claims(writing: Writing, state: State, found: Sequence[Found], versions: Versions) -> None:
    """Keep the claims of documents."""
    stamps = {}
    for one in found:
        value = readings.claims_value(one.claims, one.problem)
        stamps[one.document] = _keep(writing.connection, one.document, readings.CLAIMS, value, versions)
        text = readings.load_text(writing.connection, one.document, state.sighting(one.document))
        if text is None:
            projection.put_claims(writing.connection, one.document, one.claims)
        else:
            projection.put_document(writing.connection, _at_home(writing.connection, text))
            _claim(writing.connection, text)
    _log_stamps(writing, state, "extract", stamps)


def keep_run(writing: Writing, state: State, step: str, run: Run, nouns: Sequence[Sequence[Any]]) -> None:
    """Keep what a step over the whole case made. `run.digest` is worked out here."""
    projection.put_step(writing.connection, step, *nouns)
    run = Run(run.engine, run.reference, run.inputs, projection.step_digest(writing.connection, step), run.scope)
    if state.runs.get(step) == run:
        return
    for later in LATER[step]:
        projection.clear_step(writing.connection, later)
        state.runs.pop(later, None)
    state.runs[step] = run
    values: dict[str, Value] = {"by": person(), "engine": run.engine, "reference": run.reference}
    values |= {"inputs": run.inputs, "digest": run.digest, "scope": dict(run.scope)}
    writing.log.append(step, values)


def scope_now(connection: Connection) -> dict[str, int]:
    """The last entry of each chain."""
    return {head.chain: head.number for head in heads(connection)}


def clear(connection: Connection) -> None:
    """Remove readings and tables, whatever version made them, and leave empty ones of this version."""
    made = [table for table in tables.metadata.sorted_tables if table not in tables.LOG]
    tables.metadata.drop_all(connection, made)
    tables.metadata.create_all(connection, made)
    dialect.drop_words(connection)
    dialect.make_words(connection)
    about = tables.about_case
    settings = {"tables": tables.VERSION, "made": new_name()}  # whoever holds something of the old tables sees it
    connection.execute(delete(about).where(about.c.key.in_(list(settings))))
    connection.execute(insert(about), [{"key": key, "value": value} for key, value in settings.items()])


def place_documents(connection: Connection, state: State) -> None:
    """Put the documents of a cleared case in, with what people put on them, before anything is read."""
    for document in state.documents:
        projection.put_document(connection, _unread(document, state))
    mark_tables.put_all(connection, state)


def index_all(connection: Connection, state: State) -> None:
    """Put the words of every document that was read, and of every claim, into empty indexes."""
    for document in state.documents:
        row = projection.row_of(connection, document)
        text = readings.load_text(connection, document, state.sighting(document))
        if row is not None and text is not None:
            dialect.add_words(connection, row, _words(text))
    shelves.index_claims(connection)


def _log_arrival(writing: Writing, state: State, arrival: Arrival) -> None:
    state.add(arrival.id, arrival.sighting)
    place = arrival.sighting
    values: dict[str, Value] = {"by": person(), "document": arrival.id, "path": place.path}
    values |= {"size": len(arrival.content), "part_of": place.part_of}
    given = {f"given/{name}": said for name, said in sorted(arrival.given.items())}
    state.arrive(arrival.id, arrived_of(writing.log.append("document", values | given)))


def _place(connection: Connection, state: State, document: DocumentId) -> None:
    """Put a document, and those that came inside it, at the place that stands for it now."""
    known = readings.load_text(connection, document, state.sighting(document))
    projection.put_document(connection, known or _unread(document, state))
    for part in sorted(state.inside.get(document, ())):
        _place(connection, state, part)


def _claim(connection: Connection, document: Document) -> None:
    kept = readings.load(connection, document.id, readings.CLAIMS)
    claims = readings.claims_from(kept[1]) if kept else []
    added = mark_tables.added_to(connection, document.id)
    projection.put_claims(connection, document.id, with_added(claims, added, document.text))


def _at_home(connection: Connection, document: Document) -> Document:
    """A document at the place that stands for it by now: it may have been taken in again while it was read."""
    row = projection.row_of(connection, document.id)
    known = projection.document_at(connection, row) if row is not None else None
    return replace(document, path=known.path, part_of=known.part_of) if known else document


def _unread(document: DocumentId, state: State) -> Document:
    sighting = state.sighting(document)
    return Document(document, sighting.path, UNREAD, part_of=sighting.part_of)


def _keep(connection: Connection, document: DocumentId, stage: str, value: str, versions: Versions) -> Stamp:
    return readings.keep(connection, document, stage, value, (versions.engine, versions.reference))


def _log_stamps(writing: Writing, state: State, kind: str, stamps: Mapping[DocumentId, Stamp]) -> None:
    known, awaited = (state.read, state.unlike) if kind == "read" else (state.extracted, state.unclaimed)
    fresh = {one: stamp for one, stamp in sorted(stamps.items()) if known.get(one) != stamp or one in awaited}
    for document, stamp in fresh.items():
        state.stamp(kind, document, stamp)
    if not fresh:
        return
    first = next(iter(fresh.values()))
    values: dict[str, Value] = {"by": person(), "engine": first.engine, "reference": first.reference}
    for at, (document, stamp) in enumerate(fresh.items()):
        values[f"document/{at}"] = {"digest": stamp.digest, "document": document}
    writing.log.append(kind, values)


def _unindex(connection: Connection, document: DocumentId) -> None:
    row = projection.row_of(connection, document)
    kept = readings.load(connection, document, readings.TEXT)
    if row is not None and kept is not None:
        dialect.remove_words(connection, row, _words(readings.document_from(kept[1], Sighting(False, "", None))))


def _words(document: Document) -> str:
    return f"{document.title or ''}\n{document.text or ''}"
