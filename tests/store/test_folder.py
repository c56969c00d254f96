"""The folder of a case."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from clarion.model.errors import BrokenSeal, CaseInUse, NotACase
from clarion.store import originals
from clarion.store.checking import check_case
from clarion.store.folder import ARRIVING, CaseFolder, is_case


def test_a_case_is_made_only_when_asked(tmp_path: Path) -> None:
    """A folder that is no case is said so, with the command that makes one."""
    with pytest.raises(NotACase, match="clarion preserve"):
        CaseFolder.open(tmp_path / "none")
    CaseFolder.open(tmp_path / "new", create=True).close()
    assert is_case(tmp_path / "new")


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """No case is made among somebody's files."""
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(NotACase, match="holds other files"):
        CaseFolder.open(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_case_of_a_newer_clarion_is_not_touched(case: CaseFolder) -> None:
    """The format of the log stands in the case, and a newer one is refused."""
    case.close()
    with sqlite3.connect(case.folder / "case.db") as raw:
        raw.execute("UPDATE about_case SET value = '4' WHERE key = 'format'")
    raw.close()
    with pytest.raises(NotACase, match="upgrade Clarion"):
        CaseFolder.open(case.folder)


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(200)])
def test_a_broken_database_is_said_so(tmp_path: Path, content: bytes) -> None:
    """One line, not a stack of calls."""
    (tmp_path / "case.db").write_bytes(content)
    with pytest.raises(NotACase, match="restore"):
        CaseFolder.open(tmp_path)


def test_one_process_is_at_work_on_a_case_at_a_time(case: CaseFolder) -> None:
    """A second one is told so at once."""
    with case.working(), pytest.raises(CaseInUse, match="at work"), case.working():
        pass
    with case.working():
        pass


def test_a_lock_ends_with_its_process(case: CaseFolder) -> None:
    """A process that is killed leaves no lock behind."""
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom clarion.store.lock import working\n"
        "with working(Path(sys.argv[1])):\n print('held', flush=True)\n time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(case.folder)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(CaseInUse), case.working():
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with case.working():
        pass


def test_originals_are_read_only_and_named_by_their_hash(case: CaseFolder) -> None:
    """Nobody writes to an original by mistake."""
    for document in case.state().documents:
        path = originals.path_of(case.originals, document)
        assert path.name == document[7:]
        assert path.parent.name == document[7:9]
        assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_an_arrival_that_was_stopped_is_undone(case: CaseFolder) -> None:
    """An original that came on the disk and not into the log goes; until then the case verifies."""
    stray = originals.path_of(case.originals, case.state().documents[0]).read_bytes() + b"more"
    from clarion.model import document_id

    document = document_id(stray)
    case.settle((), then=[(ARRIVING, document)])
    originals.keep(case.originals, document, stray)
    half = originals.path_of(case.originals, document)
    (half.parent / f"{half.name}.abcd.part").write_bytes(b"half")
    check_case(case)
    with case.working():
        pass
    assert not half.exists()
    assert not list(case.originals.rglob("*.part"))
    check_case(case)


@pytest.mark.parametrize("change", ["flip", "shorten", "remove", "add"])
def test_whatever_is_done_to_originals_is_found(case: CaseFolder, change: str) -> None:
    """One bit, a lost end, a lost file, a file too many."""
    path = originals.path_of(case.originals, case.state().documents[0])
    path.chmod(0o600)
    content = path.read_bytes()
    if change == "flip":
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    elif change == "shorten":
        path.write_bytes(content[:-1])
    elif change == "remove":
        path.unlink()
    else:
        (path.parent / "extra").write_bytes(b"x")
    with pytest.raises(BrokenSeal, match=r"missing|was changed|no original"):
        check_case(case)


def test_a_case_on_a_medium_that_cannot_be_written_is_read(case: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sealed copy on a disc can be verified where it lies, without a file beside it."""
    case.close()
    monkeypatch.setattr("clarion.store.dialect.os.access", lambda *_: False)
    sealed = CaseFolder.open(case.folder)
    assert check_case(sealed).documents == 2
    assert not (case.folder / "case.db-wal").exists()
    sealed.close()
