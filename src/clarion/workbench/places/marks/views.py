"""Views that take what people put on things: notes, questions, tags, assignments, translations."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clarion.flow.desk import Desk
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.workbench.answers import back_of, go_back, is_part, not_done
from clarion.workbench.cases import desk_of
from clarion.workbench.people.present import check_here
from clarion.workbench.roles import may


@may("remark")
@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Add a note, or an open question."""
    asks = bool(request.POST.get("question"))
    text = request.POST.get("text", "")
    return _marked(request, lambda desk, about: (desk.ask_about if asks else desk.note)(about, text))


@may("remark")
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Close an open question with what was found out."""
    question, text = request.POST.get("question", ""), request.POST.get("text", "")
    return _marked(request, lambda desk, about: desk.close_question(question, text))


@may("remark")
@require_POST
def tag(request: HttpRequest) -> HttpResponse:
    """Put a tag on a thing."""
    name = request.POST.get("tag", "")
    return _marked(request, lambda desk, about: desk.tag(about, name))


@may("remark")
@require_POST
def untag(request: HttpRequest) -> HttpResponse:
    """Take a tag away."""
    name = request.POST.get("tag", "")
    return _marked(request, lambda desk, about: desk.untag(about, name))


@may("remark")
@require_POST
def assign(request: HttpRequest) -> HttpResponse:
    """Give a thing to a person to look after."""
    to = request.POST.get("to", "")
    return _marked(request, lambda desk, about: desk.assign(about, check_here(to)))


@may("remark")
@require_POST
def unassign(request: HttpRequest) -> HttpResponse:
    """Take a thing off a person's list."""
    to = request.POST.get("to", "")
    return _marked(request, lambda desk, about: desk.unassign(about, to))


@may("remark")
@require_POST
def translate(request: HttpRequest) -> HttpResponse:
    """Put a passage of a document into another language."""
    form = request.POST
    language, words = form.get("language", ""), form.get("words", "")
    try:
        span = (int(form.get("start", "")), int(form.get("end", "")))
    except ValueError:
        return not_done(request, _("no passage is chosen; select the words first"))
    return _marked(
        request, lambda desk, about: desk.translate(DocumentId(about), span=span, language=language, words=words)
    )


def _marked(request: HttpRequest, command: Callable[[Desk, str], object]) -> HttpResponse:
    """Do it; then the marks anew as a part, or back to the page."""
    about, desk = request.POST.get("about", ""), desk_of(request)
    try:
        command(desk, about)
    except BadRequest as problem:
        return not_done(request, problem)
    if not is_part(request):
        return go_back(request)
    context = {"about": about, "marks": desk.marks_on(about), "back": back_of(request)}
    return render(request, "workbench/parts/marks.html", context)
