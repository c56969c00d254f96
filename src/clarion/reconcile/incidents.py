"""Incidents put together from clusters of claims: status, figures, origins, denials, rivals, warnings, reasons."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clarion.model import (
    ActId,
    Affected,
    Claim,
    ClaimId,
    Count,
    CountKind,
    Document,
    DocumentId,
    Facet,
    Incident,
    IncidentId,
    Place,
    StanceKind,
    VoiceId,
    Warned,
    When,
    made_id,
)
from clarion.model.intervals import first_day
from clarion.reconcile.clusters import Cluster
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.likeness import agree
from clarion.reconcile.origins import Origin, count_origins, origins_of
from clarion.reconcile.sketch import Sketch
from clarion.reconcile.status import Standing, counts_clash, figures_of, main_figures, status_of
from clarion.reconcile.titles import title_of_incident

# acts whose coercion can be denied ("they left freely"): the facet is counted only for these
COERCIVE = frozenset({"forced_return", "displacement", "trafficking", "forced_labour", "detention", "abduction"})


@dataclass(frozen=True, slots=True)
class Parts:
    """A happening with what stands beside it."""

    cluster: Cluster
    denials: tuple[ClaimId, ...] = ()
    rivals: tuple[ClaimId, ...] = ()
    warnings: tuple[Warned, ...] = ()
    reasons: tuple[str, ...] = ()


def incident_of(parts: Parts, evidence: Evidence) -> Incident:
    """Put one incident together."""
    whole = parts.cluster.whole
    claims = _sorted([evidence.claims[claim] for claim in whole.claims], evidence)
    told = [claim for claim in claims if claim.id not in parts.denials]
    denials = [evidence.claims[claim] for claim in parts.denials]
    origins = origins_of(told, denials, evidence)
    origin_of = {document: origin.root for document, origin in origins.items()}
    given = figures_of(told)
    figures = main_figures(given)
    clash = counts_clash(given, origin_of)
    count = count_origins(origins.values())
    standing = Standing(told, bool(parts.denials), bool(parts.rivals), count, clash)
    incident = Incident(
        id=IncidentId(made_id("inc", whole.act, *sorted(whole.claims))),
        act=whole.act,
        title="",
        when=_when(whole),
        where=_where(whole),
        affected=_affected(told, figures),
        status=status_of(standing),
        claims=tuple(claim.id for claim in told),
        rivals=parts.rivals,
        denials=parts.denials,
        voices=_voices(claims, evidence),
        origins=count,
        facets=_facets(whole.act, told, origin_of),
        origin_of={document: _label(root, evidence) for document, root in origin_of.items()},
        warnings=parts.warnings,
        reasons=(
            *parts.reasons,
            *parts.cluster.reasons,
            *_origin_reasons(origins, evidence),
            *_figure_reasons(figures, clash),
        ),
    )
    return replace(incident, title=title_of_incident(incident))


def _sorted(claims: Iterable[Claim], evidence: Evidence) -> list[Claim]:
    """Claims by the date of their document, then by place in it."""
    return sorted(claims, key=lambda claim: (*document_key(evidence.documents[claim.document]), claim.span, claim.id))


def document_key(document: Document) -> tuple[str, str]:
    """Documents in the order of their dates; undated ones last."""
    return str(document.published or date.max), document.id


def _when(whole: Sketch) -> When | None:
    """The narrowest interval told, without the span that belongs to one document."""
    narrowest = whole.narrowest or next(iter(whole.whens), None)
    return replace(narrowest, span=None) if narrowest else None


def _where(whole: Sketch) -> tuple[Place, ...]:
    """Each place once for each role, without spans; a place told as "at" too is kept with its more telling role."""
    seen: dict[tuple[object, str], Place] = {}
    for place in sorted(whole.places, key=lambda one: (one.role == "at", one.role or "", one.name)):
        seen.setdefault((place.ref or place.name.casefold(), place.role or ""), replace(place, span=None))
    return tuple(seen.values())


def _affected(claims: Sequence[Claim], figures: Mapping[DocumentId, Count]) -> Affected | None:
    """Who was affected in the words used most, and the figures from the lowest to the highest: never a sum."""
    described = [claim.affected for claim in claims if claim.affected and claim.affected.description]
    words = [affected.description or "" for affected in described]
    main = max(
        described,
        key=lambda a: (words.count(a.description or ""), len(a.description or ""), a.description),
        default=None,
    )
    if main is None and not figures:
        return None
    return Affected(
        description=main.description if main else None,
        ref=next((affected.ref for affected in described if affected.ref), None),
        count=_range(list(figures.values())),
    )


def _range(figures: Sequence[Count]) -> Count | None:
    """The span of all figures of the most frequent unit; `best` only when every document gives the same one."""
    if not figures:
        return None
    units = [figure.unit for figure in figures]
    unit = max(sorted(set(units)), key=units.count)
    same = sorted((f for f in figures if f.unit == unit), key=str)
    if len({(f.low, f.high, f.best, f.kind) for f in same}) == 1:
        return replace(same[0], span=None, noun=None)
    bounds = [b for f in same for b in (f.low, f.high, f.best) if b is not None]
    open_above = any(f.kind in (CountKind.AT_LEAST, CountKind.VAGUE) for f in same)
    open_below = any(f.kind == CountKind.AT_MOST for f in same)
    return Count(
        low=None if open_below else min(bounds),
        high=None if open_above else max(bounds),
        unit=unit,
        kind=CountKind.AT_LEAST if open_above else CountKind.AT_MOST if open_below else CountKind.RANGE,
    )


def _voices(claims: Iterable[Claim], evidence: Evidence) -> tuple[VoiceId, ...]:
    by_name = evidence.voices.by_name
    found = {by_name.get((claim.document, voice.name)) for claim in claims for voice in claim.voices}
    return tuple(sorted(voice for voice in found if voice))


def _facets(act: ActId, claims: Sequence[Claim], origin_of: Mapping[DocumentId, str | None]) -> dict[Facet, int]:
    """The number of origins behind each facet that any claim tells."""
    tests: dict[Facet, Callable[[Claim], bool]] = {
        Facet.HAPPENED: lambda claim: True,
        Facet.WHEN: lambda claim: claim.when is not None and claim.when.start is not None,
        Facet.WHERE: lambda claim: bool(claim.where),
        Facet.COUNT: lambda claim: claim.affected is not None and claim.affected.count is not None,
        Facet.AFFECTED: lambda claim: claim.affected is not None and claim.affected.description is not None,
        Facet.ACTOR: lambda claim: bool(claim.actors),
        Facet.COERCION: lambda claim: act in COERCIVE and claim.stance != StanceKind.EXPECTED,
    }
    told = {facet: [claim for claim in claims if test(claim)] for facet, test in tests.items()}
    return {
        facet: len({origin_of[claim.document] for claim in of} - {None})
        for facet, of in told.items()
        if of or facet == Facet.HAPPENED
    }


def _label(root: str | None, evidence: Evidence) -> str | None:
    """The origin as the record shows it: a voice's id, or the id of the document that nobody signs."""
    return root.split(" ", 1)[1] if root else None


def _origin_reasons(origins: Mapping[DocumentId, Origin], evidence: Evidence) -> tuple[str, ...]:
    return tuple(
        f"origin of {evidence.documents[document].path}: {origin.reason}" for document, origin in origins.items()
    )


def _figure_reasons(figures: Mapping[DocumentId, Count], clash: bool) -> tuple[str, ...]:
    if clash:
        return ("figures of different origins cannot both be true",)
    values = list(figures.values())
    if len(values) > 1 and all(agree(values[0], value) for value in values):
        return ("the figures given can all be true",)
    return ()


def lead_days(warning: Document, incident_when: When | None) -> int | None:
    """Days from a document's date to the first day of an incident; None when either is unknown."""
    first = first_day(incident_when)
    return (first - warning.published).days if first and warning.published else None
