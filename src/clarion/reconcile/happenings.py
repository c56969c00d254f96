"""The happenings of one act with what stands beside them, worked out anew only where something near changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from clarion.model import ActId, Claim, ClaimId, DocumentId, StanceKind, Warned
from clarion.reconcile.beside import Told, denial_home, warnings_of
from clarion.reconcile.clusters import Cluster, cluster_of
from clarion.reconcile.comparing import Copied
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.grouping import Grouping
from clarion.reconcile.lanes import Lanes
from clarion.reconcile.leaves import Leaf, OfAct, claim_key, episodes_of
from clarion.reconcile.neighbours import REACH, Stand, id_of, stand_of
from clarion.reconcile.scoring import Facts
from clarion.reconcile.sketch import Sketch
from clarion.reconcile.surroundings import Surroundings

_NEVER = "9999-99-99"
# happenings of an act kept ready for comparing with denials, about a thousand bytes each
MOST_COMPARED = 4_000
Nameds = set[tuple[str, str]]


@dataclass(slots=True)
class Probes:
    """Claims that look for happenings from a place in the lanes: denials look back, forecasts look ahead."""

    lanes: Lanes = field(default_factory=Lanes)
    told: dict[ClaimId, Told] = field(default_factory=dict)
    entries: dict[ClaimId, str] = field(default_factory=dict)
    keys: dict[ClaimId, tuple[str, ...]] = field(default_factory=dict)

    def add(self, told: Told, place: str) -> None:
        """Put a claim at a place."""
        name = told.claim.id
        self.told[name], self.keys[name] = told, stand_of(told.sketch).keys
        self.entries[name] = f"{place}|{name}"
        for key in self.keys[name]:
            self.lanes.add(key, self.entries[name])

    def remove(self, name: ClaimId) -> None:
        """Take a claim away."""
        entry = self.entries.pop(name)
        del self.told[name]
        for key in self.keys.pop(name):
            self.lanes.remove(key, entry)


@dataclass(frozen=True, slots=True)
class Came:
    """What a change did to happenings: `keys` of those gone and new, the `documents` that came and went.

    `only` are the documents that came, where none went and nobody judged. A claim that was in before then sees no
    happening that did not change and that it did not see before, as lanes only became longer.
    """

    keys: Set[str]
    documents: Set[DocumentId]
    only: Set[DocumentId] | None

    def leaves(self, told: Told) -> bool:
        """Whether a claim was in before and sees nothing new but what changed."""
        return self.only is not None and told.claim.document not in self.only


class Happenings:
    """The incidents of one act, each under a name: what it is (told, denied, foreseen) and its first claim."""

    def __init__(self, act: ActId, copied: Copied, evidence: Callable[[], Evidence]) -> None:
        self.act = act
        self.told = Grouping(copied, evidence)
        self.foreseen = Grouping(copied, evidence)
        self.denials_of: dict[str, set[ClaimId]] = defaultdict(set)
        self.warnings_of: dict[str, tuple[Warned, ...]] = {}
        self.unanswered: dict[str, Cluster] = {}
        self._evidence = evidence
        self._denials, self._forecasts = Probes(), Probes()
        self._home: dict[ClaimId, str] = {}
        self._tied: set[ClaimId] = set()  # denials that two happenings fit equally well
        self._bears_out: dict[ClaimId, set[str]] = defaultdict(set)  # happenings by the forecasts that they bear out
        self._alone_in: dict[DocumentId, list[str]] = {}
        self._open_in: dict[DocumentId, list[str]] = {}
        self._compared: dict[str, tuple[Cluster, Facts]] = {}
        self._parts: dict[DocumentId, OfAct] = {}
        self._around: dict[DocumentId, Surroundings] = {}

    def change(
        self, gone: Iterable[DocumentId], new: Sequence[Leaf], recopied: set[DocumentId]
    ) -> tuple[Nameds, list[Cluster], list[Cluster]]:
        """Take documents out and in. Returns the names of incidents to look at again, and clusters gone and new."""
        old = {name: self._parts.pop(name) for name in gone if name in self._parts}
        plain = not old and not self.told.is_judged
        for name in old:
            del self._around[name]
        stands = [self.told.pairs.stands[one.claims[0]] for part in old.values() for one in part.told]
        denials, forecasts = self._looking_at(stands)
        denials |= {one.claim.id for part in old.values() for one in part.denials}
        for part in old.values():
            self._forget(part)
        self._parts |= {leaf.document.id: leaf.acts[self.act] for leaf in new}
        self._around |= {leaf.document.id: leaf.around for leaf in new}
        names = [one.claims[0] for part in old.values() for one in part.told]
        sketches = [one for leaf in new for one in leaf.acts[self.act].told]
        clusters_gone, clusters_new = self.told.change(names, sketches, recopied)
        for leaf in new:
            self._note(leaf, denials, forecasts)
        if len(self._parts) > len(new):  # else all denials and forecasts are new and looked at anyway
            near = {name for cluster in [*clusters_gone, *clusters_new] for name in self.told.names_of(cluster)}
            here = [self.told.pairs.stands[name] for name in near]
            for into, found in zip((denials, forecasts), self._looking_at(here), strict=True):
                into |= found
        keys = {cluster.key for cluster in [*clusters_gone, *clusters_new]}
        for cluster in clusters_gone:
            self.denials_of.pop(cluster.key, None)
        came = {leaf.document.id for leaf in new}
        change = Came(keys, {*old, *came}, came if plain and not self.told.is_judged else None)
        dirty = {("told", key) for key in keys} | self._answer(denials, change)
        forecasts |= {one.claim.id for part in old.values() for one in part.forecasts}
        dirty |= self._warn(forecasts, change, recopied)
        return dirty, clusters_gone, clusters_new

    def clusters(self, named: tuple[str, str]) -> Cluster | None:
        """The claims of an incident, or None when it is no more."""
        kind, key = named
        if kind == "denied":
            return self.unanswered.get(key)
        found = (self.told if kind == "told" else self.foreseen).cluster_of.get(key)
        return found if found is not None and found.key == key else None

    def beside(self, claim: ClaimId) -> Nameds:
        """The incidents that a claim is in or stands beside as a denial or forecast."""
        found = {("told", key) for key in self._bears_out.get(claim, ())}
        if claim in self._home:
            found.add(("told", self._home[claim]))
        return found

    def names_in(self, document: DocumentId) -> Nameds:
        """The incidents that a document's claims are in or stand beside."""
        part = self._parts.get(document)
        if part is None:
            return set()
        found = {("told", cluster.key) for one in part.told for cluster in self.told.clusters_at(one.claims[0])}
        found |= {("told", self._home[one.claim.id]) for one in part.denials if one.claim.id in self._home}
        found |= {("denied", name) for name in self._alone_in.get(document, ())}
        for name in self._open_in.get(document, ()):
            found |= {("foreseen", cluster.key) for cluster in self.foreseen.clusters_at(name)}
        return found

    # what looks at what

    def _looking_at(self, stands: Iterable[Stand]) -> tuple[set[ClaimId], set[ClaimId]]:
        """The denials and forecasts that see episodes at these places."""
        denials: set[ClaimId] = set()
        forecasts: set[ClaimId] = set()
        denied, foreseen = self._denials.lanes.has, self._forecasts.lanes.has  # asked here: few lanes hold any
        for stand in stands:
            for key in stand.keys:
                if denied(key):
                    denials |= self._seeing_back(key, stand.entry)
                if foreseen(key):
                    forecasts |= self._seeing_ahead(key, stand.entry)
        return denials, forecasts

    def _seeing_back(self, key: str, entry: str) -> set[ClaimId]:
        behind = self.told.pairs.lanes.after(key, entry, REACH)
        high = behind[-1] if len(behind) == REACH else None
        return {ClaimId(id_of(one)) for one in self._denials.lanes.between(key, entry, high)}

    def _seeing_ahead(self, key: str, entry: str) -> set[ClaimId]:
        before = self.told.pairs.lanes.before(key, entry, REACH)
        low = before[0] if len(before) == REACH else None
        return {ClaimId(id_of(one)) for one in self._forecasts.lanes.between(key, low, entry)}

    def _forget(self, part: OfAct) -> None:
        for denial in part.denials:
            self._denials.remove(denial.claim.id)
        for forecast in part.forecasts:
            if forecast.claim.id in self._forecasts.told:
                self._forecasts.remove(forecast.claim.id)

    def _note(self, leaf: Leaf, denials: set[ClaimId], forecasts: set[ClaimId]) -> None:
        part = leaf.acts[self.act]
        published = str(leaf.document.published or _NEVER)
        for denial in part.denials:
            self._denials.add(denial, f"{published}~")  # after all of that day
            denials.add(denial.claim.id)
        for forecast in part.forecasts:
            if leaf.document.published is not None:  # one without a date has no lead
                self._forecasts.add(forecast, published)
                forecasts.add(forecast.claim.id)

    # denials

    def _answer(self, denials: Iterable[ClaimId], change: Came) -> Nameds:
        """Find anew what denials answer. Returns the incidents that win or lose one."""
        dirty: Nameds = set()
        documents = set(change.documents)
        for name in sorted(denials):
            told = self._denials.told.get(name)
            after = self._answered(told, change) if told else None
            before = self._home.pop(name, None)
            if after is not None:
                self._home[name] = after
            if before is not None:
                self.denials_of[before].discard(name)
            if after is not None:
                self.denials_of[after].add(name)
            if before != after or told is None or told.claim.document in change.documents:
                dirty |= {("told", home) for home in (before, after) if home is not None}
                documents |= {told.claim.document} if told else set()
        return dirty | self._leave_alone(documents)

    def _answered(self, told: Told, change: Came) -> str | None:
        name = told.claim.id
        place = self._denials.entries[name]
        names = {
            id_of(entry)
            for key in self._denials.keys[name]
            for entry in self.told.pairs.lanes.before(key, place, REACH)
        }
        near = {one.key: one for name in names for one in self.told.clusters_at(name)}
        home = self._home.get(name)
        if change.leaves(told) and name not in self._tied and (home is None or home in near.keys() - change.keys):
            # nothing else was as like before, and of what did not change nothing has come into sight
            near = {key: one for key, one in near.items() if key in change.keys or key == home}
            if near.keys() <= {home}:
                return home
        found = denial_home(told, near.values(), self._facts)
        (self._tied.add if found.is_tied else self._tied.discard)(name)
        return found.key

    def _facts(self, cluster: Cluster) -> Facts:
        held = self._compared.get(cluster.key)
        if held is None or held[0] is not cluster:
            if len(self._compared) >= MOST_COMPARED:
                self._compared.clear()
            held = self._compared[cluster.key] = cluster, Facts(cluster.whole)
        return held[1]

    def _leave_alone(self, documents: Iterable[DocumentId]) -> Nameds:
        """Denials that answer nothing, as incidents of their own."""
        dirty: Nameds = set()
        for document in sorted(documents):
            gone = self._alone_in.pop(document, [])
            dirty |= {("denied", name) for name in gone}
            for name in gone:
                del self.unanswered[name]
            part = self._parts.get(document)
            alone = [
                one.claim
                for one in (part.denials if part else ())
                if one.claim.stance == StanceKind.DENIED and one.claim.id not in self._home
            ]
            if alone:
                made = [cluster_of([one]) for one in episodes_of(alone, self._around[document])]
                self.unanswered |= {cluster.key: cluster for cluster in made}
                self._alone_in[document] = [cluster.key for cluster in made]
                dirty |= {("denied", cluster.key) for cluster in made}
        return dirty

    # forecasts

    def _warn(self, forecasts: set[ClaimId], change: Came, recopied: set[DocumentId]) -> Nameds:
        """Find anew which forecasts happenings bear out. Returns the incidents that win or lose one."""
        dirty: Nameds = set()
        changed: set[ClaimId] = set()
        # whether a bare forecast counts depends on the others of its document
        again = forecasts | self._beside_in({self._told_in(name) for name in forecasts if name in self._forecasts.told})
        seen: dict[str, set[ClaimId]] = {key: set() for name in again for key in self._bears_out.get(name, ())}
        for name in again & self._forecasts.told.keys():
            for key in self._seen_anew(name, change):
                seen.setdefault(key, set()).add(name)
        for key in sorted(change.keys | seen.keys()):
            cluster = self.clusters(("told", key))
            before = self.warnings_of.pop(key, ())
            if cluster is None:
                after: tuple[Warned, ...] = ()
            elif key in change.keys:
                after = self._warnings(cluster, self._seeing(cluster))
            else:
                kept = [one for one in before if one.claim not in again]
                found = {one.claim: one for one in (*kept, *self._warnings(cluster, seen[key]))}
                after = tuple(found[told.claim.id] for told in self._in_order(found))
            if after:
                self.warnings_of[key] = after
            if before != after:
                dirty.add(("told", key))
                for one in before:
                    self._bears_out[one.claim].discard(key)
                for one in after:
                    self._bears_out[one.claim].add(key)
                changed |= {one.claim for one in (*before, *after)}
        documents = change.documents | {self._told_in(name) for name in changed if name in self._forecasts.told}
        return dirty | self._leave_open(documents, recopied)

    def _beside_in(self, documents: Iterable[DocumentId]) -> set[ClaimId]:
        """All forecasts of documents."""
        return {one.claim.id for name in documents if name in self._parts for one in self._parts[name].forecasts}

    def _in_order(self, names: Iterable[ClaimId]) -> list[Told]:
        return sorted((self._forecasts.told[name] for name in names), key=lambda told: claim_key(told.claim))

    def _told_in(self, name: ClaimId) -> DocumentId:
        return self._forecasts.told[name].claim.document

    def _seen_from(self, name: ClaimId) -> set[str]:
        place = self._forecasts.entries[name]
        return {
            cluster.key
            for key in self._forecasts.keys[name]
            for entry in self.told.pairs.lanes.after(key, place, REACH)
            for cluster in self.told.clusters_at(id_of(entry))
        }

    def _seen_anew(self, name: ClaimId, change: Came) -> set[str]:
        """The happenings that a forecast sees, without those that bear it out neither before nor now."""
        told = self._forecasts.told[name]
        if not change.leaves(told):
            return self._seen_from(name)
        borne = {key for one in self._beside_in([told.claim.document]) for key in self._bears_out.get(one, ())}
        return borne & self._seen_from(name) if borne else borne

    def _seeing(self, cluster: Cluster) -> set[ClaimId]:
        """The forecasts that see a happening."""
        foreseen = self._forecasts.lanes.has
        return {
            name
            for episode in self.told.names_of(cluster)
            for key in self.told.pairs.stands[episode].keys
            if foreseen(key)
            for name in self._seeing_ahead(key, self.told.pairs.stands[episode].entry)
        }

    def _warnings(self, cluster: Cluster, names: Iterable[ClaimId]) -> tuple[Warned, ...]:
        near = self._in_order(names)
        return tuple(warnings_of(cluster.whole, near, self._evidence().documents)) if near else ()

    def _leave_open(self, documents: Iterable[DocumentId], recopied: set[DocumentId]) -> Nameds:
        """Forecasts that nothing bears out, joined into incidents of their own."""
        gone: list[str] = []
        made: list[Sketch] = []
        for document in sorted(documents):
            gone += self._open_in.pop(document, [])
            part = self._parts.get(document)
            rest = [one.claim for one in (part.forecasts if part else ()) if not self._bears_out.get(one.claim.id)]
            if rest:
                found = episodes_of(rest, self._around[document])
                self._open_in[document] = [one.claims[0] for one in found]
                made += found
        clusters_gone, clusters_new = self.foreseen.change(gone, made, recopied)
        return {("foreseen", cluster.key) for cluster in [*clusters_gone, *clusters_new]}


def claims_beside(happenings: Happenings, key: str, claims: Mapping[ClaimId, Claim]) -> tuple[ClaimId, ...]:
    """The denials that answer a happening, in the order of their documents."""
    return tuple(sorted(happenings.denials_of.get(key, ()), key=lambda name: claim_key(claims[name])))
