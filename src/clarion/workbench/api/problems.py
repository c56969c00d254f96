"""Problems as `application/problem+json` (RFC 9457): what is wrong in one line, in `detail`."""

import msgspec
from django.http import HttpRequest, HttpResponse

ROOT = "/api/"
_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    422: "Unprocessable Content",
    500: "Internal Server Error",
}


def is_api(request: HttpRequest) -> bool:
    """Whether a program asks, not a browser for a page."""
    return request.path.startswith(ROOT)


def problem(status: int, detail: str) -> HttpResponse:
    """A problem; `detail` is one line."""
    said = {"type": "about:blank", "title": _TITLES[status], "status": status}
    body = msgspec.json.encode({**said, "detail": " ".join(detail.split())})
    return HttpResponse(body, status=status, content_type="application/problem+json")
