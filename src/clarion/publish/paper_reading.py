"""Reading back what stands on the pages of a PDF, and what is attached to it."""

import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2

from clarion.model.errors import BadRequest
from clarion.publish.sentences import Sentence
from clarion.publish.visible import visible

# the reader tells a hyphen at the end of a line by a sign that is no character; lines of a dossier are parted at
# hyphens of the words themselves alone
_HYPHEN = "\ufffe"
_NUMBER = re.compile(r"\d+")
_MARGIN = 2  # lines that the margins of a page give, at the end of what is read of it
# what reads PDF does one thing at a time
_ONE_AT_A_TIME = threading.Lock()


def page_texts(made: bytes) -> list[str]:
    """What each page says but for its margins, without any white space.

    Raises:
        BadRequest: the bytes are no PDF that can be read.
    """
    with _open(made) as opened:
        pages = [_lines(opened[at]) for at in range(len(opened))]
    tails = [tuple(_NUMBER.sub("#", line) for line in lines[-_MARGIN:]) for lines in pages]
    usual = Counter(tails).most_common(1)[0][0] if tails else ()
    return [_joined(lines[:-_MARGIN] if tail == usual else lines) for lines, tail in zip(pages, tails, strict=True)]


def times(sentence: Sentence, text: str) -> int:
    """How often the words of a sentence stand in what all pages say one after the other."""
    wanted = _joined([visible(sentence.quote)])
    return text.count(wanted) if wanted else 0


def attached(made: bytes, name: str) -> bytes:
    """What is attached to a PDF under a name; empty where nothing is, or more than one thing.

    Raises:
        BadRequest: the bytes are no PDF that can be read.
    """
    with _open(made) as opened:
        held = [opened.get_attachment(at) for at in range(opened.count_attachments())]
        found = [one for one in held if one.get_name() == name]
        return bytes(found[0].get_data()) if len(found) == 1 else b""


@contextmanager
def _open(made: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        try:
            opened = pypdfium2.PdfDocument(made)
        except pypdfium2.PdfiumError as problem:
            raise BadRequest("this is no PDF that can be read") from problem
        try:
            yield opened
        except pypdfium2.PdfiumError as problem:
            raise BadRequest("this PDF cannot be read to its end; ask for another copy") from problem
        finally:
            opened.close()


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    read = page.get_textpage()
    try:
        return str(read.get_text_range()).splitlines()
    finally:
        read.close()
        page.close()


def _joined(lines: Sequence[str]) -> str:
    return "".join("".join(lines).replace(_HYPHEN, "-").split())
