"""The last net: what was made is read back and searched for everything that is withheld."""

import ast
import base64
import functools
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from importlib import resources
from typing import Any

from clarion.model import DetailKind
from clarion.publish.safety.common import names_of_states
from clarion.publish.safety.folding import key_of
from clarion.publish.safety.matching import Matcher

_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_DATA = re.compile(r"base64,([A-Za-z0-9+/=\s]{16,})")
_LINE = re.compile(r'<meta name="clarion-sentence" content="([^"<>]*)">')
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
_HEX_STRING = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.S)
# control signs, which texts do not hold; two hundred and more are parts of letters in UTF-8
_UNWRITTEN = bytes(one for one in range(32) if one not in b"\t\n\r\f") + b"\x7f"
_MARKED = (b"\xfe\xff", b"\xff\xfe")


@dataclass(frozen=True, slots=True)
class Caught:
    """Something withheld that stands in what was made. Its words are for those who hold the case alone."""

    kind: DetailKind
    words: str


class Joined(str):
    """Text in which words of two places may run together: without its tags, or as a page draws it.

    Part of a name may stand in it by chance; whole names do not.
    """


def caught(texts: Iterable[str], net: Matcher, frame: Iterable[str] = ()) -> Caught | None:
    """The first thing withheld that any of these texts holds, or None.

    A surname alone that is also a word of the frame of a dossier, or of `frame` (reference data that is shown beside
    the record), counts only together with the rest of its name.
    """
    known = _frame_words() | {key_of(word) for text in frame for word in _WORD.findall(text)}
    for text in texts:
        for one in net.find(text):
            by_chance = one.term.alone and (isinstance(text, Joined) or one.term.letters in known)
            if not by_chance:
                return Caught(one.kind, text[one.start : one.end])
    return None


def texts_of(made: bytes) -> Iterator[str]:
    """All that the bytes of a publication say, read as text, page, data and, where they are a PDF, its streams."""
    if made.startswith(b"%PDF"):
        yield from _of_pdf(made)
        return
    text = made.decode("utf-8", "replace")
    yield text
    if "<" in text or "&" in text:
        bare = unescape(text)
        yield bare
        yield Joined(unescape(_TAG.sub("", text)))
        yield unescape(_TAG.sub(" ", text))
    if text.startswith("BEGIN:VCALENDAR"):
        yield _unfolded(text)
    for found in _DATA.finditer(text):
        yield _decoded(found[1])
    for found in _LINE.finditer(text):
        yield from _of_json(unescape(found[1]))
    yield from _of_json(text)


def _unfolded(text: str) -> str:
    """A calendar with its long lines put together and its escaped signs as they are read (RFC 5545, 3.1 and 3.3.11)."""
    whole = re.sub(r"\r?\n[ \t]", "", text)
    return re.sub(r"\\([nN\\;,])", lambda found: "\n" if found[1] in "nN" else found[1], whole)


def _of_json(text: str) -> Iterator[str]:
    if text[:1] not in "{[":
        return
    try:
        yield from _strings(json.loads(text))
    except ValueError:
        for line in text.splitlines():
            try:
                yield from _strings(json.loads(line))
            except ValueError:
                continue


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings(key)
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _of_pdf(made: bytes) -> Iterator[str]:
    """The bytes of a PDF and of its streams, and the strings in them: titles, names, marks of sections, metadata.

    What is drawn is in figures for shapes, which no search reads; its words are to be read by a reader of PDF beside.
    """
    outside = _STREAM.sub(b"", made)
    for data in (outside, *(_inflated(stream[1]) for stream in _STREAM.finditer(made))):
        for found in _HEX_STRING.finditer(data):
            digits = re.sub(rb"\s", b"", found[1])
            yield from _told(bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode()))
        for found in _LITERAL.finditer(data):
            yield from _told(_unslashed(found[1]))
        # tables of offsets and widths are figures in a row, in which any number stands by chance
        if data.lstrip()[:1] == b"<" and _is_written(data):
            yield Joined(data.decode("utf-8", "replace"))


def _told(data: bytes) -> Iterator[str]:
    if data[:2] in _MARKED:
        yield Joined(data.decode("utf-16", "replace"))
    elif _is_written(data):
        yield Joined(data.decode("utf-8", "replace"))


def _is_written(data: bytes) -> bool:
    """Whether bytes are text, and not the shapes of a font or other figures."""
    return bool(data) and len(data.translate(None, _UNWRITTEN)) >= len(data) * 0.95


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def _unslashed(data: bytes) -> bytes:
    named = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}

    def plain(found: re.Match[bytes]) -> bytes:
        said = found[1]
        return bytes([int(said, 8) & 255]) if said[:1].isdigit() else named.get(said, said)

    return re.sub(rb"\\([0-7]{1,3}|.)", plain, data, flags=re.S)


def _decoded(written: str) -> str:
    try:
        return base64.b64decode(written).decode("utf-8", "replace")
    except ValueError:
        return ""


@functools.cache
def _frame_words() -> frozenset[str]:
    """The words that every dossier holds, whatever its record: those of templates and of the code that writes it."""
    found: set[str] = set(names_of_states())
    for folder in ("", "drawing", "templates"):
        for file in (resources.files("clarion.publish") / folder).iterdir():
            if file.name.endswith((".html", ".css")):
                found.update(map(key_of, _WORD.findall(file.read_text(encoding="utf-8"))))
            elif file.name.endswith(".py"):
                found.update(_said_by(file.read_text(encoding="utf-8")))
    return frozenset(found)


def _said_by(code: str) -> Iterator[str]:
    tree = ast.parse(code)
    explaining = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining:
            yield from map(key_of, _WORD.findall(node.value))
