"""Adding a claim that the machine missed, from words that a person selected or typed."""

import json
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from clarion.flow.desk.originals import sentence_around
from clarion.model.errors import BadRequest
from clarion.model.ids import ActId, ClaimId
from clarion.model.nouns import Claim, Document, Span
from clarion.model.vocabulary import StanceKind
from clarion.workbench import words
from clarion.workbench.answers import is_part
from clarion.workbench.cases import desk_of
from clarion.workbench.places.judging.corrections import choices, fields_of, value_of
from clarion.workbench.places.read.views import sheet_of
from clarion.workbench.roles import may

_LONGEST_CUE = 60  # code points; longer words are a passage whose act word is still to be named
_LONGEST_PASSAGE = 4_000
_SAID_IN_FORM = ("act", "stance")


@may("add_claim")
def add(request: HttpRequest, digits: str) -> HttpResponse:
    """The form for a claim on chosen words; sent, the claim stands."""
    document = sheet_of(request, digits).document
    form = request.POST if request.method == "POST" else request.GET
    context = {"document": document, "words": form.get("words", "")}
    problem = ""
    try:
        cue = _chosen(document, form.get("start", ""), form.get("end", ""), form.get("words", ""))
        if cue is not None:
            text = document.text or ""
            span = sentence_around(text, cue)
            cue = _act_word(text, cue, form.get("cue", ""))
            context |= {"cue": cue, "cue_words": text[cue[0] : cue[1]], "quote": text[span[0] : span[1]]}
            if request.method == "POST" and form.get("act"):
                return _added(request, document, cue, span)
    except BadRequest as refused:
        problem = str(refused)
    blank = _blank(document)
    context |= {"fields": fields_of(blank) | _typed(form), "choices": choices(blank), "problem": problem}
    page = "workbench/read/add_fields.html" if is_part(request) else "workbench/read/add.html"
    return render(request, page, context, status=400 if problem else 200)


def _added(request: HttpRequest, document: Document, cue: Span, span: Span) -> HttpResponse:
    form = request.POST
    act, stance = form["act"], form.get("stance", "")
    if act not in words.ACT or stance not in list(StanceKind):
        raise BadRequest(_("choose an act and how the voice holds it"))
    blank = replace(_blank(document), act=ActId(act), stance=StanceKind(stance))
    changes = {} if _is_bare(blank, form.dict()) else json.loads(value_of(blank, form))
    made = desk_of(request).add_claim(
        document.id,
        cue=cue,
        span=span,
        act=act,
        stance=stance,
        reason=form.get("reason", ""),
        value=json.dumps({name: one for name, one in changes.items() if name not in _SAID_IN_FORM}) or None,
    )
    messages.success(request, _("Added. The claim stands as yours, and is part of what follows."))
    page = reverse("read:document", args=[document.id.removeprefix("sha256:")])
    response = redirect(f"{page}?claim={made.id}#w-{made.id}")
    response.status_code = 303
    return response


def _chosen(document: Document, start: str, end: str, typed: str) -> Span | None:
    """The stretch of the text that is meant; None when nothing is chosen yet."""
    text = document.text or ""
    if start.isdecimal() and end.isdecimal():
        span = (int(start), int(end))
        if not span[0] < span[1] <= len(text) or span[1] - span[0] > _LONGEST_PASSAGE:
            raise BadRequest(_("these words are not in the text, or are too many; select a sentence at most"))
        return _trimmed(text, span)
    typed = typed.strip()
    if not typed:
        return None
    at = text.find(typed)
    if at < 0:
        raise BadRequest(_("the text does not hold these words; copy them exactly as they stand"))
    if text.find(typed, at + 1) >= 0:
        raise BadRequest(_("the text holds these words more than once; give more of the sentence"))
    return at, at + len(typed)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise BadRequest(_("only blanks are selected; select words"))
    return start, end


def _act_word(text: str, chosen: Span, typed: str) -> Span:
    """The act word: the one that was typed, inside the chosen words; else all of them, where they are few."""
    if typed.strip():
        at = text.find(typed.strip(), chosen[0], chosen[1])
        if at < 0:
            raise BadRequest(_("the act word has to stand in the chosen words"))
        return at, at + len(typed.strip())
    if chosen[1] - chosen[0] > _LONGEST_CUE:
        raise BadRequest(_("name the act word: the word in the chosen passage that says what was done"))
    return chosen


def _blank(document: Document) -> Claim:
    return Claim(ClaimId(""), document.id, (0, 0), "", None, ActId("forced_return"), StanceKind.ASSERTED)


def _typed(form: object) -> dict[str, str]:
    """What was typed already, so that a problem loses nothing."""
    get = getattr(form, "get", None)
    names = ("act", "stance", "actors", "affected", "quoted", "count_kind", "best", "low", "high", "unit", "since")
    more = ("until", "place_at", "place_from", "place_to", "place_via", "tentative")
    return {name: get(name) for name in (*names, *more) if get is not None and get(name)}


def _is_bare(blank: Claim, form: dict[str, str]) -> bool:
    """Whether nothing beyond act and stance was given."""
    before = fields_of(blank)
    return all(
        str(form.get(name, "") or "") == str(value or "") or name in _SAID_IN_FORM or not form.get(name)
        for name, value in before.items()
        if name != "unit"
    )
