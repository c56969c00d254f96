"""The addresses of the account library that this workbench offers: no sign-up, no mail."""

from allauth.account import views
from django.urls import include, path

from clarion.workbench.people.views import sign_out_everywhere

urlpatterns = [
    path("sign-in/", views.login, name="account_login"),
    path("sign-out/", views.logout, name="account_logout"),
    path("password/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("off/", views.account_inactive, name="account_inactive"),
    path("again/", views.reauthenticate, name="account_reauthenticate"),
    path("factors/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("sessions/end/", sign_out_everywhere, name="sign_out_everywhere"),
]
