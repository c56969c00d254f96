"""Tables of what a person chose at a desk, as CSV, made piece by piece so that a large one needs no memory.

UTF-8 with a byte order mark and CRLF; every cell quoted, none that a spreadsheet would compute.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from clarion.flow.desk.filters import ClaimFilter
from clarion.flow.desk.paging import LARGEST, Paging
from clarion.flow.desk.reading import Reading
from clarion.flow.desk.rows import ClaimRow
from clarion.model.vocabulary import View
from clarion.publish.spreadsheet import harmless

CLAIM_COLUMNS = (
    "view", "claim", "document", "title", "publisher", "published", "span_start", "span_end", "quote", "act",
    "stance", "tentative", "actors", "affected", "count_low", "count_high", "count_best", "count_unit", "count_kind",
    "when_start", "when_end", "when_precision", "where", "country", "voices", "addressees", "norms", "incidents",
    "method", "judged", "judged_by", "differing", "corrected", "tags",
)  # fmt: skip


def claims_table(desk: Reading, chosen: ClaimFilter) -> Iterator[bytes]:
    """The claims that a filter lets through, a header first, in pieces of a few hundred rows. The view is sealed.

    Raises:
        BadRequest: a choice of the filter is none.
    """
    # the first page is asked for before anything is given, so that a filter that is none can still be refused
    page = desk.claims(chosen, Paging(size=LARGEST))
    yield b"\xef\xbb\xbf" + _lines([CLAIM_COLUMNS])
    while True:
        yield _lines(_cells(row) for row in page.items)
        if page.next is None:
            return
        page = desk.claims(chosen, Paging(cursor=page.next, size=LARGEST))


def _lines(rows: Iterable[tuple[str, ...]]) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return held.getvalue().encode()


def _cells(row: ClaimRow) -> tuple[str, ...]:
    claim, said = row.claim, row.said
    return (
        View.SEALED.value.upper(),
        claim.id,
        claim.document,
        *(_plain(one) for one in (row.title, row.publisher, row.published)),
        str(claim.span[0]),
        str(claim.span[1]),
        claim.quote,
        claim.act,
        claim.stance.value,
        _yes(claim.tentative),
        "; ".join(party.name for party in claim.actors),
        *_affected(row),
        *_when(row),
        "; ".join(f"{place.role or 'at'} {place.name}" for place in claim.where),
        _plain(row.country),
        " > ".join(voice.name for voice in claim.voices),
        "; ".join(party.name for party in claim.addressees),
        "; ".join(claim.norms),
        "; ".join(row.incidents),
        claim.method,
        said.verdict or "no",
        _plain(said.by),
        _yes(said.differs),
        _yes(row.corrected),
        "; ".join(row.tags),
    )


def _affected(row: ClaimRow) -> tuple[str, ...]:
    affected = row.claim.affected
    count = affected.count if affected else None
    words = _plain(affected.description) if affected else ""
    if count is None:
        return (words, "", "", "", "", "")
    return (words, *(_plain(one) for one in (count.low, count.high, count.best)), count.unit.value, count.kind.value)


def _when(row: ClaimRow) -> tuple[str, ...]:
    when = row.claim.when
    return ("", "", "") if when is None else (_plain(when.start), _plain(when.end), _plain(when.precision))


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
