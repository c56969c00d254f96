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
BACKUP_LOCK_NAME = "backup.lock"


@contextmanager
def working(folder: Path) -> Iterator[None]:
    """Hold the case for a long piece of work.

    Raises:
        CaseInUse: another process holds it.
    """
    with _holding(folder / LOCK_NAME, f"another process is at work on the case {folder}"):
        yield


@contextmanager
def backing_up(folder: Path) -> Iterator[None]:
    """Hold the case's one place for a copy of its database. Other work goes on, but nothing can be erased.

    Raises:
        CaseInUse: another process holds it.
    """
    with _holding(folder / BACKUP_LOCK_NAME, f"another process writes a backup of the case {folder}"):
        yield


@contextmanager
def _holding(path: Path, complaint: str) -> Iterator[None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _hold(handle, complaint)
        yield
    finally:
        os.close(handle)  # lets go of the lock, too


def _hold(handle: int, complaint: str) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        raise CaseInUse(f"{complaint}; wait until it is done and try again") from problem
