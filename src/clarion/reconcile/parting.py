"""Happenings joined and parted as people judged: their word counts before any likeness."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clarion.model import ClaimId
from clarion.reconcile.clusters import Cluster, cluster_of
from clarion.reconcile.episodes import placed
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.incidents import Parts
from clarion.reconcile.likeness import likeness
from clarion.reconcile.sketch import Sketch, sketch_of, together


def joined_and_parted(clusters: Sequence[Cluster], evidence: Evidence) -> list[Cluster]:
    """Clusters of one act, with those joined that hold claims judged the same, and those parted that are not."""
    judged = evidence.judged
    if not judged.joined:
        return list(clusters)
    made: list[Cluster] = []
    for group in _joined(clusters, evidence):
        episodes = tuple(episode for cluster in group for episode in cluster.episodes)
        reasons = tuple(dict.fromkeys(reason for cluster in group for reason in cluster.reasons))
        parted = _parted(episodes, evidence)
        made += [cluster_of(part, reasons) for part in parted] if len(parted) > 1 or len(group) > 1 else group
    return made


def beside_as_judged(parts: Iterable[Parts], evidence: Evidence) -> list[Parts]:
    """Denials, rivals and warnings taken away from happenings that they were judged not to belong to.

    A denial or forecast that is taken away from all it stood beside is an incident of its own.
    """
    judged = evidence.judged
    parts = list(parts)
    if not judged.apart and not judged.alone:
        return parts
    kept, taken, left = [], set(), set()
    for part in parts:
        own = part.cluster.whole.claims
        gone = {claim for claim in _beside(part) if _is_apart(claim, own, evidence)}
        kept.append(
            replace(
                part,
                denials=tuple(claim for claim in part.denials if claim not in gone),
                rivals=tuple(claim for claim in part.rivals if claim not in gone),
                warnings=tuple(warned for warned in part.warnings if warned.claim not in gone),
            )
        )
        taken |= gone - set(part.rivals)
        left |= set(_beside(kept[-1])) | set(own)
    return kept + [_alone(claim, evidence) for claim in sorted(taken - left)]


def _beside(part: Parts) -> list[ClaimId]:
    own = set(part.cluster.whole.claims)
    return [c for c in (*part.denials, *part.rivals, *(w.claim for w in part.warnings)) if c not in own]


def _is_apart(claim: ClaimId, others: Iterable[ClaimId], evidence: Evidence) -> bool:
    judged = evidence.judged
    return claim in judged.alone or any(judged.are_apart(claim, other) for other in others)


def _alone(claim: ClaimId, evidence: Evidence) -> Parts:
    told = evidence.claims[claim]
    sketch = _sketch(claim, evidence)
    return Parts(cluster_of([sketch]), denials=(claim,) if told.stance in ("denied", "negated") else ())


def _joined(clusters: Sequence[Cluster], evidence: Evidence) -> list[list[Cluster]]:
    """Clusters by the groups that their claims were judged to be of; one that nobody judged stands by itself."""
    joined = evidence.judged.joined
    home: dict[ClaimId, int] = {}
    at = list(range(len(clusters)))

    def find(number: int) -> int:
        while at[number] != number:
            at[number] = number = at[at[number]]
        return number

    for number, cluster in enumerate(clusters):
        for head in sorted({joined[claim] for claim in cluster.whole.claims if claim in joined}):
            first, second = sorted((find(home.setdefault(head, number)), find(number)))
            at[second] = first
    groups: dict[int, list[Cluster]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        groups[find(number)].append(cluster)
    return [groups[number] for number in sorted(groups)]


def _parted(episodes: Sequence[Sketch], evidence: Evidence) -> list[list[Sketch]]:
    """Episodes in as many parts as were judged apart; what nobody judged goes with what it is likest."""
    judged = evidence.judged
    claims = [claim for episode in episodes for claim in episode.claims]
    heads = sorted({judged.joined[claim] for claim in claims if claim in judged.joined})
    alone = [claim for claim in claims if claim in judged.alone]
    parts: list[set[ClaimId]] = []
    for head in heads:
        if head in alone:
            continue
        fits = [part for part in parts if not any(frozenset({head, one}) in judged.apart for one in part)]
        (fits[0] if fits else _new(parts)).add(head)
    if len(parts) < 2 and not alone:
        return [list(episodes)]
    return _shared_out(_pieces(episodes, evidence), parts, evidence)


def _new(parts: list[set[ClaimId]]) -> set[ClaimId]:
    parts.append(set())
    return parts[-1]


def _pieces(episodes: Sequence[Sketch], evidence: Evidence) -> list[Sketch]:
    """The episodes, those cut into claims that hold claims judged on."""
    joined = evidence.judged.joined
    pieces: list[Sketch] = []
    for episode in episodes:
        if any(claim in joined for claim in episode.claims):
            pieces += [_sketch(claim, evidence) for claim in episode.claims]
        else:
            pieces.append(episode)
    return pieces


def _shared_out(pieces: Sequence[Sketch], parts: Sequence[set[ClaimId]], evidence: Evidence) -> list[list[Sketch]]:
    judged = evidence.judged
    held: list[list[Sketch]] = [[] for _ in parts]
    single: list[list[Sketch]] = []
    rest: list[Sketch] = []
    for piece in pieces:
        head = judged.joined.get(piece.claims[0]) if len(piece.claims) == 1 else None
        number = next((n for n, part in enumerate(parts) if head in part), None)
        if head is not None and piece.claims[0] in judged.alone:
            single.append([piece])
        elif number is None:
            rest.append(piece)
        else:
            held[number].append(piece)
    held = [part for part in held if part] or [[]]
    wholes = [together(part) if part else None for part in held]
    for piece in rest:
        scores = [
            -1.0 if whole is None else (alike := likeness(whole, piece)).score - (99.0 if alike.block else 0.0)
            for whole in wholes
        ]
        held[scores.index(max(scores))].append(piece)
    return [part for part in held if part] + single


def _sketch(claim: ClaimId, evidence: Evidence) -> Sketch:
    told = evidence.claims[claim]
    around = evidence.around[told.document]
    return placed(sketch_of(told, around.published), around)
