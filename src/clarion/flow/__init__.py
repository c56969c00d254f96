"""The only room that knows the order: commands write, queries read.

Nothing is imported until it is used (PEP 562), so that a record needs no database and a help text needs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clarion.flow.case import Case
    from clarion.flow.pipeline import record
    from clarion.flow.verbs import assess, extract, preserve, publish, read, reconcile, respond

__all__ = ["Case", "assess", "extract", "preserve", "publish", "read", "reconcile", "record", "respond"]

_HOME = {"Case": "clarion.flow.case", "record": "clarion.flow.pipeline"}
_VERBS = "clarion.flow.verbs"


def __getattr__(name: str) -> Any:
    """Resolve a public name on first use."""
    if name not in __all__:
        raise AttributeError(f"module 'clarion.flow' has no attribute {name!r}")
    return getattr(import_module(_HOME.get(name, _VERBS)), name)
