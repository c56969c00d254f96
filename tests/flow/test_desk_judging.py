"""Judging at a desk: by whose name, what is answered, many in one go, and undoing."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.flow.desk import working
from clarion.model import Claim, JudgementVerdict
from clarion.model.errors import BadRequest
from clarion.store.standing import differ
from desks import made, settled

ACCEPT, REJECT = JudgementVerdict.ACCEPT, JudgementVerdict.REJECT


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case of two reports; the work in the background starts at once."""
    monkeypatch.setattr(working, "PAUSE", 0.05)
    with made(tmp_path) as opened:
        yield opened


def claim_of(case: Case, act: str = "detention") -> Claim:
    return next(one for one in case.record().claims if one.act == act)


def test_a_word_is_by_the_name_of_the_viewer(case: Case) -> None:
    claim = claim_of(case)
    judged = case.desk("Ada").judge(claim.id, "accept", "seen on the order")
    assert (judged.judgement.by, judged.judgement.verdict, judged.beside) == ("Ada", ACCEPT, ())
    assert case.desk("Bo").last_word(claim.id) == judged.judgement
    assert case.judge(claim.id, "unsure", "by the command line").by == "Test Person"


def test_two_that_answer_the_same_word_both_stand_and_the_second_person_is_told(case: Case) -> None:
    claim = claim_of(case)
    ada, bo = case.desk("Ada"), case.desk("Bo")
    first = ada.judge(claim.id, "unsure", "first look").judgement
    yes = bo.judge(claim.id, "accept", "a film shows it", answers=first.id)
    no = case.desk("Cy").judge(claim.id, "reject", "the film is old", answers=first.id)
    assert (yes.beside, [one.id for one in no.beside]) == ((), [yes.judgement.id])
    with case._folder.reading() as connection:
        from clarion.store.people import judgements_on

        assert differ(judgements_on(connection, claim.id))
    settled_by_bo = bo.judge(claim.id, "reject", "true, it is old", answers=no.judgement.id)
    assert settled_by_bo.beside == ()


def test_a_word_must_answer_one_on_the_same_thing(case: Case) -> None:
    desk = case.desk("Ada")
    other = desk.judge(claim_of(case, "forced_return").id, "accept", "seen").judgement
    with pytest.raises(BadRequest, match="no judgement on"):
        desk.judge(claim_of(case).id, "accept", "seen", answers=other.id)
    with pytest.raises(BadRequest, match="no judgement on"):
        desk.judge(claim_of(case).id, "accept", "seen", answers="jdg_none")


def test_what_is_undone_leaves_what_stood_before_it_and_can_be_undone_itself(case: Case) -> None:
    claim, desk = claim_of(case), case.desk("Ada")
    first = desk.judge(claim.id, "accept", "seen").judgement
    second = desk.judge(claim.id, "reject", "a slip").judgement
    undone = desk.undo(second.id, "a slip of the hand").judgement
    assert desk.last_word(claim.id) == first
    assert case._folder.state().current_judgements()[claim.id] == first
    with pytest.raises(BadRequest, match="already"):
        desk.undo(second.id, "again")
    desk.undo(undone.id, "no slip after all")
    assert desk.last_word(claim.id) == second


def test_a_batch_is_one_id_and_undone_in_one_go(case: Case) -> None:
    desk = case.desk("Ada")
    ids = [one.id for one in case.record().claims]
    before = desk.judge(ids[0], "accept", "seen").judgement
    batch = desk.judge_many([*ids, "clm_none", ids[0]], "reject", "another country")
    assert [one.about for one in batch.done] == ids
    assert {one.batch for one in batch.done} == {batch.id}
    assert [one.about for one in batch.refused] == ["clm_none"]
    back = desk.undo_batch(batch.id, "wrong filter")
    assert [one.about for one in back.done] == [one.id for one in batch.done]
    assert desk.last_word(ids[0]) == before
    assert desk.last_word(ids[1]) is None
    assert desk.undo_batch(batch.id, "twice").done == ()
    with pytest.raises(BadRequest, match="no batch"):
        desk.undo_batch("bat_none", "why")
    with pytest.raises(BadRequest, match="nothing was chosen"):
        desk.judge_many([], "reject", "why")
    settled(case)
    case.verify()


def test_the_incidents_follow_a_rejected_claim_and_come_back_when_it_is_undone(case: Case) -> None:
    claim, desk = claim_of(case), case.desk("Ada")
    before = case.record().incidents
    said = desk.judge(claim.id, "reject", "misread").judgement
    settled(case)
    assert all(claim.id not in one.claims for one in case.record().incidents)
    desk.judge(claim.id, "not_same", "another raid")  # a word on another question changes nothing of that
    settled(case)
    assert all(claim.id not in one.claims for one in case.record().incidents)
    desk.undo(said.id, "well read")
    last = desk.last_word(claim.id)
    assert last is not None
    desk.undo(last.id, "the same raid")
    settled(case)
    assert case.record().incidents == before
    assert desk.work().state == "idle"
    case.verify()


def test_a_claim_is_split_from_an_incident_and_two_incidents_are_merged(case: Case) -> None:
    desk = case.desk("Ada")
    incidents = [one for one in case.record().incidents if one.act == "detention"]
    said = desk.split(incidents[0].claims[0], incidents[0].id, "another night").judgement
    assert said.verdict is JudgementVerdict.NOT_SAME
    with pytest.raises(BadRequest):
        desk.merge(incidents[0].id, "inc_none", "one raid")
    assert desk.prefer(incidents[0].id, "11", "the order says so").judgement.value == "11"


def test_eight_people_judge_at_once_and_the_log_stays_in_order(case: Case) -> None:
    ids = [one.id for one in case.record().claims]
    problems: list[Exception] = []

    def work(name: str) -> None:
        try:
            desk = case.desk(name)
            for number in range(12):
                desk.judge(ids[number % len(ids)], ("accept", "reject")[number % 2], f"round {number}")
                desk.note(ids[0], f"note {number}")
        except Exception as problem:  # noqa: BLE001
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(f"Person {number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    settled(case)
    assert len(case.judgements()) == 8 * 12
    assert {one.by for one in case.judgements()} == {f"Person {number}" for number in range(8)}
    checked = case.verify()
    assert len(checked.heads) == 1
    times = [one.at for one in case.judgements()]
    assert times == sorted(times)
