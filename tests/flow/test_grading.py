"""People grade sources by letters and information by figures; machines grade nothing."""

from pathlib import Path

import lxml.html
import pytest

from clarion.flow import Case
from clarion.model.errors import BadRequest

TEXT = (
    "Quellwater, 4 May 2023\n\n"
    "Guards sent about 90 refugees back from Greece to Turkey on 3 May 2023, Lantern Watch said.\n"
)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case of one report, its claim accepted by Ada Quill."""
    monkeypatch.setenv("CLARION_NAME", "Ada Quill")
    (tmp_path / "border.txt").write_text(TEXT, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([tmp_path / "border.txt"], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    made.judge(made.record().claims[0].id, "accept", "read twice")
    return made


def row(case: Case, tmp_path: Path, view: str = "sealed") -> list[str]:
    """The first row of the table of evidence."""
    case.publish(tmp_path / "out.html", view=view)
    page = lxml.html.document_fromstring((tmp_path / "out.html").read_text(encoding="utf-8"))
    first = page.xpath("//table[contains(@class, 'evidence')]//tr")[1]
    return [" ".join(cell.text_content().split()) for cell in first]


def test_what_nobody_graded_is_not_graded(case: Case, tmp_path: Path) -> None:
    assert row(case, tmp_path)[4:6] == ["not graded", "not graded"]


def test_letter_and_figure_stand_apart_with_their_reasons(case: Case, tmp_path: Path) -> None:
    record = case.record()
    case.judge(record.documents[0].id, "grade", "ten years of careful reports", "B")
    cells = row(case, tmp_path)
    assert cells[4].startswith("B, usually reliable")
    assert "Ada Quill" in cells[4]
    assert "ten years of careful reports" in cells[4]
    assert cells[5] == "not graded"
    case.judge(record.claims[0].id, "grade", "nobody else tells it", "3")
    cells = row(case, tmp_path)
    assert cells[5].startswith("3, possibly true")
    assert "accepted by Ada Quill" in cells[6], "a grade is no answer to whether the claim stands"


def test_a_grade_taken_back_is_not_shown_and_a_newer_one_takes_the_place(case: Case, tmp_path: Path) -> None:
    document = case.record().documents[0].id
    first = case.judge(document, "grade", "first look", "B")
    second = case.judge(document, "grade", "second look", "D")
    assert second.answers == first.id
    assert row(case, tmp_path)[4].startswith("D")
    case.judge(second.id, "withdraw", "mistaken")
    assert row(case, tmp_path)[4].startswith("B")
    case.judge(first.id, "withdraw", "mistaken too")
    assert row(case, tmp_path)[4] == "not graded"


def test_a_grade_answers_no_other_word_and_changes_no_incident(case: Case) -> None:
    claim = case.record().claims[0].id
    accepted = case.judgements()[-1]
    incidents = case.record().incidents
    graded = case.judge(claim, "grade", "nobody else tells it", "3")
    assert graded.answers is None
    assert case.judge(claim, "reject", "misread").answers == accepted.id
    case.reconcile()
    case.judge(claim, "accept", "read again")
    case.reconcile()
    assert case.record().incidents == incidents
    assert case.desk("Ada Quill").claim(claim).row.said.verdict == "accept"


def test_views_show_letter_and_figure_and_nothing_of_who_and_why(case: Case, tmp_path: Path) -> None:
    record = case.record()
    case.judge(record.documents[0].id, "grade", "my cousin works there", "B")
    case.judge(record.claims[0].id, "grade", "he told me so", "2")
    cells = row(case, tmp_path, "public")
    assert cells[4].startswith("B, usually reliable")
    assert cells[5].startswith("2, probably true")
    made = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "cousin" not in made
    assert "Ada Quill" not in made


@pytest.mark.parametrize(
    ("kind", "value"),
    [("document", "1"), ("document", "G"), ("document", None), ("document", "b"), ("claim", "B"), ("claim", "0"),
     ("claim", "7"), ("incident", "B")],
)  # fmt: skip
def test_a_grade_of_another_scale_is_refused(case: Case, kind: str, value: str | None) -> None:
    record = case.record()
    about = {"document": record.documents[0].id, "claim": record.claims[0].id, "incident": record.incidents[0].id}
    with pytest.raises(BadRequest, match="grade"):
        case.judge(about[kind], "grade", "why", value)
