"""HTML: the whole visible text, with what the page marks as headline, menu or table. Nothing is rendered or fetched."""

import re
from dataclasses import dataclass

from lxml import etree, html

from clarion.model.text import normalised
from clarion.model.vocabulary import RegionKind
from clarion.read.charset import decode
from clarion.read.detect import HTML
from clarion.read.draft import Draft, TextBuilder, rows_together
from clarion.read.webflat import flat_text
from clarion.read.webmeta import page_metadata

# share of a block's letters inside links (0 to 1) above which it is likely a menu
MOSTLY_LINKS = 0.8

_BREAK = "\0"  # a line break while white space is not yet squeezed; HTML cannot hold NUL
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_SILENT = frozenset(
    "script style noscript template head title meta link iframe frame frameset object embed applet svg "
    "math canvas audio video map area input select option button datalist textarea".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p "
    "pre section summary table tbody tfoot thead tr ul".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FURNITURE = frozenset(("nav", "footer", "aside", "menu", "form", "dialog"))
_FURNITURE_ROLES = frozenset(
    ("navigation", "banner", "complementary", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog")
)
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|footer|sidebar|cookies?|consent|share|social|newsletter"
    r"|subscribe|related|comments?|advert|ads?|promo|skip)(?:$|[\s_-])",
    re.I,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ENDS_SENTENCE = re.compile(r"[.!?…。！？][\"'”’)\]]*\Z")
_SPACE = re.compile(r"[ \t\r\n\f\u200b]+")


def read_html(original: bytes) -> Draft:
    """The page's visible text. `<title>`, scripts, styles and hidden elements are not in it."""
    declared = _DECLARED.search(original[:4096])
    decoded = decode(original, declared[1].decode("ascii", "replace") if declared else None)
    root = _parsed(decoded.text)
    if root is None:
        text = normalised(flat_text(decoded.text))
        return Draft(
            HTML, text, problems=(*decoded.problems, "the page is nested too deeply; its structure was not read")
        )
    blocks = _Walk().blocks(root)
    main = _main_text(decoded.text) if any(block.suspect for block in blocks) else None
    builder = TextBuilder()
    before: RegionKind | None = None
    for block in blocks:
        dropped = block.suspect and main is not None and _squeezed(block.text) not in main
        kind = RegionKind.BOILERPLATE if dropped else block.kind
        builder.add(block.text, kind, gap=rows_together(kind, before))
        before = kind
    return Draft(HTML, builder.text(), builder.regions(), page_metadata(root), decoded.problems)


def text_of_html(source: str) -> str:
    """The visible text of an HTML body, as read in e-mail."""
    root = _parsed(source)
    return "\n\n".join(block.text for block in _Walk().blocks(root)) if root is not None else flat_text(source)


def _parsed(source: str) -> html.HtmlElement | None:
    """The page as a tree; None when it holds none, or is nested so deeply that the parser would cut it short."""
    # huge_tree raises the depth from 256 to 2,048; the worker's limits guard memory and time
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return None if any("depth" in error.message for error in parser.error_log) else root


def _main_text(source: str) -> str | None:
    """What trafilatura holds to be the page's main text, squeezed: a hint which doubtful blocks are furniture."""
    from trafilatura import extract  # noqa: PLC0415 - takes most of a second to load, and few pages need it

    main = extract(source, output_format="txt", favor_recall=True, include_comments=True, include_tables=True)
    return _squeezed(main) if main else None


def _squeezed(text: str) -> str:
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, heading, item or row. `suspect`: furniture by its links or its name, unless it is main text."""

    text: str
    kind: RegionKind | None
    suspect: bool


@dataclass(slots=True)
class _Frame:
    """What an open block element says of the text in it."""

    kind: RegionKind | None
    suspect: bool
    kept_space: bool


class _Walk:
    """Goes through a page once, without recursion, and cuts its visible text into blocks."""

    def __init__(self) -> None:
        self._blocks: list[_Block] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._in_link = 0
        self._frames = [_Frame(None, False, False)]

    def blocks(self, root: html.HtmlElement) -> list[_Block]:
        """The visible blocks in page order."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "end":
                self._leave(element, tag)
            elif tag in _SILENT or _is_hidden(element):
                walk.skip_subtree()
            else:
                self._enter(element, tag)
        self._flush()
        return self._blocks

    def _enter(self, element: html.HtmlElement, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._frames.append(self._frame(element, tag))
        elif tag == "br":
            self._pieces.append(_BREAK)
        elif tag in ("td", "th") and any(piece.strip() for piece in self._pieces):
            self._pieces.append(" | ")
        elif tag == "a":
            self._in_link += 1
        self._add(element.text)

    def _leave(self, element: html.HtmlElement, tag: str) -> None:
        if not (tag in _SILENT or _is_hidden(element)):
            if tag in _BLOCKS:
                self._flush()
                self._frames.pop()
            elif tag == "a":
                self._in_link -= 1
        self._add(element.tail)

    def _frame(self, element: html.HtmlElement, tag: str) -> _Frame:
        outer = self._frames[-1]
        kind = outer.kind
        if tag in _FURNITURE or (element.get("role") or "").lower() in _FURNITURE_ROLES:
            kind = RegionKind.BOILERPLATE
        elif tag in _HEADINGS and kind is None:
            kind = RegionKind.HEADLINE
        elif tag == "table" and kind is None and _holds_data(element):
            kind = RegionKind.TABLE
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        return _Frame(kind, outer.suspect or bool(_FURNITURE_NAME.search(named)), outer.kept_space or tag == "pre")

    def _add(self, text: str | None) -> None:
        if not text:
            return
        kept = self._frames[-1].kept_space
        self._pieces.append(text.replace("\n", _BREAK) if kept else text)
        self._linked += len(text.strip()) if self._in_link > 0 else 0

    def _flush(self) -> None:
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(self._pieces).split(_BREAK))
        text = "\n".join(line for line in lines if line)
        if text:
            frame = self._frames[-1]
            links = self._linked >= MOSTLY_LINKS * len(text) and not _ENDS_SENTENCE.search(text)
            self._blocks.append(_Block(text, frame.kind, frame.kind is None and (frame.suspect or links)))
        self._pieces, self._linked = [], 0


def _is_hidden(element: html.HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
    )


def _holds_data(table: html.HtmlElement) -> bool:
    """A table of figures or names, not one that lays out a page: two rows of two cells, and no paragraphs inside."""
    rows = list(table.iter("tr"))
    wide = sum(len(row.findall("td")) + len(row.findall("th")) > 1 for row in rows)
    return wide >= 2 and next(table.iter("p", "div", "h1", "h2", "h3", "ul", "ol"), None) is None
