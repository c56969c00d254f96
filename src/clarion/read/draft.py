"""What the parser of one format hands on: text, what it knows of it, and what went wrong."""

import datetime
from dataclasses import dataclass

from clarion.model.nouns import Region, Span
from clarion.model.text import normalised
from clarion.model.vocabulary import RegionKind


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the document's metadata and the words that say where it was found."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class FoundDay:
    """The document's date and the words that say where it was found."""

    day: datetime.date
    basis: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format says about its document beside the text. The weak ones count only when the text gives none."""

    title: Found | None = None
    publisher: Found | None = None
    authors: tuple[Found, ...] = ()
    day: FoundDay | None = None
    weak_day: FoundDay | None = None
    year: int | None = None  # of the address, for a date written without one
    weak_publisher: Found | None = None
    language: str | None = None
    sender_domain: str | None = None


NO_METADATA = Metadata()


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its parser left it: `text` is normalised, `regions` are those that the format itself marks."""

    media_type: str
    text: str
    regions: tuple[Region, ...] = ()
    metadata: Metadata = NO_METADATA
    problems: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()


def rows_together(kind: RegionKind | None, before: RegionKind | None) -> str:
    """The gap before a block: rows of a table follow each other, everything else stands apart."""
    return "\n" if kind is RegionKind.TABLE and before is RegionKind.TABLE else "\n\n"


class TextBuilder:
    """Puts blocks of text together and remembers which stretch is what."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._regions: list[Region] = []

    def add(self, block: str, kind: RegionKind | None = None, *, gap: str = "\n\n") -> Span | None:
        """Append a block, normalised, after `gap`; an empty block is left out. Returns its span."""
        text = normalised(block).strip("\n")
        if not text.strip():
            return None
        if self._pieces:
            self._push(gap)
        start = self._length
        self._push(text)
        span = (start, self._length)
        if kind is not None:
            self._regions.append(Region(kind, span))
        return span

    def mark(self, kind: RegionKind, span: Span) -> None:
        """Say what a stretch already added is."""
        self._regions.append(Region(kind, span))

    @property
    def length(self) -> int:
        """Code points so far."""
        return self._length

    def text(self) -> str:
        """All blocks as one text."""
        return "".join(self._pieces)

    def regions(self) -> tuple[Region, ...]:
        """The stretches marked so far, in text order."""
        return tuple(sorted(self._regions, key=lambda region: region.span))

    def _push(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
