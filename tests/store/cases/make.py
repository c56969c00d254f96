"""Make the case that is kept for the present format: `python tests/store/cases/make.py`.

To be run once for each version of the log format, never again: the point of a kept case is that it is old.
"""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from clarion.model import (
    Claim,
    Document,
    DocumentId,
    JudgementVerdict,
    Place,
    PlaceRole,
    Publication,
    StanceKind,
    View,
    claim_id,
    document_id,
)
from clarion.model.interventions import (
    Addressee,
    AddresseeKind,
    Contact,
    ContactKind,
    Holder,
    InterventionKind,
    Letter,
    Response,
    StepKind,
)
from clarion.store import erasing, following, marking, people, redactions, work
from clarion.store.entries import FORMAT
from clarion.store.folder import CaseFolder
from clarion.store.log import heads
from clarion.store.sightings import Sighting
from clarion.store.state import Run
from clarion.store.work import Arrival, Found, Versions

HERE = Path(__file__).parent
TEXTS = {
    "harbour.txt": "Two people were held at the harbour of Quellwater on 3 May 2023.",
    "border.txt": "Guards sent nine families back across the river Ammer. 北京大学",
    "gone.txt": "This document was erased.",
}


def make(folder: Path) -> None:
    """Fill a case with every kind of entry, by two installations."""
    case = CaseFolder.open(folder, create=True)
    state = case.state()
    documents = [Document(document_id(text.encode()), path, "text/plain", text=text) for path, text in TEXTS.items()]
    with case.working():
        for one in documents:
            sighting = Sighting(False, one.path, None)
            work.take_in(case, state, [Arrival(one.id, (one.text or "").encode(), sighting, {"consent": "full"})])
        with case.writing() as writing:
            work.keep_texts(writing, state, documents, Versions("engine-1", "reference-1"))
            found = [Found(one.id, (_claim(one),)) for one in documents]
            work.keep_claims(writing, state, found, Versions("engine-1", "reference-1"))
        erasing.erase(case, document_id(TEXTS["gone.txt"].encode()), "to be tested")
        state = case.state()
        with case.writing() as writing:
            run = Run("engine-1", "reference-1", "inputs", "", work.scope_now(writing.connection))
            for step, tables in (("reconcile", 2), ("assess", 1), ("respond", 2)):
                work.keep_run(writing, state, step, run, [[]] * tables)
    claim = _claim(documents[0])
    people.judge(case, people.Said(claim.id, JudgementVerdict.ACCEPT, "seen"))
    people.note(case, documents[0].id, "call the harbour master")
    people.note(case, claim.id, "who gave the order?", question=True)
    os.environ["CLARION_HOME"] += "-other"
    people.judge(case, people.Said(claim.id, JudgementVerdict.UNSURE, "seen by one of us only"))
    if FORMAT > 1:
        _mark(case, documents[0].id, claim)
    if FORMAT > 2:
        _follow(case, documents, claim)
        _redact(case, documents[0])
    with case.writing() as writing:
        shown = tuple(head.hash for head in heads(writing.connection))
        people.log_publication(writing, Publication(View.SEALED, "00" * 32, shown, 0, "", "d.html"), "00" * 32)
        writing.log.append("backup", {"by": "Test Person", "path": "b"})
    case.close()


def _mark(case: CaseFolder, document: DocumentId, claim: Claim) -> None:
    """What people put on things, as format 2 knows it."""
    with case.writing() as writing:
        question = next(note for note in case.state().notes if note.kind == "question")
        marking.close_question(writing, question.id, "the harbour master")
        marking.tag(writing, document, "urgent")
        marking.tag(writing, claim.id, "night")
        marking.untag(writing, claim.id, "night")
        marking.assign(writing, claim.id, "Ada")
        marking.assign(writing, document, "Ada")
        marking.unassign(writing, document, "Ada")
        marking.translate(writing, marking.Passage(document, (0, 10), "ko", "두 사람"))
        marking.save_search(writing, "mine", "claims", "act=detention")
        marking.handle(writing, document, "sealed", ("Ada",), "she asked for it")
        cue = (4, 10)
        more = replace(claim, id=claim_id(document, cue, "detention", 0), cue=cue, method="person")
        marking.add_claim(writing, more, "missed")


def _follow(case: CaseFolder, documents: list[Document], claim: Claim) -> None:
    """An approach to a minister and what became of it, as format 3 knows it."""
    minister = Addressee(
        id="adr_harbours",
        name="Minister of Harbours",
        kind=AddresseeKind.POST,
        state="state:GR",
        place=Place("Quellwater", PlaceRole.AT, lat=37.9, lon=23.7),
        contacts=(Contact(ContactKind.EMAIL, "minister@harbours.example"),),
        holders=(Holder("A. Person", start="2023-01-02", title="H.E."),),
    )
    letter = Letter("appeal", "en", ("Minister of Harbours",), "2023-06-01", "Two held", "Release them.", (claim.id,))
    with case.writing() as writing:
        begun = following.Begun(InterventionKind.LETTER, (claim.id,), minister, letter)
        made = following.begin(writing, begun)
        answered = documents[1].id
        for happened in (
            following.Happened(made.id, StepKind.SENT, "2023-06-02", words="by post", until="2023-07-02"),
            following.Happened(made.id, StepKind.ANSWERED, "2023-06-20", words="they will look", document=answered),
            following.Happened(made.id, StepKind.OUTCOME, "2023-06-21", value=Response.TOKEN.value),
        ):
            following.happen(writing, happened)


def _redact(case: CaseFolder, document: Document) -> None:
    """A redacted copy and what was disclosed of it, as format 3 knows it."""
    made = redactions.Redaction(document.id, "public", "11" * 32, "22" * 32, ((0, 3), (3, 64)), 1, "copy.html")
    with case.writing() as writing:
        redactions.log_redaction(writing, made)
        redactions.log_disclosure(writing, made, [1], "for the court", "court.json")


def _claim(document: Document) -> Claim:
    cue = (0, 3)
    name = claim_id(document.id, cue, "detention", 0)
    text = document.text or ""
    return Claim(name, document.id, (0, 20), text[:20], cue, "detention", StanceKind.ASSERTED, method="rule:test/1")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["CLARION_HOME"], os.environ["CLARION_NAME"] = f"{scratch}/home", "Test Person"
        make(Path(scratch) / "case")
        shutil.make_archive(str(HERE / f"format-{FORMAT}"), "zip", Path(scratch) / "case")
