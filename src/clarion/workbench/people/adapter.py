"""How the account library behaves here: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Accounts are made by owners only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
