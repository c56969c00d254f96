"""Incidents as a table with HXL hashtags: a header, the tags, a row for each incident and place.

`dictionary` says of each column what it holds. Numbers are bounds that words support: a best figure stands only where
a rule of the record gives one. Dates are the first day and the first day after.

Source: Humanitarian Exchange Language 1.1, hashtag dictionary.
"""

import csv
import io

from clarion.model import Incident, Place, Status
from clarion.publish.codes import VOCABULARIES, codes_of, joined, unchecked
from clarion.publish.exchange.accuracy import accuracy_of
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.spreadsheet import harmless
from clarion.publish.words import STATUS_MEANING

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
    ("Accuracy", "#geo+precision", "what the point stands for: the middle of a place, a region or a country"),
    ("Affected at least", "#affected+min", "the lowest number that the words support"),
    ("Affected at most", "#affected+max", "the highest number that the words support; empty when open"),
    ("Affected, best", "#affected+best", "one number, only where a rule of the record gives one"),
    ("Unit", "#affected+unit", "people, families, vehicles, events or other"),
    ("Origins", "#source+num", "how many origins that do not depend on each other say that it happened"),
    ("Denials", "#source+denied+num", "how many claims deny it"),
    ("Sources", "#source+name", "the publishers of its documents"),
    ("Claims", "#meta+claims", "ids of its claims in the record"),
    ("Act in HURIDOCS", "#event+type+code+v_huridocs", "code of the act in micro-thesaurus 4; empty where it has none"),
    ("Act in PLOVER", "#event+type+code+v_plover", "type and mode of the act in PLOVER; empty where it has none"),
    ("Act in ACLED", "#event+type+code+v_acled", "type of event that the act is in ACLED; empty where it has none"),
    ("Codes not checked", "#meta+codes+unchecked", "vocabularies whose code was not held against them"),
)  # fmt: skip


def to_hxl(index: Index, options: PublishOptions) -> bytes:
    """The table, UTF-8 with a byte order mark and CRLF."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([header for header, _, _ in COLUMNS])
    writer.writerow([tag for _, tag, _ in COLUMNS])
    for incident in sorted(index.incidents.values(), key=lambda one: index.incident_number[one.id]):
        for place in incident.where or (None,):
            writer.writerow([_cell(value) for value in (*_row(incident, place, index), *_codes(incident, options))])
    return b"\xef\xbb\xbf" + held.getvalue().encode()


# what the tags and attributes of the table mean, by themselves
TAGS = {
    "#event": "a happening that the documents tell",
    "#status": "how surely it is known",
    "#date": "a day, Gregorian, ISO 8601",
    "#loc": "a place that was named",
    "#country": "a state or territory",
    "#geo": "a position on earth, WGS 84",
    "#affected": "people, families or vehicles that the act is said to have touched",
    "#source": "where the account comes from",
    "#meta": "about the row, not about the happening",
}
ATTRIBUTES = {
    "+id": "an identifier; another one in each view",
    "+name": "words for people to read",
    "+type": "of which kind it is",
    "+code": "a code of a vocabulary",
    "+start": "the first day",
    "+end": "the first day after",
    "+v_iso2": "the vocabulary is ISO 3166-1, two letters",
    "+v_huridocs": "the vocabulary is HURIDOCS micro-thesaurus 4",
    "+v_plover": "the vocabulary is PLOVER",
    "+v_acled": "the vocabulary is that of ACLED’s event types",
    "+lat": "latitude in degrees",
    "+lon": "longitude in degrees",
    "+precision": "how near a position is to the place that was named",
    "+min": "the lowest value that the words support",
    "+max": "the highest value that the words support",
    "+unit": "what is counted",
    "+best": "the one value that a rule of the record gives",
    "+num": "how many",
    "+denied": "of those who deny it",
    "+claims": "ids of claims",
    "+codes": "of the codes of the act",
    "+unchecked": "not held against the vocabulary itself",
}


def to_dictionary(index: Index, options: PublishOptions) -> bytes:
    """The data dictionary of the table, the same for every record: UTF-8 with a byte order mark and CRLF."""
    return b"\xef\xbb\xbf" + dictionary().encode()


def dictionary() -> str:
    """The data dictionary as CSV with a header: each column, then each tag, each attribute and each word of status."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(("column", "hashtag", "holds"))
    writer.writerows(COLUMNS)
    writer.writerows(("", tag, meaning) for tag, meaning in TAGS.items())
    writer.writerows(("", attribute, meaning) for attribute, meaning in ATTRIBUTES.items())
    writer.writerows(("", f"#status = {status.value}", STATUS_MEANING[status]) for status in Status)
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
        *((place.lat, place.lon, accuracy_of(place)) if place else (None, None, None)),
        *((count.low, count.high, count.best) if count else (None, None, None)),
        count.unit.value if count else None,
        incident.origins,
        len(incident.denials),
        "; ".join(publishers),
        " ".join(incident.claims),
    ]


def _codes(incident: Incident, options: PublishOptions) -> list[str]:
    codes = codes_of(incident.act, options)
    return [*(joined(codes, vocabulary) for vocabulary in VOCABULARIES), unchecked(codes)]


def _cell(value: str | float | None) -> str:
    """A number as it is, minus sign and all; words so that no spreadsheet computes them."""
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else str(value)
