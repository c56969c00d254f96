"""Files and folders become originals, or one clear line."""

import hashlib
import os
import socket
import sys
from pathlib import Path

import pytest

from clarion.model.errors import BrokenSeal
from clarion.preserve import GatherLimits, Original, Refused, gather, original_of

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)


def test_a_folder_gives_its_files_in_sorted_order_with_the_way_from_the_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = list(gather([tmp_path]))
    assert [item.path for item in found] == ["a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_a_file_given_by_itself_is_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "note.txt").write_bytes(b"words")
    (original,) = gather([tmp_path / "deep" / "note.txt"])
    assert isinstance(original, Original)
    assert (original.path, original.size, original.media_hint) == ("note.txt", 5, "text/plain")
    assert original.sha256 == hashlib.sha256(b"words").hexdigest()
    assert original.read() == b"words"


def test_a_large_file_is_read_again_from_disk_and_checked(tmp_path: Path) -> None:
    place = tmp_path / "large.bin"
    place.write_bytes(b"0123456789" * 10)
    (original,) = gather([place], limits=GatherLimits(in_memory=10))
    assert isinstance(original, Original)
    assert original.data is None
    assert b"".join(original.chunks()) == b"0123456789" * 10
    place.write_bytes(b"other")
    with pytest.raises(BrokenSeal, match=r"large\.bin.*take it in again"):
        original.read()


def test_an_enormous_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    place = tmp_path / "enormous"
    with place.open("wb") as stream:
        stream.truncate(300 * 1024 * 1024)  # sparse: takes no room on disk
    (refused,) = gather([place])
    assert str(refused) == "enormous: it is larger than 256 MiB; take in the part that matters, or raise the limit"


def test_an_empty_file_and_a_missing_one_are_one_line_each_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "full.txt").write_text("x")
    found = list(gather([tmp_path / "nowhere.txt", tmp_path]))
    assert [type(item) for item in found] == [Refused, Refused, Original]
    assert all(str(item).count("\n") == 0 for item in found)
    assert "no such file" in str(found[0])
    assert "empty" in str(found[1])


def test_a_link_that_leads_back_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "note.txt").write_text("x")
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    found = {item.path: item for item in gather([tmp_path])}
    assert isinstance(found["inner/note.txt"], Original)
    assert "leads back to a folder" in str(found["inner/up"])
    assert "leads back to itself" in str(found["self"])
    assert "leads nowhere" in str(found["gone"])


def test_folders_that_link_to_each_other_are_walked_once(tmp_path: Path) -> None:
    # two links in each of 30 folders: walking every way would take a thousand million steps
    for number in range(30):
        (tmp_path / f"{number:02}").mkdir()
        (tmp_path / f"{number:02}" / "note.txt").write_text(str(number))
    for number in range(29):
        for name in ("x", "y"):
            (tmp_path / f"{number:02}" / name).symlink_to(tmp_path / f"{number + 1:02}")
    originals = [item for item in gather([tmp_path / "00"]) if isinstance(item, Original)]
    assert len(originals) == 30


def test_a_linked_file_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "note.txt")
    assert [item.path for item in gather([tmp_path]) if isinstance(item, Original)] == ["link.txt", "note.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")
def test_pipes_sockets_and_devices_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        previous = Path.cwd()
        os.chdir(tmp_path)  # a socket's path may hold about a hundred bytes
        try:
            server.bind("sock")
        finally:
            os.chdir(previous)
        found = {item.path: str(item) for item in gather([tmp_path, "/dev/null"])}
    assert "a pipe" in found["pipe"]
    assert "a socket" in found["sock"]
    assert "a device" in found["null"]


@needs_permissions
def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed.txt").write_text("x")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "closed.txt").chmod(0)
    try:
        found = {item.path: str(item) for item in gather([tmp_path])}
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert "may not be read" in found["closed"]
    assert "may not be read" in found["closed.txt"]


def test_names_that_are_not_text_fit_on_one_line_and_into_json(tmp_path: Path) -> None:
    name = b"bad\xff\nname.txt"
    try:
        (Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/" + name))).write_text("x")
    except OSError:
        pytest.skip("the file system wants names in UTF-8")
    (original,) = gather([tmp_path])
    assert isinstance(original, Original)
    assert original.path == "bad\ufffd\ufffdname.txt"
    original.path.encode("utf-8")
    assert original.read() == b"x"


def test_what_desktop_systems_strew_about_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (tmp_path / ".hidden-note").write_text("x")
    assert [item.path for item in gather([tmp_path])] == [".hidden-note"]


def test_attached_bytes_are_sealed_like_a_file() -> None:
    assert original_of(b"abc", path="letter.pdf").sha256 == hashlib.sha256(b"abc").hexdigest()


def test_a_very_deep_folder_does_not_exhaust_the_stack(tmp_path: Path) -> None:
    place = tmp_path
    for _ in range(300):
        place = place / "d"
    place.mkdir(parents=True)
    (place / "note.txt").write_text("x")
    (found,) = gather([tmp_path])
    assert found.path == "d/" * 300 + "note.txt"


def test_a_file_that_the_system_does_not_open_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("x")
    errors = iter([PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])

    def refuse(*_: object) -> int:
        raise next(errors)

    monkeypatch.setattr("clarion.preserve.originals.os.open", refuse)
    found = [str(item) for item in gather([tmp_path])]
    assert "may not be read by this user" in found[0]
    assert "Input/output error" in found[1]
