"""Views of the place `extract`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from clarion.workbench.roles import may


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The first page of the place."""
    return render(request, "workbench/extract/index.html")
