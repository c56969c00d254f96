"""Views of publishing: what a view would withhold, writing a publication, and what left before."""

from collections.abc import Callable
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from clarion.flow.desk.details import DetailFilter
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.results import Withheld
from clarion.flow.desk.rows import IncidentRow
from clarion.flow.detailing import FoundDetail
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.nouns import Judgement
from clarion.model.vocabulary import DetailKind, View
from clarion.workbench.answers import go_back, is_part, not_done
from clarion.workbench.asking import paging_of, text_of
from clarion.workbench.cases import desk_of
from clarion.workbench.outgoing import sent
from clarion.workbench.roles import may

# the forms that people choose from: what each is called and for what it is
FORMS = {
    "html": (gettext_lazy("Dossier (HTML)"), gettext_lazy("one page that works without a network and checks itself")),
    "pdf": (gettext_lazy("Dossier on paper (PDF)"), gettext_lazy("to print or hand over")),
    "docx": (gettext_lazy("Dossier for Word (DOCX)"), gettext_lazy("to write on and to quote from; it checks itself")),
    "json": (gettext_lazy("The record (JSON)"), gettext_lazy("for other programs, by the published schema")),
    "csv": (gettext_lazy("A table of claims (CSV)"), gettext_lazy("for spreadsheets")),
    "md": (gettext_lazy("Text (Markdown)"), gettext_lazy("to write on")),
    "ics": (gettext_lazy("Actions and deadlines (iCalendar)"), gettext_lazy("for calendars")),
    "geojson": (gettext_lazy("Incidents on a map (GeoJSON)"), gettext_lazy("for maps and geographic systems")),
    "hxl": (gettext_lazy("Incidents as a table with HXL hashtags (CSV)"), gettext_lazy("for humanitarian data")),
    "site": (gettext_lazy("A web site (ZIP)"), gettext_lazy("plain files for any web server, not in the sealed view")),
    "ftm": (gettext_lazy("Entities (FollowTheMoney)"), gettext_lazy("for Aleph and its kin")),
    "jsonld": (gettext_lazy("Linked data (JSON-LD)"), gettext_lazy("for archives and fact checkers")),
}


_LISTED = 200  # incidents to tick; more are chosen by their ids on the command line


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The views, the forms, and what left the case."""
    problem = ""
    try:
        page = desk_of(request).publications(paging_of(request))
    except BadRequest as refused:
        page, problem = desk_of(request).publications(), str(refused)
    shown = {
        "page": page,
        "rows": [(row, Path(row.publication.path).name) for row in page.items],
        "forms": FORMS.items(),
        "problem": problem,
        "can_be_made": desk_of(request).would_withhold(View.PUBLIC).can_be_made,
        "incidents": _incidents(request) if "choose" in request.GET else None,
    }
    return render(request, "workbench/publish/index.html", shown, status=400 if problem else 200)


@may("see")
def incidents(request: HttpRequest) -> HttpResponse:
    """The incidents to choose from, each to be ticked."""
    if not is_part(request):
        return redirect(reverse("publish:index") + "?choose=1#incidents")
    return render(request, "workbench/publish/incidents.html", {"incidents": _incidents(request)})


@may("see")
def withheld(request: HttpRequest) -> HttpResponse:
    """What a view would withhold: documents by their handling, and what in the others leads to people."""
    desk = desk_of(request)
    try:
        held = desk.would_withhold(text_of(request.GET, "view") or View.SEALED)
        if is_part(request):
            return render(request, "workbench/publish/held.html", {"held": held})
        page, chosen = _details(request, held)
    except BadRequest as problem:
        return not_done(request, problem, reverse("publish:index"))
    shown = {"held": held, "page": page, "chosen": chosen, "kinds": list(DetailKind), "views": list(View)}
    return render(request, "workbench/publish/withheld.html", shown)


@require_POST
@may("release")
def release(request: HttpRequest, name: str) -> HttpResponse:
    """Let out what would be withheld."""
    return _say(request, desk_of(request).release, name)


@require_POST
@may("release")
def withhold(request: HttpRequest, name: str) -> HttpResponse:
    """Withhold again what was let out."""
    return _say(request, desk_of(request).withhold, name)


def _incidents(request: HttpRequest) -> Page[IncidentRow]:
    return desk_of(request).incidents(paging=Paging(size=_LISTED))


def _details(request: HttpRequest, held: Withheld) -> tuple[Page[FoundDetail], DetailFilter]:
    """A page of the findings of a view; none in the sealed one, which withholds nothing of what it holds."""
    if held.view is View.SEALED or not held.can_be_made:
        return Page(), DetailFilter()
    kind, stands = text_of(request.GET, "kind"), text_of(request.GET, "released")
    chosen = DetailFilter(
        view=held.view,
        kind=DetailKind(kind) if kind in list(DetailKind) else None,
        document=DocumentId(text_of(request.GET, "document") or "") or None,
        released={"yes": True, "no": False}.get(stands or ""),
    )
    return desk_of(request).details(chosen, paging_of(request)), chosen


def _say(request: HttpRequest, say: Callable[[str, DocumentId, str], Judgement], name: str) -> HttpResponse:
    back = reverse("publish:withheld")
    try:
        say(name, DocumentId(request.POST.get("document", "")), request.POST.get("reason", ""))
    except BadRequest as problem:
        return not_done(request, problem, back)
    messages.success(request, _("Done; the log keeps it with your reason."))
    return go_back(request, back)


@require_POST
@may("publish")
def publish(request: HttpRequest) -> HttpResponseBase:
    """Write a publication and send it; nothing of it stays on the server."""
    view, form = request.POST.get("view", ""), request.POST.get("form", "")
    if view not in list(View):
        return not_done(request, BadRequest(f"choose a view: {', '.join(View)}"), reverse("publish:index"))
    if form not in FORMS:
        return not_done(request, BadRequest(f"choose a form: {', '.join(FORMS)}"), reverse("publish:index"))
    try:
        return sent(request, view, form, request.POST.getlist("incident"))
    except BadRequest as problem:
        return not_done(request, problem, reverse("publish:index"))
