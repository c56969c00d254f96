"""What one document alone gives to reconcile: its episodes, denials, forecasts and explanations, act by act."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clarion.model import ActId, Claim, ClaimId, Document
from clarion.reconcile.beside import RIVAL_ACTS, TOLD_OR_FORESEEN, Told
from clarion.reconcile.episodes import DENYING, FORECAST, TELLING, episodes, placed
from clarion.reconcile.sketch import Sketch, sketch_of
from clarion.reconcile.surroundings import Read, Surroundings, surroundings, unread

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


class Leaf:
    """A document with its claims in text order and, once its text is read, what they give."""

    __slots__ = ("acts", "around", "claims", "document", "explaining")

    def __init__(self, document: Document, claims: Iterable[Claim]) -> None:
        self.document = document
        self.claims = tuple(sorted(claims, key=claim_key))
        self.around = unread(document)
        self.acts: dict[ActId, OfAct] = {}
        # claims with a day of their own by which something can be explained otherwise
        self.explaining: list[Told] = []

    def fill(self, known: Read) -> None:
        """Work out what the document gives, with what stands in its text."""
        around = self.around = surroundings(self.document, self.claims, known)
        by_act: dict[ActId, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            by_act[claim.act].append(claim)
        for act, of in sorted(by_act.items()):
            if act not in NOT_HAPPENINGS and (made := _of_act(of, around)):
                self.acts[act] = made
        self.explaining = [
            told_of(claim, around)
            for claim in self.claims
            if claim.act in EXPLAINING and claim.when and claim.stance in TOLD_OR_FORESEEN
        ]


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
