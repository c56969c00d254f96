"""Looking things up for lists and pages of one thing: nouns by id, what people put on them, what holds what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Connection, Table, func, select

from clarion.model.nouns import Action, Ask, Claim, Document, Finding, Incident, Judgement, Voice
from clarion.store import readings, tables
from clarion.store import shelf_tables as shelf
from clarion.store.marks import Assignment, Handling, Tag, Translation
from clarion.store.standing import in_force, last_words
from clarion.store.state import Note

Noun = TypeVar("Noun")

# SQLite takes at most 32766 values in one statement
_MANY = 500
TABLES: Mapping[str, tuple[Table, Table, type[Any]]] = {
    "claims": (tables.claims, shelf.claims, Claim),
    "documents": (tables.documents, shelf.documents, Document),
    "incidents": (tables.incidents, shelf.incidents, Incident),
    "findings": (tables.findings, shelf.findings, Finding),
    "asks": (tables.asks, shelf.asks, Ask),
    "actions": (tables.actions, shelf.actions, Action),
    "voices": (tables.voices, shelf.voices, Voice),
}


def ids_at(connection: Connection, name: str, rows: Sequence[int]) -> dict[int, str]:
    """The ids of rows of a list."""
    table = TABLES[name][1]
    return dict(_pairs(connection, (table.c.row, table.c.id), table.c.row, rows))


def row_of(connection: Connection, name: str, thing: str) -> int | None:
    """The row of a thing in a list, or None."""
    return next((int(row) for row in rows_of(connection, name, [thing])), None)


def rows_of(connection: Connection, name: str, things: Iterable[str]) -> list[int]:
    """The rows of things in a list; those that are not there are left out."""
    table = TABLES[name][1]
    return [row for (row,) in _pairs(connection, (table.c.row,), table.c.id, things)]


def nouns(connection: Connection, name: str, things: Iterable[str]) -> dict[str, Any]:
    """The nouns of these ids; documents without their texts."""
    table, _, noun = TABLES[name]
    decode = msgspec.json.Decoder(noun).decode
    return {thing: decode(body) for thing, body in _pairs(connection, (table.c.id, table.c.body), table.c.id, things)}


def shelved(connection: Connection, name: str, things: Iterable[str]) -> dict[str, Any]:
    """The rows of the narrow table, by id."""
    table = TABLES[name][1]
    return {row.id: row for row in _pairs(connection, tuple(table.c), table.c.id, things)}


def handlings(connection: Connection, documents: Iterable[str]) -> dict[str, Handling]:
    """How documents may be used and seen."""
    table = tables.handling
    return {
        name: msgspec.json.decode(body, type=Handling)
        for name, body in _pairs(connection, (table.c.id, table.c.body), table.c.id, documents)
    }


def with_handling(connection: Connection, handling: str) -> list[str]:
    """The documents of a handling."""
    table = tables.handling
    return [name for (name,) in connection.execute(select(table.c.id).where(table.c.handling == handling))]


def tags_on(connection: Connection, things: Iterable[str]) -> dict[str, list[Tag]]:
    """The tags on things, by what they are on, by name."""
    return _grouped(connection, tables.tags, things, Tag)


def assigned(connection: Connection, things: Iterable[str]) -> dict[str, list[Assignment]]:
    """Whose work things are."""
    return _grouped(connection, tables.assignments, things, Assignment)


def tagged(connection: Connection, tag: str) -> list[str]:
    """The things that bear a tag."""
    return [about for (about,) in connection.execute(select(tables.tags.c.about).where(tables.tags.c.name == tag))]


def assigned_to(connection: Connection, person: str) -> list[str]:
    """The things that are a person's work, by what they are."""
    table = tables.assignments
    query = select(table.c.about).where(table.c.person == person).order_by(table.c.about)
    return [about for (about,) in connection.execute(query)]


