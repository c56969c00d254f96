"""Addresses of the place `preserve`."""

from django.urls import path

from clarion.workbench.places.preserve import views

app_name = "preserve"
urlpatterns = [
    path("", views.index, name="index"),
]
