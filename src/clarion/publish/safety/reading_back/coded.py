"""Words behind a code that any program undoes: entities, percent signs, backslashes, quoted-printable, base64."""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_BACKSLASH = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nrt/\"'\\,;]))")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_NAMED = {"n": "\n", "r": "\r", "t": "\t"}
_QUOTED = re.compile(r"=[0-9A-F]{2}|=\r?\n")
_FOLD = re.compile(r"\r?\n[ \t]")
_CARDS = ("BEGIN:VCALENDAR", "BEGIN:VCARD")
# base64 in a row, also broken into lines of equal length as in mail
_RUN = re.compile(r"[A-Za-z0-9+/_-]{12,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*={0,2}")
_DEEPEST = 4  # codes within codes
_DIGITS = re.compile(r"[0-9a-fA-F-]+|[0-9]+")
_WRITTEN = 0.9


def plain(text: str) -> str:
    """A text with its codes undone, those within codes too."""
    for _ in range(_DEEPEST):
        before = text
        if "&" in text:
            text = unescape(text)
        if "%" in text and _PERCENT.search(text):
            text = unquote(text)
        if "\\" in text:
            text = _PAIR.sub(_paired, _BACKSLASH.sub(_escaped, text))
        if text == before:
            break
    return text


def unfolded(text: str) -> str:
    """A calendar or card with its long lines put together (RFC 5545, 3.1), else the text as it is."""
    return _FOLD.sub("", text) if any(text.lstrip("\ufeff").startswith(one) for one in _CARDS) else text


def unquoted(text: str) -> str | None:
    """A text with quoted-printable undone, None where it holds none."""
    if "=" not in text or not _QUOTED.search(text):
        return None
    return quopri.decodestring(text.encode()).decode("utf-8", "replace")


def packed_in(text: str) -> Iterator[bytes]:
    """What stands in base64 in a text, where it is text or a file of a known kind."""
    for found in _RUN.finditer(text):
        run = re.sub(r"\s", "", found[0]).rstrip("=").translate(str.maketrans("-_", "+/"))
        if _DIGITS.fullmatch(run):
            continue
        try:
            data = base64.b64decode(run[: len(run) // 4 * 4] + _rest(run))
        except (binascii.Error, ValueError):
            continue
        if is_known(data) or is_written(data):
            yield data


def is_known(data: bytes) -> bool:
    """Whether bytes begin as a packed file, a page of print or a picture does."""
    return data.startswith((b"PK\x03\x04", b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"\x1f\x8b"))


def is_written(data: bytes) -> bool:
    """Whether bytes are text in UTF-8, and not figures or shapes."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(text) and sum(one.isprintable() or one in "\t\r\n" for one in text) >= _WRITTEN * len(text)


def _rest(run: str) -> str:
    left = run[len(run) // 4 * 4 :]
    return left + "=" * (-len(left) % 4) if len(left) > 1 else ""


def _escaped(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if digits:
        number = int(digits, 16)
        return chr(number) if number <= 0x10FFFF else found[0]
    return _NAMED.get(found[4], found[4])


def _paired(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")
