"""Read: an original's bytes become text that knows its place."""

from clarion.read.isolated import IsolatedReader
from clarion.read.limits import ReadLimits
from clarion.read.reading import Reading, read_document

__all__ = ["IsolatedReader", "ReadLimits", "Reading", "read_document"]
