"""The tables of interventions and their steps: putting them in, taking them out, finding them.

What an intervention rests on stands in `rests`, with that of incidents and asks, so that one rule hides all of them.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from clarion.model.ids import DocumentId
from clarion.model.interventions import Intervention, Step
from clarion.store import shelf_tables, tables
from clarion.store.state import State

TABLES = (tables.interventions, tables.approached, tables.steps)

Noun = TypeVar("Noun")

# SQLite takes at most 32766 values in one statement
_MANY = 500


def put_all(connection: Connection, state: State) -> None:
    """Put all interventions and steps that a log tells into tables that are empty."""
    for one in state.interventions.values():
        put_intervention(connection, one, state.ties[one.id])
    for step in state.steps:
        put_step(connection, step, state.ties[step.intervention])


def clear(connection: Connection) -> None:
    """Remove all interventions, their steps and what they rest on."""
    rests = shelf_tables.rests
    connection.execute(delete(rests).where(rests.c.thing.in_(select(tables.interventions.c.id))))
    for table in TABLES:
        connection.execute(delete(table))


def put_intervention(connection: Connection, one: Intervention, documents: Iterable[DocumentId]) -> None:
    """Put in an intervention with the documents that it rests on."""
    row = {"id": one.id, "addressee": one.addressee.id, "follows": one.follows, "at": one.at, "body": _body(one)}
    connection.execute(insert(tables.interventions).values(row))
    for about in dict.fromkeys(one.about):
        named = {"id": f"{one.id} {about}", "intervention": one.id, "about": about}
        connection.execute(insert(tables.approached).values(named))
    _tie(connection, one.id, documents)


def put_step(connection: Connection, step: Step, documents: Iterable[DocumentId]) -> None:
    """Put in a step with the documents on which the intervention rests since."""
    row = {"id": step.id, "intervention": step.intervention, "kind": step.kind.value, "day": step.day}
    connection.execute(insert(tables.steps).values(row | {"body": _body(step)}))
    _tie(connection, step.intervention, documents)


def intervention(connection: Connection, name: str) -> Intervention | None:
    """The intervention of that id, or None."""
    found = interventions(connection, [name])
    return found[0] if found else None


def interventions(connection: Connection, names: Sequence[str] | None = None) -> list[Intervention]:
    """All interventions, or those of these ids, in the order of the log."""
    return _all(connection, tables.interventions, "id", names, Intervention)


def interventions_about(connection: Connection, about: str) -> list[Intervention]:
    """The interventions about an ask, an action or an incident, in the order of the log."""
    table = tables.approached
    found = connection.execute(select(table.c.intervention).where(table.c.about == about))
    return interventions(connection, [name for (name,) in found])


def interventions_with(connection: Connection, addressee: str) -> list[Intervention]:
    """The interventions with an addressee, by the id of it, in the order of the log."""
    return _all(connection, tables.interventions, "addressee", [addressee], Intervention)


def interventions_after(connection: Connection, name: str) -> list[Intervention]:
    """The interventions to which one was escalated, in the order of the log."""
    return _all(connection, tables.interventions, "follows", [name], Intervention)


def steps(connection: Connection, names: Sequence[str] | None = None) -> list[Step]:
    """All steps, or those of these interventions, in the order of the log."""
    return _all(connection, tables.steps, "intervention", names, Step)


def documents_of(connection: Connection, name: str) -> list[DocumentId]:
    """The documents that an intervention rests on, by id; its answers are not among them."""
    rests = shelf_tables.rests
    query = select(rests.c.document).where(rests.c.thing == name).order_by(rests.c.document)
    return [DocumentId(document) for (document,) in connection.execute(query)]


def _tie(connection: Connection, name: str, documents: Iterable[DocumentId]) -> None:
    fresh = sorted(set(documents) - set(documents_of(connection, name)))
    if fresh:
        rows = [{"thing": name, "document": document} for document in fresh]
        connection.execute(insert(shelf_tables.rests), rows)


def _all(
    connection: Connection, table: Table, column: str, values: Sequence[str] | None, noun: type[Noun]
) -> list[Noun]:
    query = select(table.c.row, table.c.body)
    if values is None:
        found = list(connection.execute(query))
    else:
        found = []
        for at in range(0, len(values), _MANY):
            found += connection.execute(query.where(table.c[column].in_(values[at : at + _MANY])))
    return [msgspec.json.decode(body, type=noun) for _, body in sorted(found, key=lambda row: int(row[0]))]


def _body(noun: Any) -> str:
    return msgspec.json.encode(noun).decode()
