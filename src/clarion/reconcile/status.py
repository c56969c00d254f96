"""How sure an incident is, by the first rule that fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

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


def figures_of(claims: Sequence[Claim]) -> dict[DocumentId, list[Count]]:
    """For each document the figures of people or families that it gives, shares left out."""
    figures: dict[DocumentId, list[Count]] = {}
    for claim in claims:
        count = claim.affected.count if claim.affected else None
        if count is not None and count.kind != CountKind.SHARE and count.unit in (Unit.PEOPLE, Unit.FAMILIES):
            figures.setdefault(claim.document, []).append(count)
    return figures


def main_figures(figures: Mapping[DocumentId, Sequence[Count]]) -> dict[DocumentId, Count]:
    """For each document the figure of the whole happening: of its people counts the one that reaches highest.

    Details ("among them nine women") are smaller than the whole, so the highest is taken, never a sum.
    """
    return {
        document: max(counts, key=lambda count: (count.unit == Unit.PEOPLE, reach(count)))
        for document, counts in figures.items()
    }


def counts_clash(figures: Mapping[DocumentId, Sequence[Count]], origin_of: Mapping[DocumentId, str | None]) -> bool:
    """True when two documents of different origin give figures of one unit none of which can both be true.

    One that gives a part as well ("37 charged, nine convicted") does not clash with one that gives only the part.
    """
    # the same figures of one origin are compared once, however many documents repeat them
    told = {
        (
            origin_of.get(document),
            tuple(dict.fromkeys(count if count.span is None else replace(count, span=None) for count in counts)),
        )
        for document, counts in figures.items()
    }
    return any(
        origin != other
        and any(x.unit == y.unit for x, y in product(ours, theirs))
        and not any(agree(x, y) for x, y in product(ours, theirs) if x.unit == y.unit)
        for (origin, ours), (other, theirs) in combinations(told, 2)
    )
