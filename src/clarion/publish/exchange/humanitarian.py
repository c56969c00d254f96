"""Incidents as a table with HXL hashtags: a header, the tags, a row for each incident and place.

`dictionary` says of each column what it holds. Numbers are bounds that words support: a best figure stands only where
a rule of the record gives one. Dates are the first day and the first day after.

Source: Humanitarian Exchange Language 1.1, hashtag dictionary.
"""

import csv
import io

from clarion.model import Incident, Place
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.spreadsheet import harmless

# header, tag, what the column holds
COLUMNS = (
    ("Incident", "#event+id", "id of the incident in the record"),
    ("Title", "#event+name", "what is said to have happened, in words"),
    ("Act", "#event+type", "the act, a word of Clarion's vocabulary"),
    ("Status", "#status", "how sure: confirmed, disputed, corroborated, reported, warned, denied or refuted"),
    ("From day", "#date+start", "first day on which it is said to have happened; empty when unknown"),
    ("To day", "#date+end", "the first day after; empty when unknown or open"),
    ("Place", "#loc+name", "the place as named"),
    ("Role of the place", "#loc+type", "at, from, to or via"),
    ("Country", "#country+code+v_iso2", "ISO 3166-1 code of two letters; empty when unknown"),
    ("Latitude", "#geo+lat", "degrees, WGS 84, of the place that was named"),
    ("Longitude", "#geo+lon", "degrees, WGS 84, of the place that was named"),
    ("Affected at least", "#affected+min", "the lowest number that the words support"),
    ("Affected at most", "#affected+max", "the highest number that the words support; empty when open"),
    ("Affected, best", "#affected+best", "one number, only where a rule of the record gives one"),
    ("Unit", "#affected+unit", "people, families, vehicles, events or other"),
    ("Origins", "#source+num", "how many origins that do not depend on each other say that it happened"),
    ("Denials", "#source+denied+num", "how many claims deny it"),
    ("Sources", "#source+name", "the publishers of its documents"),
    ("Claims", "#meta+claims", "ids of its claims in the record"),
)  # fmt: skip


def to_hxl(index: Index, options: PublishOptions) -> bytes:
    """The table, UTF-8 with a byte order mark and CRLF."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([header for header, _, _ in COLUMNS])
    writer.writerow([tag for _, tag, _ in COLUMNS])
    for incident in sorted(index.incidents.values(), key=lambda one: index.incident_number[one.id]):
        for place in incident.where or (None,):
            writer.writerow([_cell(value) for value in _row(incident, place, index)])
    return b"\xef\xbb\xbf" + held.getvalue().encode()


def dictionary() -> str:
    """The data dictionary of the table, as CSV with a header."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(("column", "hashtag", "holds"))
    writer.writerows(COLUMNS)
    return held.getvalue()


def _row(incident: Incident, place: Place | None, index: Index) -> list[str | float | None]:
    count = incident.affected.count if incident.affected else None
    documents = dict.fromkeys(claim.document for claim in index.held(incident.claims))
    publishers = dict.fromkeys(
        index.documents[one].publisher or "unknown" for one in documents if one in index.documents
    )
    return [
        incident.id,
        incident.title,
        incident.act,
        incident.status.value,
        incident.when.start if incident.when else None,
        incident.when.end if incident.when else None,
        place.name if place else None,
        (place.role.value if place.role else "at") if place else None,
        place.country if place else None,
        *((place.lat, place.lon) if place else (None, None)),
        *((count.low, count.high, count.best) if count else (None, None, None)),
        count.unit.value if count else None,
        incident.origins,
        len(incident.denials),
        "; ".join(publishers),
        " ".join(incident.claims),
    ]


def _cell(value: str | float | None) -> str:
    """A number as it is, minus sign and all; words so that no spreadsheet computes them."""
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else str(value)
