"""Files and folders become originals: bytes with their SHA-256, exactly as they lie on disk.

Nothing is changed, parsed or left out without a word: what cannot be taken in comes back as `Refused`.
Who takes in and when is the log's business.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clarion.preserve.originals import DEFAULT_LIMITS, NO_PERMISSION, GatherLimits, Original, Refused, shown, taken_in

# what desktop systems strew into folders; nobody wrote it, so it is passed over in silence
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".localized"))

_SPECIAL = (
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file or folder yet to be looked at: where it lies, and how it is called in the record."""

    place: Path
    name: str
    inside: frozenset[tuple[int, int]]  # the folders that it lies in, by device and number


def gather(paths: Iterable[str | Path], *, limits: GatherLimits = DEFAULT_LIMITS) -> Iterator[Original | Refused]:
    """Take in files, and folders with all that is in them, in the order given; inside a folder sorted by name.

    The path of an original is relative to the PATH given: the name of a file, the way from a folder.
    Links are followed, but never into a folder that was walked already.
    """
    walked: set[tuple[int, int]] = set()
    for path in paths:
        place = Path(path)
        waiting = [_Waiting(place, "", frozenset())]
        while waiting:
            yield from _taken(waiting.pop(), waiting, walked, limits)


def _taken(
    item: _Waiting, waiting: list[_Waiting], walked: set[tuple[int, int]], limits: GatherLimits
) -> Iterator[Original | Refused]:
    name = shown(item.name or item.place.name or str(item.place))
    try:
        status = item.place.stat()
    except OSError as problem:
        yield Refused(name, *_missing(item.place, problem))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(item, name, status, waiting, walked)
    elif stat.S_ISREG(status.st_mode):
        yield taken_in(item.place, name, limits)
    else:
        kind = next((words for test, words in _SPECIAL if test(status.st_mode)), "not a file")
        yield Refused(name, f"this is {kind}, not a file", "leave it out")


def _folder(
    item: _Waiting,
    name: str,
    status: os.stat_result,
    waiting: list[_Waiting],
    walked: set[tuple[int, int]],
) -> Iterator[Refused]:
    identity = (status.st_dev, status.st_ino)
    if identity in item.inside:
        yield Refused(name, "this link leads back to a folder that it lies in", "nothing is lost; remove the link")
        return
    if identity in walked:
        if item.place.is_symlink():
            yield Refused(name, "this link leads to a folder that was taken in", "nothing is lost; leave it out")
        return
    walked.add(identity)
    try:
        entries = sorted(entry.name for entry in os.scandir(item.place))
    except OSError as problem:
        yield Refused(name, *_missing(item.place, problem))
        return
    inside = item.inside | {identity}
    for entry in reversed([entry for entry in entries if entry not in _LITTER]):
        waiting.append(_Waiting(item.place / entry, f"{item.name}/{entry}" if item.name else entry, inside))


def _missing(place: Path, problem: OSError) -> tuple[str, str]:
    """Reason and advice for something that cannot even be looked at."""
    if isinstance(problem, FileNotFoundError):
        if place.is_symlink():
            return "this link leads nowhere", "bring back what it points to, or remove it"
        return "there is no such file or folder", "check the path"
    if isinstance(problem, PermissionError):
        return NO_PERMISSION
    if problem.errno == errno.ELOOP:
        return "this link leads back to itself", "remove it"
    if problem.errno == errno.ENAMETOOLONG:
        return "its path is too long for the system", "move it to a folder nearer to the top"
    return f"it cannot be read ({problem.strerror or type(problem).__name__})", "check the disk, or copy it elsewhere"
