"""Where the reference data comes from, and what version of it this is."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clarion.reference import compiled

_TABLE = Path(__file__).parent / "data" / "sources.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """A body of data that Clarion ships or was compiled from."""

    name: str
    version: str
    date: str
    licence: str
    holder: str
    address: str
    used_for: str


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """Every source, in the order of the table."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["source"]
    return tuple(Source(**row) for row in rows)


def version() -> str:
    """A digest of the compiled reference data, for cache keys. Equal data gives an equal version."""
    return compiled.digest()
