"""Addresses of the place `reconcile`."""

from django.urls import path

from clarion.workbench.places.reconcile import views

app_name = "reconcile"
urlpatterns = [
    path("", views.index, name="index"),
]
