"""The one case that this process shows."""

from functools import cache
from typing import cast

from django.conf import settings
from django.http import HttpRequest

from clarion.flow.case import Case
from clarion.flow.desk import Desk
from clarion.workbench.people.present import person_of
from clarion.workbench.roles import powers_of


@cache
def open_case() -> Case:
    """The case, opened once for all threads."""
    return Case.open(settings.CLARION.case, create=False)


def attach(request: HttpRequest) -> None:
    """Put the case, as the person of this request sees it, at hand."""
    person = person_of(request)
    request.desk = open_case().desk(person.get_username(), powers_of(person.role))  # type: ignore[attr-defined]


def desk_of(request: HttpRequest) -> Desk:
    """The case as the person of this request sees it."""
    return cast(Desk, request.desk)  # type: ignore[attr-defined]
