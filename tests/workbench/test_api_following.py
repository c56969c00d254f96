"""Operations of follow-up: the way of a letter from its draft to its outcome, by the roles and log of the pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clarion.flow import Case
from desks import put_to_somebody, settled

SignIn = Callable[..., Any]
CSV = (
    "name,kind,organisation,state,email,source,checked_on\n"
    "Minister of Lakes,post,Ministry of Lakes,CN,minister@lakes.example,invented,2026-11-01\n"
    "Nobody at all,thing,,,,,\n"
)
MAIL = (
    b"From: Office of the Minister <office@lakes.example>\nTo: clarion@desk.example\nSubject: Your letter\n"
    b"Date: Mon, 16 Nov 2026 10:00:00 +0000\nMessage-ID: <answer-2@lakes.example>\n\nThe minister will look into it.\n"
)


@pytest.fixture
def case(bench: Path) -> Case:
    """The sample case."""
    from clarion.workbench.cases import open_case

    return open_case()


@pytest.fixture
def ask(case: Case) -> str:
    """An ask to somebody named."""
    return put_to_somebody(case)


@pytest.fixture
def minister(sign_in: SignIn) -> str:
    """The id of an addressee that is taken in by a list."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    editor = sign_in("editor")
    taken = editor.post("/api/addressees", {"file": SimpleUploadedFile("list.csv", CSV.encode())}).json()
    assert (taken["taken"], len(taken["bad"]), taken["bad"][0].startswith("line 3")) == (1, 1, True)
    listed = sign_in("reader").get("/api/addressees").json()
    (found,) = [one["addressee"]["id"] for one in listed if one["addressee"]["name"] == "Minister of Lakes"]
    return str(found)


def post(client: Any, path: str, **body: object) -> Any:
    return client.post(f"/api/{path}", body, content_type="application/json")


def begun(client: Any, ask: str, minister: str, **more: object) -> str:
    said = {"about": [ask], "addressee": minister, "template": "authority", "sender": ["Ada", "The Desk"]} | more
    made = post(client, "letters", **said)
    assert made.status_code == 200, made.json()
    return str(made.json()["id"])


def test_a_letter_goes_from_its_draft_to_its_outcome(case: Case, sign_in: SignIn, ask: str, minister: str) -> None:
    """By an editor and an owner; each step stands in the log by its name."""
    editor, owner, reader = sign_in("editor"), sign_in("owner"), sign_in("reader")
    before = reader.get("/api/interventions").json()["total"]
    drafted = post(editor, "letters/draft", about=[ask], addressee=minister, sender=["Ada"]).json()
    assert drafted["text"]
    assert {gap["kind"] for gap in drafted["gaps"]} >= {"holder_unknown"}
    assert reader.get("/api/interventions").json()["total"] == before

    name = begun(editor, ask, minister, subject="Safe passage", text="Dear Minister,\n\nPlease let them through.")
    page = f"interventions/{name}"
    shown = reader.get(f"/api/{page}").json()
    assert shown["followed"]["standing"]["stage"] == "drafted"
    assert shown["followed"]["standing"]["letter"]["text"] == "Dear Minister,\n\nPlease let them through.\n"
    assert post(editor, f"{page}/approve").status_code == 403
    refused = post(owner, f"{page}/file", form="txt")
    assert (refused.status_code, "was not approved" in refused.json()["detail"]) == (400, True)
    assert post(owner, f"{page}/approve").json()["by"] == "owner"
    made = post(owner, f"{page}/file", form="txt")
    assert b"Please let them through." in made.content
    assert made["Content-Disposition"].startswith("attachment")
    assert post(editor, f"{page}/steps", kind="sent", day="2026-10-02").json()["kind"] == "sent"

    late = reader.get("/api/interventions", {"overdue": "true", "about": ask}).json()["items"]
    assert name in [one["followed"]["intervention"]["id"] for one in late]
    (row,) = [one for one in late if one["followed"]["intervention"]["id"] == name]
    assert (row["is_open"], row["due"]) == (True, "remind the addressee")

    document = taken_in(editor, case)
    found = editor.get(f"/api/documents/{document}/mail").json()
    assert found["kind"] == "answered"
    assert found["came"]["incoming"]["subject"] == "Your letter"
    noted = post(editor, f"documents/{document}/mail", intervention=name).json()
    assert (noted["kind"], noted["document"]) == ("answered", document)
    outcome = post(editor, f"{page}/steps", kind="outcome", value="token", words="kind words only").json()
    assert outcome["value"] == "token"
    closed = reader.get("/api/interventions", {"stage": "closed", "open": "false"}).json()["items"]
    assert name in [one["followed"]["intervention"]["id"] for one in closed]
    (followed,) = case.follow_up(name)
    assert [step.by for step in followed.steps] == ["owner", "editor", "editor", "editor"]


