"""Channels: by which procedures a report can be carried further, for this state, these persons and this time.

A closed channel is listed with the reason; one of which the table cannot tell is unknown, never closed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

import msgspec

from clarion.assess.binding import court_reach
from clarion.assess.scene import CHILD_WORDS, WOMAN_WORDS
from clarion.assess.territory import answering
from clarion.model import ActId, Bound, Incident
from clarion.model.intervals import first_day
from clarion.reference import states, treaties

_COURT = "rome-1998"


class Access(StrEnum):
    """Whether a procedure is open."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Channel:
    """A procedure, whether it is open, and why. `reasons` speak to this state and time; `gate` holds for all."""

    id: str
    name: str
    access: Access
    reasons: tuple[str, ...]
    asks: tuple[str, ...]
    gate: str
    advice: tuple[str, ...]
    sources: tuple[str, ...]
    checked_on: str
    sure: str


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    name: str
    acts: tuple[ActId, ...]
    asks: tuple[str, ...]
    gate: str
    sources: tuple[str, ...]
    checked_on: str
    sure: str
    instrument: str = ""
    procedure: str = ""
    person: str = ""
    urgent_days: int | None = None
    bars: frozenset[str] = frozenset()
    home: bool = False
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Listed:
    known_to: date
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class _File:
    listed: _Listed
    none: _Listed
    channel: tuple[_Rule, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A state, the day of asking, and the incident."""

    state: str
    day: date
    incident: Incident

    @property
    def happened(self) -> date:
        """The first day of the incident; the day of asking when it is not known."""
        return first_day(self.incident.when) or self.day


_Answer = tuple[Access, str]


def open_channels(state: str, day: date, incident: Incident) -> tuple[Channel, ...]:
    """Every procedure that takes up the incident's act, open ones first, each with the reason when it is not open.

    Args:
        state: code or ref (`CN`, `state:CN`) of the state complained of; a territory is taken as its state.
        day: the day on which one would ask.
        incident: its act, first day and affected decide.
    """
    code = state.removeprefix("state:").upper()
    asked = _Asked(answering(code) or code, day, incident)
    found = [_channel(rule, asked) for rule in _file().channel if not rule.acts or incident.act in rule.acts]
    order = list(Access)
    return tuple(sorted(found, key=lambda one: order.index(one.access)))


def _channel(rule: _Rule, asked: _Asked) -> Channel:
    answers = [answer for check in _CHECKS if (answer := check(rule, asked))]
    if not answering(asked.state):
        answers = [(Access.CLOSED, "It is no state.")]
    worst = max((list(Access).index(access) for access, _ in answers if access != Access.CLOSED), default=0)
    closed = [reason for access, reason in answers if access == Access.CLOSED]
    access = Access.CLOSED if closed else list(Access)[worst]
    return Channel(
        id=rule.id,
        name=rule.name,
        access=access,
        reasons=tuple(closed or [reason for _, reason in answers]),
        asks=rule.asks,
        gate=rule.gate,
        advice=rule.advice,
        sources=rule.sources,
        checked_on=rule.checked_on,
        sure=rule.sure,
    )


def _instrument(rule: _Rule, asked: _Asked) -> _Answer | None:
    """The treaty must bind the state when it happened, and still when one asks."""
    if not rule.instrument:
        return None
    if rule.instrument == _COURT:
        return _court(asked)
    then = treaties.status(asked.state, rule.instrument, asked.happened)
    now = treaties.status(asked.state, rule.instrument, asked.day)
    name = states.state(asked.state).name if states.is_state(asked.state) else asked.state
    where = f"{rule.instrument}; {now.source}"
    if then.bound == Bound.YES and now.bound == Bound.YES:
        return None
    if then.bound == Bound.UNKNOWN or now.bound == Bound.UNKNOWN:
        return Access.UNKNOWN, f"Whether the treaty binds {name} is not known ({where})."
    if rule.home and (homes := _homes_bound(rule, asked)):
        told = ", ".join(states.state(home).name for home in homes)
        return Access.OPEN, f"The state is not bound, but those affected are nationals of a party ({told})."
    if then.bound == Bound.SIGNED_ONLY:
        return Access.CLOSED, f"{name} has signed the treaty and not ratified it ({where})."
    if then.bound == Bound.YES:
        return Access.CLOSED, f"The treaty no longer binds {name} ({where})."
    if now.bound == Bound.YES:
        return Access.CLOSED, f"The treaty did not yet bind {name} on {asked.happened} (since {now.since}; {where})."
    return Access.CLOSED, f"{name} is not a party to the treaty ({where})."


def _court(asked: _Asked) -> _Answer | None:
    places = {place.country for place in asked.incident.where if place.country}
    reach = court_reach(asked.state, asked.happened, sorted(places - {asked.state}))
    if reach.bound == Bound.YES:
        return Access.OPEN, f"The Court has reach: {reach.source}."
    access = Access.UNKNOWN if reach.bound == Bound.UNKNOWN else Access.CLOSED
    return access, reach.source[0].upper() + reach.source[1:] + "."


def _homes_bound(rule: _Rule, asked: _Asked) -> list[str]:
    ref = asked.incident.affected.ref if asked.incident.affected else None
    homes = [ref.removeprefix("nationality:")] if ref and ref.startswith("nationality:") else []
    return [home for home in homes if treaties.status(home, rule.instrument, asked.happened).bound == Bound.YES]


def _procedure(rule: _Rule, asked: _Asked) -> _Answer | None:
    """The state must have accepted complaints: by an optional protocol, or by a declaration under an article."""
    if not rule.procedure:
        return None
    listed = _file().listed
    accepted = treaties.accepts_complaints(asked.state, rule.procedure)
    if "/" not in rule.procedure:  # a protocol has a status of its own, an article has that of its treaty
        accepted = accepted or treaties.status(asked.state, rule.procedure, asked.day).bound == Bound.YES
    if accepted:
        return Access.OPEN, f"The state accepts complaints ({rule.procedure}; {treaties.DEPOSITARY})."
    none = _file().none
    if asked.state in none.states:
        return Access.CLOSED, f"The state accepts no complaints ({rule.procedure}; known to {none.known_to})."
    if asked.state in listed.states and asked.day <= listed.known_to:
        return Access.CLOSED, f"The state accepts no complaints ({rule.procedure}; known to {listed.known_to})."
    return (
        Access.UNKNOWN,
        f"Whether the state accepts complaints is not known ({rule.procedure}; {treaties.DEPOSITARY}).",
    )


def _bars(rule: _Rule, asked: _Asked) -> _Answer | None:
    if asked.state not in rule.bars:
        return None
    return Access.CLOSED, "The state has declared that it does not accept this procedure."


def _person(rule: _Rule, asked: _Asked) -> _Answer | None:
    """Whether the persons whom it is for are among those affected; silence leaves it open to ask."""
    if not rule.person:
        return None
    wanted = {"woman": WOMAN_WORDS, "child": CHILD_WORDS}[rule.person]
    affected = asked.incident.affected
    said = frozenset((affected.description or "").lower().replace(",", " ").split()) if affected else frozenset()
    if said & wanted:
        return None
    who = "women or girls" if rule.person == "woman" else "children"
    return Access.UNKNOWN, f"It is for {who}; whether any are among those affected is not said."


def _time(rule: _Rule, asked: _Asked) -> _Answer | None:
    happened = first_day(asked.incident.when)
    if happened is not None and asked.day < happened:
        return (
            Access.OPEN,
            "It has not happened on the day of asking: it can be put as a feared act, where that is taken.",
        )
    if rule.urgent_days is None:
        return None
    if happened is None:
        return Access.OPEN, "Whether its urgent form is open hangs on the day of the incident, which is not known."
    if (asked.day - happened).days <= rule.urgent_days:
        return Access.OPEN, f"Urgent form: within {rule.urgent_days} days of {happened}."
    return Access.OPEN, f"Standard form only: more than {rule.urgent_days} days after {happened}."


_CHECKS = (_instrument, _procedure, _bars, _person, _time)


@cache
def _file() -> _File:
    return msgspec.toml.decode((files("clarion.assess") / "channels.toml").read_bytes(), type=_File)
