"""What came by mail: an answer of people, the reply of a machine, or a server's word on a mail of ours."""

import datetime
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from enum import StrEnum

from clarion.mailing import Bounce, find_bounces, header_of

_ID = re.compile(r"<[^<>\s]{1,240}>")
_MOST_IDS = 100
_PRECEDENCE = ("auto_reply", "auto-reply", "bulk", "junk", "list")
_MACHINE = re.compile(
    r"^(?:auto(?:matic|mated)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|abwesen\w+|réponse automatique"
    r"|respuesta automática|자동 ?(?:회신|응답)|부재 ?중|自动(?:回复|答复)|自動(?:回覆|返信|応答))",
    re.I,
)


class IncomingKind(StrEnum):
    """What an incoming mail is."""

    ANSWER = "answer"  # people wrote it
    AUTOMATIC = "automatic"  # a machine says that it came, or that somebody is away
    BOUNCE = "bounce"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail that came. `answers` are the Message-IDs that it names, the nearest first. `day` is ISO 8601."""

    kind: IncomingKind
    message_id: str | None
    answers: tuple[str, ...]
    sender: str | None
    subject: str
    day: str | None
    bounces: tuple[Bounce, ...] = ()


def read_incoming(raw: bytes) -> Incoming:
    """What stands in the head of a mail, whatever bytes they are. A broken field is as one that is missing."""
    message = message_from_bytes(raw, policy=policy.default)
    bounces = find_bounces(raw)
    subject = header_of(message, "Subject")
    kind = (
        IncomingKind.BOUNCE
        if bounces
        else IncomingKind.AUTOMATIC
        if _is_of_a_machine(message, subject)
        else IncomingKind.ANSWER
    )
    replied = _ID.findall(header_of(message, "In-Reply-To"))
    thread = _ID.findall(header_of(message, "References"))
    addresses = [address for _, address in getaddresses([header_of(message, "From")]) if "@" in address]
    return Incoming(
        kind,
        next(iter(_ID.findall(header_of(message, "Message-ID"))), None),
        tuple(dict.fromkeys([*replied, *reversed(thread)]))[:_MOST_IDS],
        addresses[0].lower() if len(addresses) == 1 else None,
        subject,
        _day(message),
        bounces,
    )


def _is_of_a_machine(message: Message, subject: str) -> bool:
    submitted = header_of(message, "Auto-Submitted").lower()
    return (
        submitted.startswith(("auto-replied", "auto-generated", "auto-notified"))
        or bool(header_of(message, "X-Autoreply") or header_of(message, "X-Autorespond"))
        or header_of(message, "Precedence").lower() in _PRECEDENCE
        or _MACHINE.match(subject) is not None
    )


def _day(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(header_of(message, "Date")).astimezone(datetime.UTC).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
