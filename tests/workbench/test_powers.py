"""What roles may not do by any way, at the pages and at the operations: the desk of the case holds them to it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from clarion.flow import Case
from clarion.flow.desk import Given, Upload
from desks import made, settled

SignIn = Callable[..., Any]
TOLD = b"A witness told this in private.\n"


@pytest.fixture
def case(bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A small case in the place of the sample, with a second raid."""
    from django.urls import get_resolver

    from clarion.workbench import cases

    assert get_resolver().url_patterns  # views that hold on to the sample do so before it is replaced
    with made(tmp_path) as opened:
        raid = b"Police arrested nine fishermen in Athens on 20 May 2023, residents said.\n"
        opened.desk("owner").take_in([Upload("raid.txt", raid)])
        settled(opened)
        monkeypatch.setattr(cases, "open_case", lambda: opened)
        yield opened


def sealed_by(case: Case, name: str, *named: str) -> str:
    """A sealed document that a person brought in."""
    (document,) = case.desk(name).take_in([Upload("told.txt", TOLD)], Given("sealed", named)).new
    settled(case)
    return str(document)


def raids(case: Case) -> list[str]:
    """The incidents of detention."""
    return [row.incident.id for row in case.desk("owner").incidents().items if row.incident.act == "detention"]


def post(client: Any, path: str, **body: object) -> Any:
    """An operation with JSON."""
    return client.post(f"/api/{path}", body, content_type="application/json")


def test_an_analyst_cannot_take_back_that_an_editor_joined(case: Case, sign_in: SignIn) -> None:
    one, other = raids(case)
    editor, analyst = sign_in("editor"), sign_in("analyst")
    assert editor.post(f"/reconcile/{one}/merge/", {"other": other, "reason": "one raid"}).status_code == 303
    merged = case.desk("owner").last_word(one)
    assert merged is not None
    part = {"HX-Request": "true"}
    refused = analyst.post(f"/judging/undo/{merged.id}/", {"reason": "no"}, headers=part)
    assert (refused.status_code, "for editors" in unquote(refused["X-Problem"])) == (400, True)
    for about in (one, merged.id):
        form = {"about": about, "verdict": "withdraw", "reason": "no"}
        assert analyst.post("/judging/", form, headers=part).status_code == 400
        assert post(analyst, "judgements", **form).status_code == 403
    assert post(analyst, f"judgements/{merged.id}/undo", reason="no").status_code == 403
    assert case.desk("owner").last_word(one) == merged
    assert f"/judging/undo/{merged.id}/".encode() not in analyst.get(f"/reconcile/{one}/").content
    assert post(editor, f"judgements/{merged.id}/undo", reason="two raids").status_code == 200


@pytest.mark.parametrize(
    ("person", "by", "may"),
    [
        ("editor", "editor", True),  # who brought it in
        ("editor", "owner", False),  # who is only named
        ("owner", "editor", True),  # owners handle all that they see
    ],
)
def test_who_may_unseal_a_document(case: Case, sign_in: SignIn, person: str, by: str, may: bool) -> None:
    document = sealed_by(case, by, person)
    client = sign_in(person)
    body = {"handling": "", "reason": "it may be seen"}
    assert post(client, f"documents/{document}/handling", **body).status_code == (200 if may else 403)
    asked = client.post(f"/read/{document[7:]}/handling/", body, headers={"HX-Request": "true"})
    assert asked.status_code == (303 if may else 400)
    assert case._folder.state().handling(document).handling == ("" if may else "sealed")  # type: ignore[arg-type]


def test_an_operation_gives_a_thing_only_to_people_who_are_here_and_may_see_it(case: Case, sign_in: SignIn) -> None:
    document = sealed_by(case, "owner", "analyst")
    analyst = sign_in("analyst")
    nobody = post(analyst, "marks/assignments", about=document, to="nobody at all")
    assert (nobody.status_code, "nobody here" in nobody.json()["detail"]) == (400, True)
    unseeing = post(analyst, "marks/assignments", about=document, to="reader")
    assert (unseeing.status_code, "may not see this" in unseeing.json()["detail"]) == (400, True)
    assert post(analyst, "marks/assignments", about=document, to="owner").status_code == 200
    page = analyst.post("/marks/assign/", {"about": document, "to": "reader"}, headers={"HX-Request": "true"})
    assert page.status_code == 400


def test_what_verifying_found_is_told_to_owners_from_whom_nothing_is_hidden(
    case: Case, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clarion.workbench.places.log import verifying

    document = sealed_by(case, "editor")
    found = verifying.Verifying("bad", "owner", "2024-05-01T00:00:00Z", problem=f"the text of {document} is missing")
    monkeypatch.setattr(verifying, "_STANDS", [found])
    owner = sign_in("owner")
    for address in ("/log/", "/log/verified/"):
        assert document[7:] not in owner.get(address).content.decode()
        assert "Something is not what it was" in owner.get(address).content.decode()
    case.desk("editor").name_for(document, "owner")  # type: ignore[arg-type]
    assert document in owner.get("/log/verified/").content.decode()
    assert document not in sign_in("editor").get("/log/verified/").content.decode()


def test_the_findings_stay_on_their_page_while_newer_ones_are_worked_out(
    case: Case, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old ones are answered and the line on the work is there; afterwards the new ones."""
    import threading

    from django.urls import reverse

    from clarion.flow import steps
    from clarion.flow.desk import working

    monkeypatch.setattr(working, "PAUSE", 0.05)
    reached, go_on = threading.Event(), threading.Event()
    respond = steps.respond

    def held(*arguments: Any) -> Any:
        reached.set()
        assert go_on.wait(60)
        return respond(*arguments)

    client, work = sign_in("analyst"), reverse("start:work")
    before = [row["finding"]["id"] for row in client.get("/api/findings").json()["items"]]
    assert before
    monkeypatch.setattr(steps, "respond", held)
    returned = [
        row["claim"]["id"]
        for row in client.get("/api/claims?size=500").json()["items"]
        if row["claim"]["act"] == "forced_return"
    ]
    client.post("/judging/many/", {"about": returned, "verdict": "reject", "reason": "misread"})
    assert reached.wait(60)
    page = client.get("/assess/").content.decode()
    assert all(f"/assess/{name}/" in page for name in before)
    assert "What was found before is shown until then" in client.get(work).content.decode()
    go_on.set()
    settled(case)
    page = client.get("/assess/").content.decode()
    assert not all(f"/assess/{name}/" in page for name in before)
    assert client.get(work).content.decode().strip().endswith("></div>")
