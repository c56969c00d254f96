"""When each mail goes: not all at once, not the same addressee twice in a row, and not to the second."""

import datetime
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clarion.mailing import Pace


@dataclass(frozen=True, slots=True)
class Queued:
    """A mail that waits: what it belongs to, and to whom it goes."""

    id: str
    addressee: str


@dataclass(frozen=True, slots=True)
class Due:
    """A mail and the earliest moment at which it goes (UTC)."""

    queued: Queued
    at: datetime.datetime


def schedule(
    queued: Sequence[Queued],
    pace: Pace,
    rng: random.Random,
    start: datetime.datetime,
    last: Mapping[str, datetime.datetime] | None = None,
) -> tuple[Due, ...]:
    """A moment for each mail, in the order in which they go.

    Between any two mails lies at least `pace.between`, between two to one addressee `pace.between_to_one`; each wait is
    longer by a chance share of up to `pace.jitter`. A mail that has to wait for its addressee lets others go first.
    The same arguments, `rng` in the same state, give the same moments.

    Args:
        start: the earliest moment for the first.
        last: when each addressee was last written to.
    """
    free = {
        addressee: moment + _wait(pace.between_to_one, pace, rng) for addressee, moment in sorted((last or {}).items())
    }
    waiting, now, planned = list(queued), start, []
    while waiting:
        first = min(waiting, key=lambda one: max(now, free.get(one.addressee, now)))  # of equals the first in order
        waiting.remove(first)
        at = max(now, free.get(first.addressee, now))
        planned.append(Due(first, at))
        now = at + _wait(pace.between, pace, rng)
        free[first.addressee] = at + _wait(pace.between_to_one, pace, rng)
    return tuple(planned)


def _wait(seconds: float, pace: Pace, rng: random.Random) -> datetime.timedelta:
    return datetime.timedelta(seconds=seconds * (1 + pace.jitter * rng.random()))
