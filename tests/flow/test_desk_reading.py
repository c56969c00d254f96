"""What the workbench asks of a case: lists, pages of one thing, what is hidden from whom."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clarion.flow import Case
from clarion.flow.desk import Desk, finding_words
from clarion.flow.desk.filters import (
    ALL_INCIDENTS,
    ClaimFilter,
    DocumentFilter,
    FindingFilter,
    IncidentFilter,
    LogFilter,
    VoiceFilter,
)
from clarion.flow.desk.paging import Page, Paging
from clarion.model.errors import BadRequest
from clarion.store import sight
from clarion.store.keys import acting
from desks import settled

SECRET = (
    "Harrowgate Circle\n\nVellmoor, 7 June 2023\n\nSoldiers detained forty weavers in Vellmoor on 6 June 2023,"
    " Harrowgate Circle said. Ottoline Brask, a lawyer, said they were beaten. We call on Greece to release them."
    " Join the vigil in Vellmoor on 9 July 2023 at 18:00.\n"
)
OTHER = (
    "---\ntitle: Weavers\npublisher: Evening Bell\ndate: 2023-06-08\n---\n\n"
    "Soldiers detained forty weavers in Vellmoor on 6 June 2023, Evening Bell reported, citing Harrowgate Circle.\n"
)


def queries(desk: Desk, names: dict[str, str]) -> dict[str, Callable[[], Any]]:
    """Every query, by name; those of one thing ask for the hidden one."""
    plain: dict[str, Callable[[], Any]] = {
        name: getattr(desk, name)
        for name in (
            "start", "documents", "document_facets", "claims", "claim_facets", "incidents", "incident_facets",
            "incident_pins", "incident_spans", "findings", "finding_facets", "open_questions", "asks", "actions",
            "voices", "voice_graph", "log", "publications", "heads", "differing",
        )
    }  # fmt: skip
    plain["search"] = lambda: desk.search("weavers")
    plain["documents of words"] = lambda: desk.documents(DocumentFilter(words="weavers"))
    plain["documents of a voice"] = lambda: desk.documents(DocumentFilter(voice="Harrowgate Circle"))
    plain["claims of words"] = lambda: desk.claims(ClaimFilter(words="weavers"))
    plain["claims of a document"] = lambda: desk.claims(ClaimFilter(document=names["document"]))
    plain["incidents of words"] = lambda: desk.incidents(IncidentFilter(words="Vellmoor"))
    plain["voices of words"] = lambda: desk.voices(VoiceFilter(words="Ottoline"))
    plain["log about"] = lambda: desk.log(LogFilter(about=names["document"]))
    for method, name in names.items():
        for query in (method, "judgements_on", "marks_on"):
            plain[f"{query} {method}"] = lambda query=query, name=name: getattr(desk, query)(name)
    plain["original"] = lambda: desk.original(names["document"])
    return plain


@pytest.fixture
def case(tmp_path: Path, reports: Path) -> Iterator[Case]:
    """A case of reports, worked through, one of them sealed for Ada, with words and marks on it."""
    (reports / "secret.txt").write_text(SECRET, encoding="utf-8")
    (reports / "other.md").write_text(OTHER, encoding="utf-8")
    with Case.open(tmp_path / "case") as opened:
        opened.preserve([reports])
        opened.read()
        opened.extract()
        desk = opened.desk("Ada")
        secret = next(row.document.id for row in desk.documents().items if row.document.path.endswith("secret.txt"))
        desk.set_handling(secret, "sealed", named=["Ada", "Zoe"], reason="a witness asked for it")
        for step in ("reconcile", "assess", "respond"):
            getattr(opened, step)()
        claim = desk.claims(ClaimFilter(document=secret)).items[0].claim
        desk.judge(claim.id, "accept", "Ottoline Brask confirmed it")
        desk.note(secret, "ring Ottoline Brask")
        desk.ask_about(claim.id, "who is Ottoline Brask?")
        desk.tag(claim.id, "brask")
        desk.assign(secret, "Zoe")
        settled(opened)  # what follows a judgement would take findings and asks away for a moment
        yield opened


def hidden_names(case: Case) -> dict[str, str]:
    """The id of each thing that rests on the sealed document, by the query that shows it."""
    desk = case.desk("Ada")
    secret = next(row.document.id for row in desk.documents().items if row.document.path.endswith("secret.txt"))
    claim = desk.claims(ClaimFilter(document=secret)).items[0]
    found = {"document": str(secret), "claim": str(claim.claim.id)}
    incident = next(one for row in desk.claims(ClaimFilter(document=secret)).items for one in row.incidents)
    found["incident"] = incident
    for finding in desk.findings(FindingFilter(incident=incident)).items[:1]:
        found["finding"] = finding.finding.id
    for ask in desk.asks().items:
        if any(document == secret for document, _ in ask.documents):
            found["ask"] = ask.ask.id
    for action in desk.actions().items:
        if any(document == secret for document, _ in action.documents):
            found["action"] = action.action.id
    for voice in desk.voices().items:
        sheet = desk.voice(voice.id)
        if sheet and {row.document.id for row in sheet.documents} == {secret}:
            found["voice"] = voice.id
    return found


def test_every_query_answers_and_its_answer_is_plain(case: Case) -> None:
    """Whoever may see everything finds the sealed document in every place."""
    names = hidden_names(case)
    assert {"document", "claim", "incident", "ask"} <= set(names)
    for name, query in queries(case.desk("Ada"), names).items():
        found = query()
        assert found is not None, name
        if name != "original":
            msgspec.json.encode(found)
    assert "Ottoline" in msgspec.json.encode(case.desk("Ada").document(names["document"])).decode()


def test_nothing_of_a_sealed_document_is_shown_to_who_may_not_see_it(case: Case) -> None:
    """No word, id, count or thing that rests on it, in any query."""
    names = hidden_names(case)
    forbidden = [*names.values(), "Ottoline", "Brask", "brask", "secret.txt", "Zoe"]
    for name, query in queries(case.desk("Eve"), names).items():
        shown = query() if name != "original" else None
        text = msgspec.json.encode(shown).decode()
        assert not [word for word in forbidden if word in text], name
    assert case.desk("Eve").original(names["document"]) is None


def test_counts_leave_out_what_is_hidden(case: Case) -> None:
    """Totals, facets and the start page agree with what is listed."""
    ada, eve = case.desk("Ada"), case.desk("Eve")
    hidden = ada.claims(ClaimFilter(document=hidden_names(case)["document"])).total
    assert hidden
    assert eve.claims().total == (ada.claims().total or 0) - hidden
    assert eve.claim_facets().total == eve.claims().total == eve.start().claims
    assert eve.documents().total == (ada.documents().total or 0) - 1 == eve.start().documents
    assert sum(number for _, number in eve.claim_facets().values["act"]) == eve.claims().total
    assert sum(row.claims for row in eve.documents().items) == eve.claims().total


def test_a_list_is_walked_by_cursor_forth_and_back(case: Case) -> None:
    """Every item once, in one order, whatever the size of the page."""
    desk = case.desk("Ada")
    for method, of in (("claims", "claim"), ("documents", "document"), ("incidents", "incident"), ("log", "entry")):
        whole = [name_of(row, of) for row in getattr(desk, method)(paging=Paging(size=500)).items]
        walked, cursor, last = [], None, None
        while True:
            page: Page[Any] = getattr(desk, method)(paging=Paging(cursor, 2))
            walked += [name_of(row, of) for row in page.items]
            if page.next is None:
                break
            cursor, last = page.next, page
        assert walked == whole, method
        assert last is not None
        back = getattr(desk, method)(paging=Paging(page.previous, 2))
        assert [name_of(row, of) for row in back.items] == [name_of(row, of) for row in last.items], method


def name_of(row: Any, of: str) -> str:
    held = getattr(row, of)
    return held if isinstance(held, str) else held.id


def test_a_broken_cursor_or_order_is_refused(case: Case) -> None:
    """In one line that says what to do."""
    desk = case.desk("Ada")
    for paging in (Paging("%%%"), Paging("bm90aGluZw"), Paging(None, 0), Paging(None, 10_000)):
        with pytest.raises(BadRequest):
            desk.claims(paging=paging)
    with pytest.raises(BadRequest):
        desk.claims(ClaimFilter(sort="luck"))


def test_filters_and_facets_agree(case: Case) -> None:
    """What a facet counts is what its choice lists."""
    desk = case.desk("Ada")
    for facet, field in (
        ("act", "act"),
        ("stance", "stance"),
        ("country", "country"),
        ("voice", "voice"),
        ("judged", "judged"),
    ):
        for value, number in desk.claim_facets().values[facet]:
            assert desk.claims(ClaimFilter(**{field: value})).total == number, (facet, value)
    for facet in ("act", "status", "country", "alarm"):
        for value, number in desk.incident_facets().values[facet]:
            assert desk.incidents(IncidentFilter(**{facet: value})).total == number, (facet, value)
    assert sum(spell.number for spell in desk.incident_spans()) <= (desk.incidents().total or 0)
    assert sum(pin.number for pin in desk.incident_pins(ALL_INCIDENTS)) <= (desk.incidents().total or 0)


def test_a_correction_moves_a_claim_between_facets_at_once(case: Case) -> None:
    """The list is by what stands, the page of the claim tells what was proposed; undoing moves it back."""
    desk = case.desk("Ada")
    row = next(row for row in desk.claims().items if row.claim.act == "detention")
    before = dict(desk.claim_facets().values["act"])
    judged = desk.judge(row.claim.id, "correct", "it was an abduction", value='{"act": "abduction"}')
    after = dict(desk.claim_facets().values["act"])
    assert after["abduction"] == before.get("abduction", 0) + 1
    sheet = desk.claim(row.claim.id)
    assert sheet is not None
    assert (sheet.row.claim.act, sheet.proposed.claim.act, sheet.row.said.verdict) == (
        "abduction",
        "detention",
        "correct",
    )
    desk.undo(judged.judgement.id, "a mistake")
    assert dict(desk.claim_facets().values["act"]) == before


def test_two_people_who_judge_differently_are_shown_as_differing(case: Case) -> None:
    """Both answer the same word, so both stand."""
    ada, eve = case.desk("Ada"), case.desk("Eve")
    claim = eve.claims().items[0].claim.id
    first = ada.judge(claim, "unsure", "cannot tell").judgement.id
    ada.judge(claim, "accept", "seen it", answers=first)
    eve.judge(claim, "reject", "hearsay", answers=first)
    assert [row.claim.id for row in ada.differing().items] == [claim]
    sheet = ada.claim(claim)
    assert sheet is not None
    assert {one.verdict for one in sheet.beside} == {"accept", "reject"}


def test_near_copies_are_named_with_their_share(tmp_path: Path) -> None:
    """A text cut from the bottom is a copy of the whole."""
    whole = " ".join(f"Word{number} stands beside word{number + 1} in this report." for number in range(80))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "whole.txt").write_text(whole, encoding="utf-8")
    (tmp_path / "in" / "part.txt").write_text(whole[: len(whole) // 2], encoding="utf-8")
    (tmp_path / "in" / "other.txt").write_text("Nothing of the kind is told here, at some length.", encoding="utf-8")
    with Case.open(tmp_path / "case") as opened:
        opened.preserve([tmp_path / "in"])
        opened.read()
        desk = opened.desk("Ada")
        part = next(row.document.id for row in desk.documents().items if row.document.path.endswith("part.txt"))
        sheet = desk.document(part)
        assert sheet is not None
        assert [(copy.title, copy.share > 0.9) for copy in sheet.copies] == [("whole.txt", True)]


def test_the_incident_page_says_what_the_dossier_and_reconcile_say(case: Case) -> None:
    """The same words, from the neighbourhood alone."""
    desk = case.desk("Ada")
    for row in desk.incidents().items:
        sheet = desk.incident(row.incident.id)
        assert sheet is not None
        assert sheet.view.title == row.incident.title
        assert sheet.explained[0] == f"{row.incident.id}: {row.incident.title}"
        assert [one.claim.id for one in sheet.claims] == list(row.incident.claims)


def test_the_same_words_are_found_after_a_rebuild(case: Case) -> None:
    """Rows get other numbers; nobody sees a difference."""
    desk = case.desk("Ada")
    lists = (desk.claims, desk.incidents, desk.documents, desk.voices)
    before = [sorted(msgspec.json.encode(row) for row in one().items) for one in lists]
    case.rebuild()
    assert before == [sorted(msgspec.json.encode(row) for row in one().items) for one in lists]


def test_kept_searches_of_others_are_not_in_the_log(case: Case) -> None:
    """Neither as an entry nor by their words; one's own are."""
    case.desk("Ada").save_search("night raids", "claims", "words=raid")
    assert any(row.kind == "search" and "night raids" in row.words for row in case.desk("Ada").log().items)
    for page in (case.desk("Bo").log(), case.desk("Bo").log(LogFilter(kind="search"))):
        assert not any(row.kind == "search" for row in page.items)
    assert "night raids" not in msgspec.json.encode(case.desk("Bo").start()).decode()


