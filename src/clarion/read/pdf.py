"""PDF: text by pages, with paragraphs told from the gaps between lines and words joined that a line end cut.

Pages are parted by a form feed, so the page of an offset is `text.count("\\f", 0, offset) + 1`.
"""

import ctypes
import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from clarion.model.errors import UnreadableFile
from clarion.model.nouns import Region
from clarion.model.vocabulary import RegionKind
from clarion.read.detect import PDF
from clarion.read.draft import Draft, Found, FoundDay, Metadata, TextBuilder
from clarion.read.names import is_person

MOST_PAGES = 5_000
# a step to the next line above this multiple of the usual one begins a paragraph
PARAGRAPH_STEP = 1.3
# a change of letter size above this share (0 to 1) begins a paragraph
SIZE_CHANGE = 0.12
# a line shorter than this share of the usual one ends where it ends for a reason
FULL_LINE = 0.75
# a line at the edge of at least so many pages, and of half of them, is a running head
FEWEST_REPEATS = 3

MOST_ATTACHMENTS = 200

PAGE_BREAK = "\f"
JOINT = "\u2010"  # stands where a line end cut a word, until the word is whole again
# what pdfium writes for a hyphen at a line's end
_AS_HYPHEN = {ord(sign): JOINT for sign in "\u0002\ufffe\u00ad"}
_CUT_WORD = re.compile(r"([^\W\d_]+)[-\u2010]\Z")
_JOINT_WORD = re.compile(r"(?:([^\W\d_]+)\u2010(?=([^\W\d_]+)))")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PAGE_NUMBER = re.compile(r"\W*(?:page|seite|página|стр\.?|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W*", re.I)
_ITEM = re.compile(r"(?:[-*•·–▪●]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")
_DIGITS = re.compile(r"\d+")
_INFO_DAY = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page, with its first letter's size (points).

    `top` and `foot` are how far up its first and last letter stand (points); they differ where pdfium
    joined two lines at a hyphen.
    """

    text: str
    top: float
    foot: float
    size: float


def read_pdf(original: bytes) -> Draft:
    """The text of all pages. Running heads and page numbers are marked as boilerplate.

    Raises:
        UnreadableFile: the file wants a password, or is too broken to open.
    """
    document = _opened(original)
    try:
        problems = [] if b"%%EOF" in original[-2048:] else ["the file has no end mark; it may be cut short"]
        count = len(document)
        if count > MOST_PAGES:
            problems.append(f"the file has {count} pages; only the first {MOST_PAGES} were read")
        pages = [_rows(document, number) for number in range(min(count, MOST_PAGES))]
        problems += _silent_pages(pages)
        text, regions = _joined(pages)
        return Draft(PDF, text, regions, _metadata(document), tuple(problems), _attachments(document))
    finally:
        document.close()


def _opened(original: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(original)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise UnreadableFile(
                "the PDF is protected by a password; save it without one and take that in"
            ) from problem
        raise UnreadableFile("the PDF is broken or cut short; get a whole copy, or print it to a new PDF") from problem


def _rows(document: pypdfium2.PdfDocument, number: int) -> list[_Row]:
    try:
        page = document[number]
        try:
            return _rows_of(page.get_textpage())
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return []  # told as a page without text


def _rows_of(page: pypdfium2.PdfTextPage) -> list[_Row]:
    texts = page.get_text_range().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = []
    for text, (first, last) in zip_longest(texts, _line_ends(page)[: len(texts)], fillvalue=(0, 0)):
        plain = str(text).replace("\0", "").translate(_AS_HYPHEN).strip(" \t")
        if plain:
            size = pdfium.FPDFText_GetFontSize(page.raw, first)
            rows.append(_Row(plain, _height(page, first), _height(page, last), size))
    page.close()
    return rows


def _line_ends(page: pypdfium2.PdfTextPage) -> list[tuple[int, int]]:
    """The numbers of the first and last visible letter of each line, as pdfium counts letters."""
    ends: list[tuple[int, int]] = []
    first = last = -1
    for number in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page.raw, number)
        if code == 10:
            ends.append((max(first, 0), max(last, 0)))
            first = last = -1
        elif code not in (9, 13, 32):
            first, last = (number if first < 0 else first), number
    return [*ends, (max(first, 0), max(last, 0))]


def _height(page: pypdfium2.PdfTextPage, number: int) -> float:
    across, up = ctypes.c_double(), ctypes.c_double()
    return up.value if pdfium.FPDFText_GetCharOrigin(page.raw, number, across, up) else 0.0


def _silent_pages(pages: list[list[_Row]]) -> list[str]:
    silent = [str(number) for number, rows in enumerate(pages, start=1) if not rows]
    if not silent:
        return []
    named = ", ".join(silent[:10]) + (f" and {len(silent) - 10} more" if len(silent) > 10 else "")
    return [f"no text on page {named}; if it is a scan, run OCR on it"]


def _joined(pages: list[list[_Row]]) -> tuple[str, tuple[Region, ...]]:
    running = _running_heads(pages)
    usual = median([len(row.text) for rows in pages for row in rows] or [0])
    known = frozenset(_WORD.findall(" ".join(row.text for rows in pages for row in rows)))
    builder = TextBuilder()
    breaks = 0
    for rows in pages:
        edges = (*rows[:1], *rows[-1:])
        furniture = {row for row in edges if _edge_key(row) in running or _PAGE_NUMBER.fullmatch(row.text)}
        for kind, paragraph in _paragraphs(rows, furniture, usual, known):
            gap = "\n\n" if not paragraph[0].islower() or not breaks else "\n"
            gap += PAGE_BREAK * breaks
            if builder.add(_mended(paragraph, known), kind, gap=gap) is not None:
                breaks = 0
        breaks += 1
    return builder.text(), builder.regions()


def _paragraphs(
    rows: list[_Row], furniture: set[_Row], usual: float, known: frozenset[str]
) -> Iterator[tuple[RegionKind | None, str]]:
    step = _usual_step(rows)
    current, last = "", None
    for row in rows:
        if last is None or row in furniture or last in furniture or _begins_paragraph(last, row, step):
            if last is not None:
                yield (RegionKind.BOILERPLATE if last in furniture else None), current
            current = row.text
        else:
            current = _continued(current, row.text, known, full=len(last.text) >= FULL_LINE * usual)
        last = row
    if last is not None:
        yield (RegionKind.BOILERPLATE if last in furniture else None), current


def _begins_paragraph(last: _Row, row: _Row, step: float) -> bool:
    down = last.foot - row.top
    larger = last.size > 0 and abs(row.size - last.size) > SIZE_CHANGE * last.size
    # upwards is the next column, where a sentence may go on
    return (step > 0 and down > PARAGRAPH_STEP * step) or larger


def _continued(text: str, line: str, known: frozenset[str], *, full: bool) -> str:
    """A paragraph with its next line. A word cut at the line's end is joined; a hyphen that the word has stays."""
    cut, first = _CUT_WORD.search(text), _WORD.match(line)
    if cut is not None and first is not None and first[0][0].islower():
        return text[: cut.end(1)] + _hyphen(cut[1], first[0], known) + line
    return text + (" " if full and not _ITEM.match(line) else "\n") + line


