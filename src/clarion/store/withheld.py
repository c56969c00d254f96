"""What a view would leave out, counted where it lies: no record of the whole case is put together for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from clarion.store import shelf_tables as shelf
from clarion.store import tables


@dataclass(frozen=True, slots=True)
class Held:
    """The documents that a view leaves out, by id, with how many claims and incidents rest on them."""

    documents: tuple[str, ...]
    claims: int
    incidents: int


def withheld(connection: Connection, leaves: Iterable[str], hidden: frozenset[str]) -> Held:
    """What goes when only documents of some handlings leave.

    Args:
        connection: a reading one.
        leaves: the handlings with which a document leaves.
        hidden: documents that the viewer does not see; they, and incidents that rest on them, are not counted.
    """
    of, rests = tables.handling, shelf.rests
    goes = of.c.handling.not_in(tuple(leaves))
    documents = {name for (name,) in connection.execute(select(of.c.id).where(goes))} - hidden
    if not documents:
        return Held((), 0, 0)
    counted = connection.execute(select(shelf.documents.c.id, shelf.documents.c.claims))
    claims = sum(number for name, number in counted if name in documents)
    # ids of incidents lie between these two: a range of the key, where a pattern would look at every row
    incidents = (rests.c.thing >= "inc_", rests.c.thing < "inc`")
    going = select(rests.c.thing).join(of, of.c.id == rests.c.document).where(goes, *incidents).distinct()
    gone = {thing for (thing,) in connection.execute(going)}
    unseen = {thing for name in hidden for (thing,) in connection.execute(_on(name))}
    return Held(tuple(sorted(documents)), claims, len(gone - unseen))


def _on(document: str) -> Select[tuple[str]]:
    return select(shelf.rests.c.thing).where(shelf.rests.c.document == document)
