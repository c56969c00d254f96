"""Addresses of the place `log`."""

from django.urls import path

from clarion.workbench.places.log import views

app_name = "log"
urlpatterns = [
    path("", views.index, name="index"),
]
