"""What the owner reads with the secret key, and how bounces lower the count."""

import csv
import io
import json
from pathlib import Path

import pytest

import forms
from clarion.cli import main
from clarion.model.errors import BadRequest
from clarion.signups import owner
from clarion.signups.shelf import State
from forms import ADDRESS, NAME, OWNER, WORDS, Bench

BOUNCE = (
    b"From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail\nContent-Type: multipart/report; boundary=b\n\n"
    b"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
    b"Final-Recipient: rfc822; %s\nAction: failed\nStatus: %s\n\n--b--\n"
)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = forms.bench(tmp_path / "forms")
    made.sign_up()
    made.post(made.link("confirm"))
    made.sign_up(address="second@supporter.example", name="=HYPERLINK(1)")
    made.mail(2)
    return made


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.txt"
    path.write_text(f"# created by age-keygen\n{OWNER}\n", encoding="utf-8")
    return path


def test_the_owner_reads_all_in_a_table(bench: Bench, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["signups", str(bench.folder), "--identity-file", str(key)]) == 0
    rows = {row["address"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    first = rows[ADDRESS]
    assert (first["name"], first["words"], first["state"], first["kinds"]) == (NAME, WORDS, "confirmed", "pledge")
    assert first["since"] == "2026-11-22"
    second = rows["second@supporter.example"]
    assert second["state"] == "came"
    assert second["name"] == "'=HYPERLINK(1)", "no cell begins a formula"


def test_the_owner_reads_the_exact_words_as_data(bench: Bench, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["signups", str(bench.folder), "--identity-file", str(key), "--format", "jsonl"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "=HYPERLINK(1)" in {one["name"] for one in told}


def test_a_copy_without_the_servers_secret_is_enough_to_read(bench: Bench, key: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(bench.folder, copy)
    shutil.rmtree(copy / "server")
    found, problems = owner.read_signups(copy, key.read_text())
    assert (len(found), problems) == (2, [])
    assert not (copy / "server").exists()
    with pytest.raises(BadRequest, match="on the server"):
        owner.note_bounces(copy, [])


def test_another_key_opens_nothing(bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pyrage  # type: ignore[import-untyped]

    other = tmp_path / "other.txt"
    other.write_text(str(pyrage.x25519.Identity.generate()), encoding="utf-8")
    assert main(["signups", str(bench.folder), "--identity-file", str(other)]) == 1
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 2
    assert ADDRESS not in told.out
    other.write_text("age1notsecret", encoding="utf-8")
    assert main(["signups", str(bench.folder), "--identity-file", str(other)]) == 1
    assert "no secret age key" in capsys.readouterr().err


def test_without_a_key_there_are_counts_only(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["signups", str(bench.folder)]) == 0
    assert capsys.readouterr().out == (
        "two-men: 1 take part (1 pledge, 0 volunteer); 1 not confirmed, 0 no longer reached\n"
    )


@pytest.mark.parametrize(
    ("address", "status", "left"),
    [
        (ADDRESS, b"5.1.1", 0),
        (ADDRESS.upper(), b"5.1.1", 0),
        (ADDRESS, b"4.4.7", 1),  # may come back
        (ADDRESS, b"5.2.2", 1),  # a full mailbox
        ("stranger@supporter.example", b"5.1.1", 1),
    ],
)
def test_a_mail_that_came_back_for_good_lowers_the_count(
    bench: Bench, tmp_path: Path, address: str, status: bytes, left: int
) -> None:
    path = tmp_path / "bounce.eml"
    path.write_bytes(BOUNCE % (address.encode(), status))
    assert main(["signups", str(bench.folder), "--bounces", str(path)]) == 0
    held = bench.shelf.counts()
    assert held[State.CONFIRMED] == left
    assert held[State.BOUNCED] == 1 - left
    assert main(["signups", str(bench.folder), "--bounces", str(path)]) == 0, "twice is as once"
    assert bench.shelf.counts() == held


def test_a_bounce_of_the_first_mail_erases_what_was_not_confirmed(bench: Bench) -> None:
    assert owner.note_bounces(bench.folder, [BOUNCE % (b"second@supporter.example", b"5.1.1")]) == 1
    assert [row.state for _, row in bench.shelf.rows()] == [State.CONFIRMED]
