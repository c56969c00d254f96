"""Addresses of the place `judging`."""

from django.urls import path

from clarion.workbench.places.judging import views

app_name = "judging"
urlpatterns = [
    path("", views.judge, name="judge"),
    path("last/", views.last, name="last"),
    path("many/", views.many, name="many"),
    path("correct/<str:about>/", views.correct, name="correct"),
    path("undo/<str:judgement>/", views.undo, name="undo"),
    path("undo-batch/<str:batch>/", views.undo_batch, name="undo_batch"),
]
