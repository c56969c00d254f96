"""Documents with planted identities, written with marks, as files of the form that their names say.

{p:Ada Quell}       a private person; also c contact, n number, r route, s shelter, b broker, k small count,
                    q identifying quotation
{o:Ada Quell}       the holder of an office, who stays named
@author: words      what stands beside the text: author, modified, title, subject, keywords, company, footer,
                    filename; `@comment: who | words`, also insert, delete, annotation; `@footnote: words`
"""

import html
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import Parser
from email.policy import default
from pathlib import Path
from typing import Any

import pydyf
import weasyprint

FOLDER = Path(__file__).parent / "safety" / "unseen"
KINDS = {
    "p": "person",
    "c": "contact",
    "n": "number",
    "r": "route",
    "s": "shelter",
    "b": "broker",
    "k": "small_count",
    "q": "quotation",
    "o": "office",
}
_MARK = re.compile(r"\{([pcnrsbkqo]):([^{}]*)\}")
_ASIDE = re.compile(r"@(\w+): (.*)\n")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Planted:
    """One document: its id, the name of its file, what it plants as (kind, words), its words without the marks."""

    id: str
    name: str
    marks: tuple[tuple[str, str], ...]
    asides: tuple[tuple[str, str], ...]
    text: str
    unmarked: str

    def bytes(self) -> bytes:
        """The file."""
        return _MAKERS[self.name.rpartition(".")[2]](self)


def planted(folder: Path = FOLDER) -> list[Planted]:
    """All documents of a folder, by name."""
    return [_planted(path) for path in sorted(folder.glob("*.txt"))]


def _planted(path: Path) -> Planted:
    stem, _, form = path.stem.rpartition(".")
    marked = path.read_text(encoding="utf-8")
    marks = tuple((KINDS[one[1]], _visible(one[2])) for one in _MARK.finditer(marked))
    asides = tuple((one[1], _bare(one[2])) for one in _ASIDE.finditer(marked))
    text = _bare(_ASIDE.sub("", marked))
    name = dict(asides).get("filename", stem)
    return Planted(stem, f"{name}.{form}", marks, asides, text, _MARK.sub(" \N{MIDDLE DOT} ", marked))


def _bare(marked: str) -> str:
    return _MARK.sub(lambda one: one[2], marked)


def _visible(words: str) -> str:
    return re.sub(r"<[^>]*>", "", html.unescape(words)).replace("\N{SOFT HYPHEN}", "")


def _as_page(one: Planted) -> str:
    head = "".join(
        f"<title>{html.escape(words)}</title>"
        if key == "title"
        else f'<meta name="{"description" if key == "subject" else key}" content="{html.escape(words)}">'
        for key, words in one.asides
        if key in ("author", "title", "subject", "keywords")
    )
    body = "".join(
        f"<p>{html.escape(part.strip()).replace(chr(10), '<br>')}</p>" for part in one.text.strip().split("\n\n")
    )
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def _as_paper(one: Planted) -> bytes:
    notes = [words.partition(" | ")[::2] for key, words in one.asides if key == "annotation"]

    def annotate(_: Any, pdf: Any) -> None:
        page = next(
            thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/Page"
        )
        references = []
        for who, words in notes:
            note = pydyf.Dictionary(
                {
                    "Type": "/Annot",
                    "Subtype": "/Text",
                    "Rect": pydyf.Array([20, 20, 40, 40]),
                    "Contents": pydyf.String(words),
                    "T": pydyf.String(who),
                }
            )
            pdf.add_object(note)
            references.append(note.reference)
        page["Annots"] = pydyf.Array(references)

    return bytes(weasyprint.HTML(string=_as_page(one)).write_pdf(finisher=annotate))


def _as_mail(one: Planted) -> bytes:
    head, _, body = one.text.partition("\n\n")
    mail = EmailMessage(policy=default)
    for key, value in Parser(policy=default).parsestr(head).items():
        mail[key] = value
    mail.set_content(body)
    return mail.as_bytes()


def _as_word(one: Planted) -> bytes:
    paragraphs = [_block(part) for part in one.text.strip().split("\n\n")]
    notes: list[str] = []
    comments: list[str] = []
    footer = ""
    for key, words in one.asides:
        who, _, said = (html.escape(part) for part in words.partition(" | "))
        date = 'w:date="2025-05-01T10:00:00Z"'
        if key == "comment":
            comments.append(f'<w:comment w:id="{len(comments)}" w:author="{who}" {date}>{_paragraph(said)}</w:comment>')
        elif key == "insert":
            paragraphs.append(f'<w:p><w:ins w:id="9" w:author="{who}" {date}>{_run(said)}</w:ins></w:p>')
        elif key == "delete":
            gone = _run(said).replace("w:t", "w:delText")
            paragraphs.append(f'<w:p><w:del w:id="8" w:author="{who}" {date}>{gone}</w:del></w:p>')
        elif key == "footnote":
            notes.append(f'<w:footnote w:id="{len(notes) + 1}">{_paragraph(html.escape(words))}</w:footnote>')
            paragraphs.append(f'<w:p><w:r><w:footnoteReference w:id="{len(notes)}"/></w:r></w:p>')
        elif key == "footer":
            footer = _paragraph(html.escape(words))
    parts = {
        "document": f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "comments": f"<w:comments {_W}>{''.join(comments)}</w:comments>",
        "footnotes": f"<w:footnotes {_W}>{''.join(notes)}</w:footnotes>",
        "footer1": f"<w:ftr {_W}>{footer}</w:ftr>",
    }
    return _packed(parts, dict(one.asides))


def _block(part: str) -> str:
    rows = part.strip().split("\n")
    if not all(row.startswith("|") for row in rows):
        return "".join(_paragraph(html.escape(row)) for row in rows)
    cells = [[html.escape(cell.strip()) for cell in row.strip("| ").split("|")] for row in rows]
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{_paragraph(one)}</w:tc>' for one in row)}</w:tr>" for row in cells)
    return f"<w:tbl>{made}</w:tbl>"


def _paragraph(escaped: str) -> str:
    return f"<w:p>{_run(escaped)}</w:p>"


def _run(escaped: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escaped}</w:t></w:r>'


def _packed(parts: dict[str, str], asides: dict[str, str]) -> bytes:
    kinds = {"document": "document.main", "comments": "comments", "footnotes": "footnotes", "footer1": "footer"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    relations = "http://schemas.openxmlformats.org/package/2006"
    core = "".join(
        f"<{tag}>{html.escape(asides[key])}</{tag}>"
        for key, tag in (
            ("author", "dc:creator"),
            ("modified", "cp:lastModifiedBy"),
            ("title", "dc:title"),
            ("keywords", "cp:keywords"),
        )
        if key in asides
    )
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_REL}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
        if name != "document"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{relations}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}/relationships"><Relationship Id="r1" '
        f'Type="{_REL}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" '
        f'Type="{relations}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}/relationships">{inside}</Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{relations}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>',
        "docProps/app.xml": "<Properties xmlns="
        f'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>'
        f"{html.escape(asides.get('company', ''))}</Company></Properties>",
        **{f"word/{name}.xml": part for name, part in parts.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, part in files.items():
            packed.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')
    return made.getvalue()


def _plain(one: Planted) -> bytes:
    return one.text.encode()


_MAKERS: dict[str, Callable[[Planted], bytes]] = {
    "txt": _plain,
    "md": _plain,
    "csv": _plain,
    "html": _plain,
    "eml": _as_mail,
    "docx": _as_word,
    "pdf": _as_paper,
}
