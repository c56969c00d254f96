"""A message as the bytes that go: for one addressee, in ASCII, and with nothing that tells of the machine."""

import datetime
import secrets
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from clarion.mailing.addresses import MailAddress, clean_line
from clarion.mailing.settings import MailSettings
from clarion.model.errors import BadRequest

# every byte is ASCII and every line short, so that no server on the way has to be able to do more (RFC 5321, 4.5.3.1)
_POLICY = policy.SMTP.clone(cte_type="7bit", raise_on_defect=False)
_LONGEST_LINE = 998
_LONGEST_SUBJECT = 500
_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message. `media_type` is such as `application/pdf`."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be told to one addressee, not yet as bytes. `replies_to` is a Message-ID with its angle brackets."""

    to: MailAddress
    subject: str
    text: str
    language: str | None = None  # BCP 47
    attachments: tuple[Attachment, ...] = ()
    replies_to: str | None = None
    is_automatic: bool = False  # made by a machine without a person: other machines are not to answer it (RFC 3834)
    with_copy: bool = True  # also to `copy_to` of the settings


@dataclass(frozen=True, slots=True)
class Mail:
    """The bytes exactly as they go to the server, and the envelope around them."""

    message_id: str  # with its angle brackets
    sender: str
    recipient: str
    copy: str | None
    content: bytes

    @property
    def subject(self) -> str:
        """The subject as its receiver reads it."""
        return str(message_from_bytes(self.content, policy=policy.default)["Subject"])

    @property
    def text(self) -> str:
        """The text as its receiver reads it."""
        read = message_from_bytes(self.content, policy=policy.default)
        body = read.get_body(("plain",)) if isinstance(read, EmailMessage) else None
        return str(body.get_content()).replace("\r\n", "\n") if body is not None else ""


def new_message_id(settings: MailSettings) -> str:
    """A Message-ID by chance, in the sender's domain. Nothing of the machine, the clock or the process is in it."""
    return f"<{secrets.token_hex(_ID_BYTES)}@{settings.sender.domain}>"


def compose(message: Message, settings: MailSettings, now: datetime.datetime, message_id: str | None = None) -> Mail:
    """The mail for a message. The time is given in UTC, so that it does not tell where it was written.

    The same arguments with a `message_id` give the same bytes.

    Raises:
        BadRequest: subject, name or address hold a line break or a hidden sign, or the bytes do not read back.
    """
    made = EmailMessage(policy=_POLICY)
    named = message_id or new_message_id(settings)
    subject = clean_line(message.subject, "the subject")
    if not subject or len(subject) > _LONGEST_SUBJECT:
        raise BadRequest(f"the subject is empty or longer than {_LONGEST_SUBJECT} characters; change it")
    made["From"] = _shown(settings.sender)
    made["To"] = _shown(message.to)
    if settings.reply_to is not None:
        made["Reply-To"] = _shown(settings.reply_to)
    copy = settings.copy_to if message.with_copy else None
    if copy is not None and settings.copy_openly:
        made["Cc"] = _shown(copy)
    made["Subject"] = subject
    made["Date"] = format_datetime(now.astimezone(datetime.UTC).replace(microsecond=0))
    made["Message-ID"] = named
    if message.replies_to:
        made["In-Reply-To"] = made["References"] = clean_line(message.replies_to, "the Message-ID that is answered")
    if message.is_automatic:
        made["Auto-Submitted"] = "auto-generated"
    _fill(made, message, named)
    if message.language:  # only now: filling a message clears its Content headers
        made["Content-Language"] = clean_line(message.language, "the language")
    mail = Mail(named, settings.sender.address, message.to.address, copy.address if copy else None, made.as_bytes())
    _refuse_broken(mail, message, subject)
    return mail


def _fill(made: EmailMessage, message: Message, named: str) -> None:
    text = message.text.replace("\r\n", "\n").replace("\r", "\n")
    made.set_content(text if text.endswith("\n") else text + "\n", charset="utf-8")
    for one in message.attachments:
        kind, _, rest = one.media_type.partition("/")
        made.add_attachment(one.content, maintype=kind, subtype=rest, filename=clean_line(one.name, "a file's name"))
    if message.attachments:
        made.set_boundary("=_" + named.strip("<>").partition("@")[0])


def _shown(one: MailAddress) -> Address:
    name = clean_line(one.name, "a name")
    return Address(display_name=name, addr_spec=one.address)


def _refuse_broken(mail: Mail, message: Message, subject: str) -> None:
    """Read the bytes as a receiver would: what was meant has to come out, and no line more."""
    read = message_from_bytes(mail.content, policy=policy.default)
    is_same = (
        str(read["Subject"]) == subject
        and [one.addr_spec for one in read["To"].addresses] == [message.to.address]
        and len(read.get_all("To", [])) == len(read.get_all("Subject", [])) == 1
        and read["Bcc"] is None
        and mail.text.split() == message.text.split()
        and mail.content.isascii()
        and all(len(line) <= _LONGEST_LINE for line in mail.content.split(b"\r\n"))
    )
    if not is_same:
        raise BadRequest("the mail does not read back as it was written; look for odd signs in subject and names")
