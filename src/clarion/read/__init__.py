"""Read: an original's bytes become text that knows its place."""

from clarion.read.reading import Reading, read_document

__all__ = ["Reading", "read_document"]
