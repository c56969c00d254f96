"""What people see when something cannot be done. The words never hold more than the problem's own line."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from clarion.workbench.api.problems import is_api, problem
from clarion.workbench.roles import EVERYBODY, may


@may(EVERYBODY)
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer fits: the page was open for long, or came from elsewhere."""
    if is_api(request):
        return problem(403, "the X-CSRFToken header is missing or out of date")
    return render(request, "workbench/problem.html", {"kind": "stale"}, status=403)


@may(EVERYBODY)
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing is there, or nothing that this person may see: the two look the same."""
    if is_api(request):
        return problem(404, "there is no such address")
    return render(request, "workbench/problem.html", {"kind": "missing"}, status=404)


@may(EVERYBODY)
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request makes no sense."""
    if is_api(request):
        return problem(400, "the request makes no sense")
    return render(request, "workbench/problem.html", {"kind": "bad"}, status=400)


@may(EVERYBODY)
def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of Clarion. The page needs nothing but itself, so that it never fails in turn."""
    if is_api(request):
        return problem(500, "something went wrong inside Clarion; it is printed where the workbench was started")
    return HttpResponse(render_to_string("500.html"), status=500)
