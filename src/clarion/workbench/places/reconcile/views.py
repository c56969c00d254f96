"""Views of the place `reconcile`: incidents as list, on a map and over time, and the page of one incident."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from clarion.flow.desk.filters import ALL_INCIDENTS, IncidentFilter
from clarion.model.errors import BadRequest
from clarion.workbench import facets
from clarion.workbench.asking import along, kept, paging_of
from clarion.workbench.cases import desk_of
from clarion.workbench.places.reconcile.choosing import KINDS, NAMES, OTHERS, SORT_NAMES, incident_filter
from clarion.workbench.places.reconcile.figures import figure_groups
from clarion.workbench.places.reconcile.origins import facet_trees
from clarion.workbench.places.reconcile.spells import time_line
from clarion.workbench.roles import may
from clarion.workbench.searches import forget_search, keep_search, searches_of

_PLACE = "reconcile"
_PINS = 300  # places drawn and listed; the rest is told by number


@may("see")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The list; with a cursor and by htmx, its next rows alone."""
    desk, chosen = desk_of(request), _chosen(request)
    try:
        page = desk.incidents(chosen, paging_of(request))
    except BadRequest as problem:
        messages.error(request, str(problem))
        page = desk.incidents()
    if request.headers.get("HX-Request") and request.GET.get("cursor"):
        return render(request, "workbench/reconcile/rows.html", {"page": page})
    return render(request, "workbench/reconcile/index.html", {"page": page, **_around(request, chosen, "index")})


@may("see")
@require_GET
def map_(request: HttpRequest) -> HttpResponse:
    """The places of the incidents chosen, drawn and in a table."""
    chosen = _chosen(request)
    pins = desk_of(request).incident_pins(chosen)
    context = {"pins": pins[:_PINS], "further": max(0, len(pins) - _PINS)}
    return render(request, "workbench/reconcile/map.html", {**context, **_around(request, chosen, "map")})


@may("see")
@require_GET
def time(request: HttpRequest) -> HttpResponse:
    """The incidents chosen over time, drawn and in a table."""
    chosen = _chosen(request)
    line = time_line(desk_of(request).incident_spans(chosen), request.GET)
    return render(request, "workbench/reconcile/time.html", {"line": line, **_around(request, chosen, "time")})


@may("see")
@require_GET
def incident(request: HttpRequest, name: str) -> HttpResponse:
    """An incident with all that stands for and against it."""
    sheet = desk_of(request).incident(name)
    if sheet is None:
        raise Http404
    if sheet.incident.id != name:
        # joined into another one by judgements
        return HttpResponseRedirect(reverse("reconcile:incident", args=[sheet.incident.id]))
    context = {
        "sheet": sheet,
        "incident": sheet.incident,
        "view": sheet.view,
        "trees": facet_trees(sheet),
        "figures": figure_groups(sheet),
        # the words of each answer beside where they stand; an answer whose document is not there has no words
        "answers": list(zip(sheet.answers, sheet.view.answers, strict=False)),
        "by_id": {row.claim.id: row for row in (*sheet.claims, *sheet.denials, *sheet.rivals)},
    }
    return render(request, "workbench/reconcile/incident.html", context)


@may("remark")
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep this view of the incidents under a name."""
    return keep_search(request, _PLACE, NAMES)


@may("remark")
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget a view."""
    return forget_search(request)


def _chosen(request: HttpRequest) -> IncidentFilter:
    """The filter asked for; none, with the problem said, when the address makes no sense."""
    try:
        return incident_filter(request.GET)
    except BadRequest as problem:
        messages.error(request, str(problem))
        return ALL_INCIDENTS


def _around(request: HttpRequest, chosen: IncidentFilter, view: str) -> dict[str, Any]:
    """What list, map and time line have in common."""
    found = desk_of(request).incident_facets(chosen)
    own = ("words", "since", "until", *(("sort",) if view == "index" else ()))
    return {
        "view": view,
        "query": kept(request.GET, NAMES),
        "total": found.total,
        "facets": facets.groups(found, KINDS, request.GET),
        "narrowed": facets.chosen(request.GET, KINDS, OTHERS),
        "searches": searches_of(request, _PLACE),
        "along": along(request.GET, NAMES, own),
        "sorts": SORT_NAMES if view == "index" else (),
        "sort": chosen.sort,
    }
