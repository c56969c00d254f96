"""Views of the original: shown in a sandbox, as a picture of a page, or handed out as a file that nothing opens."""

import base64
import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from clarion.flow.desk.originals import Shown, is_paged, is_showable, original_page
from clarion.model.errors import BadRequest, BrokenSeal
from clarion.workbench.cases import desk_of
from clarion.workbench.places.read.views import sheet_of
from clarion.workbench.roles import may

# the look of an original inside its frame; allowed by its hash, and by nothing else
_STYLE = (
    "body{font:1rem/1.5 system-ui,'Noto Sans','Noto Sans CJK KR','DejaVu Sans',sans-serif;margin:1rem 1.25rem;"
    "overflow-wrap:anywhere;color:#1b2430;background:#fff}pre{white-space:pre-wrap;font:inherit}"
    "table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #cfd6dd;padding:.2rem .5rem;"
    "text-align:start;vertical-align:top}th{color:#505b67;font-weight:600}.link{text-decoration:underline dotted}"
    "blockquote{border-inline-start:3px solid #cfd6dd;margin-inline-start:0;padding-inline-start:1rem}"
)
# no script, no request, no form, no way out of the frame
_ALONE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"


@may("see")
def original(request: HttpRequest, digits: str) -> HttpResponse:
    """The page that shows the original beside what is known of it."""
    sheet = sheet_of(request, digits)
    number = _number(request.GET.get("page", "1"))
    context = {"sheet": sheet, "document": sheet.document, "number": number, "tab": "original"}
    try:
        found = desk_of(request).original(sheet.document.id)
        if found is not None:
            context |= {"shown": is_showable(found[0]), "is_pdf": is_paged(found[0]), "bytes": len(found[0])}
    except BrokenSeal as problem:
        messages.error(request, str(problem))
    if context.get("is_pdf"):
        try:
            context["pages"] = _shown(request, sheet.document.id, number).pages
        except BadRequest as problem:
            messages.warning(request, str(problem))
            context["shown"] = False
    return render(request, "workbench/read/original.html", context)


@may("see")
def page(request: HttpRequest, digits: str) -> HttpResponse:
    """The original as clean markup, for the frame."""
    try:
        shown = _shown(request, f"sha256:{digits}", 1)
        body = format_html("{}{}", _headers(shown), mark_safe(shown.markup))
    except BadRequest as problem:
        body = format_html("<p>{}</p>", str(problem))
    html = format_html(
        '<!doctype html><html><head><meta charset="utf-8"><title>{}</title><style>{}</style></head><body>{}</body>'
        "</html>",
        _("Original"),
        mark_safe(_STYLE),
        body,
    )
    response = HttpResponse(html)
    response.headers["Content-Security-Policy"] = f"{_ALONE}; style-src '{_hash(_STYLE)}'"
    return response


@may("see")
def picture(request: HttpRequest, digits: str, number: int) -> HttpResponse:
    """A page of a PDF as a picture that this program drew."""
    try:
        shown = _shown(request, f"sha256:{digits}", number)
    except BadRequest as problem:
        raise Http404 from problem
    if not shown.picture:
        raise Http404
    return HttpResponse(shown.picture, content_type="image/png", headers={"Content-Security-Policy": _ALONE})


@may("see")
def file(request: HttpRequest, digits: str) -> HttpResponse:
    """The original as it came: a file to keep, of no type that a browser opens."""
    found = desk_of(request).original(f"sha256:{digits}")
    if found is None:
        raise Http404
    response = HttpResponse(found[0], content_type="application/octet-stream")
    # the name says nothing that a document could choose
    response.headers["Content-Disposition"] = f'attachment; filename="original-{digits[:16]}.bin"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = _ALONE
    return response


def _shown(request: HttpRequest, document: str, number: int) -> Shown:
    shown = original_page(desk_of(request), document, number)
    if shown is None:
        raise Http404
    return shown


def _headers(shown: Shown) -> str:
    if not shown.headers:
        return ""
    rows = format_html_join("", "<tr><th>{}</th><td>{}</td></tr>", shown.headers)
    return format_html("<table>{}</table><hr>", rows)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _hash(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
