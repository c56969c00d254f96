"""Backups: encrypted, whole, made while the case is in use."""

import io
import tarfile
from pathlib import Path

import pyrage
import pytest

from clarion.model.errors import BadRequest, CaseInUse
from clarion.store import backups, people
from clarion.store.checking import check_case
from clarion.store.folder import CaseFolder
from clarion.store.projection import dump_digest
from clarion.store.sealing import Protection

PASSPHRASE = Protection(passphrase="correct horse battery")


def _digest(case: CaseFolder) -> str:
    with case.reading() as connection:
        return dump_digest(connection)


@pytest.mark.parametrize("by_key", [True, False])
def test_a_backup_comes_back_as_it_was(case: CaseFolder, tmp_path: Path, by_key: bool) -> None:
    """With a key or a passphrase, the restored case is whole and equal, and no word of it can be read before."""
    identity = pyrage.x25519.Identity.generate()
    sealed = Protection(key=str(identity.to_public())) if by_key else PASSPHRASE
    opened = Protection(key=f"# a comment\n{identity}\n") if by_key else PASSPHRASE
    target = tmp_path / "case.backup"
    assert backups.backup(case, target, sealed) == target.stat().st_size
    assert b"harbour" not in target.read_bytes()

    backups.restore(target, tmp_path / "restored", opened)
    restored = CaseFolder.open(tmp_path / "restored")
    assert check_case(restored).documents == 2
    assert _digest(restored) == _digest(case)
    assert {path.relative_to(restored.originals) for path in restored.originals.rglob("*")} == {
        path.relative_to(case.originals) for path in case.originals.rglob("*")
    }
    restored.close()


def test_a_backup_is_made_while_another_process_writes(case: CaseFolder, tmp_path: Path) -> None:
    """What is written in the same moment is in it whole or not at all."""
    about = case.state().documents[0]
    with case.working():
        people.note(case, about, "before")
        backups.backup(case, tmp_path / "b", PASSPHRASE)
        people.note(case, about, "after")
    backups.restore(tmp_path / "b", tmp_path / "restored", PASSPHRASE)
    restored = CaseFolder.open(tmp_path / "restored")
    assert [note.text for note in restored.state().notes] == ["before"]
    check_case(restored)
    people.note(restored, about, "in the restored one")
    check_case(restored)
    restored.close()


def test_a_backup_with_a_passphrase_opens_without_clarion(case: CaseFolder, tmp_path: Path) -> None:
    """Two members: a key locked by the passphrase, and an age file for that key."""
    backups.backup(case, tmp_path / "b", PASSPHRASE)
    with tarfile.open(tmp_path / "b") as outer:
        assert outer.getnames() == ["key.age", "case.tar.age"]
        locked, held = outer.extractfile("key.age"), outer.extractfile("case.tar.age")
        assert locked is not None
        assert held is not None
        identity = pyrage.passphrase.decrypt(locked.read(), PASSPHRASE.passphrase).decode().strip()
        inner = pyrage.decrypt(held.read(), [pyrage.x25519.Identity.from_str(identity)])
    with tarfile.open(fileobj=io.BytesIO(inner)) as tar:
        assert "case.db" in tar.getnames()


@pytest.mark.parametrize(
    ("change", "opened", "complaint"),
    [
        ("none", Protection(passphrase="wrong horse battery"), "does not open"),
        ("none", Protection(), "passphrase"),
        ("shorten", PASSPHRASE, "damaged|not a whole"),
        ("flip", PASSPHRASE, "damaged"),
        ("text", PASSPHRASE, "not a whole backup"),
        ("empty", PASSPHRASE, "not a whole backup"),
    ],
)
def test_what_does_not_open_is_said_so_and_leaves_nothing(
    case: CaseFolder, tmp_path: Path, change: str, opened: Protection, complaint: str
) -> None:
    """A wrong passphrase, a lost end, a flipped bit or another file: one line, and no half of a case."""
    target = tmp_path / "b"
    backups.backup(case, target, PASSPHRASE)
    content = target.read_bytes()
    middle = len(content) // 2
    changed = {
        "none": content,
        "shorten": content[: middle // 2],
        "flip": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "text": b"a letter" * 200,
        "empty": b"",
    }
    target.write_bytes(changed[change])
    with pytest.raises(BadRequest, match=complaint):
        backups.restore(target, tmp_path / "restored", opened)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "case"]


def test_nothing_is_overwritten(case: CaseFolder, tmp_path: Path) -> None:
    """Neither a file by a backup nor a folder by a restored case."""
    (tmp_path / "b").write_text("mine")
    with pytest.raises(BadRequest, match="there already"):
        backups.backup(case, tmp_path / "b", PASSPHRASE)
    (tmp_path / "b").unlink()
    backups.backup(case, tmp_path / "b", PASSPHRASE)
    with pytest.raises(BadRequest, match="not empty"):
        backups.restore(tmp_path / "b", case.folder, PASSPHRASE)


def test_a_short_passphrase_or_a_wrong_key_is_refused(case: CaseFolder, tmp_path: Path) -> None:
    """And no half-written backup stays."""
    for protection in (Protection(passphrase="short"), Protection(), Protection(key="age1wrong")):
        with pytest.raises(BadRequest, match=r"too short|age public key"):
            backups.backup(case, tmp_path / "b", protection)
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_a_backup_holding_other_names_is_refused(tmp_path: Path) -> None:
    """A file made by somebody else cannot put files elsewhere."""
    identity = pyrage.x25519.Identity.generate()
    for name in ("../escape", "/etc/escape", "originals/aa/escape", "case.db-wal"):
        inner = io.BytesIO()
        with tarfile.open(fileobj=inner, mode="w") as tar:
            tar.addfile(tarfile.TarInfo(name))
        (tmp_path / "b").write_bytes(pyrage.encrypt(inner.getvalue(), [identity.to_public()]))
        with pytest.raises(BadRequest, match="no part of a case"):
            backups.restore(tmp_path / "b", tmp_path / "restored", Protection(key=str(identity)))
    assert not list(tmp_path.rglob("escape"))


def test_nothing_is_erased_while_a_backup_is_written(case: CaseFolder) -> None:
    """The backup's copy of the database would hold it; other work goes on and leaves that copy alone."""
    from clarion.store import erasing
    from clarion.store.lock import backing_up

    snapshot = case.folder / "backup.part"
    document = case.state().documents[0]
    with backing_up(case.folder):
        snapshot.write_bytes(b"half")
        with pytest.raises(CaseInUse, match="backup"), case.working():
            erasing.erase(case, document, "asked for")
        assert snapshot.exists()
    with case.working():
        assert not snapshot.exists()
