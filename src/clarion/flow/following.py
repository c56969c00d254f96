"""Interventions of a case: beginning one, noting what happened, putting it to a next body, and where all of them stand.

What a person says is checked here before it is written: a day that has come, an outcome that is one, an addressee who
did not agree already. `viewer` is who asks, and sees what `clarion.store.sight` lets them; None sees all.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, Intervention, InterventionKind, Letter, Response, Step, StepKind
from clarion.model.vocabulary import View
from clarion.respond.following import Followed as Followed
from clarion.respond.following import Held, Stage, agenda, follow, held_back
from clarion.store import follow_tables, following
from clarion.store.erasing import find_document
from clarion.store.folder import CaseFolder, Connection
from clarion.store.following import Begun as Begun
from clarion.store.following import Happened as Happened
from clarion.store.keys import person
from clarion.store.sight import Sight

# noted by the program alone: a person who says that a letter went says `sent`, and one who escalates names the next
BY_HAND = tuple(kind for kind in StepKind if kind not in (StepKind.SENDING, StepKind.NOT_SENT, StepKind.ESCALATED))
_WRITTEN = (InterventionKind.LETTER, InterventionKind.APPEAL, InterventionKind.SUBMISSION)
_WITH_DAY = (StepKind.DEADLINE, StepKind.EXTENDED)
_LONGEST = 20_000  # signs of the words of a step


@dataclass(frozen=True, slots=True)
class Asked:
    """Which interventions are wanted: all, those about a thing, with an addressee, or those of these ids."""

    about: str | None = None
    addressee: str | None = None
    names: tuple[str, ...] | None = None


ALL = Asked()


def today() -> datetime.date:
    """The day, in UTC as all days of a case."""
    return datetime.datetime.now(datetime.UTC).date()


def followed(
    connection: Connection, asked: Asked = ALL, *, day: datetime.date | None = None, sight: Sight | None = None
) -> list[Followed]:
    """Interventions as they stand, what is due longest first."""
    found = [one for one in _wanted(connection, asked) if sight is None or not sight.hides(one.id)]
    steps: dict[str, list[Step]] = defaultdict(list)
    for step in follow_tables.steps(connection, None if asked == ALL else [one.id for one in found]):
        steps[step.intervention].append(sight.shown_step(step) if sight else step)
    return agenda(follow(one, steps[one.id], day or today()) for one in found)


def of_case(
    case: CaseFolder, about: str | None = None, addressee: str | None = None, day: datetime.date | None = None
) -> list[Followed]:
    """Interventions of a case, about a thing or with an addressee; one by its own id, or the first digits of it.

    Raises:
        BadRequest: no intervention, or more than one, has an id that begins so.
    """
    with case.reading() as connection:
        if about is not None and about.startswith("itv_"):
            return followed(connection, Asked(names=(_named(connection, about),)), day=day)
        return followed(connection, Asked(about, addressee), day=day)


def begin(case: CaseFolder, begun: Begun, *, day: datetime.date | None = None) -> Intervention:
    """Begin an intervention.

    Raises:
        BadRequest: it is about nothing that the case holds, or the addressee agreed to the same already.
    """
    _check_begun(begun)
    with case.writing() as writing:
        _check_free(writing.connection, begun, day or today())
        return following.begin(writing, begun)


def note(case: CaseFolder, happened: Happened, *, day: datetime.date | None = None) -> Step:
    """Note what happened to an intervention, by the word of a person.

    Raises:
        BadRequest: a day has not come, something is missing that this step needs, or it is not its turn.
    """
    said = check_said(happened, day or today())
    with case.writing() as writing:
        _check_turn(writing.connection, said, day or today())
        return following.happen(writing, said)


@dataclass(frozen=True, slots=True)
class Words:
    """What a person says of an intervention in words: `document` is a path or the first digits of a SHA-256.

    `text` is a newer text of the letter, and `subject` its subject where that is to be another one.
    """

    day: str | None = None
    words: str = ""
    value: str | None = None
    until: str | None = None
    document: str | None = None
    text: str | None = None
    subject: str | None = None


NO_WORDS = Words()


def note_words(case: CaseFolder, name: str, step: str, said: Words) -> Step:
    """Note what happened to an intervention as a person names it.

    Raises:
        BadRequest: nothing, or more than one thing, has that name, or see `note`.
    """
    if step not in set(StepKind):
        raise BadRequest(f"{step!r} is no step; use one of {', '.join(BY_HAND)}")
    (one,) = of_case(case, name if name.startswith("itv_") else f"itv_{name}")
    letter = newer_letter(one, said.subject, said.text) if said.text is not None else None
    happened = Happened(
        intervention=one.intervention.id,
        kind=StepKind(step),
        day=said.day or today().isoformat(),
        words=said.words,
        value=said.value,
        until=said.until,
        document=find_document(case.state(), said.document) if said.document else None,
        letter=letter,
    )
    return note(case, happened)


def escalate(case: CaseFolder, name: str, next_body: Begun, words: str = "") -> Intervention:
    """Put an intervention to a next body: a new one that follows it, and a step of the old one that names it.

    Raises:
        BadRequest: there is no such intervention, or the next body agreed already.
    """
    with case.writing() as writing:
        one = follow_tables.intervention(writing.connection, name)
        if one is None:
            raise BadRequest(f"the case has no intervention {name}; see: clarion follow CASE")
        begun = replace(next_body, about=next_body.about or one.about, follows=one.id)
        _check_begun(begun)
        if begun.addressee.id == one.addressee.id:
            raise BadRequest(f"{one.addressee.name} is the body that was asked; name another one to put it to")
        _check_free(writing.connection, begun, today())
        made = following.begin(writing, begun)
        day = today().isoformat()
        following.happen(writing, Happened(one.id, StepKind.ESCALATED, day, words=words, value=made.id))
        return made


def held(case: CaseFolder, addressee: str, about: Iterable[str], *, day: datetime.date | None = None) -> Held | None:
    """Why an addressee is not to be written to about these things, or None."""
    with case.reading() as connection:
        return _held(connection, addressee, tuple(about), day or today())


def check_said(happened: Happened, day: datetime.date) -> Happened:
    """What a person says of an intervention, cleaned.

    Raises:
        BadRequest: see `note`.
    """
    kind, words = happened.kind, happened.words.strip()
    if kind not in BY_HAND:
        raise BadRequest(f"{kind} is not noted by hand; use one of {', '.join(BY_HAND)}")
    if _day(happened.day) > day:
        raise BadRequest(f"{happened.day} has not come yet; note what happened when it has")
    if happened.until is not None and _day(happened.until) < _day(happened.day):
        raise BadRequest(f"the day {happened.until} lies before {happened.day}; give a later one")
    if len(words) > _LONGEST:
        raise BadRequest(f"these words are longer than {_LONGEST} signs; put them into a document")
    if kind in _WITH_DAY and happened.until is None:
        raise BadRequest(f"{kind} needs a day by which an answer is due (--until)")
    if kind is StepKind.OUTCOME and happened.value not in set(Response):
        raise BadRequest(f"an outcome is one of {', '.join(Response)} (--value)")
    if kind is StepKind.APPROVED:
        _check_readers(happened.value, words)
    if kind is StepKind.ANSWERED and not words and happened.document is None:
        raise BadRequest("say what the answer was in words (--words), or name the document that holds it (--document)")
    if kind is StepKind.DRAFTED and happened.letter is None:
        raise BadRequest("a draft needs a letter")
    return replace(happened, words=words)


def _check_readers(view: str | None, words: str) -> None:
    """Whoever approves says by what view the letter is held: the public one, if nothing is said."""
    if view not in (None, View.PUBLIC, View.PARTNER):
        raise BadRequest("a letter is approved for the public or the partner view (--value)")
    if view == View.PARTNER and not words:
        raise BadRequest("say why this addressee may see what partners may (--words); it is kept in the log")


def newer_letter(one: Followed, subject: str | None, text: str) -> Letter:
    """A letter with a newer text; what it rests on stays.

    Raises:
        BadRequest: subject or text are empty.
    """
    letter = one.standing.letter
    known = letter or Letter("own", "en", (one.intervention.addressee.name,), today().isoformat(), "", "")
    subject = known.subject if subject is None else " ".join(subject.split())
    words = text.replace("\r\n", "\n").strip()
    if not subject or not words:
        raise BadRequest("a letter needs a subject and words")
    return replace(known, subject=subject, text=words)


def parties_of(connection: Connection, about: Sequence[str], addressees: Iterable[Addressee]) -> list[str]:
    """The ids of those of these addressees who are not to be written to about these things."""
    day = today()
    return [
        one.id
        for one in addressees
        if (hold := _held(connection, one.id, tuple(about), day)) is not None and hold.forbids
    ]


def _wanted(connection: Connection, asked: Asked) -> list[Intervention]:
    if asked.names is not None:
        return follow_tables.interventions(connection, asked.names)
    if asked.about is not None:
        return follow_tables.interventions_about(connection, asked.about)
    if asked.addressee is not None:
        return follow_tables.interventions_with(connection, asked.addressee)
    return follow_tables.interventions(connection)


def _named(connection: Connection, digits: str) -> str:
    found = [one.id for one in follow_tables.interventions(connection) if one.id.startswith(digits)]
    if len(found) != 1:
        many = f"fits {len(found)} interventions" if found else "is no intervention of the case"
        raise BadRequest(f"{digits} {many}; see: clarion follow CASE")
    return found[0]


def _check_begun(begun: Begun) -> None:
    if not begun.addressee.id.startswith("adr_") or not begun.addressee.name.strip():
        raise BadRequest("an addressee needs a name and an id that begins with adr_")


def _check_free(connection: Connection, begun: Begun, day: datetime.date) -> None:
    hold = _held(connection, begun.addressee.id, begun.about, day)
    if begun.kind in _WRITTEN and hold is not None and hold.forbids:
        raise BadRequest(f"{begun.addressee.name} {_why(connection, hold)}")


def _why(connection: Connection, hold: Held) -> str:
    if Sight(connection, person()).hides(hold.intervention):
        return "is not to be written to about this again"
    until = f", until {hold.until}" if hold.until else ""
    said = f"{hold.because} to this on {hold.since}{until} ({hold.intervention})"
    return f"{said}; if that no longer holds, note a new outcome there"


def _held(connection: Connection, addressee: str, about: tuple[str, ...], day: datetime.date) -> Held | None:
    return held_back(addressee, about, followed(connection, Asked(addressee=addressee), day=day), day)


def _check_turn(connection: Connection, happened: Happened, day: datetime.date) -> None:
    """What may not follow on what stands: approving nothing, sending what nobody approved."""
    found = followed(connection, Asked(names=(happened.intervention,)), day=day)
    if not found:
        raise BadRequest(f"the case has no intervention {happened.intervention}; see: clarion follow CASE")
    one, standing = found[0].intervention, found[0].standing
    if happened.kind is StepKind.APPROVED and standing.letter is None:
        raise BadRequest("there is no letter to approve; write it first")
    if happened.kind is StepKind.SENT and one.kind in _WRITTEN and not found[0].is_approved:
        raise BadRequest("the letter as it stands was not approved; approve it first")
    if happened.kind in (StepKind.APPROVED, StepKind.SENT) and standing.stage is not Stage.CLOSED:
        others = followed(connection, Asked(addressee=one.addressee.id), day=day)
        others = [other for other in others if other.intervention.id != one.id]
        hold = held_back(one.addressee.id, one.about, others, day)
        if one.kind in _WRITTEN and hold is not None and hold.forbids:
            raise BadRequest(f"{one.addressee.name} {_why(connection, hold)}")


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise BadRequest(f"{text!r} is no day; write it as 2026-03-02") from None
