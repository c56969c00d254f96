"""Places by name and by ref, over the compiled data.

A place is a small number here (its row); `known(row)` is the noun for callers, the functions on rows are for readers
that look at many candidates and keep none. A ref is `geonames:ID`, `state:XX` or `clarion:slug`.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clarion.model.vocabulary import PlaceKind
from clarion.reference import compiled
from clarion.reference.fold import fold, fold_loosely

KIND_STATE, KIND_REGION, KIND_SETTLEMENT, KIND_WATER, KIND_CROSSING, KIND_SITE, KIND_OTHER, KIND_DEMONYM = range(8)
_KINDS = (
    PlaceKind.STATE,
    PlaceKind.REGION,
    PlaceKind.SETTLEMENT,
    PlaceKind.WATER,
    PlaceKind.CROSSING,
    PlaceKind.SITE,
    PlaceKind.OTHER,
    PlaceKind.DEMONYM,
)
_SCALE = 100_000
_NOWHERE = -(2**31)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the reference data. Degrees WGS84; `zone` an IANA name; `parents` refs, widest first."""

    ref: str
    name: str
    kind: PlaceKind
    country: str | None
    also_in: tuple[str, ...]
    lat: float | None
    lon: float | None
    population: int
    zone: str | None
    parents: tuple[str, ...]


class Gazetteer:
    """The columns of the compiled data, opened once; all members are views of a memory map."""

    def __init__(self) -> None:
        """Map the columns."""
        columns = compiled.columns()
        self.trie = compiled.names()
        self.postings: Any = columns.column("postings")
        self.starts: Any = columns.column("starts")
        self.lat: Any = columns.column("lat")
        self.lon: Any = columns.column("lon")
        self.population: Any = columns.column("population")
        self.geonames: Any = columns.column("geonames")
        self.country: Any = columns.column("country")
        self.kind: Any = columns.column("kind")
        self.capital: Any = columns.column("capital")
        self.level: Any = columns.column("level")
        self.first: Any = columns.column("first")
        self.second: Any = columns.column("second")
        self.zone: Any = columns.column("zone")
        self.by_geonames: Any = columns.column("by_geonames")
        self._loose_postings: Any = columns.column("loose_postings")
        self._loose_starts: Any = columns.column("loose_starts")
        self._text_offset: Any = columns.column("text_offset")
        self._text: Any = columns.column("text")
        self._codes: dict[int, str] = {}
        self._zones = bytes(columns.column("zones")).decode().split("\n")

    def rows(self, key: str) -> list[tuple[int, bool]]:
        """The places of a folded name and whether the name is a main or official one; the largest first."""
        number = self.trie.get(key)
        if number is None:
            return []
        found = self.postings[self.starts[number] : self.starts[number + 1]]
        return [(posting >> 1, bool(posting & 1)) for posting in found]

    def rows_by_ear(self, key: str) -> list[tuple[int, bool]]:
        """The places that a folded name may mean when it is spelt by ear; many are wrong, so a country must decide."""
        loose = fold_loosely(key)
        number = compiled.loose_names().get(loose) if loose else None
        if number is None:
            return []
        found = self._loose_postings[self._loose_starts[number] : self._loose_starts[number + 1]]
        return [(posting >> 1, bool(posting & 1)) for posting in found]

    def country_of(self, row: int) -> str | None:
        """ISO 3166-1 code."""
        code: int = self.country[row]
        found = self._codes.get(code)
        if found is None and code:
            found = self._codes[code] = code.to_bytes(2, "little").decode()
        return found

    def ref_of(self, row: int) -> str | None:
        """The ref; of a demonym, that of its place."""
        kind = self.kind[row]
        slug = self._words(row)[1]
        if kind == KIND_STATE or (kind == KIND_DEMONYM and not slug and not self.geonames[row]):
            return f"state:{self.country_of(row)}"
        if self.geonames[row]:
            return f"geonames:{self.geonames[row]}"
        return f"clarion:{slug}" if slug else None

    def point_of(self, row: int) -> tuple[float, float] | None:
        """Latitude and longitude in degrees."""
        lat, lon = self.lat[row], self.lon[row]
        return None if lat == _NOWHERE else (lat / _SCALE, lon / _SCALE)

    def name_of(self, row: int) -> str:
        """The main name."""
        return self._words(row)[0]

    def zone_of(self, row: int) -> str | None:
        """The IANA zone, of settlements and subdivisions."""
        return self._zones[self.zone[row]] or None

    def also_in(self, row: int) -> tuple[str, ...]:
        """Further countries that a border place lies in."""
        codes = self._words(row)[2]
        return tuple(codes.split(",")) if codes else ()

    def row_of(self, ref: str) -> int | None:
        """The row of a ref."""
        scheme, _, value = ref.partition(":")
        if scheme == "geonames" and value.isdecimal():
            return self._row_of_number(int(value))
        return _special_rows().get(ref)

    def _row_of_number(self, number: int) -> int | None:
        low, high = 0, len(self.by_geonames)
        while low < high:
            middle = (low + high) // 2
            if self.geonames[self.by_geonames[middle]] < number:
                low = middle + 1
            else:
                high = middle
        if low < len(self.by_geonames) and self.geonames[self.by_geonames[low]] == number:
            return int(self.by_geonames[low])
        return None

    def _words(self, row: int) -> list[str]:
        start = self._text_offset[row]
        end = self._text_offset[row + 1] if row + 1 < len(self._text_offset) else len(self._text)
        return bytes(self._text[start : end - 1]).decode().split("\t")


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer()


