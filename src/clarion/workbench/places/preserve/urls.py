"""Addresses of the place `preserve`."""

from django.urls import path

from clarion.workbench.places.preserve import views

app_name = "preserve"
urlpatterns = [
    path("", views.index, name="index"),
    path("files/", views.files, name="files"),
    path("note/", views.note, name="note"),
    path("sheet/", views.sheet, name="sheet"),
    path("came/", views.came, name="came"),
]
