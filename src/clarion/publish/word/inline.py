"""Words within a paragraph: the runs, links and bookmarks of a Word document, from the elements of a page.

Source: ISO/IEC 29500-1 (WordprocessingML), 17.3.2 (runs), 17.16.22 (hyperlinks), 17.13.6 (bookmarks).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

SKIPPED = ("svg", "style", "script", "template")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
# scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and the forms of Arabic
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
# languages that Word holds apart as those of East Asia, by what it calls them
_FAR = {"ko": "ko-KR", "zh": "zh-CN", "ja": "ja-JP"}
_STYLES = {"ref": "Reference", "c-no": "Reference", "at": "Reference", "around": "Around", "code": "Code"}
_MOST = 40  # characters of the name of a bookmark


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, and where they lead."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    marked: bool = False
    style: str | None = None
    language: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look; a line break where `text` is a line feed of the style Break, an address where it is `mark`."""

    text: str
    look: Look
    mark: str | None = None


def name_of(anchor: str) -> str:
    """The name of a bookmark for an address of the page."""
    return re.sub(r"[^A-Za-z0-9_]", "_", anchor)[:_MOST]


def words_in(element: Element, look: Look = Look(), *, as_written: bool = False) -> Iterator[Words]:
    """The words of an element with what stands in it. Runs of blanks are kept only `as_written`."""
    if element.text:
        yield Words(element.text, look)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SKIPPED and child.get("aria-hidden") != "true":
            yield from _of(child, look, as_written=as_written)
        if child.tail:
            yield Words(child.tail, look)


def tidied(words: Iterator[Words] | list[Words]) -> list[Words]:
    """Words as a browser shows them: each run of blanks one blank, none at the ends of the paragraph."""
    made: list[Words] = []
    ends_blank = True
    for one in words:
        if one.text == "\n" and one.look.style == "Break":
            made.append(one)
            ends_blank = True
            continue
        if one.mark:
            made.append(one)
            continue
        text = _BLANKS.sub(" ", one.text)
        text = text[1:] if ends_blank and text.startswith(" ") else text
        if text:
            made.append(replace(one, text=text))
            ends_blank = text.endswith(" ")
    if made and made[-1].text.endswith(" "):
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
    return made


def put(paragraph: Element, words: list[Words], targets: frozenset[str], numbers: Iterator[int]) -> None:
    """Put words into a paragraph; those that lead to one of the targets of the document become links.

    `numbers` gives each bookmark one that no other has.
    """
    link: Element | None = None
    held: str | None = None
    for one in words:
        if one.mark:
            bookmark(paragraph, one.mark, next(numbers))
            link, held = None, None
            continue
        target = one.look.link if one.look.link in targets else None
        if target is None:
            link, held = None, None
        elif target != held:
            link, held = OxmlElement("w:hyperlink"), target
            link.set(qn("w:anchor"), name_of(target))
            link.set(qn("w:history"), "1")
            paragraph.append(link)
        (link if link is not None else paragraph).append(_run(one, is_link=target is not None))


def bookmark(paragraph: Element, anchor: str, number: int) -> None:
    """Put an address of the page into a paragraph, as a bookmark."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name_of(anchor))
    end.set(qn("w:id"), str(number))
    paragraph.extend((start, end))


def _of(element: Element, look: Look, *, as_written: bool) -> Iterator[Words]:
    tag, kind = element.tag, (element.get("class") or "").split(" ")[0]
    language = element.get("lang") or look.language
    style = _STYLES.get(kind, look.style)
    changed = replace(look, language=language, style=style)
    if tag == "br":
        yield Words("\n", Look(style="Break"))
        return
    if name := element.get("id"):
        yield Words("", look, name)
    if tag in ("b", "strong", "dt", "th") or kind in ("status", "element", "n"):
        changed = replace(changed, bold=True)
    if tag in ("em", "i"):
        changed = replace(changed, italic=True)
    if tag == "u":
        changed = replace(changed, underlined=True)
    if tag == "mark":
        changed = replace(changed, marked=True)
    if tag == "code":
        changed = replace(changed, style="Code")
    if tag == "a" and (element.get("href") or "").startswith("#"):
        changed = replace(changed, link=(element.get("href") or "")[1:])
    if tag == "q":
        yield Words("“", changed)
    if kind == "for":
        yield Words("· ", changed)
    yield from words_in(element, changed, as_written=as_written)
    if tag == "q":
        yield Words("”", changed)
    if kind == "at":
        yield Words(" ", look)


def _run(one: Words, *, is_link: bool) -> Element:
    run = OxmlElement("w:r")
    look = one.look
    style = look.style if look.style and look.style != "Break" else "Hyperlink" if is_link else None
    properties = OxmlElement("w:rPr")
    # in the order that the schema asks for
    if style:
        _add(properties, "w:rStyle", val=style)
    for name, is_so in (("w:b", look.bold), ("w:i", look.italic)):
        if is_so:
            _add(properties, name)
    if look.underlined:
        _add(properties, "w:u", val="single")
    if look.marked:
        _add(properties, "w:shd", val="clear", color="auto", fill="FFF1C2")
    if _RIGHT_TO_LEFT.search(one.text):
        _add(properties, "w:rtl")
    if look.language:
        base = look.language.partition("-")[0]
        far = {"eastAsia": _FAR[base]} if base in _FAR else {"val": look.language}
        _add(properties, "w:lang", **far)
    if len(properties):
        run.append(properties)
    if one.text == "\n" and look.style == "Break":
        run.append(OxmlElement("w:br"))
        return run
    text = OxmlElement("w:t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = one.text
    run.append(text)
    return run


def _add(parent: Element, name: str, **attributes: str) -> None:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
