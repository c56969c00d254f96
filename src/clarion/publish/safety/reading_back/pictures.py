"""What a picture says beside its points: EXIF, XMP, IPTC, comments."""

import re
import struct
import zlib
from collections.abc import Iterator

from clarion.publish.safety.reading_back.kinds import Joined

_RUN = re.compile(rb"[\x20-\x7e\x80-\xff]{3,}")
_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWN = (b"IDAT", b"IHDR", b"PLTE", b"IEND", b"pHYs", b"gAMA", b"cHRM", b"sRGB", b"tRNS", b"sBIT", b"bKGD")
_HARMLESS = (0xE0, 0xEE)  # of JPEG: size and colours
_OF_POINTS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")


def is_picture(made: bytes) -> bool:
    """Whether bytes are a picture of points that may hold more than points."""
    return made.startswith((b"\xff\xd8\xff", _PNG, b"GIF8", b"II*\0", b"MM\0*")) or (
        made.startswith(b"RIFF") and made[8:12] == b"WEBP"
    )


def of_picture(made: bytes) -> Iterator[str]:
    """All words that stand beside the points of a picture."""
    for data in beside_points(made):
        for found in _RUN.finditer(data):
            yield Joined(found[0].decode("utf-8", "replace"))
        # Windows writes titles and authors with sixteen bits to a sign, wherever they begin
        for at in (0, 1):
            yield Joined(data[at:].decode("utf-16-le", "ignore"))


def beside_points(made: bytes) -> list[bytes]:
    """The parts of a picture that are no points, sizes or colours; none is how a picture should leave."""
    if made.startswith(b"\xff\xd8\xff"):
        return _of_jpeg(made)
    if made.startswith(_PNG):
        return _of_png(made)
    if made.startswith(b"RIFF"):
        return [part for name, part in _riff(made) if name not in _OF_POINTS]
    # of a GIF a comment has no fixed place, and of a TIFF all is one table
    return [made] if made.startswith((b"II*\0", b"MM\0*")) or b"\x21\xfe" in made else []


def _of_jpeg(made: bytes) -> list[bytes]:
    found, at = [], 2
    while at + 4 <= len(made) and made[at] == 0xFF:
        marker, size = made[at + 1], struct.unpack(">H", made[at + 2 : at + 4])[0]
        if marker == 0xDA:  # the points begin
            break
        part = made[at + 4 : at + 2 + size]
        is_profile = marker == 0xE2 and part.startswith(b"ICC_PROFILE")
        if marker == 0xFE or (0xE0 <= marker <= 0xEF and marker not in _HARMLESS and not is_profile):
            found.append(part)
        at += 2 + size
    end = made.rfind(b"\xff\xd9")
    return [*found, *([made[end + 2 :]] if 0 < end < len(made) - 2 else [])]


def _of_png(made: bytes) -> list[bytes]:
    found, at = [], len(_PNG)
    while at + 8 <= len(made):
        size, name = struct.unpack(">I4s", made[at : at + 8])
        if name not in _DRAWN and name != b"iCCP":
            found.append(_inflated(name, made[at + 8 : at + 8 + size]))
        at += 12 + size
    return [*found, *([made[at:]] if at < len(made) else [])]


def _inflated(name: bytes, part: bytes) -> bytes:
    if name not in (b"zTXt", b"iTXt"):
        return part
    head, _, rest = part.partition(b"\0")
    packed = rest[1:] if name == b"zTXt" else rest[2:].split(b"\0", 2)[-1] if rest[:1] == b"\1" else b""
    try:
        return head + b"\n" + zlib.decompress(packed) if packed else part
    except zlib.error:
        return part


def _riff(made: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(made):
        name, size = made[at : at + 4], struct.unpack("<I", made[at + 4 : at + 8])[0]
        yield name, made[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
