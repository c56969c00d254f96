"""From a parser's draft to a document: metadata found in the text, and every stretch of the text marked."""

import dataclasses
from bisect import bisect_left, bisect_right, insort

from clarion.model.ids import DocumentId
from clarion.model.nouns import Document, Region, Span
from clarion.model.text import text_sha256
from clarion.model.vocabulary import RegionKind
from clarion.read.authors import authorship_spans, find_authors
from clarion.read.boilerplate import boilerplate_spans
from clarion.read.documentdates import find_day
from clarion.read.draft import Draft
from clarion.read.head import Head, find_head
from clarion.read.languages import language_of
from clarion.read.lines import Line, lines_of
from clarion.read.names import is_title_case
from clarion.read.page import Page
from clarion.read.publishers import find_publisher

# stretches in which nothing is looked for: they are not the document's own words
_APART = (RegionKind.QUOTED_MAIL, RegionKind.HEADER, RegionKind.BOILERPLATE, RegionKind.TABLE)
LONGEST_SUB_HEAD = 100


def described(draft: Draft, *, document_id: DocumentId, path: str) -> Document:
    """The document that a draft is."""
    lines = lines_of(draft.text)
    own = _outside(lines, draft.regions)
    head = find_head(own, draft.regions)
    body = own[len(head.lines) :]
    page = Page(draft.text, head, body, draft.metadata, _apart(lines, own))
    day = find_day(page)
    authors = tuple(author.value for author in find_authors(page))
    publisher = find_publisher(page, authors)
    return Document(
        id=document_id,
        path=path,
        media_type=draft.media_type,
        title=_title(page),
        publisher=publisher.value if publisher else None,
        authors=authors,
        published=day.day if day else None,
        published_basis=day.basis if day else None,
        language=language_of(draft.text, declared=draft.metadata.language),
        text_sha256=text_sha256(draft.text),
        problems=draft.problems,
        text=draft.text,
        regions=_regions(draft, head, body),
    )


def _apart(lines: list[Line], own: list[Line]) -> list[Line]:
    known = {line.span for line in own}
    return [line for line in lines if line.span not in known]


def _title(page: Page) -> str | None:
    headlines = page.head.of_kind(RegionKind.HEADLINE)
    if headlines:
        return headlines[0]
    return page.metadata.title.value if page.metadata.title else None


def _regions(draft: Draft, head: Head, body: list[Line]) -> tuple[Region, ...]:
    """Regions that cover the text from first word to last, none overlapping; what nothing else claims is body."""
    marked = list(draft.regions)
    marked += [Region(line.kind, line.line.span) for line in head.lines]
    if head.dateline_span is not None:
        marked.append(Region(RegionKind.DATELINE, head.dateline_span))
    marked += [Region(RegionKind.BYLINE, span) for span in authorship_spans(body)]
    marked += [Region(RegionKind.BOILERPLATE, span) for span in boilerplate_spans(body)]
    marked += [Region(RegionKind.HEADLINE, line.span) for line in _sub_heads(body)]
    return _covering(draft.text, _without_overlap(marked))


def _sub_heads(body: list[Line]) -> list[Line]:
    """Short lines between blank lines that do not end a sentence."""
    found = []
    for number, line in enumerate(body):
        alone = line.after_gap or line.text.startswith("#")
        short = len(line.text) <= LONGEST_SUB_HEAD and not line.text.endswith(
            (".", "!", "?", ":", ";", ",", ")", '"', "”")
        )
        letters = line.text.isupper() or line.text.startswith("#") or is_title_case(line.text)
        if alone and short and letters and number + 1 < len(body) and not line.text[0].isdigit():
            found.append(line)
    return found


def _without_overlap(regions: list[Region]) -> list[Region]:
    """The regions in text order; where two meet the one marked first wins, and the other keeps what is left of it."""
    kept: list[Region] = []
    for region in regions:
        for span in _free(region.span, kept):
            insort(kept, dataclasses.replace(region, span=span), key=_by_span)
    return kept


def _free(span: Span, kept: list[Region]) -> list[Span]:
    """The parts of a span that none of the regions, sorted and apart from each other, holds."""
    position, pieces = span[0], []
    first = max(bisect_left(kept, span, key=_by_span) - 1, 0)
    for number in range(first, len(kept)):
        region = kept[number]
        if region.span[0] >= span[1]:
            break
        pieces.append((position, region.span[0]))
        position = max(position, region.span[1])
    pieces.append((position, span[1]))
    return [(start, end) for start, end in pieces if start < end]


def _by_span(region: Region) -> Span:
    return region.span


def _covering(text: str, regions: list[Region]) -> tuple[Region, ...]:
    found: list[Region] = []
    position = 0
    for region in [*regions, None]:
        end = region.span[0] if region is not None else len(text)
        found += _body_between(text, position, end)
        if region is not None:
            found.append(region)
            position = region.span[1]
    return tuple(found)


def _body_between(text: str, start: int, end: int) -> list[Region]:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return []
    begin = start + len(piece) - len(piece.lstrip())
    return [Region(RegionKind.BODY, (begin, begin + len(stripped)))]


def _outside(lines: list[Line], regions: tuple[Region, ...]) -> list[Line]:
    """The lines that do not lie in a region set apart."""
    apart = _without_overlap([region for region in regions if region.kind in _APART])
    starts = [region.span[0] for region in apart]
    found = []
    for line in lines:
        number = bisect_right(starts, line.span[0]) - 1
        if number < 0 or line.span[1] > apart[number].span[1]:
            found.append(line)
    return found
