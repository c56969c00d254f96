"""How a form is answered: back to the page it came from, with what happened or why nothing did."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from clarion.workbench.guard import is_same_site


def is_part(request: HttpRequest) -> bool:
    """Whether a script asks for a part of a page, and not a browser for a whole one."""
    return request.headers.get("HX-Request") == "true"


def back_of(request: HttpRequest, otherwise: str = "") -> str:
    """The address to go back to, as the form names it; the start, or `otherwise`, when it names none of ours."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    return asked if is_same_site(asked) else otherwise or reverse("start:index")


def go_back(request: HttpRequest, otherwise: str = "") -> HttpResponse:
    """To the page that the form came from (303, so that a reload sends nothing again)."""
    response = HttpResponseRedirect(back_of(request, otherwise))
    response.status_code = 303
    return response


def not_done(request: HttpRequest, problem: object, otherwise: str = "") -> HttpResponse:
    """Say why something was not done: on the page that the form came from, or to its script (400, `X-Problem`)."""
    line = str(problem)
    if is_part(request):
        return HttpResponse(status=400, headers={"X-Problem": quote(line)})
    messages.error(request, line)
    return go_back(request, otherwise)
