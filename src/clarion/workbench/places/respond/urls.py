"""Addresses of the place `respond`."""

from django.urls import path

from clarion.workbench.places.respond import views

app_name = "respond"
urlpatterns = [
    path("", views.index, name="index"),
]
