"""Word documents (DOCX) that say nothing of who made them, on which machine and when.

python-docx writes its template's author, its own name and the time of saving; all of it is set to what the publication
says, and the parts are packed in one order with one time, so that equal contents are equal bytes.
"""

import datetime
import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.shared import Mm

# the first moment that a zip can hold: a file must not tell when it was packed
_PACKED = (1980, 1, 1, 0, 0, 0)
_LONGEST = 255  # signs of a property (ISO/IEC 29500-2)
_NEVER = datetime.datetime(1980, 1, 1)
# what the template brings along: a picture of its first page, and the program and machine that it was made with
_NOT_OURS = ("thumbnail", "extended-properties")


def blank_document(*, title: str, language: str) -> WordDocument:
    """An empty A4 document with a title among its properties and a language (BCP 47) for spelling and reading aloud."""
    document = docx.Document()
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.title, about.language, about.revision = _short(title), language, 1
    about.created = about.modified = _NEVER
    whole = document.part.package
    for name, relation in list(whole.rels.items()):
        if relation.reltype.endswith(_NOT_OURS):
            whole.rels.pop(name)
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
    return document


def _short(title: str) -> str:
    """A title as long as the properties of a document may be, cut between words."""
    return title if len(title) <= _LONGEST else title[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def packed(document: WordDocument) -> bytes:
    """The document as bytes; equal contents give equal bytes."""
    loose = io.BytesIO()
    document.save(loose)
    tight = io.BytesIO()
    with zipfile.ZipFile(loose) as made, zipfile.ZipFile(tight, "w") as packing:
        for name in sorted(made.namelist(), key=_in_order):
            part = zipfile.ZipInfo(name, _PACKED)
            part.compress_type = zipfile.ZIP_DEFLATED
            packing.writestr(part, made.read(name))
    return tight.getvalue()


def _in_order(name: str) -> tuple[bool, str]:
    # readers look for the list of types first
    return name != "[Content_Types].xml", name
