"""Originals: the bytes of documents as they came, each in a file named by its SHA-256, never changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from clarion.model.errors import BrokenSeal
from clarion.model.ids import DocumentId
from clarion.store.files import sync_folder, write_whole

_PREFIX = "sha256:"
_READ_ONLY = 0o444
_CHUNK_BYTES = 1 << 20


def path_of(folder: Path, document: DocumentId) -> Path:
    """Where the original of a document is."""
    digest = document.removeprefix(_PREFIX)
    return folder / digest[:2] / digest


def keep(folder: Path, document: DocumentId, content: bytes) -> None:
    """Write an original, whole and read-only. One that is there stays."""
    path = path_of(folder, document)
    if path.exists():
        return
    if not path.parent.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        sync_folder(folder)
    write_whole(path, content, mode=_READ_ONLY)


def load(folder: Path, document: DocumentId) -> bytes:
    """The bytes of an original.

    Raises:
        BrokenSeal: the original is missing or no longer has the SHA-256 it was taken in with.
    """
    check(folder, document)
    return path_of(folder, document).read_bytes()


def check(folder: Path, document: DocumentId) -> None:
    """Compare an original with its name, without holding it in memory.

    Raises:
        BrokenSeal: the original is missing, unreadable or no longer has the SHA-256 it was taken in with.
    """
    try:
        with path_of(folder, document).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        reason = "is missing" if isinstance(problem, FileNotFoundError) else f"cannot be read ({problem.strerror})"
        raise BrokenSeal(f"original {document} {reason}; restore the case from a backup") from problem
    if found != document.removeprefix(_PREFIX):
        raise BrokenSeal(
            f"original {document} was changed: its bytes have SHA-256 {found[:12]}…; restore the case from a backup"
        )


def remove(folder: Path, document: DocumentId) -> None:
    """Overwrite an original and remove it. One that is not there is no error.

    Overwriting helps on disks that write in place only; on others the old blocks stay until the disk reuses them.
    """
    path = path_of(folder, document)
    if not path.exists():
        return
    path.chmod(0o600)
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK_BYTES)))
    path.unlink()
    sync_folder(path.parent)
    if not any(path.parent.iterdir()):
        path.parent.rmdir()
        sync_folder(folder)


def found(folder: Path) -> Iterator[Path]:
    """Every file below the folder of originals, in order of name."""
    if folder.is_dir():
        yield from sorted(path for path in folder.rglob("*") if not path.is_dir())
