"""An owner lets details out, and takes it back."""

import re
from pathlib import Path

import pytest

from clarion.cli import main
from clarion.flow import Case, detailing, guarding
from clarion.flow.desk.details import DetailFilter
from clarion.flow.desk.paging import Paging
from clarion.model import Detail, DetailKind, JudgementVerdict, View
from clarion.model.errors import BadRequest

PLANTED = re.compile(r"Tamsin Oduya|Ms Oduya|Mirelle Okafor-Brandt")
CONTACT = re.compile(r"\+[\d ]{10,}|\S+@\S+")
TEXTS = {
    "one.txt": "Police arrested Tamsin Oduya in Athens on 3 May 2023. Call +30 210 555 0187. Ms Oduya is well.\n",
    "two.txt": "Guards sent 90 refugees back from Greece to Turkey on 5 May 2023. Tamsin Oduya saw it.\n",
}


def by_hand(text: str, *, language: object, claims: object, document: object) -> tuple[Detail, ...]:
    people = [Detail(document, one.span(), DetailKind.PERSON, "by hand") for one in PLANTED.finditer(text)]  # type: ignore[arg-type]
    return (*people, *(Detail(document, one.span(), DetailKind.CONTACT, "by hand") for one in CONTACT.finditer(text)))  # type: ignore[arg-type]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """Two reports for the public; a finder of what is planted in them."""
    from clarion.flow import detailing

    monkeypatch.setattr(guarding, "find_details", by_hand)
    monkeypatch.setattr(detailing, "why", lambda basis: "planted")
    guarding._FOUND.clear()
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in TEXTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    made = Case.open(tmp_path / "case")
    made.preserve([reports], given={"handling": "public"})
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(made, verb)()
    return made


def listed(case: Case, **chosen: object) -> list[tuple[str, bool]]:
    page = case.desk("Ada").details(DetailFilter(**chosen))  # type: ignore[arg-type]
    return [(one.words, one.released is not None) for one in page.items]


def public(case: Case, path: Path) -> str:
    case.publish(path, view="public")
    return path.read_text(encoding="utf-8")


def test_findings_are_listed_by_document_and_place_with_what_stands_around(case: Case) -> None:
    assert listed(case) == [
        ("Tamsin Oduya", False), ("+30 210 555 0187", False), ("Ms Oduya", False), ("Tamsin Oduya", False)
    ]  # fmt: skip
    first = case.desk("Ada").details().items[0]
    assert (first.before, first.why, first.handling) == ("Police arrested ", "planted", "public")
    assert listed(case, kind=DetailKind.CONTACT) == [("+30 210 555 0187", False)]


def test_pages_go_on_where_the_one_before_ended(case: Case) -> None:
    desk, cursor, words = case.desk("Ada"), None, []
    for _ in range(4):
        page = desk.details(paging=Paging(cursor, 1))
        words += [one.id for one in page.items]
        cursor = page.next
    assert cursor is None
    assert words == [one.id for one in desk.details().items]
    with pytest.raises(BadRequest, match="does not exist"):
        desk.details(paging=Paging("sha256:none.7", 1))


def test_only_documents_that_leave_by_the_view_are_listed(case: Case) -> None:
    two = next(one.id for one in case.record().documents if one.path.endswith("two.txt"))
    case.desk("Ada").set_handling(two, "partner", reason="asked for")
    assert len(listed(case, view=View.PUBLIC)) == 3
    assert len(listed(case, view=View.PARTNER)) == 4


def test_a_name_is_released_with_a_consent_in_every_document_or_stays_withheld(case: Case, tmp_path: Path) -> None:
    desk = case.desk("Ada")
    one, _, _, two = desk.details().items
    with pytest.raises(BadRequest, match="consent"):
        desk.release(one.id, one.detail.document, "she is known anyway")
    said = desk.release(one.id, one.detail.document, "she consented in writing on 4 May 2023")
    assert (said.verdict, said.by) == (JudgementVerdict.RELEASE, "Ada")
    assert "Oduya" not in public(case, tmp_path / "a.md")  # the other report names her too
    desk.release(two.id, two.detail.document, "her consent of 4 May 2023 is for this too")
    made = public(case, tmp_path / "b.json")
    assert "Tamsin Oduya" in made
    assert "0187" not in made
    desk.withhold(two.id, two.detail.document, "she took it back")
    assert "Oduya" not in public(case, tmp_path / "c.json")
    assert case.verify().documents == 2


