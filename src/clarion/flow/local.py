"""What belongs to the person at this machine and not to a case: their name, and where the workbench keeps its own data.

The data folder is `$CLARION_HOME/workbench`, else `$XDG_DATA_HOME/clarion`, else `~/.local/share/clarion`.
"""

import os
from pathlib import Path

from clarion.model.errors import BadRequest
from clarion.store.keys import person

__all__ = ["data_folder", "local_person"]


def local_person() -> str:
    """The name that entries of this machine's user carry in logs."""
    return person()


def data_folder(case: str) -> Path:
    """The folder, made if absent and closed to others, for what the workbench keeps of one case: never in the case.

    Raises:
        BadRequest: it cannot be made.
    """
    folder = _root() / case
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)  # one that was there already may have been open
    except OSError as problem:
        raise BadRequest(
            f"the data folder {folder} cannot be made ({problem.strerror}); set CLARION_HOME to one that can"
        ) from problem
    return folder


def _root() -> Path:
    if home := os.environ.get("CLARION_HOME"):
        return Path(home) / "workbench"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "clarion"
