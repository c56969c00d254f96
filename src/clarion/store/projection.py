"""The tables that are made from log and originals: putting nouns in, getting them out, a canonical dump."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from clarion.model.ids import ClaimId, DocumentId
from clarion.model.nouns import Action, Ask, Claim, Document, Finding, Incident, Judgement, Publication, Voice
from clarion.store import dialect, shelf_tables, shelves, tables
from clarion.store.canonical import canonical
from clarion.store.state import Note, State

# what a publication shows; what was done about an ask is the case's own affair
_NOT_SHOWN = (tables.publications, tables.interventions, tables.approached, tables.steps)
SHOWN = tuple(table for table in tables.PROJECTION if table not in _NOT_SHOWN)

Noun = TypeVar("Noun")

# SQLite takes at most 32766 values in one statement
_MANY = 500
# the row number ties a document to its words in the index; it tells the order of taking in and nothing else
_NOT_DUMPED = {"row"}

# what each step over the whole case makes
MADE_BY = {
    "reconcile": (tables.voices, tables.incidents),
    "assess": (tables.findings,),
    "respond": (tables.asks, tables.actions),
}


def put_document(connection: Connection, document: Document) -> int:
    """Put a document in, or in the place of what was known of it. Returns its row. Its text is kept elsewhere."""
    table = tables.documents
    columns = {
        "path": document.path,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "body": _body(replace(document, text=None)),
    }
    row = connection.execute(select(table.c.row).where(table.c.id == document.id)).scalar()
    if row is not None:
        connection.execute(table.update().where(table.c.row == row).values(**columns))
    else:
        made = connection.execute(insert(table).values(id=document.id, **columns))
        row = (made.inserted_primary_key or (0,))[0]
    shelves.put_document(connection, row, document)
    return int(row)


def put_claims(
    connection: Connection,
    document: DocumentId,
    claims: Iterable[Claim],
    rows: Mapping[str, int] = MappingProxyType({}),
) -> None:
    """Put a document's claims in the place of those it had; `rows` are rows that some are to have in lists."""
    claims = list(claims)
    rows = {**shelves.remove_claims(connection, document), **rows}
    connection.execute(delete(tables.claims).where(tables.claims.c.document == document))
    _insert(connection, tables.claims, [_claim_row(claim) for claim in claims])
    shelves.put_claims(connection, document, claims, rows)


def put_step(connection: Connection, step: str, *nouns: Sequence[Any]) -> None:
    """Put what a step over the whole case made in the place of what it made before."""
    for table, items in zip(MADE_BY[step], nouns, strict=True):
        connection.execute(delete(table))
        _insert(connection, table, [_row(table, noun) for noun in items])
    shelves.put_step(connection, step, *nouns)


def clear_step(connection: Connection, step: str) -> None:
    """Remove what a step over the whole case made."""
    put_step(connection, step, *([] for _ in MADE_BY[step]))


def put_people(connection: Connection, state: State) -> None:
    """Put what people said and did into tables that are empty: judgements, notes, publications."""
    _insert(connection, tables.judgements, [_judgement_row(judgement) for judgement in state.judgements])
    shelves.judge_again(connection, [judgement.about for judgement in state.judgements])
    for note in state.notes:
        add_note(connection, note)
    for name, publication in state.publications:
        add_publication(connection, name, publication)


def add_judgement(connection: Connection, judgement: Judgement) -> None:
    """Add the newest judgement."""
    connection.execute(insert(tables.judgements).values(_judgement_row(judgement)))
    shelves.judged(connection, judgement.about)


def add_note(connection: Connection, note: Note) -> None:
    """Add the newest note or question."""
    row = {"id": note.id, "kind": note.kind, "about": note.about, "body": _body(note)}
    connection.execute(insert(tables.notes).values(row))


def add_publication(connection: Connection, name: str, publication: Publication) -> None:
    """Add the newest publication."""
    row = {"id": name, "at": publication.at, "body": _body(publication)}
    connection.execute(insert(tables.publications).values(row))


