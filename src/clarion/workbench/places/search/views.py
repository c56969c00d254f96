"""Views of the search over everything."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from clarion.flow.desk.rows import Hit
from clarion.model.errors import BadRequest
from clarion.workbench.asking import paging_of, text_of
from clarion.workbench.cases import desk_of
from clarion.workbench.roles import may
from clarion.workbench.searches import forget_search, keep_search, searches_of


@dataclass(frozen=True, slots=True)
class _Found:
    """A hit with its passage cut at the words looked for: (piece, whether it is one of them)."""

    hit: Hit
    pieces: tuple[tuple[str, bool], ...]


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """What holds the words."""
    words = text_of(request.GET, "words") or ""
    page, problem = None, ""
    if words:
        try:
            page = desk_of(request).search(words, paging_of(request))
        except BadRequest as refused:
            problem = str(refused)
    shown = {
        "words": words,
        "page": page,
        "found": [_Found(hit, tuple(_pieces(hit))) for hit in page.items] if page else [],
        "problem": problem,
        "searches": searches_of(request, "search"),
        "narrowed": bool(words),
    }
    return render(request, "workbench/search/index.html", shown, status=400 if problem else 200)


@require_POST
@may("remark")
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a search under a name."""
    return keep_search(request, "search", ("words",))


@require_POST
@may("remark")
def forget(request: HttpRequest) -> HttpResponse:
    """Forget a search that was kept."""
    return forget_search(request)


def _pieces(hit: Hit) -> list[tuple[str, bool]]:
    pieces, at = [], 0
    for start, end in sorted(hit.marks):
        if start >= at:
            pieces += [(hit.passage[at:start], False), (hit.passage[start:end], True)]
            at = end
    return [piece for piece in [*pieces, (hit.passage[at:], False)] if piece[0]]
