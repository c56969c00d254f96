"""What a PDF says beside what it draws: titles, names, marks of sections, metadata, pictures."""

import re
import zlib
from collections.abc import Iterator

from clarion.publish.safety.reading_back.kinds import Joined
from clarion.publish.safety.reading_back.pictures import is_picture, of_picture

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
_HEX_STRING = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_LITERAL = re.compile(rb"\(((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*\))*)\)", re.S)
# control signs, which texts do not hold; two hundred and more are parts of letters in UTF-8
_UNWRITTEN = bytes(one for one in range(32) if one not in b"\t\n\r\f") + b"\x7f"
_MARKED = (b"\xfe\xff", b"\xff\xfe")


def of_pdf(made: bytes) -> Iterator[str]:
    """The bytes of a PDF and of its streams, and the strings in them: titles, names, marks of sections, metadata.

    What is drawn is in figures for shapes, which no search reads; its words are to be read by a reader of PDF beside.
    """
    outside = _STREAM.sub(b"", made)
    for stream in _STREAM.finditer(made):
        if is_picture(stream[1]):
            yield from of_picture(stream[1])
    for data in (outside, *(_inflated(stream[1]) for stream in _STREAM.finditer(made))):
        for found in _HEX_STRING.finditer(data):
            digits = re.sub(rb"\s", b"", found[1])
            yield from _told(bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode()))
        for found in _LITERAL.finditer(data):
            yield from _told(_unslashed(found[1]))
        # tables of offsets and widths are figures in a row, in which any number stands by chance
        if data.lstrip()[:1] == b"<" and _is_plain(data):
            yield Joined(data.decode("utf-8", "replace"))


def _told(data: bytes) -> Iterator[str]:
    if data[:2] in _MARKED:
        yield Joined(data.decode("utf-16", "replace"))
    elif _is_plain(data):
        yield Joined(data.decode("utf-8", "replace"))


def _is_plain(data: bytes) -> bool:
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
