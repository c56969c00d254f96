"""Bytes to text: by declaration, byte order mark, the form of UTF-8, and only then by guess."""

import codecs
import re
from dataclasses import dataclass

# the guess costs 5 s a megabyte on slow machines, and a sample is enough
GUESS_BYTES = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# what the web calls by one name and means by another; source: WHATWG Encoding Standard, section 4.2
_ALIASES = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "iso8859-1": "cp1252", "windows-1252": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "shift_jis": "cp932", "shift-jis": "cp932",
    "iso-8859-9": "cp1254", "tis-620": "cp874", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
_LOST = "\ufffd"
_BROKEN_END = re.compile(rb"[\xc0-\xff][\x80-\xbf]{0,2}\Z")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the character set it was read by, and what a person should know about that."""

    text: str
    charset: str
    problems: tuple[str, ...] = ()


def decode(original: bytes, declared: str | None = None) -> Decoded:
    """Text of the bytes. A byte order mark comes first, then well-formed UTF-8, then the declaration, then a guess.

    Well-formed UTF-8 with letters beyond ASCII is hardly ever anything else, whatever the declaration says.
    Bytes that fit nothing become U+FFFD, and a problem says so; nothing raises.
    """
    for mark, name in _MARKS:
        if original.startswith(mark):
            return _by(original[len(mark) :], name, f"character set {name} by its byte order mark")
    if (strict := _strictly(original, "utf-8")) is not None and not _is_seven_bit_cjk(original):
        return _wide(original) or Decoded(strict, "utf-8")
    return _declared(original, declared) or _mended(original) or _guessed(original)


def known_charset(name: str | None) -> str | None:
    """The Python codec for a declared name, or None when there is none."""
    if not name:
        return None
    plain = name.strip().strip("\"'").lower()
    try:
        codec = codecs.lookup(_ALIASES.get(plain, plain))
    except (LookupError, ValueError):
        return None
    # some codecs turn bytes into bytes (zip, hex): not a character set
    return codec.name if codec._is_text_encoding else None


def _declared(original: bytes, declared: str | None) -> Decoded | None:
    charset = known_charset(declared)
    if charset is None or charset == "utf-8":
        return None
    text = _strictly(original, charset)
    return None if text is None else Decoded(text, charset)


def _wide(original: bytes) -> Decoded | None:
    """UTF-16 without a mark is also well-formed UTF-8 when its letters are Latin, only with NULs between them."""
    if original.count(0) * 3 < len(original):
        return None
    name = "utf-16-le" if original[1::2].count(0) > original[0::2].count(0) else "utf-16-be"
    text = _strictly(original[: len(original) & ~1], name)
    return None if text is None else Decoded(text, name, (f"character set {name} guessed from its form",))


def _is_seven_bit_cjk(original: bytes) -> bool:
    return b"\x1b$" in original or b"\x1b(" in original  # ISO-2022 escapes


def _mended(original: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, or cut in the middle of a letter."""
    whole = _BROKEN_END.sub(b"", original)
    if (text := _strictly(whole, "utf-8")) is not None and len(whole) > 64 and not text.isascii():
        return Decoded(text + _LOST, "utf-8", ("the file ends in the middle of a letter; it may be cut short",))
    text = original.decode("utf-8", "replace")
    lost = text.count(_LOST)
    letters = sum(character > "\x7f" for character in text[:GUESS_BYTES]) - text[:GUESS_BYTES].count(_LOST)
    if lost and letters > 4 * text[:GUESS_BYTES].count(_LOST):
        return Decoded(text, "utf-8", (f"{lost} byte sequences are not UTF-8; they are shown as \ufffd",))
    return None


def _guessed(original: bytes) -> Decoded:
    import chardet  # noqa: PLC0415 - most files are UTF-8, and loading it takes a twentieth of a second

    guess = chardet.detect(original[:GUESS_BYTES])
    charset = known_charset(guess["encoding"]) or "cp1252"
    # chardet's certainty is not told: right guesses have anything from 0.2 to 0.9
    return _by(original, charset, f"character set {charset} guessed; if letters are wrong, save the file as UTF-8")


def _by(original: bytes, charset: str, said: str) -> Decoded:
    text = original.decode(charset, "replace")
    problems: tuple[str, ...] = (said,) if "guessed" in said else ()
    lost = text.count(_LOST)
    if lost:
        problems += (f"{lost} bytes or sequences do not fit {charset}; they are shown as \ufffd",)
    return Decoded(text, charset, problems)


def _strictly(original: bytes, charset: str) -> str | None:
    try:
        return original.decode(charset)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
