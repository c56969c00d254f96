"""Addresses of people and roles."""

from django.urls import path

from clarion.workbench.people import views

app_name = "people"
urlpatterns = [
    path("", views.index, name="index"),
]
