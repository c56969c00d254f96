"""What an episode can be found by, so that only neighbours are compared.

Two episodes that share no key (a day, a place, a country, a nationality, a word for those affected, a name, a copied
text) are never one happening. Where many share a key, each is compared with those that stand near it by day and place,
and chains of neighbours join the rest: the work grows with the number of episodes and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from clarion.model import DocumentId
from clarion.model.intervals import days
from clarion.reconcile.sketch import Sketch
from clarion.reconcile.words import content_words

# longer intervals are not keyed by their days
MOST_DAYS_KEYED = 10
# so many on either side are compared where more share a key
WINDOW = 24


def keys(episode: Sketch) -> set[str]:
    """What an episode can be found by."""
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


def pairs(episodes: Sequence[Sketch], copied: Mapping[frozenset[DocumentId], float]) -> Iterable[tuple[int, int]]:
    """The pairs of episodes to compare, by number, in order."""
    index = _index(episodes)
    for pair in copied:
        index["copy " + " ".join(sorted(pair))] = [n for n, episode in enumerate(episodes) if episode.documents & pair]
    order = {
        number: place for place, number in enumerate(sorted(range(len(episodes)), key=lambda n: _place(episodes[n])))
    }
    found: set[tuple[int, int]] = set()
    for numbers in index.values():
        near = sorted(numbers, key=order.__getitem__)
        for at, one in enumerate(near):
            found.update((min(one, other), max(one, other)) for other in near[at + 1 : at + 1 + WINDOW])
    return sorted(found)


class Neighbourhood:
    """Sketches that can be asked for those that share a key with another."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._index = _index(sketches)

    def of(self, sketch: Sketch) -> list[int]:
        """The numbers of the sketches that share a key with `sketch`, in order."""
        return sorted({number for key in keys(sketch) for number in self._index.get(key, ())})


def _index(sketches: Sequence[Sketch]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for key in keys(sketch):
            index[key].append(number)
    return index


def _place(episode: Sketch) -> tuple[str, str, tuple[str, ...]]:
    """Where an episode stands among others: by its day, or that of its report, then by place."""
    narrowest, published = episode.narrowest, episode.first_published
    day = (narrowest.start or "") if narrowest else str(published or "9")
    return day[:10], " ".join(sorted(place.name.casefold() for place in episode.places)), episode.claims
