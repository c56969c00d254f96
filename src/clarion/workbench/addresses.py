"""Where the page of a thing is, by its id."""

from django.urls import NoReverseMatch, reverse

# beginning of an id -> the name of the address of its page
_PAGES = {
    "clm": "read:claim",
    "inc": "reconcile:incident",
    "fnd": "assess:finding",
    "ask": "respond:ask",
    "act": "respond:action",
    "voi": "voices:voice",
}


def address_of(about: object) -> str:
    """The address of the page of a document, claim, incident …; empty for what has no page."""
    name = str(about)
    if name.startswith("sha256:"):
        return reverse("read:document", args=[name.removeprefix("sha256:")])
    page = _PAGES.get(name.partition("_")[0])
    try:
        return reverse(page, args=[name]) if page else ""
    except NoReverseMatch:
        return ""
