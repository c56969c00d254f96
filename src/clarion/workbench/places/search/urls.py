"""Addresses of the search over everything."""

from django.urls import path

from clarion.workbench.places.search import views

app_name = "search"
urlpatterns = [
    path("", views.index, name="index"),
    path("keep/", views.keep, name="keep"),
    path("forget/", views.forget, name="forget"),
]