def taken_in(client: Any, case: Case) -> str:
    from django.core.files.uploadedfile import SimpleUploadedFile

    taken = client.post("/api/documents", {"files": [SimpleUploadedFile("answer.eml", MAIL)]}).json()
    settled(case)
    return str([*taken["new"], *taken["known"]][0])


def test_the_list_is_walked_by_its_cursor_both_ways(sign_in: SignIn, ask: str, minister: str) -> None:
    editor, reader = sign_in("editor"), sign_in("reader")
    for kind in ("meeting", "call", "meeting"):
        assert post(editor, "interventions", kind=kind, about=[ask], addressee=minister).json()["kind"] == kind
    whole = [one["followed"]["intervention"]["id"] for one in reader.get("/api/interventions").json()["items"]]
    first = reader.get("/api/interventions", {"size": 2}).json()
    walked, page = names(first), first
    while page["next"]:
        page = reader.get("/api/interventions", {"size": 2, "cursor": page["next"]}).json()
        walked += names(page)
    assert walked == whole
    back = reader.get("/api/interventions", {"size": 2, "cursor": page["previous"]}).json()
    assert names(back) == whole[len(whole) - len(names(page)) - 2 : len(whole) - len(names(page))]
    assert reader.get("/api/interventions", {"cursor": "after.itv_none"}).status_code == 400
    assert reader.get("/api/interventions", {"stage": "lost"}).status_code == 400


def names(page: dict[str, Any]) -> list[str]:
    return [one["followed"]["intervention"]["id"] for one in page["items"]]


def test_a_newer_text_has_to_be_approved_anew(sign_in: SignIn, ask: str, minister: str) -> None:
    editor, owner = sign_in("editor"), sign_in("owner")
    page = f"interventions/{begun(editor, ask, minister)}"
    post(owner, f"{page}/approve")
    assert post(editor, f"{page}/text", subject="Safe passage", text=" ").status_code == 400
    assert post(editor, f"{page}/text", subject="Safe passage", text="Another text.").status_code == 200
    standing = owner.get(f"/api/{page}").json()["followed"]["standing"]
    assert (standing["stage"], standing["letter"]["text"]) == ("drafted", "Another text.")
    assert post(owner, f"{page}/file", form="txt").status_code == 400


def test_an_addressee_is_a_partner_only_with_a_reason(sign_in: SignIn, ask: str, minister: str) -> None:
    editor, owner = sign_in("editor"), sign_in("owner")
    page = f"interventions/{begun(editor, ask, minister)}"
    refused = post(owner, f"{page}/approve", view="partner")
    assert (refused.status_code, "say why" in refused.json()["detail"]) == (400, True)
    assert post(owner, f"{page}/approve", view="sealed", words="x").status_code == 422
    assert post(owner, f"{page}/approve", view="partner", words="as agreed").json()["value"] == "partner"


def test_what_stays_silent_is_put_to_a_next_body(case: Case, sign_in: SignIn, ask: str, minister: str) -> None:
    editor = sign_in("editor")
    name = begun(editor, ask, minister)
    again = post(editor, "letters", about=[ask], addressee=minister, after=name)
    assert (again.status_code, "name another one" in again.json()["detail"]) == (400, True)
    after = begun(editor, ask, "adr_unhcr", after=name)
    sheet = editor.get(f"/api/interventions/{name}").json()
    assert [one["intervention"]["id"] for one in sheet["after"]] == [after]
    assert sheet["followed"]["standing"]["stage"] == "escalated"


def test_who_agreed_is_told_and_not_written_to_again(sign_in: SignIn, ask: str, minister: str) -> None:
    editor = sign_in("editor")
    name = begun(editor, ask, minister)
    post(editor, f"interventions/{name}/steps", kind="outcome", value="favourable", words="by phone")
    listed = editor.get("/api/addressees", {"about": ask}).json()
    (held,) = [one["held"] for one in listed if one["addressee"]["id"] == minister]
    assert held["intervention"] == name
    refused = post(editor, "letters", about=[ask], addressee=minister)
    assert (refused.status_code, "agreed to this" in refused.json()["detail"]) == (400, True)
    post(editor, f"interventions/{name}/steps", kind="outcome", value="counter_move", words="took it back")