def test_why_a_sealed_document_was_erased_is_shown_to_who_erased_it_alone(case: Case) -> None:
    """That something was erased is shown to all, and so is the reason where everybody could see the document."""
    other = next(
        row.document.id for row in case.desk("Eve").documents().items if row.document.path.endswith("other.md")
    )
    secret = hidden_names(case)["document"]
    with acting("Ada"):
        case.erase(secret, "Ottoline Brask wished it")
        case.erase(other, "taken in twice")
    reasons = {
        name: [row.reason for row in case.desk(name).log().items if row.kind == "erasure"] for name in ("Ada", "Eve")
    }
    assert reasons == {"Ada": ["taken in twice", "Ottoline Brask wished it"], "Eve": ["taken in twice", None]}
    for desk in (case.desk("Eve").log(), case.desk("Eve").start()):
        assert "Ottoline" not in msgspec.json.encode(desk).decode()


def test_the_sealed_view_is_published_by_who_sees_everything(case: Case, tmp_path: Path) -> None:
    """The refusal names the rule, and neither a document nor a number."""
    with pytest.raises(BadRequest) as refused:
        case.desk("Eve").publish(tmp_path / "eve.json", view="sealed")
    assert str(refused.value) == "the sealed view is published by people who may see the whole case; ask one of them"
    assert not (tmp_path / "eve.json").exists()
    assert case.desk("Ada").publish(tmp_path / "ada.json", view="sealed").sha256
    with pytest.raises(BadRequest, match="no document of the case leaves by the public view; a document leaves by it"):
        case.desk("Eve").publish(tmp_path / "eve.json", view="public")


