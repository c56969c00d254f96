"""Addresses of the place `extract`."""

from django.urls import path

from clarion.workbench.places.extract import views

app_name = "extract"
urlpatterns = [
    path("", views.index, name="index"),
]
