"""A document that crashes, hangs or fills its reader costs only itself. Real processes, real signals."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clarion.model.errors import UnreadableFile
from clarion.read import IsolatedReader, ReadLimits, read_document
from clarion.read.isolated import _ENVIRONMENT

PAGE = b"<html><h1>Guards take nine</h1><p>VALDOR, 3 May 2024 - Nine people were taken.</p></html>"
NOTE = b"Nine people were taken.\n"

# stands in for a parser with a bug, in the worker's process only
SABOTAGE = """
import os, signal, sys, time
from clarion.read import reading, worker
real = reading.read_document
def read_document(original, *, path):
    if b"CRASH" in original: os.kill(os.getpid(), signal.SIGSEGV)
    if b"HANG" in original: time.sleep(600)
    if b"SPIN" in original:
        while True: pass
    if b"FILL" in original: bytearray(10 ** 10)
    if b"LEAVE" in original: os._exit(3)
    if b"BUG" in original: raise KeyError("bug")
    if b"PRINT" in original: os.write(1, b"noise from a C library")
    if b"FLOOD" in original:
        import dataclasses
        found = real(original, path=path)
        return dataclasses.replace(found, attachments=(("x", bytes(5_000_000)),))
    return real(original, path=path)
worker.read_document = read_document
worker.main()
"""


@pytest.fixture
def sabotaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers run SABOTAGE instead of the worker's own start."""
    (tmp_path / "sabotage.py").write_text(SABOTAGE)
    start = subprocess.Popen

    def popen(command: list[str], **options: object) -> subprocess.Popen[bytes]:
        changed = [sys.executable, str(tmp_path / "sabotage.py"), *command[4:]]
        return start(changed, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr("clarion.read.isolated.subprocess.Popen", popen)


def test_the_worker_gives_what_reading_in_the_same_process_gives() -> None:
    with IsolatedReader() as reader:
        for original in (PAGE, NOTE, b"From: a@b.example\nTo: c@d.example\nSubject: s\n\nNine were taken.\n"):
            assert reader.read(original, path="x") == read_document(original, path="x")


def test_plain_text_starts_no_worker_and_one_worker_serves_many() -> None:
    with IsolatedReader() as reader:
        reader.read(NOTE, path="x")
        assert reader._worker is None
        reader.read(PAGE, path="x")
        first = reader._worker
        reader.read(PAGE, path="x")
        assert reader._worker is first is not None
    assert first.poll() is not None, "leaving the reader ends its worker"


def test_a_refusal_comes_through_with_its_words() -> None:
    with IsolatedReader() as reader, pytest.raises(UnreadableFile) as isolated:
        reader.read(b"%PDF-1.4 broken", path="a.pdf")
    with pytest.raises(UnreadableFile) as direct:
        read_document(b"%PDF-1.4 broken", path="a.pdf")
    assert str(isolated.value) == str(direct.value)


@pytest.mark.usefixtures("sabotaged")
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("CRASH", "crashed"),
        ("LEAVE", "crashed"),
        ("BUG", "crashed"),
        ("HANG", "longer than 5 seconds"),
        ("SPIN", "of computing"),
        ("FILL", "crashed"),
        ("FLOOD", "larger than"),
    ],
)
def test_a_bad_document_costs_only_itself(word: str, said: str) -> None:
    # what a machine that does other work needs to start a worker and read a page, and more
    limits = ReadLimits(memory=1 << 30, cpu_seconds=2, wall_seconds=5 if word == "HANG" else 30, answer=1_000_000)
    with IsolatedReader(limits) as reader:
        reader.read(PAGE, path="before.html")
        with pytest.raises(UnreadableFile) as refused:
            reader.read(PAGE.replace(b"Nine", word.encode()), path="bad.html")
        assert reader.read(PAGE, path="after.html").document.title == "Guards take nine"
    message = str(refused.value)
    assert message.startswith("bad.html: ")
    assert said in message
    assert "open it in its own program" in message
    assert "\n" not in message


@pytest.mark.usefixtures("sabotaged")
def test_what_a_library_prints_does_not_mix_with_answers() -> None:
    with IsolatedReader() as reader:
        assert reader.read(PAGE + b"<!-- PRINT -->", path="x").document.title == "Guards take nine"


def test_a_worker_killed_between_documents_is_replaced() -> None:
    with IsolatedReader() as reader:
        reader.read(PAGE, path="x")
        assert reader._worker is not None
        os.kill(reader._worker.pid, signal.SIGKILL)
        time.sleep(0.1)
        assert reader.read(PAGE, path="x").document.title == "Guards take nine"


def test_a_module_in_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # a hostile folder may hold a file named like a module that the worker imports
    for name in ("email", "struct", "msgspec", "clarion"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    with IsolatedReader() as reader:
        reader.read(PAGE, path="x")
    assert not (tmp_path / "ran").exists()


def test_the_worker_sees_no_secrets_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_TOKEN", "secret")
    with IsolatedReader() as reader:
        reader.read(PAGE, path="x")
        assert reader._worker is not None
        environment = Path(f"/proc/{reader._worker.pid}/environ")
        if not environment.exists():
            pytest.skip("this system does not show a process's environment")
        names = {entry.split(b"=")[0].decode() for entry in environment.read_bytes().split(b"\0") if entry}
    assert names <= set(_ENVIRONMENT)


def test_a_large_original_goes_through_the_pipe() -> None:
    page = b"<html>" + b"<p>Nine people were taken.</p>" * 20_000 + b"</html>"
    with IsolatedReader() as reader:
        assert (reader.read(page, path="x").document.text or "").count("Nine people") == 20_000
