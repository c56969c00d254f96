"""A server of forms inside the test, with a clock that the test moves and a mail server that is a list."""

import datetime
import io
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlencode

import pyrage  # type: ignore[import-untyped]

from clarion.mailing import Mail, MailSettings, Result, ResultKind, Security, clean_address
from clarion.signups import Campaign, Kind, write_campaign
from clarion.signups.desk import Desk
from clarion.signups.limits import Gate, Limits
from clarion.signups.posting import Post
from clarion.signups.secret import open_secret
from clarion.signups.serving import KEPT
from clarion.signups.shelf import Shelf
from clarion.signups.web import Forms

NAME, ADDRESS, WORDS = "Åsa Quillfeather 김새벽", "asa.quill@supporter.example", "I can drive on Tuesdays; =1+1"
OWNER = pyrage.x25519.Identity.generate()
CAMPAIGN = Campaign(
    id="two-men",
    title="Two men in Yanji & <others>",
    language="en",
    address="https://forms.watch.example",
    recipient=str(OWNER.to_public()),
    kinds=(Kind.PLEDGE, Kind.VOLUNTEER),
    organiser="Border Watch",
    contact="office@watch.example",
    consent="Border Watch keeps my name and address to write to me about this.",
)
SETTINGS = MailSettings("mail.watch.example", 465, Security.TLS, clean_address("Watch <forms@watch.example>"))


@dataclass
class Reply:
    """What came back."""

    status: int
    fields: dict[str, str]
    body: str

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The hidden fields of the page's form, as a browser would send them."""
        from html import unescape

        found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', self.body)
        return [(name, unescape(value)) for name, value in found]


@dataclass
class Bench:
    """The application with everything around it."""

    folder: Path
    forms: Forms
    desk: Desk
    shelf: Shelf
    mails: list[Mail] = field(default_factory=list)
    outcome: ResultKind = ResultKind.ACCEPTED
    day: datetime.datetime = datetime.datetime(2026, 11, 22, 10, tzinfo=datetime.UTC)
    clock: float = 1_000_000.0  # seconds

    def ask(self, method: str, path: str, body: bytes = b"", **environ: str) -> Reply:
        """Ask the application as a server does."""
        got: list[tuple[str, list[tuple[str, str]]]] = []
        given = {"REQUEST_METHOD": method, "PATH_INFO": path, "wsgi.input": io.BytesIO(body)}
        given |= {"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": "application/x-www-form-urlencoded"} | environ
        parts = self.forms(given, lambda status, fields: got.append((status, fields)))
        text = b"".join(parts).decode()
        return Reply(int(got[0][0][:3]), dict(got[0][1]), text)

    def get(self, path: str) -> Reply:
        return self.ask("GET", path)

    def post(self, path: str, fields: list[tuple[str, str]] | None = None, **environ: str) -> Reply:
        return self.ask("POST", path, urlencode(fields or []).encode(), **environ)

    def sign_up(self, address: str = ADDRESS, name: str = NAME, *, wait: int = 5, **environ: str) -> Reply:
        """Both steps of the form; waits until the mail is out, if there is one."""
        first = self.post("/two-men/", fields_of(address, name), **environ)
        if first.status != 200:
            return first
        self.clock += wait
        return self.post("/two-men/", first.hidden, **environ)

    def mail(self, number: int = 1) -> EmailMessage:
        """The newest mail, once so many are out."""
        wait_for(lambda: len(self.mails) >= number)
        read = message_from_bytes(self.mails[-1].content, policy=policy.default)
        assert isinstance(read, EmailMessage)
        return read

    def link(self, kind: str, number: int = 1) -> str:
        """The path of a link in the newest mail."""
        text = self.mail(number).get_content()
        found = re.search(rf"https://forms\.watch\.example(/two-men/{kind}/\S+)", text)
        assert found, text
        return found[1]


def fields_of(address: str = ADDRESS, name: str = NAME, **more: str) -> list[tuple[str, str]]:
    """A form filled in by a person."""
    given = {"name": name, "email": address, "kind": "pledge", "words": WORDS, "website": ""}
    return list((given | {"consent": CAMPAIGN.consent_version} | more).items())


def wait_for(true: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.01)


def bench(folder: Path, *, limits: Limits | None = None, proxy: bool = False, **campaign: object) -> Bench:
    """A folder with one campaign, and the application that serves it."""
    one = replace(CAMPAIGN, **campaign)  # type: ignore[arg-type]
    folder.mkdir(exist_ok=True)
    (folder / "campaign.toml").write_text(write_campaign(one), encoding="utf-8")
    secret = open_secret(folder / KEPT)
    shelf = Shelf(folder, one, secret)
    made: Bench | None = None

    def bench_of() -> Bench:
        assert made is not None
        return made

    def hand_over(mail: Mail, settings: MailSettings) -> Result:
        bench_of().mails.append(mail)
        return Result(bench_of().outcome)

    post = Post(SETTINGS, hand_over, pause=0)
    desk = Desk(one, shelf, secret, SETTINGS, lambda: bench_of().day)
    gate = Gate(limits or Limits(), lambda: bench_of().clock if made else 0.0)
    forms = Forms({one.id: desk}, post, gate, secret, lambda: bench_of().clock, proxy)
    made = Bench(folder, forms, desk, shelf)
    post.start()
    return made


def clear_forms(text: str) -> list[bytes]:
    """How a text could stand somewhere in clear."""
    import base64

    forms = [text.encode(one) for one in ("utf-8", "utf-16-le", "utf-16-be")]
    forms += [base64.b64encode(text.encode())[:-4], text.encode().hex().encode()]
    return [*forms, text.lower().encode(), text.upper().encode()]
