"""A letter as an e-mail (RFC 5322) that tells nothing of the machine and the program that made it."""

import datetime
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from clarion.model.interventions import Letter
from clarion.publish.letters.plain import body_text
from clarion.publish.visible import one_line, visible


@dataclass(frozen=True, slots=True)
class Envelope:
    """What an e-mail needs beside the letter. `message_id` is given by whoever sends it; `at` is UTC.

    `attached` is the letter as PDF; `name` is what that file is called.
    """

    sender: str = ""
    to: str = ""
    copy_to: str = ""
    message_id: str = ""
    at: datetime.datetime | None = None
    attached: bytes | None = None
    name: str = "letter.pdf"


def to_mail(letter: Letter, envelope: Envelope) -> bytes:
    """The e-mail: text as UTF-8, and the PDF where there is one. Without an envelope it is a draft to be addressed."""
    made = EmailMessage(policy=SMTP.clone(max_line_length=998, cte_type="7bit"))
    made["Subject"] = visible(one_line(letter.subject))
    for name, value in (("From", envelope.sender), ("To", envelope.to), ("Cc", envelope.copy_to)):
        if value:
            made[name] = one_line(value)
    if envelope.at:
        made["Date"] = format_datetime(envelope.at)
    if envelope.message_id:
        made["Message-ID"] = one_line(envelope.message_id)
    made["Content-Language"] = letter.language
    if not envelope.sender:
        made["X-Unsent"] = "1"  # mail programs open it as a draft
    made.set_content(body_text(letter), cte="quoted-printable")
    if envelope.attached is not None:
        made.add_attachment(envelope.attached, maintype="application", subtype="pdf", filename=envelope.name)
        made.set_boundary("=_letter")  # one that chance makes would differ each time
    return made.as_bytes()