def test_what_a_person_sees_is_worked_out_once_for_a_batch(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many claims are judged in one go."""
    worked_out: list[str] = []
    real = sight._hidden
    monkeypatch.setattr(
        sight, "_hidden", lambda connection, viewer: worked_out.append(viewer) or real(connection, viewer)
    )
    desk = case.desk("Ada")
    claims = [row.claim.id for row in desk.claims().items]
    worked_out.clear()
    batch = desk.judge_many(claims, "accept", "seen")
    assert len(batch.done) == len(claims) > 1
    assert worked_out == ["Ada"]


def test_of_words_in_very_many_documents_the_newest_are_ranked_and_it_is_said(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are found all the same, each once, whatever the page."""
    whole = case.desk("Ada").search("weavers")
    assert whole.ranked is None
    case.desk("Ada").note(whole.items[0].document, "so that nothing is remembered")
    monkeypatch.setattr(finding_words, "_MOST_RANKED", 1)
    few = case.desk("Ada").search("weavers")
    assert few.ranked == 1
    assert few.total == whole.total
    assert {hit.document for hit in few.items} == {hit.document for hit in whole.items}
    first = case.desk("Ada").search("weavers", Paging(size=1))
    second = case.desk("Ada").search("weavers", Paging(first.next, 1))
    assert [*first.items, *second.items] == list(few.items[:2])
    assert case.desk("Eve").search("weavers").ranked in (None, 1)
    assert all(hit.document != hidden_names(case)["document"] for hit in case.desk("Eve").search("weavers").items)
