"""What goes between a case and those who are asked: letters, submissions, their following up, mail."""

from datetime import date
from os import PathLike
from pathlib import Path

from clarion.flow import (
    following,
    letters,
    submissions,
)
from clarion.flow.correspondence import Correspondence
from clarion.flow.following import NO_WORDS, Begun, Followed, Words
from clarion.flow.letters import Wish
from clarion.flow.submissions import Wanted
from clarion.model.interventions import Intervention, Letter, Step
from clarion.model.nouns import Publication
from clarion.respond.submissions import Submission
from clarion.store.folder import CaseFolder


class Correspondence:
    """The half of a case that writes to people; `Case` is the whole."""

    _folder: CaseFolder

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
