"""The blocks of a page as those of a Word document: headings, paragraphs, lists and tables with header rows.

Source: ISO/IEC 29500-1 (WordprocessingML), 17.3.1 (paragraphs), 17.4 (tables).
"""

from collections.abc import Callable, Iterator
from copy import copy
from itertools import count

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from clarion.publish.word.inline import Look, Words, bookmark, put, tidied, words_in

_HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading4"}
_STYLES = {
    "note": "Note", "sub": "Note", "c-foot": "Note", "facets": "Note", "meta": "Note", "judging": "Note",
    "headline": "Headline", "verdict": "Headline", "chosen": "Headline", "kind": "Note", "c-top": "ClaimHead",
    "lead": "ClaimHead", "c-title": "ClaimHead", "i-top": "IncidentHead", "seal": "Seal",
}  # fmt: skip
_INLINE = frozenset("a abbr b bdi br cite code em i mark q small span strong sub sup u".split())
_LEFT_OUT = frozenset("figure svg style script template".split())
_LEFT_OUT_CLASSES = frozenset(("skip", "edge"))


class Writer:
    """Writes the blocks of a page one after the other into a body. `targets` are the addresses that links may name."""

    def __init__(self, body: Element, targets: frozenset[str]) -> None:
        self._body = body
        self._targets = targets
        self._waiting: list[str] = []
        self._numbers = count()

    def write(self, element: Element) -> None:
        """An element with all that stands in it."""
        kinds = set((element.get("class") or "").split())
        if element.tag in _LEFT_OUT or kinds & _LEFT_OUT_CLASSES:
            return
        if name := element.get("id"):
            self._waiting.append(name)
        if "words" in kinds:
            self._text(element)
        else:
            _TAGS.get(str(element.tag), Writer._within)(self, element)

    def end(self) -> None:
        """Give the addresses that nothing followed a place of their own."""
        if self._waiting:
            self._paragraph([], None)

    def _within(self, element: Element) -> None:
        """The blocks in an element; words that stand in it bare are a paragraph."""
        if _is_line(element):
            self._line(element)
            return
        for child in element:
            if isinstance(child.tag, str):
                self.write(child)

    def _line(self, element: Element) -> None:
        kind = (element.get("class") or "").split(" ")[0]
        self._paragraph(tidied(words_in(element)), _STYLES.get(kind))

    def _heading(self, element: Element) -> None:
        self._paragraph(tidied(words_in(element)), _HEADINGS[str(element.tag)])

    def _summary(self, element: Element) -> None:
        """A line that opens a part on the page: its heading, with what stands beside it."""
        heading = next((child for child in element if child.tag in _HEADINGS), None)
        style = _HEADINGS[str(heading.tag)] if heading is not None else None
        self._paragraph(tidied(words_in(element)), style)

    def _list(self, element: Element) -> None:
        if "tiles" in (element.get("class") or "").split():
            self._paragraph(list(_joined([tidied(words_in(item)) for item in element], " · ")), None)
            return
        for item in element.iterchildren("li"):
            self._item(item)

    def _item(self, item: Element) -> None:
        """The first words of an item behind its bullet, further paragraphs and lists below."""
        if name := item.get("id"):
            self._waiting.append(name)
        depth = sum(1 for _ in item.iterancestors("ul", "ol"))
        style = "ListBullet" if depth < 2 else "ListBullet2"
        blocks = [child for child in item if isinstance(child.tag, str) and child.tag not in _INLINE]
        if not blocks:
            self._paragraph(tidied(words_in(item)), style)
            return
        loose = [Words(item.text or "", Look())]
        for child in item:
            if child.tag in _INLINE:
                loose += [*words_in_one(child), Words(child.tail or "", Look())]
        if first := tidied(loose):
            self._paragraph(first, style)
            style = "Note"
        for child in blocks:
            if child.tag == "p":
                self._paragraph(tidied(words_in(child)), style)
                style = "Note"
            else:
                self.write(child)

    def _facts(self, element: Element) -> None:
        """Names and what they hold: in one paragraph, or each on a line of its own."""
        kinds = (element.get("class") or "").split()
        pairs = [pair for pair in element if pair.tag == "div"]
        lines = [tidied(list(_pair(pair))) for pair in pairs]
        if "wide-facts" in kinds or "meanings" in kinds:
            for line in lines:
                self._paragraph(line, "Facts")
        else:
            self._paragraph(list(_joined(lines, " · ")), "Facts")

    def _quote(self, element: Element) -> None:
        self._paragraph(tidied(words_in(element, Look(language=element.get("lang")))), "Quote")

    def _text(self, element: Element) -> None:
        """The text of a document: a paragraph for each of its lines."""
        line: list[Words] = []
        for one in words_in(element, Look(language=element.get("lang")), as_written=True):
            parts = one.text.split("\n")
            for at, part in enumerate(parts):
                if at and line:
                    self._paragraph(line, "SourceText")
                    line = []
                if part or one.mark:
                    line.append(Words(part, one.look, one.mark))
        if line:
            self._paragraph(line, "SourceText")

    def _table(self, element: Element) -> None:
        rows = list(element.iter("tr"))
        columns = max((len(row) for row in rows), default=0)
        caption = element.find("caption")
        words = tidied(words_in(caption)) if caption is not None else []
        if words:
            self._paragraph(words, "Caption")
        if not columns:
            return
        table = OxmlElement("w:tbl")
        table.append(_table_look("".join(one.text for one in words)))
        grid = OxmlElement("w:tblGrid")
        for _ in range(columns):
            grid.append(OxmlElement("w:gridCol"))
        table.append(grid)
        self._body.append(table)
        for row in rows:
            table.append(self._row(row))
        # two tables side by side would run into one
        self._paragraph([], "Note")

    def _row(self, row: Element) -> Element:
        made = OxmlElement("w:tr")
        look = OxmlElement("w:trPr")
        look.append(OxmlElement("w:cantSplit"))
        is_head = (parent := row.getparent()) is not None and parent.tag == "thead"
        if is_head:
            look.append(OxmlElement("w:tblHeader"))
        made.append(look)
        if name := row.get("id"):
            self._waiting.append(name)
        for cell in row:
            held = OxmlElement("w:tc")
            made.append(held)
            outside, self._body = self._body, held
            is_name = cell.tag == "th"
            self._paragraph(tidied(words_in(cell, Look(bold=is_name))), "TableText")
            self._body = outside
        return made

    def _paragraph(self, words: list[Words], style: str | None) -> None:
        if not words and style not in ("Note", "TableText") and not self._waiting:
            return
        paragraph = OxmlElement("w:p")
        if style:
            look, named = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
            named.set(qn("w:val"), style)
            look.append(named)
            paragraph.append(look)
        for name in self._waiting:
            bookmark(paragraph, name, next(self._numbers))
        self._waiting = []
        put(paragraph, words, self._targets, self._numbers)
        self._body.append(paragraph)


