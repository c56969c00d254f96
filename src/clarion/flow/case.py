"""A case and what can be done with it. Commands write, queries read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType

from clarion.flow import (
    checking,
    detailing,
    following,
    letters,
    queries,
    redacting,
    submissions,
    verbs,
)
from clarion.flow.correspondence import Correspondence
from clarion.flow.desk import Desk, Viewer, working
from clarion.flow.desk.viewer import POWERS
from clarion.flow.following import NO_WORDS, Begun, Followed, Words
from clarion.flow.judged import verdict_of
from clarion.flow.letters import Wish
from clarion.flow.outcome import Outcome, Progress, silent
from clarion.flow.publishing import publish, view_of
from clarion.flow.rests import Changed, Rests, changes, rests_on
from clarion.flow.submissions import Wanted
from clarion.model.interventions import Intervention, Letter, Step
from clarion.model.nouns import Judgement, Publication
from clarion.model.record import Record
from clarion.model.vocabulary import JudgementVerdict, View
from clarion.publish.redaction import Disclosed
from clarion.respond.submissions import Submission
from clarion.store import backups, people
from clarion.store.checking import Checked
from clarion.store.erasing import Erased
from clarion.store.folder import CaseFolder
from clarion.store.sealing import Protection
from clarion.store.state import Note


class Case:
    """A case: a folder with the originals and everything that was made of them and said about them."""

    def __init__(self, folder: CaseFolder) -> None:
        self._folder = folder

    @classmethod
    def open(cls, folder: str | PathLike[str], *, create: bool = True, any_tables: bool = False) -> "Case":
        """Open a case; one that is not there is made, unless `create` is false.

        `any_tables` opens one whose tables another version of Clarion made, so that they can be rebuilt.

        Raises:
            NotACase: there is no case and none may be made, it is one of a newer Clarion, or it has to be rebuilt.
        """
        return cls(CaseFolder.open(Path(folder), create=create, any_tables=any_tables))

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database, after stopping the work in the background. The case can be opened again."""
        working.stop(self._folder)
        self._folder.close()

    @property
    def id(self) -> str:
        """The case's own name: 32 hex digits, the same in every copy."""
        return self._folder.id

    @property
    def folder(self) -> Path:
        """Where the case is."""
        return self._folder.folder

    def desk(self, name: str, powers: frozenset[str] = POWERS) -> Desk:
        """The case as a person of that name sees it and works on it.

        `powers` are what not everybody may do (`clarion.flow.desk.viewer`); whoever holds the folder may do all.

        Raises:
            BadRequest: the name is empty or no single line.
        """
        return Desk(self._folder, Viewer(name, powers))

    def preserve(
        self,
        paths: Iterable[str | PathLike[str]],
        *,
        given: Mapping[str, str] | None = None,
        progress: Progress = silent,
    ) -> Outcome:
        """Take documents in. `given` is what their provider said (consent, handling, provider)."""
        return verbs.preserve(self._folder, paths, given=given, progress=progress)

    def read(self, *, progress: Progress = silent) -> Outcome:
        """Read what was not read yet by this engine."""
        return verbs.read(self._folder, progress=progress)

    def extract(self, *, progress: Progress = silent) -> Outcome:
        """Find the claims of what was read and not searched yet by this engine."""
        return verbs.extract(self._folder, progress=progress)

    def reconcile(self, *, progress: Progress = silent) -> Outcome:
        """Join claims into incidents, if claims or judgements changed."""
        return verbs.reconcile(self._folder, progress=progress)

    def assess(self, *, progress: Progress = silent) -> Outcome:
        """Hold incidents against norms, if incidents changed."""
        return verbs.assess(self._folder, progress=progress)

    def respond(self, *, progress: Progress = silent) -> Outcome:
        """Work out asks and actions, if claims or voices changed."""
        return verbs.respond(self._folder, progress=progress)

    def publish(
        self,
        output: str | PathLike[str],
        *,
        view: str | View,
        format: str | None = None,
        incidents: Iterable[str] = (),
        language: str = "en",
    ) -> Publication:
        """Write a publication; its form follows from the ending of `output`, unless `format` names it.

        `incidents` are the ids of those that it is about; none: all. An `output` that ends in `/` names a site.
        `language` is that of the frame of a dossier; the words of documents stay in their own.

        Raises:
            BadRequest: the view is none, an incident does not leave by it, something withheld was found in the file, or
                the ending is of no form.
        """
        if format is None and str(output).endswith("/"):
            format = "site"
        return publish(self._folder, Path(output), view=view, format=format, incidents=incidents, language=language)

    def redact(self, document: str, output: str | PathLike[str], *, view: str | View) -> redacting.Made:
        """Write a redacted copy of a document, as a page or plain text, with a proof that it derives from the original.

        Raises:
            BadRequest: the document does not leave by the view, or something withheld was found in the copy.
        """
        return redacting.redact(self._folder, document, Path(output), view)

    def disclose(
        self, copy: str | PathLike[str], passages: Sequence[int], output: str | PathLike[str], reason: str
    ) -> tuple[Disclosed, ...]:
        """Write the words of withheld passages of a redacted copy, by number, so that the copy bears them out.

        Raises:
            BadRequest: no reason is given, or the copy is not of this case or withholds no such passage.
        """
        return redacting.disclose(self._folder, Path(copy), passages, Path(output), reason)

    def verify_copy(self, copy: str | PathLike[str]) -> str:
        """That a redacted copy derives from an original of this case.

        Raises:
            BrokenSeal: the original does not give its root.
        """
        return redacting.verify_origin(self._folder, Path(copy))

    def details(self, view: str | View | None = None) -> Iterator[str]:
        """What may lead to people at risk in the documents, or in those that leave by a view: a line for each finding.

        Raises:
            BadRequest: the finder of details is not at work.
        """
        return detailing.lines(self._folder, None if view is None else view_of(view))

    def release(self, detail: str, reason: str) -> Judgement:
        """Let out a detail, by its id. A name needs a consent, recorded with the document or told in the reason.

        Raises:
            BadRequest: there is none, it is out already, or the reason is empty or tells of no consent.
        """
        return detailing.release(self._folder, detail, reason)

    def withhold(self, detail: str, reason: str) -> Judgement:
        """Take a release back.

        Raises:
            BadRequest: it is withheld already, or the reason is empty.
        """
        return detailing.withhold(self._folder, detail, reason)

    def judge(self, about: str, verdict: str | JudgementVerdict, reason: str, value: str | None = None) -> Judgement:
        """Say a person's word on a claim, incident, voice, finding, ask, action, document or judgement.

        `value` of a correction of a claim is JSON with the fields that change; of `same` and `not_same` the id of the
        other incident, claim or voice; of `prefer` a number, a figure as JSON, or the id of the claim that gives it.

        Raises:
            BadRequest: nothing has that id, the verdict is none, the reason is empty, or the value fits no claim.
        """
        said = people.Said(about, verdict_of(verdict), reason, value)
        return verbs.judge(self._folder, said)

    def follow_up(
        self, about: str | None = None, *, addressee: str | None = None, day: date | None = None
    ) -> list[Followed]:
        """Interventions with their steps and where they stand on a day, what is due longest first.

        `about` is the id of an ask, action or incident, or of an intervention; `addressee` the id of one.
        """
        return following.of_case(self._folder, about, addressee, day)

    def begin(self, begun: Begun) -> Intervention:
        """Begin an intervention: an approach to an addressee, with its letter where there is one.

        Raises:
            BadRequest: it is about nothing that the case holds, or the addressee agreed to the same already.
        """
        return following.begin(self._folder, begun)

    def happened(self, intervention: str, step: str, said: Words = NO_WORDS) -> Step:
        """Note what happened to an intervention: `sent`, `answered`, `outcome` … (`clarion.model.interventions`).

        Raises:
            BadRequest: there is none, a day has not come, or something is missing that this step needs.
        """
        return following.note_words(self._folder, intervention, step, said)

    def escalate(self, intervention: str, next_body: Begun, words: str = "") -> Intervention:
        """Put an intervention to a next body.

        Raises:
            BadRequest: there is no such intervention, or the next body agreed already.
        """
        return following.escalate(self._folder, intervention, next_body, words)

    def letter(self, wish: Wish) -> Letter:
        """A letter about asks, incidents or actions, for a person to read and edit, with what it lacks.

        Raises:
            BadRequest: the view holds none of it, or template, language or addressee is none.
        """
        return letters.draft_letter(self._folder, wish)

    def write_letter(self, wish: Wish, output: str | PathLike[str]) -> tuple[Letter, Publication]:
        """Draft a letter and write it to a file, whose ending names the form (docx, pdf, txt, eml).

        Raises:
            BadRequest: as `letter`; or something withheld was found in the file.
        """
        return letters.write_letter(self._folder, wish, Path(output))

    def begin_letter(self, wish: Wish, letter: Letter) -> Intervention:
        """Note a letter as an intervention, to be approved, sent and followed up.

        Raises:
            BadRequest: it has no addressee, or the addressee agreed to the same already.
        """
        return letters.begin_letter(self._folder, wish, letter)

    def submission(self, wanted: Wanted) -> Submission:
        """A form of a body of the United Nations, filled in for an incident as far as the case goes.

        Raises:
            BadRequest: the procedure is closed for the state, or incident, form or state is none.
        """
        return submissions.prepare_submission(self._folder, wanted)

    def write_submission(self, wanted: Wanted, output: str | PathLike[str]) -> tuple[Submission, Publication]:
        """Fill in a form and write it to a file (docx, pdf, txt).

        Raises:
            BadRequest: as `submission`; or something withheld was found in the file.
        """
        return submissions.write_submission(self._folder, wanted, Path(output))

    def begin_submission(self, wanted: Wanted, submission: Submission) -> Intervention:
        """Note a submission as an intervention, to be approved, sent and followed up.

        Raises:
            BadRequest: the addressee agreed to the same already.
        """
        return submissions.begin_submission(self._folder, wanted, submission)

    def note(self, about: str, text: str) -> Note:
        """Add a note about something in the case."""
        return people.note(self._folder, about, text)

    def ask_about(self, about: str, text: str) -> Note:
        """Add an open question about something in the case."""
        return people.note(self._folder, about, text, question=True)

    def notes(self) -> list[Note]:
        """Every note and open question, in the order of the log."""
        return queries.notes(self._folder)

    def record(self) -> Record:
        """The record of the case as it stands, with texts."""
        return queries.record_of(self._folder)

    def search(self, words: str, *, limit: int = 50) -> list[queries.Hit]:
        """The documents that hold every word, best first, with the passage that holds the first of them."""
        return queries.search(self._folder, words, limit=limit)

    def judgements(self) -> list[Judgement]:
        """Every judgement, in the order of the log."""
        return queries.judgements(self._folder)

    def second_looks(self) -> list[Judgement]:
        """Judgements that stand on claims which the engine no longer proposes."""
        return queries.second_looks(self._folder)

    def rests_on(self, about: str) -> Rests:
        """What rests on a document, claim, voice, incident or judgement: incidents, figures, findings, asks, dossiers.

        Raises:
            BadRequest: the case holds nothing of that name.
        """
        return rests_on(self._folder, about)

    def changes(self) -> list[Changed]:
        """What sources took back or mended and what people judged anew, each with all that rests on it."""
        return changes(self._folder)

    def heads(self) -> list[str]:
        """The hash of the last entry of each chain of the log."""
        return queries.heads(self._folder)

    @property
    def correspondence(self) -> Correspondence:
        """Letters by mail, what comes back, and campaigns."""
        return Correspondence(self._folder)

    def verify(self, *, head: str | None = None, progress: Progress = silent) -> Checked:
        """Check the whole case.

        Raises:
            BrokenSeal: the first thing that is wrong, and what to do.
        """
        return checking.verify(self._folder, head=head, progress=progress)

    def rebuild(self, *, progress: Progress = silent) -> Outcome:
        """Make readings and tables again from log and originals."""
        return checking.rebuild(self._folder, progress=progress)

    def erase(self, document: str, reason: str) -> Erased:
        """Erase a document, named by path or hash, so that no trace of it is left in the case.

        Raises:
            BadRequest: no document or more than one fits, or the reason is empty.
        """
        return verbs.erase(self._folder, document, reason)

    def backup(self, target: str | PathLike[str], *, passphrase: str | None = None, key: str | None = None) -> int:
        """Write a backup, encrypted with a passphrase or for an age public key. Returns its size in bytes.

        Raises:
            BadRequest: the target is there already or cannot be written, or passphrase or key cannot be used.
        """
        return backups.backup(self._folder, Path(target), Protection(passphrase, key))
