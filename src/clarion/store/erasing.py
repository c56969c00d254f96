"""Erasing a document: no trace of it in any file of the case, while the chain of the log still verifies.

What is destroyed: the original, the text, the claims, what rested on them alone, its entries' parts with their salts,
its words in the index, and the pages and write-ahead log that held any of it.
What stays: that something was taken in and erased, when, by which key, and why.
"""

from dataclasses import dataclass

from sqlalchemy import delete

from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.store import dialect, mark_tables, originals, projection, readings, tables
from clarion.store.canonical import Value
from clarion.store.entries import Logged
from clarion.store.folder import LEAVING, SCRUBBING, CaseFolder, Writing
from clarion.store.keys import person
from clarion.store.lock import backing_up, taking_in
from clarion.store.log import erase_parts
from clarion.store.log import read as read_log
from clarion.store.marks import SEALED
from clarion.store.projection import MADE_BY
from clarion.store.state import State, replay
from clarion.store.work import index_all

# what people say of things; each is tied to the documents that it rests on
SAID = (
    "judgement",
    "note",
    "question",
    "closing",
    "tag",
    "untag",
    "assignment",
    "unassignment",
    "translation",
    "handling",
    "claim",
    "redaction",
    "disclosure",
)
# what is done about an ask; a letter may tell in its words of every document that it rests on
FOLLOWED = ("intervention", "step")
_WORDS = ("letter", "words")


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure took away. `publications` made before it are outside the case and may still hold the document."""

    documents: int
    judgements: int
    publications: int


def erase(case: CaseFolder, document: DocumentId, reason: str) -> Erased:
    """Erase a document and what came inside it. The case must be held.

    Raises:
        BadRequest: there is no such document, it came inside another one, or no reason is given.
        CaseInUse: a backup is being written, or another process reads the case, so its pages could not be written
            anew yet.
    """
    with backing_up(case.folder), taking_in(case.folder):
        return _erase(case, document, reason)


def find_document(state: State, named: str) -> DocumentId:
    """The document that a person means: by id, by the first digits of its hash (8 at least) or by path.

    Raises:
        BadRequest: none fits, or more than one does.
    """
    digits = named.removeprefix("sha256:")
    fits = [document for document in state.documents if len(digits) >= 8 and document[7:].startswith(digits)]
    fits = fits or [one for one in state.documents if state.sighting(one).path == named]
    fits = fits or [one for one in state.documents if any(place.path == named for place in state.sightings[one])]
    if not fits:
        raise BadRequest(f"the case has no document {named}; name it by its path or the first digits of its SHA-256")
    if len(fits) > 1:
        raise BadRequest(
            f"{named} fits {len(fits)} documents ({', '.join(one[7:19] for one in fits)}); name one by its SHA-256"
        )
    return fits[0]


def _erase(case: CaseFolder, document: DocumentId, reason: str) -> Erased:
    state = case.state()
    gone = _targets(state, document, reason)
    with case.writing() as writing:
        log = list(read_log(writing.connection))
        pairs = [(one.hash, name) for one in log for name in _parts_about(one, gone)]
        values: dict[str, Value] = {"by": person(), "reason": reason, "documents": len(gone)}
        # the log of a desk shows the reason only where everybody could see what was erased
        values["sealed"] = any(state.handling(one).handling == SEALED for one in gone)
        writing.log.append("erasure", values, pairs)
        erase_parts(writing.connection, pairs)
        left = replay(read_log(writing.connection))
        _remove(writing, gone, left)
        case.announce(writing.connection, [(LEAVING, one) for one in gone])
    for one in gone:
        originals.remove(case.originals, one)
    case.settle([(LEAVING, one) for one in gone], then=[(SCRUBBING, "")])
    case.scrub()
    return Erased(len(gone), len(state.judgements) - len(left.judgements), len(left.publications))


def _targets(state: State, document: DocumentId, reason: str) -> list[DocumentId]:
    if not reason.strip():
        raise BadRequest("an erasure needs a reason; say why with --reason")
    if document not in state.sightings:
        raise BadRequest(f"the case has no document {document}; it may have been erased already")
    parents = sorted({place.part_of for place in state.sightings[document] if place.part_of in state.sightings})
    if parents:
        raise BadRequest(f"document {document[:19]}… came inside {parents[0]}, whose bytes hold it; erase that one")
    gone = {document}
    queue = [document]
    while queue:
        for child in sorted(state.inside.get(queue.pop(), ())):
            # one that was also taken in elsewhere has a place of its own in the case
            inside = all(place.part_of in gone for place in state.sightings[child])
            if inside and child not in gone:
                gone.add(child)
                queue.append(child)
    return sorted(gone)


def _parts_about(logged: Logged, gone: list[DocumentId]) -> list[str]:
    kind = logged.entry.kind
    named = {name for name in logged.parts if name.startswith("document/")}
    if kind == "document":
        hit = logged.value("document") in gone or logged.value("part_of") in gone
        return sorted(logged.parts) if hit else []
    if kind in ("read", "extract"):
        return sorted(name for name in named if logged.value(name)["document"] in gone)
    if kind == "search":
        said = f"{logged.value('name')} {logged.value('query')}"
        return sorted(logged.parts) if any(document.partition(":")[2] in said for document in gone) else []
    if kind in FOLLOWED:
        return _parts_of_approach(logged, named, gone)
    if kind in SAID:
        hits = {name for name in named if logged.value(name) in gone}
        return sorted(logged.parts) if hits and hits == named else sorted(hits)
    return []


def _parts_of_approach(logged: Logged, named: set[str], gone: list[DocumentId]) -> list[str]:
    """All of an approach that rests on the erased alone, else its words; of an answer that goes, what it said."""
    hits = {name for name in named if logged.value(name) in gone}
    answered = logged.value("answer") in gone
    if hits and hits == named and (answered or "answer" not in logged.parts):
        return sorted(logged.parts)
    if answered:
        hits |= {"answer"}
    return sorted(hits | {name for name in _WORDS if hits and name in logged.parts})


def _remove(writing: Writing, gone: list[DocumentId], left: State) -> None:
    connection = writing.connection
    for document in gone:
        projection.remove_document(connection, document)
        readings.forget(connection, document)
    for step in MADE_BY:
        projection.clear_step(connection, step)
    for table in (tables.judgements, tables.notes, tables.publications):
        connection.execute(delete(table))
    projection.put_people(connection, left)
    mark_tables.clear(connection)
    mark_tables.put_all(connection, left)
    # taking single words out would leave them in the index as marks of what was removed
    dialect.drop_words(connection)
    dialect.make_words(connection)
    index_all(connection, left)
