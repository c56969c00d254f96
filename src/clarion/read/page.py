"""What the searches for publisher, authors and date look at."""

from dataclasses import dataclass

from clarion.read.draft import Metadata
from clarion.read.head import Head
from clarion.read.lines import Line


@dataclass(frozen=True, slots=True)
class Page:
    """A document's text, cut into head and body, beside what its format says of it.

    `apart` are the lines that the format set apart: menus, page feet, quoted mail.
    """

    text: str
    head: Head
    body: list[Line]
    metadata: Metadata
    apart: list[Line]
