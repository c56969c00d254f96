"""Reconciling that can go on: documents come and go, and only what is near them is worked out again.

1. Each document gives its leaf: episodes, denials, forecasts and explanations (`leaves`).
2. Names are joined into voices (`naming`), and texts are compared with those that share runs of words (`copying`).
3. For each act that the document tells, episodes near it are joined anew, and what stands beside them (`happenings`).
4. Incidents whose claims, neighbours, voices or copies changed are put together again.

What stands afterwards depends on the documents alone and not on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from clarion.model import ActId, Claim, ClaimId, Document, DocumentId, Incident, IncidentId, Judgement, Voice, VoiceId
from clarion.model.intervals import days
from clarion.reconcile.beside import RIVAL_ACTS, Told, rivals_of
from clarion.reconcile.clusters import Cluster
from clarion.reconcile.collecting import without_collecting
from clarion.reconcile.copying import Copying, source_of
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.happenings import Happenings, claims_beside
from clarion.reconcile.incidents import Parts, incident_of
from clarion.reconcile.judging import Judgements
from clarion.reconcile.keyed import Keyed
from clarion.reconcile.leaves import Leaf, claim_key
from clarion.reconcile.naming import Naming
from clarion.reconcile.parting import beside_as_judged
from clarion.reconcile.reading import Reading
from clarion.reconcile.sketch import Sketch
from clarion.reconcile.warned import Ledger, of_documents

# explanations and happenings of other days or without a narrow place are not held against each other
_LONGEST = 1
Named = tuple[ActId, str, str]
Slot = tuple[ActId, str, str]
Thing = TypeVar("Thing")


@dataclass(slots=True)
class Change:
    """What a change of documents did: incidents and voices that are new or different, and those that are gone."""

    incidents: list[Incident] = field(default_factory=list)
    gone: list[IncidentId] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    voices_gone: list[VoiceId] = field(default_factory=list)


class Reconciler:
    """Documents with their claims, and the voices and incidents that they make."""

    def __init__(self) -> None:
        self._leaves: dict[DocumentId, Leaf] = {}
        self._documents: dict[DocumentId, Document] = {}
        self._claims: dict[ClaimId, Claim] = {}
        self._naming = Naming()
        self._copying = Copying()
        self._ledger = Ledger()
        self._judgements = Judgements()
        self._voices: dict[VoiceId, Voice] = {}
        self._apart: dict[ActId, dict[str, Parts]] = {}
        self._acts: dict[ActId, Happenings] = {}
        self._copied_from: dict[DocumentId, DocumentId] = {}
        self._explaining: dict[Slot, dict[ClaimId, Told]] = defaultdict(dict)
        self._explained: Keyed[Slot, Named] = Keyed()
        self._slots: dict[Named, list[Slot]] = {}
        self._incidents: dict[Named, Incident] = {}
        self._evidence = Evidence(
            documents=self._documents,
            claims=self._claims,
            of_document=_Held(self._leaves, lambda leaf: leaf.claims),
            around=_Held(self._leaves, lambda leaf: leaf.around),
            voices=self._naming,
            copied_from=self._copied_from,
        )

    @property
    def documents(self) -> Mapping[DocumentId, Document]:
        """The documents that are in."""
        return self._documents

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All voices, by id."""
        return tuple(voice for _, voice in sorted(self._voices.items()))

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, by day and id."""
        return tuple(sorted(self._incidents.values(), key=_incident_key))

    def change(
        self,
        new: Iterable[tuple[Document, Sequence[Claim]]] = (),
        gone: Iterable[DocumentId] = (),
        judgements: Sequence[Judgement] | None = None,
    ) -> Change:
        """Take documents in and out; one that is in already is taken out first, so that its claims may differ.

        Args:
            new: documents with all their claims.
            gone: documents to take out.
            judgements: those of the case in the order of its log, if they changed.
        """
        with without_collecting():
            leaves = sorted((Leaf(*one) for one in new), key=lambda leaf: leaf.document.id)
            full = {leaf.document.id for leaf in leaves if leaf.is_told_in_full}
            with Reading([leaf.document for leaf in leaves], only_names=full) as reading:
                return self._change(leaves, gone, judgements, reading)

    # steps

    def _change(
        self,
        leaves: Sequence[Leaf],
        gone: Iterable[DocumentId],
        judgements: Sequence[Judgement] | None,
        reading: Reading,
    ) -> Change:
        out = sorted({*gone, *(leaf.document.id for leaf in leaves)} & self._leaves.keys())
        old = {name: self._leaves[name] for name in out}
        dirty = self._forget(old)
        spoken = {voice for leaf in old.values() for voice in self._ledger.forget(leaf.document, leaf.claims)}
        renamed, voices = self._naming.change(out, [(leaf.document, leaf.claims) for leaf in leaves], judgements)
        self._hold(leaves)
        here = {leaf.document.id for leaf in leaves}
        spoken |= self._ledger.name(of_documents(renamed | here, self._evidence.of_document), self._naming)
        judged = self._judge(old, leaves, judgements)
        dirty |= self._named_with(judged)
        recopied = self._copying.change(out, [leaf.document for leaf in leaves])
        dirty |= self._trace(renamed | recopied | set(out) | here, renamed, set(out) | here)
        read = reading.finish()
        for leaf in leaves:
            leaf.fill(read.pop(leaf.document.id))
        dirty |= self._regroup(old, leaves, recopied, {self._claims[claim].act for claim in judged})
        dirty |= self._explain(old, leaves) | self._named_with(judged)
        return self._finish(dirty, voices, spoken)

    def _forget(self, old: Mapping[DocumentId, Leaf]) -> set[Named]:
        dirty: set[Named] = set()
        for name, leaf in old.items():
            dirty |= self._names_in(name)
            del self._leaves[name], self._documents[name]
            self._evidence.forget(name)
            for claim in leaf.claims:
                del self._claims[claim.id]
        return dirty

    def _hold(self, leaves: Iterable[Leaf]) -> None:
        for leaf in leaves:
            self._leaves[leaf.document.id], self._documents[leaf.document.id] = leaf, leaf.document
            self._claims.update((claim.id, claim) for claim in leaf.claims)
            self._ledger.hold(leaf.document, leaf.claims)

    def _judge(
        self, old: Mapping[DocumentId, Leaf], new: Sequence[Leaf], judgements: Sequence[Judgement] | None
    ) -> set[ClaimId]:
        """Tie judgements to claims anew. Returns the claims in the case on which the word changed."""
        before = self._evidence.judged
        if judgements is not None:
            self._judgements.take(judgements, self._claims)
        else:
            self._judgements.change(
                (claim for leaf in old.values() for claim in leaf.claims),
                (claim for leaf in new for claim in leaf.claims),
            )
        after = self._judgements.judged()
        if before == after:
            return set()
        self._evidence = replace(self._evidence, judged=after)
        touched = {
            claim
            for one in (before, after)
            for held in (one.joined, one.why, one.status, one.figure, one.known_as, one.alone)
            for claim in held
        }
        return {claim for claim in touched if claim in self._claims}

    def _named_with(self, claims: Iterable[ClaimId]) -> set[Named]:
        found: set[Named] = set()
        for claim in claims:
            found |= self._names_in(self._claims[claim].document)
            happenings = self._acts.get(self._claims[claim].act)
            if happenings:
                found |= {(happenings.act, kind, key) for kind, key in happenings.beside(claim)}
        return found

    def _trace(self, documents: Iterable[DocumentId], renamed: set[DocumentId], changed: set[DocumentId]) -> set[Named]:
        """Find anew from which document each has its words. Returns the incidents of those whose sources changed."""
        dirty: set[Named] = set()
        todo = set(documents)
        todo |= {copy for name in documents for copy in self._copying.copies(name)}
        for name in sorted(todo):
            before = self._copied_from.pop(name, None)
            after = self._source(name) if name in self._documents else None
            if after is not None:
                self._copied_from[name] = after
            if (before != after or name in renamed or after in changed) and name in self._documents:
                dirty |= self._names_in(name)
        return dirty

    def _source(self, name: DocumentId) -> DocumentId | None:
        """The earliest of the documents that a document repeats and that are not its own copies."""
        return source_of(
            self._documents[name], [self._documents[copy] for copy in self._copying.copies(name)], self._naming
        )

    def _regroup(
        self, old: Mapping[DocumentId, Leaf], new: Sequence[Leaf], recopied: set[DocumentId], judged: set[ActId]
    ) -> set[Named]:
        dirty: set[Named] = set()
        gone_of: dict[ActId, list[DocumentId]] = defaultdict(list)
        new_of: dict[ActId, list[Leaf]] = defaultdict(list)
        for name, leaf in old.items():
            for act in leaf.acts:
                gone_of[act].append(name)
        for leaf in new:
            for act in leaf.acts:
                new_of[act].append(leaf)
        again: dict[ActId, set[DocumentId]] = defaultdict(set)
        for name in recopied:
            for act in self._leaves[name].acts if name in self._leaves else ():
                again[act].add(name)
        for act in sorted({*gone_of, *new_of, *again, *(judged & self._acts.keys())}):
            happenings = self._acts.get(act)
            if happenings is None:
                happenings = self._acts[act] = Happenings(act, self._copying.copies, lambda: self._evidence)
            named, gone, made = happenings.change(gone_of[act], new_of[act], again[act])
            dirty |= {(act, kind, key) for kind, key in named}
            for cluster in gone:
                self._unlist((act, "told", cluster.key))
            for cluster in made:
                self._list((act, "told", cluster.key), cluster)
        return dirty

    def _explain(self, old: Mapping[DocumentId, Leaf], new: Iterable[Leaf]) -> set[Named]:
        """Take claims out and in by which something can be explained otherwise. Returns the happenings they concern."""
        dirty: set[Named] = set()
        for leaf in old.values():
            for told in leaf.explaining:
                for slot in _slots(told.claim.act, told.sketch):
                    del self._explaining[slot][told.claim.id]
                    dirty |= self._explained.at(slot)
        for leaf in new:
            for told in leaf.explaining:
                for slot in _slots(told.claim.act, told.sketch):
                    self._explaining[slot][told.claim.id] = told
                    dirty |= self._explained.at(slot)
        return dirty

    def _list(self, named: Named, cluster: Cluster) -> None:
        acts = RIVAL_ACTS.get(named[0], ())
        slots = [slot for act in sorted(acts) for slot in _slots(ActId(act), cluster.whole)]
        if slots:
            self._slots[named] = slots
        for slot in slots:
            self._explained.add(slot, named)

    def _unlist(self, named: Named) -> None:
        for slot in self._slots.pop(named, ()):
            self._explained.discard(slot, named)

    def _finish(self, dirty: set[Named], voices: set[VoiceId], spoken: set[VoiceId]) -> Change:
        change = Change()
        gone: set[IncidentId] = set()
        dirty |= self._put_apart({act for act, _, _ in dirty})
        self._evidence.by_quote.clear()
        for named in sorted(dirty):
            before = self._incidents.pop(named, None)
            parts = self._parts(named)
            after = None
            if parts is not None:
                after = self._incidents[named] = incident_of(parts, self._evidence)
            if after == before:
                continue
            spoken |= self._ledger.note(named, before, after)
            if before is not None and (after is None or before.id != after.id):
                gone.add(before.id)
            if after is not None:
                change.incidents.append(after)
        made = {incident.id for incident in change.incidents}
        change.gone = sorted(gone - made)
        for name in sorted(voices | spoken | self._ledger.turn_page()):
            old = self._voices.pop(name, None)
            if name in self._naming.voices:
                new = self._voices[name] = self._ledger.with_forecasts(self._naming.voices[name])
                if new != old:
                    change.voices.append(new)
            elif old is not None:
                change.voices_gone.append(name)
        return change

    def _put_apart(self, acts: Iterable[ActId]) -> set[Named]:
        """Denials and forecasts taken away as judged from all that they stood beside: incidents of their own."""
        judged = self._evidence.judged
        dirty: set[Named] = set()
        for act in acts:
            dirty |= {(act, "apart", name) for name in self._apart.pop(act, ())}
            if (judged.apart or judged.alone) and act in self._acts:
                names = {
                    (act, *one)
                    for claim in {*judged.joined, *judged.alone}
                    if claim in self._claims and self._claims[claim].act == act
                    for one in self._acts[act].beside(claim) | self._acts[act].names_in(self._claims[claim].document)
                }
                parts = [part for named in sorted(names) if (part := self._told_parts(named)) is not None]
                alone = beside_as_judged(parts, self._evidence)[len(parts) :]
                if alone:
                    self._apart[act] = {part.cluster.key: part for part in alone}
                    dirty |= {(act, "apart", name) for name in self._apart[act]}
        return dirty

    # one incident

    def _parts(self, named: Named) -> Parts | None:
        act, kind, key = named
        if kind == "apart":
            return self._apart.get(act, {}).get(key)
        parts = self._told_parts(named)
        return beside_as_judged([parts], self._evidence)[0] if parts else None

    def _told_parts(self, named: Named) -> Parts | None:
        act, kind, key = named
        happenings = self._acts.get(act)
        cluster = happenings.clusters((kind, key)) if happenings else None
        if happenings is None or cluster is None:
            return None
        if kind == "foreseen":
            return Parts(cluster)
        if kind == "denied":
            return Parts(cluster, denials=cluster.whole.claims)
        denials = claims_beside(happenings, key, self._claims)
        return Parts(
            cluster,
            denials=denials,
            rivals=tuple(self._rivals(cluster, denials)),
            warnings=happenings.warnings_of.get(key, ()),
        )

    def _rivals(self, cluster: Cluster, denials: Sequence[ClaimId]) -> list[ClaimId]:
        acts = RIVAL_ACTS.get(cluster.whole.act)
        if not acts:
            return []
        near = {
            name: told
            for act in acts
            for slot in _slots(ActId(act), cluster.whole)
            for name, told in self._explaining.get(slot, {}).items()
        }
        answers = [self._claims[name] for name in denials]
        for document in {claim.document for claim in answers}:
            leaf = self._leaves[document]
            for claim in leaf.claims:
                if claim.act in acts and claim.id not in near:
                    near[claim.id] = Told(claim, Sketch(claim.act, (claim.id,), frozenset({document}), ()))
        return rivals_of(cluster.whole, answers, sorted(near.values(), key=lambda told: claim_key(told.claim)))

    def _names_in(self, document: DocumentId) -> set[Named]:
        leaf = self._leaves[document]
        return {
            (act, kind, key)
            for act in leaf.acts
            if act in self._acts
            for kind, key in self._acts[act].names_in(document)
        }


class _Held(Mapping[DocumentId, Thing]):
    """One thing of every leaf, by document."""

    def __init__(self, leaves: Mapping[DocumentId, Leaf], of: Callable[[Leaf], Thing]) -> None:
        self._leaves, self._of = leaves, of

    def __getitem__(self, document: DocumentId) -> Thing:
        return self._of(self._leaves[document])

    def __iter__(self) -> Iterator[DocumentId]:
        return iter(self._leaves)

    def __len__(self) -> int:
        return len(self._leaves)


def _slots(act: ActId, sketch: Sketch) -> list[Slot]:
    """The days and places by which happenings and explanations of them find each other."""
    span = days(sketch.narrowest)
    if span is None or (span[1] - span[0]).days > _LONGEST:
        return []
    places = {place.ref or place.name for place in sketch.places + sketch.near_places}
    both = sorted({str(span[0]), str(span[1])})
    return [(act, day, place) for day in both for place in sorted(places)]


def _incident_key(incident: Incident) -> tuple[str, str]:
    return (incident.when.start or "9" if incident.when else "9", incident.id)
