"""What was read from originals, kept by document, engine and reference version: texts and claims.

Everything is kept as plain JSON. Compressed texts could not be looked for after an erasure.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import msgspec
from sqlalchemy import Connection, delete, insert, select

from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document
from clarion.store import tables
from clarion.store.sightings import Sighting
from clarion.store.state import Stamp

TEXT = "text"
CLAIMS = "claims"


class _Problem(msgspec.Struct):
    problem: str | None


class _Claims(msgspec.Struct):
    claims: list[Claim]


def text_value(document: Document) -> str:
    """A reading as it is kept. Path and parent belong to the taking in, not to the bytes."""
    return msgspec.json.encode(replace(document, path="", part_of=None)).decode()


def claims_value(claims: Iterable[Claim], problem: str | None) -> str:
    """Claims as they are kept, or why they could not be found."""
    return msgspec.json.encode({"problem": problem, "claims": list(claims)}).decode()


def digest_of(value: str) -> str:
    """Hex SHA-256 of a reading as it is kept."""
    return hashlib.sha256(value.encode()).hexdigest()


def keep(connection: Connection, document: DocumentId, stage: str, value: str, versions: tuple[str, str]) -> Stamp:
    """Keep a reading in the place of an older one. `versions` are those of engine and reference data."""
    forget(connection, document, stage)
    stamp = Stamp(*versions, digest_of(value))
    row = {"document": document, "stage": stage, "engine": stamp.engine, "reference": stamp.reference}
    connection.execute(insert(tables.readings).values(**row, digest=stamp.digest, value=value))
    return stamp


def forget(connection: Connection, document: DocumentId, stage: str | None = None) -> None:
    """Remove a document's readings, or that of one stage."""
    table = tables.readings
    query = delete(table).where(table.c.document == document)
    connection.execute(query if stage is None else query.where(table.c.stage == stage))


def load(connection: Connection, document: DocumentId, stage: str) -> tuple[Stamp, str] | None:
    """A reading as it is kept, with what made it, or None."""
    table = tables.readings
    row = connection.execute(select(table).where(table.c.document == document, table.c.stage == stage)).first()
    return None if row is None else (Stamp(row.engine, row.reference, row.digest), row.value)


def load_text(
    connection: Connection, document: DocumentId, sighting: Sighting, *, with_claims: bool = True
) -> Document | None:
    """A document with its text, or None when it was not read yet.

    `with_claims` adds the reason why its claims could not be found, if they could not.
    """
    kept = load(connection, document, TEXT)
    if kept is None:
        return None
    read = document_from(kept[1], sighting)
    claims = load(connection, document, CLAIMS) if with_claims else None
    problem = msgspec.json.decode(claims[1], type=_Problem).problem if claims else None
    return replace(read, problems=(*read.problems, problem)) if problem else read


def document_from(value: str, sighting: Sighting) -> Document:
    """The document that a kept reading holds, at the place where it was taken in."""
    return replace(msgspec.json.decode(value, type=Document), path=sighting.path, part_of=sighting.part_of)


def claims_from(value: str) -> list[Claim]:
    """The claims that a kept reading holds."""
    return msgspec.json.decode(value, type=_Claims).claims


def stray(connection: Connection, known: Iterable[DocumentId]) -> str | None:
    """A document that has a reading and is not among the known ones, or None."""
    found = {str(row.document) for row in connection.execute(select(tables.readings.c.document))}
    return min(found - set(known), default=None)