def known(row: int) -> KnownPlace:
    """The noun of a row."""
    data = gazetteer()
    point = data.point_of(row)
    kind = _KINDS[data.kind[row]]
    parents = [data.ref_of(parent) for parent in (data.first[row], data.second[row]) if parent >= 0]
    country = data.country_of(row)
    return KnownPlace(
        ref=data.ref_of(row) or "",
        name=data.name_of(row),
        kind=kind,
        country=country,
        also_in=data.also_in(row),
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        population=data.population[row],
        zone=data.zone_of(row),
        parents=tuple(ref for ref in (f"state:{country}" if country else None, *parents) if ref),
    )


def place(ref: str) -> KnownPlace | None:
    """The place of a ref; None when it is not known."""
    row = gazetteer().row_of(ref)
    return None if row is None else known(row)


def find(name: str, *, country: str | None = None) -> list[KnownPlace]:
    """Places of that name in any spelling, main names and large places first; demonyms are not places."""
    data = gazetteer()
    found = [known(row) for row, _ in data.rows(fold(name)) if data.kind[row] != KIND_DEMONYM]
    return [place for place in found if country is None or country in (place.country, *place.also_in)]


def contains(outer: str, inner: str) -> bool | None:
    """Whether one place lies in another or is the same; None when either is not known, or the data cannot tell."""
    if outer == inner:
        return True
    a, b = place(outer), place(inner)
    if a is None or b is None:
        return None
    if a.kind is PlaceKind.STATE:
        return a.country in (b.country, *b.also_in) if b.country else None
    if outer in b.parents:
        return True
    if outer.startswith("geonames:") and inner.startswith(("geonames:", "state:")):
        return False
    return False if a.country and b.country and a.country not in (b.country, *b.also_in, *a.also_in) else None


@lru_cache(maxsize=1)
def _special_rows() -> dict[str, int]:
    """Rows of states and of the supplement by ref; both are few."""
    data = gazetteer()
    found: dict[str, int] = {}
    for row in range(len(data.kind)):
        if data.geonames[row] == 0 and data.kind[row] != KIND_DEMONYM:
            ref = data.ref_of(row)
            if ref is not None:
                found[ref] = row
    return found
