"""Addresses of the place `reconcile`."""

from django.urls import path

from clarion.workbench.places.reconcile import joining, views

app_name = "reconcile"
urlpatterns = [
    path("", views.index, name="index"),
    path("map/", views.map_, name="map"),
    path("time/", views.time, name="time"),
    path("keep/", views.keep, name="keep"),
    path("forget/", views.forget, name="forget"),
    path("<str:name>/", views.incident, name="incident"),
    path("<str:name>/merge/", joining.merge, name="merge"),
    path("<str:name>/apart/", joining.apart, name="apart"),
    path("<str:name>/split/", joining.split, name="split"),
    path("<str:name>/prefer/", joining.prefer, name="prefer"),
]