def _hyphen(left: str, right: str, known: frozenset[str]) -> str:
    """The hyphen of a word that has one elsewhere in the document; nothing for a word that a line end cut."""
    return "-" if left + right not in known and f"{left}-{right.partition('-')[0]}" in known else ""


def _mended(text: str, known: frozenset[str]) -> str:
    return _JOINT_WORD.sub(lambda cut: cut[1] + _hyphen(cut[1], cut[2], known), text).replace(JOINT, "-")


def _usual_step(rows: list[_Row]) -> float:
    steps = [last.foot - row.top for last, row in pairwise(rows)]
    return median([step for step in steps if step > 0] or [0.0])


def _running_heads(pages: list[list[_Row]]) -> frozenset[str]:
    """Lines that stand at the top or bottom of page after page, whatever number they carry."""
    counts = Counter(key for rows in pages for key in {_edge_key(row) for row in (*rows[:1], *rows[-1:])})
    enough = max(FEWEST_REPEATS, len(pages) // 2)
    return frozenset(key for key, count in counts.items() if count >= enough)


def _edge_key(row: _Row) -> str:
    return _DIGITS.sub("#", row.text)


def _metadata(document: pypdfium2.PdfDocument) -> Metadata:
    info = document.get_metadata_dict(skip_empty=True)
    title, author = info.get("Title", "").strip(), info.get("Author", "").strip()
    basis = "the PDF's metadata"
    return Metadata(
        title=Found(title, basis) if title else None,
        authors=(Found(author, basis),) if is_person(author) else (),
        weak_day=_info_day(info.get("CreationDate", "")),
    )


def _info_day(written: str) -> FoundDay | None:
    found = _INFO_DAY.match(written)
    if found is None:
        return None
    try:
        day = datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return FoundDay(day, "the PDF's metadata (day the PDF was made; weak: a copy may be made later)")


def _attachments(document: pypdfium2.PdfDocument) -> tuple[tuple[str, bytes], ...]:
    found = []
    for number in range(min(document.count_attachments(), MOST_ATTACHMENTS)):
        try:
            attachment = document.get_attachment(number)
            found.append((attachment.get_name() or f"part-{number + 1}", bytes(attachment.get_data())))
        except pypdfium2.PdfiumError:
            continue  # an attachment that is named but not in the file
    return tuple(found)
