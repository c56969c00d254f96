"""Addressees from a spreadsheet saved as CSV: one row for each, or one for each holder of a post.

Columns stand in `COLUMNS`; only `name` and `kind` must be filled. A row that cannot be taken in is told with its line.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from clarion.model import Place, PlaceKind, made_id
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, Contact, ContactKind, Holder
from clarion.reference import places, states

COLUMNS = (
    "id", "name", "kind", "organisation", "state", "accredited_to", "place", "languages",
    "salutation_en", "salutation_ko", "salutation_zh", "email", "postal", "phone", "fax", "web",
    "holder", "holder_title", "holder_since", "holder_until", "holder_source", "source", "checked_on",
)  # fmt: skip
_NEEDED = ("name", "kind")
_SALUTATIONS = ("en", "ko", "zh")


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was not taken in: its line in the file, counted from 1 with the header, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of rows gave."""

    addressees: tuple[Addressee, ...]
    bad: tuple[BadRow, ...]


def read_rows(text: str) -> Imported:
    """The addressees of a CSV with the header of `COLUMNS`, in any order of columns.

    Rows of one id, or without ids of one name, organisation and state, are one addressee with several holders.
    In `postal` lines are parted by ` | ` or line breaks, in `languages` and `salutation_…` codes are those of BCP 47.

    Raises:
        BadRequest: the header lacks a column that is needed, or has one that is not known.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    header = [name.strip().lower() for name in next(reader, [])]
    _check(header)
    found: dict[str, Addressee] = {}
    bad: list[BadRow] = []
    line = 1
    while True:
        line, began = reader.line_num, reader.line_num + 1
        try:
            row = next(reader, None)
            if row is None:
                break
            if any(cell.strip() for cell in row):
                _take(_named(header, row), found)
        except (csv.Error, ValueError) as problem:
            bad.append(BadRow(began, str(problem)))
            if reader.line_num == line:
                break  # nothing more can be read
    return Imported(tuple(found.values()), tuple(bad))


def merged(held: Iterable[Addressee], new: Iterable[Addressee]) -> list[Addressee]:
    """Those held, with the new ones in place of those of the same id or added behind them."""
    by_id = {one.id: one for one in held}
    by_id.update((one.id, one) for one in new)
    return list(by_id.values())


def _check(header: list[str]) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    missing = [name for name in _NEEDED if name not in header]
    twice = sorted({name for name in header if header.count(name) > 1})
    if unknown or missing or twice:
        said = [f"has columns that are not known: {', '.join(map(repr, unknown))}"] if unknown else []
        said += [f"lacks {' and '.join(missing)}"] if missing else []
        said += [f"has {', '.join(twice)} twice"] if twice else []
        raise BadRequest(f"the header of the file {'; '.join(said)}; the columns are {', '.join(COLUMNS)}")


def _named(header: list[str], row: list[str]) -> dict[str, str]:
    if len(row) > len(header):
        raise ValueError(f"it has {len(row)} cells, and the header {len(header)}; is a comma without quotation marks?")
    return {name: cell.strip() for name, cell in zip(header, row, strict=False)}


def _take(row: Mapping[str, str], found: dict[str, Addressee]) -> None:
    one = _addressee(row)
    before = found.get(one.id)
    if before is not None and not one.holders:
        raise ValueError(f"{one.name} stands in the file already")
    found[one.id] = one if before is None else replace(before, holders=(*before.holders, *one.holders))


def _addressee(row: Mapping[str, str]) -> Addressee:
    name, state = row.get("name", ""), _state(row, "state")
    if not name:
        raise ValueError("it has no name")
    organisation = row.get("organisation") or None
    return Addressee(
        id=row.get("id") or made_id("adr", name, organisation or "", state or ""),
        name=name,
        kind=_kind(row.get("kind", "")),
        organisation=organisation,
        state=state,
        accredited_to=_state(row, "accredited_to"),
        place=_place(row),
        languages=tuple((row.get("languages") or "").replace(",", " ").split()),
        salutations={code: said for code in _SALUTATIONS if (said := row.get(f"salutation_{code}"))},
        contacts=tuple(_contacts(row)),
        holders=_holders(row),
        source=row.get("source") or None,
        checked_on=_day(row, "checked_on"),
    )


def _kind(word: str) -> AddresseeKind:
    try:
        return AddresseeKind(word.lower())
    except ValueError as problem:
        raise ValueError(f"{word!r} is no kind; use one of {', '.join(AddresseeKind)}") from problem


def _state(row: Mapping[str, str], column: str) -> str | None:
    words = row.get(column, "")
    if not words:
        return None
    if states.is_state(words):
        return states.state(words).ref
    match = states.find_state(words)
    if match is None:
        raise ValueError(f"{column}: {words!r} names no state, or could name several; use its code, such as KR")
    return match.state.ref


def _place(row: Mapping[str, str]) -> Place | None:
    words = row.get("place", "")
    if not words:
        return None
    if ":" in words:
        known = places.place(words)
    else:
        country = _state(row, "accredited_to") or _state(row, "state")
        found = places.find(words, country=country.removeprefix("state:") if country else None)
        known = next((one for one in found if one.kind is PlaceKind.SETTLEMENT), found[0] if found else None)
    if known is None:
        raise ValueError(f"place: {words!r} is not known there; name it by its ref, such as geonames:1835848")
    return Place(name=known.name, ref=known.ref, country=known.country, lat=known.lat, lon=known.lon)


def _contacts(row: Mapping[str, str]) -> Iterable[Contact]:
    for kind in ContactKind:
        value = row.get(kind.value, "")
        if not value:
            continue
        if kind is ContactKind.EMAIL and (value.count("@") != 1 or " " in value):
            raise ValueError(f"email: {value!r} is no address")
        if kind is ContactKind.POSTAL:
            value = "\n".join(part.strip() for line in value.splitlines() for part in line.split(" | "))
        yield Contact(kind, value)


def _holders(row: Mapping[str, str]) -> tuple[Holder, ...]:
    name = row.get("holder", "")
    start, end = _day(row, "holder_since"), _day(row, "holder_until")
    if not name:
        if start or end or row.get("holder_title"):
            raise ValueError("it says since when or how a holder is called, and not who")
        return ()
    if start and end and end < start:
        raise ValueError(f"holder_until: {end} lies before {start}")
    title, source = row.get("holder_title") or None, row.get("holder_source") or None
    return (Holder(name, start, end, title, source),)


def _day(row: Mapping[str, str], column: str) -> str | None:
    words = row.get(column, "")
    if not words:
        return None
    try:
        return datetime.date.fromisoformat(words).isoformat()
    except ValueError as problem:
        raise ValueError(f"{column}: {words!r} is no day; write it as 2026-11-22") from problem
