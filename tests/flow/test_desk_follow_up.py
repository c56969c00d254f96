"""Following up from a desk: who sees what, who may let a letter out, and what the input lacks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clarion.flow import Case
from clarion.flow.desk.following_up import form_called
from clarion.flow.desk.lacking import Lack
from clarion.flow.desk.viewer import POWERS, PUBLISH
from clarion.flow.following import Begun, Happened, today
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, InterventionKind, Letter, StepKind
from desks import made

MINISTER = Addressee("adr_harbours", "Minister of Harbours", AddresseeKind.POST)
LETTER = Letter("authority", "en", ("Minister",), "2023-06-01", "Twelve fishermen", "Release them.")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with made(tmp_path) as one:
        yield one


def document_at(case: Case, path: str) -> str:
    return str(next(one.id for one in case.record().documents if one.path.endswith(path)))


def begun(case: Case, path: str, by: str = "Ada") -> str:
    """A letter about a document, begun by somebody."""
    about = (document_at(case, path),)
    return case.desk(by).begin(Begun(InterventionKind.LETTER, about, MINISTER, LETTER)).id


def seal(case: Case, path: str) -> None:
    case.desk("Ada").set_handling(document_at(case, path), "sealed", named=("Ada",), reason="asked for")  # type: ignore[arg-type]


def said(name: str, kind: StepKind, **more: str) -> Happened:
    return Happened(name, kind, today().isoformat(), **more)  # type: ignore[arg-type]


def test_who_may_not_see_what_it_rests_on_sees_nothing_of_it(case: Case) -> None:
    """The list, the page, what is lacking, the log; and saying something of it is refused as if it were not there."""
    hidden, shown = begun(case, "harbour.txt"), begun(case, "border.txt")
    seal(case, "harbour.txt")
    other, ada = case.desk("Bea"), case.desk("Ada")
    assert [one.intervention.id for one in other.follow_up()] == [shown]
    assert {one.intervention.id for one in ada.follow_up()} == {hidden, shown}
    assert other.intervention(hidden) is None
    assert ada.intervention(hidden) is not None
    assert hidden not in {one.about for one in other.what_is_lacking()}
    assert hidden not in {row.about for row in other.log().items}
    assert hidden in {row.about for row in ada.log().items}
    for attempt in (
        lambda: other.happened(said(hidden, StepKind.ANSWERED, words="yes")),
        lambda: other.rewrite(hidden, "A", "B"),
        lambda: other.letter_file(hidden, form_called("txt")),
        lambda: other.note(hidden, "seen"),
        lambda: other.begin(Begun(InterventionKind.CALL, (document_at(case, "harbour.txt"),), MINISTER)),
    ):
        with pytest.raises(BadRequest, match="holds nothing with the id"):
            attempt()


def test_an_answer_that_is_hidden_is_a_day_and_no_more(case: Case) -> None:
    name = begun(case, "border.txt")
    answer = document_at(case, "harbour.txt")
    case.desk("Ada").happened(said(name, StepKind.ANSWERED, words="twelve are held", document=answer))
    seal(case, "harbour.txt")
    sheet = case.desk("Bea").intervention(name)
    assert sheet is not None
    assert sheet.answers == ()
    assert [(step.kind, step.words, step.document) for step in sheet.followed.steps] == [(StepKind.ANSWERED, "", None)]
    assert all("twelve are held" not in row.words for row in case.desk("Bea").log().items)


def test_that_an_addressee_agreed_elsewhere_is_not_told_to_who_may_not_see_it(case: Case) -> None:
    """The refusal stands, without the day and the number of what is hidden."""
    both = (document_at(case, "border.txt"), document_at(case, "harbour.txt"))
    name = case.desk("Ada").begin(Begun(InterventionKind.LETTER, both, MINISTER, LETTER)).id
    case.desk("Ada").happened(said(name, StepKind.OUTCOME, value="favourable"))
    seal(case, "harbour.txt")
    with pytest.raises(BadRequest, match=r"is not to be written to about this again$") as refused:
        begun(case, "border.txt", by="Bea")
    assert name not in str(refused.value)
    with pytest.raises(BadRequest, match=name):
        begun(case, "border.txt", by="Ada")


@pytest.mark.parametrize("power", [True, False])
def test_only_those_who_publish_let_a_letter_out(case: Case, power: bool) -> None:
    name = begun(case, "border.txt")
    desk = case.desk("Ada", POWERS if power else POWERS - {PUBLISH})
    attempts = (
        lambda: desk.happened(said(name, StepKind.APPROVED)),
        lambda: desk.letter_file(name, form_called("txt")),
        lambda: desk.mail(name),
        lambda: desk.send(name),
    )
    for attempt in attempts:
        try:
            attempt()
            refused = ""
        except BadRequest as problem:
            refused = str(problem)
        assert ("owners of the case let letters out" in refused) is not power


def test_what_the_input_lacks_is_listed_with_what_it_is_wrong_with(case: Case) -> None:
    found = {(one.lack, one.about) for one in case.desk("Ada").what_is_lacking()}
    assert (Lack.NO_DATE, document_at(case, "border.txt")) in found


def test_a_form_that_is_none_is_refused() -> None:
    with pytest.raises(BadRequest, match="docx"):
        form_called("exe")


def test_the_start_page_says_whose_answer_is_due(case: Case) -> None:
    """Also when it is overdue, and only to those who may see what was asked."""
    name = begun(case, "harbour.txt")
    desk = case.desk("Ada")
    desk.happened(said(name, StepKind.APPROVED))
    desk.happened(Happened(name, StepKind.SENT, "2023-06-02"))
    assert (name, "Minister of Harbours: Twelve fishermen", "2023-07-02") in desk.start().due
    seal(case, "harbour.txt")
    assert name not in {one for one, _, _ in case.desk("Bea").start().due}
    desk.happened(said(name, StepKind.CANCELLED))
    assert name not in {one for one, _, _ in desk.start().due}
