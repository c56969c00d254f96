"""What is done about asks, from a desk: letters, what became of them, mail that comes back, what the input lacks."""

import dataclasses
import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from clarion.flow import following, incoming, letters, queries, sending, submissions
from clarion.flow.desk import lacking, making, naming, pages
from clarion.flow.desk.asking import Asking, asking
from clarion.flow.desk.checks import check_seen
from clarion.flow.desk.lacking import Lacks as Lacks
from clarion.flow.desk.results import Upload
from clarion.flow.desk.sitting import Sitting
from clarion.flow.desk.viewer import PUBLISH
from clarion.flow.following import Asked, Followed
from clarion.flow.incoming import Came
from clarion.flow.letters import Wish
from clarion.flow.sending import Clock, Sent
from clarion.flow.submissions import Wanted
from clarion.mailing import Mail
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.interventions import (
    Addressee,
    Intervention,
    InterventionKind,
    Letter,
    Step,
    StepKind,
)
from clarion.model.nouns import Publication
from clarion.publish.letters import LetterForm
from clarion.respond.addressees import read_rows
from clarion.respond.following import Held, held_back
from clarion.respond.sending import Readiness, view_of
from clarion.respond.submissions import Submission
from clarion.store import people
from clarion.store.following import Begun, Happened
from clarion.store.keys import acting

# what leaves the case, or says that it may
_LEAVING = (StepKind.APPROVED,)
# a page waits no longer than this for a letter's turn; a longer wait is told
_SHORT_WAIT = 3.0