def test_a_submission_is_filled_in_and_kept(case: Case, sign_in: SignIn) -> None:
    editor = sign_in("editor")
    incident = next(one.id for one in case.record().incidents if one.act == "forced_return")
    asked = {"incident": incident, "form": "special-procedures", "state": "CN", "submitter": ["Ada, The Desk"]}
    made = post(editor, "submissions/draft", **asked).json()
    assert made["gates"]
    assert any(field["blank"] for field in made["fields"])
    kept = post(editor, "submissions", **asked, subject="Returns", text="What is known.").json()
    assert (kept["kind"], kept["about"], kept["letter"]["text"]) == ("submission", [incident], "What is known.\n")
    assert post(editor, "submissions/draft", **(asked | {"form": "gossip"})).status_code == 400


def test_a_mail_is_shown_and_sent_only_with_settings(sign_in: SignIn, ask: str, minister: str) -> None:
    editor, owner = sign_in("editor"), sign_in("owner")
    page = f"interventions/{begun(editor, ask, minister)}"
    post(owner, f"{page}/approve")
    for answer in (owner.get(f"/api/{page}/mail"), post(owner, f"{page}/send")):
        assert (answer.status_code, "mail.toml" in answer.json()["detail"]) == (400, True)


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        ({"kind": "thrown"}, 422, "kind"),
        ({"kind": "approved"}, 422, "kind"),
        ({"kind": "sending", "value": "<1@x.example>"}, 422, "kind"),
        ({"kind": "outcome"}, 400, "an outcome is one of"),
        ({"kind": "answered", "day": "2999-01-01", "words": "yes"}, 400, "has not come yet"),
        ({"kind": "answered", "day": "soon", "words": "yes"}, 422, "day"),
        ({"kind": "answered", "document": "sha256:" + "0" * 64}, 400, "holds nothing with the id"),
        ({"kind": "deadline"}, 400, "needs a day"),
    ],
)
def test_what_cannot_be_noted_is_said_in_one_line(
    sign_in: SignIn, ask: str, minister: str, body: dict[str, str], status: int, why: str
) -> None:
    editor = sign_in("editor")
    refused = post(editor, f"interventions/{begun(editor, ask, minister)}/steps", **body)
    assert (refused.status_code, refused["Content-Type"]) == (status, "application/problem+json")
    assert why in refused.json()["detail"]


def test_what_is_not_there_is_not_found_or_refused(sign_in: SignIn, ask: str) -> None:
    editor = sign_in("editor")
    assert editor.get("/api/interventions/itv_0").status_code == 404
    assert editor.get(f"/api/documents/sha256:{'0' * 64}/mail").status_code == 404
    assert post(editor, "letters", about=[ask], addressee="adr_gone").status_code == 400
    assert post(editor, "letters", about=["ask_none"], addressee="adr_unhcr").status_code == 400
    assert post(editor, "interventions/itv_0/steps", kind="sent").status_code == 400


def test_what_a_person_may_not_see_is_not_told(case: Case, sign_in: SignIn, ask: str, minister: str) -> None:
    """A letter about what rests on a sealed document is hidden with it, and cannot be written."""
    owner, editor = sign_in("owner"), sign_in("editor")
    record = case.record()
    claims = next(one.claims for one in record.asks if one.id == ask)
    sources = {claim.document for claim in record.claims if claim.id in claims}
    name = begun(editor, ask, minister)
    before = {one: owner.get(f"/api/documents/{one}").json()["handling"] for one in sources}
    for document in sources:
        said = {"handling": "sealed", "named": ["owner"], "reason": "the source asked"}
        assert post(owner, f"documents/{document}/handling", **said).status_code == 200
    try:
        assert owner.get(f"/api/interventions/{name}").status_code == 200
        assert editor.get(f"/api/interventions/{name}").status_code == 404
        assert name not in editor.get("/api/interventions").content.decode()
        assert post(editor, f"interventions/{name}/steps", kind="sent").status_code == 400
        assert post(editor, "letters/draft", about=[ask], addressee=minister).status_code == 400
    finally:
        for document in sources:
            said = {"handling": before[document], "named": ["owner"], "reason": "the source agreed"}
            post(owner, f"documents/{document}/handling", **said)
