"""Taking documents in at a desk, whose they are, and the work that follows in the background."""

import threading
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.flow.desk import Given, Upload, working
from clarion.model import DocumentId, document_id
from clarion.model.errors import BadRequest
from clarion.store import marks
from desks import settled

TOLD = b"Police arrested nine teachers in Lisbon on 20 June 2023, Lantern Watch said.\n"
SEALED = Given(handling="sealed", named=("Bo",), provider="a lawyer", consent="for the file only")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """An empty case; the work in the background starts at once."""
    monkeypatch.setattr(working, "PAUSE", 0.05)
    with Case.open(tmp_path / "case") as opened:
        yield opened


def handling(case: Case, document: DocumentId) -> marks.Handling:
    return case._folder.state().handling(document)


def test_uploads_are_taken_in_and_worked_on_without_another_word(case: Case, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_bytes(TOLD + b"Nine more were arrested.\n")
    desk = case.desk("Ada")
    taken = desk.take_in([Upload("../x\\a.txt", TOLD), tmp_path / "more", Upload("empty.txt", b"")])
    assert len(taken.new) == 2
    assert [problem.split(":")[0] for problem in taken.problems] == ["empty.txt"]
    settled(case)
    record = case.record()
    assert [one.path for one in record.documents] == ["b.txt", "x/a.txt"]
    assert record.incidents
    assert desk.take_in([Upload("x/a.txt", TOLD)]).known == (document_id(TOLD),)
    settled(case)
    case.verify()


def test_what_was_given_is_honoured_and_a_later_word_overrides_it(case: Case) -> None:
    (document,) = case.desk("Ada").take_in([Upload("a.txt", TOLD)], SEALED).new
    known = handling(case, document)
    assert (known.handling, known.named, known.brought_by) == ("sealed", ("Bo",), ("Ada",))
    assert (known.provider, known.consent) == ("a lawyer", "for the file only")
    assert known.brought_at.endswith("Z")
    assert [known.hides_from(name) for name in ("Ada", "Bo", "Cy")] == [False, False, True]
    assert case.desk("Cy").take_in([Upload("a.txt", TOLD)]).known == (document,)
    assert handling(case, document).brought_by == ("Ada", "Cy")
    case.desk("Ada").set_handling(document, "partner", named=[], reason="the lawyer agreed")
    known = handling(case, document)
    assert (known.handling, known.named, known.reason) == ("partner", (), "the lawyer agreed")
    case.desk("Dee").take_in([Upload("b.txt", TOLD)], SEALED)
    assert handling(case, document).handling == "partner"
    settled(case)
    case.verify()


def test_what_came_inside_a_sealed_document_is_sealed_with_it(case: Case) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@harbour.example", "b@harbour.example", "A list"
    mail["Date"] = "Thu, 04 May 2023 10:00:00 +0000"
    mail.set_content("The list is attached.\n")
    mail.add_attachment("Seven people were released in Athens on 6 May 2023.\n", filename="list.txt")
    desk = case.desk("Ada")
    (outer,) = desk.take_in([Upload("mail.eml", mail.as_bytes())], SEALED).new
    settled(case)
    (inner,) = [one.id for one in case.record().documents if one.part_of == outer]
    assert handling(case, inner).hides_from("Cy")
    assert handling(case, inner).brought_by == ("Ada",)
    with pytest.raises(BadRequest, match="holds nothing"):
        case.desk("Cy").note(inner, "seen")
    desk.set_handling(outer, "", reason="all may know")
    assert case.desk("Cy").note(inner, "seen").by == "Cy"
    case.verify()


def test_a_word_of_a_provider_that_is_no_handling_seals_until_somebody_decides(case: Case, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TOLD)
    case.preserve([tmp_path / "a.txt"], given={"handling": "for your eyes only"})
    known = handling(case, document_id(TOLD))
    assert (known.handling, known.given, known.brought_by) == ("sealed", "for your eyes only", ("Test Person",))


def test_a_typed_note_is_a_document(case: Case) -> None:
    taken = case.desk("Ada").type_note("What a driver told", "Police arrested nine teachers in Lisbon.\r\n")
    settled(case)
    (document,) = case.record().documents
    assert (document.id, document.title, document.path) == (
        taken.new[0],
        "What a driver told",
        "notes/what-a-driver-told.md",
    )
    assert case.record().claims


def test_documents_come_in_while_other_work_is_done(case: Case, tmp_path: Path) -> None:
    """The lock of a long piece of work does not keep people waiting."""
    with case._folder.working():
        taken = case.desk("Ada").take_in([Upload("a.txt", TOLD)])
        assert case.desk("Ada").work().state in ("waiting", "working")
        assert len(taken.new) == 1
    settled(case)
    assert case.record().claims
    case.verify()


def test_eight_people_bring_documents_at_once(case: Case) -> None:
    problems: list[Exception] = []

    def work(number: int) -> None:
        try:
            for one in range(3):
                case.desk(f"Person {number}").take_in(
                    [Upload(f"{number}/{one}.txt", TOLD + b"%d" % one), Upload(f"{number}/same.txt", TOLD)]
                )
        except Exception as problem:  # noqa: BLE001
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    settled(case)
    assert len(case.record().documents) == 4
    assert len(handling(case, document_id(TOLD)).brought_by) == 8
    case.verify()


def test_a_burst_of_changes_costs_one_round(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []
    monkeypatch.setattr(working, "PAUSE", 0.5)
    before = working.Worker._round
    monkeypatch.setattr(working.Worker, "_round", lambda self: rounds.append(1) or before(self))
    for number in range(5):
        case.desk("Ada").take_in([Upload(f"{number}.txt", TOLD + b"%d" % number)])
    settled(case)
    assert len(rounds) == 1


def test_a_fault_is_kept_and_the_next_change_tries_again(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = case.desk("Ada")
    with monkeypatch.context() as broken:
        broken.setattr(working.verbs, "extract", lambda *_, **__: 1 / 0)
        desk.take_in([Upload("a.txt", TOLD)])
        settled(case)
    assert "the work stopped" in desk.work().problems[0]
    desk.start_work()
    settled(case)
    assert desk.work().problems == ()
    assert case.record().claims


def test_closing_a_case_stops_the_work_where_it_is_safe(case: Case) -> None:
    desk = case.desk("Ada")
    desk.take_in([Upload(f"{number}.txt", TOLD + b"%d" % number) for number in range(20)])
    while desk.work().state != "working":
        time.sleep(0.01)
    case.close()
    with Case.open(case.folder) as again:
        again.verify()
        again.desk("Ada").start_work()
        settled(again)
        assert len(again.record().claims) >= 20
        again.verify()


SHEET = (
    b"When,Where,What happened,Told by,Note\n"
    b"2023-05-03,Athens,Police arrested twelve fishermen.,Lantern Watch,=1+1\n,,,,\n"
)
COLUMNS = {"When": "date", "Where": "place", "What happened": "what", "Told by": "source", "Note": "other"}


def test_each_row_of_a_sheet_is_a_passage_of_the_sealed_sheet(case: Case) -> None:
    desk, upload = case.desk("Ada"), Upload("raids.csv", SHEET)
    assert desk.sheet_columns(upload).columns == {"": tuple(COLUMNS)}
    (document,) = desk.take_in_sheet(upload, COLUMNS).new
    settled(case)
    record = case.record()
    (read,) = record.documents
    assert read.text == (
        "Police arrested twelve fishermen (in Athens, on 2023-05-03, according to Lantern Watch). Note: =1+1."
    )
    (claim,) = record.claims
    assert (claim.act, claim.when and claim.when.start, claim.where[0].name) == ("detention", "2023-05-03", "Athens")
    case.verify()
    case.rebuild()
    assert case.record().documents == record.documents
    desk.take_in_sheet(upload, {"What happened": "what"})
    settled(case)
    assert case.record().documents[0].text == "Police arrested twelve fishermen."
    case.verify()
    assert document == read.id


@pytest.mark.parametrize("columns", [{}, {"When": "date"}, {"Nothing": "what"}, {"What happened": "sentence"}])
def test_columns_that_are_none_are_refused(case: Case, columns: dict[str, str]) -> None:
    with pytest.raises(BadRequest):
        case.desk("Ada").take_in_sheet(Upload("raids.csv", SHEET), columns)
    assert case.record().documents == ()
