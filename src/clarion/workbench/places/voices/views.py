"""Views of voices: who speaks, who repeats whom, what became of their warnings."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from clarion.flow.desk.filters import VoiceFilter
from clarion.workbench import words
from clarion.workbench.asking import paging_of, sort_of, text_of
from clarion.workbench.cases import desk_of
from clarion.workbench.listing import listed
from clarion.workbench.places.voices.drawing import draw
from clarion.workbench.roles import may

_SORTS = ("documents", "name")
_DRAWN = 60


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """Everybody who speaks."""
    chosen = VoiceFilter(
        kind=text_of(request.GET, "kind"),
        words=text_of(request.GET, "words") or "",
        forecasts=bool(text_of(request.GET, "forecasts")),
        sort=sort_of(request.GET, _SORTS),
    )
    page, problem = listed(lambda: desk_of(request).voices(chosen, paging_of(request)))
    shown = {
        "page": page,
        "chosen": chosen,
        "kinds": words.VOICE_KIND.items(),
        "problem": problem,
        "narrowed": bool(chosen.kind or chosen.words or chosen.forecasts),
    }
    return render(request, "workbench/voices/index.html", shown, status=400 if problem else 200)


@may("see")
def graph(request: HttpRequest) -> HttpResponse:
    """Who repeats whom, drawn, with the same as a table."""
    return render(request, "workbench/voices/graph.html", {"drawing": draw(desk_of(request).voice_graph(_DRAWN))})


@may("see")
def voice(request: HttpRequest, name: str) -> HttpResponse:
    """A voice."""
    sheet = desk_of(request).voice(name)
    if sheet is None:
        raise Http404
    return render(request, "workbench/voices/voice.html", {"sheet": sheet, "voice": sheet.voice})
