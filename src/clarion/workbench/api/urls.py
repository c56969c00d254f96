"""Addresses of the API. Each carries the action of each of its methods, which the guard holds it to."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern

from clarion.workbench.api import following, reading, writing
from clarion.workbench.api.door import ACTIONS, api
from clarion.workbench.roles import acting_by_method

OPERATIONS = (reading, writing, following)  # loading them makes the operations
app_name = "api"
# the description shows nothing of the case, but says what is here: for people who signed in
_DESCRIBED = {"GET": "see"}


def _root(request: HttpRequest) -> HttpResponse:
    return redirect("api:openapi-json")


def _guarded(pattern: Any) -> Any:
    if not isinstance(pattern, URLPattern):
        return pattern
    inner: Callable[..., Any] = _root if pattern.name == "api-root" else pattern.callback

    # the library's own view is exempt from the check of forms, this one is not
    @acting_by_method(ACTIONS.get(pattern.name or "", _DESCRIBED))
    def view(*args: Any, **named: Any) -> Any:
        return inner(*args, **named)

    pattern.callback = view
    return pattern


urlpatterns = [_guarded(one) for one in api.urls[0]]
