"""Views of the place `read`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from clarion.workbench.roles import may


@may("see")
def index(request: HttpRequest) -> HttpResponse:
    """The first page of the place."""
    return render(request, "workbench/read/index.html")


@may("see")
def document(request: HttpRequest, digits: str) -> HttpResponse:
    """A document with its claims marked in its text."""
    return render(request, "workbench/read/index.html")


@may("see")
def claim(request: HttpRequest, name: str) -> HttpResponse:
    """A claim in its document."""
    return render(request, "workbench/read/index.html")
