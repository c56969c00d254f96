"""Incidents put together from clusters of claims: status, figures, origins, denials, rivals, warnings, reasons."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clarion.model import (
    ActId,
    Affected,
    Claim,
    ClaimId,
    Count,
    Document,
    DocumentId,
    Facet,
    Incident,
    IncidentId,
    Judgement,
    Place,
    StanceKind,
    Status,
    VoiceId,
    Warned,
    When,
)
from clarion.model.intervals import first_day
from clarion.reconcile.alarms import ON_FIGURES, alarms_of, drifted
from clarion.reconcile.answers import answers_of
from clarion.reconcile.clusters import Cluster
from clarion.reconcile.corrections import corrections_of, superseded, without_withdrawn
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.figures import alarmed, figure_of, preferred
from clarion.reconcile.judged import incident_id
from clarion.reconcile.origins import Origin, count_origins, origins_of
from clarion.reconcile.sketch import Sketch
from clarion.reconcile.status import Standing, status_of
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
    corrections = corrections_of(told, evidence)
    origins = without_withdrawn(origins_of(told, denials, evidence), corrections)
    origin_of = {document: origin.root for document, origin in origins.items()}
    alarms = alarms_of(told, origin_of, evidence)
    taken_back = superseded(corrections, told)
    figure = figure_of(told, origin_of, {*taken_back, *drifted(alarms, evidence)}, evidence.documents)
    if figure.count is None:
        figure = figure_of(told, origin_of, taken_back, evidence.documents)
    if any(alarm.kind in ON_FIGURES for alarm in alarms):
        figure = alarmed(figure)
    word, choice = (_newest(held, claims, evidence) for held in (evidence.judged.status, evidence.judged.figure))
    figure = preferred(figure, choice, evidence.claims) if choice else figure
    count = count_origins(origins.values())
    answers = answers_of(told, denials, evidence)
    standing = Standing(told, bool(parts.denials), bool(parts.rivals), count, figure.clash)
    judged = _judged(whole.claims, evidence)
    incident = Incident(
        id=_id(claims, evidence),
        act=whole.act,
        title="",
        when=_when(whole),
        where=_where(whole),
        affected=_affected(told, figure.count),
        status=Status(word.verdict.value) if word else status_of(standing),
        claims=tuple(claim.id for claim in told),
        rivals=parts.rivals,
        denials=parts.denials,
        voices=_voices(claims, evidence),
        origins=count,
        facets=_facets(whole.act, told, origin_of),
        origin_of={document: _label(root, evidence) for document, root in origin_of.items()},
        warnings=parts.warnings,
        figure_rule=figure.rule,
        answers=answers,
        alarms=alarms,
        corrections=corrections,
        judged=tuple(dict.fromkeys([*(name for name, _ in judged), *(one.id for one in (word, choice) if one)])),
        reasons=(
            *parts.reasons,
            *(words for _, words in judged),
            *((f"a person judged it {word.verdict}: {word.reason}",) if word else ()),
            *parts.cluster.reasons,
            *_origin_reasons(origins, evidence),
            *figure.reasons,
            *_rival_reasons(parts, evidence),
            *_other_names(claims, evidence),
        ),
    )
    return replace(incident, title=title_of_incident(incident))


def _id(claims: Sequence[Claim], evidence: Evidence) -> IncidentId:
    """The id that people used in a judgement, else that of the earliest claim: later reports do not change it."""
    known = evidence.judged.known_as
    return next((known[claim.id] for claim in claims if claim.id in known), incident_id(claims[0].act, claims[0].id))


def _other_names(claims: Sequence[Claim], evidence: Evidence) -> tuple[str, ...]:
    known = evidence.judged.known_as
    names = list(dict.fromkeys(known[claim.id] for claim in claims if claim.id in known))
    return tuple(f"known before as {name}" for name in names[1:])


def _newest(held: Mapping[ClaimId, Judgement], claims: Iterable[Claim], evidence: Evidence) -> Judgement | None:
    """Of the words on claims of one incident the newest: two happenings judged on may have been joined since."""
    found = [held[claim.id] for claim in claims if claim.id in held]
    return max(found, key=lambda judgement: evidence.judged.order[judgement.id], default=None)


def _judged(claims: Iterable[ClaimId], evidence: Evidence) -> list[tuple[str, str]]:
    why = evidence.judged.why
    return list(dict.fromkeys(said for claim in claims for said in why.get(claim, ())))


def _rival_reasons(parts: Parts, evidence: Evidence) -> tuple[str, ...]:
    """Why each claim stands beside the incident as another explanation of it."""
    deniers = {evidence.claims[claim].document for claim in parts.denials}
    reasons = []
    rivals = [evidence.claims[rival] for rival in parts.rivals]
    names = evidence.names(claim.document for claim in rivals)
    for claim in rivals:
        why = "which denies it" if claim.document in deniers else "of the same day and route"
        reasons.append(f"explained otherwise by {names[claim.document]}, {why}: {claim.act.replace('_', ' ')}")
    return tuple(dict.fromkeys(reasons))


def _sorted(claims: Iterable[Claim], evidence: Evidence) -> list[Claim]:
    """Claims by the date of their document, then by place in it."""
    return sorted(claims, key=lambda claim: (*document_key(evidence.documents[claim.document]), claim.span, claim.id))


def document_key(document: Document) -> tuple[str, str]:
    """Documents in the order of their dates; undated ones last."""
    return str(document.published or date.max), document.id


def _when(whole: Sketch) -> When | None:
    """The narrowest interval told, without the span that belongs to one document."""
    narrowest = whole.narrowest or next(iter(whole.whens), None)
    return replace(narrowest, span=None) if narrowest and narrowest.span is not None else narrowest


def _where(whole: Sketch) -> tuple[Place, ...]:
    """Each place once for each role, without spans; a place told as "at" too is kept with its more telling role."""
    seen: dict[tuple[object, str], Place] = {}
    for place in sorted(whole.places, key=lambda one: (one.role == "at", one.role or "", one.name)):
        seen.setdefault(
            (place.ref or place.name.casefold(), place.role or ""),
            place if place.span is None else replace(place, span=None),
        )
    return tuple(seen.values())


def _affected(claims: Sequence[Claim], count: Count | None) -> Affected | None:
    """Who was affected in the words used most, and how many."""
    described = [claim.affected for claim in claims if claim.affected and claim.affected.description]
    words = [affected.description or "" for affected in described]
    often = Counter(words)
    main = max(
        described,
        key=lambda a: (often[a.description or ""], len(a.description or ""), a.description),
        default=None,
    )
    if main is None and count is None:
        return None
    return Affected(
        description=main.description if main else None,
        ref=next((affected.ref for affected in described if affected.ref), None),
        count=count,
    )


def _voices(claims: Iterable[Claim], evidence: Evidence) -> tuple[VoiceId, ...]:
    found = {evidence.voices.voice(claim.document, voice.name) for claim in claims for voice in claim.voices}
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
    names = evidence.names(origins)
    return tuple(f"origin of {names[document]}: {origin.reason}" for document, origin in origins.items())


def lead_days(warning: Document, incident_when: When | None) -> int | None:
    """Days from a document's date to the first day of an incident; None when either is unknown."""
    first = first_day(incident_when)
    return (first - warning.published).days if first and warning.published else None
