"""How the account library behaves here: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest
from django.urls import reverse


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Accounts are made by owners only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """To the start, by way of signing in with the new password; not to a form that changes it once more."""
        return reverse("start:index")


def client_address(request: HttpRequest) -> str:
    """The address that a request came from; behind a team's proxy, the one that the proxy names."""
    return str(get_client_ip(request) or "")
