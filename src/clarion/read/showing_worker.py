"""The process in which an original is made ready to be shown. Reads it from standard input, answers, and ends.

What is read is the number of the page in eight bytes, the highest first, and then the original.

The answer is one byte and its payload: `S` and a `Shown` in MessagePack, or `E` and a reason in UTF-8.
"""

import os
import struct
import sys
import zlib
from email.message import Message
from html import escape

import msgspec

from clarion.model.errors import UnreadableFile
from clarion.read.charset import decode
from clarion.read.cleaning import clean_html
from clarion.read.detect import HTML, MAIL, PDF, media_type_of
from clarion.read.limits import DEFAULT_LIMITS
from clarion.read.mail import open_mail
from clarion.read.reading import PARSER_FAILURES
from clarion.read.showing import PAGE_BYTES, Shown, plain_markup
from clarion.read.worker import limit_cpu, limit_memory

_CPU_SECONDS = 15
_SCALE = 1.5  # pixels a point: 108 to the inch, readable on a laptop
_MOST_PIXELS = 2_400  # of one side; a page of a poster's size is shown smaller
_MOST_HEADERS = 100


def main() -> None:
    """Answer one request."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a C library prints must not mix with the answer
    limit_memory(DEFAULT_LIMITS.memory)
    limit_cpu(_CPU_SECONDS)
    clean_html(b"<p>loads the parser while nobody waits</p>")
    asked = sys.stdin.buffer.read()
    if len(asked) <= PAGE_BYTES:  # whoever started it has ended
        return
    try:
        page, original = int.from_bytes(asked[:PAGE_BYTES], "big"), asked[PAGE_BYTES:]
        answers.write(b"S" + msgspec.msgpack.encode(shown(original, page)))
    except UnreadableFile as problem:
        answers.write(b"E" + str(problem).encode("utf-8", "replace"))
    except PARSER_FAILURES as problem:
        answers.write(b"E" + f"the original is broken ({type(problem).__name__}); look at its text".encode())
    answers.flush()


def shown(original: bytes, page: int) -> Shown:
    """The original as it can be shown.

    Raises:
        UnreadableFile: it is broken or wants more than its share.
    """
    kind = media_type_of(original)
    if kind == PDF:
        return _page_of_pdf(original, page)
    if kind == HTML:
        return Shown(clean_html(original))
    if kind == MAIL:
        return _mail(original)
    return Shown(plain_markup(decode(original).text))


def _mail(original: bytes) -> Shown:
    message, bodies, attached = open_mail(original)
    made = [
        clean_html(content, charset or "utf-8") if kind == "text/html" else plain_markup(decode(content, charset).text)
        for kind, charset, content in bodies
    ]
    if attached:
        made.append("<hr><ul>" + "".join(f"<li>{escape(name)}</li>" for name in attached) + "</ul>")
    return Shown("".join(made), headers=_headers(message))


def _headers(message: Message) -> tuple[tuple[str, str], ...]:
    found = [(str(name), " ".join(str(value).split())) for name, value in message.raw_items()]
    return tuple((name[:100], value[:2_000]) for name, value in found[:_MOST_HEADERS])


def _page_of_pdf(original: bytes, number: int) -> Shown:
    import pypdfium2  # noqa: PLC0415 - loaded when a PDF is shown

    try:
        document = pypdfium2.PdfDocument(original)
        number = min(max(number, 1), len(document))
        page = document[number - 1]
        scale = min(_SCALE, _MOST_PIXELS / max(*page.get_size(), 1))
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
        picture = _png(bytes(bitmap.buffer), (bitmap.width, bitmap.height), bitmap.stride, bitmap.n_channels)
        return Shown(picture=picture, page=number, pages=len(document))
    except pypdfium2.PdfiumError as problem:
        raise UnreadableFile("the PDF cannot be opened; look at its text") from problem


def _png(pixels: bytes, size: tuple[int, int], stride: int, channels: int) -> bytes:
    """Rows of RGB or RGBA as PNG. Source: PNG specification, third edition, sections 5 and 9."""
    width, height = size
    rows = b"".join(b"\0" + pixels[at * stride : at * stride + width * channels] for at in range(height))
    colour = {1: 0, 3: 2, 4: 6}[channels]
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


if __name__ == "__main__":
    main()
