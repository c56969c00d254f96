"""Views of the place `assess`: findings by norm and state, one finding, and what is still open."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from clarion.flow.desk.paging import Page
from clarion.flow.desk.rows import OpenQuestion
from clarion.model.errors import BadRequest
from clarion.workbench import facets
from clarion.workbench.answers import go_back, not_done
from clarion.workbench.asking import paging_of
from clarion.workbench.cases import desk_of
from clarion.workbench.places.assess.choosing import KINDS, OTHERS, finding_filter
from clarion.workbench.places.assess.elements import elements_of
from clarion.workbench.places.assess.todo import piles
from clarion.workbench.roles import may


@may("see")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The findings; with a cursor and by htmx, the next rows alone."""
    desk, chosen = desk_of(request), finding_filter(request.GET)
    try:
        page = desk.findings(chosen, paging_of(request))
    except BadRequest as problem:
        messages.error(request, str(problem))
        page = desk.findings(chosen)
    if request.headers.get("HX-Request") and request.GET.get("cursor"):
        return render(request, "workbench/assess/rows.html", {"page": page})
    found = desk.finding_facets(chosen)
    context = {
        "view": "index",
        "page": page,
        "total": found.total,
        "facets": facets.groups(found, KINDS, request.GET),
        "narrowed": facets.chosen(request.GET, KINDS, OTHERS),
    }
    return render(request, "workbench/assess/index.html", context)


@may("see")
@require_GET
def finding(request: HttpRequest, name: str) -> HttpResponse:
    """A finding, element by element."""
    sheet = desk_of(request).finding(name)
    if sheet is None:
        raise Http404
    context = {"sheet": sheet, "finding": sheet.finding, "elements": elements_of(sheet)}
    return render(request, "workbench/assess/finding.html", context)


@may("see")
@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """What people asked and nobody answered yet, then what the claims leave open."""
    page = _open(request)
    context = {"view": "questions", "page": page, "piles": piles(page.items)}
    is_more = request.headers.get("HX-Request") and request.GET.get("cursor")
    return render(request, f"workbench/assess/{'questions_rows' if is_more else 'questions'}.html", context)


@may("remark")
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Close a question of a person with what was found out, or ask people about something that is open."""
    page = reverse("assess:questions")
    text = request.POST.get("text", "").strip()
    desk = desk_of(request)
    try:
        if question := request.POST.get("question", ""):
            desk.close_question(question, text)
            messages.success(request, _("The question is closed, with what was found out."))
        else:
            _ask(request, text)
    except BadRequest as problem:
        return not_done(request, problem, page)
    return go_back(request, page)


def _ask(request: HttpRequest, text: str) -> None:
    desk, about = desk_of(request), request.POST.get("about", "")
    if request.POST.get("as") == "note":
        desk.note(about, _with_question(request.POST.get("asked", ""), text))
        messages.success(request, _("The note is kept."))
        return
    desk.ask_about(about, text)
    messages.success(request, _("The question is asked; it stands at the head of this list."))


def _with_question(asked: str, text: str) -> str:
    """An answer with what it answers; an empty one stays empty, which is refused."""
    return f"{asked}\n{text}" if asked and text else text


def _open(request: HttpRequest) -> Page[OpenQuestion]:
    desk = desk_of(request)
    try:
        return desk.open_questions(paging_of(request))
    except BadRequest as problem:
        messages.error(request, str(problem))
        return desk.open_questions()
