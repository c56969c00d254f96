"""Where the page of a thing is, by its id."""

from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from clarion.model.nouns import Span

# beginning of an id -> the name of the address of its page
_PAGES = {
    "clm": "read:claim",
    "inc": "reconcile:incident",
    "fnd": "assess:finding",
    "ask": "respond:ask",
    "act": "respond:action",
    "voi": "voices:voice",
    "itv": "respond:intervention",
}


# where a stretch of words begins in the reader, and the parameter that names it
PASSAGE, AT = "passage", "at"


def address_in(document: str, span: Span) -> str:
    """The address of a stretch of words in the reader of a document; offsets are code points, the end not included."""
    return f"{address_of(document)}?{AT}={span[0]}-{span[1]}#{PASSAGE}"


def address_of(about: object) -> str:
    """The address of the page of a document, claim, incident …; empty for what has no page."""
    return _address_of(str(about))


@lru_cache(maxsize=8192)
def _address_of(name: str) -> str:
    if name.startswith("sha256:"):
        return reverse("read:document", args=[name.removeprefix("sha256:")])
    page = _PAGES.get(name.partition("_")[0])
    try:
        return reverse(page, args=[name]) if page else ""
    except NoReverseMatch:
        return ""
