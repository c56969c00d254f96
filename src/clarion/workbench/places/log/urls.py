"""Addresses of the log."""

from django.urls import path

from clarion.workbench.places.log import views

app_name = "log"
urlpatterns = [
    path("", views.index, name="index"),
    path("verify/", views.verify, name="verify"),
    path("verified/", views.verified, name="verified"),
]
