"""Addresses of the place `voices`."""

from django.urls import path

from clarion.workbench.places.voices import views

app_name = "voices"
urlpatterns = [
    path("", views.index, name="index"),
]
