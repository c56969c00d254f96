"""The JSON API: cursors, problems in one line, forms from elsewhere, what is sealed."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

SignIn = Callable[..., Any]
LISTS = ("documents", "claims", "incidents", "findings", "voices", "asks", "actions", "log")


@pytest.mark.parametrize("noun", LISTS)
def test_a_list_is_walked_by_its_cursor_without_gap_or_repeat(sign_in: SignIn, noun: str) -> None:
    client = sign_in("reader")
    whole = client.get(f"/api/{noun}", {"size": 500}).json()["items"]
    walked, cursor = [], None
    for _ in range(200):
        page = client.get(f"/api/{noun}", {"size": 7, **({"cursor": cursor} if cursor else {})}).json()
        walked += page["items"]
        cursor = page["next"]
        if not cursor:
            break
    assert walked == whole


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/documents/none", 404),
        ("/api/nowhere", 404),
        ("/api/claims?cursor=broken", 400),
        ("/api/claims?size=0", 422),
        ("/api/claims?since=soon", 422),
        ("/api/search", 422),
    ],
)
def test_a_problem_is_one_line(sign_in: SignIn, address: str, status: int) -> None:
    response = sign_in("reader").get(address)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    said = response.json()
    assert said["status"] == status
    assert said["detail"]
    assert "\n" not in said["detail"]


def test_a_write_needs_the_token_of_forms(bench: object, sign_in: SignIn) -> None:
    from django.test import Client

    from clarion.workbench.people.models import Person

    client = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1:8470")
    client.force_login(Person.objects.get(username="analyst"), backend="django.contrib.auth.backends.ModelBackend")
    body = {"about": "clm_none", "tag": "x"}
    refused = client.post("/api/marks/tags", body, content_type="application/json")
    assert (refused.status_code, refused["Content-Type"]) == (403, "application/problem+json")
    assert "X-CSRFToken" in refused.json()["detail"]


def test_a_claim_is_judged_noted_and_tagged_and_the_word_taken_back(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    claim = client.get("/api/claims").json()["items"][-1]["claim"]["id"]

    def post(path: str, **body: object) -> Any:
        return client.post(f"/api/{path}", body, content_type="application/json")

    judged = post("judgements", about=claim, verdict="accept", reason="read in the original").json()
    assert judged["judgement"]["by"] == "analyst"
    assert client.get(f"/api/claims/{claim}").json()["row"]["said"]["verdict"] == "accept"
    assert post(f"judgements/{judged['judgement']['id']}/undo", reason="too soon").status_code == 200
    assert client.get(f"/api/claims/{claim}").json()["row"]["said"]["verdict"] is None
    assert post("marks/notes", about=claim, text="ask the writer").status_code == 200
    assert post("marks/tags", about=claim, tag="by hand").status_code == 200
    marks = client.get("/api/marks", {"about": claim}).json()
    assert [note["text"] for note in marks["notes"]] == ["ask the writer"]
    assert [tag["name"] for tag in marks["tags"]] == ["by hand"]
    body = {"about": claim, "tag": "by hand"}
    assert client.delete("/api/marks/tags", body, content_type="application/json").status_code == 200
    wrong = post("judgements", about=claim, verdict="maybe", reason="x")
    assert wrong.status_code == 400


@pytest.fixture
def sealed(sign_in: SignIn) -> Iterator[dict[str, Any]]:
    """A document that is sealed for the owner during the test."""
    client = sign_in("owner")
    row = client.get("/api/documents?sort=claims").json()["items"][0]
    address = f"/api/documents/{row['document']['id']}/handling"
    body = {"handling": "sealed", "named": ["owner"], "reason": "the source asked"}
    assert client.post(address, body, content_type="application/json").status_code == 200
    yield row
    client.post(address, {**body, "handling": "", "reason": "the source agreed"}, content_type="application/json")


def test_what_rests_on_a_sealed_document_is_hidden_from_others(sealed: dict[str, Any], sign_in: SignIn) -> None:
    name = sealed["document"]["id"]
    owner, editor = sign_in("owner"), sign_in("editor")
    assert owner.get(f"/api/documents/{name}").status_code == 200
    assert editor.get(f"/api/documents/{name}").status_code == 404
    claims = owner.get("/api/claims", {"document": name}).json()["items"]
    assert claims
    assert editor.get(f"/api/claims/{claims[0]['claim']['id']}").status_code == 404
    for noun in LISTS:
        assert name.removeprefix("sha256:") not in editor.get(f"/api/{noun}", {"size": 500}).content.decode()
    counts = [client.get("/api/start").json() for client in (owner, editor)]
    assert counts[1]["documents"] == counts[0]["documents"] - 1
    assert counts[1]["claims"] < counts[0]["claims"]
    assert name.removeprefix("sha256:") not in editor.get("/log/").content.decode()
    assert editor.post("/publish/now/", {"view": "sealed", "form": "json"}).status_code == 403
