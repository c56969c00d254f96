"""Views by which people say what belongs together, what does not, and which figure is to be shown."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clarion.flow.desk import Desk, Judged
from clarion.model.errors import BadRequest
from clarion.workbench.answers import go_back, not_done
from clarion.workbench.cases import desk_of
from clarion.workbench.roles import may

_Command = Callable[[Desk, str], Judged]


@may("join")
@require_POST
def merge(request: HttpRequest, name: str) -> HttpResponse:
    """Say that this incident and another are one."""
    other = request.POST.get("other", "")
    words = _("Kept: the two incidents are one. It shows when the case has been brought up to date.")
    return _say(request, name, words, lambda desk, reason: desk.merge(name, other, reason))


@may("join")
@require_POST
def apart(request: HttpRequest, name: str) -> HttpResponse:
    """Say that this incident and another are not the same."""
    other = request.POST.get("other", "")
    words = _("Kept: the two incidents are not the same, and are not proposed as one again.")
    return _say(request, name, words, lambda desk, reason: desk.judge(name, "not_same", reason, value=other))


@may("join")
@require_POST
def split(request: HttpRequest, name: str) -> HttpResponse:
    """Say that a claim does not belong to this incident."""
    claim = request.POST.get("claim", "")
    words = _("Kept: the claim does not belong here. It shows when the case has been brought up to date.")
    return _say(request, name, words, lambda desk, reason: desk.split(claim, name, reason))


@may("judge")
@require_POST
def prefer(request: HttpRequest, name: str) -> HttpResponse:
    """Say which figure is to be shown: a number, or the claim that gives it."""
    value = request.POST.get("value", "").strip()
    words = _("Kept: this figure is shown from now on, as a person’s choice.")
    return _say(request, name, words, lambda desk, reason: desk.prefer(name, value, reason))


def _say(request: HttpRequest, name: str, words: str, command: _Command) -> HttpResponse:
    """Carry a command out, tell what was done, who said otherwise, or why nothing was done."""
    page = reverse("reconcile:incident", args=[name])
    try:
        judged = command(desk_of(request), request.POST.get("reason", "").strip())
    except BadRequest as problem:
        return not_done(request, problem, page)
    messages.success(request, words)
    for other in judged.beside:
        messages.warning(
            request,
            _("%(by)s said otherwise: “%(reason)s”. Both words stand.") % {"by": other.by, "reason": other.reason},
        )
    return go_back(request, page)
