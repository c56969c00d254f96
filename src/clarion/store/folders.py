"""Folders that change from one whole state to another."""

import secrets
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from clarion.store.files import sync_folder


def replace_folder(folder: Path, files: Mapping[str, bytes], replaced: Iterable[str]) -> None:
    """Put files, by paths with `/`, in place of those that a folder held; what others keep in it stays.

    All is written beside the folder first and takes its name when it is whole, so that a reader sees the old state or
    the new one, but for the moment between two renamings. After a stop in that moment the old state lies beside, under
    a name that begins with a point.

    Args:
        folder: need not exist; its parent must.
        files: the new contents.
        replaced: the paths of the old contents; whatever else the folder holds is kept.
    """
    mark = secrets.token_hex(4)
    new, old = folder.with_name(f".{folder.name}.{mark}.new"), folder.with_name(f".{folder.name}.{mark}.old")
    try:
        for path, content in files.items():
            place = new / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if folder.is_dir():
            folder.rename(old)
        new.rename(folder)
    except OSError:
        if old.is_dir() and not folder.exists():
            old.rename(folder)
        raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
    if old.is_dir():
        _keep(old, folder, {*replaced, *files})
        shutil.rmtree(old)
    sync_folder(folder.parent)


def _keep(old: Path, new: Path, ours: set[str]) -> None:
    """Move what is not ours from the old folder to the new one: whole where a folder holds nothing of ours."""
    tops = {path.partition("/")[0] for path in ours}
    for entry in sorted(old.iterdir()):
        if entry.name not in tops:
            entry.rename(new / entry.name)
        elif entry.is_dir() and not entry.is_symlink():
            _keep_within(entry, old, new, ours)


def _keep_within(part: Path, old: Path, new: Path, ours: set[str]) -> None:
    for entry in sorted(part.rglob("*")):
        name = entry.relative_to(old).as_posix()
        if entry.is_file() and name not in ours:
            place = new / name
            place.parent.mkdir(parents=True, exist_ok=True)
            entry.rename(place)
