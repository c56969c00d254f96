"""The command line: exit statuses, one line for each problem, and how fast it answers."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from clarion.cli import main
from costs import least, seconds_of_child

TEXT = "Police arrested twelve fishermen in Athens on 3 May 2023, Lantern Watch said.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key folder of the test's own, and a folder to work in."""
    monkeypatch.setenv("CLARION_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CLARION_PASSPHRASE", raising=False)
    work = tmp_path / "work"
    (work / "reports").mkdir(parents=True)
    (work / "reports" / "one.txt").write_text(TEXT)
    monkeypatch.chdir(work)


@pytest.fixture
def case() -> str:
    """A case with all verbs done."""
    assert main(["preserve", "case", "reports"]) == 0
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        assert main([verb, "case"]) == 0
    return "case"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["record", "--help"], ["publish", "--help"]])
def test_help_comes_at_once(arguments: list[str]) -> None:
    """Under 0.3 seconds of CPU time; the best of a few tries counts, because the machine may be busy."""
    command = [sys.executable, "-m", "clarion", *arguments]
    assert least(lambda: seconds_of_child(command), most=0.3) < 0.3


@pytest.mark.parametrize(
    "arguments",
    [
        ["case", "ask_1", "out.pdf", "--to", "nobody here", "--sender", "Ada"],
        ["case", "ask_1", "--to", "nobody here", "--sender", "Ada", "out.pdf"],
        ["--to", "nobody here", "case", "--sender", "Ada", "ask_1", "out.pdf"],
        ["--sender", "Ada", "case", "ask_1", "--to", "nobody here", "--", "out.pdf"],
    ],
)
def test_options_and_arguments_stand_in_any_order(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letter", *arguments]) == 1
    assert "'nobody here'" in capsys.readouterr().err


def test_what_follows_two_strokes_is_no_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(tmp_path / "none"), "--limit", "3", "--", "-x"]) == 1
    assert "none" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["record"],
        ["record", "reports", "--format", "xml"],
        ["publish", "case", "out.html"],  # --view has no default
        ["publish", "case", "out.html", "--view", "everybody"],
        ["erase", "case", "one.txt"],  # a reason must be given
        ["backup", "case"],
        ["backup", "case", "file", "--passphrase", "secret"],  # never among the arguments
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And a line that says what is wrong."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["record", "absent"], "absent: "),
        (["read", "absent"], "is not a case"),
        (["verify", "absent"], "is not a case"),
        (["verify", "reports/one.txt"], "no dossier"),
        (["publish", "case", "out.html", "--view", "public"], "no document of the case leaves by the public view"),
        (["publish", "case", "out.xyz", "--view", "sealed"], "no format"),
        (["verify", "case", "--head", "0123456789abcdef0123"], "cut short"),
        (["erase", "case", "absent.txt", "--reason", "r"], "has no document"),
        (["reconcile", "case", "--explain", "inc_none"], "0 incidents"),
        (["backup", "case", "file"], "passphrase"),
        (["restore", "absent", "new"], "is no file"),
        (["extract"], "name a case"),
    ],
)
def test_what_cannot_be_done_ends_with_1_and_one_line(
    case: str, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line stands on standard error."""
    capsys.readouterr()
    assert main(arguments) == 1
    printed = capsys.readouterr().err
    assert complaint in printed
    assert printed.count("\n") == 1


def test_one_bad_document_costs_one_line_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    """The others are printed, and the exit status says that something is wrong."""
    Path("reports/bad.txt").write_bytes(b"%PDF-1.7 broken")
    Path("reports/empty.txt").write_bytes(b"")
    assert main(["record", "reports"]) == 1
    printed = capsys.readouterr()
    assert sorted(line.split(": ")[0] for line in printed.err.splitlines()) == ["bad.txt", "empty.txt"]
    assert "one.txt" in [document["path"] for document in json.loads(printed.out)["documents"]]


def test_a_record_is_printed_in_each_form(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON, JSON Lines and Markdown, with texts only when asked."""
    assert main(["record", "reports"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert set(whole) == {"documents", "claims", "voices", "incidents", "findings", "asks", "actions"}
    assert "text" not in whole["documents"][0]
    assert main(["record", "reports", "--with-text", "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0]["kind_of"] == "document"
    assert lines[0]["text"].startswith("Police")
    assert main(["record", "reports", "--format", "md"]) == 0
    assert "fishermen" in capsys.readouterr().out


def test_a_case_goes_through_its_life(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """From taking in to a restored backup, every command with exit status 0."""
    capsys.readouterr()
    Path("passphrase").write_text("correct horse battery\n")
    for arguments, expected in [
        (["preserve", case, "reports"], "nothing new"),
        (["extract", case], "nothing new"),
        (["publish", case, "dossier.html", "--view", "sealed"], "SHA-256"),
        (["publish", case, "record.json", "--view", "sealed"], "SHA-256"),
        (["verify", "dossier.html"], "as published"),
        (["verify", case], "in order, 1 document"),
        (["search", case, "fishermen"], "one.txt"),
        (["search", case, "absent"], "nothing found"),
        (["rebuild", case], "1 document rebuilt"),
        (["backup", case, "case.backup", "--passphrase-file", "passphrase"], "encrypted"),
        (["erase", case, "one.txt", "--reason", "asked for"], "erased 1 document"),
        (["verify", case], "in order, 0 documents"),
        (["restore", "case.backup", "again", "--passphrase-file", "passphrase"], "restored, 1 document"),
        (["verify", "again"], "in order, 1 document"),
        (["extract", "--explain", "reports/one.txt"], "detention"),
        (["about"], "Reference data:"),
    ]:
        assert main(arguments) == 0, arguments
        printed = capsys.readouterr()
        assert expected in printed.out, arguments
        assert printed.err == "", arguments


def test_a_changed_dossier_is_found(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One letter is enough; a head that it does not print is said so too."""
    main(["publish", case, "dossier.html", "--view", "sealed"])
    page = Path("dossier.html").read_text()
    assert main(["verify", "dossier.html", "--head", "0" * 64]) == 1
    Path("dossier.html").write_text(page.replace("fishermen", "gardeners", 1))
    capsys.readouterr()
    assert main(["verify", "dossier.html"]) == 1
    assert "was changed" in capsys.readouterr().err


def test_an_incident_is_explained(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Claims, origins and reasons, by the first digits of its id."""
    capsys.readouterr()
    main(["publish", case, "record.json", "--view", "sealed"])
    incident = json.loads(Path("record.json").read_text())["incidents"][0]["id"]
    assert main(["reconcile", case, "--explain", incident[:12]]) == 0
    assert "twelve fishermen" in capsys.readouterr().out


def test_a_case_in_use_is_said_so(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit status 1, and looking is still possible."""
    from clarion.store.lock import working

    capsys.readouterr()
    with working(Path(case)):
        assert main(["read", case]) == 1
        assert "at work on the case" in capsys.readouterr().err
        assert main(["search", case, "fishermen"]) == 0


def test_serving_a_case_of_older_tables_says_in_one_line_what_to_do(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(Path(case) / "case.db") as raw:
        raw.execute("UPDATE about_case SET value = '0' WHERE key = 'tables'")
    raw.close()
    capsys.readouterr()
    assert main(["serve", case, "--no-browser"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"the tables of {case} were made by another version of Clarion; run: clarion rebuild {case}"
    ]


def test_output_that_nobody_reads_is_no_fault_to_shout_about() -> None:
    """`clarion record … | head -1` ends without a stack of calls."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "clarion", "record", "reports"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert b"Traceback" not in done.stderr
