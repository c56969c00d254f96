"""Views of writing: choosing whom a letter goes to, drafting it, keeping it, and the list of addressees."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from clarion.flow.desk import Desk
from clarion.model.errors import BadRequest
from clarion.model.interventions import Letter
from clarion.workbench.answers import not_done
from clarion.workbench.cases import desk_of
from clarion.workbench.places.respond import forms
from clarion.workbench.roles import acting_by_method, may
from clarion.workbench.uploads import upload_of

_FOLLOW = acting_by_method({"GET": "follow", "POST": "follow"})


@_FOLLOW
def letter(request: HttpRequest) -> HttpResponse:
    """Choose addressee, template and language; a draft is shown to be edited, and kept when it is saved."""
    desk = desk_of(request)
    given = request.POST if request.method == "POST" else request.GET
    drafted, problem = None, ""
    try:
        if request.method == "POST":
            wish = forms.wish_of(given, desk)
            drafted = desk.draft_letter(wish)
            if "save" in given:
                made = desk.begin_letter(wish, forms.letter_of(given, drafted), after=given.get("after") or None)
                messages.success(request, _("The letter is kept. It goes out once it is approved."))
                return redirect("respond:intervention", made.id)
    except BadRequest as refused:
        problem = str(refused)
    shown = _shown(given, desk, drafted) | {"problem": problem}
    return render(request, "workbench/respond/letter.html", shown, status=400 if problem else 200)


@require_POST
@may("follow")
def begin(request: HttpRequest) -> HttpResponse:
    """Note that somebody is to be met or called."""
    desk = desk_of(request)
    try:
        made = desk.begin(forms.begun_of(request.POST, desk), after=request.POST.get("after") or None)
    except BadRequest as problem:
        return not_done(request, problem, reverse("respond:follow_up"))
    return redirect("respond:intervention", made.id)


@may("see")
def addressees(request: HttpRequest) -> HttpResponse:
    """Whom letters can be put to, and how old what is known of them is."""
    shown = {"reached": desk_of(request).addressees()}
    return render(request, "workbench/respond/addressees.html", shown)


@require_POST
@may("follow")
def import_addressees(request: HttpRequest) -> HttpResponse:
    """Take in a list of addressees."""
    back = reverse("respond:addressees")
    file = request.FILES.get("list")
    try:
        if file is None:
            raise BadRequest(_("no file was chosen; choose a list saved as CSV"))
        number, bad = desk_of(request).import_addressees(upload_of(file))
    except BadRequest as problem:
        return not_done(request, problem, back)
    said = ngettext("%(number)s addressee was taken in.", "%(number)s addressees were taken in.", number)
    messages.success(request, said % {"number": number})
    for line in bad:
        messages.error(request, line)
    return redirect(back)


def _shown(given: QueryDict, desk: Desk, drafted: Letter | None) -> dict[str, object]:
    about = forms.about_of(given)
    titled = [(name, _title(desk, name)) for name in about]
    kept = given.get("text") if "save" in given else None
    return {
        "about": [(name, title) for name, title in titled if title is not None],
        "reached": desk.addressees(about),
        "templates": forms.TEMPLATES.items(),
        "languages": forms.LANGUAGES,
        "given": given,
        "drafted": drafted,
        "subject": given.get("subject") if kept is not None else drafted.subject if drafted else "",
        "text": kept if kept is not None else drafted.text if drafted else "",
        "after": given.get("after", ""),
    }


def _title(desk: Desk, name: str) -> str | None:
    """What a letter is about, in words; None for what is not there."""
    if name.startswith("ask_"):
        asked = desk.ask(name)
        return asked.ask.text if asked else None
    if name.startswith("act_"):
        done = desk.action(name)
        return done.action.title if done else None
    happened = desk.incident(name)
    return happened.incident.title if happened else None
