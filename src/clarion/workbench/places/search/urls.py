"""Addresses of the place `search`."""

from django.urls import path

from clarion.workbench.places.search import views

app_name = "search"
urlpatterns = [
    path("", views.index, name="index"),
]
