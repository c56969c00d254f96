"""What one document alone gives to reconcile: its episodes, denials, forecasts and explanations, act by act."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clarion.model import ActId, Claim, ClaimId, Document
from clarion.reconcile.beside import RIVAL_ACTS, TOLD_OR_FORESEEN, Told
from clarion.reconcile.episodes import DENYING, FORECAST, TELLING, episodes, placed
from clarion.reconcile.sketch import Sketch, sketch_of
from clarion.reconcile.surroundings import Surroundings, surroundings

# acts that lead to asks and actions or are speech: they make no incident of their own
NOT_HAPPENINGS = frozenset(
    {"breach", "halt", "condemnation", "appeal", "volunteering", "boycott", "prayer", "consultation"}
)
# acts by which a happening can be explained otherwise
EXPLAINING = frozenset().union(*RIVAL_ACTS.values())


@dataclass(slots=True)
class OfAct:
    """What a document tells, denies and foresees of one act."""

    told: list[Sketch] = field(default_factory=list)
    denials: list[Told] = field(default_factory=list)
    forecasts: list[Told] = field(default_factory=list)


@dataclass(slots=True)
class Leaf:
    """A document with its claims in text order and what they give."""

    document: Document
    claims: tuple[Claim, ...]
    around: Surroundings
    acts: dict[ActId, OfAct]
    explaining: list[Told]  # claims with a day of their own by which something can be explained otherwise


def leaf_of(document: Document, claims: Iterable[Claim], around: Surroundings | None = None) -> Leaf:
    """Work out what a document gives; `around` saves reading its text again."""
    ordered = tuple(sorted(claims, key=claim_key))
    around = around or surroundings(document, ordered)
    by_act: dict[ActId, list[Claim]] = defaultdict(list)
    for claim in ordered:
        by_act[claim.act].append(claim)
    acts = {act: _of_act(of, around) for act, of in sorted(by_act.items()) if act not in NOT_HAPPENINGS}
    explaining = [
        told_of(claim, around)
        for claim in ordered
        if claim.act in EXPLAINING and claim.when and claim.stance in TOLD_OR_FORESEEN
    ]
    return Leaf(document, ordered, around, {act: made for act, made in acts.items() if made}, explaining)


def told_of(claim: Claim, around: Surroundings) -> Told:
    """A claim with its sketch, hints of its document included."""
    return Told(claim, placed(sketch_of(claim, around.published), around))


def episodes_of(claims: Sequence[Claim], around: Surroundings) -> list[Sketch]:
    """The episodes of claims of one document and act, in text order."""
    return episodes(claims, around)


def claim_key(claim: Claim) -> tuple[str, tuple[int, int], tuple[int, int], ClaimId]:
    """Claims in the order of their documents and texts."""
    return (claim.document, claim.span, claim.cue or claim.span, claim.id)


def _of_act(claims: Sequence[Claim], around: Surroundings) -> OfAct | None:
    told = [claim for claim in claims if claim.stance in TELLING]
    denials = [told_of(claim, around) for claim in claims if claim.stance in DENYING]
    forecasts = [told_of(claim, around) for claim in claims if claim.stance in FORECAST]
    if not told and not denials and not forecasts:
        return None
    return OfAct(episodes_of(told, around) if told else [], denials, forecasts)
