"""Addresses of publishing."""

from django.urls import path

from clarion.workbench.places.publish import feeds, views

app_name = "publish"
urlpatterns = [
    path("", views.index, name="index"),
    path("incidents/", views.incidents, name="incidents"),
    path("withheld/", views.withheld, name="withheld"),
    path("withheld/<str:name>/release/", views.release, name="release"),
    path("withheld/<str:name>/withhold/", views.withhold, name="withhold"),
    path("feeds/", feeds.index, name="feeds"),
    path("feeds/<int:number>/end/", feeds.end, name="feed_end"),
    path("now/", views.publish, name="publish"),
]
