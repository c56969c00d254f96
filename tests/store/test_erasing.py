"""Erasing: no trace is left, and the chain still verifies."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from clarion.model import JudgementVerdict, document_id
from clarion.model.errors import BadRequest
from clarion.store import dialect, erasing, people, work
from clarion.store.checking import check_case
from clarion.store.folder import CaseFolder
from clarion.store.sightings import Sighting
from clarion.store.work import Arrival

Fill = Callable[[CaseFolder, dict[str, str]], None]

SECRET = "Zephyrine Quackenbusch hid at Mirabelkenweg 17. " * 30 + "Geheimnis 北冥有鱼."
UNIQUE = (
    "Zephyrine",
    "zephyrine",
    "Quackenbusch",
    "quackenbusch",
    "Mirabelkenweg",
    "mirabelkenweg",
    "Geheimnis",
    "北冥",
    "hideout",
)


def _traces(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Where any form of the words stands in any file, names included."""
    found = []
    forms = {word: [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")] for word in words}
    for path in folder.rglob("*"):
        content = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        found += [f"{word} in {path.name}" for word, ways in forms.items() if any(way in content for way in ways)]
    return found


def _erase(case: CaseFolder, named: str = "hideout.txt") -> erasing.Erased:
    with case.working():
        return erasing.erase(case, erasing.find_document(case.state(), named), "asked for by the family")


def test_no_trace_of_a_document_is_left_in_any_file(case: CaseFolder, fill: Fill) -> None:
    """Text, path, quotes, claims, judgement, notes, hash and index rows go; free pages and write-ahead log too."""
    fill(case, {"hideout.txt": SECRET})
    secret = document_id(SECRET.encode())
    with case.reading() as connection:
        from clarion.store import projection

        claim = next(one.id for one in projection.claims(connection) if one.document == secret)
    people.judge(case, people.Said(claim, JudgementVerdict.CORRECT, "Zephyrine said so", "Quackenbusch"))
    people.note(case, secret, "ask Zephyrine")
    assert len(_traces(case.folder, UNIQUE)) >= 4

    erased = _erase(case)

    assert erased == erasing.Erased(1, 1, 0)
    for opened in (True, False):
        if not opened:
            case.close()
        assert _traces(case.folder, (*UNIQUE, secret[7:], claim)) == []
        assert zlib.compress(SECRET.encode())[2:40] not in (case.folder / "case.db").read_bytes()
    again = CaseFolder.open(case.folder)
    assert check_case(again).documents == 2
    with again.reading() as connection:
        assert dialect.find_rows(connection, "Quackenbusch", 5) == []
        assert len(dialect.find_rows(connection, "harbour", 5)) == 1


def test_what_others_said_stays(case: CaseFolder, fill: Fill) -> None:
    """Judgements and notes on other documents are not touched."""
    about = case.state().documents[0]
    people.judge(case, people.Said(about, JudgementVerdict.ACCEPT, "seen"))
    fill(case, {"hideout.txt": SECRET})
    _erase(case)
    assert [one.about for one in case.state().judgements] == [about]
    check_case(case)


def test_what_came_inside_a_document_goes_with_it(case: CaseFolder) -> None:
    """An attachment lies in its e-mail's bytes: it goes with the e-mail and cannot go without."""
    mail, inside = b"mail Zephyrine", b"attachment Quackenbusch"
    with case.working():
        state = case.state()
        work.take_in(case, state, [Arrival(document_id(mail), mail, Sighting(False, "mail.eml", None))])
        part = Sighting(True, "inside.txt", document_id(mail))
        work.take_in(case, state, [Arrival(document_id(inside), inside, part)])
    with pytest.raises(BadRequest, match="came inside"):
        _erase(case, "mail.eml/inside.txt")
    assert _erase(case, "mail.eml").documents == 2
    assert _traces(case.folder, ("Zephyrine", "Quackenbusch", "mail.eml", "inside.txt")) == []
    check_case(case)


@pytest.mark.parametrize("stage", ["removed", "scrubbing"])
def test_an_erasure_that_was_stopped_is_finished(
    case: CaseFolder, fill: Fill, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    """Whatever was left, the next piece of work on the case removes it; until then the case verifies."""
    fill(case, {"hideout.txt": SECRET})
    step = {"removed": (erasing.originals, "remove"), "scrubbing": (CaseFolder, "scrub")}[stage]
    with monkeypatch.context() as stopped:
        stopped.setattr(*step, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            _erase(case)
    case.close()
    again = CaseFolder.open(case.folder)
    check_case(again)
    assert _traces(again.folder, UNIQUE) != [] or stage == "scrubbing"
    with again.working():
        pass
    assert _traces(again.folder, UNIQUE) == []
    check_case(again)
    again.close()


def test_a_document_is_named_by_path_or_hash(case: CaseFolder) -> None:
    """No name that fits none or more than one erases anything."""
    state = case.state()
    document = state.documents[0]
    assert erasing.find_document(state, document) == document
    assert erasing.find_document(state, document[7:19]) == document
    assert erasing.find_document(state, state.sighting(document).path) == document
    for named in ("nothing.txt", document[7:10], ""):
        with pytest.raises(BadRequest, match="has no document"):
            erasing.find_document(state, named)


def test_an_erasure_needs_a_reason(case: CaseFolder) -> None:
    """Nothing is erased without saying why."""
    with pytest.raises(BadRequest, match="reason"), case.working():
        erasing.erase(case, case.state().documents[0], " ")


def test_a_document_erased_can_come_back(case: CaseFolder, fill: Fill) -> None:
    """Erasing is not forbidding: taken in again, it is a new entry."""
    fill(case, {"hideout.txt": SECRET})
    _erase(case)
    fill(case, {"hideout.txt": SECRET})
    assert check_case(case).documents == 3
