"""A campaign as a file: what is asked, who answers for the data, and the public key that sign-ups are encrypted to."""

import datetime
import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from clarion.mailing import clean_address
from clarion.model.errors import BadRequest

FILE = "campaign.toml"
LANGUAGES = ("en", "ko")
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])")
_ADDRESS = re.compile(r"https://[a-z0-9.-]+(?::\d{1,5})?|http://(?:127\.0\.0\.1|localhost)(?::\d{1,5})?")
_LONGEST_TITLE = 200
_LONGEST_CONSENT = 4000
_DIGITS = 12
_USUAL_DAYS = 7
_MOST_DAYS = 60
_FIELDS = (
    "id", "title", "language", "address", "recipient", "kinds", "organiser", "contact", "consent", "ends",
    "unconfirmed_days",
)  # fmt: skip


class Kind(StrEnum):
    """What people can give."""

    PLEDGE = "pledge"  # their name to what is asked
    VOLUNTEER = "volunteer"  # their time


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as the server of the forms knows it.

    `address` is where that server is reached, `recipient` an age public key, `organiser` and `contact` who answers for
    the data, `ends` the last day on which it takes sign-ups (ISO 8601). What is not confirmed within
    `unconfirmed_days` is erased.
    """

    id: str
    title: str
    language: str
    address: str
    recipient: str
    kinds: tuple[Kind, ...]
    organiser: str
    contact: str
    consent: str
    ends: str | None = None
    unconfirmed_days: int = _USUAL_DAYS

    @property
    def consent_version(self) -> str:
        """The first digits of the SHA-256 of the consent text, so that each sign-up says to which words it agreed."""
        return hashlib.sha256(self.consent.encode()).hexdigest()[:_DIGITS]

    def is_open(self, day: datetime.date) -> bool:
        """Whether it takes sign-ups on a day."""
        return self.ends is None or day.isoformat() <= self.ends


def read_campaign(path: Path) -> Campaign:
    """The campaign in a file.

    Raises:
        BadRequest: it cannot be read, or a field is missing, unknown or wrong.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadRequest(f"{path} cannot be read ({problem}); make it with: clarion campaign") from problem
    if unknown := sorted(set(given) - set(_FIELDS)):
        raise BadRequest(f"{path}: {', '.join(unknown)} is no field of a campaign")
    texts = {name: given.get(name) for name in _FIELDS if name not in ("kinds", "ends", "unconfirmed_days")}
    if missing := [name for name, value in texts.items() if not isinstance(value, str) or not value.strip()]:
        raise BadRequest(f"{path}: {', '.join(missing)} has to be a text that is not empty")
    kinds, days, ends = given.get("kinds"), given.get("unconfirmed_days", _USUAL_DAYS), given.get("ends")
    if not isinstance(kinds, list) or not kinds or not set(kinds) <= set(Kind):
        raise BadRequest(f"{path}: kinds is a list of {', '.join(Kind)}")
    if isinstance(days, bool) or not isinstance(days, int) or not 0 < days <= _MOST_DAYS:
        raise BadRequest(f"{path}: unconfirmed_days is a number from 1 to {_MOST_DAYS}")
    campaign = Campaign(
        **{name: str(value).strip() for name, value in texts.items()},
        kinds=tuple(Kind(kind) for kind in dict.fromkeys(kinds)),
        ends=str(ends) if ends is not None else None,
        unconfirmed_days=days,
    )
    check(campaign, str(path))
    return campaign


def read_campaigns(folder: Path) -> dict[str, Campaign]:
    """The campaigns of a folder by id: of its own file, or one in each folder below it.

    Raises:
        BadRequest: there is none, one is wrong, or two share an id.
    """
    paths = [path for path in (folder / FILE, *sorted(folder.glob(f"*/{FILE}"))) if path.is_file()]
    if not paths:
        raise BadRequest(f"{folder} holds no campaign; make one with: clarion campaign CASE ABOUT {folder}")
    found: dict[str, Campaign] = {}
    for path in paths:
        one = read_campaign(path)
        if one.id in found:
            raise BadRequest(f"{path}: another campaign here is called {one.id} too; give each an id of its own")
        found[one.id] = one
    return found


def write_campaign(campaign: Campaign) -> str:
    """The file of a campaign. Equal campaigns give equal text.

    Raises:
        BadRequest: a field is wrong.
    """
    check(campaign, "the campaign")
    lines = ["# A campaign of Clarion: what clarion serve-forms needs to know of it. No secret stands here."]
    for name in _FIELDS:
        value = getattr(campaign, name)
        if value is not None:
            # a JSON text of characters is a TOML text too, where the delete sign is written out
            told = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
            lines.append(f"{name} = {told}")
    return "\n".join(lines) + "\n"


def check(campaign: Campaign, where: str) -> None:
    """Make sure that a campaign can be served.

    Raises:
        BadRequest: a field is wrong, with what to do.
    """
    if not _ID.fullmatch(campaign.id):
        raise BadRequest(f"{where}: the id {campaign.id!r} is 3 to 40 small letters, digits and hyphens")
    if campaign.language not in LANGUAGES:
        raise BadRequest(f"{where}: {campaign.language!r} is no language of the forms; use {' or '.join(LANGUAGES)}")
    if not _ADDRESS.fullmatch(campaign.address):
        raise BadRequest(f"{where}: the address of the forms reads like https://forms.example.org")
    if len(campaign.title) > _LONGEST_TITLE or len(campaign.consent) > _LONGEST_CONSENT:
        raise BadRequest(
            f"{where}: title or consent text is too long ({_LONGEST_TITLE}, {_LONGEST_CONSENT} characters)"
        )
    clean_address(campaign.contact)
    try:
        pyrage.x25519.Recipient.from_str(campaign.recipient)
    except pyrage.RecipientError as problem:
        raise BadRequest(f"{where}: the recipient is no age public key; give one that begins with age1") from problem
    try:
        if campaign.ends is not None:
            datetime.date.fromisoformat(campaign.ends)
    except ValueError as problem:
        raise BadRequest(f"{where}: ends is a day such as 2027-01-31") from problem
