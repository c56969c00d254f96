"""How sure an incident is, by the first rule that fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from clarion.model import Claim, Count, CountKind, DocumentId, StanceKind, Status, Unit
from clarion.reconcile.likeness import agree, reach


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status of an incident rests on."""

    claims: Sequence[Claim]
    has_denials: bool
    has_rivals: bool
    origins: int
    counts_clash: bool


def status_of(standing: Standing) -> Status:
    """Disputed, corroborated, reported, denied or warned: the first that fits. Confirmed and refuted are for people."""
    told = [claim for claim in standing.claims if claim.stance != StanceKind.EXPECTED]
    if told and (standing.has_denials or standing.has_rivals or standing.counts_clash):
        return Status.DISPUTED
    if told and standing.origins >= 2:
        return Status.CORROBORATED
    if any(claim.stance != StanceKind.POSSIBLE for claim in told):
        return Status.REPORTED
    if standing.has_denials:
        return Status.DENIED
    return Status.WARNED


def main_figures(claims: Sequence[Claim]) -> dict[DocumentId, Count]:
    """For each document the figure of the whole happening: of its people counts the one that reaches highest.

    Details ("among them nine women") are smaller than the whole, so the highest is taken, never a sum.
    """
    figures: dict[DocumentId, Count] = {}
    for claim in claims:
        count = claim.affected.count if claim.affected else None
        if count is None or count.kind == CountKind.SHARE or count.unit not in (Unit.PEOPLE, Unit.FAMILIES):
            continue
        held = figures.get(claim.document)
        if held is None or (count.unit == Unit.PEOPLE, reach(count)) > (held.unit == Unit.PEOPLE, reach(held)):
            figures[claim.document] = count
    return figures


def counts_clash(figures: dict[DocumentId, Count], origin_of: dict[DocumentId, str | None]) -> bool:
    """True when two documents of different origin give figures of one unit that cannot both be true."""
    return any(
        figures[a].unit == figures[b].unit
        and origin_of.get(a) != origin_of.get(b)
        and not agree(figures[a], figures[b])
        for a, b in combinations(sorted(figures), 2)
    )
