"""Sending approved letters by mail: checked, logged, handed over, logged again.

Of each mail the log first gets that it is about to go (`sending`, with its Message-ID), then it is handed over, then
what became of it (`sent` or `not_sent`). The first is written in the transaction that looks once more whether it may
go, so two processes never send one letter, a cancelled one stays, and a stop between the two leaves a trace that has
to be looked at by a person, and never a second mail.
"""

import datetime
import random
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clarion.flow import following, guarding
from clarion.flow.letters import frame, refuse_beyond, rendered, words_of_addressee
from clarion.mailing import (
    Attachment,
    Mail,
    MailSettings,
    Message,
    Result,
    ResultKind,
    clean_address,
    compose,
    new_message_id,
    read_settings,
    send,
)
from clarion.model.errors import BadRequest, CaseInUse
from clarion.model.interventions import Intervention, Letter, StepKind
from clarion.model.vocabulary import View
from clarion.publish.letters import LetterForm, body_text
from clarion.publish.safety import Safe
from clarion.respond.sending import Queued, Readiness, Standing, readiness, schedule, view_of
from clarion.store import follow_tables
from clarion.store.folder import CaseFolder, Connection
from clarion.store.following import Happened, happen
from clarion.store.keys import key_folder
from clarion.store.lock import sending

SETTINGS = "mail.toml"
_TRIES = 3
_RETRY = 300.0  # seconds before the second try; twice that before the third
_SEED_BYTES = 16
_TYPES = {
    LetterForm.PDF: "application/pdf",
    LetterForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Clock:
    """The time and the waiting of one run, so that tests need not wait."""

    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC)
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one letter. `result` is None where it was not handed over, and `why` says why."""

    intervention: str
    result: Result | None
    why: str = ""

    @property
    def is_sent(self) -> bool:
        """Whether the server has it."""
        return self.result is not None and self.result.kind is ResultKind.ACCEPTED


def settings_path() -> Path:
    """Where the mail settings of this user are, or would be."""
    return key_folder() / SETTINGS


def mail_of(
    case: CaseFolder, name: str, settings: Path | None = None, attach: LetterForm | None = None
) -> tuple[Mail, Readiness]:
    """The mail of an intervention exactly as it would go now, checked, and whether it may. Nothing is sent or logged.

    Only the time and the Message-ID will be others. With `attach` the letter goes along as a file too.

    Raises:
        BadRequest: there is none, it has no letter or no address, the settings cannot be used, or the mail holds
            something that is withheld.
    """
    run = _Run(case, _settings(case, settings), attach=attach)
    with case.reading() as connection:
        one, standing = _standing(connection, name)
    if standing.letter is None or standing.address is None:
        raise BadRequest(f"{name}: {standing.why}")
    return run.mail(one, standing, guarding.checked(case, _view(case, one)).safe()), standing


def send_letters(
    case: CaseFolder,
    names: Sequence[str],
    *,
    settings: Path | None = None,
    again: str = "",
    say: Say = lambda line: None,
    clock: Clock | None = None,
    most_tries: int = _TRIES,
    attach: LetterForm | None = None,
) -> Iterator[Sent]:
    """Send the letters of interventions at the pace of the settings, each by itself; gives each outcome as it comes.

    All of them are checked before the first goes. `again` says why one that may have gone is sent once more. What the
    server does not take now is tried `most_tries` times in all. With `attach` each letter goes along as a file too.

    Raises:
        BadRequest: one of them may not go, with the reason, or holds something that is withheld; then none goes.
    """
    run = _Run(case, _settings(case, settings), again, clock or Clock(), attach)
    rng = random.Random(secrets.token_bytes(_SEED_BYTES))
    waiting = list(_queued(run, names))
    with case.reading() as connection:
        last = _last_written(connection)
    plan = list(schedule(waiting, run.given.pace, rng, run.clock.now(), last))
    tries: dict[str, int] = {}
    while plan:
        due = plan.pop(0)
        _wait(due.at, run.clock, lambda moment: say(f"the next letter goes at {moment:%H:%M:%S} UTC"))
        outcome = _send_one(run, due.queued.id)
        if outcome.result is not None and outcome.result.kind is ResultKind.NO_ENTRY:
            yield outcome
            yield from (Sent(rest.queued.id, None, "the server lets nobody in; see the first") for rest in plan)
            return
        tries[due.queued.id] = tries.get(due.queued.id, 0) + 1
        if outcome.result is not None and outcome.result.may_retry and tries[due.queued.id] < most_tries:
            say(f"{due.queued.id}: {outcome.result.words}; it is tried again")
            later = run.clock.now() + datetime.timedelta(seconds=_RETRY * tries[due.queued.id])
            plan.append(replace(due, at=max([later, *(one.at for one in plan)])))
            continue
        yield outcome


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for all letters of one run."""

    case: CaseFolder
    given: MailSettings
    again: str = ""
    clock: Clock = Clock()
    attach: LetterForm | None = None

    def mail(self, one: Intervention, standing: Readiness, safe: Safe, named: str | None = None) -> Mail:
        """The mail of a letter, read back as its receiver will read it."""
        letter = standing.letter
        if letter is None or standing.address is None:
            raise BadRequest(f"{one.id}: {standing.why}")
        refuse_beyond(self.case, letter, safe)
        own = _own(self.case, one, self.given)
        files: tuple[Attachment, ...] = ()
        if self.attach is not None:
            name = f"letter.{self.attach.value}"
            files = (Attachment(name, _TYPES[self.attach], rendered(letter, self.attach, safe, own, name)),)
        message = Message(
            clean_address(standing.address), letter.subject, body_text(letter), letter.language or None, files
        )
        mail = compose(message, self.given, self.clock.now(), named)
        _read_back(mail, letter, safe, own)
        return mail


