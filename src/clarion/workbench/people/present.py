"""Who is here: the person of a request."""

from typing import cast

from django.http import HttpRequest

from clarion.workbench.people.models import Person


def person_of(request: HttpRequest) -> Person:
    """Who asks; views are reached by people who signed in only."""
    return cast(Person, request.user)
