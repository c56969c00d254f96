"""What stands in `effects.toml`: what reservations, declarations, territory and withdrawals change in a finding."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from clarion.model import ElementState
from clarion.reference import states


@dataclass(frozen=True, slots=True)
class Effect:
    """What a reservation, declaration or territorial note does to a rule; the fields are explained in the file."""

    state: str
    norms: tuple[str, ...]
    condition: str
    becomes: str
    reason: str
    sure: str
    group: str = ""
    territories: tuple[str, ...] = ()
    element: str = ""
    test: str = ""
    only_if: ElementState | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NotJoining:
    """A signatory that has made clear that it will not become a party."""

    state: str
    instrument: str
    since: date


@dataclass(frozen=True, slots=True)
class Reach:
    """A situation over which the Court has reach without membership; `certain` is false when only part is covered."""

    state: str
    since: date
    how: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Effects:
    groups: dict[str, frozenset[str]]
    territories: dict[str, str]
    no_state: dict[str, frozenset[str]]
    effect: tuple[Effect, ...]
    not_joining: tuple[NotJoining, ...] = field(default=())
    reach: tuple[Reach, ...] = field(default=())


@cache
def effects() -> _Effects:
    """The file, read once."""
    text = (files("clarion.assess") / "effects.toml").read_bytes()
    return msgspec.toml.decode(text, type=_Effects)


def answering(code: str | None) -> str | None:
    """The state that answers for a code: itself, the state of a territory, or None for what is no state."""
    if code is None or code in effects().no_state["codes"] or not states.is_state(code):
        return None
    return effects().territories.get(code, code)


def is_in_group(code: str, group: str) -> bool:
    """Whether a state belongs to a group of the file."""
    return code in effects().groups[group]
