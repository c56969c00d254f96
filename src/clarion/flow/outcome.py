"""What came of a piece of work: how much was done and what could not be."""

from collections.abc import Callable
from dataclasses import dataclass, field

from clarion.model.ids import DocumentId

# called with what is being done, how much of it is done, and of how much (None: not known)
Progress = Callable[[str, int, int | None], None]


def silent(what: str, done: int, total: int | None) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Outcome:
    """How many things were done, and a line for each that could not be: which, why and what to do.

    `about` gives the documents of the case that a line tells of.
    """

    done: int = 0
    problems: list[str] = field(default_factory=list)
    about: dict[str, set[DocumentId]] = field(default_factory=dict)

    def add(self, path: str, problem: object, document: DocumentId | None = None) -> None:
        """Note a problem with a path, on one line, and the document of the case that it is about."""
        line = " ".join(str(problem).split())
        line = line if line.startswith(f"{path}: ") else f"{path}: {line}"
        self.problems.append(line)
        if document is not None:
            self.about.setdefault(line, set()).add(document)
