"""What can be said at a desk. Each command makes entries of the log by the viewer's name."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TypeVar

from clarion.flow.desk import details, judging, leaving, marking, sheeting, taking, working
from clarion.flow.desk import handling as handlings
from clarion.flow.desk.adding import Missed, add_claim
from clarion.flow.desk.problems import problems_for
from clarion.flow.desk.results import Batch, Given, Judged, Progress, SheetColumns, TakenIn, Upload, Withheld
from clarion.flow.desk.sitting import Sitting
from clarion.flow.judged import verdict_of
from clarion.model.ids import ActId, DocumentId
from clarion.model.nouns import Claim, Judgement, Publication, Span
from clarion.model.vocabulary import JudgementVerdict, StanceKind, View
from clarion.store.marking import Passage
from clarion.store.marks import Assignment, Closing, Handling, SavedSearch, Tag, Translation
from clarion.store.people import Said
from clarion.store.state import Note

Made = TypeVar("Made")

_NO_GIVEN = Given()


class Writing(Sitting):
    """The commands of a desk.

    Each refuses what it cannot do with `BadRequest`, in one line that says what to do. What the viewer may not see is
    refused as if it were not there.
    """

    def _worked(self, made: Made) -> Made:
        """What a command made, after asking for the work that follows from it."""
        working.of(self._folder).ask(self.viewer.name)
        return made

    # judging

    def judge(
        self,
        about: str,
        verdict: str | JudgementVerdict,
        reason: str,
        *,
        value: str | None = None,
        answers: str | None = None,
    ) -> Judged:
        """Say a word on a claim, incident, voice, finding, ask, action, document or judgement.

        `value` is as in `Case.judge`. `answers` names the judgement that the person saw; when a newer one stands by
        now, both stand and the newer one comes back in `beside`. Left out, the last word is answered.
        """
        said = Said(about, verdict_of(verdict), reason, value, answers)
        return self._worked(judging.judge(self._folder, self.viewer, said))

    def last_word(self, about: str) -> Judgement | None:
        """The newest judgement on a thing that was not taken back, or None."""
        return judging.last_word(self._folder, self.viewer, about)

    def undo(self, judgement: str, reason: str) -> Judged:
        """Take a judgement back: what stood before it stands again."""
        return self._worked(judging.undo(self._folder, self.viewer, judgement, reason))

    def judge_many(
        self, abouts: Iterable[str], verdict: str | JudgementVerdict, reason: str, *, value: str | None = None
    ) -> Batch:
        """Say one word on many things in one transaction. What cannot be judged so is left out and named."""
        said = Said("", verdict_of(verdict), reason, value)
        return self._worked(judging.judge_many(self._folder, self.viewer, abouts, said))

    def undo_batch(self, batch: str, reason: str) -> Batch:
        """Take back all judgements of a batch that were not taken back yet."""
        return self._worked(judging.undo_batch(self._folder, self.viewer, batch, reason))

    def merge(self, incident: str, other: str, reason: str) -> Judged:
        """Say that two incidents are one."""
        return self.judge(incident, JudgementVerdict.SAME, reason, value=other)

    def split(self, claim: str, incident: str, reason: str) -> Judged:
        """Say that a claim does not belong to an incident."""
        return self._worked(judging.apart(self._folder, self.viewer, claim, incident, reason))

    def prefer(self, incident: str, value: str, reason: str) -> Judged:
        """Say which figure of an incident is to be shown: a number, a figure as JSON, or the id of a claim."""
        return self.judge(incident, JudgementVerdict.PREFER, reason, value=value)

    # marks

    def note(self, about: str, text: str) -> Note:
        """Add a note."""
        return marking.note(self._folder, self.viewer, about, text)

    def ask_about(self, about: str, text: str) -> Note:
        """Add an open question."""
        return marking.note(self._folder, self.viewer, about, text, question=True)

    def close_question(self, question: str, text: str) -> Closing:
        """Close an open question, named by its id, with what was found out."""
        return marking.close_question(self._folder, self.viewer, question, text)

    def tag(self, about: str, tag: str) -> Tag:
        """Put a tag on a thing; one that it has already comes back as it is."""
        return marking.tag(self._folder, self.viewer, about, tag, on=True)

    def untag(self, about: str, tag: str) -> Tag:
        """Take a tag away. Returns the tag that stood."""
        return marking.tag(self._folder, self.viewer, about, tag, on=False)

    def assign(self, about: str, to: str) -> Assignment:
        """Give a thing to a person to look after; one who has it already keeps it."""
        return marking.assign(self._folder, self.viewer, about, to, on=True)

    def unassign(self, about: str, to: str) -> Assignment:
        """Take a thing off a person's list. Returns the assignment that stood."""
        return marking.assign(self._folder, self.viewer, about, to, on=False)

    def translate(self, document: DocumentId, *, span: Span, language: str, words: str) -> Translation:
        """Put a passage of a document into another language (an ISO 639 code)."""
        return marking.translate(self._folder, self.viewer, Passage(document, span, language, words))

    def save_search(self, name: str, place: str, query: str) -> SavedSearch:
        """Keep a search under a name; one of that name is replaced."""
        return marking.save_search(self._folder, self.viewer, name, place, query)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The viewer's searches, by name."""
        return marking.saved_searches(self._folder, self.viewer)

    def forget_search(self, name: str) -> None:
        """Forget a search of the viewer's."""
        marking.save_search(self._folder, self.viewer, name, "", None)

    # handling

    def set_handling(self, document: DocumentId, handling: str, *, named: Iterable[str] = (), reason: str) -> Handling:
        """Say how a document may be used ("", "sealed", "partner", "public") and who may see it when sealed."""
        return handlings.set_handling(self._folder, self.viewer, document, (handling, named), reason)

    def name_for(self, document: DocumentId, person: str, reason: str = "") -> Handling:
        """Let one more person see a sealed document."""
        return handlings.name_for(self._folder, self.viewer, document, person, reason)

    # claims

    def add_claim(
        self,
        document: DocumentId,
        *,
        cue: Span,
        span: Span,
        act: str | ActId,
        stance: str | StanceKind,
        reason: str,
        value: str | None = None,
    ) -> Claim:
        """Add a claim that the machine missed: `cue` is the act word, `span` the sentence around it.

        `value` is JSON with further fields, as for a correction of a claim.
        """
        missed = Missed(document, cue, span, act, stance, value)
        return self._worked(add_claim(self._folder, self.viewer, missed, reason))

    # taking in

    def take_in(self, what: Iterable[Upload | str | PathLike[str]], given: Given = _NO_GIVEN) -> TakenIn:
        """Take in documents, uploaded or at paths of files and folders; then the work goes on in the background."""
        return self._worked(taking.take_in(self._folder, self.viewer, what, given))

    def type_note(
        self, title: str, text: str, given: Given = _NO_GIVEN, *, written_on: datetime.date | None = None
    ) -> TakenIn:
        """Take in what somebody told, typed by the viewer, as a document of its own."""
        upload = taking.typed(title, text, written_on)
        return self._worked(taking.take_in(self._folder, self.viewer, [upload], given))

    def sheet_columns(self, upload: Upload) -> SheetColumns:
        """The columns of a spreadsheet (CSV, XLSX), to be mapped before it is taken in. Nothing is kept."""
        return sheeting.columns_of(upload)

    def take_in_sheet(
        self, upload: Upload, columns: Mapping[str, str], given: Given = _NO_GIVEN, *, sheet: str | None = None
    ) -> TakenIn:
        """Take in a spreadsheet, each row a passage of it.

        `columns` says what columns hold, by their names: "date", "place", "what", "who", "figure", "source" or
        "other"; columns that are not named are left out of the text and stay in the original.
        """
        mapped = sheeting.mapped(upload, columns, sheet)
        return self._worked(taking.take_in(self._folder, self.viewer, [upload], given, mapped))

    # the work in the background

    def work(self) -> Progress:
        """How the work in the background stands, with the problems that the viewer may see."""
        worker = working.of(self._folder)
        return replace(worker.progress, problems=problems_for(self._folder, self.viewer, worker.problems))

    def start_work(self) -> Progress:
        """Have the work looked after, in case something was left undone."""
        working.of(self._folder).ask(self.viewer.name)
        return self.work()

    # leaving

    def publish(
        self,
        output: str | PathLike[str],
        *,
        view: str | View,
        format: str | None = None,
        incidents: Iterable[str] = (),
    ) -> Publication:
        """Write a publication: the case as it is, or what a view may see of it; all incidents, or those chosen."""
        return leaving.publish(self._folder, self.viewer, (Path(output), view, format), tuple(incidents))

    def release(self, detail: str, document: DocumentId, reason: str) -> Judgement:
        """Let out a detail that a view would withhold, and those of the same words in its document.

        A name is let out only with a consent: recorded with the document, or told in the reason.
        """
        return details.release(self._folder, self.viewer, detail, document, reason)

    def withhold(self, detail: str, document: DocumentId, reason: str) -> Judgement:
        """Take a release back."""
        return details.withhold(self._folder, self.viewer, detail, document, reason)

    def would_withhold(self, view: str | View) -> Withheld:
        """What a publication in a view would leave out, of what the viewer sees."""
        return leaving.would_withhold(self._folder, self.viewer, view)
