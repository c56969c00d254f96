"""Where an intervention stands on a day, worked out from its steps: never stored, so a step is all that is ever said.

The steps are read in the order of the log. Within one sending a later word of the mail takes nothing back: "delivered"
after "answered" leaves it answered. A new sending begins anew.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clarion.model.ids import DocumentId
from clarion.model.interventions import Intervention, Letter, Response, Step, StepKind
from clarion.respond.following.deadlines import Deadline, deadline_of


class Stage(StrEnum):
    """Where an intervention stands."""

    BEGUN = "begun"  # nothing is written yet
    DRAFTED = "drafted"
    APPROVED = "approved"
    SENDING = "sending"  # handed to a mail server, and nobody knows yet whether it went
    NOT_SENT = "not_sent"
    SENT = "sent"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    ACKNOWLEDGED = "acknowledged"
    EXTENDED = "extended"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Due(StrEnum):
    """What is to be done next."""

    WRITE = "write"
    APPROVE = "approve"
    SEND = "send"
    LOOK_WHETHER_SENT = "look_whether_sent"
    FIND_ADDRESS = "find_address"
    WAIT = "wait"
    SET_DEADLINE = "set_deadline"
    REMIND = "remind"
    ESCALATE = "escalate"
    SAY_OUTCOME = "say_outcome"
    GIVE_MORE = "give_more"
    HOLD_TO_PLEDGE = "hold_to_pledge"
    NOTHING = "nothing"


DUE_WORDS = {
    Due.WRITE: "write the letter",
    Due.APPROVE: "read the letter and approve it",
    Due.SEND: "send it",
    Due.LOOK_WHETHER_SENT: "find out whether it went, and note it",
    Due.FIND_ADDRESS: "find an address that works and send it again",
    Due.WAIT: "wait for an answer",
    Due.SET_DEADLINE: "set a day by which an answer is due",
    Due.REMIND: "remind the addressee",
    Due.ESCALATE: "put it to a next body",
    Due.SAY_OUTCOME: "read the answer and say what came of it",
    Due.GIVE_MORE: "give what the addressee asks for",
    Due.HOLD_TO_PLEDGE: "see whether the pledge is kept",
    Due.NOTHING: "nothing",
}

_BEFORE = {StepKind.DRAFTED: Stage.DRAFTED, StepKind.APPROVED: Stage.APPROVED}
# how far one sending has come; a lower one takes nothing back
_RANK = {Stage.SENT: 1, Stage.DELIVERED: 2, Stage.BOUNCED: 3, Stage.ACKNOWLEDGED: 4, Stage.ANSWERED: 5}
_HANDED = {StepKind.SENDING: Stage.SENDING, StepKind.NOT_SENT: Stage.NOT_SENT, StepKind.SENT: Stage.SENT}
_CAME_BACK = {
    StepKind.DELIVERED: Stage.DELIVERED,
    StepKind.BOUNCED: Stage.BOUNCED,
    StepKind.ACKNOWLEDGED: Stage.ACKNOWLEDGED,
    StepKind.ANSWERED: Stage.ANSWERED,
}
_ENDING = {StepKind.ESCALATED: Stage.ESCALATED, StepKind.CANCELLED: Stage.CANCELLED}
_WAITING = frozenset({Stage.SENT, Stage.DELIVERED, Stage.ACKNOWLEDGED, Stage.EXTENDED})
_OUT = _WAITING | {Stage.BOUNCED, Stage.ANSWERED, Stage.ESCALATED, Stage.CLOSED, Stage.SENDING}
# who was reminded and stays silent is not reminded a second time: the next body is
_REMINDERS = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an intervention stands. Days are ISO 8601; `days_left` is below 0 when the deadline has passed.

    `letter` is the newest text and `sent` the one that went out; `is_newer_draft`: the newest has not gone out.
    """

    stage: Stage
    since: str | None
    due: Due
    deadline: Deadline | None = None
    days_left: int | None = None
    response: Response | None = None
    letter: Letter | None = None
    sent: Letter | None = None
    is_newer_draft: bool = False
    reminders: int = 0
    answers: tuple[DocumentId, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether anything is to be done or waited for."""
        return self.stage not in (Stage.CANCELLED, Stage.ESCALATED) and self.due is not Due.NOTHING


@dataclass(frozen=True, slots=True)
class Followed:
    """An intervention with its steps, in the order of the log, and where it stands."""

    intervention: Intervention
    steps: tuple[Step, ...]
    standing: Standing

    @property
    def is_approved(self) -> bool:
        """Whether the newest text was approved since it was written."""
        last = next((step for step in reversed(self.steps) if step.kind in _BEFORE), None)
        return last is not None and last.kind is StepKind.APPROVED

    @property
    def due_words(self) -> str:
        """What is due next, in English."""
        return DUE_WORDS[self.standing.due]


@dataclass(slots=True)
class _Told:
    """What the steps read so far tell."""

    stage: Stage
    since: str | None
    letter: Letter | None
    draft: Stage | None  # of a text that is newer than what went out
    sent: Letter | None = None
    response: Response | None = None
    reminders: int = 0
    until: str | None = None  # of the last outcome


def follow(one: Intervention, steps: Sequence[Step], day: datetime.date) -> Followed:
    """Where an intervention stands on a day.

    Args:
        one: the intervention.
        steps: what happened to it, in the order of the log.
        day: the day that is asked about; the deadline itself is still in time.
    """
    told = _Told(Stage.DRAFTED if one.letter else Stage.BEGUN, one.at[:10], one.letter, None)
    for step in steps:
        _tell(told, step)
    deadline = deadline_of(one, steps)
    if told.stage is Stage.CLOSED:
        deadline = Deadline(told.until) if told.until else None
    left = (datetime.date.fromisoformat(deadline.day) - day).days if deadline else None
    stage, since = told.stage, told.since
    if deadline and left is not None and left < 0 and stage in _WAITING:
        stage, since = Stage.OVERDUE, deadline.day
    standing = Standing(
        stage=stage,
        since=since,
        due=_due(told, stage, deadline, left),
        deadline=deadline if stage in _WAITING | {Stage.OVERDUE, Stage.CLOSED} else None,
        days_left=left if stage in _WAITING | {Stage.OVERDUE, Stage.CLOSED} else None,
        response=told.response,
        letter=told.letter,
        sent=told.sent,
        is_newer_draft=told.draft is not None and told.stage in _OUT,
        reminders=told.reminders,
        answers=tuple(dict.fromkeys(step.document for step in steps if step.document is not None)),
    )
    return Followed(one, tuple(steps), standing)


def agenda(followed: Iterable[Followed]) -> list[Followed]:
    """What is to be followed up, what is overdue longest first, then by deadline, then what has none, then the rest."""

    def place(one: Followed) -> tuple[bool, bool, str, str, str]:
        standing = one.standing
        day = standing.deadline.day if standing.deadline else ""
        return not standing.is_open, not day, day, one.intervention.at, one.intervention.id

    return sorted(followed, key=place)


def _tell(told: _Told, step: Step) -> None:
    kind = step.kind
    if step.letter is not None:
        told.letter = step.letter
    if kind in _BEFORE:
        told.draft = _BEFORE[kind]
        if told.stage not in _OUT:
            _move(told, _BEFORE[kind], step)
    elif kind in _HANDED:
        _hand(told, step)
    elif kind in _CAME_BACK:
        stage = _CAME_BACK[kind]
        if told.stage in (Stage.CLOSED, Stage.ESCALATED) and stage is not Stage.ANSWERED:
            return
        if _RANK[stage] >= _RANK.get(told.stage, 0):
            _move(told, stage, step)
    elif kind is StepKind.EXTENDED:
        _move(told, Stage.EXTENDED, step)
    elif kind is StepKind.REMINDED:
        told.reminders += 1
    elif kind in _ENDING:
        _move(told, _ENDING[kind], step)
    elif kind is StepKind.OUTCOME:
        told.response = Response(step.value) if step.value in set(Response) else None
        told.until = step.until
        # who asks for more waits for an answer of ours, so nothing is closed
        _move(told, Stage.ANSWERED if told.response is Response.ASKS_FOR_MORE else Stage.CLOSED, step)


def _hand(told: _Told, step: Step) -> None:
    if step.kind is StepKind.SENT:
        told.sent, told.draft = told.letter, None
        if told.response is Response.ASKS_FOR_MORE:
            told.response = None
    _move(told, _HANDED[step.kind], step)


def _move(told: _Told, stage: Stage, step: Step) -> None:
    told.stage, told.since = stage, step.day


def _due(told: _Told, stage: Stage, deadline: Deadline | None, left: int | None) -> Due:
    if stage in (Stage.CANCELLED, Stage.ESCALATED):
        return Due.NOTHING
    if stage is Stage.CLOSED:
        return Due.HOLD_TO_PLEDGE if told.response is Response.PLEDGE else Due.NOTHING
    if told.draft is not None and stage in _OUT | {Stage.OVERDUE, Stage.NOT_SENT} and stage is not Stage.SENDING:
        return Due.APPROVE if told.draft is Stage.DRAFTED else Due.SEND
    if stage is Stage.ANSWERED:
        return Due.GIVE_MORE if told.response is Response.ASKS_FOR_MORE else Due.SAY_OUTCOME
    if stage is Stage.OVERDUE:
        return Due.REMIND if told.reminders < _REMINDERS else Due.ESCALATE
    if stage in _WAITING:
        return Due.WAIT if deadline else Due.SET_DEADLINE
    return _DUE_BEFORE[stage]


_DUE_BEFORE = {
    Stage.BEGUN: Due.WRITE,
    Stage.DRAFTED: Due.APPROVE,
    Stage.APPROVED: Due.SEND,
    Stage.SENDING: Due.LOOK_WHETHER_SENT,
    Stage.NOT_SENT: Due.SEND,
    Stage.BOUNCED: Due.FIND_ADDRESS,
}
