"""Views that take people's words: one at a time, many in one go, and taking them back."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from clarion.flow.desk import Batch, Judged
from clarion.model.errors import BadRequest
from clarion.model.nouns import Judgement
from clarion.workbench import words
from clarion.workbench.answers import back_of, go_back, is_part, not_done
from clarion.workbench.cases import desk_of
from clarion.workbench.guard import refused
from clarion.workbench.people.present import person_of
from clarion.workbench.places.judging.corrections import choices, fields_of, value_of
from clarion.workbench.roles import action_of_word, is_allowed, may

_MOST = 2_000  # things judged in one go; a form holds no more


@dataclass(frozen=True, slots=True)
class _Word:
    """What a form says of one thing. `seen` is the judgement that was shown with it, empty when none was."""

    about: str
    verdict: str
    reason: str
    value: str | None
    seen: str


@may("judge")
@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Take a word on one thing; when somebody else spoke meanwhile, that is shown first and nothing is sent."""
    if not _may_say(request):
        return refused(request)
    try:
        word = _word(request)
        newest = desk_of(request).last_word(word.about)
        if _is_news(request, newest, word.seen):
            return _race(request, word, newest)
        judged = desk_of(request).judge(
            word.about, word.verdict, word.reason, value=word.value, answers=word.seen or None
        )
    except BadRequest as problem:
        return not_done(request, problem)
    return _done(request, judged)


@may("judge")
@require_GET
def last(request: HttpRequest) -> HttpResponse:
    """The newest word on a thing, as a part of a dialog: told before anything is sent."""
    about = request.GET.get("about", "")
    try:
        newest = desk_of(request).last_word(about)
    except BadRequest as problem:
        return not_done(request, problem)
    return render(request, "workbench/parts/newest.html", {"newest": newest})


@may("judge")
@require_GET
def correct(request: HttpRequest, about: str) -> HttpResponse:
    """The form that corrects a claim, as a page or as the middle of the dialog."""
    sheet = desk_of(request).claim(about)
    if sheet is None:
        raise Http404
    claim = sheet.row.claim
    context = {"sheet": sheet, "claim": claim, "fields": fields_of(claim), "choices": choices(claim)}
    context["back"] = back_of(request, request.get_full_path())
    page = "workbench/judging/fields.html" if is_part(request) else "workbench/judging/correct.html"
    return render(request, page, context)


@may("judge")
@require_POST
def many(request: HttpRequest) -> HttpResponse:
    """Take one word on many things."""
    if not _may_say(request):
        return refused(request)
    abouts = list(dict.fromkeys(request.POST.getlist("about")))[:_MOST]
    try:
        if not abouts:
            raise BadRequest(_("nothing is ticked; tick what the word is about"))
        verdict, reason = request.POST.get("verdict", ""), request.POST.get("reason", "")
        batch = desk_of(request).judge_many(abouts, verdict, reason)
    except BadRequest as problem:
        return not_done(request, problem)
    return _done_many(request, batch, verdict)


@may("judge")
@require_POST
def undo(request: HttpRequest, judgement: str) -> HttpResponse:
    """Take one judgement back."""
    try:
        judged = desk_of(request).undo(judgement, _reason(request))
    except BadRequest as problem:
        return not_done(request, problem)
    words_ = _("Taken back. What stood before stands again.")
    if is_part(request):
        about = request.POST.get("about", "")
        return render(request, "workbench/judging/undone_part.html", {"words": words_, **_standing(request, about)})
    messages.success(request, words_)
    _tell_beside(request, judged.beside)
    return go_back(request)


@may("judge")
@require_POST
def undo_batch(request: HttpRequest, batch: str) -> HttpResponse:
    """Take all judgements of a batch back."""
    try:
        undone = desk_of(request).undo_batch(batch, _reason(request))
    except BadRequest as problem:
        return not_done(request, problem)
    number = len(undone.done)
    words_ = ngettext("%(number)s word taken back.", "%(number)s words taken back.", number) % {"number": number}
    if is_part(request):
        return render(request, "workbench/judging/undone_part.html", {"words": words_, "reload": True})
    messages.success(request, words_)
    return go_back(request)


def _may_say(request: HttpRequest) -> bool:
    return is_allowed(person_of(request).role, action_of_word(request.POST.get("verdict", "")))


def _word(request: HttpRequest) -> _Word:
    form = request.POST
    about, verdict = form.get("about", ""), form.get("verdict", "")
    value = form.get("value") or None
    if verdict == "correct" and form.get("fields"):
        sheet = desk_of(request).claim(about)
        if sheet is None:
            raise BadRequest(_("this claim is not there any more; load the page again"))
        value = value_of(sheet.row.claim, form)
    return _Word(about, verdict, form.get("reason", "").strip(), value, form.get("answers", ""))


def _is_news(request: HttpRequest, newest: Judgement | None, seen: str) -> bool:
    """Whether somebody else said a word that the person has not seen."""
    if newest is None or newest.id == seen or "answers" not in request.POST:
        return False
    return newest.by != person_of(request).get_username()


def _race(request: HttpRequest, word: _Word, newest: Judgement | None) -> HttpResponse:
    seen = word.seen
    context = {"word": word, "newest": newest, "seen": seen, "back": back_of(request)}
    page = "workbench/judging/race_part.html" if is_part(request) else "workbench/judging/race.html"
    return render(request, page, context, status=409)


def _done(request: HttpRequest, judged: Judged) -> HttpResponse:
    judgement = judged.judgement
    if is_part(request):
        context = {"judgement": judgement, "beside": judged.beside, **_standing(request, judgement.about)}
        return render(request, "workbench/judging/done_part.html", context)
    messages.success(request, _("Kept: %(word)s.") % {"word": words.word(words.JUDGED, judgement.verdict)})
    _tell_beside(request, judged.beside)
    return go_back(request)


def _done_many(request: HttpRequest, batch: Batch, verdict: str) -> HttpResponse:
    context = {"batch": batch, "verdict": verdict, "back": back_of(request)}
    page = "workbench/judging/many_part.html" if is_part(request) else "workbench/judging/many.html"
    return render(request, page, context)


def _standing(request: HttpRequest, about: str) -> dict[str, object]:
    """How a thing stands now, for the chips on the page."""
    sheet = desk_of(request).claim(about) if about.startswith("clm_") else None
    if sheet is not None:
        return {"about": about, "said": sheet.row.said}
    newest = desk_of(request).last_word(about) if about else None
    return {"about": about, "said": newest}


def _tell_beside(request: HttpRequest, beside: Iterable[Judgement]) -> None:
    for other in beside:
        verdict = words.word(words.JUDGED, other.verdict)
        messages.warning(
            request,
            _("%(by)s judged the same: %(word)s, “%(reason)s”. Both words stand and are shown as differing.")
            % {"by": other.by, "word": verdict, "reason": other.reason},
        )


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip() or _("undone")
