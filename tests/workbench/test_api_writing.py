"""Operations that take documents in, join, part, prefer and publish: the same commands as the forms of the pages."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clarion.flow import Case
from clarion.flow.desk import Given, Upload
from desks import made, settled

SignIn = Callable[..., Any]
RAID = b"Police arrested nine fishermen in Athens on 20 May 2023, residents said.\n"


@pytest.fixture
def case(bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A small case in the place of the sample."""
    from django.urls import get_resolver

    from clarion.workbench import cases

    assert get_resolver().url_patterns  # views that hold on to the sample do so before it is replaced
    with made(tmp_path) as opened:
        monkeypatch.setattr(cases, "open_case", lambda: opened)
        yield opened


def files(*contents: tuple[str, bytes]) -> list[Any]:
    """Files of a form."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return [SimpleUploadedFile(name, content) for name, content in contents]


def post(client: Any, path: str, **body: object) -> Any:
    """An operation with JSON."""
    return client.post(f"/api/{path}", body, content_type="application/json")


def raids(case: Case) -> list[str]:
    """The incidents of detention."""
    return [row.incident.id for row in case.desk("owner").incidents().items if row.incident.act == "detention"]


def test_documents_come_in_as_a_form_of_several_parts(case: Case, sign_in: SignIn) -> None:
    client = sign_in("editor")
    form = {
        "files": files(("raid.txt", RAID), ("empty.txt", b"")),
        "paths": ["spring/raid.txt", "spring/empty.txt"],
        "handling": "sealed",
        "named": ["reader", "owner"],
        "provider": "a fisherman",
        "consent": "for this team",
    }
    taken = client.post("/api/documents", form).json()
    (new,) = taken["new"]
    assert (taken["known"], len(taken["problems"]), "empty" in taken["problems"][0]) == ([], 1, True)
    settled(case)
    sheet = sign_in("reader").get(f"/api/documents/{new}").json()
    assert (sheet["document"]["path"], sheet["handling"], sheet["provider"]) == (
        "spring/raid.txt",
        "sealed",
        "a fisherman",
    )
    assert sheet["claims"]
    assert sign_in("analyst").get(f"/api/documents/{new}").status_code == 404
    again = client.post("/api/documents", {"files": files(("raid.txt", RAID))}).json()
    assert (again["new"], again["known"]) == ([], [new])


@pytest.mark.parametrize(
    ("form", "said"),
    [({}, "files"), ({"handling": "secret"}, "handling"), ({"named": ["a\nb"]}, "named")],
)
def test_a_form_that_is_not_as_described_is_refused_in_one_line(
    case: Case, sign_in: SignIn, form: dict[str, Any], said: str
) -> None:
    sent = form | ({"files": files(("raid.txt", RAID))} if form else {})
    refused = sign_in("editor").post("/api/documents", sent)
    assert (refused.status_code, refused["Content-Type"]) == (422, "application/problem+json")
    assert said in refused.json()["detail"]
    assert len(case.record().documents) == 2


def test_taking_in_needs_the_token_of_forms(case: Case, sign_in: SignIn) -> None:
    from django.test import Client

    from clarion.workbench.people.models import Person

    client = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1:8470")
    client.force_login(Person.objects.get(username="editor"), backend="django.contrib.auth.backends.ModelBackend")
    refused = client.post("/api/documents", {"files": files(("raid.txt", RAID))})
    assert (refused.status_code, "X-CSRFToken" in refused.json()["detail"]) == (403, True)
    assert len(case.record().documents) == 2


def test_incidents_are_merged_and_split_and_a_figure_preferred(case: Case, sign_in: SignIn) -> None:
    case.desk("owner").take_in([Upload("raid.txt", RAID)])
    settled(case)
    editor = sign_in("editor")
    one, other = raids(case)
    claims = [incident.claims for incident in case.record().incidents if incident.id in (one, other)]
    merged = post(editor, f"incidents/{one}/merge", other=other, reason="one raid").json()["judgement"]
    assert (merged["verdict"], merged["value"], merged["by"]) == ("same", other, "editor")
    settled(case)
    (joined,) = raids(case)
    preferred = post(sign_in("analyst"), f"incidents/{joined}/prefer", value="11", reason="the order says so")
    assert preferred.json()["judgement"]["verdict"] == "prefer"
    settled(case)
    assert editor.get(f"/api/incidents/{joined}").json()["incident"]["affected"]["count"]["best"] == 11
    assert post(editor, f"judgements/{merged['id']}/undo", reason="two raids").status_code == 200
    settled(case)
    split = post(editor, f"incidents/{one}/split", claim=claims[0][0], reason="another night").json()["judgement"]
    assert (split["verdict"], split["about"]) == ("not_same", claims[0][0])
    for path, body in (("merge", {"other": "inc_none"}), ("split", {"claim": "clm_none"}), ("prefer", {"value": " "})):
        assert post(editor, f"incidents/{one}/{path}", reason="why", **body).status_code == 400, path


def test_a_publication_is_sent_as_a_file_and_stands_in_the_log_with_its_hash(case: Case, sign_in: SignIn) -> None:
    owner = sign_in("owner")
    sent = post(owner, "publications", view="sealed", form="json")
    content = b"".join(sent.streaming_content)
    assert (sent.status_code, sent["Content-Type"]) == (200, "application/octet-stream")
    assert sent["Content-Disposition"].startswith("attachment")
    assert json.loads(content)["claims"]
    last = owner.get("/api/publications").json()["items"][0]["publication"]
    assert last["sha256"] == hashlib.sha256(content).hexdigest()
    assert post(owner, "publications", view="sealed", form="exe").status_code == 422


def test_who_does_not_see_all_cannot_publish_the_whole(case: Case, sign_in: SignIn) -> None:
    case.desk("editor").take_in([Upload("raid.txt", RAID)], Given("sealed"))
    refused = post(sign_in("owner"), "publications", view="sealed", form="json")
    assert (refused.status_code, "whole case" in refused.json()["detail"]) == (400, True)


def test_the_forms_of_the_operation_are_those_of_the_page(bench: Path) -> None:
    from typing import get_args

    from clarion.workbench.api.shapes import NewPublication
    from clarion.workbench.places.publish.views import FORMS

    assert set(get_args(NewPublication.model_fields["form"].annotation)) == set(FORMS)
