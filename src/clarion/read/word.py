"""DOCX: the text a reader of the page sees, and the parts that hide beside it.

Text boxes, footnotes, endnotes, page heads, comments and tracked changes are read from the XML itself,
because libraries for writing DOCX pass them over.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from clarion.model.errors import UnreadableFile
from clarion.model.vocabulary import RegionKind
from clarion.read.detect import DOCX
from clarion.read.draft import Draft, Found, Metadata, TextBuilder, rows_together
from clarion.read.names import is_person

# a part of real documents stays below this (bytes); pictures are never unpacked
LARGEST_PART = 64 * 1024 * 1024
# above this ratio of unpacked to packed bytes a large part is made to exhaust its reader
LARGEST_RATIO = 300
RATIO_COUNTS_FROM = 1024 * 1024
MOST_PARTS = 10_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
_HEADING = re.compile(r"(?:heading \d|title|subtitle)\Z", re.I)
_NUMBERED = re.compile(r"word/(header|footer)\d*\.xml\Z")


@dataclass(slots=True)
class _Found:
    """What the walk through a part's XML gathers."""

    blocks: list[tuple[RegionKind | None, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    insertions: int = 0
    hidden: int = 0


def read_docx(original: bytes) -> Draft:
    """Page heads first, then the text with its text boxes, then notes, page feet, comments and removed text.

    Comments and text removed in tracked changes are kept at the end as boilerplate, so no claim is taken from them.

    Raises:
        UnreadableFile: not a whole DOCX, or one that unpacks to more than a document can hold.
    """
    try:
        package = zipfile.ZipFile(BytesIO(original))
    except zipfile.BadZipFile as problem:
        raise UnreadableFile("the DOCX is broken or cut short; get a whole copy") from problem
    with package:
        _check(package)
        return _read(package)


def _check(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS:
        raise UnreadableFile(f"the DOCX has {len(parts)} parts; save it again in a word processor")
    for part in parts:
        if part.flag_bits & 1:
            raise UnreadableFile("the DOCX is protected by a password; save it without one and take that in")
        large = part.filename.endswith(".xml") and part.file_size > RATIO_COUNTS_FROM
        if large and (part.file_size > LARGEST_PART or part.file_size > LARGEST_RATIO * max(part.compress_size, 1)):
            raise UnreadableFile(
                f"the DOCX unpacks to an unlikely size ({part.file_size} bytes of {part.filename}); "
                "save it again in a word processor"
            )


def _read(package: zipfile.ZipFile) -> Draft:
    problems: list[str] = []
    headings = _heading_styles(package)
    document = _gathered(package, "word/document.xml", headings, problems)
    if document is None:
        raise UnreadableFile("the DOCX holds no document part; save it again in a word processor")
    builder = TextBuilder()
    names = sorted(name for name in package.namelist() if _NUMBERED.match(name))
    _add_apart(builder, package, [name for name in names if "header" in name], RegionKind.MASTHEAD, problems)
    before: RegionKind | None = None
    for kind, text in document.blocks:
        builder.add(text, kind, gap=rows_together(kind, before))
        before = kind
    _add_apart(builder, package, ["word/footnotes.xml", "word/endnotes.xml"], None, problems)
    _add_apart(builder, package, [name for name in names if "footer" in name], RegionKind.BOILERPLATE, problems)
    _add_apart(builder, package, ["word/comments.xml"], RegionKind.BOILERPLATE, problems)
    for text in document.removed:
        builder.add(text, RegionKind.BOILERPLATE)
    return Draft(DOCX, builder.text(), builder.regions(), _metadata(package), (*problems, *_changes(package, document)))


def _add_apart(
    builder: TextBuilder, package: zipfile.ZipFile, names: list[str], kind: RegionKind | None, problems: list[str]
) -> None:
    seen: set[str] = set()
    for name in names:
        found = _gathered(package, name, frozenset(), problems)
        for _, text in found.blocks if found is not None else ():
            if text not in seen:
                builder.add(text, kind)
                seen.add(text)


def _changes(package: zipfile.ZipFile, document: _Found) -> tuple[str, ...]:
    said = []
    if document.insertions or document.removed:
        said.append(
            f"tracked changes: {document.insertions} insertions are read as text, "
            f"{len(document.removed)} removed stretches stand at the end"
        )
    if "word/comments.xml" in package.namelist():
        said.append("comments stand at the end of the text")
    if document.hidden:
        said.append(f"{document.hidden} stretches of hidden text were left out")
    return tuple(said)


def _part(package: zipfile.ZipFile, name: str, problems: list[str]) -> etree._Element | None:
    """A part's XML, parsed without entities, network or DTD; None when the package has no such part."""
    if name not in package.namelist():
        return None
    try:
        with package.open(name) as stream:
            source = stream.read(LARGEST_PART + 1)  # the size in the directory may lie
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as problem:
        raise UnreadableFile(f"the DOCX is broken in {name}; get a whole copy") from problem
    if len(source) > LARGEST_PART:
        raise UnreadableFile(f"the DOCX unpacks to an unlikely size ({name}); save it again in a word processor")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True)
    root = etree.fromstring(source.replace(_STRICT, _USUAL), parser)
    if parser.error_log:
        problems.append(f"the DOCX is damaged in {name}; text may be missing")
    return root


def _gathered(package: zipfile.ZipFile, name: str, headings: frozenset[str], problems: list[str]) -> _Found | None:
    root = _part(package, name, problems)
    if root is None:
        return None
    found = _Found()
    for element in _outer(root):
        if element.tag == _W + "tbl":
            _add_table(element, found, headings)
        else:
            _add_paragraph(element, found, headings)
    return found


def _outer(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, without those inside another paragraph or table."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in (_W + "p", _W + "tbl"):
            yield element
            walk.skip_subtree()
        elif element.tag == _MC + "Fallback":
            walk.skip_subtree()


def _add_table(table: etree._Element, found: _Found, headings: frozenset[str]) -> None:
    """A table of several columns as rows; one that only lays out the page as paragraphs."""
    rows = table.findall(_W + "tr")
    cells = [row.findall(_W + "tc") for row in rows]
    nested = any(cell.find(_W + "tbl") is not None for row in cells for cell in row)
    if nested or sum(len(row) > 1 for row in cells) < 2:
        for child in table.iterchildren():
            for element in _outer(child):
                (_add_table if element.tag == _W + "tbl" else _add_paragraph)(element, found, headings)
        return
    for row in cells:
        inner = _Found()
        texts = []
        for cell in row:
            inner.blocks.clear()
            for paragraph in _outer(cell):
                _add_paragraph(paragraph, inner, headings)
            texts.append(" ".join(text for _, text in inner.blocks))
        if any(texts):
            found.blocks.append((RegionKind.TABLE, " | ".join(texts)))
        found.removed += inner.removed
        found.insertions += inner.insertions


def _add_paragraph(paragraph: etree._Element, found: _Found, headings: frozenset[str]) -> None:
    pieces: list[str] = []
    boxes: list[etree._Element] = []
    removed: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        name = element.tag.removeprefix(_W) if isinstance(element.tag, str) else ""
        if name == "txbxContent":
            boxes.append(element)
            walk.skip_subtree()
        elif name in ("del", "moveFrom"):
            removed.append("".join(element.itertext(_W + "delText", _W + "t")))
            walk.skip_subtree()
        elif name == "r" and element.find(f"{_W}rPr/{_W}vanish") is not None:
            found.hidden += 1
            walk.skip_subtree()
        elif element.tag == _MC + "Fallback":
            walk.skip_subtree()
        else:
            found.insertions += name in ("ins", "moveTo") and _parent_tag(element) != _W + "rPr"
            pieces.append(_words(name, element))
    text = "".join(pieces)
    if text.strip():
        found.blocks.append((RegionKind.HEADLINE if _style(paragraph) in headings else None, text))
    found.removed += [words for words in removed if words.strip()]
    for box in boxes:
        for inner in _outer(box):
            (_add_table if inner.tag == _W + "tbl" else _add_paragraph)(inner, found, headings)


def _words(name: str, element: etree._Element) -> str:
    if name == "t":
        return element.text or ""
    if name == "tab":
        # inside paragraph properties this is a tab stop, not a tab
        return "\t" if _parent_tag(element) == _W + "r" else ""
    return {"br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return (style.get(_W + "val") or "") if style is not None else ""


def _heading_styles(package: zipfile.ZipFile) -> frozenset[str]:
    """Ids of the styles that make a heading; the ids are in the author's language, the names are not."""
    root = _part(package, "word/styles.xml", [])
    found = set()
    for style in root.iter(_W + "style") if root is not None else ():
        name = style.find(_W + "name")
        if name is not None and _HEADING.match(name.get(_W + "val") or ""):
            found.add(style.get(_W + "styleId") or "")
    return frozenset(found)


def _metadata(package: zipfile.ZipFile) -> Metadata:
    root = _part(package, "docProps/core.xml", [])
    if root is None:
        return Metadata()

    def stated(path: str) -> str:
        return (root.findtext(path, namespaces=_CORE) or "").strip()

    basis = "the DOCX's properties"
    title, author = stated("dc:title"), stated("dc:creator")
    # the day of making is not read: a letter is often made from last year's letter
    return Metadata(
        title=Found(title, basis) if title else None,
        authors=(Found(author, basis),) if is_person(author) else (),
        language=stated("dc:language") or None,
    )
