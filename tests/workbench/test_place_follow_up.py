"""Letters and what becomes of them, through the pages: who may do what, and a way from an ask to its outcome."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clarion.flow import Case
from desks import put_to_somebody, settled

SignIn = Callable[..., Any]
CSV = (
    "name,kind,organisation,state,email,source,checked_on\n"
    "Minister of Rivers,post,Ministry of Rivers,CN,minister@rivers.example,invented,2026-11-01\n"
    "Nobody at all,thing,,,,,\n"
)
MAIL = (
    "From: Office of the Minister <office@rivers.example>\nTo: clarion@desk.example\nSubject: Your letter\n"
    "Date: Mon, 16 Nov 2026 10:00:00 +0000\nMessage-ID: <answer-1@rivers.example>\n\nThe minister will look into it.\n"
)


@pytest.fixture
def ask(bench: Path) -> str:
    """An ask to somebody named."""
    return put_to_somebody(case())


@pytest.fixture
def minister(sign_in: SignIn) -> str:
    """The id of an addressee that is taken in by a list."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    editor = sign_in("editor")
    told = editor.post(
        "/respond/addressees/import/", {"list": SimpleUploadedFile("list.csv", CSV.encode())}, follow=True
    ).content.decode()
    assert "1 addressee was taken in" in told
    assert "line 3" in told
    found = re.search(r'<tr id="(adr_[0-9a-f]+)"><td dir="auto">Minister of Rivers', told)
    assert found
    return found.group(1)


def case() -> Case:
    from clarion.workbench.cases import open_case

    return open_case()


def draft(client: Any, ask: str, minister: str, **more: str) -> Any:
    fields = {"about": ask, "addressee": minister, "template": "authority", "language": "en", "sender": "Ada\nThe Desk"}
    return client.post("/respond/letter/", fields | {"reply": "ada@desk.example"} | more)


def begun(client: Any, ask: str, minister: str, text: str = "Dear Minister,\n\nPlease let them through.") -> str:
    made = draft(client, ask, minister, save="1", subject="Safe passage", text=text)
    assert made.status_code == 302, re.findall(r'role="alert">([^<]*)', made.content.decode())
    return str(made["Location"].split("/")[-2])


