"""What not everybody at a desk may do: joining, loosening a handling, learning of what is hidden from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.flow.desk import Batch, Desk, Upload, working
from clarion.flow.desk.viewer import JOIN
from clarion.model.errors import BadRequest, NotAllowed
from clarion.model.ids import DocumentId
from desks import made, settled

NO_POWERS: frozenset[str] = frozenset()
EDITOR = frozenset({JOIN})
RAID = "Police arrested {number} fishermen in Athens on {day} May 2023, residents said.\n"
FAULTY = b"%PDF-1.7 this is no such thing"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case of two reports and a third raid; the work in the background starts at once."""
    monkeypatch.setattr(working, "PAUSE", 0.05)
    with made(tmp_path) as opened:
        opened.desk("Ada").take_in([Upload("raid.txt", RAID.format(number="nine", day="20").encode())])
        settled(opened)
        yield opened


def raids(case: Case) -> list[str]:
    """The incidents of detention."""
    return [row.incident.id for row in case.desk("Ada").incidents().items if row.incident.act == "detention"]


def taken_in(desk: Desk, name: str, content: bytes, handling: str = "") -> DocumentId:
    """A document that a person brings and seals, or not."""
    from clarion.flow.desk import Given

    taken = desk.take_in([Upload(name, content)], Given(handling=handling))
    return (*taken.new, *taken.known)[0]


def test_who_may_not_join_cannot_take_a_joining_word_back_by_any_way(case: Case) -> None:
    editor, analyst = case.desk("Ed", EDITOR), case.desk("Ana", NO_POWERS)
    one, other = raids(case)
    merged = editor.merge(one, other, "one raid").judgement
    for attempt in (
        lambda: analyst.undo(merged.id, "no"),
        lambda: analyst.judge(merged.id, "withdraw", "no"),
        lambda: analyst.judge(one, "withdraw", "no"),
        lambda: analyst.judge(one, "not_same", "no", value=other),
        lambda: analyst.merge(one, other, "no"),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert [one.reason for one in analyst.judge_many([one, merged.id], "withdraw", "no").refused]
    assert editor.last_word(one) == merged
    undone = editor.undo(merged.id, "two raids after all").judgement
    with pytest.raises(NotAllowed):
        analyst.undo(undone.id, "they are one")  # would join them again
    with pytest.raises(NotAllowed):
        analyst.split(case.record().claims[0].id, one, "no")
    settled(case)
    case.verify()


def test_who_may_not_join_cannot_take_a_batch_of_partings_back(case: Case) -> None:
    claims = [row.claim.id for row in case.desk("Ada").claims().items]
    batch: Batch = case.desk("Ed", EDITOR).judge_many(claims, "not_same", "each stands alone")
    assert batch.done
    with pytest.raises(NotAllowed):
        case.desk("Ana", NO_POWERS).undo_batch(batch.id, "no")
    assert len(case.desk("Ed", EDITOR).undo_batch(batch.id, "yes").done) == len(batch.done)


def test_their_own_words_everybody_takes_back(case: Case) -> None:
    analyst = case.desk("Ana", NO_POWERS)
    claim = analyst.claims().items[0].claim.id
    said = analyst.judge(claim, "accept", "seen").judgement
    analyst.undo(analyst.undo(said.id, "a slip").judgement.id, "no slip")
    assert analyst.last_word(claim) == said
    incident = raids(case)[0]
    analyst.undo(analyst.prefer(incident, "11", "the order says so").judgement.id, "it does not")


def test_a_sealed_document_is_unsealed_by_who_brought_it_and_by_owners_only(case: Case) -> None:
    brought, named, owner = case.desk("Bo", EDITOR), case.desk("Ed", EDITOR), case.desk("Olu")
    document = taken_in(brought, "told.txt", b"A witness told this in private.\n", "sealed")
    brought.name_for(document, "Ed")
    brought.name_for(document, "Olu")
    for attempt in (
        lambda: named.set_handling(document, "public", reason="why not"),
        lambda: named.set_handling(document, "", reason="why not"),
        lambda: named.set_handling(document, "sealed", named=["Cy"], reason="a friend"),
        lambda: named.name_for(document, "Cy"),
    ):
        with pytest.raises(NotAllowed, match="brought a document in"):
            attempt()
    # bringing the same bytes in again gives no right over them
    taken_in(named, "again.txt", b"A witness told this in private.\n")
    with pytest.raises(NotAllowed):
        named.set_handling(document, "", reason="mine too")
    with pytest.raises(BadRequest, match="holds nothing"):
        case.desk("Eve", EDITOR).set_handling(document, "", reason="what is it")
    assert owner.set_handling(document, "partner", named=["Ed"], reason="the witness agreed").handling == "partner"
    assert named.set_handling(document, "sealed", named=["Olu"], reason="not yet").handling == "sealed"
    assert brought.set_handling(document, "", reason="the witness agreed").handling == ""
    settled(case)
    case.verify()


def test_what_came_inside_is_handled_by_who_brought_the_whole(case: Case) -> None:
    mail = (
        b"From: a@example.org\r\nTo: b@example.org\r\nSubject: list\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the list.\r\n'
        b'--x\r\nContent-Type: text/plain; name="list.txt"\r\nContent-Disposition: attachment; filename="list.txt"\r\n'
        b"\r\nThe list of names.\r\n--x--\r\n"
    )
    brought, other = case.desk("Bo", EDITOR), case.desk("Ed", EDITOR)
    outer = taken_in(brought, "mail.eml", mail)
    settled(case)
    sheet = brought.document(outer)
    assert sheet is not None
    inner = DocumentId(sheet.parts[0][0])
    with pytest.raises(NotAllowed):
        other.set_handling(inner, "public", reason="why not")
    assert brought.set_handling(inner, "public", reason="agreed").handling == "public"


def test_a_thing_is_given_only_to_people_who_may_see_it(case: Case) -> None:
    desk = case.desk("Ada")
    document = taken_in(desk, "told.txt", b"A witness told this in private.\n", "sealed")
    with pytest.raises(BadRequest, match="may not see this"):
        desk.assign(document, "Bo")
    desk.name_for(document, "Bo")
    assert desk.assign(document, "Bo").to == "Bo"
    desk.set_handling(document, "sealed", named=["Ada"], reason="Bo left")
    assert desk.unassign(document, "Bo").to == "Bo"


def test_the_problems_of_the_work_name_no_document_to_people_who_do_not_see_it(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bo = case.desk("Ada"), case.desk("Bo")
    monkeypatch.setattr(working, "PAUSE", 1.0)  # both in one round
    taken_in(ada, "secret-source.pdf", FAULTY, "sealed")
    taken_in(ada, "open.pdf", FAULTY + b" either")
    settled(case)
    assert sorted(line.partition(":")[0] for line in ada.work().problems) == ["open.pdf", "secret-source.pdf"]
    assert [line.partition(":")[0] for line in bo.work().problems] == ["open.pdf"]
    with monkeypatch.context() as broken:
        broken.setattr(working.verbs, "extract", lambda *_, **__: {}["secret-source.pdf"])
        ada.start_work()
        settled(case)
    assert "secret-source.pdf" in ada.work().problems[0]
    assert bo.work().problems == ("the work stopped; somebody who may see the whole case is told why",)
