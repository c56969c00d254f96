"""Views of the place `extract`: every claim as a table."""

import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from clarion.flow.desk.filters import ALL_CLAIMS, ClaimFilter
from clarion.flow.desk.paging import Page
from clarion.flow.desk.rows import ClaimRow
from clarion.flow.desk.tables import claims_table
from clarion.model.errors import BadRequest
from clarion.workbench import facets
from clarion.workbench.answers import not_done
from clarion.workbench.asking import along, kept, paging_of
from clarion.workbench.cases import desk_of
from clarion.workbench.places.extract.choosing import KINDS, NAMES, OTHERS, SORT_NAMES, claim_filter
from clarion.workbench.roles import may
from clarion.workbench.searches import forget_search, keep_search, searches_of

_PLACE = "extract"


@may("see")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The table; with a cursor and by htmx, its next rows alone."""
    page, chosen = _page(request)
    context = {"page": page, "back": kept(request.GET, NAMES)}
    if request.headers.get("HX-Request") and request.GET.get("cursor"):
        return render(request, "workbench/extract/rows.html", context)
    desk = desk_of(request)
    found = desk.claim_facets(chosen)
    context |= {
        "total": found.total,
        "facets": facets.groups(found, KINDS, request.GET),
        "narrowed": facets.chosen(request.GET, KINDS, OTHERS),
        "searches": searches_of(request, _PLACE),
        "along": along(request.GET, NAMES, ("words", "since", "until", "sort")),
        "sorts": SORT_NAMES,
        "sort": chosen.sort,
    }
    return render(request, "workbench/extract/index.html", context)


@may("export")
@require_GET
def table(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """The claims chosen as CSV."""
    try:
        pieces = claims_table(desk_of(request), claim_filter(request.GET))
        first = next(pieces)
    except BadRequest as problem:
        return not_done(request, problem, reverse("extract:index"))
    body = (piece for part in ((first,), pieces) for piece in part)
    name = f"claims-sealed-{datetime.datetime.now(datetime.UTC):%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)


@may("remark")
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep this view of the table under a name."""
    return keep_search(request, _PLACE, NAMES)


@may("remark")
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget a view."""
    return forget_search(request)


def _page(request: HttpRequest) -> tuple[Page[ClaimRow], ClaimFilter]:
    """The claims asked for; all of them, with the problem said, when the address makes no sense."""
    desk = desk_of(request)
    try:
        chosen = claim_filter(request.GET)
        return desk.claims(chosen, paging_of(request)), chosen
    except BadRequest as problem:
        messages.error(request, str(problem))
    return desk.claims(), ALL_CLAIMS
