"""Episodes of several documents joined into happenings.

Only pairs that share a key (a day, a place, a nationality, a copied passage) are compared, so the work grows with what
is shared. The likest pair is joined first, and never across a block: the result does not depend on the order given.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from clarion.model import DocumentId
from clarion.model.intervals import days
from clarion.reconcile.likeness import ENOUGH, Likeness, likeness, outgrows
from clarion.reconcile.sketch import Sketch
from clarion.reconcile.words import content_words

# a copied passage outweighs everything but a block
COPIED = 3.0
# longer intervals are keyed by month only
MOST_DAYS_KEYED = 10


@dataclass(frozen=True, slots=True)
class Cluster:
    """Episodes held to tell one happening, and why."""

    episodes: tuple[Sketch, ...]
    reasons: tuple[str, ...] = ()

    @property
    def main_actor(self) -> frozenset[str]:
        """The words by which most episodes name the doer; empty when none does."""
        named = [episode.actor_words for episode in self.episodes if episode.actor_words]
        return max(sorted(named, key=sorted), key=named.count, default=frozenset())


def cluster(episodes: Sequence[Sketch], copied: Mapping[frozenset[DocumentId], float]) -> list[Cluster]:
    """Join episodes of one act. `copied` gives the containment (0 to 1) of documents that repeat each other."""
    ordered = sorted(episodes, key=lambda episode: episode.claims)
    likeness_of = {pair: _with_copy(ordered, pair, copied) for pair in _pairs(ordered, copied)}
    joined = _join(len(ordered), likeness_of)
    return [Cluster(tuple(ordered[n] for n in group), _reasons(group, likeness_of)) for group in sorted(joined)]


def keys(episode: Sketch) -> set[str]:
    """What an episode can be found by: two that share no key are never one happening."""
    found = {f"people {ref}" for ref in episode.affected_refs}
    for place in episode.places + episode.near_places:
        found.add(f"place {place.ref}" if place.ref else f"name {' '.join(sorted(content_words(place.name)))}")
        found.update(f"word {word[:4]}" for word in content_words(place.name))
        if place.country:
            found.add(f"country {place.country}")
    for when in episode.whens + episode.near_whens:
        span = days(when)
        if span and (span[1] - span[0]).days <= MOST_DAYS_KEYED:
            found.update(f"day {span[0] + timedelta(days=n)}" for n in range((span[1] - span[0]).days + 1))
    found.update(f"who {word}" for word in episode.affected_words)
    found.update(f"title {name}" for name in episode.title_names | episode.near_names)
    return found


def _pairs(episodes: Sequence[Sketch], copied: Mapping[frozenset[DocumentId], float]) -> Iterable[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, episode in enumerate(episodes):
        for key in keys(episode):
            index[key].append(number)
        for pair in copied:
            if episode.documents & pair:
                index["copy " + " ".join(sorted(pair))].append(number)
    return sorted({pair for numbers in index.values() for pair in combinations(numbers, 2)})


def _with_copy(
    episodes: Sequence[Sketch], pair: tuple[int, int], copied: Mapping[frozenset[DocumentId], float]
) -> Likeness:
    left, right = episodes[pair[0]], episodes[pair[1]]
    if left.documents & right.documents and (outgrows(left, right) or outgrows(right, left)):
        return Likeness(0.0, block="one document gives a total and a part of it apart")
    plain = likeness(left, right)
    shared = max((copied.get(frozenset({a, b}), 0.0) for a in left.documents for b in right.documents), default=0.0)
    if not shared or plain.block:
        return plain
    return Likeness(plain.score + COPIED * shared, (*plain.reasons, f"texts repeat each other ({shared:.0%})"))


def _join(size: int, likeness_of: Mapping[tuple[int, int], Likeness]) -> list[tuple[int, ...]]:
    group_of = {n: frozenset({n}) for n in range(size)}
    blocked = {pair for pair, alike in likeness_of.items() if alike.block}
    for pair, alike in sorted(likeness_of.items(), key=lambda item: (-item[1].score, item[0])):
        if alike.block or alike.score < ENOUGH:
            continue
        left, right = group_of[pair[0]], group_of[pair[1]]
        if left is right or any((min(a, b), max(a, b)) in blocked for a in left for b in right):
            continue
        both = left | right
        for n in both:
            group_of[n] = both
    return sorted({tuple(sorted(group)) for group in group_of.values()})


def _reasons(group: Sequence[int], likeness_of: Mapping[tuple[int, int], Likeness]) -> tuple[str, ...]:
    """Why the members are together, in the words of their comparisons, most frequent first."""
    said: dict[str, int] = defaultdict(int)
    for pair in combinations(group, 2):
        for reason in likeness_of.get(pair, Likeness(0.0)).reasons:
            said[reason] += 1
    return tuple(sorted(said, key=lambda reason: (-said[reason], reason)))
