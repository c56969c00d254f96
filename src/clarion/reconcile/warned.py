"""The ledger of forecasts, kept up as documents and incidents come and go."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from clarion.model import Claim, ClaimId, Document, DocumentId, Incident, StanceKind, Voice, VoiceId
from clarion.reconcile.ledger import forecast_of, ledger_key, speaker_of, window_of
from clarion.reconcile.naming import Naming

Named = tuple[str, str, str]


class Ledger:
    """Who foresaw what, in which window, and which incidents bear it out or hold it still."""

    def __init__(self) -> None:
        self._claims: dict[ClaimId, tuple[Claim, Document]] = {}
        self._speaker: dict[ClaimId, VoiceId] = {}
        self._of_voice: dict[VoiceId, set[ClaimId]] = defaultdict(set)
        self._windows: list[tuple[date, ClaimId]] = []
        self._borne: dict[ClaimId, dict[Named, tuple[int, Incident]]] = defaultdict(dict)
        self._counted: dict[ClaimId, set[Named]] = defaultdict(set)
        self._published: Counter[date] = Counter()
        self._today: date | None = None

    def forget(self, document: Document, claims: Iterable[Claim]) -> set[VoiceId]:
        """Take a document out. Returns the voices whose forecasts are touched."""
        touched: set[VoiceId] = set()
        if document.published:
            self._published[document.published] -= 1
            self._published += Counter()  # drops days that are left without a document
        for claim in claims:
            if claim.id in self._claims:
                del self._claims[claim.id]
                touched |= self._unsay(claim.id)
                window = window_of(claim, document)
                if window:
                    del self._windows[bisect_left(self._windows, (window, claim.id))]
        return touched

    def hold(self, document: Document, claims: Iterable[Claim]) -> None:
        """Take a document in."""
        if document.published:
            self._published[document.published] += 1
        for claim in claims:
            if claim.stance == StanceKind.EXPECTED:
                self._claims[claim.id] = claim, document
                window = window_of(claim, document)
                if window:
                    insort(self._windows, (window, claim.id))

    def name(self, claims: Iterable[Claim], voices: Naming) -> set[VoiceId]:
        """Find anew whose forecasts claims are. Returns the voices touched."""
        touched: set[VoiceId] = set()
        for claim in claims:
            if claim.id in self._claims:
                touched |= self._unsay(claim.id)
                voice = speaker_of(claim, voices)
                if voice is not None:
                    self._speaker[claim.id] = voice
                    self._of_voice[voice].add(claim.id)
                    touched.add(voice)
        return touched

    def note(self, named: Named, before: Incident | None, after: Incident | None) -> set[VoiceId]:
        """Note that an incident changed. Returns the voices whose forecasts it bears out or holds."""
        touched: set[ClaimId] = set()
        for warned in before.warnings if before else ():
            self._borne[warned.claim].pop(named, None)
            touched.add(warned.claim)
        for warned in after.warnings if after else ():
            assert after is not None
            self._borne[warned.claim][named] = warned.days, after
            touched.add(warned.claim)
        for claim in before.claims if before and named[1] != "told" else ():
            self._counted[claim].discard(named)
            touched.add(claim)
        for claim in after.claims if after and named[1] != "told" else ():
            self._counted[claim].add(named)
            touched.add(claim)
        return {self._speaker[claim] for claim in touched if claim in self._speaker}

    def turn_page(self) -> set[VoiceId]:
        """Look at the last day that documents know of. Returns the voices with windows that it closes or opens."""
        before, after = self._today, max(self._published, default=None)
        self._today = after
        if before == after:
            return set()
        if before is None or after is None:
            return set(self._of_voice)
        low, high = sorted((before, after))
        between = self._windows[bisect_left(self._windows, (low,)) : bisect_left(self._windows, (high,))]
        return {self._speaker[claim] for _, claim in between if claim in self._speaker}

    def with_forecasts(self, voice: Voice) -> Voice:
        """A voice with what became of its forecasts."""
        found = []
        for claim in self._of_voice.get(voice.id, ()):
            borne = self._borne.get(claim)
            if borne or self._counted.get(claim):
                days, incident = min(borne.values(), key=lambda one: (one[0], one[1].id)) if borne else (0, None)
                of, document = self._claims[claim]
                found.append(forecast_of(of, document, (incident, days) if incident else None, self._today))
        return replace(voice, forecasts=tuple(sorted(found, key=ledger_key)))

    def _unsay(self, claim: ClaimId) -> set[VoiceId]:
        voice = self._speaker.pop(claim, None)
        if voice is None:
            return set()
        self._of_voice[voice].discard(claim)
        return {voice}


def of_documents(documents: Iterable[DocumentId], claims: Mapping[DocumentId, Iterable[Claim]]) -> list[Claim]:
    """The claims of documents that are in."""
    return [claim for document in sorted(documents) if document in claims for claim in claims[document]]
