"""What comes by a form, held against what it may be. What does not fit is named, and never mended in silence."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from clarion.mailing import clean_address, clean_line
from clarion.model.errors import BadRequest
from clarion.signups.campaigns import Campaign, Kind
from clarion.signups.secret import Secret
from clarion.signups.shelf import Person

LARGEST = 16_384  # bytes of a form
TRAP = "website"  # people do not see this field; programs fill it in
SEAL = "seal"
# seconds between the two steps: nobody reads their own address faster, and nobody leaves the page open longer
SOONEST, LATEST = 3, 3600
_MOST_FIELDS = 20
_LONGEST_NAME, _LONGEST_WORDS = 120, 1000


class BadForm(Exception):
    """A form that cannot be taken; `fields` are those that are wrong, by the names of the words that label them."""

    def __init__(self, *fields: str) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled in. `is_trapped`: a program did. `seal` is empty at the first of the two steps."""

    person: Person
    is_trapped: bool
    seal: str


def read_form(body: bytes, campaign: Campaign) -> Filled:
    """The form in a body (application/x-www-form-urlencoded).

    Raises:
        BadForm: it is none, or fields are missing, too long or no such thing.
    """
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except (ValueError, UnicodeDecodeError) as problem:
        raise BadForm("form_title") from problem
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    one = {name: values[0] for name, values in given.items()}
    wrong: list[str] = []
    person = Person(
        name=_line(one.get("name", ""), wrong),
        address=_address(one.get("email", ""), wrong),
        kinds=_kinds(given.get("kind", []), campaign, wrong),
        words=_text(one.get("words", ""), wrong),
    )
    if one.get("consent") != campaign.consent_version:  # to other words nobody agreed
        wrong.append("consent_label")
    if wrong:
        raise BadForm(*wrong)
    return Filled(person, bool(one.get(TRAP)), one.get(SEAL, ""))


def seal_of(person: Person, campaign: Campaign, secret: Secret, now: int) -> str:
    """What the second step has to bring along: the time of the first and a mark over all that was filled in."""
    return f"{now}.{_mark(person, campaign, secret, now)}"


def is_sealed(filled: Filled, campaign: Campaign, secret: Secret, now: int) -> bool:
    """Whether a form went through both steps as it is, not too fast and not too slowly."""
    moment, _, mark = filled.seal.partition(".")
    if not moment.isascii() or not moment.isdigit() or len(moment) > 12:
        return False
    return SOONEST <= now - int(moment) <= LATEST and secret.is_mark(
        mark, "seal", *_told(filled.person, campaign, int(moment))
    )


def _mark(person: Person, campaign: Campaign, secret: Secret, now: int) -> str:
    return secret.mark("seal", *_told(person, campaign, now))


def _told(person: Person, campaign: Campaign, now: int) -> Sequence[str]:
    return (campaign.id, str(now), json.dumps([person.name, person.address, list(person.kinds), person.words]))


def _line(value: str, wrong: list[str]) -> str:
    try:
        line = clean_line(value, "the name")
    except BadRequest:
        line = ""
    if not line or len(line) > _LONGEST_NAME:
        wrong.append("name")
    return line


def _address(value: str, wrong: list[str]) -> str:
    try:
        address = clean_address(value)
    except BadRequest:
        wrong.append("email")
        return ""
    if address.name:
        wrong.append("email")
    return address.address


def _kinds(values: Sequence[str], campaign: Campaign, wrong: list[str]) -> tuple[Kind, ...]:
    known: Mapping[str, Kind] = {kind.value: kind for kind in campaign.kinds}
    if not values or not set(values) <= set(known):
        wrong.append("kinds")
        return ()
    return tuple(kind for kind in campaign.kinds if kind.value in values)


def _text(value: str, wrong: list[str]) -> str:
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    if len(text) > _LONGEST_WORDS or any(unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n" for sign in text):
        wrong.append("words")
    return text
