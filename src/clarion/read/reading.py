"""Bytes to a document: detect, parse, describe."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from clarion.model.errors import UnreadableFile
from clarion.model.ids import document_id
from clarion.model.nouns import Document
from clarion.read.describe import described
from clarion.read.detect import DOCX, HTML, JSON, MAIL, MARKDOWN, PDF, PLAIN, Foreign, media_type_of
from clarion.read.draft import Draft
from clarion.read.plain import read_plain

# what parsers of foreign formats raise on broken input, beside their own errors, which they turn into UnreadableFile
PARSER_FAILURES = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RuntimeError, MemoryError,
    EOFError, OSError, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was attached to it: (name, bytes) each, to be preserved and read on their own."""

    document: Document
    attachments: tuple[tuple[str, bytes], ...] = ()


def read_document(original: bytes, *, path: str) -> Reading:
    """Read a file's bytes as what they are, whatever its name says.

    What could be read only in part is read, and `Document.problems` says what is missing.

    Args:
        original: the file's bytes.
        path: kept in the document, and used in messages; never to tell the format.

    Raises:
        UnreadableFile: nothing can be read; the message names the file, the reason and what to do.
    """
    if not original.strip(b"\0 \t\r\n"):
        raise UnreadableFile(f"{path}: the file is empty; leave it out, or take in the whole file")
    media_type = media_type_of(original)
    if isinstance(media_type, Foreign):
        raise UnreadableFile(f"{path}: this is {media_type.name}; {media_type.advice}")
    draft = _drafted(original, media_type, path)
    if not draft.text.strip() and not draft.attachments:
        raise UnreadableFile(
            f"{path}: no text was found in it ({_reason(draft)}); run OCR on a scan, or take in the text"
        )
    return Reading(described(draft, document_id=document_id(original), path=path), draft.attachments)


def _reason(draft: Draft) -> str:
    return "; ".join(draft.problems) or draft.media_type


def _drafted(original: bytes, media_type: str, path: str) -> Draft:
    if media_type in (PLAIN, MARKDOWN, JSON):
        return read_plain(original, media_type)
    try:
        return _parser(media_type)(original)
    except UnreadableFile as problem:
        raise UnreadableFile(f"{path}: {problem}") from problem
    except PARSER_FAILURES as problem:
        name = media_type.rpartition("/")[2].rpartition(".")[2]
        raise UnreadableFile(
            f"{path}: broken {name} file ({type(problem).__name__}); open it in its own program, save it again "
            f"and take that in"
        ) from problem


def _parser(media_type: str) -> Callable[[bytes], Draft]:
    """The parser of a format, loaded when the first document of that format comes."""
    if media_type == HTML:
        from clarion.read.web import read_html  # noqa: PLC0415

        return read_html
    if media_type == MAIL:
        from clarion.read.mail import read_mail  # noqa: PLC0415

        return read_mail
    if media_type == PDF:
        from clarion.read.pdf import read_pdf  # noqa: PLC0415

        return read_pdf
    if media_type == DOCX:
        from clarion.read.word import read_docx  # noqa: PLC0415

        return read_docx
    raise AssertionError(media_type)
