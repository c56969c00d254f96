"""Episodes of several documents held to tell one happening."""

from collections.abc import Sequence
from dataclasses import dataclass

from clarion.reconcile.sketch import Sketch, together


@dataclass(frozen=True, slots=True)
class Cluster:
    """Episodes held to tell one happening, and why."""

    episodes: tuple[Sketch, ...]
    whole: Sketch
    reasons: tuple[str, ...]
    key: str  # the first of its claims: no other cluster holds it

    @property
    def main_actor(self) -> frozenset[str]:
        """The words by which most episodes name the doer; empty when none does."""
        named = [episode.actor_words for episode in self.episodes if episode.actor_words]
        return max(sorted(named, key=sorted), key=named.count, default=frozenset())


def cluster_of(episodes: Sequence[Sketch], reasons: tuple[str, ...] = ()) -> Cluster:
    """A cluster with the sketch of all that its episodes say."""
    return Cluster(tuple(episodes), together(episodes), reasons, min(episode.claims[0] for episode in episodes))
