"""The word lists of `words.toml` and `first_names.txt`, loaded on first use."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from clarion.model.vocabulary import PlaceKind
from clarion.reference.fold import fold


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lists of words; `lower` ones are in small letters, the rest as written."""

    locative: frozenset[str]
    loose: frozenset[str]
    heads_of: frozenset[str]
    kinds_after: frozenset[str]
    followers: frozenset[str]
    bodies: frozenset[str]
    other_heads: frozenset[str]
    calendar: frozenset[str]
    titles: frozenset[str]
    speaks: frozenset[str]
    directions: frozenset[str]
    openers: frozenset[str]
    common: frozenset[str]
    first_names: frozenset[str]
    never: frozenset[str]  # folded
    typed: dict[str, PlaceKind]
    typed_before: dict[str, PlaceKind]
    abbreviations: dict[str, tuple[str, str]]  # "Ga." -> ("US", "Georgia")


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The lists of this process."""
    folder = resources.files(__package__)
    table = tomllib.loads(folder.joinpath("words.toml").read_text(encoding="utf-8"))
    names = folder.joinpath("first_names.txt").read_text(encoding="utf-8").splitlines()
    lists = {key: frozenset(value.split()) for key, value in table.items() if isinstance(value, str)}
    return PlaceWords(
        **lists,
        common=frozenset(word.lower() for word in table["common"]["words"].split()),
        first_names=frozenset(word for line in names if not line.startswith("#") for word in line.split()),
        never=frozenset(fold(name) for name in table["never"]["words"].split(";")),
        typed={word: PlaceKind(kind) for word, kind in table["typed"].items()},
        typed_before={word: PlaceKind(kind) for word, kind in table["typed_before"].items()},
        abbreviations={
            short: (country, name)
            for country, rows in table["abbreviations"].items()
            for name, shorts in rows.items()
            for short in shorts.split()
        },
    )
