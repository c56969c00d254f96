"""Preserve: a file or folder becomes sealed originals: bytes, SHA-256, size and path."""

from clarion.preserve.gather import gather
from clarion.preserve.originals import GatherLimits, Original, Refused, original_of

__all__ = ["GatherLimits", "Original", "Refused", "gather", "original_of"]
