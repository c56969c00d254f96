"""Addresses of the place `publish`."""

from django.urls import path

from clarion.workbench.places.publish import views

app_name = "publish"
urlpatterns = [
    path("", views.index, name="index"),
]
