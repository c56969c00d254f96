"""Views of people and roles."""

from collections.abc import Callable
from typing import cast

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from clarion.model.errors import BadRequest
from clarion.workbench.people import governing
from clarion.workbench.people.models import Person, Policy
from clarion.workbench.roles import Role, may


@may("govern")
def index(request: HttpRequest) -> HttpResponse:
    """Everybody who can come in."""
    return _page(request)


@require_POST
@may("govern")
def add(request: HttpRequest) -> HttpResponse:
    """Add a person and show the link to hand over. It is shown once and kept nowhere."""
    try:
        person, address = governing.add(request.POST.get("name", ""), request.POST.get("role", ""))
    except BadRequest as problem:
        messages.error(request, str(problem))
        return _page(request, name=request.POST.get("name", ""), status=400)
    return _page(request, handed=person.username, address=address)


@require_POST
@may("govern")
def link(request: HttpRequest, number: int) -> HttpResponse:
    """A new link for a person who lost password or second factor."""
    person = get_object_or_404(Person, pk=number)
    try:
        address = governing.new_link(person)
    except BadRequest as problem:
        messages.error(request, str(problem))
        return _page(request, status=400)
    return _page(request, handed=person.username, address=address)


@require_POST
@may("govern")
def role(request: HttpRequest, number: int) -> HttpResponse:
    """Give a person another role."""
    person = get_object_or_404(Person, pk=number)
    wanted = request.POST.get("role", "")
    return _done(request, lambda: governing.set_role(person, wanted))


@require_POST
@may("govern")
def switch(request: HttpRequest, number: int) -> HttpResponse:
    """Switch a person's account off, or on again."""
    person = get_object_or_404(Person, pk=number)
    is_on = request.POST.get("on") == "yes"
    return _done(request, lambda: governing.switch(person, on=is_on))


@require_POST
@may("govern")
def sign_out(request: HttpRequest, number: int) -> HttpResponse:
    """End every session of a person."""
    ended = governing.sign_out(get_object_or_404(Person, pk=number))
    messages.success(request, ngettext("%(n)s session ended.", "%(n)s sessions ended.", ended) % {"n": ended})
    return redirect("people:index")


@require_POST
@may("govern")
def policy(request: HttpRequest) -> HttpResponse:
    """Require second factors of everybody, or no longer."""
    is_required = request.POST.get("require_factor") == "yes"
    return _done(request, lambda: governing.require_factor(is_required))


@require_POST
@may("keep_own")
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of the person who asks, this one too."""
    governing.sign_out(cast(Person, request.user))
    logout(request)
    return redirect("account_login")


def _done(request: HttpRequest, change: Callable[[], None]) -> HttpResponseRedirect:
    try:
        change()
    except BadRequest as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Done."))
    return redirect("people:index")


def _page(
    request: HttpRequest, *, handed: str = "", address: str = "", name: str = "", status: int = 200
) -> HttpResponse:
    factors = set(
        Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES).values_list("user_id", flat=True)
    )
    sessions = dict(UserSession.objects.values_list("user_id").annotate(Count("id")))
    rows = [
        (person, person.pk in factors, sessions.get(person.pk, 0)) for person in Person.objects.order_by("username")
    ]
    shown = {
        "rows": rows,
        "roles": [one.value for one in Role],
        "policy": Policy.current(),
        "handed": handed,
        "address": address,
        "name": name,
        "days": governing.LINK_DAYS,
    }
    return render(request, "workbench/people/index.html", shown, status=status)
