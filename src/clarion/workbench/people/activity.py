"""When a session was last used, as the list of sessions shows it: noted once a minute, and when its browser changes.

The library for sessions writes at every request, which costs three statements and a commit for each page.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

_PAUSE = 60.0  # seconds between two notes on a session
_MOST_KEPT = 1000


class Activity:
    """Notes who is at work from where."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer
        self._noted: OrderedDict[tuple[object, ...], float] = OrderedDict()
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        if request.session.session_key and request.user.is_authenticated and self._is_due(request):
            UserSession.objects.create_from_request(request)
        return self._answer(request)

    def _is_due(self, request: HttpRequest) -> bool:
        client = (get_adapter().get_client_ip(request), request.META.get("HTTP_USER_AGENT", ""))
        key, now = (request.session.session_key, request.user.pk, *client), time.monotonic()
        with self._lock:
            noted = self._noted.get(key)
            if noted is not None and now - noted < _PAUSE:
                return False
            self._noted[key] = now
            self._noted.move_to_end(key)
            while len(self._noted) > _MOST_KEPT:
                self._noted.popitem(last=False)
        return True
