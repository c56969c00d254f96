"""Join the hand-written table of states with CLDR's names and the zones of the time-zone database."""

import importlib.resources
from collections import defaultdict
from pathlib import Path

from babel import Locale

from clarion.reference.build.tables import plain, rows


def state_rows(data: Path) -> list[dict[str, object]]:
    """One row a state, by code."""
    zones = _zones()
    locales = {code: Locale(code) for code in ("en", "ko", "zh")}
    table: list[dict[str, object]] = []
    for code, capital, region, lat, lon, demonyms, aliases in rows(data / "states.csv"):
        names = {lang: locale.territories[code] for lang, locale in locales.items() if code in locale.territories}
        given = [word for word in demonyms.split(";") if word]
        table.append(
            {
                "code": code,
                "name": plain(names["en"]),
                "names": names,
                "aliases": [word for word in aliases.split(";") if word],
                "demonyms": [*given, *plurals(given)],
                "capital": capital or None,
                "region": region,
                "lat": float(lat),
                "lon": float(lon),
                "zones": zones.get(code, []),
            }
        )
    return sorted(table, key=lambda row: str(row["code"]))


def plurals(words: list[str]) -> list[str]:
    """The people of an adjective that takes -s: `Iraqi` -> `Iraqis`; `Chinese`, `Swiss` and `French` stay."""
    fixed = ("ese", "ish", "ch", "s", "men", "man", "sh", "Czech", "Lao")
    return [word + "s" for word in words if not word.endswith(fixed) and word + "s" not in words]


def _zones() -> dict[str, list[str]]:
    """Zones by state, the most peopled first, as `zone.tab` lists them."""
    found: dict[str, list[str]] = defaultdict(list)
    table = importlib.resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            found[code].append(zone)
    found["XK"] = ["Europe/Belgrade"]
    return found
