"""Spreadsheets: rows as passages, days as days, formulas never worked out, hostile ones refused."""

import zipfile
from io import BytesIO

import pytest

from clarion.model.errors import UnreadableFile
from clarion.read import IsolatedReader, Mapped
from clarion.read.sheets import read_sheet, rows_of

HOSTILE = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><worksheet>&b;</worksheet>"

SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PARTS = {
    "xl/workbook.xml": f"<workbook {SPACE} {LINKS}>"
    '<sheets><sheet name="Raids" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x">'
    '<Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    "xl/sharedStrings.xml": f"<sst {SPACE}><si><t>When</t></si><si><r><t>Wh</t></r><r><t>at</t></r>"
    "<rPh><t>ho</t></rPh></si></sst>",
    "xl/styles.xml": f'<styleSheet {SPACE}><numFmts><numFmt numFmtId="170" formatCode="d\\.m\\.yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    "xl/worksheets/s.xml": f'<worksheet {SPACE}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
    '<c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>45049</v></c>'
    '<c r="B2"><f>SUM(1,1)</f></c><c r="C2" t="inlineStr"><is><t>Police arrested 12 men.</t></is></c></row>'
    '<row r="3"><c r="A3"><v>12.0</v></c><c r="C3" t="str"><f>cmd()</f><v>shown</v></c></row></sheetData></worksheet>',
}


def workbook(**changed: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {**PARTS, **{name.replace("__", "/"): text for name, text in changed.items()}}.items():
            package.writestr(name, text)
    return held.getvalue()


def test_cells_are_read_as_they_are_shown() -> None:
    rows = rows_of(workbook(), path="a.xlsx", most=5)
    assert rows == {
        "Raids": [
            ["When", "column 2", "What"],
            ["2023-05-03", "", "Police arrested 12 men."],
            ["12", "", "shown"],
        ]
    }


def test_the_rows_are_read_apart_from_the_asking_process() -> None:
    # the package holds the second in which it was made
    mapped, content = Mapped({"When": "date", "What": "what"}, "Raids"), workbook()
    with IsolatedReader() as reader:
        document = reader.read(content, path="a.xlsx", mapped=mapped).document
        assert reader.rows(b"a;b\n1;2\n", path="a.csv", most=5) == {"": [["a", "b"], ["1", "2"]]}
    assert document.text == "Police arrested 12 men (on 2023-05-03).\n\nshown (on 12)."
    assert document == read_sheet(content, mapped, path="a.xlsx").document


@pytest.mark.parametrize(
    "original",
    [
        b"PK\x03\x04 cut short",
        workbook(**{"xl__workbook.xml": "<workbook"}),
        workbook(**{"xl__worksheets__s.xml": HOSTILE}),
        workbook(**{"xl__worksheets__s.xml": f"<worksheet {SPACE}>" + " " * (65 << 20) + "</worksheet>"}),
        b"\0\0\0\0binary",
    ],
)
def test_what_is_no_whole_spreadsheet_is_refused_in_one_line(original: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.xlsx: ") as refused:
        read_sheet(original, Mapped({"When": "date"}), path="a.xlsx")
    assert "\n" not in str(refused.value)
