"""Ordered lists by key, asked for what stands next to a place in them."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator

_NONE: list[str] = []


class Lanes:
    """For each key a sorted list of entries, all different. An entry is a text that ends in the id it stands for."""

    __slots__ = ("_lanes",)

    def __init__(self) -> None:
        self._lanes: dict[str, list[str]] = {}

    def load(self, keyed: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Add many entries, each with its keys: much faster than adding them one by one."""
        lanes = self._lanes
        for entry, keys in keyed:
            for key in keys:
                held = lanes.get(key)
                if held is None:
                    lanes[key] = [entry]
                else:
                    held.append(entry)
        for lane in lanes.values():
            lane.sort()

    def add(self, key: str, entry: str) -> None:
        """Put an entry into the lane of a key."""
        insort(self._lanes.setdefault(key, []), entry)

    def remove(self, key: str, entry: str) -> None:
        """Take an entry out of the lane of a key."""
        lane = self._lanes[key]
        del lane[bisect_left(lane, entry)]
        if not lane:
            del self._lanes[key]

    def has(self, key: str) -> bool:
        """Whether anything stands in the lane of a key."""
        return key in self._lanes

    def before(self, key: str, place: str, most: int) -> list[str]:
        """Up to `most` entries before a place, the nearest last."""
        lane = self._lanes.get(key, _NONE)
        at = bisect_left(lane, place)
        return lane[max(0, at - most) : at]

    def after(self, key: str, place: str, most: int) -> list[str]:
        """Up to `most` entries behind a place, the nearest first."""
        lane = self._lanes.get(key, _NONE)
        at = bisect_right(lane, place)
        return lane[at : at + most]

    def between(self, key: str, low: str | None, high: str | None) -> list[str]:
        """The entries strictly between two places; None is the end of the lane."""
        lane = self._lanes.get(key, _NONE)
        start = 0 if low is None else bisect_right(lane, low)
        return lane[start : len(lane) if high is None else bisect_left(lane, high)]

    def __iter__(self) -> Iterator[tuple[str, list[str]]]:
        """Every key with its lane, in no order."""
        return iter(self._lanes.items())
