"""The tables of what people put on things: putting it in, taking it out, finding what stands."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select, update

from clarion.model.ids import DocumentId
from clarion.store import follow_tables, tables
from clarion.store.marks import Added, Assignment, Handling, SavedSearch, Tag, Translation
from clarion.store.state import Note, State

# all of them can be made again from the log alone, without documents
TABLES = (
    tables.added,
    tables.tags,
    tables.assignments,
    tables.translations,
    tables.searches,
    tables.handling,
    *follow_tables.TABLES,
)

Noun = TypeVar("Noun")


def put_all(connection: Connection, state: State) -> None:
    """Put everything that a log says into tables that are empty."""
    for document in state.documents:
        put_handling(connection, state.handling(document))
    for added in state.added.values():
        put_added(connection, added)
    for tag in state.tags.values():
        put_tag(connection, tag)
    for assignment in state.assignments.values():
        put_assignment(connection, assignment)
    for translation in state.translations:
        put_translation(connection, translation)
    for search in state.searches.values():
        put_search(connection, search)
    follow_tables.put_all(connection, state)


def clear(connection: Connection) -> None:
    """Remove all that people put on things."""
    follow_tables.clear(connection)
    for table in TABLES:
        connection.execute(delete(table))


def put_handling(connection: Connection, handling: Handling) -> None:
    """Put the handling of a document in the place of what was known."""
    remove(connection, tables.handling, handling.id)
    row = {"id": handling.id, "handling": handling.handling, "body": _body(handling)}
    connection.execute(insert(tables.handling).values(row))


def put_added(connection: Connection, added: Added) -> None:
    """Put in a claim that a person added; that of the claims themselves is for the caller to do."""
    row = {"id": added.id, "document": added.document, "body": _body(added)}
    connection.execute(insert(tables.added).values(row))


def put_tag(connection: Connection, tag: Tag) -> None:
    """Put in a tag."""
    row = {"id": tag.id, "about": tag.about, "name": tag.name, "body": _body(tag)}
    connection.execute(insert(tables.tags).values(row))


def put_assignment(connection: Connection, given: Assignment) -> None:
    """Put in an assignment."""
    row = {"id": given.id, "about": given.about, "person": given.to, "body": _body(given)}
    connection.execute(insert(tables.assignments).values(row))


def put_translation(connection: Connection, made: Translation) -> None:
    """Put in a translation."""
    row = {"id": made.id, "document": made.document, "at": made.at, "body": _body(made)}
    connection.execute(insert(tables.translations).values(row))


def put_search(connection: Connection, search: SavedSearch) -> None:
    """Put in a search."""
    row = {"id": search.id, "person": search.by, "name": search.name, "body": _body(search)}
    connection.execute(insert(tables.searches).values(row))


def close_question(connection: Connection, question: Note) -> None:
    """Put in what a question has become."""
    table = tables.notes
    connection.execute(update(table).where(table.c.id == question.id).values(body=_body(question)))


def remove(connection: Connection, table: Table, name: str) -> None:
    """Remove the row of that id."""
    connection.execute(delete(table).where(table.c.id == name))


def handling(connection: Connection, document: DocumentId) -> Handling | None:
    """The handling of a document, or None when there is no such document."""
    return _one(connection, tables.handling, Handling, id=document)


def added_to(connection: Connection, document: DocumentId) -> list[Added]:
    """The claims that people added to a document, by id."""
    return _all(connection, tables.added, Added, document=document)


def tag(connection: Connection, about: str, name: str) -> Tag | None:
    """The tag of that name on a thing, or None."""
    return _one(connection, tables.tags, Tag, about=about, name=name)


def assignment(connection: Connection, about: str, to: str) -> Assignment | None:
    """The assignment of a thing to a person, or None."""
    return _one(connection, tables.assignments, Assignment, about=about, person=to)


def search(connection: Connection, person: str, name: str) -> SavedSearch | None:
    """A person's search of that name, or None."""
    return _one(connection, tables.searches, SavedSearch, person=person, name=name)


def searches(connection: Connection, person: str) -> list[SavedSearch]:
    """A person's searches, by name."""
    found = _all(connection, tables.searches, SavedSearch, person=person)
    return sorted(found, key=lambda one: (one.name.casefold(), one.name))


def question(connection: Connection, name: str) -> Note | None:
    """The note or question of that id, or None."""
    return _one(connection, tables.notes, Note, id=name)


def tags_on(connection: Connection, abouts: Iterable[str]) -> list[Tag]:
    """The tags on things, by moment."""
    return _by_moment(tag for about in abouts for tag in _all(connection, tables.tags, Tag, about=about))


def assignments_of(connection: Connection, abouts: Iterable[str]) -> list[Assignment]:
    """The assignments of things, by moment."""
    return _by_moment(one for about in abouts for one in _all(connection, tables.assignments, Assignment, about=about))


def translations_of(connection: Connection, document: DocumentId) -> list[Translation]:
    """The translations of a document's passages, by moment."""
    return _by_moment(_all(connection, tables.translations, Translation, document=document))


def _by_moment(found: Iterable[Any]) -> list[Any]:
    return sorted(found, key=lambda one: (one.at, one.id))


def _one(connection: Connection, table: Table, noun: type[Noun], **columns: str) -> Noun | None:
    found = _all(connection, table, noun, **columns)
    return found[0] if found else None


def _all(connection: Connection, table: Table, noun: type[Noun], **columns: str) -> list[Noun]:
    query = select(table.c.body).order_by(table.c.id)
    for name, value in columns.items():
        query = query.where(table.c[name] == value)
    return [msgspec.json.decode(body, type=noun) for (body,) in connection.execute(query)]


def _body(noun: Any) -> str:
    return msgspec.json.encode(noun).decode()
