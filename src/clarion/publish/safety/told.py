"""What is told coarsely of a claim."""

from dataclasses import dataclass

from clarion.model import DetailKind


@dataclass(frozen=True, slots=True)
class Coarsened:
    """What of a claim is told coarsely, and for which kind of detail."""

    kind: DetailKind
    day: bool
    place: bool
