"""Views of people and roles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from clarion.workbench.people.models import Person
from clarion.workbench.roles import may


@may("govern")
def index(request: HttpRequest) -> HttpResponse:
    """Everybody who can come in."""
    return render(request, "workbench/people/index.html", {"people": Person.objects.order_by("username")})
