"""Interventions and what becomes of them, each a new entry of the log; an entry is tied to the documents it rests on.

An intervention rests on the documents of what it is about and of the claims that its letters use. The document that
answers it is tied to the step that says so, and to nothing else: who may not see the answer still sees that one came.
"""

from dataclasses import dataclass
from typing import Any

import msgspec

from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.interventions import Addressee, Intervention, InterventionKind, Letter, Step, StepKind
from clarion.store import follow_tables, people
from clarion.store.canonical import Value
from clarion.store.folder import Connection, Writing
from clarion.store.keys import person
from clarion.store.said import intervention_of, step_of, tied_to


@dataclass(frozen=True, slots=True)
class Begun:
    """An approach to an addressee as it is begun. `follows` is the intervention that is put to a next body."""

    kind: InterventionKind
    about: tuple[str, ...]
    addressee: Addressee
    letter: Letter | None = None
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened to an intervention, as a person or the mail says. `day` is ISO 8601; the rest as in `Step`."""

    intervention: str
    kind: StepKind
    day: str
    words: str = ""
    value: str | None = None
    until: str | None = None
    document: DocumentId | None = None
    letter: Letter | None = None


def begin(writing: Writing, begun: Begun) -> Intervention:
    """Begin an intervention.

    Raises:
        BadRequest: it is about nothing, or about something that the case does not hold.
    """
    connection = writing.connection
    if not begun.about:
        raise BadRequest("an intervention needs what it is about: the id of an ask, an action or an incident")
    if begun.follows is not None and follow_tables.intervention(connection, begun.follows) is None:
        raise BadRequest(f"the case has no intervention {begun.follows}")
    documents = {document for about in begun.about for document in _documents_of(connection, about)}
    values: dict[str, Value] = {"by": person(), "about": list(begun.about), "kind": begun.kind.value}
    # as texts: canonical JSON has no numbers with a fraction, and the place of an office has
    values |= {"addressee": _text(begun.addressee), "follows": begun.follows}
    if begun.letter is not None:
        documents |= _documents_of_letter(connection, begun.letter)
        values["letter"] = _text(begun.letter)
    logged = writing.log.append("intervention", values | _tied(documents))
    made = intervention_of(logged)
    assert made is not None
    follow_tables.put_intervention(connection, made, tied_to(logged))
    return made


def happen(writing: Writing, happened: Happened) -> Step:
    """Note what happened to an intervention.

    Raises:
        BadRequest: there is no such intervention or document.
    """
    connection = writing.connection
    if follow_tables.intervention(connection, happened.intervention) is None:
        raise BadRequest(f"the case has no intervention {happened.intervention}; see: clarion follow CASE")
    documents = set(follow_tables.documents_of(connection, happened.intervention))
    values: dict[str, Value] = {"by": person(), "about": happened.intervention, "step": happened.kind.value}
    values |= {"day": happened.day, "words": happened.words, "value": happened.value, "until": happened.until}
    if happened.letter is not None:
        documents |= _documents_of_letter(connection, happened.letter)
        values["letter"] = _text(happened.letter)
    values |= _tied(documents)
    if happened.document is not None:
        _documents_of(connection, happened.document)
        values["answer"] = happened.document
    logged = writing.log.append("step", values)
    made = step_of(logged)
    assert made is not None
    follow_tables.put_step(connection, made, tied_to(logged))
    return made


def _documents_of(connection: Connection, about: str) -> set[DocumentId]:
    return {DocumentId(str(document)) for document in people.rests_on(connection, about).values()}


def _documents_of_letter(connection: Connection, letter: Letter) -> set[DocumentId]:
    found = (people.documents_of(connection, claim) or [] for claim in letter.claims)
    return {document for documents in found for document in documents}


def _tied(documents: set[DocumentId]) -> dict[str, Value]:
    # each in a part of its own, so that erasing one document does not take away the others
    return {f"document/{at}": document for at, document in enumerate(sorted(documents))}


def _text(noun: Any) -> str:
    return msgspec.json.encode(noun).decode()
