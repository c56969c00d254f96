"""The forms over HTTP, as a WSGI application. Nothing is logged, no cookie is set, nothing changes but by POST.

GET  /CAMPAIGN/                       the form
POST /CAMPAIGN/                       the form filled in: shown once more, then taken
GET  /CAMPAIGN/confirm/ROW/MARK       a page with a button: programs that look at links in mails press none
POST /CAMPAIGN/confirm/ROW/MARK       counts it
GET, POST /CAMPAIGN/delete/ROW/MARK   the same to delete it
GET  /CAMPAIGN/count.json             how many take part, down to the ten
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from clarion.signups import pages
from clarion.signups.campaigns import Campaign
from clarion.signups.desk import SMALLEST_COUNT, Desk, Link
from clarion.signups.forms import LARGEST, BadForm, Filled, is_sealed, read_form, seal_of
from clarion.signups.limits import Gate
from clarion.signups.posting import Post
from clarion.signups.secret import Secret
from clarion.signups.texts import said, words_of

Environ = Mapping[str, Any]
Start = Callable[[str, list[tuple[str, str]]], object]

_PATH = re.compile(r"/(?P<id>[a-z0-9-]{3,40})/(?P<rest>[a-z.]*)(?:/(?P<row>[0-9a-f]{40})/(?P<mark>[0-9a-f]{40}))?")
_TOLD = ("sent", "confirmed", "deleted")
_FORM = "application/x-www-form-urlencoded"


class Status(StrEnum):
    """The status lines that are used (RFC 9110, 15)."""

    OK = "200 OK"
    SEE_OTHER = "303 See Other"
    NOT_FOUND = "404 Not Found"
    METHOD_NOT_ALLOWED = "405 Method Not Allowed"
    LENGTH_REQUIRED = "411 Length Required"
    TOO_LARGE = "413 Content Too Large"
    NOT_A_FORM = "415 Unsupported Media Type"
    BAD_FORM = "422 Unprocessable Content"
    TOO_MANY = "429 Too Many Requests"
    BUSY = "503 Service Unavailable"


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a page, or words of data, or where to look next."""

    status: Status
    body: str = ""
    kind: str = "text/html; charset=utf-8"
    leads_to: str | None = None


