"""Addresses of the place `marks`."""

from django.urls import path

from clarion.workbench.places.marks import views

app_name = "marks"
urlpatterns = [
    path("", views.index, name="index"),
]