def remove_document(connection: Connection, document: DocumentId) -> None:
    """Remove a document and its claims."""
    shelves.remove_claims(connection, document)
    connection.execute(delete(tables.claims).where(tables.claims.c.document == document))
    connection.execute(delete(tables.documents).where(tables.documents.c.id == document))
    shelves.remove_document(connection, document)


def row_of(connection: Connection, document: DocumentId) -> int | None:
    """The row of a document, or None."""
    row = connection.execute(select(tables.documents.c.row).where(tables.documents.c.id == document)).scalar()
    return None if row is None else int(row)


def document_at(connection: Connection, row: int) -> Document | None:
    """The document of a row, without its text, or None."""
    body = connection.execute(select(tables.documents.c.body).where(tables.documents.c.row == row)).scalar()
    return None if body is None else _noun(body, Document)


def documents(connection: Connection) -> list[Document]:
    """All documents, without their texts, by path and id."""
    table = tables.documents
    return [
        _noun(body, Document) for (body,) in connection.execute(select(table.c.body).order_by(table.c.path, table.c.id))
    ]


def claims(connection: Connection) -> list[Claim]:
    """All claims, in the order of the record: by path of the document, then place."""
    table, of = tables.claims, tables.documents
    order = (of.c.path, of.c.id, table.c.at, table.c.id)
    query = select(table.c.body).select_from(table.join(of, of.c.id == table.c.document)).order_by(*order)
    return [_noun(body, Claim) for (body,) in connection.execute(query)]


def claim(connection: Connection, name: ClaimId) -> Claim | None:
    """The claim with that id, as the machine proposed it, or None."""
    return find(connection, tables.claims, name, Claim)


def voices(connection: Connection) -> list[Voice]:
    """All voices, by id."""
    return _all(connection, tables.voices, Voice)


def incidents(connection: Connection) -> list[Incident]:
    """All incidents, by id."""
    return _all(connection, tables.incidents, Incident)


def findings(connection: Connection) -> list[Finding]:
    """All findings, by id."""
    return _all(connection, tables.findings, Finding)


def asks(connection: Connection) -> list[Ask]:
    """All asks, by id."""
    return _all(connection, tables.asks, Ask)


def actions(connection: Connection) -> list[Action]:
    """All actions, by id."""
    return _all(connection, tables.actions, Action)


def judgements(connection: Connection) -> list[Judgement]:
    """All judgements, in the order of the log."""
    table = tables.judgements
    return [_noun(body, Judgement) for (body,) in connection.execute(select(table.c.body).order_by(table.c.row))]


def notes(connection: Connection) -> list[Note]:
    """All notes and questions, in the order of the log."""
    table = tables.notes
    return [_noun(body, Note) for (body,) in connection.execute(select(table.c.body).order_by(table.c.row))]


def document_of_claim(connection: Connection, claim: ClaimId) -> DocumentId | None:
    """The document of a claim, or None when the case has no such claim."""
    found = connection.execute(select(tables.claims.c.document).where(tables.claims.c.id == claim)).scalar()
    return None if found is None else DocumentId(found)


def find(connection: Connection, table: Table, name: str, noun: type[Noun]) -> Noun | None:
    """The noun with that id, or None."""
    body = connection.execute(select(table.c.body).where(table.c.id == name)).scalar()
    return None if body is None else _noun(body, noun)


def dump(connection: Connection, chosen: Sequence[Table] = tables.PROJECTION) -> Iterator[bytes]:
    """The tables in canonical form: one line of canonical JSON a row, by table and key."""
    for table in chosen:
        columns = [column for column in table.c if column.name not in _NOT_DUMPED]
        for row in connection.execute(select(*columns).order_by(table.c.id)):
            yield canonical({"row": dict(row._mapping), "table": table.name}) + b"\n"


