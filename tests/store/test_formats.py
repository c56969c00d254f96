"""A case of every format that ever was opens, verifies, is read and goes on."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.model import JudgementVerdict
from clarion.model.errors import NotACase
from clarion.model.interventions import Response, StepKind
from clarion.store import dialect, log, people, projection, readings
from clarion.store.checking import check_case
from clarion.store.entries import FORMAT, KINDS
from clarion.store.folder import CaseFolder
from clarion.store.log import read as read_log
from clarion.store.state import State

KEPT = sorted((Path(__file__).parent / "cases").glob("format-*.zip"))
# the last entry of each kept case, printed when it was made
HEADS = {
    "format-1": "efe343dd0f820e1c706079530a5cd56c0818d89db0c823bee53a2e33b6a8c358",
    "format-2": "a3c2dbe805888d5df06fe0ef6886dd41ce30c65c910391416472325a0ffffe39",
    "format-3": "2f31ee1ffdb41073173d0401f343e5f85aa395b561cbbaf6daaa94b70b9e7da9",
}


def test_a_case_of_each_format_is_kept() -> None:
    """The present one included."""
    assert [path.stem for path in KEPT] == [f"format-{number}" for number in range(1, FORMAT + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_kept_case_opens_verifies_and_goes_on(kept: Path, tmp_path: Path) -> None:
    """Log, originals, readings, judgements and search, and a new entry by a new installation."""
    shutil.unpack_archive(kept, tmp_path / "case")
    case = _opened(tmp_path / "case", HEADS[kept.stem])
    assert check_case(case, head=HEADS[kept.stem]).documents == 2
    state = case.state()
    assert [state.sighting(document).path for document in state.documents] == ["border.txt", "harbour.txt"]
    assert [one.verdict for one in state.judgements] == [JudgementVerdict.ACCEPT, JudgementVerdict.UNSURE]
    assert state.judgements[1].answers == state.judgements[0].id
    assert [one.text for one in state.notes] == ["call the harbour master", "who gave the order?"]
    if kept.stem != "format-1":
        _check_marks(state)
    if kept.stem not in ("format-1", "format-2"):
        _check_follow_up(state)
    assert len(state.publications) == 1
    with case.reading() as connection:
        assert {one.entry.kind for one in read_log(connection)} == _kinds_of(kept.stem)
        text = readings.load_text(connection, state.documents[0], state.sighting(state.documents[0]))
        assert text is not None
        assert (text.text or "").startswith("Guards sent")
        assert len(projection.claims(connection)) >= 1
        assert len(dialect.find_rows(connection, "京大", 5)) == 1
    people.note(case, state.documents[0], "still here")
    check_case(case, head=HEADS[kept.stem])
    with case.reading() as connection:
        assert list(log.read(connection))[-1].entry.format == FORMAT
    case.close()


def _opened(folder: Path, head: str) -> CaseFolder:
    """A case as it was kept; its tables are made again where a newer Clarion has others."""
    with suppress(NotACase):
        return CaseFolder.open(folder)
    with Case.open(folder, any_tables=True) as case:
        case.rebuild()
        case.verify(head=head)
    return CaseFolder.open(folder)


def _kinds_of(stem: str) -> set[str]:
    second = {"closing", "tag", "untag", "assignment", "unassignment", "translation", "search", "handling", "claim"}
    third = {"intervention", "step", "redaction", "disclosure"}
    later = {"format-1": second | third, "format-2": third}
    return set(KINDS) - later.get(stem, set())


def _check_follow_up(state: State) -> None:
    """What was done about an ask in a case of format 3 is there."""
    (begun,) = state.interventions.values()
    assert begun.addressee.holders[0].start == "2023-01-02"
    assert begun.addressee.place is not None
    assert begun.addressee.place.lat == 37.9
    assert begun.letter is not None
    assert begun.letter.text == "Release them."
    assert [one.kind for one in state.steps] == [StepKind.SENT, StepKind.ANSWERED, StepKind.OUTCOME]
    assert state.steps[0].until == "2023-07-02"
    assert state.steps[2].value == Response.TOKEN
    assert len(state.ties[begun.id]) == 1


def _check_marks(state: State) -> None:
    """What people put on things in a case of format 2 is there."""
    border = state.documents[0] if state.sighting(state.documents[0]).path == "border.txt" else state.documents[1]
    harbour = next(one for one in state.documents if one != border)
    assert state.notes[1].closed is not None
    assert state.notes[1].closed.text == "the harbour master"
    assert [one.name for one in state.tags.values()] == ["urgent"]
    assert [one.to for one in state.assignments.values()] == ["Ada"]
    assert [one.words for one in state.translations] == ["두 사람"]
    assert [one.query for one in state.searches.values()] == ["act=detention"]
    assert state.handling(harbour).named == ("Ada",)
    assert state.handling(harbour).hides_from("Somebody")
    assert not state.handling(border).hides_from("Somebody")
    assert [one.document for one in state.added.values()] == [harbour]
