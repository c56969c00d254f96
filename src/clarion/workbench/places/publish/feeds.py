"""Views of calendars that are followed: making and ending them, and the calendar itself for whoever has its address."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clarion.model.errors import BadRequest
from clarion.workbench import feeds
from clarion.workbench.answers import go_back, not_done
from clarion.workbench.people.models import Feed, Person
from clarion.workbench.people.present import person_of
from clarion.workbench.roles import EVERYBODY, acting_by_method, may


@acting_by_method({"GET": "publish", "POST": "publish"})
def index(request: HttpRequest) -> HttpResponse:
    """The feeds that there are; POST makes one and shows its address this once."""
    address = ""
    if request.method == "POST":
        try:
            person = Person.objects.filter(username=request.POST.get("person", "")).first()
            if person is None:
                raise BadRequest(_("choose somebody who is here"))
            address = feeds.make(person_of(request), person, request.POST.get("view", ""))
        except BadRequest as problem:
            return not_done(request, problem, reverse("publish:feeds"))
    shown = {
        "feeds": Feed.objects.select_related("person", "maker").order_by("-pk"),
        "people": Person.objects.filter(is_active=True).order_by("username"),
        "views": feeds.VIEWS,
        "address": address,
    }
    return render(request, "workbench/publish/feeds.html", shown)


@require_POST
@may("publish")
def end(request: HttpRequest, number: int) -> HttpResponse:
    """End a feed."""
    feeds.end(number)
    messages.success(request, _("Done; nobody can follow that calendar any more."))
    return go_back(request, reverse("publish:feeds"))


@require_safe
@may(EVERYBODY)
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of a feed, for a program without a session: whoever has the address reads it."""
    feed = feeds.known(token)
    if feed is None:
        raise Http404
    if not feeds.may_ask(feed):
        return HttpResponse(_("Asked too often; try again in an hour."), status=429, headers={"Retry-After": "3600"},
                            content_type="text/plain; charset=utf-8")  # fmt: skip
    try:
        made = feeds.content(feed)
    except BadRequest:
        # why is for those who hold the case
        return HttpResponse(_("There is nothing to show."), status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse(
        made,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="calendar.ics"', "X-Robots-Tag": "noindex"},
    )
