"""Handing a mail over to the server. Expected outcomes are values; nothing is tried twice here."""

import re
import smtplib
import ssl
from dataclasses import dataclass
from enum import StrEnum

from clarion.mailing.messages import Mail
from clarion.mailing.settings import MailSettings, Security, trusted

# said in place of the machine's own name, which would stand in the first line that the server adds
_OUR_NAME = "[127.0.0.1]"
_LONGEST_ANSWER = 200
_GOOD, _FOR_GOOD = range(200, 300), range(500, 600)
_GO_ON = 354


class ResultKind(StrEnum):
    """What became of a mail that was to be handed over."""

    ACCEPTED = "accepted"  # the server has it
    REFUSED = "refused"  # the server will not have it, now or later (5xx)
    NOT_NOW = "not_now"  # the server may have it later (4xx)
    NO_CONNECTION = "no_connection"  # nothing was handed over: no server, no encryption, or it hung up
    NO_ENTRY = "no_entry"  # the server does not take user and password, or the sender
    UNSURE = "unsure"  # all of it was handed over and no answer came: it may or may not go


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome: the server's code (RFC 5321) where it gave one, and its words or what went wrong.

    `copy` says what became of the copy, where there was to be one and it was not taken.
    """

    kind: ResultKind
    code: int | None = None
    words: str = ""
    copy: str | None = None

    @property
    def may_retry(self) -> bool:
        """Whether trying again later can help and cannot send it twice."""
        return self.kind in (ResultKind.NOT_NOW, ResultKind.NO_CONNECTION)


def send(mail: Mail, settings: MailSettings) -> Result:
    """Hand a mail over to the user's server, in a connection of its own.

    The way is encrypted as the settings say, or nothing is said to the server at all.

    Raises:
        BadRequest: the certificates to trust cannot be read.
    """
    context = trusted(settings)
    server: smtplib.SMTP | None = None
    try:
        server = _connect(settings, context)
        if (closed := _enter(server, settings)) is not None:
            return closed
        return _hand_over(server, mail, settings)
    except smtplib.SMTPNotSupportedError:
        return Result(ResultKind.NO_CONNECTION, words="the server offers no encryption; nothing was sent")
    except smtplib.SMTPConnectError as problem:
        return _refusal(problem.smtp_code, problem.smtp_error, settings)
    except (smtplib.SMTPException, OSError, ssl.SSLError) as problem:
        return Result(ResultKind.NO_CONNECTION, words=_words(str(problem) or type(problem).__name__, settings))
    finally:
        _close(server)


def _connect(settings: MailSettings, context: ssl.SSLContext) -> smtplib.SMTP:
    where = (settings.host, settings.port)
    if settings.security is Security.TLS:
        return smtplib.SMTP_SSL(*where, local_hostname=_OUR_NAME, timeout=settings.timeout, context=context)
    server = smtplib.SMTP(*where, local_hostname=_OUR_NAME, timeout=settings.timeout)
    if settings.security is Security.STARTTLS:
        try:
            server.starttls(context=context)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
    return server


def _enter(server: smtplib.SMTP, settings: MailSettings) -> Result | None:
    """Sign in, where there is a user. None when the server lets one in."""
    if settings.user is None:
        server.ehlo_or_helo_if_needed()
        return None
    try:
        server.login(settings.user, settings.password or "")
    except smtplib.SMTPAuthenticationError as problem:
        kind = ResultKind.NO_ENTRY if problem.smtp_code in _FOR_GOOD else ResultKind.NOT_NOW
        return Result(kind, problem.smtp_code, _words(problem.smtp_error, settings))
    except smtplib.SMTPNotSupportedError:
        return Result(ResultKind.NO_ENTRY, words="the server asks nobody for a password; take user out of the settings")
    return None


def _hand_over(server: smtplib.SMTP, mail: Mail, settings: MailSettings) -> Result:
    code, answer = server.mail(mail.sender)
    if code not in _GOOD:
        kind = ResultKind.NO_ENTRY if code in _FOR_GOOD else ResultKind.NOT_NOW
        return Result(kind, code, _words(answer, settings))
    code, answer = server.rcpt(mail.recipient)
    if code not in _GOOD:
        return _refusal(code, answer, settings)
    copy = None
    if mail.copy is not None and mail.copy != mail.recipient:
        code, answer = server.rcpt(mail.copy)
        copy = None if code in _GOOD else f"the copy was not taken: {code} {_words(answer, settings)}"
    return _hand_over_content(server, mail, settings, copy)


def _hand_over_content(server: smtplib.SMTP, mail: Mail, settings: MailSettings, copy: str | None) -> Result:
    code, answer = server.docmd("DATA")
    if code != _GO_ON:
        return _refusal(code, answer, settings)
    # a line that is one dot would end the mail (RFC 5321, 4.5.2)
    content = re.sub(rb"(?m)^\.", b"..", mail.content)
    ending = b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"
    try:
        server.send(content)
    except (smtplib.SMTPException, OSError) as problem:
        # without the dot at the end no server takes it
        return Result(ResultKind.NO_CONNECTION, words=_words(str(problem), settings))
    try:
        server.send(ending)
        code, answer = server.getreply()
    except (smtplib.SMTPException, OSError) as problem:
        return Result(ResultKind.UNSURE, words=_words(f"no answer to the whole mail ({problem})", settings), copy=copy)
    if code in _GOOD:
        return Result(ResultKind.ACCEPTED, code, _words(answer, settings), copy)
    return _refusal(code, answer, settings)


def _refusal(code: int, answer: bytes | str, settings: MailSettings) -> Result:
    if code < 0:  # smtplib's word for a line that was no answer
        return Result(ResultKind.NO_CONNECTION, words=_words(answer, settings))
    kind = ResultKind.REFUSED if code in _FOR_GOOD else ResultKind.NOT_NOW
    return Result(kind, code, _words(answer, settings))


def _words(answer: bytes | str, settings: MailSettings) -> str:
    """The server's words on one line. A server that says the password back is not to put it into a log."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    if settings.password:
        text = text.replace(settings.password, "…")
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= _LONGEST_ANSWER else line[: _LONGEST_ANSWER - 1] + "…"


def _close(server: smtplib.SMTP | None) -> None:
    if server is None:
        return
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        server.close()
