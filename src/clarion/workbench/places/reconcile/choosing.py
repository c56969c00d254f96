"""What incidents can be narrowed to, in the list, on the map and over time alike."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from clarion.flow.desk.filters import IncidentFilter
from clarion.workbench import words
from clarion.workbench.asking import day_of, sort_of, text_of
from clarion.workbench.facets import Kind, unknown_or
from clarion.workbench.naming import country_name

SORTS = ("newest", "oldest", "origins", "act")
SORT_NAMES = (
    ("newest", _("newest first")),
    ("oldest", _("oldest first")),
    ("origins", _("most origins first")),
    ("act", _("by act")),
)
# what an address of the place may hold, beside the cursor; it is kept while switching between list, map and time
NAMES = ("act", "status", "country", "at", "since", "until", "words", "alarm", "judged", "tag", "assigned", "sort")


def _judged(value: str) -> Any:
    if value == "no":
        return _("not judged")
    if value == "yes":
        return _("judged")
    return _("judged differently") if value == "differing" else words.word(words.JUDGED, value)


KINDS = {
    "status": Kind(_("Status"), lambda value: words.word(words.STATUS, value)),
    "act": Kind(_("Act"), lambda value: words.word(words.ACT, value)),
    "country": Kind(_("Country"), unknown_or(country_name)),
    "year": Kind(_("Year"), unknown_or(str)),
    "alarm": Kind(_("Alarms"), lambda value: _("any alarm") if value == "any" else words.word(words.ALARM, value)),
    "judged": Kind(_("Judged"), _judged),
}
OTHERS = {
    "words": _("Words"),
    "since": _("From"),
    "until": _("To"),
    "at": _("Point of the map"),
    "tag": _("Tag"),
    "assigned": _("Assigned to"),
}


def incident_filter(query: QueryDict) -> IncidentFilter:
    """The filter that an address asks for.

    Raises:
        BadRequest: a day is none.
    """
    return IncidentFilter(
        act=text_of(query, "act"),
        status=text_of(query, "status"),
        country=text_of(query, "country"),
        since=day_of(query, "since"),
        until=day_of(query, "until"),
        words=text_of(query, "words") or "",
        alarm=text_of(query, "alarm"),
        at=text_of(query, "at"),
        judged=text_of(query, "judged"),
        tag=text_of(query, "tag"),
        assigned=text_of(query, "assigned"),
        sort=sort_of(query, SORTS),
    )
