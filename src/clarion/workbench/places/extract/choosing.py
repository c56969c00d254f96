"""What the table of claims can be narrowed to, and how the choices are worded."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from clarion.flow.desk.filters import ClaimFilter
from clarion.workbench import words
from clarion.workbench.asking import day_of, sort_of, text_of
from clarion.workbench.facets import Kind, unknown_or
from clarion.workbench.naming import country_name

SORTS = ("document", "newest", "oldest")
SORT_NAMES = (
    ("document", _("as the documents run")),
    ("newest", _("by day told, newest first")),
    ("oldest", _("by day told, oldest first")),
)
# what an address of the table may hold, beside the cursor
NAMES = (
    "act", "stance", "voice", "country", "since", "until", "judged", "document", "words", "tag", "assigned", "sort",
)  # fmt: skip


def _judged(value: str) -> Any:
    if value == "no":
        return _("not judged")
    if value == "yes":
        return _("judged")
    if value == "differing":
        return _("judged differently")
    return words.word(words.JUDGED, value)


KINDS = {
    "act": Kind(_("Act"), lambda value: words.word(words.ACT, value)),
    "stance": Kind(_("Stance"), lambda value: words.word(words.STANCE, value)),
    "judged": Kind(_("Judged"), _judged),
    "country": Kind(_("Country"), unknown_or(country_name)),
    "year": Kind(_("Year told"), unknown_or(str)),
    "voice": Kind(_("Voice"), unknown_or(str)),
}
OTHERS = {
    "words": _("Words"),
    "since": _("From"),
    "until": _("To"),
    "document": _("Document"),
    "tag": _("Tag"),
    "assigned": _("Assigned to"),
}


def claim_filter(query: QueryDict) -> ClaimFilter:
    """The filter that an address asks for.

    Raises:
        BadRequest: a day is none.
    """
    return ClaimFilter(
        act=text_of(query, "act"),
        stance=text_of(query, "stance"),
        voice=text_of(query, "voice"),
        country=text_of(query, "country"),
        since=day_of(query, "since"),
        until=day_of(query, "until"),
        judged=text_of(query, "judged"),
        document=text_of(query, "document"),
        words=text_of(query, "words") or "",
        tag=text_of(query, "tag"),
        assigned=text_of(query, "assigned"),
        sort=sort_of(query, SORTS),
    )
