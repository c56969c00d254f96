"""What came of a piece of work: how much was done and what could not be."""

from collections.abc import Callable
from dataclasses import dataclass, field

# called with what is being done, how much of it is done, and of how much (None: not known)
Progress = Callable[[str, int, int | None], None]


def silent(what: str, done: int, total: int | None) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Outcome:
    """How many things were done, and a line for each that could not be: which, why and what to do."""

    done: int = 0
    problems: list[str] = field(default_factory=list)

    def add(self, path: str, problem: object) -> None:
        """Note a problem with a path, on one line."""
        line = " ".join(str(problem).split())
        self.problems.append(line if line.startswith(f"{path}: ") else f"{path}: {line}")
