"""XLSX: the cells of a workbook's sheets as texts. Formulas are never worked out: what was last shown is read.

Source: ECMA-376 part 1, SpreadsheetML; dates are days since 1899-12-30, or since 1904-01-01 where the workbook says so.
"""

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from clarion.model.errors import UnreadableFile
from clarion.read.tables import MOST_CELLS, MOST_COLUMNS, Rows

# a part of real workbooks stays below this (bytes)
_LARGEST_PART = 64 * 1024 * 1024
_MOST_PARTS = 10_000
_REFERENCE = re.compile(r"([A-Z]{1,3})\d+\Z")
# number formats that show a day or an hour (ECMA-376, 18.8.30); text in quotes, colours and escapes show none
_DAY_FORMATS = frozenset((*range(14, 23), 45, 46, 47))
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_FIRST_DAY, _FIRST_DAY_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
_LAST_SERIAL = 2_958_465  # 9999-12-31
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def read_workbook(original: bytes) -> dict[str, Rows]:
    """The rows of each sheet, by its name, in the order of the workbook.

    Raises:
        UnreadableFile: not a whole workbook, protected by a password, or one that unpacks to too much.
    """
    try:
        with zipfile.ZipFile(BytesIO(original)) as package:
            if len(package.infolist()) > _MOST_PARTS:
                raise UnreadableFile("the workbook has too many parts; save it again in a spreadsheet program")
            return _sheets(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, etree.XMLSyntaxError) as problem:
        raise UnreadableFile("the workbook is broken or cut short; get a whole copy") from problem


def _sheets(package: zipfile.ZipFile) -> dict[str, Rows]:
    book = _part(package, "xl/workbook.xml")
    links = _part(package, "xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        raise UnreadableFile("the workbook holds no sheets; save it again in a spreadsheet program")
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links.iter("{*}Relationship")}
    properties = next(book.iter("{*}workbookPr"), None)
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    cells = _Cells(_shared(package), _day_styles(package), _FIRST_DAY_1904 if since_1904 else _FIRST_DAY)
    found: dict[str, Rows] = {}
    for sheet in book.iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or "", "")
        name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        root = _part(package, name)
        if root is not None and str(root.tag).endswith("worksheet"):
            found[str(sheet.get("name") or name)] = list(cells.rows(root))
    return found


class _Cells:
    """Turns cells into texts."""

    def __init__(self, shared: list[str], day_styles: frozenset[int], first_day: datetime.datetime) -> None:
        self._shared, self._day_styles, self._first_day = shared, day_styles, first_day
        self._left = MOST_CELLS

    def rows(self, root: etree._Element) -> Iterator[list[str]]:
        """The rows of a sheet; a cell that is left out is empty."""
        for row in root.iter("{*}row"):
            texts: list[str] = []
            for cell in row.iter("{*}c"):
                at = _column(cell.get("r") or "", len(texts))
                if at >= MOST_COLUMNS:
                    continue
                texts.extend("" for _ in range(at + 1 - len(texts)))
                texts[at] = self._text(cell)
                self._left -= 1
                if self._left < 0:
                    raise UnreadableFile("the workbook has too many cells; take in the sheet that matters as CSV")
            yield texts

    def _text(self, cell: etree._Element) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return _words(cell)
        value = next((one.text or "" for one in cell.iter("{*}v")), "")
        if kind == "s":
            return self._shared[int(value)] if value.isdigit() and int(value) < len(self._shared) else ""
        if kind == "b":
            return {"1": "yes", "0": "no"}.get(value, value)
        if kind == "n" and (cell.get("s") or "0").isdigit() and int(cell.get("s") or 0) in self._day_styles:
            return self._day(value)
        return "" if kind == "e" else _plain(value)

    def _day(self, value: str) -> str:
        try:
            serial = float(value)
        except ValueError:
            return value
        if not 0 <= serial <= _LAST_SERIAL:
            return value
        moment = self._first_day + datetime.timedelta(minutes=round(serial * 1440))
        if serial < 1:
            return moment.strftime("%H:%M")
        return moment.date().isoformat() if serial == int(serial) else moment.isoformat(timespec="minutes")


def _plain(value: str) -> str:
    """A number as a person writes it: a whole one without `.0`."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value


def _column(reference: str, following: int) -> int:
    match = _REFERENCE.match(reference)
    if match is None:
        return following
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _shared(package: zipfile.ZipFile) -> list[str]:
    root = _part(package, "xl/sharedStrings.xml")
    return [_words(item) for item in root.iter("{*}si")] if root is not None else []


def _words(item: etree._Element) -> str:
    """The words of a cell without how they are pronounced, which stands beside them in East Asian texts."""
    return "".join(one.text or "" for one in item.iter("{*}t") if next(one.iterancestors("{*}rPh"), None) is None)


def _day_styles(package: zipfile.ZipFile) -> frozenset[int]:
    root = _part(package, "xl/styles.xml")
    if root is None:
        return frozenset()
    shown = {
        int(one.get("numFmtId") or 0): _NOT_SHOWN.sub("", one.get("formatCode") or "") for one in root.iter("{*}numFmt")
    }
    styles = next(root.iter("{*}cellXfs"), None)
    found = [int(one.get("numFmtId") or 0) for one in styles.iter("{*}xf")] if styles is not None else []
    return frozenset(
        at
        for at, number in enumerate(found)
        if number in _DAY_FORMATS or re.search("[dmyhs]", shown.get(number, ""), re.I)
    )


def _part(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    """A part's XML, parsed without entities, network or DTD; None when there is no such part."""
    if name not in package.namelist():
        return None
    if package.getinfo(name).flag_bits & 1:
        raise UnreadableFile("the workbook is protected by a password; save it without one and take that in")
    with package.open(name) as stream:
        source = stream.read(_LARGEST_PART + 1)  # the size in the directory may lie
    if len(source) > _LARGEST_PART:
        raise UnreadableFile(f"the workbook unpacks to an unlikely size ({name}); take in the sheet as CSV")
    return etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
