"""The JSON API against its own OpenAPI document, by generated requests; then cursors, problems, handling, forms."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

SignIn = Callable[..., Any]
EXAMPLES = 12  # requests per operation


@pytest.fixture(scope="session")
def described(bench: object) -> Any:
    """The OpenAPI document, bound to the application in this process."""
    from django.conf import settings as django_settings
    from django.test import Client

    from clarion.workbench.people.models import Person
    from clarion.workbench.wsgi import application

    django_settings.ALLOWED_HOSTS = ["127.0.0.1"]
    client = Client(HTTP_HOST="127.0.0.1:8470")
    client.force_login(Person.objects.get(username="reader"), backend="django.contrib.auth.backends.ModelBackend")
    document = json.loads(client.get("/api/openapi.json").content)
    schema = schemathesis.openapi.from_dict(document)
    schema.app = application
    schema.location = "http://127.0.0.1:8470/api/openapi.json"
    return schema


@pytest.fixture
def headers(sign_in: SignIn) -> dict[str, str]:
    """The cookie of an analyst, with what a form carries."""
    client = sign_in("analyst")
    client.get("/help/start/")
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    token = client.cookies[_form_cookie()].value
    return {"Host": "127.0.0.1:8470", "Cookie": cookies, "X-CSRFToken": token}


def _form_cookie() -> str:
    from django.conf import settings as django_settings

    return str(django_settings.CSRF_COOKIE_NAME)


def test_no_described_request_fails_and_every_answer_is_as_described(described: Any, headers: dict[str, str]) -> None:
    operations = [one.ok() for one in described.get_all_operations()]
    assert len(operations) > 30
    answered = set()
    for operation in operations:
        answered |= _ask(operation, headers)
    assert {200, 404, 422} <= answered
    assert not answered & {401, 403}


def _ask(operation: Any, headers: dict[str, str]) -> set[int]:
    """Ask an operation with generated requests; the statuses of the answers."""
    answered = set()

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    def ask(case: Any) -> None:
        response = case.call(headers=headers)
        answered.add(response.status_code)
        checks = [not_a_server_error, status_code_conformance, response_schema_conformance]
        case.validate_response(response, checks=checks)

    ask()
    return answered
