"""Submissions of a case: names only with consent, closed channels refused, the file read back."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from clarion.cli import main
from clarion.flow import Case
from clarion.flow.submissions import Wanted
from clarion.model.errors import BadRequest
from clarion.model.vocabulary import View

NAME = "Mirelle Okafor-Brandt"  # invented; the name of nobody
TEXT = f"""Lantern Watch

Quellwater, 4 May 2023

Police in China arrested twelve refugees from North Korea in Dandong on 3 May 2023, Lantern Watch said.
Her name is {NAME}, a refugee of 34 years who was arrested there. Call her at +44 20 7946 0958.
The Government of China should release the refugees.

His name is Tobiah Quellrod-Vance and he has nothing to do with it.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLARION_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([report], given={"handling": "partner"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    return made


@pytest.fixture
def wanted(case: Case) -> Wanted:
    incident = next(one for one in case.record().incidents if one.act == "detention")
    return Wanted(incident.id, "wgad", "CN", day="2023-05-20", submitter=("Border Watch",))


def detail_of(case: Case, words: str) -> str:
    return next(line.split()[0] for line in case.details() if words in line)


def test_a_name_stays_out_until_it_is_let_out_with_consent(case: Case, wanted: Wanted) -> None:
    before = case.submission(wanted)
    assert NAME not in before.letter.text
    assert "a name stands beside the claims" in before.letter.text
    assert "gate_named_person" in {gap.kind for gap in before.letter.gaps}
    with pytest.raises(BadRequest, match="only with their consent"):
        case.release(detail_of(case, NAME), "it is needed for the form")
    case.release(detail_of(case, NAME), "her sister consented on 6 May 2023 to name her to the Working Group")
    after = case.submission(wanted)
    name = next(one for one in after.fields if one.field.id == "name")
    assert NAME in name.value
    assert "gate_named_person" not in {gap.kind for gap in after.letter.gaps}
    assert "her sister" not in after.letter.text
    assert "Quellrod" not in after.letter.text


def test_taking_the_consent_back_takes_the_name_out(case: Case, wanted: Wanted) -> None:
    detail = detail_of(case, NAME)
    case.release(detail, "consent of the family, 6 May 2023")
    case.withhold(detail, "the family took it back")
    assert NAME not in case.submission(wanted).letter.text


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_a_form_is_written_read_back_and_logged(case: Case, wanted: Wanted, form: str) -> None:
    made, publication = case.write_submission(wanted, f"form.{form}")
    written = Path(f"form.{form}").read_bytes()
    assert publication.view is View.PARTNER
    assert b"Okafor" not in written
    if form == "docx":
        said = "\n".join(one.text for one in docx.Document(io.BytesIO(written)).paragraphs)
        assert "Who carried out the arrest" in said
        assert "Why it matters: Its absence can by itself make a detention arbitrary." in said
    assert made.letter.to[0] == "Working Group on Arbitrary Detention"


def test_what_the_submitter_writes_about_others_is_caught(case: Case, wanted: Wanted) -> None:
    from clarion.flow.letters import letter_bytes
    from clarion.publish.letters import LetterForm

    letter = case.submission(wanted).letter
    slipped = replace(letter, text=letter.text + f"\n\nIt is about {NAME}.\n")
    with pytest.raises(BadRequest, match="still found"):
        letter_bytes(case._folder, slipped, LetterForm.DOCX, View.PARTNER)


@pytest.mark.parametrize("form", ["iccpr-op1", "ced-urgent"])
def test_a_closed_procedure_is_refused_with_its_reason(case: Case, wanted: Wanted, form: str) -> None:
    with pytest.raises(BadRequest, match=r"is closed for China: .*(ratified|not a party|no complaints)"):
        case.submission(replace(wanted, form=form))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"view": View.SEALED}, "use the partner or the public view"),
        ({"view": View.PUBLIC}, "does not leave by the public view"),
        ({"incident": "inc_none"}, "holds no incident"),
        ({"form": "petition"}, "is no form"),
        ({"state": "Atlantis"}, "names no state"),
        ({"day": "soon"}, "is no day"),
    ],
)
def test_what_cannot_be_is_refused(case: Case, wanted: Wanted, changes: dict[str, object], words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        case.submission(replace(wanted, **changes))  # type: ignore[arg-type]


def test_the_command_writes_a_form_and_lists_what_it_lacks(
    case: Case, wanted: Wanted, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["submission", "case", wanted.incident, "form.docx", "--form", "wgad", "--state", "China", "--begin"]
    assert main([*given, "--day", "2023-05-20"]) == 0
    told = capsys.readouterr()
    assert "written in the partner view" in told.out
    assert "begun" in told.out
    assert "lacks gate_not_anonymous" in told.err
    assert "lacks blank_required: Full name" in told.err
    assert main(["submission", "case", wanted.incident, "--form", "iccpr-op1", "--state", "CN"]) == 1
    assert "is closed for China" in capsys.readouterr().err
    assert case.follow_up()[0].intervention.kind.value == "submission"
