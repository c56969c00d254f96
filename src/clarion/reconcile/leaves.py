"""What one document alone gives to reconcile: its episodes, denials, forecasts and explanations, act by act."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clarion.model import ActId, Claim, ClaimId, Document
from clarion.reconcile.beside import RIVAL_ACTS, TOLD_OR_FORESEEN, Told
from clarion.reconcile.episodes import DENYING, FORECAST, TELLING, episodes, grouped, is_told_in_full, placed
from clarion.reconcile.sketch import Sketch, sketch_of
from clarion.reconcile.surroundings import Read, Surroundings, unread

# acts that lead to asks and actions or are speech: they make no incident of their own
NOT_HAPPENINGS = frozenset(
    {"breach", "halt", "condemnation", "appeal", "volunteering", "boycott", "prayer", "consultation"}
)
# acts by which a happening can be explained otherwise
EXPLAINING = frozenset().union(*RIVAL_ACTS.values())


@dataclass(slots=True)
class OfAct:
    """What a document tells, denies and foresees of one act."""

    told: tuple[Sketch, ...] = ()
    denials: tuple[Told, ...] = ()
    forecasts: tuple[Told, ...] = ()
    background: tuple[Sketch, ...] = ()  # told too; put behind the others when the text is read

    def place(self, around: Surroundings) -> None:
        """Add what the document tells of besides."""
        self.told = (*(placed(one, around) for one in self.told), *self.background)
        self.denials = tuple(Told(one.claim, placed(one.sketch, around)) for one in self.denials)
        self.forecasts = tuple(Told(one.claim, placed(one.sketch, around)) for one in self.forecasts)
        self.background = ()


class Leaf:
    """A document with its claims in text order and what they give; once its text is read, with what that adds."""

    __slots__ = ("acts", "around", "claims", "document", "explaining")

    def __init__(self, document: Document, claims: Iterable[Claim]) -> None:
        self.document = document
        self.claims = tuple(sorted(claims, key=claim_key))
        self.around = unread(document)
        self.acts: dict[ActId, OfAct] = {}
        by_act: dict[ActId, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            by_act[claim.act].append(claim)
        for act, of in sorted(by_act.items()):
            if act not in NOT_HAPPENINGS and (made := _of_act(of, self.around)):
                self.acts[act] = made
        # claims with a day of their own by which something can be explained otherwise
        self.explaining = tuple(
            Told(claim, sketch_of(claim, document.published))
            for claim in self.claims
            if claim.act in EXPLAINING and claim.when and claim.stance in TOLD_OR_FORESEEN
        )

    @property
    def is_told_in_full(self) -> bool:
        """Whether all that the claims tell has days and places of its own."""
        sketches = [one for part in self.acts.values() for one in part.told]
        beside = [one for part in self.acts.values() for one in (*part.denials, *part.forecasts)]
        sketches += [one.sketch for one in (*beside, *self.explaining)]
        return all(is_told_in_full(one) for one in sketches)

    def fill(self, known: Read) -> None:
        """Add what stands in the document's text."""
        around = self.around = Surroundings(self.document, self.claims, known)
        for part in self.acts.values():
            part.place(around)
        self.explaining = tuple(Told(one.claim, placed(one.sketch, around)) for one in self.explaining)


def episodes_of(claims: Sequence[Claim], around: Surroundings) -> list[Sketch]:
    """The episodes of claims of one document and act, in text order."""
    return episodes(claims, around)


def claim_key(claim: Claim) -> tuple[str, tuple[int, int], tuple[int, int], ClaimId]:
    """Claims in the order of their documents and texts."""
    return (claim.document, claim.span, claim.cue or claim.span, claim.id)


def _of_act(claims: Sequence[Claim], around: Surroundings) -> OfAct | None:
    found, background = grouped([claim for claim in claims if claim.stance in TELLING], around)
    denials, forecasts = (
        tuple(Told(claim, sketch_of(claim, around.published)) for claim in claims if claim.stance in kind)
        for kind in (DENYING, FORECAST)
    )
    if not (found or background or denials or forecasts):
        return None
    return OfAct(tuple(found), denials, forecasts, tuple(background))
