"""Words that were made lately: what a filter answers depends on its value and the reader's language alone."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from django.utils.translation import get_language

Answer = TypeVar("Answer")

_MOST_KEPT = 4096


def by_language(make: Callable[..., Answer]) -> Callable[..., Answer]:
    """Keep the answers of a pure function for each language; what cannot be a key is worked out each time."""
    held = lru_cache(maxsize=_MOST_KEPT, typed=True)(lambda _language, *given: make(*given))

    @wraps(make)
    def answer(*given: Any) -> Answer:
        try:
            hash(given)
        except TypeError:
            return make(*given)
        return held(get_language(), *given)

    return answer
