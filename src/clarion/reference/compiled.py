"""The compiled reference data, read through a memory map: nothing is copied until it is looked at.

`compiled/` is written by `python -m clarion.reference.build`. `places.bin` holds a line of JSON (what each column is
and where it starts) and then the columns, little-endian and aligned to 8 bytes.
"""

import json
import mmap
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie

FOLDER = Path(__file__).parent / "compiled"


class Columns:
    """Arrays of fixed width by name, in one mapped file."""

    def __init__(self, path: Path) -> None:
        """Map the file. Raises FileNotFoundError with what to do when it was not built."""
        if not path.is_file():
            raise FileNotFoundError(f"{path.name} is missing; run: python -m clarion.reference.build")
        with path.open("rb") as handle:
            self._map = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        line = self._map.readline()
        self._head: dict[str, tuple[str, int, int]] = json.loads(line)
        self._start = (len(line) + 7) // 8 * 8

    def column(self, name: str) -> Any:
        """A read-only view of the numbers of a column; of bytes for code "B"."""
        code, offset, size = self._head[name]
        view = memoryview(self._map)[self._start + offset : self._start + offset + size]
        return view if code == "B" else view.cast(code)  # type: ignore[call-overload]


@lru_cache(maxsize=1)
def columns() -> Columns:
    """The columns of all places."""
    return Columns(FOLDER / "places.bin")


@lru_cache(maxsize=1)
def names() -> marisa_trie.Trie:
    """The folded names of all places; the number of a name leads to its postings."""
    trie = marisa_trie.Trie()
    trie.mmap(str(FOLDER / "names.marisa"))
    return trie


@lru_cache(maxsize=1)
def loose_names() -> marisa_trie.Trie:
    """The coarser keys of `fold_loosely`."""
    trie = marisa_trie.Trie()
    trie.mmap(str(FOLDER / "loose.marisa"))
    return trie


@lru_cache(maxsize=1)
def digest() -> str:
    """The digest that the build wrote: hex, 16 digits."""
    return (FOLDER / "VERSION").read_text(encoding="ascii").strip()
