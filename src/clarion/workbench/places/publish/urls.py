"""Addresses of publishing."""

from django.urls import path

from clarion.workbench.places.publish import views

app_name = "publish"
urlpatterns = [
    path("", views.index, name="index"),
    path("withheld/", views.withheld, name="withheld"),
    path("now/", views.publish, name="publish"),
]
