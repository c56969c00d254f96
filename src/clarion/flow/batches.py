"""Work put together so that one transaction serves many documents, and a stop loses little."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")

# what a stop may lose: this many documents, bytes and seconds of work
_MOST_ITEMS = 64
_MOST_BYTES = 32 << 20
_MOST_SECONDS = 2.0


class Batch(Generic[Item]):
    """Holds items back until they are worth a transaction."""

    def __init__(self, keep: Callable[[list[Item]], None]) -> None:
        self._keep = keep
        self._items: list[Item] = []
        self._size = 0
        self._began = 0.0

    def add(self, item: Item, *, size: int) -> None:
        """Add an item, and keep all that is held back when it is enough."""
        if not self._items:
            self._began = time.monotonic()
        self._items.append(item)
        self._size += size
        if (
            len(self._items) >= _MOST_ITEMS
            or self._size >= _MOST_BYTES
            or time.monotonic() - self._began >= _MOST_SECONDS
        ):
            self.finish()

    def finish(self) -> None:
        """Keep what is held back."""
        if self._items:
            items, self._items, self._size = self._items, [], 0
            self._keep(items)
