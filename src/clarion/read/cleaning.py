"""HTML made safe to show: a short list of elements and attributes is kept, everything else is dropped or named.

The words of a page stay, and its headings, paragraphs, lists and tables. Scripts, styles, forms, frames, pictures,
links that lead anywhere, and every attribute that could load, run or cover something, do not.
"""

import re
from html import escape

from lxml import etree, html

from clarion.model.errors import UnreadableFile
from clarion.read.charset import decode

# element -> element written; both are ours, so nothing of the page's own markup is copied
_KEPT = {
    name: name
    for name in (
        "abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl "
        "dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s "
        "samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
    ).split()
} | {"center": "div", "font": "span", "tt": "code", "strike": "s", "big": "span", "a": "span", "dir": "ul"}
_EMPTY = frozenset(("br", "hr", "wbr", "col"))
# dropped with everything inside
_SILENT = frozenset(
    "script style noscript template head title meta link base iframe frame frameset object embed applet svg math "
    "canvas audio video source track map area param portal noembed noframes plaintext xmp".split()
)
_FIELDS = frozenset("input select option button textarea datalist".split())
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4}\Z")
_SPAN = re.compile(r"[1-9]\d{0,2}\Z")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
# a page that wants more than this was made to exhaust its reader
_MOST_ELEMENTS = 200_000
_DEEPEST = 400


def clean_html(original: bytes, declared: str | None = None) -> str:
    """The body of a page as HTML that holds nothing but words and their order.

    Raises:
        UnreadableFile: the page cannot be parsed, or has too many elements.
    """
    if declared is None and (found := _DECLARED.search(original[:4096])) is not None:
        declared = found[1].decode("ascii", "replace")
    text = decode(original, declared).text
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableFile("the page is broken; look at its text") from problem
    return "".join(_written(root))


def _written(root: html.HtmlElement) -> list[str]:
    """The pieces of the page, made by walking the tree and never by copying its markup."""
    pieces: list[str] = []
    closings: list[str] = []
    silent: int | None = None  # how deep the element lies whose content is dropped
    number = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            number += 1
            if number > _MOST_ELEMENTS:
                raise UnreadableFile(f"the page has more than {_MOST_ELEMENTS} elements; look at its text")
            if silent is None and _name(element) in _SILENT:
                silent = len(closings)
            closings.append(_opened(pieces, element, len(closings)) if silent is None else "")
            continue
        pieces.append(closings.pop())
        if silent == len(closings):
            silent = None
        if element.tail and silent is None:
            pieces.append(escape(element.tail))
    return pieces


def _name(element: html.HtmlElement) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else "script"


def _opened(pieces: list[str], element: html.HtmlElement, depth: int) -> str:
    """Write the start of an element and its first words. Returns what closes it."""
    name = _name(element)
    kept = _KEPT.get(name) if depth < _DEEPEST else None
    closing = ""
    if name == "img":
        pieces.append(f"<i>[{escape((element.get('alt') or '').strip()[:300]) or '…'}]</i>")
    elif kept is not None:
        pieces.append(f"<{kept}{_attributes(element, kept)}>")
        closing = "" if kept in _EMPTY else f"</{kept}>"
    elif name in _FIELDS:
        pieces.append(" ")
    if element.text:
        pieces.append(escape(element.text))
    return closing


def _attributes(element: html.HtmlElement, kept: str) -> str:
    made = ""
    direction, language = (element.get("dir") or "").lower(), element.get("lang") or ""
    if direction in ("ltr", "rtl", "auto"):
        made += f' dir="{direction}"'
    if _LANGUAGE.match(language):
        made += f' lang="{language}"'
    if kept in ("td", "th"):
        for name in ("colspan", "rowspan"):
            if _SPAN.match(value := element.get(name) or ""):
                made += f' {name}="{value}"'
    if element.tag == "a" and (address := (element.get("href") or "").strip()):
        made += f' class="link" title="{escape(address[:500])}"'
    return made
