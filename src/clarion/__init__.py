"""Clarion: from scattered reports to a record of what is claimed, by whom and how surely.

Nothing is imported until it is used (PEP 562), so `from clarion.extract import find_dates` stays light.
"""

from typing import TYPE_CHECKING, Any

from clarion.__about__ import __version__

if TYPE_CHECKING:
    from clarion.flow import Case, record
    from clarion.model import Record

__all__ = ["Case", "Record", "__version__", "record"]

_HOME = {"Case": "clarion.flow", "Record": "clarion.model", "record": "clarion.flow"}


def __getattr__(name: str) -> Any:
    """Resolve a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'clarion' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
