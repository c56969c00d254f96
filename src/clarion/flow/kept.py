"""What reconcile holds of a case while it is open, so that one more document costs little more than itself.

Nothing of it is kept on disk: a case that is opened again is reconciled once in full. The result is the same either
way, and `clarion verify` always works it out in full.
"""

from collections import defaultdict
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from clarion.flow import judged
from clarion.model.ids import ClaimId, DocumentId
from clarion.model.nouns import Claim, Document, Incident, Voice
from clarion.model.vocabulary import JudgementVerdict
from clarion.reconcile.incremental import Reconciler
from clarion.store import projection, readings
from clarion.store.added import with_added
from clarion.store.folder import CaseFolder, Connection
from clarion.store.state import State

Stamp = tuple[str, ...]

# words on a claim that change what incidents rest on; `accept` and `unsure` change nothing
_CHANGING = (JudgementVerdict.CORRECT, JudgementVerdict.REJECT)


class Kept:
    """A case as it was reconciled last: what stood, and from which readings and judgements."""

    def __init__(self) -> None:
        self._reconciler = Reconciler()
        self._stamps: dict[DocumentId, Stamp] = {}
        self._judgements: tuple[str, ...] = ()

    def reconcile(
        self, connection: Connection, state: State, within: State
    ) -> tuple[tuple[Voice, ...], tuple[Incident, ...]]:
        """The voices and incidents of the documents within a scope; only readings that changed are loaded."""
        judgements = tuple(judgement.id for judgement in within.judgements)
        said = within.judgements_in_force() if judgements != self._judgements else None
        on_claims = _on_claims(connection, within)
        stamps = {name: (*_stamp(state, within, name), *on_claims.get(name, ())) for name in within.extracted}
        gone = [name for name in self._stamps if name not in stamps]
        changed = [name for name in sorted(stamps) if self._stamps.get(name) != stamps[name]]
        reconciler = self._reconciler
        self._reconciler, self._stamps, self._judgements = Reconciler(), {}, ()  # in case what follows fails half way
        reconciler.change(_loaded(connection, within, changed), gone, judgements=said)
        self._reconciler, self._stamps, self._judgements = reconciler, stamps, judgements
        return self._reconciler.voices, self._reconciler.incidents


_KEPT: "WeakKeyDictionary[CaseFolder, Kept]" = WeakKeyDictionary()


def of(case: CaseFolder) -> Kept:
    """What is held of an open case."""
    return _KEPT.setdefault(case, Kept())


def forget(case: CaseFolder) -> None:
    """Let go of what is held of a case, texts included."""
    _KEPT.pop(case, None)


def _loaded(connection: Connection, within: State, names: Sequence[DocumentId]) -> list[tuple[Document, list[Claim]]]:
    found = []
    current = within.current_judgements()
    for name in names:
        document = readings.load_text(connection, name, within.sighting(name))
        kept = readings.load(connection, name, readings.CLAIMS)
        if document is not None and document.text is not None:
            proposed = readings.claims_from(kept[1]) if kept else []
            claims = with_added(proposed, within.added_to(name), document.text)
            found.append((document, judged.standing(claims, current)))
    return found


def _on_claims(connection: Connection, within: State) -> dict[DocumentId, list[str]]:
    """What changes the claims that a document's reading proposes: words on them, and claims that people added."""
    found: dict[DocumentId, list[str]] = defaultdict(list)
    for about, judgement in within.current_judgements().items():
        if about.startswith("clm_") and judgement.verdict in _CHANGING:
            document = projection.document_of_claim(connection, ClaimId(about))
            if document is not None:
                found[document].append(judgement.id)
    for _, one in sorted(within.added.items()):
        found[one.document].append(one.entry)
    return found


def _stamp(state: State, within: State, name: DocumentId) -> Stamp:
    return (within.sighting(name).path, state.read[name].digest, state.extracted[name].digest)
