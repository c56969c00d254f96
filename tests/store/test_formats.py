"""A case of every format that ever was opens, verifies, is read and goes on."""

import shutil
from pathlib import Path

import pytest

from clarion.model import JudgementVerdict
from clarion.store import dialect, people, projection, readings
from clarion.store.checking import check_case
from clarion.store.entries import FORMAT, KINDS
from clarion.store.folder import CaseFolder
from clarion.store.log import read as read_log

KEPT = sorted((Path(__file__).parent / "cases").glob("format-*.zip"))
# the last entry of each kept case, printed when it was made
HEADS = {"format-1": "efe343dd0f820e1c706079530a5cd56c0818d89db0c823bee53a2e33b6a8c358"}


def test_a_case_of_each_format_is_kept() -> None:
    """The present one included."""
    assert [path.stem for path in KEPT] == [f"format-{number}" for number in range(1, FORMAT + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_kept_case_opens_verifies_and_goes_on(kept: Path, tmp_path: Path) -> None:
    """Log, originals, readings, judgements and search, and a new entry by a new installation."""
    shutil.unpack_archive(kept, tmp_path / "case")
    case = CaseFolder.open(tmp_path / "case")
    assert check_case(case, head=HEADS[kept.stem]).documents == 2
    state = case.state()
    assert [state.sighting(document).path for document in state.documents] == ["border.txt", "harbour.txt"]
    assert [one.verdict for one in state.judgements] == [JudgementVerdict.ACCEPT, JudgementVerdict.UNSURE]
    assert state.judgements[1].answers == state.judgements[0].id
    assert [one.text for one in state.notes] == ["call the harbour master", "who gave the order?"]
    assert len(state.publications) == 1
    with case.reading() as connection:
        assert {one.entry.kind for one in read_log(connection)} == set(KINDS)
        text = readings.load_text(connection, state.documents[0], state.sighting(state.documents[0]))
        assert text is not None
        assert (text.text or "").startswith("Guards sent")
        assert len(projection.claims(connection)) == 2
        assert len(dialect.find_rows(connection, "京大", 5)) == 1
    people.note(case, state.documents[0], "still here")
    check_case(case, head=HEADS[kept.stem])
    case.close()
