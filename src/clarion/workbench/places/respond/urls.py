"""Addresses of asks and actions."""

from django.urls import path

from clarion.workbench.places.respond import views

app_name = "respond"
urlpatterns = [
    path("", views.index, name="index"),
    path("board/", views.board, name="board"),
    path("calendar/", views.calendar, name="calendar"),
    path("outcomes/", views.outcomes, name="outcomes"),
    path("asks/<str:name>/", views.ask, name="ask"),
    path("actions/<str:name>/", views.action, name="action"),
]
