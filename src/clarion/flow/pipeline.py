"""Reports in, record out, in memory: the seven verbs without a case."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from os import PathLike

from clarion.flow import steps
from clarion.flow.documents import Original, claims_of, originals_inside, read_one
from clarion.flow.gathering import gathered
from clarion.flow.ordering import ordered
from clarion.flow.outcome import Outcome, Progress, silent
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document
from clarion.model.record import Record
from clarion.read import IsolatedReader
from clarion.store.sightings import Sighting, standing


def record(paths: Iterable[str | PathLike[str]]) -> Record:
    """The record of the documents at these paths, files or folders. Needs no case and keeps nothing.

    Whatever cannot be read stands in the record's documents with its problems.
    """
    return make_record(paths)[0]


def make_record(paths: Iterable[str | PathLike[str]], *, progress: Progress = silent) -> tuple[Record, Outcome]:
    """The record, and a line for each thing that could not be done."""
    outcome = Outcome()
    with IsolatedReader() as reader:
        documents, claims = _read_all(reader, paths, outcome, progress)
    documents.sort(key=lambda document: document.id)
    claims.sort(key=lambda claim: (claim.document, claim.span, claim.id))
    progress("reconciling", 0, None)
    return whole(documents, claims), outcome


def whole(documents: Sequence[Document], claims: Sequence[Claim]) -> Record:
    """The record of documents and their claims: incidents, findings, asks and actions worked out."""
    readable = [document for document in documents if document.text is not None]
    voices, incidents = steps.reconcile(readable, claims)
    (findings,) = steps.assess(incidents, claims, readable)
    asks, actions = steps.respond(readable, claims)
    return ordered(
        Record(
            documents=tuple(documents),
            claims=tuple(claims),
            voices=tuple(voices),
            incidents=tuple(incidents),
            findings=tuple(findings),
            asks=tuple(asks),
            actions=tuple(actions),
        )
    )


def _read_all(
    reader: IsolatedReader, paths: Iterable[str | PathLike[str]], outcome: Outcome, progress: Progress
) -> tuple[list[Document], list[Claim]]:
    known: dict[DocumentId, Document] = {}
    sightings: dict[DocumentId, set[Sighting]] = {}
    claims: list[Claim] = []
    queue: deque[Original] = deque()
    for given in gathered(paths, outcome):
        queue.append(given)
        while queue:
            original = queue.popleft()
            sightings.setdefault(original.id, set()).add(original.sighting)
            if original.id not in known:
                read = read_one(reader, original.content, original.id, original.sighting)
                found = claims_of(read.document)
                known[original.id] = _with_problem(read.document, found.problem)
                claims.extend(found.claims)
                queue.extend(originals_inside(read))
                progress("reading", len(known), None)
    documents = [_at(document, standing(sightings, document.id)) for document in known.values()]
    for document in sorted(documents, key=lambda one: (one.path, one.id)):
        for problem in document.problems:
            outcome.add(document.path, problem)
    outcome.done = len(documents)
    return documents, claims


def _at(document: Document, sighting: Sighting) -> Document:
    return replace(document, path=sighting.path, part_of=sighting.part_of)


def _with_problem(document: Document, problem: str | None) -> Document:
    return replace(document, problems=(*document.problems, problem)) if problem else document
