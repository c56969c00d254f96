"""An original: a file's bytes as they came, with the digest that seals them."""

import hashlib
import mimetypes
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clarion.model.errors import BrokenSeal

MEBIBYTE = 1024 * 1024
CHUNK = MEBIBYTE


@dataclass(frozen=True, slots=True)
class GatherLimits:
    """Sizes in bytes: a file above `largest` is refused, one above `in_memory` is read again when it is wanted."""

    largest: int = 256 * MEBIBYTE
    in_memory: int = 16 * MEBIBYTE


DEFAULT_LIMITS = GatherLimits()

NO_PERMISSION = ("it may not be read by this user", "change its permissions, or run as the user who owns it")


@dataclass(frozen=True, slots=True)
class Original:
    """A file that was taken in.

    Attributes:
        path: how it is called in the record, with `/`.
        sha256: hex digest of the bytes.
        size: in bytes.
        media_hint: what the name promises; `clarion.read` goes by the bytes and not by this.
    """

    path: str
    sha256: str
    size: int
    media_hint: str | None
    place: Path | None = field(repr=False, compare=False)
    data: bytes | None = field(repr=False, compare=False)

    def chunks(self) -> Iterator[bytes]:
        """The bytes, a mebibyte at a time for a large file.

        Raises:
            BrokenSeal: the file changed since it was taken in.
        """
        if self.data is not None:
            yield self.data
            return
        digest = hashlib.sha256()
        for chunk in _chunks(self.place) if self.place is not None else ():
            digest.update(chunk)
            yield chunk
        if digest.hexdigest() != self.sha256:
            raise BrokenSeal(f"{self.path}: the file changed while it was taken in; take it in again")

    def read(self) -> bytes:
        """All bytes.

        Raises:
            BrokenSeal: as `chunks`.
        """
        return self.data if self.data is not None else b"".join(self.chunks())


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that could not be taken in, why, and what to do about it."""

    path: str
    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.advice}"


def original_of(data: bytes, *, path: str) -> Original:
    """Bytes that came another way than from a disk, such as an attachment."""
    digest = hashlib.sha256(data).hexdigest()
    return Original(shown(path), digest, len(data), mimetypes.guess_type(path)[0], None, data)


def shown(path: str) -> str:
    """A path that fits on one line and into JSON: control signs and bytes that are no letters become U+FFFD."""
    whole = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in whole)


def taken_in(place: Path, name: str, limits: GatherLimits = DEFAULT_LIMITS) -> Original | Refused:
    """A regular file as an original, or why not."""
    try:
        return _sealed(place, name, limits)
    except PermissionError:
        return Refused(
            name, "it may not be read by this user", "change its permissions, or run as the user who owns it"
        )
    except FileNotFoundError:
        return Refused(name, "it went away while it was taken in", "bring it back and take it in again")
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        return Refused(name, f"it cannot be read ({reason})", "check the disk, or copy it elsewhere")


def _sealed(place: Path, name: str, limits: GatherLimits) -> Original | Refused:
    digest = hashlib.sha256()
    kept: list[bytes] = []
    size = 0
    for chunk in _chunks(place):
        size += len(chunk)
        if size > limits.largest:
            most = limits.largest // MEBIBYTE
            return Refused(name, f"it is larger than {most} MiB", "take in the part that matters, or raise the limit")
        digest.update(chunk)
        if size <= limits.in_memory:
            kept.append(chunk)
    if not size:
        return Refused(name, "the file is empty", "leave it out, or take in the whole file")
    data = b"".join(kept) if size <= limits.in_memory else None
    return Original(name, digest.hexdigest(), size, mimetypes.guess_type(name)[0], place, data)


def _chunks(place: Path) -> Iterator[bytes]:
    # without waiting: what was a file when looked at may have become a pipe that nobody writes to
    descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "it is no longer a file")
        while chunk := stream.read(CHUNK):
            yield chunk
