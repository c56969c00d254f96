"""Every route of the workbench, as Django resolves it."""

from collections.abc import Iterator
from typing import Any


def routes(patterns: Any = None, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every route with its view; routes are written without a slash before them."""
    from django.urls import URLPattern, get_resolver

    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield route, one.callback
        else:
            yield from routes(one.url_patterns, route)


def paths() -> list[str]:
    """Every route as an address, with what varies in angle brackets."""
    return [f"/{route}" for route, _ in routes()]
