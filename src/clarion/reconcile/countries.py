"""The countries that a document names, of which those of its text are read only where they decide something.

Few pairs of episodes come so far that only the countries of their reports can keep them apart, and most of these share
one that their claims give. Reading every text for its countries would cost more than all comparing.
"""

from collections.abc import Iterable

from clarion.language.places import find_places

# what a document is about stands in its first part (code points)
READ_FOR_COUNTRIES = 4000


class Countries:
    """The countries of one document: those of its claims, and those that the first part of its text names."""

    __slots__ = ("_all", "_text", "told")

    def __init__(self, told: frozenset[str], text: str) -> None:
        """`told` are those of the claims."""
        self.told = told
        self._text = text
        self._all: frozenset[str] | None = None

    @property
    def is_read(self) -> bool:
        """Whether the text was read."""
        return self._all is not None

    @property
    def all(self) -> frozenset[str]:
        """Those of the claims and of the text, which is read when this is first asked."""
        if self._all is None:
            self._all = self.told | _named_countries(self._text)
        return self._all

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Countries):
            return NotImplemented
        return self is other or (self.told == other.told and self._text == other._text)

    def __hash__(self) -> int:
        return hash(self.told)


Named = tuple[Countries, ...]


def all_of(countries: Iterable[Countries]) -> frozenset[str]:
    """All countries that some documents name."""
    return frozenset().union(*(one.all for one in countries))


def have_none_in_common(left: Named, right: Named) -> bool:
    """True when both name countries and none is named by both; texts are read only if the claims share none."""
    if not left or not right:
        return False
    if not _told(left).isdisjoint(_told(right)):
        return False
    if all(one.is_read for one in right):
        left, right = right, left  # what is read already may do without the other
    ours = all_of(left)
    if not ours.isdisjoint(_told(right)):
        return False
    theirs = all_of(right)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _told(countries: Named) -> frozenset[str]:
    return countries[0].told if len(countries) == 1 else frozenset().union(*(one.told for one in countries))


def _named_countries(text: str) -> frozenset[str]:
    """The countries that the first part of a text names, lists of places and nationalities included."""
    return frozenset(place.country for place in find_places(text[:READ_FOR_COUNTRIES]) if place.country)
