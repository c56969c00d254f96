"""Time zones: which one a place keeps, and whether the letters after a clock time fit it on a date.

A letter code is read as the offsets that people mean by it (`data/timezones.toml`); IANA zones and their changes are
those of the time-zone database of the system or of the package `tzdata`. Offsets are minutes east of UTC.
"""

import math
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clarion.reference import states
from clarion.reference.fold import fold
from clarion.reference.places import KIND_SETTLEMENT, gazetteer

_TABLE = Path(__file__).parent / "data" / "timezones.toml"
_NEAR_KM = 300.0  # a settlement farther off says little about the zone of a point


@dataclass(frozen=True, slots=True)
class ZoneCandidate:
    """One meaning of a letter code: the offset it states, and zones that use it (empty for a bare offset)."""

    offset: int
    zones: tuple[str, ...]


def candidates(token: str) -> tuple[ZoneCandidate, ...]:
    """What a written zone may mean: `EST`, `CET`, `UTC+9`, `GMT-05:00`, `Eastern Time`; empty if it is no zone.

    `ET`, `PT` and other codes without season give no offset of their own and have every offset of their zones.
    """
    key = token.strip().rstrip(".").upper().replace(".", "")
    rows = _table().get(" ".join(key.split()))
    if rows is not None:
        return rows
    offset = _numeric(key)
    return () if offset is None else (ZoneCandidate(offset, ()),)


def zone_of(country: str | None, place_name: str | None, lat: float | None, lon: float | None) -> str | None:
    """The IANA zone of a place; None when the state has several and nothing decides between them."""
    code = country.removeprefix("state:") if country else None
    named = _zone_of_name(code, place_name) if place_name else None
    if named:
        return named
    if lat is not None and lon is not None:
        nearest = _zone_of_point(lat, lon, code)
        if nearest:
            return nearest
    if code and states.is_state(code):
        zones = states.state(code).zones
        return zones[0] if len(zones) == 1 or len({_year_of_offsets(zone) for zone in zones}) == 1 else None
    return None


def contradicts(token: str, zone: str, day: date) -> bool | None:
    """Whether a written zone is wrong for a place on a day: `EST` in `America/New_York` in September is.

    Of several meanings of a token, those that are said of this clock count (`CST` in Chicago is not Havana's). None
    when the token is no zone or the zone is not known. Noon of the day is looked at, so a change in the night of that
    day is decided by its later part.
    """
    meanings = candidates(token)
    clock = _year_of_offsets(zone)
    fitting = [meaning for meaning in meanings if any(_year_of_offsets(name) == clock for name in meaning.zones)]
    offsets = {meaning.offset for meaning in fitting or meanings}
    true = offset_of(zone, day)
    if not offsets or true is None:
        return None
    return true not in offsets


def offset_of(zone: str, day: date) -> int | None:
    """Minutes east of UTC at noon of a day; None for a zone that is not known."""
    try:
        delta = datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return None if delta is None else int(delta.total_seconds() // 60)


def same_clock(one: str, other: str) -> bool:
    """Whether two zones keep the same hours the year round."""
    return _year_of_offsets(one) == _year_of_offsets(other)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[ZoneCandidate, ...]]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {
        token: tuple(ZoneCandidate(_minutes(row["offset"]), tuple(row["zones"])) for row in meanings)
        for token, meanings in rows["token"].items()
    }


def _numeric(key: str) -> int | None:
    """`UTC+9`, `GMT -5`, `UTC+05:30`, `Z`: the offset in minutes."""
    bare = key.replace(" ", "").replace("−", "-")
    for prefix in ("UTC", "GMT"):
        bare = bare.removeprefix(prefix)
    if bare in {"Z", ""}:
        return 0 if key else None
    digits = bare[1:].replace(":", "")
    if bare[0] not in "+-" or not digits.isdecimal() or len(digits) > 4:
        return None
    return _minutes(f"{bare[0]}{digits}")


def _minutes(written: str) -> int:
    """`+0530`, `-5`, `+09:00` as minutes."""
    sign = -1 if written.startswith("-") else 1
    digits = written.lstrip("+-").replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return sign * (int(hours) * 60 + int(minutes))


@lru_cache(maxsize=512)
def _year_of_offsets(zone: str) -> tuple[int | None, ...]:
    """The offsets of a zone over a year; zones with equal ones are the same clock."""
    return tuple(offset_of(zone, date(2025, month, 15)) for month in range(1, 13))


def _zone_of_name(code: str | None, name: str) -> str | None:
    data = gazetteer()
    found = [row for row, trusted in data.rows(fold(name)) if data.kind[row] == KIND_SETTLEMENT and trusted]
    inside = [row for row in found if code is None or data.country_of(row) == code]
    zones = {data.zone_of(row) for row in inside if data.population[row] * 10 >= data.population[inside[0]]}
    return zones.pop() if len(zones) == 1 else None


def _zone_of_point(lat: float, lon: float, code: str | None) -> str | None:
    """The zone of the nearest settlement of more than 500 people (of the state, if given) within 300 km."""
    data = gazetteer()
    best, zone = _NEAR_KM, None
    low, high = round((lat - 3) * 100_000), round((lat + 3) * 100_000)
    for row in range(len(data.kind)):
        if low <= data.lat[row] <= high and data.kind[row] == KIND_SETTLEMENT:
            distance = _kilometres(lat, lon, data.lat[row] / 100_000, data.lon[row] / 100_000)
            if distance < best and (code is None or data.country_of(row) == code):
                best, zone = distance, data.zone_of(row)
    return zone


def _kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance on a sphere, good enough for the nearest town."""
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))