def _settings(case: CaseFolder, path: Path | None) -> MailSettings:
    chosen = (path or settings_path()).absolute()
    if chosen.resolve().is_relative_to(case.folder.resolve()):
        raise BadRequest(f"{chosen} lies in the case, which is handed on and backed up; keep it in {key_folder()}")
    return read_settings(chosen)


def _queued(run: _Run, names: Sequence[str]) -> Iterator[Queued]:
    """The interventions whose letters may go, each mail read back."""
    safe: dict[View, Safe] = {}
    for name in dict.fromkeys(names):
        with run.case.reading() as connection:
            one, standing = _standing(connection, name)
        _refuse_unready(name, standing, run.again)
        _refuse_held(run.case, one)
        view = _view(run.case, one)
        if view not in safe:
            safe[view] = guarding.checked(run.case, view).safe()
        run.mail(one, standing, safe[view])
        yield Queued(name, standing.address or "")


def _send_one(run: _Run, name: str) -> Sent:
    """Send one letter. The door is held meanwhile: what another process is sending is not taken for left behind."""
    try:
        with sending(run.case.folder):
            return _send_alone(run, name, new_message_id(run.given))
    except (BadRequest, CaseInUse) as problem:
        return Sent(name, None, str(problem))


def _send_alone(run: _Run, name: str, named: str) -> Sent:
    case, clock = run.case, run.clock
    with case.reading() as connection:
        one, seen = _standing(connection, name)
    _refuse_unready(name, seen, run.again)
    _refuse_held(case, one)
    # read back anew: the case may hold more by now
    view = _view(case, one)
    mail = run.mail(one, seen, guarding.checked(case, view).safe(), named)
    with case.writing() as writing:
        _, standing = _standing(writing.connection, name)
        _refuse_unready(name, standing, run.again)
        is_same = (standing.letter, standing.address) == (seen.letter, seen.address)
        if not is_same or view_of(one, follow_tables.steps(writing.connection, [name])) is not view:
            raise BadRequest(f"{name}: it was changed at this moment; send it again")
        if standing.standing is Standing.UNSURE:
            happen(writing, _step(name, StepKind.NOT_SENT, clock, words=run.again))
        happen(writing, _step(name, StepKind.SENDING, clock, value=named))
    result = send(mail, run.given)
    if result.kind is not ResultKind.UNSURE:  # of what is not known nothing is said
        kind = StepKind.SENT if result.kind is ResultKind.ACCEPTED else StepKind.NOT_SENT
        with case.writing() as writing:
            happen(writing, _step(name, kind, clock, words=_words(result), value=named))
    return Sent(name, result)


