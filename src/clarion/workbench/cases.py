"""The one case that this process shows."""

from functools import cache
from typing import cast

from django.conf import settings
from django.http import HttpRequest

from clarion.flow.case import Case
from clarion.flow.desk import Desk


@cache
def open_case() -> Case:
    """The case, opened once for all threads."""
    return Case.open(settings.CLARION.case, create=False)


def attach(request: HttpRequest) -> None:
    """Put the case, as the person of this request sees it, at hand."""
    request.desk = open_case().desk(request.user.get_username())  # type: ignore[attr-defined]


def desk_of(request: HttpRequest) -> Desk:
    """The case as the person of this request sees it."""
    return cast(Desk, request.desk)  # type: ignore[attr-defined]