def rows_of_list(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a narrow table by their key, without the numbers of the rows."""
    columns = [column for column in table.c if column.name not in _NOT_DUMPED]
    order = [table.c.id] if "id" in table.c else list(table.primary_key.columns)
    for row in connection.execute(select(*columns).order_by(*order)):
        yield tuple(row)


def is_aligned(connection: Connection) -> bool:
    """Whether every document has one row in all tables, by which words are found."""
    one, other = tables.documents, shelf_tables.documents
    apart = select(one.c.id).join(other, one.c.id == other.c.id).where(one.c.row != other.c.row)
    return connection.execute(apart).first() is None


def step_nouns(connection: Connection, step: str) -> list[list[Any]]:
    """What a step over the whole case made, as `put_step` takes it."""
    return [_all(connection, table, _NOUN_OF[table.name]) for table in MADE_BY[step]]


def step_digest(connection: Connection, step: str) -> str:
    """Hex SHA-256 of the dump of what a step over the whole case made."""
    return dump_digest(connection, MADE_BY[step])


def digest_of_step(step: str, *nouns: Sequence[Any]) -> str:
    """The digest that `step_digest` would give if the step had made these nouns."""
    engine = dialect.open_memory()
    with engine.connect() as connection, connection.begin():
        tables.metadata.create_all(connection)
        put_step(connection, step, *nouns)
        made = step_digest(connection, step)
    engine.dispose()
    return made


def dump_digest(connection: Connection, chosen: Sequence[Table] = tables.PROJECTION) -> str:
    """Hex SHA-256 of a dump."""
    total = hashlib.sha256()
    for line in dump(connection, chosen):
        total.update(line)
    return total.hexdigest()


def first_difference(left: Iterable[bytes], right: Iterable[bytes]) -> str | None:
    """The table and id of the first line in which two dumps differ, or None when they are equal."""
    ours, theirs = iter(left), iter(right)
    while True:
        one, other = next(ours, b""), next(theirs, b"")
        if one != other:
            lines = [json.loads(line) for line in (one, other) if line]
            first = min(lines, key=lambda line: (_TABLE_ORDER[line["table"]], line["row"]["id"]))
            return f"{first['table']} {first['row']['id']}"
        if not one:
            return None


_NOUN_OF: Mapping[str, type[Any]] = {
    "voices": Voice,
    "incidents": Incident,
    "findings": Finding,
    "asks": Ask,
    "actions": Action,
}
_TABLE_ORDER = {table.name: at for at, table in enumerate((*tables.PROJECTION, tables.handling))}


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    for at in range(0, len(rows), _MANY):
        connection.execute(insert(table), rows[at : at + _MANY])


def _all(connection: Connection, table: Table, noun: type[Noun]) -> list[Noun]:
    return [_noun(body, noun) for (body,) in connection.execute(select(table.c.body).order_by(table.c.id))]


def _row(table: Table, noun: Any) -> dict[str, Any]:
    row = {"id": noun.id, "body": _body(noun)}
    if isinstance(noun, Incident):
        row |= {"act": noun.act, "status": noun.status, "starts": noun.when.start if noun.when else None}
    elif isinstance(noun, Finding):
        row["incident"] = noun.incident
    return row


def _claim_row(claim: Claim) -> dict[str, Any]:
    when = claim.when
    country = next((place.country for place in claim.where if place.country), None)
    row = {"id": claim.id, "document": claim.document, "act": claim.act, "stance": claim.stance, "at": claim.span[0]}
    row |= {"starts": when.start if when else None, "ends": when.end if when else None, "country": country}
    return row | {"body": _body(claim)}


def _judgement_row(judgement: Judgement) -> dict[str, Any]:
    return {"id": judgement.id, "about": judgement.about, "at": judgement.at, "batch": judgement.batch} | {
        "body": _body(judgement)
    }


def _body(noun: Any) -> str:
    return msgspec.json.encode(noun).decode()


def _noun(body: str, noun: type[Noun]) -> Noun:
    return msgspec.json.decode(body, type=noun)
