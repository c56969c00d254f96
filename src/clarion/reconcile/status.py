"""How sure an incident is, by the first rule that fits."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from types import MappingProxyType

from clarion.model import Claim, Count, CountKind, Document, DocumentId, StanceKind, Status, Unit
from clarion.reconcile.likeness import agree, lowest, reach


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


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures that documents of one origin give, told on `day`; `runs` where they count what goes on that day.

    A figure of what goes on ("since Monday 70 families left") may have grown for who tells later.
    """

    origin: str | None
    counts: tuple[Count, ...]
    day: datetime.date | None = None
    runs: bool = False

    def seen_from(self, other: "Tally") -> tuple[Count, ...]:
        """The figures as they bind one who tells later or earlier."""
        if not (self.runs and self.day and other.day and self.day < other.day):
            return self.counts
        return tuple(Count(low=lowest(count), unit=count.unit, kind=CountKind.AT_LEAST) for count in self.counts)


def tallies_of(
    figures: Mapping[DocumentId, Sequence[Count]],
    origin_of: Mapping[DocumentId, str | None],
    claims: Sequence[Claim] = (),
    documents: Mapping[DocumentId, Document] = MappingProxyType({}),
) -> set[Tally]:
    """What documents give. The same figures of one origin stand once, however many documents repeat them.

    Args:
        figures: those of each document.
        origin_of: the origin of each document.
        claims: those that give the figures; days count only where one of them tells what goes on.
        documents: the documents, for their days.
    """
    running = {one.document for one in claims if one.when and one.when.start is not None and one.when.end is None}
    days = {name: documents[name].published for name in figures} if running.intersection(figures) else {}
    return {
        Tally(
            origin_of.get(document),
            tuple(dict.fromkeys(count if count.span is None else replace(count, span=None) for count in counts)),
            days.get(document),
            document in running,
        )
        for document, counts in figures.items()
    }


def counts_clash(tallies: Iterable[Tally]) -> bool:
    """True when two documents of different origin give figures of one unit none of which can both be true.

    One that gives a part as well ("37 charged, nine convicted") does not clash with one that gives only the part.
    """
    return any(ours.origin != other.origin and _clash(ours, other) for ours, other in combinations(tallies, 2))


def _clash(ours: Tally, other: Tally) -> bool:
    alike = [(x, y) for x, y in product(ours.seen_from(other), other.seen_from(ours)) if x.unit == y.unit]
    return bool(alike) and not any(agree(x, y) for x, y in alike)
