"""The judgements of a case, tied to claims as these come and go."""

from collections.abc import Iterable, Mapping, Sequence

from clarion.model import Claim, ClaimId, Judgement
from clarion.reconcile.judged import Judged, incident_id, judged_of, standing
from clarion.reconcile.leaves import claim_key


class Judgements:
    """The words that stand, and the claims of the case that they are about."""

    def __init__(self) -> None:
        self._words: list[Judgement] = []
        self._named: set[str] = set()
        self._claims: dict[ClaimId, Claim] = {}
        self._judged = Judged()

    def take(self, judgements: Sequence[Judgement], claims: Mapping[ClaimId, Claim]) -> None:
        """Take all judgements of a case in the place of those before; looks at every claim if there are any."""
        self._words = [one for one in standing(judgements) if not one.about.startswith("voi_")]
        self._named = {name for one in self._words for name in (one.about, one.value or "") if name}
        self._claims = {}
        self.change((), claims.values() if self._words else ())
        self._judged = self._tied()

    def change(self, gone: Iterable[Claim], new: Iterable[Claim]) -> None:
        """Take claims out and in."""
        if not self._words:
            return
        touched = False
        for claim in gone:
            touched |= self._claims.pop(claim.id, None) is not None
        by_incident = any(name.startswith("inc_") for name in self._named)
        for claim in new:
            if claim.id in self._named or (by_incident and incident_id(claim.act, claim.id) in self._named):
                self._claims[claim.id] = claim
                touched = True
        if touched:
            self._judged = self._tied()

    def judged(self) -> Judged:
        """What is judged of the claims that are in."""
        return self._judged

    def _tied(self) -> Judged:
        return judged_of(self._words, sorted(self._claims.values(), key=claim_key)) if self._words else Judged()
