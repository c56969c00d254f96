"""Views of the entrance."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET, require_POST

from clarion.workbench import links
from clarion.workbench.guard import is_same_site
from clarion.workbench.options import folder
from clarion.workbench.people.models import Person
from clarion.workbench.people.present import person_of
from clarion.workbench.roles import EVERYBODY, Role, may

_THEMES = ("", "light", "dark")


@require_GET
@may(EVERYBODY)
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Use a one-time link up: a session, and an address without the token."""
    if "prefetch" in request.headers.get("Sec-Purpose", "") or request.headers.get("X-Purpose") == "preview":
        return render(request, "workbench/link_used.html", status=403)  # nobody looks yet, so the link stays good
    ticket = links.use_token(folder(settings.CLARION), token)
    if ticket is None:
        return render(request, "workbench/link_used.html", status=403)
    person, made = Person.objects.get_or_create(username=ticket.person, defaults={"role": ticket.role})
    if made:
        person.set_unusable_password()
        person.save()
    if not person.is_active:
        return render(request, "workbench/link_used.html", status=403)
    if ticket.role == Role.OWNER and person.role != Role.OWNER and not settings.CLARION.team:
        person.role = Role.OWNER  # whoever holds the machine holds the case
        person.save(update_fields=["role"])
    links.close_door(folder(settings.CLARION))
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("start:index")


@require_GET
@may(EVERYBODY)
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say that somebody is out, and how to come in again."""
    return render(request, "workbench/signed_out.html", {"team": settings.CLARION.team})


@require_POST
@may("keep_own")
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep the language and the theme that a person chose, and go back to the page."""
    person = person_of(request)
    theme, language = request.POST.get("theme", "-"), request.POST.get("language", "")
    if theme in _THEMES:
        person.theme = theme
    if language in dict(settings.LANGUAGES):
        person.language = language
    person.save(update_fields=["theme", "language"])
    back = request.POST.get("back", "")
    response = redirect(back if is_same_site(back) else reverse("start:index"))
    if person.language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            person.language,
            max_age=365 * 24 * 3600,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        translation.activate(person.language)
    return response
