"""Readings and tables against the log: whatever is done to them is found, and named."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from clarion.model.errors import BrokenSeal, NotACase
from clarion.store import work
from clarion.store.checking import check_case
from clarion.store.folder import CaseFolder
from clarion.store.projection import dump, first_difference

TAMPERING = [
    ("UPDATE readings SET value = replace(value, 'harbour', 'airport') WHERE stage = 'text'", "not what the log says"),
    ("UPDATE readings SET digest = 'f' || digest", "not what the log says"),
    ("UPDATE readings SET engine = 'other'", "not what the log says"),
    ("DELETE FROM readings WHERE stage = 'claims'", "is missing"),
    (
        "INSERT INTO readings SELECT 'sha256:00', stage, engine, reference, digest, value FROM readings LIMIT 1",
        "does not know",
    ),
    ("UPDATE claims SET stance = 'denied'", "first at claims clm_"),
    ("UPDATE claims SET body = replace(body, 'asserted', 'denied')", "first at claims clm_"),
    ("DELETE FROM claims", "first at claims clm_"),
    ("UPDATE documents SET path = 'other'", "first at documents sha256:"),
    ("INSERT INTO documents VALUES (99, 'sha256:00', 'x', null, null, '{}')", "first at documents sha256:00"),
    ("INSERT INTO words(rowid, body) VALUES (1, 'planted')", "search index"),
    ("INSERT INTO incidents VALUES ('inc_1', 'killing', 'reported', null, '{}')", "not what the log says"),
    ("INSERT INTO asks VALUES ('ask_1', '{}')", "knows of no respond"),
    ("INSERT INTO judgements(id, about, at, body) VALUES ('jdg_1', 'clm_1', '2024', '{}')", "first at judgements"),
    ("UPDATE handling SET handling = 'public'", "first at handling sha256:"),
    ("UPDATE handling SET body = replace(body, 'Test Person', 'Somebody')", "first at handling sha256:"),
    ("DELETE FROM handling", "first at handling sha256:"),
    ("INSERT INTO tags VALUES ('tag_1', 'clm_1', 'urgent', '{}')", "first at tags tag_1"),
    ("INSERT INTO assignments VALUES ('asg_1', 'clm_1', 'Ada', '{}')", "first at assignments asg_1"),
    ("INSERT INTO translations VALUES ('trl_1', 'sha256:0', '2024', '{}')", "first at translations trl_1"),
    ("INSERT INTO searches VALUES ('src_1', 'Ada', 'mine', '{}')", "first at searches src_1"),
    ("UPDATE shelf_claims SET act = 'killing'", "the list shelf_claims differs"),
    ("UPDATE shelf_claims SET verdict = 'accept', said_by = 'Eve'", "the list shelf_claims differs"),
    ("DELETE FROM shelf_claims", "the list shelf_claims differs"),
    ("UPDATE shelf_documents SET title_key = 'other'", "the list shelf_documents differs"),
    ("UPDATE shelf_documents SET row = row + 50", "the list shelf_documents differs"),
    ("UPDATE shelf_documents SET claims = 9", "the list shelf_documents differs"),
    ("INSERT INTO rests VALUES ('inc_9', 'sha256:0')", "the list rests differs"),
    ("INSERT INTO holds VALUES ('clm_1', 'inc_1', 'claim')", "the list holds differs"),
    ("INSERT INTO repeats VALUES ('voi_1', 'voi_2', 'inc_1')", "the list repeats differs"),
    ("DELETE FROM runs", "the list runs differs"),
    ("INSERT INTO claim_words(rowid, body) VALUES (1, 'planted')", "search index"),
    ("INSERT INTO added VALUES ('clm_1', 'sha256:0', '{}')", "first at added clm_1"),
]


@pytest.mark.parametrize(("statement", "complaint"), TAMPERING)
def test_whatever_is_done_to_readings_and_tables_is_found(case: CaseFolder, statement: str, complaint: str) -> None:
    """The complaint names the first thing that is wrong and the command that sets it right."""
    check_case(case)
    case.close()
    with sqlite3.connect(case.folder / "case.db") as raw:
        assert raw.execute(statement).rowcount > 0
    raw.close()
    with pytest.raises(BrokenSeal, match=complaint) as found:
        check_case(CaseFolder.open(case.folder))
    assert "clarion rebuild" in str(found.value)


def test_damage_to_the_file_is_said_so(case: CaseFolder) -> None:
    """Bytes written over pages of the database end in one line."""
    case.close()
    path = case.folder / "case.db"
    content = bytearray(path.read_bytes())
    for page in range(3, 40):
        content[page * 4096 : page * 4096 + 60] = b"\xff" * 60
    path.write_bytes(content)
    with pytest.raises((BrokenSeal, NotACase), match=r"damaged|changed|missing|cannot be read"):
        check_case(CaseFolder.open(case.folder))


def test_the_order_of_taking_in_changes_nothing_but_the_log(
    case: CaseFolder, tmp_path: Path, fill: Callable[[CaseFolder, dict[str, str]], None]
) -> None:
    """Two cases of the same documents have one dump."""
    other = CaseFolder.open(tmp_path / "other", create=True)
    fill(other, {"border.txt": "Guards sent nine families back across the river Ammer."})
    fill(other, {"copy/harbour.txt": "Two people were held at the harbour of Quellwater on 3 May."})
    fill(other, {"harbour.txt": "Two people were held at the harbour of Quellwater on 3 May."})
    fill(case, {"copy/harbour.txt": "Two people were held at the harbour of Quellwater on 3 May."})
    with case.reading() as ours, other.reading() as theirs:
        assert first_difference(dump(ours), dump(theirs)) is None
        assert list(dump(ours)) == list(dump(theirs))
    check_case(other)
    other.close()


def test_doing_a_thing_again_adds_no_entry(
    case: CaseFolder, fill: Callable[[CaseFolder, dict[str, str]], None]
) -> None:
    """The log holds what changed and nothing else."""
    before = check_case(case).entries
    fill(case, {"harbour.txt": "Two people were held at the harbour of Quellwater on 3 May."})
    after = check_case(case).entries
    assert after == before + 1  # the run over the whole case, which names a newer scope
    with case.writing() as writing:
        work.keep_texts(writing, case.state(), [], work.Versions("e", "r"))
    assert check_case(case).entries == after


def test_the_first_difference_of_two_dumps_is_named() -> None:
    """Also when a row is missing on one side."""
    one, two = b'{"row":{"id":"a"},"table":"documents"}\n', b'{"row":{"id":"b"},"table":"claims"}\n'
    assert first_difference([one, two], [one, two]) is None
    assert first_difference([one, two], [two]) == "documents a"
    assert first_difference([one], [one, two]) == "claims b"
