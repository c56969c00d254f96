"""What stands around every page: the seven places, who is here, how the work goes."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clarion.__about__ import __version__
from clarion.workbench import cases
from clarion.workbench.help import help_for
from clarion.workbench.roles import ALLOWED, is_allowed


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the navigation."""

    key: str
    name: Any  # a lazy translation
    does: Any


PLACES = (
    Place("preserve", pgettext_lazy("place", "Preserve"), _("Take documents in")),
    Place("read", pgettext_lazy("place", "Read"), _("Documents and their words")),
    Place("extract", pgettext_lazy("place", "Extract"), _("Every claim")),
    Place("reconcile", pgettext_lazy("place", "Reconcile"), _("Incidents, according to whom")),
    Place("assess", pgettext_lazy("place", "Assess"), _("Norms and what they ask")),
    Place("respond", pgettext_lazy("place", "Respond"), _("Asks and actions")),
    Place("publish", pgettext_lazy("place", "Publish"), _("What leaves the case")),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The variables of every template."""
    person = getattr(request, "user", None)
    known = person is not None and person.is_authenticated
    return {
        "places": PLACES,
        "here": _here(request),
        "case_name": _title(cases.open_case().folder.name) if known else "",
        "version": __version__,
        "is_team": bool(settings.CLARION.team),
        "may": {action: known and is_allowed(person.role, action) for action in ALLOWED} if person else {},
        "theme": person.theme if known and person is not None else "",
        "factor_required": person.must_add_factor
        if known and person is not None
        else None,  # asked when a page needs it
        "help_address": reverse("help", args=[help_for(_here(request))]) if known else "",
    }


def _here(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.namespace if match and match.namespace else (match.url_name or "") if match else ""


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
