"""Addresses of the place `read`."""

from django.urls import path

from clarion.workbench.places.read import views

app_name = "read"
urlpatterns = [
    path("", views.index, name="index"),
    path("claim/<str:name>/", views.claim, name="claim"),
    path("<str:digits>/", views.document, name="document"),
]
