"""A record as CSV: one row per claim, for spreadsheets.

UTF-8 with a byte order mark and CRLF, as spreadsheets expect; every cell quoted. A cell that a spreadsheet could take
for a formula begins with an apostrophe, and hidden characters are written out, so `quote` is for reading;
the exact words are in the JSON.

Source: OWASP, CSV Injection.
"""

import csv
import io
from collections.abc import Iterable

from clarion.model import Claim, Document, Number
from clarion.publish.codes import VOCABULARIES, codes_of, joined, unchecked
from clarion.publish.index import Index
from clarion.publish.judged import judged
from clarion.publish.options import PublishOptions
from clarion.publish.visible import visible

# what makes a spreadsheet compute: the first character, also in its full-width form and behind blanks
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")

COLUMNS = (
    "view", "number", "claim", "document", "path", "publisher", "title", "published", "language",
    "span_start", "span_end", "quote", "act", "stance", "tentative", "actors", "affected",
    "count_low", "count_high", "count_best", "count_unit", "count_kind", "count_share_of", "count_words",
    "when_start", "when_end", "when_precision", "where", "voices", "addressees", "object_act", "norms",
    "incidents", "method", "judged", "act_huridocs", "act_plover", "act_acled", "act_codes_unchecked",
)  # fmt: skip


def to_csv(index: Index, options: PublishOptions) -> bytes:
    """The claims of a record, a header first, rows in the order of the claims' numbers."""
    held = io.StringIO()
    writer = csv.writer(held, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in index.claims.values():
        cells = _cells(claim, index, options)
        writer.writerow([harmless(cells[column]) for column in COLUMNS])
    return b"\xef\xbb\xbf" + held.getvalue().encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet computes: behind an apostrophe when it could begin a formula."""
    shown = visible(cell)
    first = shown.lstrip(" \u00a0\u3000")[:1]
    return "'" + shown if first in _FORMULA and first else shown


def _cells(claim: Claim, index: Index, options: PublishOptions) -> dict[str, str]:
    codes = codes_of(claim.act, options)
    return {
        "view": options.view.value.upper(),
        "number": f"C{index.claim_number[claim.id]}",
        "claim": claim.id,
        **_document_cells(index.documents.get(claim.document), claim),
        "span_start": str(claim.span[0]),
        "span_end": str(claim.span[1]),
        "quote": claim.quote,
        "act": claim.act,
        "stance": claim.stance.value,
        "tentative": "yes" if claim.tentative else "no",
        "actors": _joined(party.name for party in claim.actors),
        **_affected_cells(claim, index),
        "when_start": (claim.when and claim.when.start) or "",
        "when_end": (claim.when and claim.when.end) or "",
        "when_precision": claim.when.precision.value if claim.when and claim.when.precision else "",
        "where": _joined(f"{place.role or 'at'}: {place.name}" for place in claim.where),
        "voices": _joined(f"{voice.role}: {voice.name}" for voice in claim.voices),
        "addressees": _joined(party.name for party in claim.addressees),
        "object_act": claim.object_act or "",
        "norms": _joined(claim.norms),
        "incidents": _joined(index.incidents_of.get(claim.id, ())),
        "method": claim.method,
        "judged": judged(index, claim.id).words,
        **{f"act_{name}": joined(codes, name) for name in VOCABULARIES},
        "act_codes_unchecked": unchecked(codes),
    }


def _document_cells(document: Document | None, claim: Claim) -> dict[str, str]:
    return {
        "document": claim.document,
        "path": document.path if document else "",
        "publisher": (document and document.publisher) or "",
        "title": (document and document.title) or "",
        "published": document.published.isoformat() if document and document.published else "",
        "language": (document and document.language) or "",
    }


def _affected_cells(claim: Claim, index: Index) -> dict[str, str]:
    count = claim.affected.count if claim.affected else None
    return {
        "affected": (claim.affected and claim.affected.description) or "",
        "count_low": _number(count.low if count else None),
        "count_high": _number(count.high if count else None),
        "count_best": _number(count.best if count else None),
        "count_unit": count.unit.value if count else "",
        "count_kind": count.kind.value if count else "",
        "count_share_of": (count and count.share_of) or "",
        "count_words": (index.text_of(claim.document, count.span) or "") if count else "",
    }


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _number(value: Number | None) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
