"""A real mail server on this machine for tests: TLS with a certificate of its own, a password, and bad manners."""

import contextlib
import datetime
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "office", "correct horse battery"


@dataclass(frozen=True)
class Got:
    """A mail as the server took it."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    said: str  # by what name the client called itself

    @property
    def message(self) -> EmailMessage:
        read = message_from_bytes(self.content, policy=policy.default)
        assert isinstance(read, EmailMessage)
        return read

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        assert body is not None
        return str(body.get_content())


@dataclass
class Manners:
    """What the server does to recipients and mails."""

    recipients: dict[str, str] = field(default_factory=dict)  # address -> what is answered
    data: str = ""  # answered to the whole mail
    drops_after_data: bool = False
    drops_at_recipient: bool = False


class Handler:
    """Keeps what comes."""

    def __init__(self) -> None:
        self.got: list[Got] = []
        self.manners = Manners()

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.manners.drops_at_recipient:
            server.transport.close()
            return "250 never read"
        if answer := self.manners.recipients.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.manners.data:
            return self.manners.data
        content = envelope.content
        assert isinstance(content, bytes)
        self.got.append(Got(envelope.mail_from or "", tuple(envelope.rcpt_tos), content, session.host_name or ""))
        if self.manners.drops_after_data:
            server.transport.close()
        return "250 kept"


@dataclass
class Server:
    """A server that runs."""

    port: int
    handler: Handler
    authority: Path

    @property
    def got(self) -> list[Got]:
        return self.handler.got

    @property
    def manners(self) -> Manners:
        return self.handler.manners


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def certificate(folder: Path, *, host: str = "127.0.0.1") -> tuple[Path, Path]:
    """A self-made certificate for this machine and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail for tests")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    crt, pem = folder / f"{host}.crt", folder / f"{host}.key"
    crt.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return crt, pem


def _let_in(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@contextlib.contextmanager
def running(folder: Path, *, security: str = "starttls", host: str = "127.0.0.1") -> Iterator[Server]:
    """A server with `starttls`, `tls` or `none`. It wants a password except with `none`.

    `host` is the one that its certificate is for.
    """
    handler, port = Handler(), free_port()
    crt, pem = certificate(folder, host=host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(crt, pem)
    given: dict[str, object] = {"hostname": "127.0.0.1", "port": port, "enable_SMTPUTF8": False}
    if security == "tls":
        given["ssl_context"] = context
    if security == "starttls":
        given |= {"tls_context": context, "require_starttls": True}
    if security != "none":
        given |= {"authenticator": _let_in, "auth_required": True, "auth_require_tls": security == "starttls"}
    controller = Controller(handler, **given)
    controller.start()
    try:
        yield Server(port, handler, crt)
    finally:
        controller.stop()


def write_settings(folder: Path, server: Server, *, security: str = "starttls", more: str = "") -> Path:
    """A file with settings for the server, and the password beside it."""
    secret = folder / "mail-password"
    secret.write_text(PASSWORD + "\n", encoding="utf-8")
    secret.chmod(0o600)
    signs_in = "" if security == "none" else f'user = "{USER}"\npassword_file = "{secret.name}"\n'
    path = folder / "mail.toml"
    path.write_text(
        f'host = "127.0.0.1"\nport = {server.port}\nsecurity = "{security}"\n{signs_in}'
        f'authority = "{server.authority}"\nsender = "Border Watch <office@watch.example>"\ntimeout = 5\n{more}',
        encoding="utf-8",
    )
    return path
