"""The log: chained, signed, and whatever is done to it is found."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from clarion.model import JudgementVerdict
from clarion.model.errors import BrokenSeal
from clarion.store import log, people
from clarion.store.checking import check_case
from clarion.store.folder import CaseFolder

# each row: what is done to the database behind the store's back, and a word of the complaint
TAMPERING = [
    ('UPDATE entries SET body = replace(body, \'"kind":"read"\', \'"kind":"note"\')', "was changed"),
    ("UPDATE entries SET kind = 'note' WHERE number = 1", "was changed"),
    ("UPDATE entries SET time = '2001-01-01T00:00:00.000000Z' WHERE number = 1", "was changed"),
    ("UPDATE entries SET body = body || ' ' WHERE number = 1", "was changed"),
    ("UPDATE entries SET body = 'none' WHERE number = 1", "was changed"),
    ("UPDATE entries SET hash = substr(hash, 33) || substr(hash, 1, 32) WHERE number = 4", "."),
    (
        "UPDATE entries SET signature = substr(signature, 9) || substr(signature, 1, 8) WHERE number = 2",
        "signature",
    ),
    ("DELETE FROM entries WHERE number = 1", "is missing"),
    ("DELETE FROM entries WHERE number = 0", "is missing"),
    ("UPDATE parts SET value = '\"other.txt\"' WHERE name = 'path'", "was changed"),
    ("UPDATE parts SET salt = substr(salt, 33) || substr(salt, 1, 32) WHERE name = 'by'", "was changed"),
    ("UPDATE parts SET salt = 'none' WHERE name = 'by'", "was changed"),
    ("UPDATE parts SET value = '{' WHERE name = 'by'", "was changed"),
    ("DELETE FROM parts WHERE name = 'path'", "lost its part"),
    ("INSERT INTO parts SELECT entry, 'extra', salt, value FROM parts WHERE name = 'path'", "never signed"),
    ("INSERT INTO parts VALUES ('none', 'by', '00', '1')", "not there"),
    ("UPDATE about_case SET value = '0' WHERE key = 'case'", "belongs to another case"),
]


@pytest.mark.parametrize(("statement", "complaint"), TAMPERING)
def test_whatever_is_done_to_the_log_is_found(case: CaseFolder, statement: str, complaint: str) -> None:
    """Each change behind the store's back breaks the seal, and the complaint says what to do."""
    check_case(case)
    case.close()
    _behind(case.folder, statement)
    with pytest.raises(BrokenSeal, match=complaint) as found:
        check_case(CaseFolder.open(case.folder))
    assert ";" in str(found.value)


def test_a_log_cut_short_is_found_by_a_head_printed_earlier(case: CaseFolder) -> None:
    """Without the head a shorter log looks whole: this is what the head is for."""
    with case.reading() as connection:
        head = log.heads(connection)[0]
    check_case(case, head=head.hash)
    case.close()
    _behind(
        case.folder, f"DELETE FROM parts WHERE entry = '{head.hash}'", f"DELETE FROM entries WHERE hash = '{head.hash}'"
    )
    shorter = CaseFolder.open(case.folder)
    assert "is not here" in check_case(shorter).remarks[0]
    with pytest.raises(BrokenSeal, match="cut short"):
        check_case(shorter, head=head.hash)
    with pytest.raises(BrokenSeal, match="too short"):
        check_case(shorter, head=head.hash[:8])


def test_entries_tell_nothing_without_their_parts(case: CaseFolder) -> None:
    """What is chained holds no name, no path, no hash of a document: only salted digests."""
    with case.reading() as connection:
        bodies = [str(one.entry.chained()) for one in log.read(connection)]
    for document in case.state().documents:
        assert not any(document[7:] in body for body in bodies)
    assert not any("harbour" in body or "Test Person" in body for body in bodies)


def test_a_copied_case_never_forks_a_chain(case: CaseFolder, tmp_path: Path) -> None:
    """Two copies written to by one installation hold different chains, so they can lie side by side."""
    about = case.state().documents[0]
    case.close()
    shutil.copytree(case.folder, tmp_path / "copy")
    hashes = {}
    for folder in (case.folder, tmp_path / "copy"):
        opened = CaseFolder.open(folder)
        people.note(opened, about, f"written in {folder.name}")
        check_case(opened)
        with opened.reading() as connection:
            for one in log.read(connection):
                assert hashes.setdefault((one.entry.chain, one.entry.number), one.hash) == one.hash


def test_each_installation_has_a_chain_of_its_own(
    case: CaseFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entries of two signers stand in one log, in the order of time."""
    about = case.state().documents[0]
    monkeypatch.setenv("CLARION_HOME", str(tmp_path / "other home"))
    people.note(case, about, "from elsewhere")
    with case.reading() as connection:
        assert len(log.heads(connection)) == 2
        entries = list(log.read(connection))
    assert len({one.entry.signer for one in entries}) == 2
    assert [one.order for one in entries] == sorted(one.order for one in entries)
    check_case(case)


def test_a_clock_that_goes_back_does_not_turn_the_log_round(case: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry is never earlier than the one before it."""
    monkeypatch.setattr(log, "_now", lambda: "1999-01-01T00:00:00.000000Z")
    people.note(case, case.state().documents[0], "late")
    check_case(case)
    with case.reading() as connection:
        assert list(log.read(connection))[-1].entry.kind == "note"


def test_a_newer_judgement_answers_the_older_one(case: CaseFolder) -> None:
    """Judgements are only added; the last one on a thing stands, and withdrawing is a newer one."""
    about = case.state().documents[0]
    first = people.judge(case, people.Said(about, JudgementVerdict.ACCEPT, "seen on paper"))
    second = people.judge(case, people.Said(about, JudgementVerdict.REJECT, "a forgery"))
    assert (first.answers, second.answers) == (None, first.id)
    assert case.state().current_judgements()[about] == second
    people.judge(case, people.Said(about, JudgementVerdict.WITHDRAW, "said too early"))
    assert case.state().current_judgements() == {}
    assert len(case.state().judgements) == 3
    check_case(case)


def test_writers_at_one_time_wait_for_each_other(case: CaseFolder) -> None:
    """Eight threads write forty notes; none is lost and the chain is whole."""
    from concurrent.futures import ThreadPoolExecutor

    about = case.state().documents[0]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: people.note(case, about, f"note {number}"), range(40)))
    assert len(case.state().notes) == 40
    check_case(case)


def _behind(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / "case.db") as raw:
        for statement in statements:
            assert raw.execute(statement).rowcount > 0, "the test changes nothing"
    raw.close()
