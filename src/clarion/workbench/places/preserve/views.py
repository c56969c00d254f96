"""Views of the place `preserve`: documents come in, and it is shown what became of them."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clarion.flow.desk import TakenIn
from clarion.flow.desk.filters import DocumentFilter
from clarion.flow.desk.paging import Paging
from clarion.model.errors import BadRequest
from clarion.workbench import words
from clarion.workbench.answers import is_part, not_done
from clarion.workbench.cases import desk_of
from clarion.workbench.places.preserve.forms import COLUMNS, columns_of, day_of, given_of, uploads_of
from clarion.workbench.roles import may
from clarion.workbench.uploads import upload_of

_SHOWN = 40  # documents whose fate is shown one by one; the rest stands in the list
_LATEST = 12


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The forms, what came in last and what could not be read."""
    desk = desk_of(request)
    context: dict[str, Any] = {
        "latest": desk.documents(DocumentFilter(sort="arrived"), Paging(size=_LATEST)).items,
        "unread": desk.documents(DocumentFilter(problem=True, sort="arrived"), Paging(size=_LATEST)),
        "handlings": words.HANDLING.items(),
    }
    return render(request, "workbench/preserve/index.html", context)


@may("take_in")
@require_POST
def files(request: HttpRequest) -> HttpResponse:
    """Take files and folders in."""
    try:
        taken = desk_of(request).take_in(uploads_of(request), given_of(request.POST))
    except BadRequest as problem:
        return not_done(request, problem, reverse("preserve:index"))
    return _taken(request, taken)


@may("take_in")
@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Take in a text that was pasted, or what somebody told."""
    form = request.POST
    try:
        taken = desk_of(request).type_note(
            form.get("title", ""), form.get("text", ""), given_of(form), written_on=day_of(form)
        )
    except BadRequest as problem:
        if is_part(request):
            return not_done(request, problem)
        # what was typed is not lost
        messages.error(request, str(problem))
        context = {"typed": form, "handlings": words.HANDLING.items(), "latest": (), "unread": None}
        return render(request, "workbench/preserve/index.html", context, status=400)
    return _taken(request, taken)


@may("take_in")
@require_POST
def sheet(request: HttpRequest) -> HttpResponse:
    """Show the columns of a spreadsheet, then take it in as they are mapped."""
    form = request.POST
    try:
        file = request.FILES.get("sheet")
        if file is None:
            raise BadRequest(_("choose the spreadsheet (CSV or XLSX)"))
        upload = upload_of(file)
        if form.get("step") != "take":
            return _columns(request, desk_of(request).sheet_columns(upload), form.get("name", ""))
        name = form.get("name", "") or None
        taken = desk_of(request).take_in_sheet(upload, columns_of(form), given_of(form), sheet=name)
    except BadRequest as problem:
        return not_done(request, problem, reverse("preserve:index"))
    return _taken(request, taken)


@may("see")
def came(request: HttpRequest) -> HttpResponse:
    """What became of documents that came in: read or not, why not, claims, near copies of what was there."""
    new, known = request.GET.getlist("d")[:_SHOWN], request.GET.getlist("k")[:_SHOWN]
    number = request.GET.get("n", "")
    return _came(request, _fates(request, new), _fates(request, known), (), int(number) if number.isdecimal() else 0)


def _columns(request: HttpRequest, columns: Any, name: str) -> HttpResponse:
    sheet_name = name if name in columns.sheets else columns.sheets[0]
    names = columns.columns.get(sheet_name, ())
    context = {
        "sheets": columns.sheets,
        "name": sheet_name,
        "columns": names,
        "rows": columns.rows.get(sheet_name, ()),
        "choices": COLUMNS.items(),
        "guessed": [(column, _guess(column)) for column in names],
        "handlings": words.HANDLING.items(),
        "given": given_of(request.POST),
    }
    page = "workbench/preserve/columns.html" if is_part(request) else "workbench/preserve/sheet.html"
    return render(request, page, context)


# words of the heads of columns, for a first guess that a person sees and can change
_HEADS = {
    "date": ("date", "day", "when", "datum", "fecha", "날짜", "일시"),
    "place": ("place", "location", "where", "city", "province", "country", "lugar", "장소", "지역"),
    "figure": ("number", "count", "figure", "how many", "total", "victims", "인원", "수"),
    "who": ("who", "name", "person", "actor", "perpetrator", "이름"),
    "source": ("source", "reporter", "fuente", "출처"),
    "what": ("what", "description", "incident", "event", "summary", "details", "text", "내용", "사건"),
}


def _guess(column: str) -> str:
    folded = column.casefold()
    return next((key for key, heads in _HEADS.items() if any(head in folded for head in heads)), "")


def _taken(request: HttpRequest, taken: TakenIn) -> HttpResponse:
    """To the page that tells what became of it; where something was refused, at once, so that the reasons stay."""
    if not taken.new and not taken.known and not taken.problems:
        return not_done(request, _("nothing came in"), reverse("preserve:index"))
    ids = [("d", str(one).removeprefix("sha256:")) for one in taken.new[:_SHOWN]]
    ids += [("k", str(one).removeprefix("sha256:")) for one in taken.known[: _SHOWN - len(ids)]]
    more = len(taken.new) + len(taken.known) - len(ids)
    if not taken.problems and not is_part(request):
        page = f"{reverse('preserve:came')}?{urlencode([*ids, ('n', more)])}"
        response = HttpResponseRedirect(page)
        response.status_code = 303
        return response
    new = _fates(request, [digits for kind, digits in ids if kind == "d"])
    known = _fates(request, [digits for kind, digits in ids if kind == "k"])
    return _came(request, new, known, taken.problems, more)


def _fates(request: HttpRequest, digits: list[str]) -> list[Any]:
    desk = desk_of(request)
    sheets = [desk.document(f"sha256:{one}") for one in digits]
    return [sheet for sheet in sheets if sheet is not None]


def _came(request: HttpRequest, new: list[Any], known: list[Any], problems: tuple[str, ...], more: int) -> HttpResponse:
    work = desk_of(request).work()
    asked = urlencode([("d", one.document.id[7:]) for one in new] + [("k", one.document.id[7:]) for one in known])
    context = {"new": new, "known": known, "problems": problems, "more": more, "work": work, "asked": asked}
    page = "workbench/preserve/came_part.html" if is_part(request) else "workbench/preserve/came.html"
    return render(request, page, context)
