"""What the page on method shows: sentences that were counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MethodLine:
    """A sentence about how the dossier was made, with the things it names: words and address."""

    words: str
    targets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MethodPart:
    """What was done in one step."""

    title: str
    lines: tuple[MethodLine, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the dossier was made, and what counts as which act."""

    parts: tuple[MethodPart, ...]
    acts: tuple[tuple[str, str], ...]
