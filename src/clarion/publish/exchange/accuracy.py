"""How much of the earth the point of a place stands for."""

from clarion.model import Place, PlaceKind
from clarion.reference import places

# what each word means, for those who read an export
MEANING = {
    "place": "the middle of the place that was named",
    "region": "the middle of a region: it happened somewhere in it, or is told no more precisely on purpose",
    "country": "the middle of a country: it happened somewhere in it, or is told no more precisely on purpose",
}


def accuracy_of(place: Place) -> str:
    """`place`, `region` or `country`."""
    if (place.ref or "").startswith("state:"):
        return "country"
    known = places.place(place.ref) if place.ref else None
    return "region" if known is not None and known.kind is PlaceKind.REGION else "place"
