"""Sets by key, most of them of one thing."""

from collections.abc import Hashable, Set
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing", bound=Hashable)


class Keyed(Generic[Key, Thing]):
    """For each key a set of things. One that stands alone is held as itself: a set of one takes two hundred bytes."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[Key, Thing | set[Thing]] = {}

    def add(self, key: Key, thing: Thing) -> None:
        """Put a thing under a key."""
        held = self._held.get(key)
        if held is None:
            self._held[key] = thing
        elif isinstance(held, set):
            held.add(thing)
        elif held != thing:
            self._held[key] = {held, thing}

    def discard(self, key: Key, thing: Thing) -> None:
        """Take a thing away from a key, if it is there."""
        held = self._held.get(key)
        if isinstance(held, set):
            held.discard(thing)
            if not held:
                del self._held[key]
        elif held is not None and held == thing:
            del self._held[key]

    def at(self, key: Key) -> Set[Thing]:
        """The things under a key. Look only: what is given may be the set itself."""
        held = self._held.get(key)
        if held is None:
            return frozenset()
        return held if isinstance(held, set) else {held}
