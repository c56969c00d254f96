"""E-mail (RFC 5322, MIME): the readable part as text, headers and quoted mail marked, attachments handed on."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from itertools import groupby

from clarion.model.vocabulary import RegionKind
from clarion.read.charset import decode
from clarion.read.detect import MAIL
from clarion.read.domains import own_label
from clarion.read.draft import Draft, Found, FoundDay, Metadata, TextBuilder
from clarion.read.names import is_body, is_person, squashed
from clarion.read.web import text_of_html

# a mail with more parts was made to exhaust its reader
MOST_PARTS = 500
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
# the standard library's parser of headers fails with these on broken ones
_BROKEN_HEADER = (ValueError, IndexError, AttributeError, TypeError, LookupError, MessageError)
_WROTE = re.compile(
    r"(?:on [^\n]{6,120}\bwrote|am [^\n]{6,120}\bschrieb[^\n]{0,80}|le [^\n]{6,120}\ba écrit"
    r"|el [^\n]{6,120}\bescribió|em [^\n]{6,120}\bescreveu)\s*:\s*$",
    re.I,
)
# "Ana Prieto | Shore Network", "Ana Prieto (Shore Network)", "Ana Prieto, Shore Network", "Ana Prieto via Shore List"
_NAME_BREAK = re.compile(r"\s*[|(),/]\s*|\s+[-–—]\s+|\s+(?:at|from|via|of|for)\s+(?:the\s+)?(?=[A-Z])")
_COMMENT = re.compile(r"(?P<name>[^\"<>()]{3,60}?)\s*\((?P<body>[^()<>@]{3,60})\)\s*<")
# "Ana Prieto, Shore Kite <ana@shore.example>", the comma not in quotation marks
_COMMA = re.compile(r"(?P<name>[^\"<>(),@]{3,60},[^\"<>()@]{3,60}?)\s*<(?P<address>[^<>\s]{3,120})>")
_FORWARDED = re.compile(
    r"\W*(?:original message|forwarded message|begin forwarded message|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|mensaje (?:original|reenviado)|message (?:d'origine|transféré)"
    r"|mensagem (?:original|encaminhada))\W*$",
    re.I,
)
_FIELD = re.compile(r"(?:from|sent|date|to|cc|subject|reply-to)\s*:", re.I)


def read_mail(original: bytes) -> Draft:
    """The readable part of a message, with its headers above it as a header region.

    Of alternatives the plain text is read. A forwarded message is handed on as an attachment of its own,
    so that its words keep their own sender and date; in the text it is quoted mail.
    """
    message = _message(original)
    builder = TextBuilder()
    builder.add(
        "\n".join(f"{name}: {value}" for name in _SHOWN if (value := _header(message, name))), RegionKind.HEADER
    )
    problems: list[str] = []
    attachments: list[tuple[str, bytes]] = []
    for part in _leaves(message, problems):
        if not _is_body(part):
            if content := _whole(part):
                attachments.append((_file_name(part, len(attachments)), content))
            continue
        body, found = _body_text(part)
        problems += found
        attachments += _add_body(builder, body)
    return Draft(MAIL, builder.text(), builder.regions(), _metadata(message), tuple(problems), tuple(attachments))


def open_mail(original: bytes) -> tuple[Message, list[tuple[str, str | None, bytes]], list[str]]:
    """A message, its readable bodies as (type, character set, bytes), and the names of what is attached."""
    message = _message(original)
    leaves = _leaves(message, [])
    bodies = [
        (part.get_content_type(), part.get_content_charset(), _content(part)) for part in leaves if _is_body(part)
    ]
    return message, bodies, [_file_name(part, at) for at, part in enumerate(leaves) if not _is_body(part)]


def _message(original: bytes) -> Message:
    # a message cut out of a mailbox begins with the mailbox's own line
    source = original[original.find(b"\n") + 1 :] if original.startswith((b"From ", b">From ")) else original
    return message_from_bytes(source, policy=policy.default)


def _header(message: Message, name: str) -> str | None:
    try:
        value = message[name]
        return " ".join(str(value).split()) if value is not None else None
    except _BROKEN_HEADER:
        return next(
            (" ".join(str(raw).split()) for key, raw in message.raw_items() if key.lower() == name.lower()), None
        )


def _leaves(message: Message, problems: list[str]) -> list[Message]:
    """The parts that hold content, in order. An attached message is one part; alternatives give their best."""
    found: list[Message] = []
    waiting = [message]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            problems.append(f"the message has more than {MOST_PARTS} parts; those after were not read")
            break
        if part.get_content_maintype() != "multipart" or not part.is_multipart():
            found.append(part)
            continue
        children = [child for child in part.get_payload() if isinstance(child, Message)]
        if part.get_content_type() == "multipart/alternative":
            children = _best(children)
        waiting += reversed(children)
    return found


def _best(choices: list[Message]) -> list[Message]:
    """Plain text if it says anything, else the richest choice, which stands last (RFC 2046, 5.1.4)."""
    plain = [choice for choice in choices if choice.get_content_type() == "text/plain" and _content(choice).strip()]
    others = [
        choice
        for choice in choices
        if choice.get_content_maintype() != "text" and choice.get_content_maintype() != "multipart"
    ]
    texts = [choice for choice in choices if choice not in others]
    return (plain[:1] or texts[-1:]) + others


def _is_body(part: Message) -> bool:
    if part.get_content_maintype() == "multipart" and not part.is_multipart():
        return True  # the boundary is missing: everything stands in one piece
    return (
        part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
        and not part.is_multipart()
    )


def _body_text(part: Message) -> tuple[str, tuple[str, ...]]:
    decoded = decode(_content(part), part.get_content_charset())
    return (text_of_html(decoded.text) if part.get_content_type() == "text/html" else decoded.text), decoded.problems


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _whole(part: Message) -> bytes:
    """An attachment's bytes; of an attached message, the message."""
    if part.get_content_type() != "message/rfc822" or not part.is_multipart():
        return _content(part)
    inner = [child for child in part.get_payload() if isinstance(child, Message)]
    try:
        return inner[0].as_bytes(policy=policy.SMTP.clone(max_line_length=None)) if inner else b""
    except (*_BROKEN_HEADER, UnicodeError):
        return inner[0].as_string(policy=policy.compat32).encode("utf-8", "replace")


