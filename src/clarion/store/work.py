"""What the steps bring into a case, each inside one transaction: originals, readings, claims, results over the whole.

A log entry is made only for what differs from what the log already says, so doing a thing again adds nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert

from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document
from clarion.store import dialect, originals, projection, readings, tables
from clarion.store.canonical import Value
from clarion.store.folder import ARRIVING, CaseFolder, Writing
from clarion.store.keys import person
from clarion.store.log import heads
from clarion.store.sightings import Sighting
from clarion.store.state import LATER, Run, Stamp, State

UNREAD = "application/octet-stream"  # the media type of a document until it is read


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document to be taken in. `given` is what its provider said: consent, handling, provider."""

    id: DocumentId
    content: bytes
    sighting: Sighting
    given: Mapping[str, str] = field(default_factory=dict)


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
    fresh = [one for one in arrivals if one.sighting not in state.sightings.get(one.id, ())]
    unknown = sorted({one.id for one in fresh if one.id not in state.sightings})
    if not fresh:
        return []
    if unknown:
        case.settle((), then=[(ARRIVING, document) for document in unknown])
    for one in fresh:
        originals.keep(case.originals, one.id, one.content)
    with case.writing() as writing:
        for one in fresh:
            _log_arrival(writing, state, one)
            _place(writing.connection, state, one.id)
        case.unannounce(writing.connection, [(ARRIVING, document) for document in unknown])
    return unknown


def keep_texts(writing: Writing, state: State, documents: Sequence[Document], versions: Versions) -> None:
    """Keep what was read."""
    stamps = {}
    for document in documents:
        _unindex(writing.connection, document.id)
        value = readings.text_value(document)
        stamps[document.id] = _keep(writing.connection, document.id, readings.TEXT, value, versions)
        project_text(writing.connection, document)
    _log_stamps(writing, "read", state.read, stamps)


def project_text(connection: Connection, document: Document) -> None:
    """Put a document that was read in, and its words into the index, which must not hold them yet."""
    row = projection.put_document(connection, document)
    dialect.add_words(connection, row, _words(document))


def keep_claims(writing: Writing, state: State, found: Sequence[Found], versions: Versions) -> None:
    """Keep the claims of documents."""
    stamps = {}
    for one in found:
        value = readings.claims_value(one.claims, one.problem)
        stamps[one.document] = _keep(writing.connection, one.document, readings.CLAIMS, value, versions)
        projection.put_claims(writing.connection, one.document, one.claims)
        text = readings.load_text(writing.connection, one.document, state.sighting(one.document))
        if text is not None:
            projection.put_document(writing.connection, text)
    _log_stamps(writing, "extract", state.extracted, stamps)


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
    connection.execute(delete(about).where(about.c.key == "tables"))
    connection.execute(insert(about).values(key="tables", value=tables.VERSION))


def place_documents(connection: Connection, state: State) -> None:
    """Put the documents of a cleared case in, before anything is read."""
    for document in state.documents:
        projection.put_document(connection, _unread(document, state))


def index_all(connection: Connection, state: State) -> None:
    """Put the words of every document that was read into an empty index."""
    for document in state.documents:
        row = projection.row_of(connection, document)
        text = readings.load_text(connection, document, state.sighting(document))
        if row is not None and text is not None:
            dialect.add_words(connection, row, _words(text))


def _log_arrival(writing: Writing, state: State, arrival: Arrival) -> None:
    state.add(arrival.id, arrival.sighting)
    place = arrival.sighting
    values: dict[str, Value] = {"by": person(), "document": arrival.id, "path": place.path}
    values |= {"size": len(arrival.content), "part_of": place.part_of}
    writing.log.append("document", values | {f"given/{name}": said for name, said in sorted(arrival.given.items())})


def _place(connection: Connection, state: State, document: DocumentId) -> None:
    """Put a document, and those that came inside it, at the place that stands for it now."""
    known = readings.load_text(connection, document, state.sighting(document))
    projection.put_document(connection, known or _unread(document, state))
    for part in sorted(state.inside.get(document, ())):
        _place(connection, state, part)


def _unread(document: DocumentId, state: State) -> Document:
    sighting = state.sighting(document)
    return Document(document, sighting.path, UNREAD, part_of=sighting.part_of)


def _keep(connection: Connection, document: DocumentId, stage: str, value: str, versions: Versions) -> Stamp:
    return readings.keep(connection, document, stage, value, (versions.engine, versions.reference))


def _log_stamps(
    writing: Writing, kind: str, known: dict[DocumentId, Stamp], stamps: Mapping[DocumentId, Stamp]
) -> None:
    fresh = {document: stamp for document, stamp in sorted(stamps.items()) if known.get(document) != stamp}
    known.update(fresh)
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