@dataclass(frozen=True, slots=True)
class FollowedSheet:
    """An intervention with what stands around it. `about`, `answers` are (id, title); a title may be empty.

    `held` says why the addressee is not to be written to again, by another intervention.
    """

    followed: Followed
    about: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    before: Followed | None
    after: tuple[Followed, ...]
    held: Held | None


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody whom a letter can be put to, and why not again, where that is so."""

    addressee: Addressee
    held: Held | None


class FollowingUp(Sitting):
    """The part of a desk that follows up. What the viewer may not see is refused as if it were not there."""

    def _asked(self) -> AbstractContextManager[Asking]:
        return asking(self._folder, self.viewer)

    # what stands

    def follow_up(self, about: str | None = None) -> tuple[Followed, ...]:
        """Interventions, all or those about a thing, what is overdue longest first."""
        with self._asked() as asked:
            return tuple(following.followed(asked.connection, Asked(about), sight=asked.sight))

    def intervention(self, name: str) -> FollowedSheet | None:
        """An intervention with what stands around it; None when there is none."""
        with self._asked() as asked:
            found = following.followed(asked.connection, Asked(names=(name,)), sight=asked.sight)
            return self._sheet(asked, found[0]) if found else None

    def addressees(self, about: Sequence[str] = ()) -> tuple[Reached, ...]:
        """Whom letters can be put to, by name, and who is not to be written to again about these things."""
        day = following.today()
        with self._asked() as asked:
            known = following.followed(asked.connection, sight=asked.sight)
            return tuple(Reached(one, held_back(one.id, about, known, day)) for one in letters.addressees_of())

    def what_is_lacking(self) -> tuple[Lacks, ...]:
        """What is wrong in the input for acting on it: no addressee, no day, zones that contradict, letters' gaps."""
        with self._asked() as asked:
            return tuple(lacking.found(asked, following.followed(asked.connection, sight=asked.sight)))

    # letters

    def draft_letter(self, wish: Wish) -> Letter:
        """A letter for a person to read and edit; nothing is kept.

        Raises:
            BadRequest: its view holds nothing of what it is to be about.
        """
        self._check(*wish.about)
        return letters.draft_letter(self._folder, wish)

    def begin_letter(self, wish: Wish, letter: Letter, *, after: str | None = None) -> Intervention:
        """Keep a letter as an intervention; `after` is one that is put to a next body by it."""
        if wish.addressee is None:
            raise BadRequest("a letter to nobody is no intervention; choose an addressee")
        kind = InterventionKind.APPEAL if wish.template == "appeal" else InterventionKind.LETTER
        return self.begin(Begun(kind, wish.about, wish.addressee, letter), after=after)

    def prepare_submission(self, wanted: Wanted) -> Submission:
        """A form of a body of the United Nations, filled in as far as the record goes; nothing is kept.

        Raises:
            BadRequest: its view holds nothing of the incident, or form or state is none.
        """
        self._check(wanted.incident)
        return submissions.prepare_submission(self._folder, wanted)

    def begin_submission(self, wanted: Wanted, submission: Submission) -> Intervention:
        """Keep a submission as an intervention, with the letter as a person left it."""
        self._check(wanted.incident)
        with acting(self.viewer.name):
            return submissions.begin_submission(self._folder, wanted, submission)

    def begin(self, begun: Begun, *, after: str | None = None) -> Intervention:
        """Begin an intervention, also one without a letter: a meeting, a call."""
        self._check(*begun.about, *(begun.letter.claims if begun.letter else ()), *([after] if after else ()))
        with acting(self.viewer.name):
            if after is not None:
                return following.escalate(self._folder, after, begun)
            return following.begin(self._folder, begun)

    def rewrite(self, name: str, subject: str, text: str) -> Step:
        """Keep a newer text of a letter, which has to be approved anew."""
        one = self._one(name)
        letter = following.newer_letter(one, subject, text)
        return self.happened(Happened(name, StepKind.DRAFTED, following.today().isoformat(), letter=letter))

    def happened(self, said: Happened) -> Step:
        """Note what happened to an intervention; that a letter may go is said by those who publish."""
        if said.kind in _LEAVING:
            self._check_power()
        self._check(said.intervention, *([said.document] if said.document else ()))
        with acting(self.viewer.name):
            return following.note(self._folder, said)

    def letter_file(self, name: str, form: LetterForm) -> tuple[bytes, Publication]:
        """The approved letter of an intervention as a file, read back; the log keeps that it left.

        Raises:
            BadRequest: it is not approved, or something withheld stands in it.
        """
        self._check_power()
        one = self._one(name)
        letter = one.standing.letter
        if letter is None or not one.is_approved:
            raise BadRequest("the letter as it stands was not approved; approve it first")
        begun = one.intervention
        view = view_of(begun, one.steps)
        own = (begun.addressee.name, *(contact.value for contact in begun.addressee.contacts))
        made = letters.letter_bytes(self._folder, letter, form, view, own)
        digest = hashlib.sha256(made).hexdigest()
        leaving = Publication(view, digest, tuple(queries.heads(self._folder)), 0, "", f"letter.{form.value}")
        with acting(self.viewer.name), self._folder.writing() as writing:
            return made, people.log_publication(writing, leaving, digest)

    # mail

    def mail(self, name: str) -> tuple[Mail, Readiness]:
        """The mail of an intervention exactly as it would go now, and whether it may. Nothing is sent."""
        self._check_power()
        self._check(name)
        return sending.mail_of(self._folder, name)

    def send(self, name: str, again: str = "") -> Sent:
        """Send the approved letter of an intervention; a wait for its turn is told and not waited for.

        Raises:
            BadRequest: it may not go, or not yet.
        """
        self._check_power()
        self._check(name)
        with acting(self.viewer.name):
            going = sending.send_letters(
                self._folder, [name], again=again, clock=Clock(sleep=_refuse_long), most_tries=1
            )
            (sent,) = going
        return sent

    def came(self, document: str) -> Came | None:
        """What a mail that was taken in is, and which letters it may answer; None when there is no such document."""
        with self._asked() as asked:
            found = making.documents(asked, [document]).get(document)
        if found is None:
            return None
        with self._asked() as asked:
            original = pages.original(asked, document)
            assert original is not None
            came = incoming.came(self._folder, original[0])
            seen = tuple(one for one in came.matches if not asked.sight.hides(one.intervention))
        return dataclasses.replace(came, matches=seen)

    def note_mail(self, document: str, intervention: str) -> Step:
        """Note a mail that was taken in with the intervention that a person names."""
        came = self.came(document)
        if came is None:
            raise BadRequest(f"the case holds nothing with the id {document}; look for it in the lists")
        if came.kind is None:
            raise BadRequest("this mail says that it is delayed and still tried; there is nothing to note yet")
        words = next((one.words or one.status or "" for one in came.incoming.bounces), "")
        day = min(came.incoming.day or following.today().isoformat(), following.today().isoformat())
        return self.happened(Happened(intervention, came.kind, day, words=words, document=DocumentId(document)))

    def import_addressees(self, upload: Upload) -> tuple[int, tuple[str, ...]]:
        """Take in a list of addressees (CSV); how many, and each row that could not be taken in."""
        try:
            rows = read_rows(upload.content.decode("utf-8-sig"))
        except UnicodeDecodeError as problem:
            raise BadRequest(f"{upload.name} is no text in UTF-8; save it as CSV in UTF-8") from problem
        imported = letters.keep_addressees(rows)
        return len(imported.addressees), tuple(f"line {one.line}: {one.reason}" for one in imported.bad)

    # inside

    def _one(self, name: str) -> Followed:
        with self._asked() as asked:
            found = following.followed(asked.connection, Asked(names=(name,)), sight=asked.sight)
        if not found:
            raise BadRequest(f"the case holds nothing with the id {name}; look for it in the lists")
        return found[0]

    def _check(self, *abouts: str) -> None:
        with self._asked() as asked:
            for about in abouts:
                check_seen(asked.connection, self.viewer, about, asked.sight)

    def _check_power(self) -> None:
        if PUBLISH not in self.viewer.powers:
            raise BadRequest("owners of the case let letters out; ask one of them")

    def _sheet(self, asked: Asking, one: Followed) -> FollowedSheet:
        begun = one.intervention
        titles = naming.titles(asked, [*begun.about, *one.standing.answers])
        seen = [about for about in begun.about if not asked.sight.hides(about) or about in titles]
        known = following.followed(asked.connection, Asked(addressee=begun.addressee.id), sight=asked.sight)
        others = [other for other in known if other.intervention.id != begun.id]
        before = (begun.follows,) if begun.follows else ()
        after = tuple(step.value for step in one.steps if step.kind is StepKind.ESCALATED and step.value)
        around = following.followed(asked.connection, Asked(names=before + after), sight=asked.sight)
        return FollowedSheet(
            followed=one,
            about=tuple((about, titles.get(about, "")) for about in seen),
            answers=tuple((name, titles.get(name, "")) for name in one.standing.answers),
            before=next((other for other in around if other.intervention.id in before), None),
            after=tuple(other for other in around if other.intervention.id in after),
            held=held_back(begun.addressee.id, begun.about, others, following.today()),
        )


def form_called(name: str) -> LetterForm:
    """The form of a letter of that name.

    Raises:
        BadRequest: there is none.
    """
    if name not in set(LetterForm):
        raise BadRequest(f"a letter is made into {', '.join(LetterForm)}; choose one of them")
    return LetterForm(name)


def _refuse_long(seconds: float) -> None:
    """No page waits for the turn of a letter."""
    if seconds > _SHORT_WAIT:
        minutes = max(1, round(seconds / 60))
        raise BadRequest(
            f"the next letter may go in about {minutes} minutes, by the pace of the mail settings; try then"
        )