def _file_name(part: Message, number: int) -> str:
    try:
        name = part.get_filename()
    except _BROKEN_HEADER:
        name = None
    plain = re.sub(r"[\x00-\x1f/\\]+", "_", name or "").strip(". ")
    return plain[:200] or f"part-{number + 1}" + (".eml" if part.get_content_type() == "message/rfc822" else "")


def _add_body(builder: TextBuilder, body: str) -> list[tuple[str, bytes]]:
    """Add a body with its quoted stretches marked; returns what was forwarded in it."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cut = next((number for number, line in enumerate(lines) if _FORWARDED.match(line)), len(lines))
    for quoted, run in groupby(_flagged(lines[:cut]), key=lambda pair: pair[0]):
        builder.add("\n".join(line for _, line in run), RegionKind.QUOTED_MAIL if quoted else None, gap="\n")
    if cut == len(lines):
        return []
    builder.add("\n".join(lines[cut:]), RegionKind.QUOTED_MAIL)
    forwarded = [line.removeprefix("> ").removeprefix(">") for line in lines[cut + 1 :]]
    while forwarded and not forwarded[0].strip():
        forwarded.pop(0)
    if not forwarded or not _FIELD.match(forwarded[0]):
        return []
    return [("forwarded.eml", "\n".join(forwarded).encode("utf-8", "replace"))]


def _flagged(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line with whether it is quoted from an earlier mail; the line "On … X wrote:" counts with what it opens."""
    for number, line in enumerate(lines):
        following = next((later for later in lines[number + 1 : number + 4] if later.strip()), "")
        opens = bool(_WROTE.match(line.strip())) and following.startswith(">")
        yield line.startswith(">") or opens, line


def _metadata(message: Message) -> Metadata:
    sender = _header(message, "From") or ""
    name, address = (getaddresses([sender]) or [("", "")])[0]
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == "from"), "")
    if (told := _COMMENT.match(raw.strip()[:200])) is not None:
        name = f"{told['name']} ({told['body']})"  # a comment is dropped by the parser
    if (listed := _COMMA.fullmatch(raw.strip()[:300])) is not None:
        name, address = listed["name"], listed["address"]
    people, bodies = _sender_names("" if "@" in name else name, address.rpartition("@")[2])
    subject = _header(message, "Subject")
    return Metadata(
        title=Found(subject, "the header Subject") if subject else None,
        publisher=next((Found(body, "the header From") for body in bodies), None),
        authors=tuple(Found(person, "the header From") for person in people),
        day=_day(message),
        language=_header(message, "Content-Language"),
        sender_domain=address.rpartition("@")[2].lower() or None,
    )


def _sender_names(name: str, domain: str) -> tuple[list[str], list[str]]:
    """The person and the body of a display name: "Ana Prieto", "Shore Network", "Ana Prieto | Shore Network"."""
    parts = [part for part in _NAME_BREAK.split(name) if part]
    first_name = re.fullmatch(r"[^\W\d_]+\s+(?:at|from)\s+.*", name) is not None  # "Ana from Shore Kite"
    if len(parts) > 1 and first_name and is_body(parts[1]):
        return [], parts[1:2]
    if len(parts) > 1 and is_person(parts[0]):
        return parts[:1], [part for part in parts[1:] if is_body(part)][:1]
    if not name:
        return [], []
    site = squashed(own_label(domain) or "\0")
    if len(site) > 5 and (squashed(name) in site or squashed(name).startswith(site)):
        return [], [name]
    person = is_person(name) or (" " not in name and squashed(name) not in squashed(domain))
    return ([name], []) if person else ([], [name])


def _day(message: Message) -> FoundDay | None:
    written = _header(message, "Date") or _header(message, "Sent")
    if written is None:
        return None
    try:
        return FoundDay(parsedate_to_datetime(written).date(), f"the header Date: {written}")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
