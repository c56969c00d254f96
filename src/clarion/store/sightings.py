"""Where documents were taken in from. The same bytes may lie in several places; one of them stands for all."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from clarion.model.ids import DocumentId


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A place of a document. `path` is relative to the path given; inside another document it is the name there."""

    is_part: bool
    path: str
    part_of: DocumentId | None


Sightings = Mapping[DocumentId, Set[Sighting]]


def standing(sightings: Sightings, document: DocumentId) -> Sighting:
    """The place that stands for a document, whatever the order in which its copies came.

    A document on its own comes before one that is part of another, then the paths decide.
    The path of a part begins with that of the document it came in.
    """
    place = min(sightings[document])
    if place.part_of is None or place.part_of not in sightings:
        return place
    outer = standing(sightings, place.part_of)
    return Sighting(True, f"{outer.path}/{place.path}", place.part_of)
