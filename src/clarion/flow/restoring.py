"""Putting a backup back and making sure that its log is whole."""

from os import PathLike
from pathlib import Path

from clarion.store import backups, log
from clarion.store.folder import CaseFolder
from clarion.store.sealing import Protection


def restore(
    source: str | PathLike[str], folder: str | PathLike[str], *, passphrase: str | None = None, key: str | None = None
) -> int:
    """Restore a backup to a folder that is empty or not there. Returns the number of documents.

    Raises:
        BadRequest: the folder is not empty, or the file is no backup or does not open.
        BrokenSeal: the log in the backup is not whole; what was restored stays to be looked at.
    """
    backups.restore(Path(source), Path(folder), Protection(passphrase, key))
    case = CaseFolder.open(Path(folder))
    try:
        with case.working(), case.reading() as connection:
            log.check(connection, case.id)
        return len(case.state().documents)
    finally:
        case.close()
