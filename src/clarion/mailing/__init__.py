"""Mail through the user's own server: settings, a message as bytes, handing it over, and what comes back.

    settings = read_settings(path)                  where and as whom; the password never stands in it
    mail = compose(Message(...), settings, now)     the bytes exactly as they go, for one addressee
    result = send(mail, settings)                   accepted, refused for good or for now, no connection, unsure
    find_bounces(raw)                               what a mail that came back says

The only room that opens a connection. Nothing here knows cases, letters or sign-ups.
"""

from clarion.mailing.addresses import MailAddress, clean_address, clean_line
from clarion.mailing.bounces import Bounce, BounceKind, find_bounces, header_of
from clarion.mailing.messages import Attachment, Mail, Message, compose, new_message_id
from clarion.mailing.sending import Result, ResultKind, send
from clarion.mailing.settings import MailSettings, Pace, Security, read_settings

__all__ = [
    "Attachment",
    "Bounce",
    "BounceKind",
    "Mail",
    "MailAddress",
    "MailSettings",
    "Message",
    "Pace",
    "Result",
    "ResultKind",
    "Security",
    "clean_address",
    "clean_line",
    "compose",
    "find_bounces",
    "header_of",
    "new_message_id",
    "read_settings",
    "send",
]
