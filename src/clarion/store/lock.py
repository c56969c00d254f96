"""One long piece of work on a case at a time.

The lock is held by the operating system on an open file, so it ends with its process, however that ends.
Small writes (a judgement) do not take it; they wait for each other in the database.
"""

import os
import sys
import time
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
ARRIVAL_LOCK_NAME = "arrival.lock"
SENDING_LOCK_NAME = "sending.lock"

# how long a person who brings a document waits for another one, and how often it is looked, in seconds
_PATIENCE = 60.0
_PAUSE = 0.02


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
def taking_in(folder: Path) -> Iterator[None]:
    """Hold the door through which originals come and go, for as long as one transaction takes; waits for its turn.

    Raises:
        CaseInUse: the wait took longer than a minute.
    """
    with _waiting(folder / ARRIVAL_LOCK_NAME, f"somebody else takes documents into the case {folder}"):
        yield


@contextmanager
def sending(folder: Path) -> Iterator[None]:
    """Hold the door through which letters go, from the note that one goes to that of what became of it; waits.

    Raises:
        CaseInUse: the wait took longer than a minute.
    """
    with _waiting(folder / SENDING_LOCK_NAME, f"another process sends letters of the case {folder}"):
        yield


@contextmanager
def _waiting(path: Path, complaint: str) -> Iterator[None]:
    until = time.monotonic() + _PATIENCE
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while True:
            try:
                _hold(handle, complaint)
                break
            except CaseInUse:
                if time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


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
