"""Words on claims that are no longer found are kept, listed, and can be taken back."""

from pathlib import Path

from clarion.flow.case import Case
from clarion.store import projection
from desks import made


def test_a_judged_claim_that_is_no_longer_found_is_listed_until_its_word_is_taken_back(tmp_path: Path) -> None:
    with made(tmp_path) as case:
        _holds(case)


def _holds(case: Case) -> None:
    desk = case.desk("Ada")
    claim = desk.claims().items[0].claim
    said = desk.judge(claim.id, "accept", "the register says so").judgement
    assert desk.second_looks() == ()
    with case._folder.writing() as writing:
        projection.put_claims(writing.connection, claim.document, [])
    assert [one.id for one in desk.second_looks()] == [said.id]
    assert desk.start().second_looks == 1
    desk.undo(said.id, "it told of another day")
    assert desk.second_looks() == ()
    assert desk.start().second_looks == 0
