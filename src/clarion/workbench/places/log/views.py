"""Views of the log: everything that was done, its heads, and verifying the case."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from clarion.flow.desk.filters import LogFilter
from clarion.workbench.answers import is_part
from clarion.workbench.asking import day_of, paging_of, text_of
from clarion.workbench.cases import desk_of, open_case
from clarion.workbench.listing import listed
from clarion.workbench.people.models import Person
from clarion.workbench.people.present import person_of
from clarion.workbench.places.log import verifying, wording
from clarion.workbench.roles import is_allowed, may


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The entries, the last first."""
    page, problem = listed(lambda: desk_of(request).log(_chosen(request.GET), paging_of(request)))
    shown = {
        "page": page,
        "rows": [(row, wording.done(row), wording.detail(row)) for row in page.items],
        "kinds": wording.KINDS.items(),
        "people": Person.objects.order_by("username").values_list("username", flat=True),
        "heads": desk_of(request).heads(),
        **_verifying(request),
        "problem": problem,
        "narrowed": any(text_of(request.GET, name) for name in ("kind", "by", "about", "since")),
    }
    return render(request, "workbench/log/index.html", shown, status=400 if problem else 200)


@require_POST
@may("verify")
def verify(request: HttpRequest) -> HttpResponse:
    """Verify the whole case, in the background."""
    verifying.start(open_case(), person_of(request).username)
    if is_part(request):
        return render(request, "workbench/log/verifying.html", _verifying(request))
    return redirect("log:index")


@may("see")
def verified(request: HttpRequest) -> HttpResponse:
    """How verifying stands, as a part of a page that asks again while it goes on."""
    return render(request, "workbench/log/verifying.html", _verifying(request))


def _chosen(query: QueryDict) -> LogFilter:
    """The filter that an address asks for.

    Raises:
        BadRequest: a day is none.
    """
    return LogFilter(
        kind=text_of(query, "kind"),
        by=text_of(query, "by"),
        about=text_of(query, "about"),
        since=day_of(query, "since"),
    )


def _verifying(request: HttpRequest) -> dict[str, Any]:
    """How verifying stands. What is wrong may name any document: its words are for owners from whom none is hidden."""
    stands = verifying.stands()
    is_told = stands.state == "bad" and is_allowed(person_of(request).role, "govern") and desk_of(request).sees_all()
    return {"verifying": stands, "is_told": is_told}
