"""Addresses of people and roles."""

from django.urls import path

from clarion.workbench.people import views

app_name = "people"
urlpatterns = [
    path("", views.index, name="index"),
    path("add/", views.add, name="add"),
    path("policy/", views.policy, name="policy"),
    path("<int:number>/role/", views.role, name="role"),
    path("<int:number>/link/", views.link, name="link"),
    path("<int:number>/switch/", views.switch, name="switch"),
    path("<int:number>/sign-out/", views.sign_out, name="sign_out"),
]
