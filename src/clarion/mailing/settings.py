"""How a mail server is reached, from a TOML file that the user keeps beside the keys, never in a case.

host = "mail.example.org"
port = 587
security = "starttls"              # or "tls"; "none" only for a server on this machine
user = "office"
password_file = "mail-password"    # beside this file; or the environment's CLARION_MAIL_PASSWORD
sender = "Border Watch <office@watch.example>"
reply_to = "answers@watch.example"
copy_to = "office@watch.example"   # a copy of each mail; hidden unless copy_openly = true
[pace]
between = 60                       # seconds between two mails
between_to_one = 3600              # seconds between two mails to one addressee
jitter = 0.5                       # up to this share longer, by chance
"""

import ipaddress
import os
import ssl
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from clarion.mailing.addresses import MailAddress, clean_address
from clarion.model.errors import BadRequest

PASSWORD = "CLARION_MAIL_PASSWORD"
_OTHERS = 0o077
_TIMEOUT = 30.0
_HIGHEST_PORT = 65_535


class Security(StrEnum):
    """How the way to the server is encrypted."""

    TLS = "tls"  # from the first byte on
    STARTTLS = "starttls"  # required: where the server does not offer it, nothing is sent
    NONE = "none"  # only to this machine


_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class Pace:
    """How mails are spread: seconds between any two, seconds between two to one addressee, and how much longer by
    chance as a share of that (0 is none, 0.5 up to half as long again)."""

    between: float = 60.0
    between_to_one: float = 3600.0
    jitter: float = 0.5


@dataclass(frozen=True, slots=True)
class MailSettings:
    """A mail server and as whom mails go through it. `timeout` is in seconds, for each answer of the server."""

    host: str
    port: int
    security: Security
    sender: MailAddress
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    reply_to: MailAddress | None = None
    copy_to: MailAddress | None = None
    copy_openly: bool = False
    authority: Path | None = None  # certificates to trust in place of those of the system
    timeout: float = _TIMEOUT
    pace: Pace = Pace()


def read_settings(path: Path, environment: Mapping[str, str] = os.environ) -> MailSettings:
    """The settings in a file.

    Raises:
        BadRequest: the file or the password cannot be read, a field is missing, unknown or wrong, others may read the
            file with the password, or the way to a server elsewhere would not be encrypted.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise BadRequest(f"there are no mail settings at {path}; docs/command-line.md shows such a file") from problem
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadRequest(f"the mail settings {path} cannot be read ({problem})") from problem
    if "password" in given:
        raise BadRequest(
            f"{path} holds the password itself; put it into a file of its own and name it as password_file"
        )
    fields = _Fields(path, given)
    security = _security(fields)
    settings = MailSettings(
        host=fields.needed("host"),
        port=int(fields.number("port", _PORTS[security])),
        security=security,
        sender=clean_address(fields.needed("sender")),
        user=fields.text("user"),
        password=_password(fields, environment),
        reply_to=fields.address("reply_to"),
        copy_to=fields.address("copy_to"),
        copy_openly=fields.yes("copy_openly"),
        authority=fields.path("authority"),
        timeout=fields.number("timeout", _TIMEOUT),
        pace=_pace(path, given.pop("pace", {})),
    )
    fields.refuse_rest()
    _refuse_wrong(path, settings)
    return settings


class _Fields:
    """The fields of a table, each taken once, so that what is left over was misspelt."""

    def __init__(self, path: Path, given: dict[str, object]) -> None:
        self.file = path
        self._given = given

    def needed(self, name: str) -> str:
        if (text := self.text(name)) is None:
            raise BadRequest(f"{self.file}: {name} is missing; see docs/command-line.md")
        return text

    def text(self, name: str) -> str | None:
        value = self._given.pop(name, None)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise BadRequest(f"{self.file}: {name} has to be a text")
        return value.strip()

    def number(self, name: str, otherwise: float) -> float:
        value = self._given.pop(name, otherwise)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise BadRequest(f"{self.file}: {name} has to be a number, 0 or more")
        return float(value)

    def yes(self, name: str) -> bool:
        value = self._given.pop(name, False)
        if not isinstance(value, bool):
            raise BadRequest(f"{self.file}: {name} has to be true or false")
        return value

    def address(self, name: str) -> MailAddress | None:
        text = self.text(name)
        return clean_address(text) if text is not None else None

    def path(self, name: str) -> Path | None:
        text = self.text(name)
        return self.file.parent / text if text is not None else None

    def refuse_rest(self) -> None:
        if self._given:
            raise BadRequest(f"{self.file}: {', '.join(sorted(self._given))} is no setting; see docs/command-line.md")


def _security(fields: _Fields) -> Security:
    word = fields.text("security") or Security.STARTTLS.value
    try:
        return Security(word)
    except ValueError as problem:
        raise BadRequest(f"{fields.file}: security is one of {', '.join(Security)}, not {word!r}") from problem


def _password(fields: _Fields, environment: Mapping[str, str]) -> str | None:
    path = fields.path("password_file")
    if path is None:
        return environment.get(PASSWORD)
    try:
        if os.name == "posix" and path.stat().st_mode & _OTHERS:
            raise BadRequest(f"others may read {path}; close it with: chmod 600")
        return path.read_text(encoding="utf-8").split("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadRequest(f"the password file {path} cannot be read ({type(problem).__name__})") from problem


def _pace(path: Path, given: object) -> Pace:
    if not isinstance(given, dict):
        raise BadRequest(f"{path}: pace has to be a table")
    fields, usual = _Fields(path, dict(given)), Pace()
    pace = Pace(
        between=fields.number("between", usual.between),
        between_to_one=fields.number("between_to_one", usual.between_to_one),
        jitter=fields.number("jitter", usual.jitter),
    )
    fields.refuse_rest()
    return pace


def _refuse_wrong(path: Path, settings: MailSettings) -> None:
    if not 0 < settings.port <= _HIGHEST_PORT:
        raise BadRequest(f"{path}: {settings.port} is no port")
    if settings.security is Security.NONE and not is_here(settings.host):
        raise BadRequest(f'{path}: the way to {settings.host} has to be encrypted; use security = "tls" or "starttls"')
    if settings.user is not None and not settings.password:
        raise BadRequest(f"{path}: there is no password for {settings.user}; set password_file or {PASSWORD}")
    if settings.authority is not None:
        trusted(settings)


def is_here(host: str) -> bool:
    """Whether a host is this machine by its name or number, without asking anybody."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def trusted(settings: MailSettings) -> ssl.SSLContext:
    """What certificates are held against: TLS 1.2 or later, the name of the host checked.

    Raises:
        BadRequest: the file with certificates cannot be read.
    """
    try:
        context = ssl.create_default_context(cafile=str(settings.authority) if settings.authority else None)
    except OSError as problem:
        raise BadRequest(f"the certificates {settings.authority} cannot be read; name a file in PEM form") from problem
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
