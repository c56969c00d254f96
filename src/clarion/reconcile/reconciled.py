"""The step: documents and their claims in, voices and incidents out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from clarion.model import (
    ActId,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Incident,
    Judgement,
    Voice,
)
from clarion.reconcile.beside import RIVAL_ACTS, Told, denial_home, rivals_of, warnings_of
from clarion.reconcile.clusters import cluster, cluster_of
from clarion.reconcile.copies import find_copies
from clarion.reconcile.episodes import DENYING, FORECAST, TELLING, episodes, placed
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.incidents import Parts, incident_of
from clarion.reconcile.judged import judged_of
from clarion.reconcile.ledger import with_ledger
from clarion.reconcile.neighbours import Neighbourhood
from clarion.reconcile.origins import copied_from
from clarion.reconcile.parting import beside_as_judged, joined_and_parted
from clarion.reconcile.sketch import Sketch, sketch_of
from clarion.reconcile.surroundings import surroundings
from clarion.reconcile.voices import join_voices

# acts that lead to asks and actions or are speech: they make no incident of their own
NOT_HAPPENINGS = frozenset(
    {"breach", "halt", "condemnation", "appeal", "volunteering", "boycott", "prayer", "consultation"}
)
# texts that share this much of the shorter one pass on one word
COPY_THRESHOLD = 0.3


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What reconcile makes of claims."""

    voices: tuple[Voice, ...]
    incidents: tuple[Incident, ...]


def reconcile(
    documents: Sequence[Document], claims: Sequence[Claim], *, judgements: Sequence[Judgement] = ()
) -> Reconciled:
    """Join voices, fold copies into origins, and group claims into incidents. The order given makes no difference.

    `judgements` are those of the case in the order of its log; see `clarion.reconcile.judged`.
    """
    documents = sorted(documents, key=lambda document: document.id)
    claims = sorted(claims, key=lambda claim: (claim.document, claim.span, claim.cue or claim.span, claim.id))
    voices = join_voices(documents, claims, judgements)
    copies = find_copies([document.text or "" for document in documents], threshold=COPY_THRESHOLD)
    of_document = {document: tuple(group) for document, group in groupby(claims, key=lambda claim: claim.document)}
    evidence = Evidence(
        documents={document.id: document for document in documents},
        claims={claim.id: claim for claim in claims},
        of_document=of_document,
        around={document.id: surroundings(document, of_document.get(document.id, ())) for document in documents},
        voices=voices,
        copied_from=copied_from(documents, copies, claims, voices),
        heard_in=voices.heard_in(),
        judged=judged_of(judgements, claims),
    )
    copied = {frozenset({documents[copy.i].id, documents[copy.j].id}): copy.containment for copy in copies}
    by_act: dict[ActId, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_act[claim.act].append(claim)
    incidents = [
        incident
        for act in sorted(by_act)
        if act not in NOT_HAPPENINGS
        for incident in _incidents_of_act(by_act[act], claims, evidence, copied)
    ]
    incidents.sort(key=_incident_key)
    return Reconciled(with_ledger(voices, claims, evidence.documents, incidents), tuple(incidents))


def _incident_key(incident: Incident) -> tuple[str, str]:
    return (incident.when.start or "9" if incident.when else "9", incident.id)


def _incidents_of_act(
    of_act: Sequence[Claim],
    claims: Sequence[Claim],
    evidence: Evidence,
    copied: Mapping[frozenset[DocumentId], float],
) -> list[Incident]:
    told = joined_and_parted(cluster(_episodes(of_act, TELLING, evidence), copied), evidence)
    parts = [Parts(each) for each in told]
    parts = _with_denials(parts, of_act, evidence)
    parts = _with_rivals(parts, claims, evidence)
    parts, open_forecasts = _with_warnings(parts, of_act, evidence)
    parts += [Parts(each) for each in joined_and_parted(cluster(open_forecasts, copied), evidence)]
    parts = beside_as_judged(parts, evidence)
    return [incident_of(each, evidence) for each in parts]


def _episodes(claims: Sequence[Claim], stances: frozenset[str], evidence: Evidence) -> list[Sketch]:
    chosen = [claim for claim in claims if claim.stance in stances]
    return [
        episode
        for document, group in groupby(chosen, key=lambda claim: claim.document)
        for episode in episodes(list(group), evidence.around[document])
    ]


def _told(claim: Claim, evidence: Evidence) -> Told:
    around = evidence.around[claim.document]
    return Told(claim, placed(sketch_of(claim, around.published), around))


def _with_denials(parts: list[Parts], of_act: Sequence[Claim], evidence: Evidence) -> list[Parts]:
    """Give each denial to the happening it answers; a denial that answers none stands as an incident of its own."""
    clusters = [part.cluster for part in parts]
    around = Neighbourhood([each.whole for each in clusters])
    given: dict[int, list[ClaimId]] = defaultdict(list)
    alone: list[Claim] = []
    for claim in of_act:
        if claim.stance in DENYING:
            denial = _told(claim, evidence)
            home = denial_home(denial, clusters, around.of(denial.sketch))
            if home is not None:
                given[home].append(claim.id)
            elif claim.stance == "denied":
                alone.append(claim)
    answered = [replace(part, denials=tuple(given[number])) for number, part in enumerate(parts)]
    unanswered = [Parts(cluster_of([sketch]), denials=sketch.claims) for sketch in _episodes(alone, DENYING, evidence)]
    return answered + unanswered


def _with_rivals(parts: list[Parts], claims: Sequence[Claim], evidence: Evidence) -> list[Parts]:
    acts = {act for part in parts for act in RIVAL_ACTS.get(part.cluster.whole.act, ())}
    others = [_told(claim, evidence) for claim in claims if claim.act in acts]
    around = Neighbourhood([other.sketch for other in others])
    of_document: dict[DocumentId, list[int]] = defaultdict(list)
    for number, other in enumerate(others):
        of_document[other.claim.document].append(number)
    out = []
    for part in parts:
        denials = [evidence.claims[claim] for claim in part.denials]
        near = {n for denial in denials for n in of_document[denial.document]} | set(around.of(part.cluster.whole))
        rivals = rivals_of(part.cluster.whole, denials, [others[number] for number in sorted(near)])
        out.append(replace(part, rivals=tuple(rivals)))
    return out


def _with_warnings(parts: list[Parts], of_act: Sequence[Claim], evidence: Evidence) -> tuple[list[Parts], list[Sketch]]:
    """Give each forecast to the happenings that bear it out; the rest are returned as episodes of their own."""
    forecasts = [_told(claim, evidence) for claim in of_act if claim.stance in FORECAST]
    around = Neighbourhood([forecast.sketch for forecast in forecasts])
    used: set[ClaimId] = set()
    out = []
    for part in parts:
        near = [forecasts[number] for number in around.of(part.cluster.whole)]
        warnings = warnings_of(part.cluster.whole, near, evidence.documents)
        used.update(warned.claim for warned in warnings)
        out.append(replace(part, warnings=tuple(warnings)))
    rest = [forecast.claim for forecast in forecasts if forecast.claim.id not in used]
    return out, _episodes(rest, FORECAST, evidence)
