"""Views of the place `read`: the list of documents, the reader, a document's own page."""

import re
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clarion.flow.desk.filters import ClaimFilter, DocumentFilter
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.sheets import DocumentSheet
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.nouns import Span
from clarion.workbench import words
from clarion.workbench.addresses import AT
from clarion.workbench.answers import go_back, not_done
from clarion.workbench.cases import desk_of
from clarion.workbench.naming import country_name
from clarion.workbench.places.read import details as detailing
from clarion.workbench.places.read import finding
from clarion.workbench.places.read.marked import in_order, marked
from clarion.workbench.roles import may

_ONE_PAGE = 50
_STRETCH = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The list of documents, narrowed and sorted as the address says."""
    desk = desk_of(request)
    status = 200
    try:
        asked = finding.asked(request.GET)
        page = desk.documents(asked, Paging(request.GET.get("cursor") or None, _ONE_PAGE))
    except BadRequest as problem:
        messages.error(request, str(problem))
        asked, page, status = DocumentFilter(), Page(), 400
    facets = desk.claim_facets(ClaimFilter()).values
    context = {
        "page": page,
        "asked": asked,
        "chosen": finding.chosen(asked),
        "voices": facets.get("voice", ()),
        "countries": [(code, country_name(code)) for code, _number in facets.get("country", ()) if code],
        "languages": finding.languages(),
        "sorts": finding.SORTS.items(),
        "handlings": words.HANDLING.items(),
    }
    return render(request, "workbench/read/index.html", context, status=status)


@may("see")
def document(request: HttpRequest, digits: str) -> HttpResponse:
    """The reader: the text with its claims marked, one of them opened at the side."""
    desk, sheet = desk_of(request), sheet_of(request, digits)
    rows = in_order(sheet.claims)
    names = [str(row.claim.id) for row in rows]
    selected = request.GET.get("claim", "")
    opened = desk.claim(selected) if selected in names else None
    at = names.index(selected) if opened else -1
    context = {
        "sheet": sheet,
        "document": sheet.document,
        "text": marked(
            sheet.document,
            rows,
            sheet.marks.translations,
            selected=selected if opened else "",
            passage=_passage(request, sheet),
        ),
        "numbers": _numbers(sheet),
        "stances": _stances(sheet),
        "order": " ".join(names),
        "first": names[0] if names else "",
        "tab": "text",
    }
    if opened is not None:
        context |= detailing.of(opened)
        context |= {"before_this": names[at - 1] if at > 0 else "", "after_this": "".join(names[at + 1 : at + 2])}
    return render(request, "workbench/read/document.html", context)


@may("see")
def about(request: HttpRequest, digits: str) -> HttpResponse:
    """Where a document comes from, how it may be used, what it repeats, what people said of it."""
    sheet = sheet_of(request, digits)
    handlings = [(key, value) for key, value in words.HANDLING.items()]
    context = {"sheet": sheet, "document": sheet.document, "handlings": handlings, "tab": "about"}
    return render(request, "workbench/read/about.html", context)


@may("handle")
@require_POST
def handling(request: HttpRequest, digits: str) -> HttpResponse:
    """Say how a document may be used, and who may see it while it is sealed."""
    form = request.POST
    named = [name.strip() for name in form.get("named", "").replace("\n", ",").split(",") if name.strip()]
    page = reverse("read:about", args=[digits])
    try:
        desk_of(request).set_handling(
            _id_of(digits), form.get("handling", ""), named=named, reason=form.get("reason", "")
        )
    except BadRequest as problem:
        return not_done(request, problem, page)
    messages.success(request, _("Kept: how this document may be used."))
    return go_back(request, page)


@may("see")
def claim(request: HttpRequest, name: str) -> HttpResponse:
    """To a claim in its document."""
    sheet = desk_of(request).claim(name)
    if sheet is None:
        raise Http404
    page = reverse("read:document", args=[sheet.row.claim.document.removeprefix("sha256:")])
    return redirect(f"{page}?claim={quote(name)}#w-{quote(name)}")


@may("see")
def details(request: HttpRequest, name: str) -> HttpResponse:
    """What is known of a claim, as the side of the reader."""
    sheet = desk_of(request).claim(name)
    if sheet is None:
        raise Http404
    page = reverse("read:document", args=[sheet.row.claim.document.removeprefix("sha256:")])
    context = detailing.of(sheet) | {"back": f"{page}?claim={quote(name)}"}
    return render(request, "workbench/read/details.html", context)


def sheet_of(request: HttpRequest, digits: str) -> DocumentSheet:
    """The document of an address.

    Raises:
        Http404: there is none, or none that this person may see.
    """
    sheet = desk_of(request).document(_id_of(digits))
    if sheet is None:
        raise Http404
    return sheet


def _id_of(digits: str) -> DocumentId:
    return DocumentId(f"sha256:{digits.lower()}")


def _passage(request: HttpRequest, sheet: DocumentSheet) -> Span | None:
    """The stretch of words that the address names, if the text has it."""
    found = _STRETCH.fullmatch(request.GET.get(AT, ""))
    if found is None:
        return None
    start, end = int(found[1]), int(found[2])
    return (start, end) if start < end <= len(sheet.document.text or "") else None


def _numbers(sheet: DocumentSheet) -> dict[str, int]:
    judged = sum(1 for row in sheet.claims if row.said.verdict)
    return {"claims": len(sheet.claims), "judged": judged, "differ": sum(row.said.differs for row in sheet.claims)}


def _stances(sheet: DocumentSheet) -> list[tuple[str, Any]]:
    present = {str(row.claim.stance) for row in sheet.claims}
    return [(key, value) for key, value in words.STANCE.items() if key in present]
