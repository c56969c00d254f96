"""Addresses of the place `extract`."""

from django.urls import path

from clarion.workbench.places.extract import views

app_name = "extract"
urlpatterns = [
    path("", views.index, name="index"),
    path("table.csv", views.table, name="table"),
    path("keep/", views.keep, name="keep"),
    path("forget/", views.forget, name="forget"),
]
