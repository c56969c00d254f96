"""The versions that a reading depends on: of the engine's rules and of the reference data.

The engine's version ends in a hash of its files, so a changed rule or an act added to the lexicon is never mistaken for
the rule before it.
"""

import hashlib
from functools import cache
from pathlib import Path

from clarion.__about__ import __version__
from clarion.reference.sources import version as reference_version
from clarion.store.state import Stamp
from clarion.store.work import Versions

_ROOMS = ("model", "language", "read", "extract", "reconcile", "assess", "respond")
# letters and what became of them are no readings: a new wording asks for nothing to be read again
_APART = ("addressees", "following", "letters", "sending", "submissions")
_HOME = Path(__file__).parent.parent


@cache
def versions() -> Versions:
    """The versions of this installation."""
    total = hashlib.sha256()
    for path in sorted(path for room in _ROOMS for path in (_HOME / room).rglob("*")):
        parts = path.relative_to(_HOME).parts
        apart = parts[0] == "respond" and parts[1] in _APART
        if path.is_file() and path.parent.name != "__pycache__" and not apart:
            total.update(path.relative_to(_HOME).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return Versions(f"{__version__}+{total.hexdigest()[:12]}", reference_version())


def is_current(stamp: Stamp | None) -> bool:
    """Whether a reading was made by this installation's engine and reference data."""
    now = versions()
    return stamp is not None and (stamp.engine, stamp.reference) == (now.engine, now.reference)