class Refused(Exception):
    """A request that is not taken, with the words for it."""

    def __init__(self, status: Status, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


@dataclass(frozen=True, slots=True)
class Forms:
    """All campaigns of a server, as a WSGI application. `seconds` is the clock of the two steps of a form."""

    desks: Mapping[str, Desk]
    post: Post
    gate: Gate
    secret: Secret
    seconds: Callable[[], float]
    is_behind_proxy: bool = False

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer a request."""
        desk = None
        try:
            desk, path = self._find(environ)
            answer = self._answer(desk, path, environ)
        except Refused as problem:
            answer = _refusal(desk.campaign if desk else None, problem)
        except OSError:  # a full disk, say
            answer = _refusal(desk.campaign if desk else None, Refused(Status.BUSY, "too_many"))
        body = answer.body.encode()
        fields = [*_HEADERS, ("Content-Security-Policy", pages.policy()), ("Content-Type", answer.kind)]
        fields.append(("Content-Length", str(len(body))))
        if answer.leads_to is not None:
            fields.append(("Location", answer.leads_to))
        start_response(answer.status.value, fields)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]

    def _find(self, environ: Environ) -> tuple[Desk, re.Match[str]]:
        path = _PATH.fullmatch(str(environ.get("PATH_INFO", "")))
        desk = self.desks.get(path["id"]) if path else None
        if path is None or desk is None:
            raise Refused(Status.NOT_FOUND, "not_found")
        return desk, path

    def _answer(self, desk: Desk, path: re.Match[str], environ: Environ) -> Answer:
        rest, method = path["rest"], environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD", "POST"):
            raise Refused(Status.METHOD_NOT_ALLOWED, "method")
        is_post = method == "POST"
        if path["row"] is not None and rest in set(Link):
            return self._link(desk, Link(rest), (path["row"], path["mark"]), is_post=is_post)
        if path["row"] is not None or (rest and is_post):
            raise Refused(Status.NOT_FOUND, "not_found")
        if rest in _TOLD:
            return _page(desk.campaign, rest)
        if rest == "count.json":
            told = {"count": desk.shown_count(), "told_from": SMALLEST_COUNT}
            return Answer(Status.OK, json.dumps(told), "application/json")
        if rest:
            raise Refused(Status.NOT_FOUND, "not_found")
        return self._taken(desk, environ) if is_post else _asked(desk)

    def _taken(self, desk: Desk, environ: Environ) -> Answer:
        campaign = desk.campaign
        body = _body(environ)
        if not campaign.is_open(desk.day):
            return _page(campaign, "closed")
        if not self.gate.lets_in(self._place(environ)):
            raise Refused(Status.TOO_MANY, "too_many")
        try:
            filled = read_form(body, campaign)
        except BadForm as problem:
            words = words_of(campaign.language)
            named = ", ".join(words[name] for name in problem.fields)
            line = said(campaign, "bad_form", fields=named)
            title = words["error_title"]
            return Answer(Status.BAD_FORM, pages.page(campaign, title, (line,)))
        if filled.is_trapped:  # a program is told the same as people are
            return _next(campaign, "sent")
        now = int(self.seconds())
        if not is_sealed(filled, campaign, self.secret, now):
            return self._review(campaign, filled, now)
        if not self.post.put(desk, filled.person):
            raise Refused(Status.BUSY, "too_many")
        return _next(campaign, "sent")

    def _review(self, campaign: Campaign, filled: Filled, now: int) -> Answer:
        seal = seal_of(filled.person, campaign, self.secret, now)
        words = words_of(campaign.language)
        lines = (words["too_soon"] if filled.seal else words["review_help"],)
        shown = pages.review(campaign, filled.person, seal)
        return Answer(Status.OK, pages.page(campaign, words["review_title"], lines, shown))

    def _link(self, desk: Desk, link: Link, row: tuple[str, str], *, is_post: bool) -> Answer:
        campaign, name = desk.campaign, link.value
        if is_post:
            done = desk.confirm(*row) if link is Link.CONFIRM else desk.delete(*row)
            if not done:
                raise Refused(Status.NOT_FOUND, "not_found")
            return _next(campaign, "confirmed" if link is Link.CONFIRM else "deleted")
        if desk.leads(link, *row) is None:
            raise Refused(Status.NOT_FOUND, "not_found")
        words = words_of(campaign.language)
        pressed = pages.button(f"/{campaign.id}/{name}/{row[0]}/{row[1]}", words[f"{name}_button"])
        page = pages.page(campaign, words[f"{name}_title"], (said(campaign, f"{name}_help"),), pressed)
        return Answer(Status.OK, page)

    def _place(self, environ: Environ) -> str | None:
        """The network address a form comes from, as the proxy in front tells it; without one all come from here."""
        if not self.is_behind_proxy:
            return None
        return str(environ.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip() or "unknown"


_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),  # the address of a link in a mail is a key
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("X-Robots-Tag", "noindex"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
    ("Strict-Transport-Security", "max-age=31536000"),  # browsers heed it over TLS only
)


def _asked(desk: Desk) -> Answer:
    campaign = desk.campaign
    if not campaign.is_open(desk.day):
        return _page(campaign, "closed")
    count = desk.shown_count()
    lines = () if count is None else (said(campaign, "count", count=str(count)),)
    heading = words_of(campaign.language)["form_title"]
    return Answer(Status.OK, pages.page(campaign, heading, lines, pages.form(campaign)))


def _page(campaign: Campaign, name: str) -> Answer:
    heading = words_of(campaign.language)[f"{name}_title"]
    return Answer(Status.OK, pages.page(campaign, heading, (said(campaign, name),)))


def _next(campaign: Campaign, name: str) -> Answer:
    return Answer(Status.SEE_OTHER, leads_to=f"/{campaign.id}/{name}")


def _refusal(campaign: Campaign | None, problem: Refused) -> Answer:
    words = words_of(campaign.language if campaign else "en")
    return Answer(problem.status, pages.page(campaign, words["error_title"], (words[problem.words],)))


def _body(environ: Environ) -> bytes:
    """The body of a form, never more than a form can hold."""
    if str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower() != _FORM:
        raise Refused(Status.NOT_A_FORM, "method")
    length = str(environ.get("CONTENT_LENGTH", ""))
    if not length.isascii() or not length.isdigit():
        raise Refused(Status.LENGTH_REQUIRED, "method")
    if len(length) > len(str(LARGEST)) or int(length) > LARGEST:
        raise Refused(Status.TOO_LARGE, "too_large")
    body: bytes = environ["wsgi.input"].read(int(length))
    return body
