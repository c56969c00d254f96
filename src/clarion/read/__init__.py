"""Read: an original's bytes become text that knows its place."""

from clarion.read.isolated import IsolatedReader
from clarion.read.limits import ReadLimits
from clarion.read.reading import Reading, read_document
from clarion.read.sheets import ROLES, Mapped
from clarion.read.showing import Shown, can_show, has_pages, show

__all__ = [
    "ROLES",
    "IsolatedReader",
    "Mapped",
    "ReadLimits",
    "Reading",
    "Shown",
    "can_show",
    "has_pages",
    "read_document",
    "show",
]
