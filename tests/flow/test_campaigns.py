"""The page of a campaign is made from what the public may see, and its file holds nothing of the case."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from clarion.cli import main
from clarion.flow import Case, guarding
from clarion.flow.campaigns import PAGE, CampaignWish
from clarion.model import Detail, DetailKind
from clarion.model.errors import BadRequest
from clarion.model.interventions import (
    Addressee,
    AddresseeKind,
    Contact,
    ContactKind,
    InterventionKind,
    Letter,
    StepKind,
)
from clarion.signups import Kind, read_campaign
from clarion.store import following
from clarion.store.folder import CaseFolder
from forms import CAMPAIGN, OWNER

TEXT = (
    "Quellwater, 4 May 2023\n\nPolice arrested Tamsin Oduya in Athens on 3 May 2023, Lantern Watch said. "
    "Lantern Watch calls on Greece to release Tamsin Oduya. "
    "Join the rally in Athens on 9 May 2093 at 13:00, Lantern Watch said.\n"
)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case with an ask in which a person is named."""

    def finder(text: str, *, language: object, claims: object, document: object) -> tuple[Detail, ...]:
        names = {"Tamsin Oduya": DetailKind.PERSON, "Mirelle Okafor-Brandt": DetailKind.PERSON}
        names["mirelle.okafor@post.example"] = DetailKind.CONTACT
        return tuple(
            Detail(document, found.span(), kind, "by hand")  # type: ignore[arg-type]
            for name, kind in names.items()
            for found in re.finditer(re.escape(name), text)
        )

    monkeypatch.setattr(guarding, "find_details", finder)
    guarding._FOUND.clear()
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([tmp_path / "harbour.txt"], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    yield made
    made.close()


def wish_of(case: Case, **more: object) -> CampaignWish:
    record = case.record()
    wish = CampaignWish(
        about=tuple(one.id for nouns in (record.asks, record.actions) for one in nouns),
        id="release",
        title="Release the fishermen <now>",
        address="https://forms.watch.example",
        recipient=str(OWNER.to_public()),
        organiser="Border Watch",
        contact="office@watch.example",
        intro="First paragraph.\n\nSecond & last.",
    )
    return replace(wish, **more)  # type: ignore[arg-type]


def test_the_page_shows_what_is_asked_and_withholds_names(case: Case, tmp_path: Path) -> None:
    publication = case.correspondence.write_campaign(wish_of(case), tmp_path / "out")
    page = (tmp_path / "out" / PAGE).read_text(encoding="utf-8")
    assert publication.view == "public"
    assert "Oduya" not in page
    assert "[name withheld]" in page
    assert "2093-05-09" in page
    assert "Release the fishermen &lt;now&gt;" in page
    assert "<p>Second &amp; last.</p>" in page
    assert 'action="https://forms.watch.example/release/"' in page
    assert "<script" not in page
    policy = r"default-src 'none'; style-src 'sha256-[^ ]+'; form-action https://forms.watch.example;"
    assert re.search(policy, unescape(page))


def test_the_file_for_the_forms_holds_what_they_need_and_nothing_of_the_case(case: Case, tmp_path: Path) -> None:
    case.correspondence.write_campaign(
        wish_of(case, kinds=("pledge", "volunteer"), ends="2027-01-31"), tmp_path / "out"
    )
    campaign = read_campaign(tmp_path / "out" / "campaign.toml")
    assert campaign.kinds == (Kind.PLEDGE, Kind.VOLUNTEER)
    assert campaign.ends == "2027-01-31"
    assert "Border Watch keeps my name" in campaign.consent
    text = (tmp_path / "out" / "campaign.toml").read_text()
    assert not [one for one in (case.id, str(case.folder), "Oduya", "harbour.txt", "ask_") if one in text]


def test_words_of_the_campaigner_are_searched_too(case: Case, tmp_path: Path) -> None:
    for more in ({"intro": "Free Tamsin Oduya"}, {"title": "Free Tamsin  ODUYA"}, {"consent": "I know Tamsin Oduya"}):
        with pytest.raises(BadRequest, match="something withheld"):
            case.correspondence.write_campaign(wish_of(case, **more), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_is_not_public_makes_no_campaign(case: Case, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="no ask or action that the public may see"):
        case.correspondence.write_campaign(wish_of(case, about=("ask_0",)), tmp_path / "out")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"recipient": "AGE-SECRET-KEY-1"}, "no age public key"),
        ({"address": "http://forms.watch.example"}, "reads like https"),
        ({"kinds": ("money",)}, "nothing people can give"),
        ({"letter": "itv_0"}, "no intervention"),
        ({"contact": "a@b.example\nX"}, "hidden sign"),
    ],
)
def test_a_wrong_wish_is_refused(case: Case, tmp_path: Path, more: dict[str, object], says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        case.correspondence.write_campaign(wish_of(case, **more), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_of_another_campaign_stays_as_it_is(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "out"
    case.correspondence.write_campaign(wish_of(case), out)
    case.correspondence.write_campaign(wish_of(case, title="Another title"), out)
    before = (out / "campaign.toml").read_bytes()
    with pytest.raises(BadRequest, match="another campaign"):
        case.correspondence.write_campaign(wish_of(case, id="other"), out)
    assert (out / "campaign.toml").read_bytes() == before


def test_only_an_approved_letter_is_shown(case: Case, tmp_path: Path) -> None:
    office = Addressee(
        "adr_x", "Ministry", AddresseeKind.BODY, contacts=(Contact(ContactKind.EMAIL, "post@ministry.example"),)
    )
    letter = Letter("own", "en", ("Ministry",), "2026-11-22", "Three held", "Dear Minister,\n\nPlease **answer**.\n")
    with CaseFolder.open(case.folder, create=False).writing() as writing:
        about = (case.record().asks[0].id,)
        name = following.begin(writing, following.Begun(InterventionKind.LETTER, about, office, letter)).id
    with pytest.raises(BadRequest, match="nobody has approved"):
        case.correspondence.write_campaign(wish_of(case, letter=name), tmp_path / "out")
    case.happened(name, StepKind.APPROVED.value)
    case.correspondence.write_campaign(wish_of(case, letter=name), tmp_path / "out")
    page = (tmp_path / "out" / PAGE).read_text(encoding="utf-8")
    assert "Please answer." in page
    assert 'href="mailto:post@ministry.example?subject=Three%20held"' in page


def test_the_command_says_what_goes_where(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wish = wish_of(case)
    given = ["--id", "release", "--title", "Release", "--address", CAMPAIGN.address, "--recipient", wish.recipient]
    given += ["--organiser", "Border Watch", "--contact", "office@watch.example", "--language", "ko"]
    out = tmp_path / "out"
    assert main(["campaign", str(case.folder), ",".join(wish.about), str(out), *given]) == 0
    told = capsys.readouterr().out
    assert "in the public view" in told
    assert "clarion serve-forms" in told
    page = (out / PAGE).read_text(encoding="utf-8")
    assert '<html lang="ko">' in page
    assert "요청 내용" in page


def test_the_words_of_the_page_are_the_same_in_both_languages() -> None:
    from clarion.publish.campaigns.page import LANGUAGES, _words

    english, korean = (_words(one) for one in LANGUAGES)
    assert list(english) == list(korean)
    assert [re.findall(r"{\w+}", text) for text in english.values()] == [
        re.findall(r"{\w+}", text) for text in korean.values()
    ]
