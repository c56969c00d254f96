"""Who gets in: requests by the right name, people who signed in, and only to what their role allows."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.urls import reverse

from clarion.workbench import cases
from clarion.workbench.api.problems import is_api, problem
from clarion.workbench.people.models import Person
from clarion.workbench.roles import EVERYBODY, action_of, is_allowed

Answer = Callable[[HttpRequest], HttpResponse]
_SAFE = ("GET", "HEAD", "OPTIONS")
# pages of the libraries for accounts: those are for everybody, these need somebody who signed in
_ENTRANCES = {"account_login", "account_logout", "account_inactive", "mfa_authenticate", "mfa_login_webauthn"}


# what every answer says, those of static files and refusals too; pages say more by the content policy of the settings
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class KnownAddress:
    """Refuses requests that name another host, or that come from a page of another origin.

    A page on the web can make a browser send requests to 127.0.0.1, and can point a name of its own there; neither
    carries the right Host, Origin and Sec-Fetch-Site.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or refuse it in one line."""
        response = _refusal(request) or self._answer(request)
        if not request.path.startswith(settings.STATIC_URL):
            # what a case holds must not lie in the cache of a shared browser
            response.headers.setdefault("Cache-Control", "no-store, private")
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class Admission:
    """Asks people to sign in, and holds every view to the action that it is marked with."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the case's desk at hand."""
        return self._answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """None lets the view answer."""
        match = request.resolver_match
        name = match.url_name if match else None
        action = action_of(view, request.method or "GET")
        if action == EVERYBODY or name in _ENTRANCES:
            return None
        person = request.user
        if not isinstance(person, Person) or not person.is_active:
            return _sign_in(request)
        if _must_set_password(person, name):
            return _first(request, "account_set_password", "set a password first, in the browser")
        if _must_add_factor(person, name):
            return _first(request, "mfa_index", "set a second factor up first, in the browser")
        cases.attach(request)
        if action is None and match is not None and _is_of_accounts(match.route):
            return None
        if action is None or not is_allowed(person.role, action):
            return refused(request)
        return None


def _refusal(request: HttpRequest) -> HttpResponse | None:
    """Why a request is not heard at all; None when it is."""
    if request.META.get("HTTP_HOST", "") != settings.CLARION.host:
        return HttpResponseForbidden("This workbench is not reached by that name.", content_type="text/plain")
    site = request.META.get("HTTP_SEC_FETCH_SITE", "none")
    if request.META.get("HTTP_ORIGIN") == "null" and site == "same-origin":
        # a page that gives no referrer sends its forms so; what kind of site asks is said by the browser alone
        request.META["HTTP_ORIGIN"] = settings.CLARION.origin
    is_foreign = request.META.get("HTTP_ORIGIN", settings.CLARION.origin) != settings.CLARION.origin
    if is_foreign or (request.method not in _SAFE and site not in ("none", "same-origin")):
        return HttpResponseForbidden("That page may not ask this workbench.", content_type="text/plain")
    return None


def refused(request: HttpRequest) -> HttpResponse:
    """The page that says that a role does not allow something."""
    if is_api(request):
        return problem(403, "your role does not allow this")
    return render(request, "workbench/refused.html", status=403)


def _first(request: HttpRequest, page: str, line: str) -> HttpResponse:
    if is_api(request):
        return problem(403, line)
    if request.headers.get("HX-Request"):
        # a page that asks for a part of itself, as the line on the work, must not get a whole page put inside it; what
        # a person sends leads there
        asks = request.method in _SAFE
        return HttpResponse(status=204, headers={} if asks else {"HX-Redirect": reverse(page)})
    return redirect(page)


def _sign_in(request: HttpRequest) -> HttpResponse:
    if is_api(request):
        return problem(401, "sign in first, in the browser; the cookie of that session opens this too")
    if request.headers.get("HX-Request"):
        # a part of a page cannot hold the sign-in page: the whole page goes there
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("account_login")})
    if not settings.CLARION.team:
        return render(request, "workbench/link_needed.html", status=403)
    return redirect_to_login(request.get_full_path(), reverse("account_login"))


def _is_of_accounts(route: str) -> bool:
    return route.startswith("account/")


def _must_set_password(person: Person, name: str | None) -> bool:
    """Whether this person came in by a link and has not said yet how they sign in from now on."""
    return bool(settings.CLARION.team) and not _is_about_accounts(name) and not person.has_usable_password()


def _must_add_factor(person: Person, name: str | None) -> bool:
    """Whether an owner requires second factors and this person has none yet."""
    return bool(settings.CLARION.team) and not _is_about_accounts(name) and person.must_add_factor()


def _is_about_accounts(name: str | None) -> bool:
    return name is None or name.startswith(("mfa_", "account_", "sign_out_")) or name == "preferences"


def is_same_site(address: str) -> bool:
    """Whether an address to go back to is one of this workbench."""
    # browsers read a backslash as a slash, and drop tabs and line ends
    if "\\" in address or not address.isprintable():
        return False
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("//")
