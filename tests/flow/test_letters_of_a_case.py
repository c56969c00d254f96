"""Letters of a case: from what the view may see, read back before they leave, noted in the log."""

import email
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pytest

from clarion.cli import main
from clarion.flow import Case, letters
from clarion.flow.letters import Wish
from clarion.model.errors import BadRequest
from clarion.model.vocabulary import View
from clarion.publish.letters import LetterForm

# invented; the name is that of nobody
TEXT = """Lantern Watch

Quellwater, 4 May 2023

Guards sent about 90 refugees back from Greece to Turkey on 3 May 2023, Lantern Watch said.
Her name is Mirelle Okafor-Brandt, a refugee of 34 years. Call her at +44 20 7946 0958.
The Government of Greece should stop returning refugees.
"""
ROWS = (
    "id,name,kind,state,email,holder,holder_since,salutation_en,checked_on\n"
    "adr_minister,Minister for Migration of Greece,post,GR,minister@mfa.example,Invented Holder,2020-01-01,"
    '"Your Excellency,",2023-05-01\n'
    ",Minister of Nothing,throne,,,,,,\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLARION_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([report], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    letters.import_addressees(tmp_path / "rows.csv")
    return made


@pytest.fixture
def wish(case: Case) -> Wish:
    ask = next(one for one in case.record().asks if one.addressee)
    return Wish(
        about=(ask.id,),
        addressee=letters.addressee_named("adr_minister"),
        template="authority",
        language="en",
        day="2023-05-10",
        sender=("Border Watch",),
        reply="letters@borderwatch.example",
    )


def test_a_letter_of_a_case_names_no_private_person_and_rests_on_its_claims(case: Case, wish: Wish) -> None:
    letter = case.letter(wish)
    assert "Forced return" in letter.text
    assert "Okafor" not in letter.text
    held = {claim.id for claim in case.record().claims}
    assert letter.claims
    assert set(letter.claims) <= held
    assert not [one for one in letter.claims if one in letter.text]  # the ids of the view stand in the notes
    assert [gap.kind for gap in letter.gaps] == ["nothing_corroborated"]


@pytest.mark.parametrize("form", LetterForm)
def test_a_written_letter_is_in_the_log_and_holds_nothing_withheld(case: Case, wish: Wish, form: LetterForm) -> None:
    if form is LetterForm.PDF:
        pytest.importorskip("weasyprint")
    letter, publication = case.write_letter(wish, f"letter.{form.value}")
    made = Path(f"letter.{form.value}").read_bytes()
    assert publication.view is View.PUBLIC
    assert publication.withheld > 0
    assert b"Okafor" not in made
    assert letter.subject
    with case._folder.reading() as connection:
        from clarion.store import people

        last = people.last_publication(connection, str(Path(f"letter.{form.value}").absolute()))
    assert last is not None
    assert last[0].sha256 == publication.sha256


@pytest.mark.parametrize("form", [LetterForm.TXT, LetterForm.DOCX, LetterForm.EML])
@pytest.mark.parametrize("slip", ["Mirelle Okafor-Brandt", "OKAFOR-BRANDT, M.", "+44 20 7946 0958"])
def test_what_a_person_writes_back_into_a_letter_is_caught(case: Case, wish: Wish, form: LetterForm, slip: str) -> None:
    letter = case.letter(wish)
    assert letters.letter_bytes(case._folder, letter, form, View.PUBLIC, own=wish.sender)
    for slipped in (replace(letter, text=letter.text + f"\n\nOf {slip}.\n"), replace(letter, subject=f"On {slip}")):
        with pytest.raises(BadRequest, match="still found"):
            letters.letter_bytes(case._folder, slipped, form, View.PUBLIC)


def test_the_senders_own_address_is_no_slip_though_a_document_holds_it(case: Case, wish: Wish) -> None:
    own = replace(wish, reply="+44 20 7946 0958")
    case.write_letter(own, "letter.txt")
    assert "+44 20 7946 0958" in Path("letter.txt").read_text(encoding="utf-8")


def test_words_that_are_given_as_the_senders_are_searched_in_the_middle_of_what_is_told(case: Case, wish: Wish) -> None:
    letter = case.letter(wish)
    slipped = replace(letter, text=letter.text.replace("We write", "Of Mirelle Okafor-Brandt we write"))
    with pytest.raises(BadRequest, match="still found"):
        letters.letter_bytes(case._folder, slipped, LetterForm.TXT, View.PUBLIC, own=("Mirelle Okafor-Brandt",))


def test_no_letter_leaves_by_the_sealed_view_or_about_a_document_that_stays(
    case: Case, wish: Wish, tmp_path: Path
) -> None:
    with pytest.raises(BadRequest, match="use the public or the partner view"):
        case.letter(replace(wish, view=View.SEALED))
    other = Case.open(tmp_path / "other")
    other.preserve([tmp_path / "report.txt"])
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(other, verb)()
    with pytest.raises(BadRequest, match="no document of the case leaves"):
        other.letter(wish)


def test_a_persons_own_template_takes_the_place_of_that_of_clarion(case: Case, wish: Wish, home: Path) -> None:
    (home / "letters").mkdir()
    (home / "letters" / "authority.en.md").write_text("Subject: Our own words\n\n{request}\n", encoding="utf-8")
    assert case.letter(wish).subject == "Our own words"
    (home / "letters" / "authority.en.md").write_text("No subject", encoding="utf-8")
    with pytest.raises(BadRequest, match="no first line"):
        case.letter(wish)


def test_a_letter_begins_an_intervention(case: Case, wish: Wish) -> None:
    begun = case.begin_letter(wish, case.letter(wish))
    assert case.follow_up()[0].intervention.id == begun.id
    with pytest.raises(BadRequest, match="name an addressee"):
        case.begin_letter(replace(wish, addressee=None), case.letter(wish))


def test_addressees_are_told_apart_by_their_names(case: Case) -> None:
    assert letters.addressee_named("minister for migration of greece").id == "adr_minister"
    with pytest.raises(BadRequest, match="could be"):
        letters.addressee_named("embassy china")
    with pytest.raises(BadRequest, match="no addressee is called"):
        letters.addressee_named("nobody at all")


def test_the_command_writes_a_letter_and_tells_what_it_lacks(
    case: Case, wish: Wish, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [
        "letter",
        "case",
        wish.about[0],
        "letter.eml",
        "--to",
        "adr_minister",
        "--language",
        "ko",
        "--day",
        "2023-05-10",
    ]
    assert main(given) == 0
    told = capsys.readouterr()
    assert "written in the public view" in told.out
    assert "lacks no_salutation" in told.err
    assert "lacks no_sender" in told.err
    read = email.message_from_bytes(Path("letter.eml").read_bytes(), policy=default)
    assert "강제 송환" in read["Subject"]
    assert main(["letter", "case", wish.about[0], "--to", "adr_minister", "--begin"]) == 0
    assert "begun" in capsys.readouterr().out
    for wrong in (
        ["ask_none", "--to", "adr_minister"],
        [wish.about[0], "--to", "nobody"],
        [wish.about[0], "--day", "soon"],
    ):
        assert main(["letter", "case", *wrong]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_command_takes_in_addressees_and_tells_each_bad_row(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["addressees", "rows.csv"]) == 1
    told = capsys.readouterr()
    assert "1 addressee taken in" in told.out
    assert "rows.csv, line 3: 'throne' is no kind" in told.err
    assert main(["addressees", "--find", "migration"]) == 0
    assert "adr_minister" in capsys.readouterr().out
    assert main(["addressees", "--near", "CN", "Busan"]) == 0
    assert "km" in capsys.readouterr().out
    assert main(["addressees", "--near", "FR", "Busan"]) == 1
    assert main(["addressees", "--find", "nobody at all"]) == 1
    assert main(["addressees", "none.csv"]) == 1
