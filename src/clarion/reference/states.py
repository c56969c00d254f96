"""States and territories: names, demonyms, capitals, regions, time zones.

Names in English, Korean and Chinese and the list of zones are CLDR's and the time-zone database's, compiled at build;
the rest is `data/states.csv`. A state is a code of ISO 3166-1 (and XK); `state:XX` is its ref.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clarion.reference import compiled
from clarion.reference.fold import fold


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. `names` are by language (en, ko, zh); demonyms begin with the adjective."""

    code: str
    name: str
    names: dict[str, str]
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    region: str
    lat: float
    lon: float
    zones: tuple[str, ...]

    @property
    def ref(self) -> str:
        """`state:XX`."""
        return f"state:{self.code}"


@dataclass(frozen=True, slots=True)
class StateMatch:
    """A state found by words. `demonym` is true when the words name its people ("North Korean")."""

    state: State
    demonym: bool


def state(code: str) -> State:
    """The state of a code or a ref. Raises KeyError for one that is not known."""
    return _states()[code.removeprefix("state:").upper()]


def is_state(code: str) -> bool:
    """Whether a code or ref is known."""
    return code.removeprefix("state:").upper() in _states()


def states() -> tuple[State, ...]:
    """All states and territories, by code."""
    return tuple(_states().values())


@lru_cache(maxsize=4096)  # texts name the same few again and again
def find_state(words: str) -> StateMatch | None:
    """The state that words name, in any of the three languages; None when no state or several could be meant.

    A leading article does not count. `Congo` and `Korea` alone could be two states, so they are none.
    """
    key = fold(words).removeprefix("the ")
    found = _by_words().get(key)
    if found is None:
        return None
    code, demonym = found
    return StateMatch(_states()[code], demonym)


@lru_cache(maxsize=1)
def _states() -> dict[str, State]:
    table = json.loads((compiled.FOLDER / "states.json").read_text(encoding="utf-8"))
    return {row["code"]: _frozen(row) for row in table}


def _frozen(row: dict[str, Any]) -> State:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return State(**fields)


@lru_cache(maxsize=1)
def _by_words() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    shared: set[str] = set()
    for known in _states().values():
        plain = [(fold(n), False) for n in (known.name, *known.names.values(), *known.aliases)]
        people = [(fold(n), True) for n in known.demonyms]
        for key, demonym in dict(people + plain).items():
            if key in found and found[key][0] != known.code:
                shared.add(key)
            found.setdefault(key, (known.code, demonym))
    return {key: value for key, value in found.items() if key and key not in shared}
