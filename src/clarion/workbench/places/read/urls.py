"""Addresses of the place `read`."""

from django.urls import path

from clarion.workbench.places.read import adding, originals, views

app_name = "read"
urlpatterns = [
    path("", views.index, name="index"),
    path("claim/<str:name>/", views.claim, name="claim"),
    path("claim/<str:name>/details/", views.details, name="details"),
    path("<str:digits>/", views.document, name="document"),
    path("<str:digits>/about/", views.about, name="about"),
    path("<str:digits>/handling/", views.handling, name="handling"),
    path("<str:digits>/add/", adding.add, name="add"),
    path("<str:digits>/original/", originals.original, name="original"),
    path("<str:digits>/original/page/", originals.page, name="original_page"),
    path("<str:digits>/original/picture/<int:number>/", originals.picture, name="original_picture"),
    path("<str:digits>/original/file/", originals.file, name="original_file"),
]
