"""How the time of each door grows with its input: text that somebody wrote to hang a reader must not.

Each pattern is repeated to a size and to twice that size, and measured as `costs.py` says. Linear work doubles; `MOST`
leaves room for the memory of the machine and the noise of the clock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import costs
from clarion.extract import find_acts, find_claims, find_dates, find_figures, find_places, find_voices, stance_of
from speed import document

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
SMALLEST = 4_000  # characters of the shorter text to begin with


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
        return costs.Growth(self.size, self.once, self.twice, costs.Effort(most=MOST)).ratio

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
    """Measure one door on one pattern of `size` and twice as much; more tries while it looks worse than linear."""
    return _growth(door, pattern, size, costs.Effort(most=MOST, largest=2 * size, attempts=tries))


def growth_up_to(door: str, pattern: str, largest: int, *, tries: int = 1) -> Growth:
    """Measure on the first size, from 4,000 characters, that takes long enough, or with `largest` as the longer one."""
    return _growth(door, pattern, SMALLEST, costs.Effort(most=MOST, largest=largest, attempts=tries))


def _growth(door: str, pattern: str, size: int, effort: costs.Effort) -> Growth:
    measured = costs.growth(lambda size: _repeated(PATTERNS[pattern], size), doors()[door], size, effort)
    return Growth(door, pattern, measured.size, measured.once, measured.more)


def _repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]
