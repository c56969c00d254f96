"""The one form in which texts are kept, so that offsets mean the same everywhere."""

import hashlib
import unicodedata

UNKNOWN = "unknown"  # what people are shown where a value is not known


def normalised(text: str) -> str:
    """NFC, with line ends as `\\n`, without NUL and lone surrogates (a record is UTF-8). Offsets count code points."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    safe = lines.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(lines) else lines
    return unicodedata.normalize("NFC", safe)


def text_sha256(text: str) -> str:
    """Hex SHA-256 of the text as UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text) if not text.isascii() else False
