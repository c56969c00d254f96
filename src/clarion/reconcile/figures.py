"""The figure of an incident: its span, a best one only where a rule gives it, and which rule that was."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import msgspec

from clarion.model import Claim, ClaimId, Count, CountKind, Document, DocumentId, FigureRule, Judgement, Unit
from clarion.reconcile.likeness import agree
from clarion.reconcile.status import counts_clash, figures_of, main_figures, tallies_of

_NUMBER = re.compile(r"\d[\d,  ]*")
REASONS = {
    FigureRule.AGREED: "every document that counts gives the same figure",
    FigureRule.BOUNDS_ONLY: "no best figure: the words give bounds only",
    FigureRule.DIFFERENT: "no best figure: figures differ, and the figures given can all be true",
    FigureRule.RIVALS: "no best figure: figures of different origins cannot both be true",
    FigureRule.ALARMED: "no best figure: an alarm stands on the figure",
    FigureRule.CORRECTED: "the figure is the one that its source gave last, when it corrected its account",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of an incident, the rule behind it and the rule in words; `clash` is true of rival origins."""

    count: Count | None
    rule: FigureRule
    reasons: tuple[str, ...] = ()
    clash: bool = False


def figure_of(
    claims: Sequence[Claim],
    origin_of: Mapping[DocumentId, str | None],
    superseded: Collection[DocumentId] = (),
    documents: Mapping[DocumentId, Document] = MappingProxyType({}),
) -> Figure:
    """The span of the figures of people that claims give, from the lowest to the highest: never a sum.

    Args:
        claims: those that tell the happening.
        origin_of: the origin of each document.
        superseded: documents whose figure their own source took back.
        documents: the documents, by whose days figures of what goes on may have grown.
    """
    given = {document: counts for document, counts in figures_of(claims).items() if document not in superseded}
    left_out = len(given) < len(figures_of(claims))
    figures = main_figures(given)
    if not figures:
        return Figure(None, FigureRule.NONE)
    tallies = tallies_of(given, origin_of, claims, documents)
    clash = counts_clash(tallies)
    count = _range(list(figures.values()))
    rule = FigureRule.RIVALS if clash else _rule(list(figures.values()), count, any(tally.runs for tally in tallies))
    if left_out and rule == FigureRule.AGREED:
        rule = FigureRule.CORRECTED
    return Figure(count, rule, (REASONS[rule],), clash)


def alarmed(figure: Figure) -> Figure:
    """The figure without a best one, because an alarm stands on it."""
    if figure.count is None or figure.count.best is None or figure.rule == FigureRule.PREFERRED:
        return figure
    best = figure.count.best
    low, high = figure.count.low, figure.count.high
    count = replace(
        figure.count,
        best=None,
        low=best if low is None else low,
        high=best if high is None else high,
        kind=CountKind.RANGE,
    )
    return replace(figure, count=count, rule=FigureRule.ALARMED, reasons=(REASONS[FigureRule.ALARMED],))


def preferred(figure: Figure, judgement: Judgement, claims: Mapping[ClaimId, Claim]) -> Figure:
    """The figure that a person preferred; rivals stay in their claims, and the clash is told as before."""
    chosen = _chosen(judgement.value or "", figure, claims)
    if chosen is None:
        said = f"a person preferred “{judgement.value}”, which is no figure and no claim with one; set aside"
        return replace(figure, reasons=(*figure.reasons, said))
    said = f"a person preferred this figure: {judgement.reason}"
    return replace(figure, count=replace(chosen, span=None, noun=None), rule=FigureRule.PREFERRED, reasons=(said,))


def _chosen(value: str, figure: Figure, claims: Mapping[ClaimId, Claim]) -> Count | None:
    claim = claims.get(ClaimId(value))
    if claim is not None:
        return claim.affected.count if claim.affected else None
    if value.lstrip().startswith("{"):
        try:
            return msgspec.json.decode(value, type=Count)
        except msgspec.MsgspecError:
            return None
    if not _NUMBER.fullmatch(value.strip()):
        return None
    number = int(re.sub(r"\D", "", value))
    unit = figure.count.unit if figure.count else Unit.PEOPLE
    return Count(number, number, number, unit, CountKind.EXACT)


def _rule(figures: Sequence[Count], count: Count | None, may_grow: bool) -> FigureRule:
    """The rule behind figures of which none of different origins clash; `may_grow`: some are of what goes on."""
    if len({(f.low, f.high, f.best, f.kind, f.unit) for f in figures}) == 1:
        return FigureRule.AGREED if count is not None and count.best is not None else FigureRule.BOUNDS_ONLY
    people = [figure for figure in figures if count is not None and figure.unit == count.unit]
    if may_grow or all(agree(a, b) for a in people[:1] for b in people[1:]):
        return FigureRule.DIFFERENT
    return FigureRule.RIVALS


def _range(figures: Sequence[Count]) -> Count | None:
    """The span of all figures of the most frequent unit; `best` only when every document gives the same one."""
    units = [figure.unit for figure in figures]
    unit = max(sorted(set(units)), key=units.count)
    same = sorted((f for f in figures if f.unit == unit), key=str)
    if len({(f.low, f.high, f.best, f.kind) for f in same}) == 1:
        return replace(same[0], span=None, noun=None)
    bounds = [b for f in same for b in (f.low, f.high, f.best) if b is not None]
    open_above = any(f.kind in (CountKind.AT_LEAST, CountKind.VAGUE) for f in same)
    open_below = any(f.kind == CountKind.AT_MOST for f in same)
    if open_above and open_below:  # "over 500" and "up to 600": the numbers told, though no side is closed by all
        open_above = open_below = False
    return Count(
        low=None if open_below else min(bounds),
        high=None if open_above else max(bounds),
        unit=unit,
        kind=CountKind.AT_LEAST if open_above else CountKind.AT_MOST if open_below else CountKind.RANGE,
    )
