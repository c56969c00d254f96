"""The seven verbs over a case, each safe to run again, each only doing what is new, and erasing.

Every verb works in small transactions that carry their log entry with them, so a stop at any moment loses at most the
documents in hand, and the next run goes on from there.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from clarion.flow import judged, kept, whole
from clarion.flow.batches import Batch
from clarion.flow.documents import Original, claims_of, originals_inside, read_one
from clarion.flow.gathering import gathered
from clarion.flow.outcome import Outcome, Progress, silent
from clarion.flow.publishing import publish
from clarion.flow.versions import is_current, versions
from clarion.model.errors import BrokenSeal
from clarion.model.ids import DocumentId
from clarion.model.nouns import Document, Judgement
from clarion.read import IsolatedReader
from clarion.store import erasing, originals, people, readings, work
from clarion.store.erasing import Erased
from clarion.store.folder import CaseFolder
from clarion.store.state import State
from clarion.store.work import Arrival

__all__ = ["assess", "erase", "extract", "judge", "preserve", "publish", "read", "reconcile", "respond"]


def preserve(
    case: CaseFolder,
    paths: Iterable[str | PathLike[str]],
    *,
    given: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Take documents in. What is in the case already adds nothing."""
    outcome = Outcome()
    with case.working():
        state = case.state()
        batch = Batch[Arrival](lambda arrivals: _take_in(case, state, arrivals, outcome))
        for seen, original in enumerate(gathered(paths, outcome)):
            progress("preserving", seen, None)
            batch.add(_arrival(original, given or {}), size=len(original.content))
        batch.finish()
    return outcome


def read(case: CaseFolder, *, progress: Progress = silent) -> Outcome:
    """Read what this engine has not read yet, with what lies inside it."""
    outcome = Outcome()
    with case.working(), IsolatedReader() as reader:
        state = case.state()
        queue = deque(document for document in state.documents if _is_unread(state, document))
        batch = Batch[Document](lambda documents: _keep_texts(case, state, documents, outcome))
        seen = 0
        while queue:
            progress("reading", seen, seen + len(queue))
            document, seen = queue.popleft(), seen + 1
            content = _load(case, state, document, outcome)
            if content is None:
                continue
            found = read_one(reader, content, document, state.sighting(document), state.sheets.get(document))
            inside = [_arrival(original, {}) for original in originals_inside(found)]
            queue.extend(work.take_in(case, state, inside))
            for problem in found.document.problems:
                outcome.add(found.document.path, problem, document)
            batch.add(found.document, size=len(found.document.text or ""))
        batch.finish()
    return outcome


def extract(case: CaseFolder, *, progress: Progress = silent) -> Outcome:
    """Find the claims of what was read and not searched yet by this engine."""
    outcome = Outcome()
    with case.working():
        state = case.state()
        todo = [
            document
            for document in sorted(state.read)
            if document in state.unclaimed or not is_current(state.extracted.get(document))
        ]
        batch = Batch[work.Found](lambda found: _keep_claims(case, state, found, outcome))
        for done, document in enumerate(todo):
            progress("extracting", done, len(todo))
            with case.reading() as connection:
                text = readings.load_text(connection, document, state.sighting(document), with_claims=False)
            if text is not None:
                found = claims_of(text)
                if found.problem:
                    outcome.add(text.path, found.problem, document)
                batch.add(work.Found(document, tuple(found.claims), found.problem), size=len(text.text or ""))
        batch.finish()
    return outcome


def reconcile(case: CaseFolder, *, progress: Progress = silent) -> Outcome:
    """Join claims into incidents, if claims or judgements changed. What rested on older incidents is removed."""
    with case.working():
        return _do_step(case, "reconcile", progress)


def assess(case: CaseFolder, *, progress: Progress = silent) -> Outcome:
    """Hold incidents against norms, if incidents changed."""
    with case.working():
        return _do_step(case, "assess", progress)


def respond(case: CaseFolder, *, progress: Progress = silent) -> Outcome:
    """Work out asks and actions, if claims or voices changed."""
    with case.working():
        return _do_step(case, "respond", progress)


def erase(case: CaseFolder, named: str, reason: str) -> Erased:
    """Erase a document and do again, without it, what had been done over the whole case.

    Raises:
        BadRequest: no document or more than one fits, it came inside another one, or the reason is empty.
    """
    with case.working():
        before = case.state()
        kept.forget(case)
        erased = erasing.erase(case, erasing.find_document(before, named), reason)
        for step in whole.STEPS:
            if step in before.runs:
                _do_step(case, step, silent)
    return erased


def judge(case: CaseFolder, said: people.Said) -> Judgement:
    """Add a person's word. A correction of a claim must fit it, and a word on incidents must name what it needs.

    Raises:
        BadRequest: nothing has that id, the reason is empty, or the value fits no claim.
    """
    with case.reading() as connection:
        judged.check_said(connection, said)
    return people.judge(case, said)


def _do_step(case: CaseFolder, step: str, progress: Progress) -> Outcome:
    outcome = Outcome()
    state = case.state()
    progress(step, 0, None)
    with case.reading() as connection:
        basis = whole.basis_of(connection, state, step)
        if basis is None or whole.is_done(state, step, basis):
            return outcome
        if step == "reconcile":
            nouns: tuple[tuple[Any, ...], ...] = kept.of(case).reconcile(connection, state, basis.within)
        else:
            nouns = whole.work_out(connection, step, basis)
    with case.writing() as writing:
        work.keep_run(writing, state, step, basis.run, nouns)
    outcome.done = len(nouns[-1]) if step == "reconcile" else sum(map(len, nouns))
    return outcome


def _is_unread(state: State, document: DocumentId) -> bool:
    return document in state.unlike or not is_current(state.read.get(document))


def _arrival(original: Original, given: Mapping[str, str]) -> Arrival:
    return Arrival(original.id, original.content, original.sighting, given)


def _take_in(case: CaseFolder, state: State, arrivals: list[Arrival], outcome: Outcome) -> None:
    outcome.done += len(work.take_in(case, state, arrivals))


def _load(case: CaseFolder, state: State, document: DocumentId, outcome: Outcome) -> bytes | None:
    try:
        return originals.load(case.originals, document)
    except BrokenSeal as problem:
        outcome.add(state.sighting(document).path, problem, document)
        return None


def _keep_texts(case: CaseFolder, state: State, documents: list[Document], outcome: Outcome) -> None:
    with case.writing() as writing:
        work.keep_texts(writing, state, documents, versions())
    outcome.done += len(documents)


def _keep_claims(case: CaseFolder, state: State, found: list[work.Found], outcome: Outcome) -> None:
    with case.writing() as writing:
        work.keep_claims(writing, state, found, versions())
    outcome.done += len(found)
