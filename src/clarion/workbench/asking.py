"""What a page is asked for in its address: words, choices and days, cleaned."""

import datetime

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from clarion.flow.desk.paging import Paging
from clarion.model.errors import BadRequest

_LONGEST = 300  # letters of a choice; longer ones are none of ours
PAGE = 50


def text_of(query: QueryDict, name: str) -> str | None:
    """A choice, or None where none is made."""
    return query.get(name, "").strip()[:_LONGEST] or None


def day_of(query: QueryDict, name: str) -> datetime.date | None:
    """A day, or None where none is given.

    Raises:
        BadRequest: it is no day.
    """
    given = text_of(query, name)
    if given is None:
        return None
    try:
        return datetime.date.fromisoformat(given)
    except ValueError as problem:
        raise BadRequest(_("“%(day)s” is no day; write it as 2024-03-28") % {"day": given}) from problem


def sort_of(query: QueryDict, known: tuple[str, ...]) -> str:
    """The order asked for, or the first of the known ones."""
    asked = query.get("sort", "")
    return asked if asked in known else known[0]


def paging_of(request: HttpRequest) -> Paging:
    """Which page of the list."""
    return Paging(cursor=request.GET.get("cursor") or None, size=PAGE)


def kept(query: QueryDict, names: tuple[str, ...]) -> str:
    """The choices of an address that go along to another page, as a query text; never the cursor."""
    held = QueryDict(mutable=True)
    for name in names:
        if value := text_of(query, name):
            held[name] = value
    return held.urlencode()


def along(query: QueryDict, names: tuple[str, ...], own: tuple[str, ...]) -> list[tuple[str, str]]:
    """The choices of an address that a form must carry along; `own` are those that it has fields for."""
    return [(name, value) for name in names if name not in own and (value := text_of(query, name))]
