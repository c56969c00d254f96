"""Write the gathered places as a trie of folded names and columns of numbers."""

import hashlib
import json
import struct
from array import array
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import marisa_trie

from clarion.reference.build.gather import KINDS, Entry, gather
from clarion.reference.build.states import state_rows
from clarion.reference.fold import fold, fold_loosely

MOST_POSTINGS = 100  # of one name ("San Antonio" has several hundred); the largest places are kept
TRUSTED = 1  # flag of a posting: a main, official or hand-written name
_SPELT_BY_EAR = {"settlement", "region", "site", "crossing"}
SCALE = 100_000  # degrees as whole numbers: five decimals, about a metre


def compile_reference(room: Path) -> str:
    """Compile into `room/compiled`, replacing what is there; returns the version."""
    entries = gather(room / "data")
    index = {entry.key: number for number, entry in enumerate(entries)}
    flags = _flags(entries)
    trie, postings, starts = _names(entries, flags)
    loose, loose_postings, loose_starts = _names(entries, _loosely(entries, flags))
    target = room / "compiled"
    target.mkdir(exist_ok=True)
    columns = _columns(entries, index, postings, starts)
    packed = _packed({**columns, "loose_postings": loose_postings, "loose_starts": loose_starts})
    states = json.dumps(state_rows(room / "data"), ensure_ascii=False, separators=(",", ":"))
    written = {
        "names.marisa": trie.tobytes(),
        "loose.marisa": loose.tobytes(),
        "places.bin": packed,
        "states.json": states.encode(),
    }
    version = _digest(written, room / "data")
    for name, data in {**written, "VERSION": f"{version}\n".encode()}.items():
        fresh = target / f".{name}"
        fresh.write_bytes(data)
        fresh.replace(target / name)  # a process that reads meanwhile keeps the old file
    return version


def _flags(entries: list[Entry]) -> dict[str, dict[int, int]]:
    """By folded name, the entries of that name and whether it is a trusted one."""
    flags: dict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for name in entry.others:
            flags[fold(name)].setdefault(number, 0)
        for name in entry.names:
            flags[fold(name)][number] = TRUSTED
    flags.pop("", None)
    return flags


def _loosely(entries: list[Entry], flags: dict[str, dict[int, int]]) -> dict[str, dict[int, int]]:
    """The same by coarser keys, for places whose spelling by ear may be met."""
    loose: dict[str, dict[int, int]] = defaultdict(dict)
    for name, found in flags.items():
        key = fold_loosely(name) if name.isascii() else ""
        if key:
            kept = {number: flag for number, flag in found.items() if entries[number].kind in _SPELT_BY_EAR}
            loose[key] |= kept
    return {key: found for key, found in loose.items() if found}


def _names(entries: list[Entry], flags: dict[str, dict[int, int]]) -> tuple[marisa_trie.Trie, array, array]:  # type: ignore[type-arg]
    trie = marisa_trie.Trie(sorted(flags), order=marisa_trie.LABEL_ORDER)
    by_number = sorted((trie[name], name) for name in flags)
    postings, starts = array("I"), array("I", [0])
    for _, name in by_number:
        found = sorted(flags[name].items(), key=lambda item: _rank(entries[item[0]], item[1]))
        postings.extend(number << 1 | flag for number, flag in found[:MOST_POSTINGS])
        starts.append(len(postings))
    return trie, postings, starts


def _rank(entry: Entry, flag: int) -> tuple[int, int, int, str]:
    first = {"state": 0, "demonym": 1}.get(entry.kind, 1 if entry.key.startswith("clarion:") else 2)
    return (first, -entry.population, -flag, entry.key)


def _columns(entries: list[Entry], index: dict[str, int], postings: array, starts: array) -> dict[str, array]:  # type: ignore[type-arg]
    zones = sorted({entry.zone for entry in entries})
    text, offsets = bytearray(), array("I")
    for entry in entries:
        offsets.append(len(text))
        slug = entry.key.rpartition("clarion:")[2] if "clarion:" in entry.key else ""
        iso = entry.key if entry.level and not entry.geonames else ""
        also = ",".join(entry.also_in)
        text += f"{entry.name}\t{slug or iso}\t{also}\n".encode()
    first = [next((k for k in entry.parents if _level(entries, index, k) == 1), "") for entry in entries]
    second = [next((k for k in entry.parents if _level(entries, index, k) == 2), "") for entry in entries]
    return {
        "postings": postings,
        "starts": starts,
        "lat": array("i", [_scaled(entry.lat) for entry in entries]),
        "lon": array("i", [_scaled(entry.lon) for entry in entries]),
        "population": array("I", [min(entry.population, 2**32 - 1) for entry in entries]),
        "geonames": array("I", [entry.geonames for entry in entries]),
        "country": array("H", [int.from_bytes((entry.country or "\0\0").encode(), "little") for entry in entries]),
        "kind": array("B", [KINDS.index(entry.kind) for entry in entries]),
        "capital": array("B", [entry.capital for entry in entries]),
        "level": array("B", [entry.level for entry in entries]),
        "first": array("i", [index.get(key, -1) for key in first]),
        "second": array("i", [index.get(key, -1) for key in second]),
        "zone": array("H", [zones.index(entry.zone) for entry in entries]),
        "text_offset": offsets,
        "text": array("B", text),
        "by_geonames": array("I", sorted((n for n, e in enumerate(entries) if _findable(e)), key=_number(entries))),
        "zones": array("B", "\n".join(zones).encode()),
    }


def _findable(entry: Entry) -> bool:
    return entry.geonames > 0 and entry.kind != "demonym"


def _number(entries: list[Entry]) -> Callable[[int], int]:
    return lambda number: entries[number].geonames


def _level(entries: list[Entry], index: dict[str, int], key: str) -> int:
    return entries[index[key]].level


def _scaled(degrees: float | None) -> int:
    return -(2**31) if degrees is None else round(degrees * SCALE)


def _packed(columns: dict[str, array]) -> bytes:  # type: ignore[type-arg]
    head: dict[str, tuple[str, int, int]] = {}
    body = bytearray()
    for name, values in columns.items():
        data = struct.pack(f"<{len(values)}{values.typecode}", *values)
        head[name] = (values.typecode, len(body), len(data))
        body += data + b"\0" * (-len(data) % 8)
    line = json.dumps(head, separators=(",", ":")).encode() + b"\n"
    return line + b"\0" * (-len(line) % 8) + bytes(body)


def _digest(written: dict[str, bytes], data: Path) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(written.items()):
        digest.update(name.encode() + b"\0" + content)
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