def number_of_notes(connection: Connection, things: Iterable[str]) -> Counter[str]:
    """How many notes and questions there are on things."""
    table = tables.notes
    return Counter(about for (about,) in _pairs(connection, (table.c.about,), table.c.about, things))


def notes_on(connection: Connection, thing: str) -> list[Note]:
    """Notes and questions on a thing, oldest first."""
    table = tables.notes
    query = select(table.c.body).where(table.c.about == thing).order_by(table.c.row)
    return [msgspec.json.decode(body, type=Note) for (body,) in connection.execute(query)]


def questions(connection: Connection) -> list[Note]:
    """The questions that people asked and nobody closed, oldest first."""
    table = tables.notes
    query = select(table.c.body).where(table.c.kind == "question").order_by(table.c.row)
    asked = [msgspec.json.decode(body, type=Note) for (body,) in connection.execute(query)]
    return [note for note in asked if note.closed is None]


def translations_of(connection: Connection, document: str) -> list[Translation]:
    """The passages of a document that people translated, in the order of the log."""
    table = tables.translations
    query = select(table.c.body).where(table.c.document == document).order_by(table.c.at, table.c.id)
    return [msgspec.json.decode(body, type=Translation) for (body,) in connection.execute(query)]


def judgements_on(connection: Connection, thing: str) -> list[Judgement]:
    """Every word on a thing and those that undo them, in the order of the log."""
    table, found, asked = tables.judgements, list[tuple[int, Judgement]](), [thing]
    while asked:
        rows = list(_pairs(connection, (table.c.row, table.c.body), table.c.about, asked))
        said = [(row, msgspec.json.decode(body, type=Judgement)) for row, body in rows]
        found += said
        asked = [judgement.id for _, judgement in said]
    return [judgement for _, judgement in sorted(found, key=lambda pair: pair[0])]


def in_force_on(connection: Connection, thing: str) -> list[Judgement]:
    """The words on a thing that were not undone, in the order of the log."""
    return in_force(judgements_on(connection, thing))


def last_word_on(connection: Connection, thing: str) -> Judgement | None:
    """The last accepting, correcting, rejecting or doubting word on a thing that stands, or None."""
    return last_words(judgements_on(connection, thing)).get(thing)


def texts_of(connection: Connection, documents: Iterable[str]) -> dict[str, Document]:
    """Documents with their texts and regions, as they were read, in the order asked for; unread ones without."""
    places = nouns(connection, "documents", documents)
    table = tables.readings
    query = (table.c.document, table.c.value, table.c.stage)
    rows = _pairs(connection, query, table.c.document, places, (table.c.stage, readings.TEXT))
    decode = msgspec.json.Decoder(Document).decode
    read = {document: decode(value) for document, value, _ in rows}
    return {
        name: replace(read[name], path=place.path, part_of=place.part_of, problems=place.problems)
        if name in read
        else place
        for name, place in places.items()
    }


def text_of(connection: Connection, document: str) -> Document | None:
    """A document with its text and regions, as it was read, or None."""
    return texts_of(connection, [document]).get(document)


def incidents_of(connection: Connection, claims: Iterable[str]) -> dict[str, list[str]]:
    """The incidents that hold claims in any part, by claim."""
    table, found = shelf.holds, dict[str, list[str]]()
    for claim, incident in sorted(set(_pairs(connection, (table.c.claim, table.c.incident), table.c.claim, claims))):
        found.setdefault(claim, []).append(incident)
    return found


def documents_of(connection: Connection, things: Iterable[str]) -> dict[str, list[str]]:
    """The documents that things rest on, by thing."""
    table, found = shelf.rests, defaultdict[str, list[str]](list)
    for thing, document in _pairs(connection, (table.c.thing, table.c.document), table.c.thing, things):
        found[thing].append(document)
    return found


def resting_on(connection: Connection, document: str) -> list[str]:
    """The ids of things that rest on a document."""
    table = shelf.rests
    return [thing for (thing,) in connection.execute(select(table.c.thing).where(table.c.document == document))]


