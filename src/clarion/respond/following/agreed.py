"""Who is not to be written to again about something, and why: who agreed or promised, and whose answer is awaited."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from clarion.model.interventions import Response, StepKind
from clarion.respond.following.standing import Followed, Stage

_AWAITED = frozenset({Stage.SENDING, Stage.SENT, Stage.DELIVERED, Stage.ACKNOWLEDGED, Stage.EXTENDED})


class HeldBecause(StrEnum):
    """Why an addressee is not to be written to."""

    AGREED = "agreed"
    PLEDGED = "pledged"
    AWAITED = "awaited"  # an answer may still come in time: a new letter is a question of tact, not of harm


@dataclass(frozen=True, slots=True)
class Held:
    """Why an addressee is not to be written to. `until` is the day of the pledge or of the answer, where one is known.

    `words` are those that were noted with the outcome.
    """

    because: HeldBecause
    intervention: str
    since: str | None
    until: str | None = None
    words: str = ""

    @property
    def forbids(self) -> bool:
        """Whether a letter must not go: who agreed is not asked again."""
        return self.because is not HeldBecause.AWAITED


def held_back(addressee: str, about: Iterable[str], known: Iterable[Followed], day: datetime.date) -> Held | None:
    """Why an addressee (by id) is not to be written to about these things on a day, or None.

    A pledge whose day has passed holds nobody back: the addressee may be reminded of it.
    """
    wanted = set(about)
    touching = [
        one for one in known if one.intervention.addressee.id == addressee and wanted & set(one.intervention.about)
    ]
    found = [held for one in touching if (held := _held(one, day)) is not None]
    # what was agreed weighs more than what is awaited, and the newest word more than an older one
    return max(found, key=lambda held: (held.forbids, held.since or "", held.intervention), default=None)


def _held(one: Followed, day: datetime.date) -> Held | None:
    standing, name = one.standing, one.intervention.id
    until = standing.deadline.day if standing.deadline else None
    if standing.stage in _AWAITED:
        return Held(HeldBecause.AWAITED, name, standing.since, until)
    if standing.stage is not Stage.CLOSED:
        return None
    words = next((step.words for step in reversed(one.steps) if step.kind is StepKind.OUTCOME), "")
    if standing.response is Response.FAVOURABLE:
        return Held(HeldBecause.AGREED, name, standing.since, None, words)
    if standing.response is Response.PLEDGE and (until is None or until >= day.isoformat()):
        return Held(HeldBecause.PLEDGED, name, standing.since, until, words)
    return None
