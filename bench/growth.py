"""How the time of each door grows with its input: text that somebody wrote to hang a reader must not.

Each pattern is repeated to a size and to twice that size. Linear work doubles; `MOST` leaves room for the memory of the
machine and the noise of the clock.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from speed import document

from clarion.extract import find_acts, find_claims, find_dates, find_figures, find_places, find_voices, stance_of

PATTERNS = {
    "brackets": "(",
    "digits": "1",
    "quotes": '"',
    "typographic quotes": "“",
    "initials": "a. ",
    "capitals": "A ",
    "figures": "1 ",
    "figures with commas": "1,",
    "link words": "of ",
    "names of places": "Paris ",
    "act words": "arrested ",
    "verbs of saying": "said ",
    "line ends": "\n",
    "dashes": "-",
}
MOST = 2.2  # times the CPU time for twice the text
MEASURABLE = 0.12  # seconds; below that the clock and the set-up weigh more than the text


@dataclass(frozen=True, slots=True)
class Growth:
    """CPU seconds of one door on a pattern of `size` characters and on twice as many."""

    door: str
    pattern: str
    size: int
    once: float
    twice: float

    @property
    def ratio(self) -> float:
        """Time for twice the text over time for the text; 0 where both are too short to measure."""
        return self.twice / self.once if self.twice >= MEASURABLE and self.once > 0 else 0.0

    @property
    def is_linear(self) -> bool:
        """True when twice the text takes at most `MOST` times as long."""
        return self.ratio <= MOST


def doors() -> dict[str, Callable[[str], object]]:
    """The parts of reading by name, each as a function of a text alone."""
    return {
        "find_acts": find_acts,
        "find_claims": lambda text: find_claims(document(text)),
        "find_dates": lambda text: find_dates(text, written_on=date(2024, 12, 1)),
        "find_figures": find_figures,
        "find_places": find_places,
        "find_voices": find_voices,
        "stance_of": lambda text: stance_of(text, (len(text) // 2, len(text) // 2 + 1)),
    }


def growth(door: str, pattern: str, size: int, *, tries: int = 1) -> Growth:
    """Measure one door on one pattern; more tries where the first ones look worse than linear, the best counts."""
    call, unit = doors()[door], PATTERNS[pattern]
    call("On 3 May 2001 two people were arrested in Paris.")  # loads what is loaded on first use
    once = _seconds(call, _repeated(unit, size))
    twice = _seconds(call, _repeated(unit, 2 * size))
    for _ in range(tries - 1):
        if Growth(door, pattern, size, once, twice).is_linear:
            break
        # the longest of the short and the shortest of the long: noise only ever adds
        once = max(once, _seconds(call, _repeated(unit, size)))
        twice = min(twice, _seconds(call, _repeated(unit, 2 * size)))
    return Growth(door, pattern, size, once, twice)


def growth_up_to(door: str, pattern: str, largest: int, *, tries: int = 1) -> Growth:
    """Measure on the first size, from 4,000 characters, that takes long enough, or with `largest` as the longer one."""
    size = 4_000
    while True:
        measured = growth(door, pattern, min(size, largest // 2), tries=tries)
        if measured.twice >= MEASURABLE or size >= largest // 2:
            return measured
        size *= 2


def _repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _seconds(call: Callable[[str], object], text: str) -> float:
    gc.freeze()  # what a long-lived process holds is no part of the work
    start = time.process_time()
    call(text)
    taken = time.process_time() - start
    gc.unfreeze()
    return taken
