"""What reconcile holds of a case while it is open, so that one more document costs little more than itself.

Nothing of it is kept on disk: a case that is opened again is reconciled once in full. The result is the same either
way, and `clarion verify` always works it out in full.
"""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from clarion.flow import judged
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document, Incident, Voice
from clarion.reconcile.incremental import Reconciler
from clarion.store import readings
from clarion.store.folder import CaseFolder, Connection
from clarion.store.state import State

Stamp = tuple[str, str, str]


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
        if judgements != self._judgements:
            # a judgement may correct or reject claims anywhere, so nothing of what stood is relied on
            self._reconciler, self._stamps, self._judgements = Reconciler(), {}, judgements
        stamps = {name: _stamp(state, within, name) for name in within.extracted}
        gone = [name for name in self._stamps if name not in stamps]
        changed = [name for name in sorted(stamps) if self._stamps.get(name) != stamps[name]]
        first = within.judgements if judgements and not self._stamps else None
        self._stamps = {}  # in case what follows fails half way
        self._reconciler.change(_loaded(connection, within, changed), gone, judgements=first)
        self._stamps = stamps
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
            found.append((document, judged.standing(readings.claims_from(kept[1]) if kept else [], current)))
    return found


def _stamp(state: State, within: State, name: DocumentId) -> Stamp:
    return (within.sighting(name).path, state.read[name].digest, state.extracted[name].digest)
