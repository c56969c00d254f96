"""Backups: a whole case in one encrypted file (age), made while the case is in use.

The file holds the originals and a copy of the database as it stood at one moment; `sealing` says how it is encrypted.
"""

import os
import re
import secrets
import shutil
import tarfile
from pathlib import Path
from typing import IO

from clarion.model.errors import BadRequest
from clarion.store import dialect, originals
from clarion.store.files import sync_folder
from clarion.store.folder import DATABASE_NAME, ORIGINALS_NAME, SNAPSHOT_NAME, CaseFolder
from clarion.store.keys import person
from clarion.store.lock import backing_up
from clarion.store.sealing import Protection, check, decrypt, encrypt

_MEMBER = re.compile(rf"{re.escape(DATABASE_NAME)}|{ORIGINALS_NAME}/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
_READ_ONLY = 0o444


def backup(case: CaseFolder, target: Path, protection: Protection) -> int:
    """Write an encrypted backup. Returns its size in bytes.

    Raises:
        BadRequest: the target is there already or cannot be written, or the protection cannot be used.
        CaseInUse: another backup is being written.
    """
    if target.exists():
        raise BadRequest(f"{target} is there already; name a file that is not")
    check(protection)
    with backing_up(case.folder):
        with case.writing() as writing:
            writing.log.append("backup", {"by": person(), "path": str(target)})
        try:
            _write(case, target, protection)
        except OSError as problem:
            raise BadRequest(f"no backup can be written to {target} ({problem.strerror})") from problem
    sync_folder(target.parent)
    return target.stat().st_size


def restore(source: Path, folder: Path, protection: Protection) -> None:
    """Put a backup back as a case, whole or not at all.

    Raises:
        BadRequest: the folder is not empty, the file is no backup, or the protection does not open it.
    """
    if folder.exists() and any(folder.iterdir()):
        raise BadRequest(f"{folder} is not empty; name a folder that is empty or does not exist yet")
    part = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}.part")
    part.mkdir(parents=True)
    try:
        with source.open("rb") as file:
            decrypt(file, protection, lambda stream: _unpack(stream, part))
        if not (part / DATABASE_NAME).exists():
            raise BadRequest(f"{source} holds no case; name a file made by: clarion backup")
        (part / ORIGINALS_NAME).mkdir(exist_ok=True)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except OSError as problem:
        raise BadRequest(f"{source} cannot be restored to {folder} ({problem.strerror})") from problem
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(case: CaseFolder, target: Path, protection: Protection) -> None:
    snapshot = case.folder / SNAPSHOT_NAME
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        dialect.copy_database(case.engine, snapshot)
        with part.open("xb") as file:
            encrypt(file, protection, lambda sink: _pack(case, snapshot, sink))
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        snapshot.unlink(missing_ok=True)
        part.unlink(missing_ok=True)


def _pack(case: CaseFolder, snapshot: Path, sink: IO[bytes]) -> None:
    with tarfile.open(fileobj=sink, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        tar.add(snapshot, DATABASE_NAME, filter=_anonymous)
        for document in case.state().documents:
            path = originals.path_of(case.originals, document)
            tar.add(path, path.relative_to(case.folder).as_posix(), filter=_anonymous)


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _unpack(stream: IO[bytes], folder: Path) -> None:
    with tarfile.open(fileobj=stream, mode="r|") as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isreg() and _MEMBER.fullmatch(member.name) else None
            if content is None:
                raise BadRequest(f"the backup holds {member.name!r}, which is no part of a case; nothing was restored")
            path = folder / member.name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                shutil.copyfileobj(content, file)
                file.flush()
                os.fsync(file.fileno())
            if member.name != DATABASE_NAME:
                path.chmod(_READ_ONLY)
