"""Kept searches of a place: the form's name and the choices of the address it came from."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from clarion.model.errors import BadRequest
from clarion.workbench.answers import back_of, go_back, not_done
from clarion.workbench.asking import kept
from clarion.workbench.cases import desk_of


def keep_search(request: HttpRequest, place: str, names: tuple[str, ...]) -> HttpResponse:
    """Keep the choices of the page that a form came from, under the name that the form gives."""
    query = kept(QueryDict(urlsplit(back_of(request)).query), names)
    try:
        desk_of(request).save_search(request.POST.get("name", "").strip(), place, query)
    except BadRequest as problem:
        return not_done(request, problem)
    messages.success(request, _("The view is kept."))
    return go_back(request)


def forget_search(request: HttpRequest) -> HttpResponse:
    """Forget the search that a form names."""
    try:
        desk_of(request).forget_search(request.POST.get("name", ""))
    except BadRequest as problem:
        return not_done(request, problem)
    messages.success(request, _("The view is forgotten."))
    return go_back(request)


def searches_of(request: HttpRequest, place: str) -> list[Any]:
    """The person's searches of a place, by name."""
    return [one for one in desk_of(request).saved_searches() if one.place == place]
