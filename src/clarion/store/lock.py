"""One long piece of work on a case at a time.

The lock is held by the operating system on an open file, so it ends with its process, however that ends.
Small writes (a judgement) do not take it; they wait for each other in the database.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clarion.model.errors import CaseInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "lock"


@contextmanager
def working(folder: Path) -> Iterator[None]:
    """Hold the case for a long piece of work.

    Raises:
        CaseInUse: another process holds it.
    """
    handle = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _hold(handle, folder)
        yield
    finally:
        os.close(handle)  # lets go of the lock, too


def _hold(handle: int, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        raise CaseInUse(
            f"another process is at work on the case {folder}; wait until it is done and try again"
        ) from problem
