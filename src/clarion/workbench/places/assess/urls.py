"""Addresses of the place `assess`."""

from django.urls import path

from clarion.workbench.places.assess import views

app_name = "assess"
urlpatterns = [
    path("", views.index, name="index"),
    path("questions/", views.questions, name="questions"),
    path("questions/answer/", views.answer, name="answer"),
    path("<str:name>/", views.finding, name="finding"),
]
