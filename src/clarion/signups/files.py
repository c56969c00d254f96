"""Files of sign-ups: there whole or not at all, closed to others, and dated by the day only."""

import contextlib
import datetime
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_OWN, _OWN_FOLDER = 0o600, 0o700


def private_folder(path: Path) -> Path:
    """A folder that only its user can look into."""
    path.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
    return path


def write_private(path: Path, content: bytes, day: datetime.date | None = None) -> None:
    """Write a file so that a machine that stops leaves all of it or what was there before.

    With a day the file says no finer time: when somebody signed up to the second is nobody's business.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if day is not None:
            moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp()
            os.utime(part, (moment, moment))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync(path.parent)


def erase_file(path: Path) -> bool:
    """Remove a file for good; whether it was there. Blocks that a disk has moved are out of reach."""
    try:
        with path.open("r+b") as file:
            size = os.fstat(file.fileno()).st_size
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return False
    _sync(path.parent)
    return True


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a folder's lock, which other processes and threads wait for. It ends with its process."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, _OWN)
    try:
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sync(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
