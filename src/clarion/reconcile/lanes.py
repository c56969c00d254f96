"""Ordered lists by key, asked for what stands next to a place in them."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator

_NONE: list[str] = []


class Lanes:
    """For each key a sorted list of entries, all different. An entry is a text that ends in the id it stands for."""

    __slots__ = ("_lanes",)

    def __init__(self) -> None:
        # most lanes hold one entry: it stands there itself, as a list of one takes about ninety bytes
        self._lanes: dict[str, str | list[str]] = {}

    def load(self, keyed: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Add many entries, each with its keys: much faster than adding them one by one."""
        lanes = self._lanes
        for entry, keys in keyed:
            for key in keys:
                held = lanes.get(key)
                if held is None:
                    lanes[key] = entry
                elif isinstance(held, str):
                    lanes[key] = [held, entry]
                else:
                    held.append(entry)
        for lane in lanes.values():
            if not isinstance(lane, str):
                lane.sort()

    def add(self, key: str, entry: str) -> None:
        """Put an entry into the lane of a key."""
        held = self._lanes.get(key)
        if held is None:
            self._lanes[key] = entry
        elif isinstance(held, str):
            self._lanes[key] = [held, entry] if held < entry else [entry, held]
        else:
            insort(held, entry)

    def remove(self, key: str, entry: str) -> None:
        """Take an entry out of the lane of a key."""
        lane = self._lanes[key]
        if isinstance(lane, str):
            del self._lanes[key]
            return
        del lane[bisect_left(lane, entry)]
        if len(lane) == 1:
            self._lanes[key] = lane[0]

    def has(self, key: str) -> bool:
        """Whether anything stands in the lane of a key."""
        return key in self._lanes

    def before(self, key: str, place: str, most: int) -> list[str]:
        """Up to `most` entries before a place, the nearest last."""
        lane = self._lanes.get(key, _NONE)
        if isinstance(lane, str):
            return [lane] if lane < place else []
        at = bisect_left(lane, place)
        return lane[max(0, at - most) : at]

    def after(self, key: str, place: str, most: int) -> list[str]:
        """Up to `most` entries behind a place, the nearest first."""
        lane = self._lanes.get(key, _NONE)
        if isinstance(lane, str):
            return [lane] if lane > place else []
        at = bisect_right(lane, place)
        return lane[at : at + most]

    def between(self, key: str, low: str | None, high: str | None) -> list[str]:
        """The entries strictly between two places; None is the end of the lane."""
        lane = self._lanes.get(key, _NONE)
        if isinstance(lane, str):
            return [lane] if (low is None or low < lane) and (high is None or lane < high) else []
        start = 0 if low is None else bisect_right(lane, low)
        return lane[start : len(lane) if high is None else bisect_left(lane, high)]

    def shared(self) -> Iterator[tuple[str, list[str]]]:
        """Every key that several entries stand under, with its lane, in no order."""
        for key, lane in self._lanes.items():
            if not isinstance(lane, str):
                yield key, lane
