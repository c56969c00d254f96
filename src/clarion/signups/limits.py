"""How much is taken at once, from one place and from all. Kept in memory; of a place only a salted hash of the day."""

import hashlib
import ipaddress
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

_DAY = 86_400
_MOST_PLACES = 50_000  # then the oldest are forgotten: memory does not grow with an attack
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Limits:
    """How many forms are taken within so many seconds, from one place and from all together."""

    window: int = 600
    from_one: int = 10
    from_all: int = 600


class Gate:
    """Counts what comes. `now` gives seconds that only grow."""

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits, self._now = limits, now
        self._all: deque[float] = deque()
        self._places: dict[bytes, deque[float]] = {}
        self._salt, self._salted = secrets.token_bytes(_SALT_BYTES), now()
        self._lock = Lock()

    def lets_in(self, place: str | None) -> bool:
        """Whether one more form may come from a network address; None: places are not told apart."""
        with self._lock:
            now = self._now()
            self._resalt(now)
            came = [self._all]
            if place is not None:
                came.append(self._place(place))
            for one in came:
                while one and one[0] <= now - self._limits.window:
                    one.popleft()
            mosts = (self._limits.from_all, self._limits.from_one)
            if any(len(one) >= most for one, most in zip(came, mosts, strict=False)):
                return False
            for one in came:
                one.append(now)
            return True

    def _place(self, place: str) -> deque[float]:
        hashed = hashlib.blake2b(_network(place).encode(), key=self._salt, digest_size=16).digest()
        came = self._places.pop(hashed, None) or deque()
        self._places[hashed] = came  # the newest stands last
        while len(self._places) > _MOST_PLACES:
            del self._places[next(iter(self._places))]
        return came

    def _resalt(self, now: float) -> None:
        if now - self._salted >= _DAY:
            self._salt, self._salted = secrets.token_bytes(_SALT_BYTES), now
            self._places.clear()


def _network(place: str) -> str:
    """One household has many addresses of IPv6, and one of IPv4."""
    try:
        address = ipaddress.ip_address(place)
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
