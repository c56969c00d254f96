"""Checking a case against its originals, and making readings and tables again from them."""

from clarion.flow import verbs, whole
from clarion.flow.documents import claims_of, read_one
from clarion.flow.outcome import Outcome, Progress, silent
from clarion.flow.versions import is_current, versions
from clarion.model.errors import BrokenSeal
from clarion.model.ids import DocumentId
from clarion.read import IsolatedReader
from clarion.store import log, originals, projection, readings, work
from clarion.store.checking import Checked, check_case
from clarion.store.folder import CaseFolder, Writing
from clarion.store.state import Stamp, State, replay

_REMEDY = "run: clarion rebuild CASE"


def verify(case: CaseFolder, *, head: str | None = None, progress: Progress = silent) -> Checked:
    """Check log, originals, readings and tables; read originals again where this engine read them.

    What another version of the engine read is compared with the digests in the log.

    Raises:
        BrokenSeal: the first thing that is wrong, and what to do.
    """
    progress("checking log and originals", 0, None)
    checked = check_case(case, head=head)
    with IsolatedReader() as reader:
        for done, document in enumerate(checked.state.documents):
            progress("reading originals again", done, len(checked.state.documents))
            _verify_readings(reader, case, checked.state, document)
    for step in whole.STEPS:
        progress(f"doing {step} again", 0, None)
        _verify_step(case, checked.state, step)
    return checked


def rebuild(case: CaseFolder, *, progress: Progress = silent) -> Outcome:
    """Make readings and tables again, in one transaction: a stop leaves the case as it was.

    Raises:
        BrokenSeal: the log or an original is not what it was.
    """
    _catch_up(case, progress)
    outcome = Outcome()
    with case.working():
        with case.reading() as connection:
            log.check(connection, case.id)
        with case.writing() as writing, IsolatedReader() as reader:
            state = replay(log.read(writing.connection))
            wanted = [step for step in whole.STEPS if step in state.runs]
            work.clear(writing.connection)
            work.place_documents(writing.connection, state)
            for done, document in enumerate(sorted(state.read)):
                progress("rebuilding", done, len(state.read))
                _remake(reader, case, writing, state, document)
            for step in wanted:
                _remake_step(writing, state, step)
            projection.put_people(writing.connection, state)
            outcome.done = len(state.documents)
    return outcome


def _catch_up(case: CaseFolder, progress: Progress) -> None:
    """Let a newer engine read first, because it may find documents inside others that must be taken in."""
    state = case.state()
    if not case.has_other_tables and any(not is_current(stamp) for stamp in state.read.values()):
        verbs.read(case, progress=progress)
        if state.extracted:
            verbs.extract(case, progress=progress)


def _verify_readings(reader: IsolatedReader, case: CaseFolder, state: State, document: DocumentId) -> None:
    read, extracted = state.read.get(document), state.extracted.get(document)
    if not is_current(read) or document in state.unlike:
        return
    sighting = state.sighting(document)
    content = originals.load(case.originals, document)
    found = read_one(reader, content, document, sighting, state.sheets.get(document))
    _compare(document, "text", read, readings.text_value(found.document))
    if is_current(extracted) and document not in state.unclaimed:
        claims = claims_of(found.document)
        _compare(document, "claims", extracted, readings.claims_value(claims.claims, claims.problem))


def _compare(document: DocumentId, stage: str, stamp: Stamp | None, value: str) -> None:
    if stamp is None or readings.digest_of(value) != stamp.digest:
        raise BrokenSeal(f"the {stage} of document {document} is not what its original gives; {_REMEDY}")


def _verify_step(case: CaseFolder, state: State, step: str) -> None:
    run = state.runs.get(step)
    if run is None:
        return
    with case.reading() as connection:
        basis = whole.basis_of(connection, state, step, run.scope)
        if basis is None or not whole.is_done(state, step, basis):
            return  # claims were found anew since, or by another engine; the log's digest was compared already
        nouns = whole.work_out(connection, step, basis)
    if projection.digest_of_step(step, *nouns) != run.digest:
        raise BrokenSeal(f"what {step} made is not what log and originals give; {_REMEDY}")


def _remake(reader: IsolatedReader, case: CaseFolder, writing: Writing, state: State, document: DocumentId) -> None:
    content = originals.load(case.originals, document)
    found = read_one(reader, content, document, state.sighting(document), state.sheets.get(document))
    work.keep_texts(writing, state, [found.document], versions())
    if document in state.extracted:
        claims = claims_of(found.document)
        made = work.Found(document, tuple(claims.claims), claims.problem)
        work.keep_claims(writing, state, [made], versions())


def _remake_step(writing: Writing, state: State, step: str) -> None:
    run = state.runs.get(step)
    scope = run.scope if run and step == "reconcile" else None
    basis = whole.basis_of(writing.connection, state, step, scope)
    if basis is not None:
        work.keep_run(writing, state, step, basis.run, whole.work_out(writing.connection, step, basis))
