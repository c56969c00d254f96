"""Addresses of the place `marks`."""

from django.urls import path

from clarion.workbench.places.marks import views

app_name = "marks"
urlpatterns = [
    path("note/", views.note, name="note"),
    path("close/", views.close, name="close"),
    path("tag/", views.tag, name="tag"),
    path("untag/", views.untag, name="untag"),
    path("assign/", views.assign, name="assign"),
    path("unassign/", views.unassign, name="unassign"),
    path("translate/", views.translate, name="translate"),
]
