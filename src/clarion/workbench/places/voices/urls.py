"""Addresses of voices."""

from django.urls import path

from clarion.workbench.places.voices import views

app_name = "voices"
urlpatterns = [
    path("", views.index, name="index"),
    path("repeats/", views.graph, name="graph"),
    path("<str:name>/", views.voice, name="voice"),
]
