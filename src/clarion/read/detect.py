"""What a file is, told from its bytes and never from its name."""

import re
from dataclasses import dataclass

import msgspec

# bytes looked at to tell the kind; the head of any format Clarion reads is shorter
HEAD_BYTES = 4096

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
JSON = "application/json"

READABLE = (PLAIN, MARKDOWN, HTML, PDF, DOCX, MAIL, JSON)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that Clarion knows but does not read, and what to do about it."""

    name: str
    advice: str


_EXPORT = "export it as PDF, DOCX or plain text"
_OCR = "run OCR on it and take in the text"
_UNPACK = "unpack it and take in the files inside"

# magic bytes at the very start; source: each format's specification
_FOREIGN: tuple[tuple[bytes, Foreign], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Foreign("an old or password-protected Office file", "save it as DOCX without a password"),
    ),
    (b"\x89PNG\r\n", Foreign("a PNG picture", _OCR)),
    (b"\xff\xd8\xff", Foreign("a JPEG picture", _OCR)),
    (b"GIF8", Foreign("a GIF picture", _OCR)),
    (b"II*\0", Foreign("a TIFF picture", _OCR)),
    (b"MM\0*", Foreign("a TIFF picture", _OCR)),
    (b"\x1f\x8b", Foreign("a gzip archive", _UNPACK)),
    (b"BZh", Foreign("a bzip2 archive", _UNPACK)),
    (b"\xfd7zXZ\0", Foreign("an xz archive", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Foreign("a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", Foreign("a RAR archive", _UNPACK)),
    (b"{\\rtf", Foreign("a rich-text (RTF) file", _EXPORT)),
    (b"\x7fELF", Foreign("a program", "leave it out")),
    (b"MZ", Foreign("a program", "leave it out")),
    (b"SQLite format 3\0", Foreign("a database", "export the texts in it")),
    (b"OggS", Foreign("a sound or film recording", "write down what is said and take in the text")),
    (b"ID3", Foreign("a sound recording", "write down what is said and take in the text")),
    (b"RIFF", Foreign("a sound, film or picture file", "write down what is said or shown and take in the text")),
    (b"WARC/", Foreign("a web archive", "take in the pages that matter as HTML")),
    (b"age-encryption.org/", Foreign("an encrypted file", "decrypt it first")),
    (b"-----BEGIN PGP MESSAGE", Foreign("an encrypted message", "decrypt it first")),
)

_HTML_START = re.compile(
    rb"(?:<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,2000}-->|\s)*<(?:!doctype\s+html|html|head|body|title|meta|div"
    rb"|article|main|section|p|h1|table|br)\b",
    re.I | re.S,
)
_HTML_TAG = re.compile(rb"</(?:html|body|head|div|p|article|table|h[1-6])\s*>", re.I)
_HEADER_LINE = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t][^\r\n]*)?(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_MAIL_HEADERS = frozenset(
    (b"from", b"to", b"subject", b"date", b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to",
     b"content-type", b"content-transfer-encoding", b"cc", b"reply-to", b"dkim-signature", b"x-mailer", b"sender")
)  # fmt: skip
# headers that only mail carries; a memo may begin with "From:", "To:" and "Date:" as well
_MAIL_ONLY = frozenset((b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to", b"content-type"))
_ADDRESS = re.compile(rb"^from:[^\r\n]*[\w.+-]@[\w-]", re.I | re.M)
_MARKDOWN = re.compile(rb"^(?:#{1,6} \S|\*\*\S[^\n]*\*\*|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|> \S|---\n\w+: )", re.M)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def media_type_of(original: bytes) -> str | Foreign:
    """The media type of a file's bytes, or the format that Clarion does not read."""
    if original.startswith(b"%PDF-") or b"%PDF-" in original[:1024]:
        return PDF
    if original.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(original)
    for magic, foreign in _FOREIGN:
        if original.startswith(magic):
            return foreign
    if original[4:12] in (b"ftypisom", b"ftypmp42", b"ftypM4A ", b"ftypqt  "):
        return Foreign("a sound or film recording", "write down what is said and take in the text")
    return _text_kind(original)


def is_markup(head: bytes) -> bool:
    """True when the text is HTML: it starts as HTML does, or closes several of its tags."""
    return bool(_HTML_START.match(head)) or len(_HTML_TAG.findall(head)) >= 3


def _zip_kind(original: bytes) -> str | Foreign:
    # names stand in the central directory at the end; the first local header may be any part
    if b"word/document" in original[:HEAD_BYTES] or b"word/document" in original[-65_536:]:
        return DOCX
    if b"mimetypeapplication/vnd.oasis" in original[:128]:
        return Foreign("an OpenDocument file", "save it as DOCX or PDF")
    if b"xl/workbook" in original[-65_536:]:
        return Foreign("a spreadsheet", "take it in with its columns named, or export it as CSV")
    if b"ppt/presentation" in original[-65_536:]:
        return Foreign("a slide show", _EXPORT)
    # a DOCX cut short has lost its directory but still begins with its own parts
    return DOCX if b"[Content_Types].xml" in original[:HEAD_BYTES] else Foreign("a zip archive", _UNPACK)


def _text_kind(original: bytes) -> str | Foreign:
    head = original[:HEAD_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    elif _looks_wide(head):
        head = head.replace(b"\0", b"")
    elif len(_BINARY.findall(head)) > len(head) // 50:
        return Foreign("not a text: its bytes are binary", "take in the document it was made from")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if is_mail(head):
        return MAIL
    if is_markup(head):
        return HTML
    if head.lstrip()[:1] in (b"{", b"[") and is_json(original):
        return JSON
    return MARKDOWN if _MARKDOWN.search(head.replace(b"\r\n", b"\n")) else PLAIN


def is_json(original: bytes) -> bool:
    """True when the bytes are one JSON object or list: data, and no report that somebody wrote to be read."""
    try:
        msgspec.json.decode(original, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def is_mail(head: bytes) -> bool:
    """True when the bytes begin with header fields as mail has them (RFC 5322)."""
    names: list[bytes] = []
    position = 0
    if head.startswith((b"From ", b">From ")):  # a message cut out of a mailbox
        position = head.find(b"\n") + 1
    while (field := _HEADER_LINE.match(head, position)) is not None:
        names.append(field[1].lower())
        position = field.end()
    known = _MAIL_HEADERS.intersection(names)
    if len(known) < 2:
        return False
    return bool(_MAIL_ONLY & known) or (b"from" in known and bool(_ADDRESS.search(head[:position])))


def _looks_wide(head: bytes) -> bool:
    """UTF-16 without a byte order mark: every second byte of Latin text is NUL."""
    if len(head) < 8:
        return False
    half = len(head) // 2
    return (
        max(head[0::2].count(0), head[1::2].count(0)) > half * 0.4
        and min(head[0::2].count(0), head[1::2].count(0)) < half * 0.05
    )
