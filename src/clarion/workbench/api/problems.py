"""Problems as `application/problem+json` (RFC 9457): what is wrong in one line, in `detail`."""

from http import HTTPStatus

import msgspec
from django.http import HttpRequest, HttpResponse

ROOT = "/api/"


def is_api(request: HttpRequest) -> bool:
    """Whether a program asks, not a browser for a page."""
    return request.path.startswith(ROOT)


def problem(status: int, detail: str) -> HttpResponse:
    """A problem; `detail` is one line."""
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body = msgspec.json.encode({**said, "detail": " ".join(detail.split())})
    return HttpResponse(body, status=status, content_type="application/problem+json")
