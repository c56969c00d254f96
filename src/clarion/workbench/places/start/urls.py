"""Addresses of the start page."""

from django.urls import path

from clarion.workbench.places.start import views

app_name = "start"
urlpatterns = [
    path("", views.index, name="index"),
    path("work/", views.work, name="work"),
    path("second-looks/", views.second_looks, name="second_looks"),
]
