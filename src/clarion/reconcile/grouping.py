"""Episodes of one act joined into happenings, and joined anew only where something near changed.

Three steps, each of them local. Neighbours (see `neighbours`) whose likeness is enough are joined, the likest first and
never across something that keeps two of them apart. A group that lacks a day or a place then joins the only other
that it fits (see `completing`). What comes out depends on the episodes alone and not on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set

from clarion.model import DocumentId
from clarion.reconcile.clusters import Cluster, cluster_of
from clarion.reconcile.comparing import Comparing, Copied
from clarion.reconcile.completing import enough_for, only_one
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.likeness import ENOUGH
from clarion.reconcile.parting import joined_and_parted
from clarion.reconcile.sketch import Sketch

# reasons of this many comparisons are read together, those of the likest; more say nothing new
MOST_REASONS_FROM = 60
Group = tuple[str, ...]


class Grouping:
    """The episodes of one act and the happenings that they make. An episode is named by its first claim."""

    def __init__(self, copied: Copied, evidence: Callable[[], Evidence]) -> None:
        """`copied` gives for a document those that repeat it, with the share (0 to 1) that is copied.

        `evidence` gives what people judged, as it stands.
        """
        self._evidence = evidence
        self._judged: set[str] = set()  # episodes with claims that people judged on
        self._parts_of: dict[str, tuple[str, ...]] = {}  # the claims of those episodes
        self.pairs = Comparing(copied)
        self.cluster_of: dict[str, Cluster] = {}
        self._group_of: dict[str, Group] = {}
        self._home: dict[Group, Group] = {}
        self._drawn: dict[Group, set[Group]] = defaultdict(set)  # the bare groups whose home a group is

    def change(
        self, gone: Iterable[str], new: Iterable[Sketch], recopied: Iterable[DocumentId] = ()
    ) -> tuple[list[Cluster], list[Cluster]]:
        """Take episodes out and in; `recopied` are documents whose copies changed. Returns clusters gone and new."""
        gone, new = list(gone), sorted(new, key=lambda sketch: sketch.claims)
        touched = self.pairs.change(gone, new, set(recopied))
        old, fresh = self._regroup(gone, touched)
        return self._complete(old, fresh, touched)

    @property
    def is_judged(self) -> bool:
        """Whether people judged on any of the claims."""
        return bool(self._judged)

    def clusters(self) -> list[Cluster]:
        """All happenings, by their first claims."""
        return sorted({cluster.key: cluster for cluster in self.cluster_of.values()}.values(), key=lambda one: one.key)

    def clusters_at(self, name: str) -> list[Cluster]:
        """The happenings that an episode is in: one, unless people judged that its claims tell several."""
        if not self._judged:
            one = self.cluster_of.get(name)
            return [] if one is None else [one]
        found = (self.cluster_of.get(claim) for claim in self.pairs.sketches[name].claims)
        return list({one.key: one for one in found if one is not None}.values())

    def names_of(self, cluster: Cluster) -> list[str]:
        """The episodes of a happening that are still in."""
        return [name for episode in cluster.episodes if (name := self._owner(episode)) is not None]

    def _owner(self, episode: Sketch) -> str | None:
        """The episode that holds this one, which people may have judged to be a part of it."""
        first = episode.claims[0]
        if first in self.pairs.sketches or not self._judged:
            return first if first in self.pairs.sketches else None
        own = (name for document in episode.documents for name in self.pairs.of_document.get(document, ()))
        return next((name for name in own if first in self.pairs.sketches[name].claims), None)

    def _judged_on(self) -> set[str]:
        evidence = self._evidence()
        found: set[str] = set()
        for claim in evidence.judged.joined:
            if claim in evidence.claims:
                own = self.pairs.of_document.get(evidence.claims[claim].document, ())
                found.update(name for name in own if claim in self.pairs.sketches[name].claims)
        return found

    def _holds_judged(self, cluster: Cluster) -> bool:
        joined = self._evidence().judged.joined
        return any(claim in joined for claim in cluster.whole.claims)

    def _held(self, name: str) -> list[Cluster]:
        claims = self._parts_of.get(name, (name,))
        return [one for claim in claims if (one := self.cluster_of.get(claim)) is not None]

    # groups

    def _regroup(self, gone: Iterable[str], touched: set[str]) -> tuple[set[Group], set[Group]]:
        """Join anew what hangs together with episodes that are gone or touched. Returns groups gone and new."""
        old = {self._group_of.pop(name) for name in gone if name in self._group_of}
        todo = touched | {name for group in old for name in group if name in self.pairs.sketches}
        new: set[Group] = set()
        seen: set[str] = set()
        for name in sorted(todo):
            if name not in seen:
                component = self._component(name)
                seen |= component
                old |= {self._group_of[one] for one in component if one in self._group_of}
                new |= set(self._join(sorted(component)))
        for group in new:
            for name in group:
                self._group_of[name] = group
        return old, new

    def _component(self, name: str) -> set[str]:
        found, todo = {name}, [name]
        while todo:
            for other, score in self.pairs.near(todo.pop()).items():
                if score >= ENOUGH and other not in found:
                    found.add(other)
                    todo.append(other)
        return found

    def _join(self, names: Sequence[str]) -> list[Group]:
        if len(names) == 1:
            return [(names[0],)]
        edges = sorted(
            (-score, one, other)
            for one in names
            for other, score in self.pairs.near(one).items()
            if one < other and score >= ENOUGH
        )
        group_of = {name: [name] for name in names}
        for _, one, other in edges:
            small, large = sorted((group_of[one], group_of[other]), key=len)
            if small is large or self._kept_apart(small, large):
                continue
            large += small
            for name in small:
                group_of[name] = large
        return [tuple(sorted(group)) for group in {id(group): group for group in group_of.values()}.values()]

    def _kept_apart(self, left: Iterable[str], right: Sequence[str]) -> bool:
        """Whether anything keeps an episode of one group apart from one of the other."""
        return any(self.pairs.are_apart(one, other) for one in left for other in right)

    # groups that lack a day or a place

    def _complete(self, old: set[Group], new: set[Group], touched: Set[str]) -> tuple[list[Cluster], list[Cluster]]:
        """Join groups that lack a day or a place to the only other that each fits, where groups changed."""
        recheck = set(new)
        for group in old | new:
            recheck |= self._drawn.get(group, set())
            for name in group:
                for other in self.pairs.near(name):
                    recheck.add(self._group_of[other])
        dirty = new | recheck
        for group in old | recheck:
            home = self._home.pop(group, None)
            if home is not None:
                self._drawn[home].discard(group)
                dirty.add(home)
        for group in sorted(recheck):
            enough = self._enough(group) if self._stands(group) else None
            if enough is not None and (home := self._only(group, enough)):
                self._home[group] = home
                self._drawn[home].add(group)
                dirty.add(home)
        for group in old - new:
            self._drawn.pop(group, None)
        return self._recluster(old, {group for group in dirty if self._stands(group)}, touched)

    def _stands(self, group: Group) -> bool:
        return self._group_of.get(group[0]) == group

    def _enough(self, group: Group) -> float | None:
        """What a group must share with its home; None for one that is told in full, or is no more."""
        if any(name not in self.pairs.sketches for name in group):
            return None
        told = [self.pairs.sketches[name] for name in group]
        return enough_for(told[0].act, any(one.whens for one in told), any(one.places for one in told))

    def _only(self, group: Group, enough: float) -> Group | None:
        scores: dict[Group, float] = {}
        for name in group:
            for other, score in self.pairs.near(name).items():
                near = self._group_of[other]
                if near != group:
                    scores[near] = max(scores.get(near, score), score)
        ordered = sorted((-score, near) for near, score in scores.items())
        return only_one(((-score, near) for score, near in ordered if not self._kept_apart(group, near)), enough)

    def _recluster(self, old: set[Group], dirty: set[Group], touched: Set[str]) -> tuple[list[Cluster], list[Cluster]]:
        gone: dict[str, Cluster] = {}
        linked: dict[Group, set[Group]] = {}
        judged = self._judged_on()
        todo = {name for group in old | dirty for name in group} | judged | self._judged
        seen: set[str] = set()
        while todo:
            seen |= todo
            fresh = {one.key: one for name in todo for one in self._held(name)}
            gone |= fresh
            todo |= {name for cluster in fresh.values() for name in self.names_of(cluster)}
            for group in {self._group_of[name] for name in todo if name in self._group_of}:
                if group not in linked:
                    groups = self._linked(group)
                    linked |= dict.fromkeys(groups, groups)
                    todo |= {name for one in groups for name in one}
            todo -= seen
        made = [
            self._unchanged(members, touched) or self._cluster(members)
            for group, groups in sorted(linked.items())
            if group == min(groups)
            for members in self._merged(groups)
        ]
        if judged:
            sure = [one for one in made if not self._holds_judged(one)]
            made = sure + joined_and_parted([one for one in made if self._holds_judged(one)], self._evidence())
        self._judged = judged
        self._parts_of = {name: self.pairs.sketches[name].claims for name in judged}
        for cluster in gone.values():
            for episode in cluster.episodes:
                self.cluster_of.pop(episode.claims[0], None)
        for cluster in made:
            for episode in cluster.episodes:
                self.cluster_of[episode.claims[0]] = cluster
        kept = {cluster.key for cluster in made if gone.get(cluster.key) == cluster}
        return [one for one in gone.values() if one.key not in kept], [one for one in made if one.key not in kept]

    def _linked(self, group: Group) -> set[Group]:
        found, todo = {group}, [group]
        while todo:
            at = todo.pop()
            home = self._home.get(at)
            for other in (self._drawn.get(at, set()) | {home}) if home else self._drawn.get(at, set()):
                if other not in found:
                    found.add(other)
                    todo.append(other)
        return found

    def _merged(self, linked: set[Group]) -> list[Group]:
        """Join each group with its home, the likest first, unless one that joined before forbids it."""
        members = {group: list(group) for group in linked}
        links = sorted((-self._score(group, self._home[group]), group) for group in linked if group in self._home)
        for _, group in links:
            ours, theirs = members[group], members[self._home[group]]
            if ours is theirs or self._kept_apart(ours, theirs):
                continue
            theirs += ours
            moved = set(ours)
            for other in linked:
                if other[0] in moved:
                    members[other] = theirs
        return [tuple(sorted(names)) for names in {id(names): names for names in members.values()}.values()]

    def _score(self, group: Group, home: Group) -> float:
        return max(self.pairs.near(name)[other] for name in group for other in home if other in self.pairs.near(name))

    def _unchanged(self, names: Group, touched: Set[str]) -> Cluster | None:
        """The cluster of these episodes as it stands, if it holds no others and no neighbours changed among them."""
        held = None if self._judged else self.cluster_of.get(names[0])
        if held is None or len(held.episodes) != len(names) or not touched.isdisjoint(names):
            return None
        same = all(self.pairs.sketches[name] is one for name, one in zip(names, held.episodes, strict=True))
        return held if same else None

    def _cluster(self, names: Group) -> Cluster:
        held = set(names)
        pairs = sorted(
            (-score, one, other)
            for one in names
            for other, score in self.pairs.near(one).items()
            if one < other and other in held
        )
        said: dict[str, int] = defaultdict(int)
        for _, one, other in pairs[:MOST_REASONS_FROM]:
            for reason in self.pairs.alike(one, other).reasons:
                said[reason] += 1
        reasons = tuple(sorted(said, key=lambda reason: (-said[reason], reason)))
        return cluster_of([self.pairs.sketches[name] for name in names], reasons)
