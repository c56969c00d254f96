"""The norms, read from their files."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from clarion.model import ActId, NormId


@dataclass(frozen=True, slots=True)
class ElementTest:
    """One element of a norm: the question, and the check that looks for claims that answer it.

    `if_yes` and `if_no` say what an answer would change, where that is more than the element alone.
    """

    key: str
    test: str
    check: str
    required: bool
    if_yes: str = ""
    if_no: str = ""


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm as it stands in its file; the fields are those of `norms/README.md`.

    One norm can stand in several entries, when what it asks of a state depends on the state's part in the act.
    """

    id: NormId
    instrument: str
    title: str
    obligation: str
    kind: str
    acts: tuple[ActId, ...]
    bearer: str
    binds: str
    status: str
    derogable: str
    time: str
    territory: str
    sources: tuple[str, ...]
    checked_on: str
    sure: str
    elements: tuple[ElementTest, ...] = ()
    exceptions: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    foreigners: str = ""
    regional: bool = False


@dataclass(frozen=True, slots=True)
class _File:
    source: str
    norm: tuple[Norm, ...]


@cache
def norms() -> tuple[Norm, ...]:
    """All norms, by id."""
    folder = files("clarion.assess") / "norms"
    found: list[Norm] = []
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.name.endswith(".toml"):
            found += msgspec.toml.decode(path.read_bytes(), type=_File).norm
    return tuple(sorted(found, key=lambda norm: norm.id))


@cache
def norm_of(norm: NormId) -> Norm | None:
    """The norm of an id, its first entry where there are several, or None when no file holds it."""
    return next((one for one in norms() if one.id == norm), None)


def title_of_norm(norm: NormId) -> str:
    """The name and article as a reader knows them; the id itself where no file holds it."""
    known = norm_of(norm)
    return known.title if known else str(norm)


@cache
def described_instruments() -> frozenset[str]:
    """The instruments of which some article stands in a file."""
    return frozenset(norm.instrument for norm in norms() if norm.instrument)
