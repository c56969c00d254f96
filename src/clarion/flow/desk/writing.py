"""What can be said at a desk. Each command makes entries of the log by the viewer's name."""

import datetime
from collections.abc import Iterable, Mapping
from os import PathLike

from clarion.flow.desk.results import Batch, Given, Judged, Progress, SheetColumns, TakenIn, Upload
from clarion.flow.desk.sitting import Sitting
from clarion.model.ids import ActId, DocumentId
from clarion.model.nouns import Claim, Judgement, Publication, Span
from clarion.model.vocabulary import JudgementVerdict, StanceKind, View
from clarion.store.marks import Assignment, Closing, Handling, SavedSearch, Tag, Translation
from clarion.store.state import Note

_NO_GIVEN = Given()


class Writing(Sitting):
    """The commands of a desk.

    Each refuses what it cannot do with `BadRequest`, in one line that says what to do. What the viewer may not see is
    refused as if it were not there.
    """

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
        raise NotImplementedError

    def last_word(self, about: str) -> Judgement | None:
        """The newest judgement on a thing that was not taken back, or None."""
        raise NotImplementedError

    def undo(self, judgement: str, reason: str) -> Judged:
        """Take a judgement back: what stood before it stands again."""
        raise NotImplementedError

    def judge_many(
        self, abouts: Iterable[str], verdict: str | JudgementVerdict, reason: str, *, value: str | None = None
    ) -> Batch:
        """Say one word on many things in one transaction. What cannot be judged so is left out and named."""
        raise NotImplementedError

    def undo_batch(self, batch: str, reason: str) -> Batch:
        """Take back all judgements of a batch that were not taken back yet."""
        raise NotImplementedError

    def merge(self, incident: str, other: str, reason: str) -> Judged:
        """Say that two incidents are one."""
        raise NotImplementedError

    def split(self, claim: str, incident: str, reason: str) -> Judged:
        """Say that a claim does not belong to an incident."""
        raise NotImplementedError

    def prefer(self, incident: str, value: str, reason: str) -> Judged:
        """Say which figure of an incident is to be shown: a number, a figure as JSON, or the id of a claim."""
        raise NotImplementedError

    # marks

    def note(self, about: str, text: str) -> Note:
        """Add a note."""
        raise NotImplementedError

    def ask_about(self, about: str, text: str) -> Note:
        """Add an open question."""
        raise NotImplementedError

    def close_question(self, question: str, text: str) -> Closing:
        """Close an open question, named by its id, with what was found out."""
        raise NotImplementedError

    def tag(self, about: str, tag: str) -> Tag:
        """Put a tag on a thing; one that it has already comes back as it is."""
        raise NotImplementedError

    def untag(self, about: str, tag: str) -> Tag:
        """Take a tag away. Returns the tag that stood."""
        raise NotImplementedError

    def assign(self, about: str, to: str) -> Assignment:
        """Give a thing to a person to look after; one who has it already keeps it."""
        raise NotImplementedError

    def unassign(self, about: str, to: str) -> Assignment:
        """Take a thing off a person's list. Returns the assignment that stood."""
        raise NotImplementedError

    def translate(self, document: DocumentId, *, span: Span, language: str, words: str) -> Translation:
        """Put a passage of a document into another language (an ISO 639 code)."""
        raise NotImplementedError

    def save_search(self, name: str, place: str, query: str) -> SavedSearch:
        """Keep a search under a name; one of that name is replaced."""
        raise NotImplementedError

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The viewer's searches, by name."""
        raise NotImplementedError

    def forget_search(self, name: str) -> None:
        """Forget a search of the viewer's."""
        raise NotImplementedError

    # handling

    def set_handling(self, document: DocumentId, handling: str, *, named: Iterable[str] = (), reason: str) -> Handling:
        """Say how a document may be used ("", "sealed", "partner", "public") and who may see it when sealed."""
        raise NotImplementedError

    def name_for(self, document: DocumentId, person: str, reason: str = "") -> Handling:
        """Let one more person see a sealed document."""
        raise NotImplementedError

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
        raise NotImplementedError

    # taking in

    def take_in(self, what: Iterable[Upload | str | PathLike[str]], given: Given = _NO_GIVEN) -> TakenIn:
        """Take in documents, uploaded or at paths of files and folders; then the work goes on in the background."""
        raise NotImplementedError

    def type_note(
        self, title: str, text: str, given: Given = _NO_GIVEN, *, written_on: datetime.date | None = None
    ) -> TakenIn:
        """Take in what somebody told, typed by the viewer, as a document of its own."""
        raise NotImplementedError

    def sheet_columns(self, upload: Upload) -> SheetColumns:
        """The columns of a spreadsheet (CSV, XLSX), to be mapped before it is taken in. Nothing is kept."""
        raise NotImplementedError

    def take_in_sheet(
        self, upload: Upload, columns: Mapping[str, str], given: Given = _NO_GIVEN, *, sheet: str | None = None
    ) -> TakenIn:
        """Take in a spreadsheet, each row a passage of it.

        `columns` says what columns hold, by their names: "date", "place", "what", "who", "figure", "source" or
        "other"; columns that are not named are left out of the text and stay in the original.
        """
        raise NotImplementedError

    # the work in the background

    def work(self) -> Progress:
        """How the work in the background stands."""
        raise NotImplementedError

    def start_work(self) -> Progress:
        """Have the work looked after, in case something was left undone."""
        raise NotImplementedError

    # leaving

    def publish(self, output: str | PathLike[str], *, view: str | View, format: str | None = None) -> Publication:
        """Write a publication. Only the sealed view can be chosen until the safety check exists."""
        raise NotImplementedError

    def would_withhold(self, view: str | View) -> tuple[str, ...]:
        """What a publication in a view would leave out, one line each."""
        raise NotImplementedError
