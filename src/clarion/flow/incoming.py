"""Mail that comes back: an answer is taken in as a document of the case, a bounce is noted; a person says to which."""

from dataclasses import dataclass
from pathlib import Path

from clarion.flow import verbs
from clarion.mailing import BounceKind
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId, document_id
from clarion.model.interventions import Step, StepKind
from clarion.respond.sending import Incoming, IncomingKind, Match, SentMail, propose, read_incoming, readiness
from clarion.store import follow_tables
from clarion.store.folder import CaseFolder, Connection
from clarion.store.following import Happened, happen

# a mail with large files attached; more is no answer of an office
LARGEST = 50_000_000
_STEPS = {
    IncomingKind.ANSWER: StepKind.ANSWERED,
    IncomingKind.AUTOMATIC: StepKind.ACKNOWLEDGED,
    IncomingKind.BOUNCE: StepKind.BOUNCED,
}


@dataclass(frozen=True, slots=True)
class Came:
    """A mail that came, and the interventions that it may belong to, the surest first."""

    incoming: Incoming
    matches: tuple[Match, ...]

    @property
    def kind(self) -> StepKind | None:
        """The step that it would be; None for a delay, which is no news."""
        bounces = {bounce.kind for bounce in self.incoming.bounces}
        if bounces and BounceKind.FAILED not in bounces:
            return StepKind.DELIVERED if BounceKind.DELIVERED in bounces else None
        return _STEPS[self.incoming.kind]


def came(case: CaseFolder, raw: bytes) -> Came:
    """What a mail is and where it may belong. Nothing is written.

    Raises:
        BadRequest: it is too large.
    """
    if len(raw) > LARGEST:
        raise BadRequest(f"the mail is larger than {LARGEST // 1_000_000} MB; take it in as a document instead")
    incoming = read_incoming(raw)
    with case.reading() as connection:
        return Came(incoming, propose(incoming, _sent(connection)))


def note_mail(case: CaseFolder, path: Path, intervention: str, *, day: str) -> Step:
    """Note a mail with the intervention that a person names. An answer is taken in as a document; a bounce is not.

    `day` (ISO 8601) counts where the mail has none.

    Raises:
        BadRequest: the file cannot be read, there is no such intervention, or the mail says that it is still tried.
    """
    raw = read_mail_file(path)
    found = came(case, raw)
    kind = found.kind
    if kind is None:
        raise BadRequest(f"{path} says that the mail is delayed and still tried; there is nothing to note yet")
    with case.reading() as connection:
        if follow_tables.intervention(connection, intervention) is None:
            raise BadRequest(f"the case has no intervention {intervention}")
    document: DocumentId | None = None
    if kind in (StepKind.ANSWERED, StepKind.ACKNOWLEDGED):
        problems = verbs.preserve(case, [path]).problems
        if problems:
            raise BadRequest(problems[0])
        document = document_id(raw)
    words = next((one.words or one.status or "" for one in found.incoming.bounces), "")
    with case.writing() as writing:
        step = Happened(intervention, kind, found.incoming.day or day, words=words, document=document)
        return happen(writing, step)


def read_mail_file(path: Path) -> bytes:
    """The bytes of a mail.

    Raises:
        BadRequest: the file cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as problem:
        raise BadRequest(
            f"{path} cannot be read ({problem.strerror}); name a mail that was saved as a file"
        ) from problem


def _sent(connection: Connection) -> list[SentMail]:
    found = []
    steps = follow_tables.steps(connection)
    for one in follow_tables.interventions(connection):
        own = [step for step in steps if step.intervention == one.id]
        standing = readiness(one, own)
        named = [step.value for step in own if step.kind in (StepKind.SENDING, StepKind.SENT) and step.value]
        if named and standing.address:
            subject = standing.letter.subject if standing.letter else ""
            found += [SentMail(one.id, value, standing.address, subject) for value in dict.fromkeys(named)]
    return found
