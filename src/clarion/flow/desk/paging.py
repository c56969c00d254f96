"""Pages of a list: a cursor says after (or before) which item the next page begins, never how many items to skip."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

SIZE = 50
LARGEST = 500  # items of one page; more is asked for page by page


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page is asked for. `cursor` is what an earlier page gave as `next` or `previous`; None is the first."""

    cursor: str | None = None
    size: int = SIZE


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A stretch of a list.

    `next` and `previous` are cursors, None where there is nothing. `total` is the exact number of items of the whole
    list, None where counting would cost too much; `more` says whether items follow this page.
    """

    items: tuple[Item, ...] = ()
    next: str | None = None
    previous: str | None = None
    total: int | None = None
    more: bool = False
