"""A page of a list, where an address may ask for what cannot be given."""

from collections.abc import Callable
from typing import TypeVar

from clarion.flow.desk.paging import Page
from clarion.model.errors import BadRequest

Item = TypeVar("Item")


def listed(ask: Callable[[], Page[Item]]) -> tuple[Page[Item], str]:
    """What a list answers, and an empty text; an empty page and the reason where it refuses.

    `ask` reads the choices of the address too, so that a day that is none is told like a broken cursor.
    """
    try:
        return ask(), ""
    except BadRequest as refused:
        return Page(), str(refused)
