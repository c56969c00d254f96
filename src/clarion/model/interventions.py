"""The nouns of what is done about an ask: whom it is put to, the letter, and what became of it.

An intervention (the word of the HURIDOCS Events Standard Formats) is one approach to one addressee. What happens to it
is a row of steps, each a word of a person or of the mail; where it stands is worked out from them and never stored.
A field that is not known is None or an empty tuple.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from clarion.model.ids import ClaimId, DocumentId
from clarion.model.nouns import Place


class AddresseeKind(StrEnum):
    """What a letter can be put to."""

    POST = "post"  # a post that somebody holds: a minister, a judge, a rapporteur
    BODY = "body"  # an authority without a named post
    MISSION = "mission"  # an embassy or a consulate
    PARLIAMENT = "parliament"
    COMPANY = "company"


class ContactKind(StrEnum):
    """How an addressee is reached."""

    EMAIL = "email"
    POSTAL = "postal"  # lines parted by line breaks
    PHONE = "phone"
    FAX = "fax"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach an addressee. Only of an office, never of a private person."""

    kind: ContactKind
    value: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post, as a Popolo membership. Days are ISO 8601, `end` the last day in it; either may be unknown."""

    name: str
    start: str | None = None
    end: str | None = None
    title: str | None = None  # "H.E. Mr", as it is put before the name
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """An office or post that letters are put to, with its dated holders (Popolo post, organisation, memberships).

    `state` is whose office it is and `accredited_to` where a mission stands, both `state:XX`. `salutations` are by
    language (BCP 47). `checked_on` is the day on which somebody last looked whether contacts and holders still hold.
    """

    id: str  # adr_…
    name: str
    kind: AddresseeKind
    organisation: str | None = None
    state: str | None = None
    accredited_to: str | None = None
    place: Place | None = None
    languages: tuple[str, ...] = ()
    salutations: Mapping[str, str] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    holders: tuple[Holder, ...] = ()
    source: str | None = None
    checked_on: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a letter or a form lacks, and why it matters. `kind` is a word such as `no_address`."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a person can edit it.

    `text` is paragraphs parted by empty lines, in a small part of Markdown: `# ` and `## ` headings, `- ` items,
    `**strong**`, footnotes as `[^1]` with `[^1]: words` at the end. `claims` are those that its facts rest on, and
    `gaps` what it lacks, listed and never skipped.
    """

    template: str  # "appeal", "embassy" …
    language: str  # BCP 47
    to: tuple[str, ...]  # the lines of the address
    day: str  # ISO 8601
    subject: str
    text: str
    claims: tuple[ClaimId, ...] = ()
    gaps: tuple[Gap, ...] = ()


class InterventionKind(StrEnum):
    """By what means an addressee is approached."""

    LETTER = "letter"
    APPEAL = "appeal"
    SUBMISSION = "submission"
    MEETING = "meeting"
    CALL = "call"


class StepKind(StrEnum):
    """What can happen to an intervention, in the order in which it mostly does."""

    DRAFTED = "drafted"  # a newer text; `letter` holds it
    APPROVED = "approved"  # a person says that it may go out as it stands
    SENDING = "sending"  # about to be handed to a mail server; `value` is the Message-ID, of the steps after it too
    SENT = "sent"
    NOT_SENT = "not_sent"  # it did not go after all; `words` say why
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    ACKNOWLEDGED = "acknowledged"  # received, without an answer
    ANSWERED = "answered"  # `document` is the answer, where it was taken in
    DEADLINE = "deadline"  # an answer is due on `until`
    EXTENDED = "extended"  # the addressee asked for time until `until`
    REMINDED = "reminded"
    ESCALATED = "escalated"  # put to a next body; `value` is that intervention
    OUTCOME = "outcome"  # `value` is a `Response`
    CANCELLED = "cancelled"


class Response(StrEnum):
    """What came of an intervention: the responses of the HURIDOCS micro-thesaurus 27."""

    FAVOURABLE = "favourable"
    PLEDGE = "pledge"
    COUNTER_MOVE = "counter_move"
    ASKS_FOR_MORE = "asks_for_more"
    TOKEN = "token"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to an intervention, on a day, by the word of somebody. Never changed, only added to."""

    id: str  # stp_…
    intervention: str
    kind: StepKind
    day: str  # ISO 8601, when it happened; `at` is when it was noted
    by: str
    at: str  # UTC, ISO 8601 with seconds and Z
    words: str = ""
    value: str | None = None
    until: str | None = None  # ISO 8601 day
    document: DocumentId | None = None
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class Intervention:
    """One approach to one addressee about asks or incidents; its steps stand beside it."""

    id: str  # itv_…
    kind: InterventionKind
    about: tuple[str, ...]  # ids of asks, actions or incidents
    addressee: Addressee  # as it was when the approach was begun
    letter: Letter | None
    by: str
    at: str  # UTC, ISO 8601 with seconds and Z
    follows: str | None = None  # the intervention that was escalated to this one
