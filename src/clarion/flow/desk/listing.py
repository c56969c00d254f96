"""From a set of rows and an order to one page: what a cursor says, and what stands before and after."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from clarion.flow.desk.asking import Asking
from clarion.flow.desk.paging import LARGEST, Item, Page, Paging
from clarion.model.errors import BadRequest
from clarion.store import seeking


class _Cursor(msgspec.Struct, array_like=True):
    """After (or before) the thing with an id, which stood at an index of the order when the cursor was given."""

    after: bool
    thing: str
    index: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: which of the boards, which rows of it, in which order of their places."""

    name: str
    chosen: int
    order: Sequence[int]


def page_of(
    asking: Asking, listed: Listed, paging: Paging, make: Callable[[Sequence[str]], Mapping[str, Item]]
) -> Page[Item]:
    """One page of a list. `make` turns ids into items.

    Raises:
        BadRequest: the cursor is none, or the size is not between 1 and 500.
    """
    if not 1 <= paging.size <= LARGEST:
        raise BadRequest(f"a page of {paging.size} items cannot be shown; ask for 1 to {LARGEST}")
    board, size = asking.board(listed.name), paging.size
    cursor = _read(paging.cursor)
    if cursor is None or cursor.after:
        start = _index(asking, listed, cursor) + 1 if cursor else 0
        found = board.page(listed.chosen, listed.order, start, size=size + 1)
        more, before = len(found) > size, bool(cursor) and _any_before(asking, listed, found, start)
        found = found[:size]
    else:
        end = _index(asking, listed, cursor) - 1
        found = board.page(listed.chosen, listed.order, end, size=-size - 1) if end >= 0 else []
        before, more = len(found) > size, True
        found = found[-size:]
    ids = seeking.ids_at(asking.connection, listed.name, [board.rows[listed.order[at]] for at in found])
    names = [ids[board.rows[listed.order[at]]] for at in found]
    made = make(names)
    return Page(
        items=tuple(made[name] for name in names if name in made),
        next=_write(_Cursor(True, names[-1], found[-1])) if more and names else None,
        previous=_write(_Cursor(False, names[0], found[0])) if before and names else None,
        total=listed.chosen.bit_count(),
        more=more,
    )


def page_of_items(items: Sequence[Item], key: Callable[[Item], str], paging: Paging) -> Page[Item]:
    """One page of a short list that is at hand whole.

    Raises:
        BadRequest: the cursor is none, or the size is not between 1 and 500.
    """
    if not 1 <= paging.size <= LARGEST:
        raise BadRequest(f"a page of {paging.size} items cannot be shown; ask for 1 to {LARGEST}")
    cursor, start = _read(paging.cursor), 0
    if cursor is not None:
        at = next((at for at, item in enumerate(items) if key(item) == cursor.thing), cursor.index)
        start = at + 1 if cursor.after else max(0, at - paging.size)
    shown = items[start : start + paging.size]
    end = start + len(shown)
    return Page(
        items=tuple(shown),
        next=_write(_Cursor(True, key(shown[-1]), end - 1)) if shown and end < len(items) else None,
        previous=_write(_Cursor(False, key(shown[0]), start)) if shown and start else None,
        total=len(items),
        more=end < len(items),
    )


def ends(thing: str, index: int, *, after: bool) -> str:
    """A cursor after or before a thing, for lists that are not on a board."""
    return _write(_Cursor(after, thing, index))


def begun(paging: Paging) -> tuple[str, int, bool] | None:
    """What a cursor says: a thing, its index, whether the page is after it; None on the first page.

    Raises:
        BadRequest: the cursor is none, or the size is not between 1 and 500.
    """
    if not 1 <= paging.size <= LARGEST:
        raise BadRequest(f"a page of {paging.size} items cannot be shown; ask for 1 to {LARGEST}")
    cursor = _read(paging.cursor)
    return (cursor.thing, cursor.index, cursor.after) if cursor else None


def _index(asking: Asking, listed: Listed, cursor: _Cursor) -> int:
    """Where the thing of a cursor stands now; where it stood when it is gone."""
    board = asking.board(listed.name)
    row = seeking.row_of(asking.connection, listed.name, cursor.thing)
    place = None if row is None else board.place(row)
    if place is None:
        return cursor.index - 1 if cursor.after else cursor.index
    if cursor.index < len(listed.order) and listed.order[cursor.index] == place:
        return cursor.index
    return listed.order.index(place)


def _any_before(asking: Asking, listed: Listed, found: Sequence[int], start: int) -> bool:
    at = (found[0] if found else start) - 1
    return at >= 0 and bool(asking.board(listed.name).page(listed.chosen, listed.order, at, size=-1))


def _write(cursor: _Cursor) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def _read(cursor: str | None) -> _Cursor | None:
    if not cursor:
        return None
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        found = msgspec.json.decode(raw, type=_Cursor)
    except (ValueError, msgspec.MsgspecError) as problem:
        raise BadRequest("this page of the list is not there any more; begin at the first page") from problem
    if found.index < 0:
        raise BadRequest("this page of the list is not there any more; begin at the first page")
    return found
