"""What a dossier shows of a grade."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade by a person: a letter or a figure, what it means, and who gave it, when and why."""

    value: str
    meaning: str
    reason: str
