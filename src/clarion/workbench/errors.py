"""What people see when something cannot be done. The words never hold more than the problem's own line."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from clarion.workbench.roles import EVERYBODY, may


@may(EVERYBODY)
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer fits: the page was open for long, or came from elsewhere."""
    return render(request, "workbench/problem.html", {"kind": "stale"}, status=403)


@may(EVERYBODY)
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing is there, or nothing that this person may see: the two look the same."""
    return render(request, "workbench/problem.html", {"kind": "missing"}, status=404)


@may(EVERYBODY)
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request makes no sense."""
    return render(request, "workbench/problem.html", {"kind": "bad"}, status=400)


@may(EVERYBODY)
def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of Clarion. The page needs nothing but itself, so that it never fails in turn."""
    return render(request, "500.html", status=500)
