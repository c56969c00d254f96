"""By when an answer is due: a day set by a person, else a rule of `deadlines.toml` with its source."""

import datetime
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clarion.model.interventions import Intervention, Step, StepKind

# with what went out, or after it, one of these may name another day
_NAMING = (StepKind.SENT, StepKind.EXTENDED, StepKind.REMINDED)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for an answer (ISO 8601). `source` is the rule; empty where a person set the day."""

    day: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    source: str
    addressee: str = ""
    days: int | None = None


def deadline_of(one: Intervention, steps: Sequence[Step]) -> Deadline | None:
    """The deadline of an intervention, or None when nothing went out or no rule gives one.

    Args:
        one: the intervention.
        steps: what happened to it, in the order of the log.
    """
    sent = next((step for step in reversed(steps) if step.kind is StepKind.SENT), None)
    if named := _named(steps):
        return Deadline(named)
    rule = _rule(one)
    if sent is None or rule is None or rule.days is None:
        return None
    day = datetime.date.fromisoformat(sent.day) + datetime.timedelta(days=rule.days)
    return Deadline(day.isoformat(), rule.source)


def _named(steps: Sequence[Step]) -> str | None:
    """The day that was named last for what went out last; a day set before that counts until the sending before it."""
    sent = [at for at, step in enumerate(steps) if step.kind is StepKind.SENT]
    last, before = (sent[-1] if sent else len(steps)), (sent[-2] if len(sent) > 1 else -1)
    for at in range(len(steps) - 1, before, -1):
        step = steps[at]
        if step.until and (step.kind is StepKind.DEADLINE or (at >= last and step.kind in _NAMING)):
            return step.until
    return None


def _rule(one: Intervention) -> _Rule | None:
    to = one.addressee.id
    return next((rule for rule in _rules() if rule.kind == one.kind and to.startswith(rule.addressee)), None)


@cache
def _rules() -> tuple[_Rule, ...]:
    text = files(__package__).joinpath("deadlines.toml").read_text(encoding="utf-8")
    return tuple(_Rule(**rule) for rule in tomllib.loads(text)["rule"])
