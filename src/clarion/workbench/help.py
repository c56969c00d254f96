"""Help for the place one is in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clarion.workbench.roles import may

# the pages of help, in the order of the navigation; each is a template of that name
PAGES = {
    "start": _("Start"),
    "preserve": pgettext_lazy("place", "Preserve"),
    "read": pgettext_lazy("place", "Read"),
    "extract": pgettext_lazy("place", "Extract"),
    "reconcile": pgettext_lazy("place", "Reconcile"),
    "assess": pgettext_lazy("place", "Assess"),
    "respond": pgettext_lazy("place", "Respond"),
    "publish": pgettext_lazy("place", "Publish"),
    "voices": _("Voices"),
    "log": _("Log"),
    "search": _("Search"),
    "people": _("People and roles"),
    "accounts": _("Your account"),
}


def help_for(place: str) -> str:
    """The page of help for a place, or for a page of accounts; the one of the start page where there is none."""
    if place.startswith(("account_", "mfa_", "usersessions_")):
        return "accounts"
    return place if place in PAGES else "start"


@may("see")
def page(request: HttpRequest, place: str) -> HttpResponse:
    """What can be done in a place, and how."""
    if place not in PAGES:
        raise Http404
    return render(request, f"workbench/help/{place}.html", {"place": place, "pages": PAGES.items()})
