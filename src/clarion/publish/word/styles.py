"""How a dossier in Word looks: styles, the line at the head of each page, and page numbers at its foot."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml.etree import ElementBase
from lxml.etree import _Element as Element

from clarion.publish.banner import Banner

_INK, _SOFT, _LINK = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x50, 0x5B, 0x67), RGBColor(0x1A, 0x4F, 0x82)
_SEAL = RGBColor(0x8A, 0x1C, 0x1C)
_FAR = {"ko": "ko-KR", "zh": "zh-CN", "ja": "ja-JP"}
# name: size in points, space before and after in points, indent in millimetres
_PARAGRAPHS = {
    "Note": (9, 0, 4, 0),
    "Headline": (11, 2, 4, 0),
    "IncidentHead": (9, 8, 0, 0),
    "ClaimHead": (10, 8, 1, 0),
    "Facts": (9.5, 0, 2, 5),
    "SourceText": (9.5, 0, 3, 5),
    "TableText": (8.5, 1, 1, 0),
    "Seal": (10, 0, 6, 0),
}
_HEADINGS = {"Title": 22, "Heading 1": 16, "Heading 2": 12.5, "Heading 3": 10.5}


def dress(document: WordDocument, banner: Banner, language: str) -> None:
    """Give a blank document its styles, margins, language, and the view that each page is for."""
    _speak(document, language)
    _no_theme(document)
    for section in document.sections:
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    normal = _paragraph_style(document, "Normal")
    normal.font.name, normal.font.size, normal.font.color.rgb = "Calibri", Pt(10.5), _INK
    normal.paragraph_format.space_after = Pt(4)
    for name, size in _HEADINGS.items():
        style = _paragraph_style(document, name)
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), _INK
        style.font.bold, style.font.italic = True, False
        style.paragraph_format.keep_with_next = True
    for name, (size, before, after, indent) in _PARAGRAPHS.items():
        style = _added(document, name)
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.left_indent = Mm(indent)
    _rest(document)
    _head(document, banner)
    _foot(document)


def _rest(document: WordDocument) -> None:
    _paragraph_style(document, "Note").font.color.rgb = _SOFT
    _paragraph_style(document, "Headline").font.bold = True
    _paragraph_style(document, "Seal").font.color.rgb = _SEAL
    for name in ("IncidentHead", "ClaimHead", "Caption"):
        _paragraph_style(document, name).paragraph_format.keep_with_next = True
    caption = _paragraph_style(document, "Caption")
    caption.font.size, caption.font.color.rgb = Pt(9), _INK
    quote = _paragraph_style(document, "Quote")
    quote.font.italic, quote.font.color.rgb = False, _INK
    quote.paragraph_format.left_indent = Mm(5)
    quote.paragraph_format.space_after = Pt(2)
    for name, colour, size in (("Hyperlink", _LINK, None), ("Reference", _LINK, 8.5), ("Around", _SOFT, None)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(style, CharacterStyle)
        style.font.color.rgb = colour
        if size:
            style.font.size = Pt(size)
    code = document.styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(code, CharacterStyle)
    code.font.name, code.font.size = "Consolas", Pt(8)


def _speak(document: WordDocument, language: str) -> None:
    """The language of spelling and reading aloud, for all words that name no other."""
    for spelt in document.styles.element.iter(qn("w:lang")):
        spelt.set(qn("w:val"), language)
        spelt.set(qn("w:eastAsia"), _FAR.get(language.partition("-")[0], "ko-KR"))


def _head(document: WordDocument, banner: Banner) -> None:
    for section in document.sections:
        line = section.header.paragraphs[0]
        line.style = _paragraph_style(document, "Seal")
        line.add_run(banner.mark).bold = True
        line.add_run(f"  {banner.edge}")


def _foot(document: WordDocument) -> None:
    for section in document.sections:
        line = section.footer.paragraphs[0]
        line.style = _paragraph_style(document, "Note")
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _field(line, "PAGE")
        line.add_run(" / ")
        _field(line, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    ElementBase.append(paragraph._p, field)


def _added(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    return style


def _paragraph_style(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _no_theme(document: WordDocument) -> None:
    """Fonts and colours by their names: what the template brings along for drawings is left out, and lines too."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/theme", "/customXml", "/webSettings")):
            document.part.rels.pop(name)
    element: Element = document.styles.element
    for fonts in element.iter(qn("w:rFonts"), qn("w:color")):
        for key in list(fonts.attrib):
            if "theme" in str(key).lower():
                del fonts.attrib[key]
    for border in list(element.iter(qn("w:pBdr"))):
        parent = border.getparent()
        if parent is not None:
            parent.remove(border)
