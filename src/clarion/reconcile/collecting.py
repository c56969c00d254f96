"""When the search for rings of objects that nothing else holds is put off."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# all generations but the oldest: what a change made is looked through once
_YOUNG = 1


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for rings of objects once at the end: reconcile makes none, and every search goes through all that stands.

    What is held by nothing is let go at once, as ever.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.collect(_YOUNG)
        gc.enable()