def test_a_letter_is_drafted_kept_approved_answered_and_closed(sign_in: SignIn, ask: str, minister: str) -> None:
    """The way of a letter, step by step, by an editor and an owner."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    editor, owner = sign_in("editor"), sign_in("owner")
    assert f"/respond/letter/?about={ask}" in editor.get(f"/respond/asks/{ask}/").content.decode()
    shown = draft(editor, ask, minister, draft="1").content.decode()
    assert "What this letter lacks" in shown
    assert "Minister of Rivers" in shown
    name = begun(editor, ask, minister)
    page = f"/respond/interventions/{name}/"
    assert "read the letter and approve it" in editor.get(page).content.decode()
    assert editor.post(f"{page}approve/").status_code == 403
    refused = owner.post(f"{page}file/", {"form": "txt"}, follow=True).content.decode()
    assert "was not approved" in refused
    assert owner.post(f"{page}approve/").status_code == 302
    made = owner.post(f"{page}file/", {"form": "txt"})
    assert b"Please let them through." in made.content
    assert made["Content-Disposition"].startswith("attachment")
    editor.post(f"{page}note/", {"step": "sent", "day": "2026-10-02"})
    listed = editor.get("/respond/follow-up/").content.decode()
    assert "overdue" in listed
    assert "Safe passage" in listed

    taken = editor.post("/respond/mail/", {"mail": SimpleUploadedFile("answer.eml", MAIL.encode())})
    came = taken["Location"]
    assert came.startswith("/respond/mail/")
    proposal = editor.get(came).content.decode()
    settled(case())
    assert came in editor.get(f"/read/{came.split('/')[-2]}/about/").content.decode()
    assert "Which letter does it answer?" in proposal
    assert name in proposal
    assert editor.post(came, {"intervention": name})["Location"] == page
    answered = editor.get(page).content.decode()
    assert "read the answer and say what came of it" in answered
    editor.post(f"{page}note/", {"step": "outcome", "value": "token", "words": "kind words only"})
    closed = editor.get("/respond/outcomes/").content.decode()
    assert "kind words, and nothing done" in closed
    assert "kind words only" in closed
    (followed,) = case().follow_up(name)
    assert [step.by for step in followed.steps] == ["owner", "editor", "editor", "editor"]


def test_a_newer_text_has_to_be_approved_anew(sign_in: SignIn, ask: str, minister: str) -> None:
    editor, owner = sign_in("editor"), sign_in("owner")
    name = begun(editor, ask, minister)
    page = f"/respond/interventions/{name}/"
    owner.post(f"{page}approve/")
    assert "Send it by mail" in owner.get(page).content.decode()
    assert editor.post(f"{page}rewrite/", {"subject": "Safe passage", "text": ""}).status_code == 400
    assert editor.post(f"{page}rewrite/", {"subject": "Safe passage", "text": "Another text."}).status_code == 302
    again = owner.get(page).content.decode()
    assert "Another text." in again
    assert "Approve it as it stands" in again


def test_who_approves_says_that_an_addressee_is_a_partner_and_why(sign_in: SignIn, ask: str, minister: str) -> None:
    editor, owner = sign_in("editor"), sign_in("owner")
    name = begun(editor, ask, minister)
    page = f"/respond/interventions/{name}/"
    assert "This addressee may see what partners may" in owner.get(page).content.decode()
    refused = owner.post(f"{page}approve/", {"view": "partner"}, follow=True).content.decode()
    assert "say why this addressee may see what partners may" in refused
    owner.post(f"{page}approve/", {"view": "partner", "words": "as agreed in May"})
    (one,) = case().follow_up(name)
    assert [(step.kind, step.value, step.words) for step in one.steps] == [("approved", "partner", "as agreed in May")]
    other = begun(editor, ask, minister)
    owner.post(f"/respond/interventions/{other}/approve/", {"words": "left over"})
    (one,) = case().follow_up(other)
    assert [(step.value, step.words) for step in one.steps] == [(None, "")]


def test_who_agreed_cannot_be_chosen_again(sign_in: SignIn, ask: str, minister: str) -> None:
    editor = sign_in("editor")
    name = begun(editor, ask, minister)
    page = f"/respond/interventions/{name}/"
    editor.post(f"{page}note/", {"step": "outcome", "value": "favourable", "words": "by phone"})
    form = editor.get(f"/respond/letter/?about={ask}").content.decode()
    assert re.search(rf'<option value="{minister}"[^>]* disabled', form)
    made = draft(editor, ask, minister, save="1", subject="Again", text="Again.")
    assert made.status_code == 400
    assert "agreed to this" in made.content.decode()
    editor.post(f"{page}note/", {"step": "outcome", "value": "counter_move", "words": "took it back"})


def test_a_case_without_mail_settings_says_how_to_set_them(sign_in: SignIn, ask: str, minister: str) -> None:
    editor, owner = sign_in("editor"), sign_in("owner")
    page = f"/respond/interventions/{begun(editor, ask, minister)}/"
    owner.post(f"{page}approve/")
    told = owner.get(f"{page}send/", follow=True).content.decode()
    assert "mail.toml" in told


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"step": "thrown"}, "choose what happened"),
        ({"step": "outcome"}, "an outcome is one of"),
        ({"step": "answered", "day": "2999-01-01", "words": "yes"}, "has not come yet"),
        ({"step": "answered", "day": "soon", "words": "yes"}, "is no day"),
        ({"step": "answered", "document": "0" * 64}, "holds nothing with the id"),
    ],
)
def test_what_cannot_be_noted_is_said_on_the_page(
    sign_in: SignIn, ask: str, minister: str, fields: dict[str, str], why: str
) -> None:
    editor = sign_in("editor")
    page = f"/respond/interventions/{begun(editor, ask, minister)}/"
    told = editor.post(f"{page}note/", fields, follow=True).content.decode()
    assert why in told


def test_a_letter_without_an_addressee_or_to_one_that_is_gone_is_not_kept(sign_in: SignIn, ask: str) -> None:
    editor = sign_in("editor")
    assert draft(editor, ask, "adr_gone", save="1", subject="A", text="B").status_code == 400
    assert "choose an addressee" in draft(editor, ask, "", save="1", subject="A", text="B").content.decode()


def test_what_is_lacking_in_the_input_is_listed(sign_in: SignIn, ask: str, minister: str) -> None:
    editor = sign_in("editor")
    begun(editor, ask, minister)
    shown = editor.get("/respond/lacking/").content.decode()
    assert "The letter lacks something" in shown
    troubled = [one for one in case().record().actions if one.timezone_problem]
    assert ("the time zone as written contradicts the date" in shown.lower()) == bool(troubled)


def test_pages_of_what_is_not_there_are_not_found(sign_in: SignIn) -> None:
    editor = sign_in("editor")
    for address in ("/respond/interventions/itv_0/", "/respond/mail/" + "0" * 64 + "/"):
        assert editor.get(address).status_code == 404


def test_a_submission_is_filled_in_from_an_incident_and_kept(sign_in: SignIn) -> None:
    """With the rules of the procedure, its blanks, and who is asked; then it is followed up as a letter is."""
    editor = sign_in("editor")
    incident = next(one.id for one in case().record().incidents if one.act == "forced_return")
    assert f"/respond/submission/?incident={incident}" in editor.get(f"/reconcile/{incident}/").content.decode()
    asked = {"incident": incident, "form": "special-procedures", "state": "CN", "submitter": "Ada, The Desk"}
    shown = editor.post("/respond/submission/", asked | {"draft": "1"})
    assert shown.status_code == 200, re.findall(r'role="alert">([^<]*)', shown.content.decode())
    told = shown.content.decode()
    assert "The rules of this procedure" in told
    assert "What this letter lacks" in told
    kept = editor.post("/respond/submission/", asked | {"save": "1", "subject": "Returns", "text": "What is known."})
    name = kept["Location"].split("/")[-2]
    (one,) = case().follow_up(name)
    assert one.intervention.kind == "submission"
    assert one.intervention.about == (incident,)
    assert one.standing.letter is not None
    assert one.standing.letter.text == "What is known.\n"
    wrong = editor.post("/respond/submission/", asked | {"form": "gossip", "draft": "1"})
    assert wrong.status_code == 400
    assert editor.get("/respond/submission/?incident=inc_none").status_code == 404


def test_what_stays_silent_is_put_to_a_next_body(sign_in: SignIn, ask: str, minister: str) -> None:
    """By a letter of its own; the two lead to each other, and the same body cannot be the next."""
    editor = sign_in("editor")
    name = begun(editor, ask, minister)
    page = f"/respond/interventions/{name}/"
    assert f"/respond/letter/?after={name}&amp;about={ask}" in editor.get(page).content.decode()
    again = draft(editor, ask, minister, save="1", subject="A", text="B", after=name)
    assert again.status_code == 400
    assert "name another one" in again.content.decode()
    made = draft(editor, ask, "adr_unhcr", save="1", subject="A", text="B", after=name)
    following = made["Location"].split("/")[-2]
    assert following in editor.get(page).content.decode()
    assert name in editor.get(f"/respond/interventions/{following}/").content.decode()
    (old,) = case().follow_up(name)
    assert old.standing.stage == "escalated"