def words_in_one(element: Element) -> Iterator[Words]:
    """The words of an element that stands within a line, with the look that it gives them."""
    held = OxmlElement("w:p")  # a parent of its own, so that nothing beside the element is read
    copied = copy(element)
    copied.tail = None
    held.append(copied)
    return words_in(held)


def _is_line(element: Element) -> bool:
    """Whether an element holds words and no blocks."""
    return all(not isinstance(child.tag, str) or child.tag in _INLINE for child in element) and bool(
        "".join(element.itertext()).strip()
    )


def _pair(pair: Element) -> Iterator[Words]:
    for at, child in enumerate(pair.iterchildren("dt", "dd")):
        if at:
            yield Words(": " if at == 1 else "; ", Look())
        yield from tidied(words_in(child, Look(bold=child.tag == "dt")))


def _joined(lines: list[list[Words]], between: str) -> Iterator[Words]:
    first = True
    for line in lines:
        if line and not first:
            yield Words(between, Look())
        first = first and not line
        yield from line


def _table_look(caption: str) -> Element:
    look = OxmlElement("w:tblPr")
    for name, values in (
        ("w:tblStyle", {"w:val": "TableGrid"}),
        ("w:tblW", {"w:w": "5000", "w:type": "pct"}),
        ("w:tblLook", {"w:val": "0620", "w:firstRow": "1", "w:firstColumn": "1"}),
        ("w:tblCaption", {"w:val": caption}),
    ):
        made = OxmlElement(name)
        for key, value in values.items():
            made.set(qn(key), value)
        look.append(made)
    return look


_TAGS: dict[str, Callable[[Writer, Element], None]] = {
    "p": Writer._line,
    "figcaption": Writer._line,
    "summary": Writer._summary,
    "ul": Writer._list,
    "ol": Writer._list,
    "dl": Writer._facts,
    "table": Writer._table,
    "blockquote": Writer._quote,
    **dict.fromkeys(_HEADINGS, Writer._heading),
}
