"""A letter as a Word document with footnotes that Word knows as such.

python-docx writes no footnotes; their part is made here, in the parts and styles of ISO/IEC 29500-1, 17.11.
"""

import re

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun
from lxml import etree

from clarion.model.interventions import Letter
from clarion.publish.letters.days import written_day
from clarion.publish.letters.reading import Block, BlockKind, Run, read_letter
from clarion.publish.office import blank_document, packed
from clarion.publish.visible import one_line, visible

_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FONT = "Times New Roman"
# fonts that come with office programs, by script; where one is missing, its neighbour is taken
_HANGUL, _HAN = re.compile(r"[\u1100-\u11ff\uac00-\ud7a3]"), re.compile(r"[\u3400-\u9fff]")
_FONTS = {"ko": "Malgun Gothic", "zh": "SimSun"}
_TOP = ("separator", "continuationSeparator")  # the two notes that every such part begins with
_MARK = "footnote reference"
_NOTE = "footnote text"


def to_word(letter: Letter) -> bytes:
    """The letter on A4, with its address, day and subject, and a footnote for each note."""
    sheet = read_letter(letter)
    subject = visible(one_line(letter.subject))
    document = blank_document(title=subject, language=letter.language)
    _styled(document, letter)
    called: dict[str, int] = {}
    _head(document, letter, subject)
    for block in sheet.blocks:
        if block.kind is not BlockKind.TITLE or block.lines[0][0].text != subject:
            _add(document, block, called)
    if called:
        _attach(document, [sheet.notes[number] for number in called])
    return packed(document)


def _styled(document: WordDocument, letter: Letter) -> None:
    for section in document.sections:
        section.left_margin = section.right_margin = Mm(25)
        section.top_margin = section.bottom_margin = Mm(22)
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    text = letter.text + "".join(letter.to)
    base = letter.language.partition("-")[0]
    script = base if base in _FONTS else "ko" if _HANGUL.search(text) else "zh" if _HAN.search(text) else ""
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        _font(document.styles[name], _FONTS.get(script, _FONT), letter.language)
    for name, kind in ((_MARK, WD_STYLE_TYPE.CHARACTER), (_NOTE, WD_STYLE_TYPE.PARAGRAPH)):
        style = document.styles.add_style(name, kind)
        if kind is WD_STYLE_TYPE.CHARACTER:
            style.font.superscript = True
        else:
            style.font.size = Pt(9)
            style.paragraph_format.space_after = Pt(0)


def _font(style: object, far: str, language: str) -> None:
    """One font for Latin, one for Korean or Chinese, and the language for spelling."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), _FONT)
    fonts.set(qn("w:eastAsia"), far)
    spelt = OxmlElement("w:lang")
    spelt.set(qn("w:val"), language)
    if language.partition("-")[0] in _FONTS:
        spelt.set(qn("w:eastAsia"), {"ko": "ko-KR", "zh": "zh-CN"}[language.partition("-")[0]])
    properties = style.element.get_or_add_rPr()  # type: ignore[attr-defined]
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(spelt)


def _head(document: WordDocument, letter: Letter, subject: str) -> None:
    if letter.to:
        _lines(document.add_paragraph(), [(Run(visible(line)),) for line in letter.to], {})
    day = document.add_paragraph(written_day(letter))
    day.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_heading(subject, level=1)


def _add(document: WordDocument, block: Block, called: dict[str, int]) -> None:
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        _lines(document.add_heading(level=1 if block.kind is BlockKind.TITLE else 2), block.lines, called)
    elif block.kind is BlockKind.LIST:
        for item in block.lines:
            _lines(document.add_paragraph(style="List Bullet"), [item], called)
    else:
        _lines(document.add_paragraph(), block.lines, called)


def _lines(
    paragraph: Paragraph, lines: list[tuple[Run, ...]] | tuple[tuple[Run, ...], ...], called: dict[str, int]
) -> None:
    for place, line in enumerate(lines):
        if place:
            paragraph.add_run().add_break()
        before = False
        for run in line:
            if run.note is None:
                paragraph.add_run(run.text).bold = run.strong or None
            else:
                if before:  # two marks side by side would read as one number
                    paragraph.add_run(", ", style=_MARK)
                _mark(paragraph.add_run(style=_MARK), run.note, called)
            before = run.note is not None


def _mark(run: WordRun, note: str, called: dict[str, int]) -> None:
    """A footnote where it is called first; its number alone where it is called again."""
    if note in called:
        run.text = str(called[note])
        return
    called[note] = len(called) + 1
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(called[note]))
    etree.ElementBase.append(run._r, reference)


def _attach(document: WordDocument, notes: list[tuple[Run, ...]]) -> None:
    root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
    for number, kind in enumerate(_TOP, -1):
        root.append(
            parse_xml(
                f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p>'
                f'<w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            )
        )
    marked, told = document.styles[_MARK].style_id, document.styles[_NOTE].style_id
    for number, note in enumerate(notes, 1):
        item = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{told}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{marked}"/></w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>'
        )
        _noted(item.find(qn("w:p")), note)
        root.append(item)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), _NOTES, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _noted(paragraph: object, note: tuple[Run, ...]) -> None:
    """The words of a note behind its number."""
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.set(qn("xml:space"), "preserve")
    words.text = " " + "".join(one.text for one in note)
    run.append(words)
    paragraph.append(run)  # type: ignore[attr-defined]
