"""Views of publishing: what a view would withhold, writing a publication, and what left before."""

import secrets
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from clarion.model.errors import BadRequest
from clarion.model.vocabulary import View
from clarion.workbench.answers import is_part, not_done
from clarion.workbench.asking import paging_of, text_of
from clarion.workbench.cases import desk_of, open_case
from clarion.workbench.options import folder
from clarion.workbench.roles import may

# the forms that people choose from, with what each is for in the template
FORMS = ("html", "pdf", "json", "csv", "md")


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
        "forms": FORMS,
        "problem": problem,
    }
    return render(request, "workbench/publish/index.html", shown, status=400 if problem else 200)


@may("see")
def withheld(request: HttpRequest) -> HttpResponse:
    """What a view would withhold."""
    desk = desk_of(request)
    try:
        held = desk.would_withhold(text_of(request.GET, "view") or View.SEALED)
    except BadRequest as problem:
        return not_done(request, problem)
    page = "workbench/publish/held.html" if is_part(request) else "workbench/publish/withheld.html"
    return render(request, page, {"held": held})


@require_POST
@may("publish")
def publish(request: HttpRequest) -> HttpResponseBase:
    """Write a publication and send it; nothing of it stays on the server."""
    view, form = request.POST.get("view", ""), request.POST.get("form", "")
    if view not in list(View):
        return not_done(request, BadRequest(f"choose a view: {', '.join(View)}"), reverse("publish:index"))
    if form not in FORMS:
        return not_done(request, BadRequest(f"choose a form: {', '.join(FORMS)}"), reverse("publish:index"))
    outgoing = folder(settings.CLARION) / "outgoing" / secrets.token_hex(8)
    outgoing.mkdir(parents=True, mode=0o700)
    path = outgoing / f"{open_case().folder.name}-{view}-{timezone.now():%Y-%m-%d}.{form}"
    try:
        desk_of(request).publish(path, view=view, format=form)
        content = path.open("rb")
    except BadRequest as problem:
        return not_done(request, problem, reverse("publish:index"))
    finally:
        # the open file can still be sent after its name is gone
        path.unlink(missing_ok=True)
        outgoing.rmdir()
    return FileResponse(content, as_attachment=True, filename=path.name)
