"""Episodes of several documents joined into happenings.

Only neighbours are compared (see `neighbours`). The likest pair is joined first, and never across a block: the result
does not depend on the order given.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from clarion.model import DocumentId
from clarion.reconcile.completing import with_bare
from clarion.reconcile.likeness import ENOUGH, Likeness, likeness, outgrows
from clarion.reconcile.neighbours import pairs
from clarion.reconcile.sketch import Sketch, together

# a copied passage outweighs everything but a block
COPIED = 3.0
# reasons of this many comparisons are read together; more say nothing new
MOST_REASONS_FROM = 400


@dataclass(frozen=True, slots=True)
class Cluster:
    """Episodes held to tell one happening, and why."""

    episodes: tuple[Sketch, ...]
    whole: Sketch
    reasons: tuple[str, ...] = ()

    @property
    def main_actor(self) -> frozenset[str]:
        """The words by which most episodes name the doer; empty when none does."""
        named = [episode.actor_words for episode in self.episodes if episode.actor_words]
        return max(sorted(named, key=sorted), key=named.count, default=frozenset())


def cluster(episodes: Sequence[Sketch], copied: Mapping[frozenset[DocumentId], float]) -> list[Cluster]:
    """Join episodes of one act. `copied` gives the containment (0 to 1) of documents that repeat each other."""
    ordered = sorted(episodes, key=lambda episode: episode.claims)
    likeness_of = {pair: _with_copy(ordered, pair, copied) for pair in pairs(ordered, copied)}
    joined = with_bare(_join(len(ordered), likeness_of), ordered, likeness_of)
    return [cluster_of([ordered[n] for n in group], _reasons(group, likeness_of)) for group in sorted(joined)]


def cluster_of(episodes: Sequence[Sketch], reasons: tuple[str, ...] = ()) -> Cluster:
    """A cluster with the sketch of all that its episodes say."""
    return Cluster(tuple(episodes), together(episodes), reasons)


def _with_copy(
    episodes: Sequence[Sketch], pair: tuple[int, int], copied: Mapping[frozenset[DocumentId], float]
) -> Likeness:
    left, right = episodes[pair[0]], episodes[pair[1]]
    if left.documents & right.documents:
        if outgrows(left, right) or outgrows(right, left):
            return Likeness(0.0, block="one document gives a total and a part of it apart")
        if left.another or right.another:
            return Likeness(0.0, block="one document tells of the two as one and another")
    plain = likeness(left, right)
    shared = max((copied.get(frozenset({a, b}), 0.0) for a in left.documents for b in right.documents), default=0.0)
    if not shared or plain.block:
        return plain
    return Likeness(plain.score + COPIED * shared, (*plain.reasons, f"texts repeat each other ({shared:.0%})"))


def _join(size: int, likeness_of: Mapping[tuple[int, int], Likeness]) -> list[tuple[int, ...]]:
    group_of = {n: {n} for n in range(size)}
    blocked: dict[int, set[int]] = defaultdict(set)
    for (a, b), alike in likeness_of.items():
        if alike.block:
            blocked[a].add(b)
            blocked[b].add(a)
    for (a, b), alike in sorted(likeness_of.items(), key=lambda item: (-item[1].score, item[0])):
        if alike.block or alike.score < ENOUGH:
            continue
        small, large = sorted((group_of[a], group_of[b]), key=len)
        if small is large or any(blocked[n] & large for n in small):
            continue
        large |= small
        for n in small:
            group_of[n] = large
    return sorted({tuple(sorted(group)) for group in group_of.values()})


def _reasons(group: Sequence[int], likeness_of: Mapping[tuple[int, int], Likeness]) -> tuple[str, ...]:
    """Why the members are together, in the words of their comparisons, most frequent first."""
    said: dict[str, int] = defaultdict(int)
    for pair in islice(combinations(group, 2), MOST_REASONS_FROM):
        for reason in likeness_of.get(pair, Likeness(0.0)).reasons:
            said[reason] += 1
    return tuple(sorted(said, key=lambda reason: (-said[reason], reason)))