def claims_of(connection: Connection, document: str) -> list[str]:
    """The claims of a document, in the order of its text."""
    table = shelf.claims
    query = select(table.c.id).where(table.c.document == document).order_by(table.c.at, table.c.id)
    return [name for (name,) in connection.execute(query)]


def claims_at(connection: Connection, rows: Iterable[int], documents: Iterable[str]) -> dict[str, list[str]]:
    """The claims of documents that stand in these rows, by document, in the order of the texts."""
    table, wanted, found = shelf.claims, set(rows), defaultdict[str, list[str]](list)
    columns = (table.c.document, table.c.at, table.c.id, table.c.row)
    for document, _, name, row in sorted(
        tuple(one) for one in _pairs(connection, columns, table.c.document, documents)
    ):
        if row in wanted:
            found[document].append(name)
    return found


def parts_of(connection: Connection, document: str) -> list[str]:
    """The documents that came inside a document, by path."""
    table = shelf.documents
    query = select(table.c.id).where(table.c.part_of == document).order_by(table.c.path, table.c.id)
    return [name for (name,) in connection.execute(query)]


def findings_of(connection: Connection, incidents: Iterable[str]) -> dict[str, list[str]]:
    """The findings on incidents, by incident, by norm and state."""
    table, found = shelf.findings, defaultdict[str, list[str]](list)
    columns = (table.c.incident, table.c.norm, table.c.state, table.c.id)
    for incident, _, _, name in sorted(tuple(row) for row in _pairs(connection, columns, table.c.incident, incidents)):
        found[incident].append(name)
    return found


def claims_by_text(connection: Connection) -> list[int]:
    """The rows of all claims, document by document by path, in the order of the texts."""
    claim, document = shelf.claims, shelf.documents
    query = select(claim.c.row).select_from(document.join(claim, claim.c.document == document.c.id))
    order = (document.c.path, document.c.id, claim.c.at, claim.c.id)
    return [row for (row,) in connection.execute(query.order_by(*order))]


def stretches_of(connection: Connection, documents: Iterable[str]) -> list[tuple[int, int]]:
    """The first and the last row of the claims of each of these documents that has any."""
    table, held = shelf.claims, list(dict.fromkeys(documents))
    query = select(func.min(table.c.row), func.max(table.c.row)).group_by(table.c.document)
    return [
        (first, last)
        for at in range(0, len(held), _MANY)
        for first, last in connection.execute(query.where(table.c.document.in_(held[at : at + _MANY])))
    ]


def documents_by_arrival(connection: Connection) -> list[int]:
    """The rows of all documents, the last taken in first."""
    table, of = shelf.documents, tables.handling
    query = select(table.c.row, of.c.body).select_from(table.outerjoin(of, of.c.id == table.c.id))
    moments = [(_brought_at(body), row) for row, body in connection.execute(query)]
    return [row for _, row in sorted(moments, reverse=True)]


def documents_by_path(connection: Connection) -> list[str]:
    """The ids of all documents, by path and id."""
    table = shelf.documents
    return [name for (name,) in connection.execute(select(table.c.id).order_by(table.c.path, table.c.id))]


def newest_documents(connection: Connection, documents: Iterable[str]) -> list[str]:
    """These documents, the last published first."""
    table = shelf.documents
    found = list(_pairs(connection, (table.c.published, table.c.id), table.c.id, documents))
    return [name for _, name in sorted(found, key=lambda pair: (pair[0] or "", pair[1]), reverse=True)]


