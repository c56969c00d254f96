"""Views of the start page: what is new, what waits, what is due, what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from clarion.workbench.cases import desk_of, person_of
from clarion.workbench.roles import may


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The start page."""
    person = person_of(request)
    since = person.looked_at.isoformat().replace("+00:00", "Z") if person.looked_at else None
    start = desk_of(request).start(since=since, day=timezone.localdate())
    return render(request, "workbench/start/index.html", {"start": start, "since": since})


@may("see")
def work(request: HttpRequest) -> HttpResponse:
    """How the work in the background goes, as a part of a page that asks again while it goes on."""
    return render(request, "workbench/start/work.html", {"work": desk_of(request).work()})
