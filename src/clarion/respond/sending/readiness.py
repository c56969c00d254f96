"""Whether a letter may go by mail: approved as it stands, to somebody with an address, and not gone already."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clarion.model.interventions import ContactKind, Intervention, InterventionKind, Letter, Step, StepKind
from clarion.model.vocabulary import View

_ON_THE_WAY = (StepKind.SENDING, StepKind.SENT, StepKind.NOT_SENT)


class Standing(StrEnum):
    """Where the sending of a letter stands."""

    READY = "ready"
    NO_LETTER = "no_letter"
    NOT_APPROVED = "not_approved"  # or changed since
    NO_ADDRESS = "no_address"
    CANCELLED = "cancelled"
    SENT = "sent"
    UNSURE = "unsure"  # it was about to go, and nobody noted what became of it


@dataclass(frozen=True, slots=True)
class Readiness:
    """Where it stands, the letter as it stands now, the address it goes to, and why it may not go."""

    standing: Standing
    letter: Letter | None = None
    address: str | None = None
    why: str = ""


def readiness(intervention: Intervention, steps: Sequence[Step]) -> Readiness:
    """Whether the letter of an intervention may go. `steps` are its own, in the order of the log.

    Of several e-mail addresses of an office the first counts. What is approved is the text at the moment of approval:
    a newer draft has to be approved anew.
    """
    letter, is_approved = _letter(intervention, steps)
    address = next((one.value for one in intervention.addressee.contacts if one.kind is ContactKind.EMAIL), None)
    last = next((step.kind for step in reversed(steps) if step.kind in _ON_THE_WAY), None)
    standing, why = Standing.READY, ""
    if any(step.kind is StepKind.CANCELLED for step in steps):
        standing, why = Standing.CANCELLED, "it was cancelled"
    elif any(step.kind is StepKind.SENT for step in steps):
        standing, why = Standing.SENT, "it was sent already; begin another intervention to write again"
    elif last is StepKind.SENDING:
        standing, why = (
            Standing.UNSURE,
            "it was handed over, or about to be, and what became of it is not known: look for it among what your mail "
            "server sent, then note that it was sent, or send it again with --again and the reason",
        )
    elif letter is None:
        standing, why = Standing.NO_LETTER, "it has no letter"
    elif not is_approved:
        standing, why = Standing.NOT_APPROVED, "nobody has approved the letter as it stands"
    elif address is None:
        standing, why = Standing.NO_ADDRESS, f"{intervention.addressee.name} has no e-mail address"
    return Readiness(standing, letter, address, why)


def view_of(intervention: Intervention, steps: Sequence[Step]) -> View:
    """What the addressee may see of the case, by which the letter is held when it leaves.

    The public view, but where whoever approved the letter as it stands said that this addressee may see what partners
    may. A submission goes to a body that is bound to keep it.
    """
    last = next((step for step in reversed(steps) if step.kind in (StepKind.DRAFTED, StepKind.APPROVED)), None)
    is_told = last is not None and last.kind is StepKind.APPROVED and last.value == View.PARTNER
    return View.PARTNER if is_told or intervention.kind is InterventionKind.SUBMISSION else View.PUBLIC


def _letter(intervention: Intervention, steps: Sequence[Step]) -> tuple[Letter | None, bool]:
    letter, is_approved = intervention.letter, False
    for step in steps:
        if step.kind is StepKind.DRAFTED:
            letter, is_approved = step.letter, False
        elif step.kind is StepKind.APPROVED:
            letter, is_approved = step.letter or letter, True
    return letter, is_approved and letter is not None
