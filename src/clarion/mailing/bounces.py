"""What a mail that came back says: to whom it did not get, and whether it may yet.

Two forms: the report of RFC 3464 (multipart/report), and the free text of older servers, in which the address and a
status stand among words. A receipt ("delivered") is told apart from a delay and from a failure.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from enum import StrEnum

_BROKEN = (ValueError, IndexError, AttributeError, TypeError, LookupError, MessageError)
_MOST_PARTS = 60
_LONGEST_TEXT = 100_000
_LONGEST_WORDS = 300
_FROM = re.compile(r"mailer[-_. ]?daemon|postmaster|mail delivery (?:sub)?system|<>", re.I)
_SUBJECT = re.compile(
    r"undeliver|deliver(?:y|ed)[^\n]{0,40}(?:fail|status|problem|delay)|fail(?:ed|ure)[^\n]{0,20}(?:notice|delivery)"
    r"|return(?:ed|ing) (?:mail|message|to sender)|mail could not be|unzustellbar|non remis|no se pudo entregar"
    r"|전송 ?실패|반송|退信|配信不能",
    re.I,
)
_ADDRESS = re.compile(r"(?<![\w.+-])[A-Za-z0-9._%+=~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}")
_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]\d)")
_REPLY = re.compile(r"(?<![\d.-])([45]\d\d)(?=[ -])")
_DELAY = re.compile(r"delay|will (?:be|keep|continue)[^\n]{0,30}(?:retr|try)|warning only|noch nicht zugestellt", re.I)
_REASON = re.compile(
    r"(?:user|mailbox|recipient|account|address)[^\n]{0,40}(?:unknown|not found|does ?n[o']t exist|disabled)"
    r"|no such (?:user|mailbox|recipient)|unknown (?:user|recipient)|does not exist|address (?:not found|rejected)"
    r"|over quota|mailbox (?:is )?full|host (?:unknown|not found)|domain not found",
    re.I,
)
_FULL = re.compile(r"over quota|(?:mailbox|inbox) (?:is )?full", re.I)
# where an older report repeats the mail: what stands after it is the mail's own, not the server's
_COPY_BEGINS = re.compile(
    r"(?m)^[-\s>]*(?:(?:this is|below (?:this line )?is) a copy of|original message|returned message|message headers)",
    re.I,
)
_MESSAGE_ID = re.compile(r"(?im)^[ \t>]*message-id:\s*(<[^<>\s]{1,240}>)")


class BounceKind(StrEnum):
    """What a server says became of a mail."""

    FAILED = "failed"
    DELAYED = "delayed"  # it is tried again
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Bounce:
    """A server's word on one mail to one recipient.

    `message_id` is that of the mail that was sent, with angle brackets, and None where it is not told. `status` is the
    enhanced code of RFC 3463 ("5.1.1") or a bare reply ("550"). `is_permanent` is True only for a failure that trying
    again does not mend: a full mailbox is none.
    """

    kind: BounceKind
    recipient: str | None
    message_id: str | None
    status: str | None
    is_permanent: bool
    words: str


def find_bounces(raw: bytes) -> tuple[Bounce, ...]:
    """What a mail says of mails sent earlier, one for each recipient it names. Empty: it is no such mail."""
    message = message_from_bytes(raw, policy=policy.default)
    parts = list(_parts(message))
    reports = [part for part in parts if part.get_content_type() == "message/delivery-status"]
    sent_as = _sent_as(parts)
    if reports:
        found = tuple(one for report in reports for one in _reported(report, sent_as))
        if found:
            return found
    if not _is_from_a_server(message):
        return ()
    return _told(_text(parts), sent_as)


def _reported(report: Message, sent_as: str | None) -> Iterator[Bounce]:
    """The fields of RFC 3464: one block for the whole, then one for each recipient."""
    for block in _children(report):
        action = header_of(block, "Action").lower()
        recipient = _typed(header_of(block, "Final-Recipient") or header_of(block, "Original-Recipient"))
        if not action and not recipient:
            continue
        original = _typed(header_of(block, "Original-Recipient"))
        status = next((found.group() for found in _STATUS.finditer(header_of(block, "Status"))), None)
        told = _typed(header_of(block, "Diagnostic-Code")) or ""
        yield _bounce(_kind(action, status), original or recipient, sent_as, status, told)


def _kind(action: str, status: str | None) -> BounceKind:
    if action in ("delivered", "relayed", "expanded") or (status or "").startswith("2"):
        return BounceKind.DELIVERED
    if action == "delayed":
        return BounceKind.DELAYED
    return BounceKind.FAILED


def _told(text: str, sent_as: str | None) -> tuple[Bounce, ...]:
    """The words of a server that writes no report. Addresses count only above the copy of the mail."""
    copy = _COPY_BEGINS.search(text)
    above = text[: copy.start()] if copy else text
    status = _STATUS.search(above) or _REPLY.search(above)
    reason = _REASON.search(above)
    is_delay = _DELAY.search(above) is not None
    if status is None and reason is None and not is_delay:
        return ()
    recipients = dict.fromkeys(found.group().lower() for found in _ADDRESS.finditer(above))
    named = [one for one in recipients if not _FROM.search(one)]
    code = status.group().strip() if status else None
    kind = BounceKind.DELAYED if is_delay and not (code or "").startswith("5") else BounceKind.FAILED
    words = _line_of(above, (reason or status or _DELAY.search(above)))
    told = sent_as or next((found.group(1) for found in _MESSAGE_ID.finditer(text)), None)
    return (_bounce(kind, next(iter(named), None), told, code, words),)


def _bounce(kind: BounceKind, recipient: str | None, message_id: str | None, status: str | None, words: str) -> Bounce:
    is_full = _FULL.search(words) is not None or (status or "").endswith(".2.2")
    lasting = not (status or "5").startswith("4") and not is_full
    line = " ".join(words.split())
    return Bounce(kind, recipient, message_id, status, kind is BounceKind.FAILED and lasting, line[:_LONGEST_WORDS])


def _sent_as(parts: Iterable[Message]) -> str | None:
    """The Message-ID of the mail that came back: in the copy of it, or of its head."""
    for part in parts:
        is_mail = part.get_content_type() == "message/rfc822"
        if is_mail and (named := next((header_of(inner, "Message-ID") for inner in _children(part)), "")):
            return named
        is_head = part.get_content_type() in ("text/rfc822-headers", "message/rfc822-headers")
        if is_head and (found := _MESSAGE_ID.search(_content(part))):
            return found.group(1)
    return None


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a report, not those of the mail inside it."""
    waiting, seen = [message], 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop()
        seen += 1
        yield part
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting += reversed(_children(part))


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _is_from_a_server(message: Message) -> bool:
    sender = header_of(message, "From")
    returned = header_of(message, "Return-Path")
    is_server = _FROM.search(sender) is not None or returned == "<>" or bool(header_of(message, "X-Failed-Recipients"))
    return is_server and (_SUBJECT.search(header_of(message, "Subject")) is not None or returned == "<>")


def _text(parts: Iterable[Message]) -> str:
    return "\n".join(_content(part) for part in parts if part.get_content_type() == "text/plain")[:_LONGEST_TEXT]


def _content(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return payload[:_LONGEST_TEXT].decode("utf-8", "replace").replace("\r\n", "\n")


def header_of(message: Message, name: str) -> str:
    """A header of a mail in one line, also where the standard library's parser fails on it; empty where it has none."""
    try:
        value = message[name]
    except _BROKEN:
        value = next((raw for key, raw in message.raw_items() if key.lower() == name.lower()), None)
    return " ".join(str(value).split()) if value is not None else ""


def _typed(value: str) -> str | None:
    """The address or words of a field that says its type first: "rfc822; office@example.org"."""
    kind, semicolon, rest = value.partition(";")
    told = rest.strip() if semicolon else kind.strip()
    return told.strip("<>") or None


def _line_of(text: str, found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    return text[start : end if end >= 0 else None]
