"""What is known beforehand: places, states, treaties, time zones; with where it comes from and which version it is."""

from clarion.reference.sources import Source, sources, version

__all__ = ["Source", "sources", "version"]
