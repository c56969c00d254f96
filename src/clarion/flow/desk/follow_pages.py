"""Follow-up as programs read it: lists by cursor, and what is worked out of the steps said beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from clarion.flow.desk.paging import Page, Paging
from clarion.flow.following import Followed
from clarion.flow.incoming import Came
from clarion.flow.sending import Sent
from clarion.mailing import Mail
from clarion.model.errors import BadRequest
from clarion.model.interventions import StepKind
from clarion.respond.following import Stage
from clarion.respond.sending import Readiness

_AFTER, _BEFORE = "after.", "before."


@dataclass(frozen=True, slots=True)
class FollowFilter:
    """Which interventions: `about` a thing, at a stage, open or not, overdue."""

    about: str | None = None
    stage: str | None = None
    open: bool | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class InterventionRow:
    """An intervention, with whether anything is to be done or waited for, and what is due next in English."""

    followed: Followed
    is_open: bool
    is_approved: bool
    due: str


@dataclass(frozen=True, slots=True)
class MailSheet:
    """A mail as it would go: its envelope, what its receiver reads, every byte of it, and why it may not go, if so."""

    sender: str
    recipient: str
    copy: str | None
    subject: str
    text: str
    content: str  # ASCII
    why: str


@dataclass(frozen=True, slots=True)
class CameSheet:
    """What a mail that was taken in is, as the step it would be, and the interventions that it may belong to."""

    kind: StepKind | None
    came: Came


@dataclass(frozen=True, slots=True)
class SentSheet:
    """What became of a letter that was to be sent."""

    is_sent: bool
    sent: Sent


def row_of(one: Followed) -> InterventionRow:
    """An intervention with what is worked out of its steps."""
    return InterventionRow(one, one.standing.is_open, one.is_approved, one.due_words)


def page_of(found: Sequence[Followed], chosen: FollowFilter, paging: Paging) -> Page[InterventionRow]:
    """A page of interventions, in the order given.

    Raises:
        BadRequest: the stage is none, or the cursor is of another list.
    """
    if chosen.stage is not None and chosen.stage not in set(Stage):
        raise BadRequest(f"{chosen.stage!r} is no stage; use one of {', '.join(Stage)}")
    wanted = [one for one in found if _fits(one, chosen)]
    at = _start(wanted, paging)
    items = wanted[at : at + paging.size]
    end = at + len(items)
    return Page(
        items=tuple(map(row_of, items)),
        next=_AFTER + items[-1].intervention.id if end < len(wanted) else None,
        previous=_BEFORE + items[0].intervention.id if at and items else None,
        total=len(wanted),
        more=end < len(wanted),
    )


def mail_sheet(mail: Mail, readiness: Readiness) -> MailSheet:
    """A mail as it would go."""
    content = mail.content.decode("ascii", "replace")
    return MailSheet(mail.sender, mail.recipient, mail.copy, mail.subject, mail.text, content, readiness.why)


def _fits(one: Followed, chosen: FollowFilter) -> bool:
    standing = one.standing
    return (
        (chosen.stage is None or standing.stage == chosen.stage)
        and (chosen.open is None or standing.is_open == chosen.open)
        and (not chosen.overdue or standing.stage is Stage.OVERDUE)
    )


def _start(wanted: Sequence[Followed], paging: Paging) -> int:
    if paging.cursor is None:
        return 0
    mark = next((one for one in (_AFTER, _BEFORE) if paging.cursor.startswith(one)), "")
    names = [one.intervention.id for one in wanted]
    name = paging.cursor.removeprefix(mark)
    if not mark or name not in names:
        raise BadRequest("this cursor is of another list; begin again without one")
    return names.index(name) + 1 if mark == _AFTER else max(0, names.index(name) - paging.size)
