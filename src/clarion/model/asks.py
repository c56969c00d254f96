"""The nouns of what documents call for: asks, and actions that people can do or attend."""

from dataclasses import dataclass

from clarion.model.ids import ActId, ClaimId
from clarion.model.vocabulary import AskFate


@dataclass(frozen=True, slots=True)
class Ask:
    """A demand found in documents, merged across them.

    `fate` is what became of it as far as the documents tell, and `fate_claims` are the claims that show it.
    `conflicts` are asks (ids) that put the opposite to the same addressee.
    """

    id: str
    addressee: str | None
    act: ActId
    text: str
    deadline: str | None = None
    claims: tuple[ClaimId, ...] = ()
    made_by: tuple[str, ...] = ()
    fate: AskFate = AskFate.OPEN
    fate_claims: tuple[ClaimId, ...] = ()
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something people can do or attend.

    `timezone_problem`: the zone as written contradicts the date. `is_floating`: it begins at one hour of the clock in
    several places at once, so no zone is its own. `days` are further days of an observance that returns, each explicit,
    and `days_rule` says in words how they were reckoned.
    """

    id: str
    kind: ActId
    title: str
    start: str | None = None
    end: str | None = None
    timezone: str | None = None
    timezone_problem: bool = False
    place: str | None = None
    addressee: str | None = None
    status: str = "announced"
    claims: tuple[ClaimId, ...] = ()
    timezone_as_written: str | None = None
    is_floating: bool = False
    days: tuple[str, ...] = ()
    days_rule: str | None = None
