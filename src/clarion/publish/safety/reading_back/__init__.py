"""What was made, read back: every word that its bytes hold, however they are packed or written.

    texts_of(made)          -> texts of one file
    texts_of_files(files)   -> texts of many, their names too: a static site, the parts of a letter
    traces_of(made)         -> what pictures in it hold beside their points

A file within a file is read too: a zip in an e-mail, a picture in a Word document, data in a page. What only another
program can read, such as the drawn words of a PDF, is read by the reader that is given.
"""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from clarion.publish.safety.reading_back.coded import is_written, packed_in, plain, unfolded, unquoted
from clarion.publish.safety.reading_back.kinds import Code, Joined, Reader
from clarion.publish.safety.reading_back.letters import is_letter, of_letter
from clarion.publish.safety.reading_back.markup import of_markup, of_office
from clarion.publish.safety.reading_back.pictures import beside_points, is_picture, of_picture
from clarion.publish.safety.reading_back.print import of_pdf
from clarion.publish.safety.reading_back.records import of_json

__all__ = ["Code", "Joined", "Reader", "texts_of", "texts_of_files", "traces_of"]

_DEEPEST = 6  # files within files
_MARKUP = re.compile(r"\s*<(?:!doctype|!--|\?xml|[A-Za-z][\w:-]*[\s/>])", re.I)
_HAS_TAG = re.compile(r"<[/!A-Za-z]")
# parts of a Word document that are the same in every one made from its template
_FRAME = re.compile(r"(?:styles|settings|webSettings|fontTable|numbering|theme\d*|latentStyles)\.xml$|_rels/|\[Content")
_WORD = re.compile(r"^(?:word|xl|ppt|docProps|customXml|_rels)/|^\[Content_Types\]")
_INDEX = re.compile(r"\[\d+(?:,\d+)*\]")  # numbers of pages in the index of a site, which can be any
_ESCAPED = re.compile(r"\\[bfnrt\"/]")
_SCRIPTS = (".css", ".js", ".mjs")
_PHOTOGRAPH = re.compile(rb"stream\r?\n(\xff\xd8\xff.*?)\r?\nendstream", re.S)
_BINARY_RUN = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")


def texts_of(made: bytes, reader: Reader | None = None, *, name: str = "", depth: int = 0) -> Iterator[str]:
    """All that bytes say.

    Args:
        made: a file of any form that Clarion writes, or anything packed in one.
        reader: gives what a PDF draws, as text that runs together; without it only what stands beside is read.
        name: of the file or part, where its form cannot be told from its bytes alone.
        depth: files that these bytes lie within.
    """
    if depth > _DEEPEST:
        return
    if made.startswith(b"%PDF"):
        yield from of_pdf(made)
        if reader is not None:
            yield from map(Joined, reader(made))
    elif made.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(made)):
        yield from _of_zip(made, reader, depth)
    elif made.startswith(b"\x1f\x8b"):
        yield from texts_of(_opened(made), reader, name=name.removesuffix(".gz"), depth=depth + 1)
    elif is_picture(made):
        yield from of_picture(made)
    elif is_letter(made):
        for part in of_letter(made):
            if isinstance(part, bytes):
                yield from texts_of(part, reader, depth=depth + 1)
            else:
                yield plain(part)
    else:
        yield from _of_text(made, reader, name, depth)


def texts_of_files(files: Mapping[str, bytes], reader: Reader | None = None) -> Iterator[str]:
    """All that the files of a folder say, and their names, by name (with `/` between folders)."""
    for name in sorted(files):
        yield plain(name)
        yield from texts_of(files[name], reader, name=name)


def traces_of(made: bytes, *, depth: int = 0) -> bool:
    """Whether a picture anywhere in a file holds more than its points: where, when and by whom it was taken."""
    if depth > _DEEPEST:
        return False
    if is_picture(made):
        return bool(beside_points(made))
    if made.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(made)):
        with zipfile.ZipFile(io.BytesIO(made)) as held:
            return any(traces_of(_part(held, part), depth=depth + 1) for part in held.infolist())
    if is_letter(made):
        return any(isinstance(part, bytes) and traces_of(part, depth=depth + 1) for part in of_letter(made))
    if made.startswith(b"%PDF"):
        return any(
            beside_points(part) for part in re.findall(rb"stream\r?\n(\xff\xd8\xff.*?)\r?\nendstream", made, re.S)
        )
    if b"base64," in made:
        return any(traces_of(part, depth=depth + 1) for part in packed_in(made.decode("utf-8", "replace")))
    return False


def _of_zip(made: bytes, reader: Reader | None, depth: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        yield held.comment.decode("utf-8", "replace")
        for part in held.infolist():
            yield plain(part.filename)
            yield part.comment.decode("utf-8", "replace")
            yield Joined(part.extra.decode("utf-8", "replace"))
            yield from texts_of(_part(held, part), reader, name=part.filename, depth=depth + 1)


def _part(held: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        return held.read(part)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):  # damaged, or locked
        return b""


def _of_text(made: bytes, reader: Reader | None, name: str, depth: int) -> Iterator[str]:
    if made.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = made.decode("utf-16", "replace")
    elif not is_written(made) and made:
        # no text in UTF-8: what reads as words in it, and what does not fit left out
        yield from (Joined(run.decode("utf-8", "replace")) for run in _BINARY_RUN.findall(made))
        text = made.decode("utf-8", "replace")
    else:
        text = made.decode("utf-8").removeprefix("\ufeff")
    if _WORD.search(name) and name.endswith((".xml", ".rels")):
        yield from map(Code, of_office(text)) if _FRAME.search(name) else of_office(text)
    elif name.endswith(_SCRIPTS):
        said = _INDEX.sub("[]", text)
        yield from (Code(said), Code(plain(said)))
    elif _MARKUP.match(text):
        yield from of_markup(text)
    else:
        yield from _of_words(text)
    if not _MARKUP.match(text) and (told := unquoted(text)) is not None:
        yield Joined(told)
    for data in packed_in(text):
        yield from texts_of(data, reader, depth=depth + 1)


def _of_words(text: str) -> Iterator[str]:
    """Text that is no markup as a whole: letters, tables, Markdown, calendars, JSON."""
    if text[:1] in "{[" and (strings := list(of_json(text))):
        # a sign that is escaped would join the words on both sides of it
        yield Code(_ESCAPED.sub(" ", text))
        for one in strings:
            yield from _with_tags(plain(one))
        return
    whole = unfolded(text)
    if whole != text:
        yield text
    yield from _with_tags(whole)
    undone = plain(whole)
    if undone != whole:
        yield undone


def _with_tags(text: str) -> Iterator[str]:
    yield text
    if "<" in text and _HAS_TAG.search(text):
        yield from of_markup(text)


def _opened(made: bytes) -> bytes:
    try:
        return gzip.decompress(made)
    except (OSError, EOFError, zlib.error):
        return b""
