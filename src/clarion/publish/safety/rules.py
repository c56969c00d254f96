"""Which details make day and place of their sentence coarse, by rules that are data (`coarse.toml`)."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from clarion.model import Claim, Detail, DetailKind, DocumentId, Incident, Span
from clarion.publish.safety.coarse import is_fine_day, is_fine_place
from clarion.publish.safety.incidents import claims_of
from clarion.publish.safety.told import Coarsened


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `coarse.toml`."""

    kind: DetailKind
    day: bool
    place: bool
    why: str


@lru_cache(maxsize=1)
def rules() -> Mapping[DetailKind, Rule]:
    """The rules, by kind."""
    data = (resources.files(__package__) / "coarse.toml").read_text(encoding="utf-8")
    told = tomllib.loads(data)["rule"]
    made = [
        Rule(DetailKind(one["kind"]), one.get("day") == "month", one.get("place") == "region", one["why"])
        for one in told
    ]
    return {one.kind: one for one in made}


def explained(kind: DetailKind) -> str:
    """What a detail of this kind makes coarse and why, in a sentence; empty where it makes nothing coarse."""
    rule = rules().get(kind)
    if rule is None:
        return ""
    told = " and ".join([*(["the month"] if rule.day else []), *(["the region"] if rule.place else [])])
    what = " and ".join([*(["day"] if rule.day else []), *(["place"] if rule.place else [])])
    return f"{what} told with it become {told}: {rule.why}"


def coarsened(
    details: Iterable[Detail], claims: Iterable[Claim], incidents: Iterable[Incident]
) -> dict[str, Coarsened]:
    """The claims whose day or place is told coarsely; `details` are those that are withheld.

    A claim counts where a detail stands in its words; and with one claim of an incident count all.
    """
    held: dict[DocumentId, list[tuple[Span, Rule]]] = {}
    for detail in details:
        if detail.kind in rules() and detail.span[1] > detail.span[0]:
            held.setdefault(detail.document, []).append((detail.span, rules()[detail.kind]))
    known: dict[str, Claim] = {claim.id: claim for claim in claims}
    found: dict[str, Coarsened] = {}
    for claim in known.values():
        on = [rule for span, rule in held.get(claim.document, ()) if _touches(claim.span, span)]
        if on:
            found[claim.id] = _joined(on)
    for incident in incidents:
        told = [name for name in claims_of(incident) if name in known]
        direct = [found[name] for name in told if name in found]
        if direct:
            whole = Coarsened(direct[0].kind, any(one.day for one in direct), any(one.place for one in direct))
            found |= dict.fromkeys(told, whole)
    return {name: one for name, one in found.items() if _is_fine(known[name], one)}


def _joined(on: list[Rule]) -> Coarsened:
    return Coarsened(on[0].kind, any(rule.day for rule in on), any(rule.place for rule in on))


def _is_fine(claim: Claim, one: Coarsened) -> bool:
    """Whether there is anything to make coarse."""
    return (one.day and is_fine_day(claim.when)) or (one.place and any(map(is_fine_place, claim.where)))


def _touches(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