def test_a_contact_is_released_with_a_reason_alone_and_not_twice(case: Case) -> None:
    desk = case.desk("Ada")
    one = next(one for one in desk.details().items if one.detail.kind is DetailKind.CONTACT)
    with pytest.raises(BadRequest, match="reason"):
        desk.release(one.id, one.detail.document, " ")
    desk.release(one.id, one.detail.document, "the press office of the police")
    assert listed(case, released=True) == [("+30 210 555 0187", True)]
    with pytest.raises(BadRequest, match="already"):
        desk.release(one.id, one.detail.document, "again")
    desk.withhold(one.id, one.detail.document, "by mistake")
    with pytest.raises(BadRequest, match="already"):
        desk.withhold(one.id, one.detail.document, "again")


def test_a_recorded_consent_is_enough(case: Case, tmp_path: Path) -> None:
    more = tmp_path / "three.txt"
    more.write_text("Police arrested Tamsin Oduya in Corinth on 9 May 2023.\n", encoding="utf-8")
    case.preserve([more], given={"handling": "public", "consent": "to be named"})
    case.read()
    case.extract()
    one = next(one for one in case.desk("Ada").details().items if one.title.startswith("three"))
    assert case.desk("Ada").release(one.id, one.detail.document, "as she asked").about == one.id


def test_only_owners_release_by_whatever_door(case: Case) -> None:
    """Not by judging either, and not by undoing what withheld again."""
    desk, analyst = case.desk("Ada"), case.desk("Bo", frozenset())
    one = next(one for one in desk.details().items if one.detail.kind is DetailKind.CONTACT)
    of = one.detail.document
    with pytest.raises(BadRequest, match="owners"):
        analyst.release(one.id, of, "why not")
    desk.release(one.id, of, "the press office")
    back = desk.withhold(one.id, of, "no longer")
    for door in (
        lambda: analyst.judge(one.id, "release", "why not"),
        lambda: analyst.judge(back.id, "withdraw", "why not"),
        lambda: analyst.undo(back.id, "why not"),
        lambda: case.judge(one.id, "release", "why not"),
        lambda: analyst.withhold(one.id, of, "why not"),
    ):
        with pytest.raises(BadRequest):
            door()
    assert analyst.judge_many([one.id], "release", "why not").done == ()
    assert listed(case, released=True) == []


def test_a_detail_of_a_hidden_document_is_neither_listed_nor_released(case: Case) -> None:
    desk = case.desk("Ada")
    one = desk.details().items[0]
    desk.set_handling(one.detail.document, "sealed", reason="she asked")
    other = case.desk("Eve")
    assert [found.detail.document for found in other.details().items] == [desk.details().items[-1].detail.document]
    with pytest.raises(BadRequest, match="nothing with the id"):
        other.release(one.id, one.detail.document, "with her consent")


def test_the_command_lists_and_releases(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(case.folder)
    case.close()
    assert main(["safety", folder, "--view", "public"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all("planted" in line and line.startswith("dtl_") and line.endswith("withheld") for line in lines)
    name = next(line for line in lines if "0187" in line).split()[0]
    assert main(["safety", folder, "--release", name]) == 1
    assert main(["safety", folder, "--release", name, "--reason", "press office"]) == 0
    capsys.readouterr()
    main(["safety", folder])
    assert "released by Test Person" in capsys.readouterr().out
    assert main(["safety", folder, "--withhold", name, "--reason", "by mistake"]) == 0


def test_the_command_says_when_it_found_nothing(
    case: Case, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        guarding, "find_details", lambda text, **_: [] if text in TEXTS.values() else by_hand(text, **_)
    )
    folder = str(case.folder)
    case.close()
    guarding._FOUND.clear()
    assert main(["safety", folder, "--view", "public"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing was found" in said.err


def test_the_words_around_a_detail_are_whole_and_on_one_line() -> None:
    text = "The  report\nsays that " * 8 + "Tamsin Oduya" + " was\n\nseen at the harbour with others" * 6
    start = text.index("Tamsin")
    before, after = detailing._ahead_of(text, start), detailing._behind(text, start + len("Tamsin Oduya"))
    assert before.startswith("… ")
    assert after.endswith(" …")
    words = set(text.split())
    assert {*before.split(), *after.split()} - {"…"} <= words
    assert "\n" not in before + after
    assert detailing._ahead_of("Seen: Tamsin", 6) == "Seen: "
    assert detailing._behind("Tamsin was seen", 6) == " was seen"
