"""What a person may see: the one rule by which a document, and all that rests on it, is hidden.

A document is hidden from a person when it is sealed and the person is neither named for it nor brought it in; one that
came inside a hidden document is hidden with it. Whatever rests on a hidden document is hidden: a claim in it, an
incident of which any claim, denial, rival, warning, answer, correction or origin lies in it, the findings on such an
incident, an ask or an action of which any claim lies in it, an intervention about any of these or with a letter that
uses a claim in it. Of a step that a hidden document answers, only that it took place is shown. A voice is hidden when
all documents that it speaks in are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import Connection, select

from clarion.model.interventions import Step
from clarion.store import shelf_tables as shelf
from clarion.store import tables
from clarion.store.marks import SEALED, Handling

# SQLite takes at most 32766 values in one statement
_MANY = 500


# where a thing that rests on documents stands
_THINGS = (*shelf.SHELVES, tables.interventions)


class Sight:
    """What one person may see in one state of a case."""

    def __init__(self, connection: Connection, viewer: str, hidden: frozenset[str] | None = None) -> None:
        self.connection = connection
        self.viewer = viewer
        self.hidden = _hidden(connection, viewer) if hidden is None else hidden
        self._resting: list[frozenset[str]] = []

    def within(self, connection: Connection) -> "Sight":
        """The same sight in another transaction that sees the same state of the case."""
        other = Sight(connection, self.viewer, self.hidden)
        other._resting = self._resting
        return other

    @property
    def is_whole(self) -> bool:
        """Whether nothing is hidden."""
        return not self.hidden

    @property
    def resting(self) -> frozenset[str]:
        """The ids of incidents, findings, asks, actions, interventions and voices of which a document is hidden."""
        if not self._resting:
            table = shelf.rests
            self._resting.append(frozenset(_in(self.connection, table.c.thing, table.c.document, self.hidden)))
        return self._resting[0]

    def hides(self, about: str | None) -> bool:
        """Whether a thing with an id is hidden: a document, claim, incident, finding, ask, action, voice, word or mark.

        A thing that is not there any more is shown only where nothing is hidden at all, since what it rested on cannot
        be told.
        """
        if not about or self.is_whole:
            return False
        if about.startswith("sha256:"):
            return about in self.hidden or not self._is_there(about)
        if about.startswith("clm_"):
            table = shelf.claims
            document = self.connection.execute(select(table.c.document).where(table.c.id == about)).scalar()
            return document is None or document in self.hidden
        if about.startswith("voi_"):
            return self.hides_voice(about)
        if about.startswith(("jdg_", "note_")):
            table = tables.judgements if about.startswith("jdg_") else tables.notes
            of = self.connection.execute(select(table.c.about).where(table.c.id == about)).scalar()
            return of is None or self.hides(of)
        return about in self.resting or not self._is_there(about)

    def hides_voice(self, name: str) -> bool:
        """Whether a voice speaks in hidden documents only."""
        table = shelf.rests
        if name not in self.resting:
            return not self._is_there(name)
        found = self.connection.execute(select(table.c.document).where(table.c.thing == name))
        return all(document in self.hidden for (document,) in found)

    def shown(self, abouts: Iterable[str]) -> list[str]:
        """Those of these things that are not hidden, in the same order."""
        return [about for about in abouts if not self.hides(about)]

    def shown_step(self, step: Step) -> Step:
        """A step without what a hidden document says, so that who may not see an answer still sees that one came."""
        if step.document is None or step.document not in self.hidden:
            return step
        return replace(step, words="", value=None, until=None, document=None, letter=None)

    def _is_there(self, about: str) -> bool:
        return any(self.connection.execute(select(table.c.row).where(table.c.id == about)).first() for table in _THINGS)


def _hidden(connection: Connection, viewer: str) -> frozenset[str]:
    table = tables.handling
    bodies = connection.execute(select(table.c.body).where(table.c.handling == SEALED))
    held = [msgspec.json.decode(body, type=Handling) for (body,) in bodies]
    hidden = {str(one.id) for one in held if one.hides_from(viewer)}
    seen = {str(one.id) for one in held} - hidden
    inside = hidden
    of = shelf.documents
    while inside:
        # a part that has a handling of its own and names the viewer stays seen
        inside = set(_in(connection, of.c.id, of.c.part_of, inside)) - hidden - seen
        hidden |= inside
    return frozenset(hidden)


def _in(connection: Connection, wanted: object, column: object, values: Iterable[str]) -> Iterable[str]:
    held: Sequence[str] = sorted(values)
    for at in range(0, len(held), _MANY):
        query = select(wanted).where(column.in_(held[at : at + _MANY])).distinct()  # type: ignore[call-overload,attr-defined]
        for (value,) in connection.execute(query):
            yield str(value)
