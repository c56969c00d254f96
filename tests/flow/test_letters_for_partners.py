"""A letter goes only to somebody who may see what it rests on; that an addressee is a partner is a person's word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import mailserver
from clarion.cli import main
from clarion.flow import Case, sending
from clarion.flow.following import NO_WORDS, Begun, Words
from clarion.flow.letters import LetterForm
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, Contact, ContactKind, InterventionKind, Letter
from clarion.model.vocabulary import View
from mailserver import Server

EMBASSY = Addressee(
    "adr_embassy",
    "Embassy of Ammerland",
    AddresseeKind.MISSION,
    contacts=(Contact(ContactKind.EMAIL, "embassy@ammerland.example"),),
)
TEXT = "Dear Ambassador,\n\nPeople are said to be held in Athens. Please ask for their release.\n"
WHY = Words(value="partner", words="the embassy keeps what it is told, as agreed in May")


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[tuple[Path, Server]]:
    with mailserver.running(tmp_path) as server:
        yield mailserver.write_settings(tmp_path, server), server


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Two reports of arrests, one for everybody and one for partners."""
    for name, place in (("public", "Athens"), ("partner", "Patras")):
        told = f"Quellwater, 4 May 2023\n\nPolice arrested people in {place} on 3 May 2023, Lantern Watch said.\n"
        (tmp_path / f"{name}.txt").write_text(told, encoding="utf-8")
    with Case.open(tmp_path / "case") as made:
        for name in ("public", "partner"):
            made.preserve([tmp_path / f"{name}.txt"], given={"handling": name})
        for verb in ("read", "extract", "reconcile"):
            getattr(made, verb)()
        yield made


def begun(case: Case, *names: str) -> str:
    """A letter that rests on the documents of these names."""
    record = case.record()
    of = {one.id: Path(one.path).stem for one in record.documents}
    claims = tuple(one.id for one in record.claims if of[one.document] in names)
    assert claims
    letter = Letter("embassy", "en", (EMBASSY.name,), "2026-11-22", "Held in Athens", TEXT, claims)
    about = (record.incidents[0].id,)
    return case.begin(Begun(InterventionKind.LETTER, about, EMBASSY, letter)).id


def send(case: Case, given: tuple[Path, Server], name: str) -> bool:
    (sent,) = case.correspondence.send([name], settings=given[0])
    return sent.is_sent


def test_what_rests_on_documents_for_all_goes_to_anybody(case: Case, settings: tuple[Path, Server]) -> None:
    name = begun(case, "public")
    case.happened(name, "approved", NO_WORDS)
    assert send(case, settings, name)


def test_what_rests_on_a_document_for_partners_goes_to_nobody_else(case: Case, settings: tuple[Path, Server]) -> None:
    name = begun(case, "public", "partner")
    case.happened(name, "approved", NO_WORDS)
    for asked in (lambda: send(case, settings, name), lambda: case.correspondence.mail(name, settings[0])):
        with pytest.raises(BadRequest, match="1 of the case's documents that its addressee may not see"):
            asked()
    with pytest.raises(BadRequest, match="may not see"):
        case.desk("owner").letter_file(name, LetterForm.TXT)
    assert not settings[1].got


def test_it_goes_to_a_partner_by_the_word_of_who_approves(case: Case, settings: tuple[Path, Server]) -> None:
    name = begun(case, "public", "partner")
    case.happened(name, "approved", WHY)
    assert case.desk("owner").letter_file(name, LetterForm.TXT)[1].view is View.PARTNER
    assert send(case, settings, name)
    (approved, *_) = case.follow_up(name)[0].steps
    assert (approved.value, approved.words) == (WHY.value, WHY.words)


def test_the_word_holds_for_the_text_that_was_approved(case: Case, settings: tuple[Path, Server]) -> None:
    name = begun(case, "partner")
    case.happened(name, "approved", WHY)
    case.happened(name, "drafted", Words(text="Dear Ambassador, another text."))
    case.happened(name, "approved", NO_WORDS)
    with pytest.raises(BadRequest, match="may not see"):
        send(case, settings, name)


def test_a_document_that_is_sealed_later_holds_the_letter_back(case: Case, settings: tuple[Path, Server]) -> None:
    name = begun(case, "partner")
    case.happened(name, "approved", WHY)
    (document,) = {one.id for one in case.record().documents if Path(one.path).stem == "partner"}
    case.desk("owner").set_handling(document, "sealed", named=("owner",), reason="the source asked")
    with pytest.raises(BadRequest, match="may not see"):
        send(case, settings, name)
    assert not settings[1].got


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Words(value="partner"), "say why this addressee may see"),
        (Words(value="sealed", words="x"), "public or the partner view"),
        (Words(value="everybody"), "public or the partner view"),
    ],
)
def test_whom_a_letter_is_approved_for_is_said_whole(case: Case, said: Words, why: str) -> None:
    name = begun(case, "public")
    with pytest.raises(BadRequest, match=why):
        case.happened(name, "approved", said)


def test_a_letter_drafted_for_partners_goes_by_the_command_line(
    case: Case, tmp_path: Path, settings: tuple[Path, Server], capsys: pytest.CaptureFixture[str]
) -> None:
    """Its options stand between its arguments."""
    held = str(tmp_path / "case")
    (incident, *_) = [one.id for one in case.record().incidents if one.where and one.where[0].name == "Patras"]
    asked = ["letter", held, "--view", "partner", incident, "--to", "adr_unhcr", "--begin", str(tmp_path / "a.txt")]
    assert main(asked) == 0
    name = next(word for word in capsys.readouterr().out.split() if word.startswith("itv_")).rstrip(":")
    assert "Patras" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert main(["follow", held, name, "--value", "partner", "approved", "--words", "a body of the UN"]) == 0
    assert sending.view_of(*_standing(case, name)) is View.PARTNER


def _standing(case: Case, name: str) -> tuple[object, object]:
    (one,) = case.follow_up(name)
    return one.intervention, one.steps
