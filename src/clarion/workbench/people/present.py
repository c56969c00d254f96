"""Who is here: the person of a request."""

from typing import cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from clarion.model.errors import BadRequest
from clarion.workbench.people.models import Person


def check_here(name: str) -> str:
    """The name, if somebody who works on the case has it.

    Raises:
        BadRequest: nobody has, or they were switched off.
    """
    if not Person.objects.filter(username=name, is_active=True).exists():
        raise BadRequest(_("nobody here has that name; choose one of the list"))
    return name


def person_of(request: HttpRequest) -> Person:
    """Who asks; views are reached by people who signed in only."""
    return cast(Person, request.user)
