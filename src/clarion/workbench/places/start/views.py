"""Views of the start page: what is new, what waits, what is due, what went wrong."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from clarion.workbench.cases import desk_of
from clarion.workbench.people.models import Person
from clarion.workbench.people.present import person_of
from clarion.workbench.roles import may

# looks that follow each other closer than this are one: what is new must not be gone after a reload
_ONE_LOOK = datetime.timedelta(minutes=30)
_BEFORE = "looked_before"


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The start page."""
    since = _looked_before(request, person_of(request))
    start = desk_of(request).start(since=since, day=timezone.localdate())
    return render(request, "workbench/start/index.html", {"start": start, "since": since})


@may("see")
def second_looks(request: HttpRequest) -> HttpResponse:
    """The words of people that stand on claims which the engine no longer proposes."""
    return render(request, "workbench/start/second_looks.html", {"judgements": desk_of(request).second_looks()})


@may("see")
def work(request: HttpRequest) -> HttpResponse:
    """How the work in the background goes, as a part of a page that asks again while it goes on."""
    return render(request, "workbench/start/work.html", {"work": desk_of(request).work()})


def _looked_before(request: HttpRequest, person: Person) -> str | None:
    """The moment (UTC) of the look before this one; None at the first."""
    now = timezone.now()
    last = person.looked_at
    if last is None or now - last > _ONE_LOOK:
        request.session[_BEFORE] = f"{last:%Y-%m-%dT%H:%M:%S}Z" if last else None
    elif _BEFORE not in request.session:
        request.session[_BEFORE] = f"{last:%Y-%m-%dT%H:%M:%S}Z"
    if last is None or now - last > datetime.timedelta(minutes=1):
        person.looked_at = now
        person.save(update_fields=["looked_at"])
    before: str | None = request.session[_BEFORE]
    return before
