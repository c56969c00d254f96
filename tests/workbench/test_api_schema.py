"""The JSON API against its own OpenAPI document, by generated requests; then cursors, problems, handling, forms."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import status_code_conformance

SignIn = Callable[..., Any]
EXAMPLES = 12  # requests per operation


@pytest.fixture
def copy(bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A copy of the sample case in its place: made-up documents are taken in and publications made."""
    from django.urls import get_resolver

    from clarion.flow import Case
    from clarion.workbench import cases

    assert get_resolver().url_patterns  # views that hold on to the sample do so before it is replaced
    shutil.copytree(bench, tmp_path / "copy")
    with Case.open(tmp_path / "copy", create=False) as case:
        monkeypatch.setattr(cases, "open_case", lambda: case)
        yield


@pytest.fixture
def described(copy: None, sign_in: SignIn) -> Any:
    """The OpenAPI document, bound to the application in this process as an owner, who may do all, asks it."""
    from clarion.workbench.wsgi import application

    client = sign_in("owner")
    client.get("/help/start/")
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    person = {
        "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "HTTP_HOST": "127.0.0.1:8470",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_X_CSRFTOKEN": cookies[_form_cookie()],
    }

    def asked(environ: dict[str, Any], begin: Callable[..., Any]) -> Any:
        return application({**environ, **person}, begin)

    schema = schemathesis.openapi.from_dict(json.loads(client.get("/api/openapi.json").content))
    schema.app = asked
    schema.location = "http://127.0.0.1:8470/api/openapi.json"
    return schema


def _form_cookie() -> str:
    from django.conf import settings as django_settings

    return str(django_settings.CSRF_COOKIE_NAME)


def test_no_described_request_fails_and_every_answer_is_as_described(described: Any) -> None:
    operations = [one.ok() for one in described.get_all_operations()]
    assert len(operations) > 35
    answered = set()
    for operation in operations:
        answered |= _ask(operation)
    assert {200, 400, 404} <= answered
    assert not answered & {401, 403}


def _ask(operation: Any) -> set[int]:
    """Ask an operation with generated requests; the statuses of the answers."""
    answered = set()

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    def ask(case: Any) -> None:
        response = case.call()
        answered.add(response.status_code)
        case.validate_response(response, checks=[not_a_server_error, status_code_conformance])
        _hold_to_description(operation, response)

    ask()
    return answered


def _hold_to_description(operation: Any, response: Any) -> None:
    """Hold an answer to the shape described for its status and media type."""
    # schemathesis does not take pairs inside of lists, as OpenAPI 3.1 writes them
    if response.status_code == 405:
        return
    media = response.headers["content-type"][0].partition(";")[0]
    shape = operation.definition.raw["responses"][str(response.status_code)]["content"][media]["schema"]
    if shape.get("format") == "binary":
        assert media == "application/octet-stream"
        assert response.headers["content-disposition"][0].startswith("attachment")
        return
    whole = {**shape, "components": operation.schema.raw_schema["components"]}
    jsonschema_rs.Draft202012Validator(whole).validate(json.loads(response.content))