def _standing(connection: Connection, name: str) -> tuple[Intervention, Readiness]:
    one = follow_tables.intervention(connection, name)
    if one is None:
        raise BadRequest(f"the case has no intervention {name}")
    return one, readiness(one, follow_tables.steps(connection, [name]))


def _refuse_unready(name: str, standing: Readiness, again: str) -> None:
    is_again = standing.standing is Standing.UNSURE and bool(again.strip())
    if standing.standing is not Standing.READY and not is_again:
        raise BadRequest(f"{name}: {standing.why}")


def _view(case: CaseFolder, one: Intervention) -> View:
    with case.reading() as connection:
        return view_of(one, follow_tables.steps(connection, [one.id]))


def _refuse_held(case: CaseFolder, one: Intervention) -> None:
    """Who agreed is not asked again."""
    hold = following.held(case, one.addressee.id, one.about)
    if hold is not None and hold.forbids:
        raise BadRequest(
            f"{one.id}: {one.addressee.name} {hold.because} to this on {hold.since} ({hold.intervention}); if that no "
            "longer holds, note a new outcome there"
        )


def _own(case: CaseFolder, one: Intervention, given: MailSettings) -> tuple[str, ...]:
    """Words of the addressee and the sender, which come from outside the case.

    Names of those at work are withheld as a rule; who began or approved this letter may sign it.
    """
    with case.reading() as connection:
        steps = follow_tables.steps(connection, [one.id])
    signs = (one.by, *(step.by for step in steps if step.kind is StepKind.APPROVED))
    told = [address for address in (given.sender, given.reply_to, given.copy_to) if address is not None]
    return (*signs, *words_of_addressee(one.addressee), *(word for each in told for word in (each.address, each.name)))


def _read_back(mail: Mail, letter: Letter, safe: Safe, own: Sequence[str]) -> None:
    """Search what the receiver will read for everything that is withheld.

    The fields with addresses are not searched, nor words of sender and addressee where they end a line: a document
    that asks to write to an office holds its address too, and there it is withheld as a contact.
    """
    rendered(letter, LetterForm.TXT, safe, own, "letter.txt")
    guarding.read_back(mail.subject.encode(), safe, "", frame())
    if mail.text.split() != body_text(letter).split():  # what was searched is what goes
        raise BadRequest("the mail does not say what the letter says; look for odd signs in it")


def _last_written(connection: Connection) -> dict[str, datetime.datetime]:
    """When each address was last written to, as far as the case knows."""
    to = {one.id: readiness(one, ()).address for one in follow_tables.interventions(connection)}
    last: dict[str, datetime.datetime] = {}
    for step in follow_tables.steps(connection):
        address = to.get(step.intervention)
        if step.kind is StepKind.SENT and step.value and address:
            last[address] = datetime.datetime.fromisoformat(step.at)
    return last


def _wait(until: datetime.datetime, clock: Clock, tell: Callable[[datetime.datetime], None]) -> None:
    if (left := (until - clock.now()).total_seconds()) > 0:
        tell(until)
        clock.sleep(left)


def _step(name: str, kind: StepKind, clock: Clock, *, words: str = "", value: str | None = None) -> Happened:
    return Happened(name, kind, clock.now().date().isoformat(), words=words, value=value)


def _words(result: Result) -> str:
    said = " ".join(str(part) for part in (result.code, result.words) if part)
    return "; ".join(part for part in (said, result.copy) if part)
