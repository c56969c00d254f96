"""Help for the place one is in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist
from django.template.loader import select_template

from clarion.workbench.roles import may


@may("see")
def page(request: HttpRequest, place: str) -> HttpResponse:
    """What can be done in a place, and how."""
    try:
        template = select_template([f"workbench/help/{place}.html"])
    except TemplateDoesNotExist as problem:
        raise Http404 from problem
    return render(request, template.template.name, {"place": place})