def repeats_of(connection: Connection, voice: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Whom a voice repeats in which incident, and who repeats it."""
    table = shelf.repeats
    told = connection.execute(select(table.c.source, table.c.incident).where(table.c.teller == voice))
    heard = connection.execute(select(table.c.teller, table.c.incident).where(table.c.source == voice))
    return [(row.source, row.incident) for row in told], [(row.teller, row.incident) for row in heard]


def repeats_among(connection: Connection, voices: Sequence[str]) -> list[tuple[str, str, str]]:
    """Who among voices repeats whom among them, in which incident."""
    table, known = shelf.repeats, set(voices)
    columns = (table.c.teller, table.c.source, table.c.incident)
    return [
        (one, other, what) for one, other, what in _pairs(connection, columns, table.c.teller, voices) if other in known
    ]


def incidents_near(
    connection: Connection, acts: Iterable[str], country: str | None, days: tuple[date, date] | None
) -> list[str]:
    """Incidents of these acts in a country, between two days; of those without a day only some."""
    table = shelf.incidents
    query = select(table.c.id).where(table.c.act.in_(sorted(acts)))
    if country is not None:
        query = query.where((table.c.country == country) | table.c.country.is_(None))
    if days is not None:
        query = query.where(table.c.starts >= days[0].isoformat(), table.c.starts <= days[1].isoformat())
    else:
        query = query.where(table.c.starts.is_(None))
    return [name for (name,) in connection.execute(query.order_by(table.c.starts, table.c.id).limit(_MANY))]


def judgements_on_all(connection: Connection, things: Iterable[str]) -> list[Judgement]:
    """The words in force on things, in the order of the log."""
    table = tables.judgements
    rows = sorted(tuple(row) for row in _pairs(connection, (table.c.row, table.c.about), table.c.about, things))
    return [one for about in dict.fromkeys(about for _, about in rows) for one in in_force_on(connection, about)]


def shaped_by(connection: Connection, judgement: str) -> list[str]:
    """The incidents that a judgement shaped."""
    table = tables.incidents
    query = select(table.c.id).where(table.c.body.contains(f'"{judgement}"')).order_by(table.c.id)
    return [name for (name,) in connection.execute(query)]


def second_looks(connection: Connection) -> list[str]:
    """The claims that people judged and the engine no longer proposes."""
    table, known = tables.judgements, shelf.claims
    query = select(table.c.about).where(table.c.about.startswith("clm_"), table.c.about.not_in(select(known.c.id)))
    return [about for (about,) in connection.execute(query.distinct().order_by(table.c.about))]


class _Arrived(msgspec.Struct):
    brought_at: str = ""


def _brought_at(body: str | None) -> str:
    return msgspec.json.decode(body, type=_Arrived).brought_at if body else ""


def _grouped(connection: Connection, table: Table, things: Iterable[str], noun: type[Noun]) -> dict[str, list[Noun]]:
    found: dict[str, list[Noun]] = {}
    rows = sorted(
        tuple(row) for row in _pairs(connection, (table.c.about, table.c.id, table.c.body), table.c.about, things)
    )
    for about, _, body in rows:
        found.setdefault(about, []).append(msgspec.json.decode(body, type=noun))
    return found


def _pairs(
    connection: Connection,
    wanted: Sequence[Column[Any]],
    column: Column[Any],
    values: Iterable[Any],
    *also: tuple[Column[Any], str],
) -> Sequence[Any]:
    """The wanted columns of the rows of which a column holds one of these values, and others what is said of them."""
    held = list(dict.fromkeys(values))
    if not held:
        return ()
    query = _query(tuple(wanted), column, tuple(one for one, _ in also))
    given = (msgspec.json.encode(held).decode(), *(value for _, value in also))
    return connection.exec_driver_sql(query, given).all()


@lru_cache(maxsize=256)
def _query(wanted: tuple[Column[Any], ...], column: Column[Any], also: tuple[Column[Any], ...]) -> str:
    """A statement as SQLite takes it. A page asks some thirty of these, and building each anew took half of its time.

    All names come from the tables of this program.
    """
    asked = " ".join(f"AND {one.name} = ?" for one in also)
    names = ", ".join(one.name for one in wanted)
    return f"SELECT {names} FROM {column.table} WHERE {column.name} IN (SELECT value FROM json_each(?)) {asked}"
