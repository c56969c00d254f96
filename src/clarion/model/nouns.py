"""The nouns of the record, frozen and typed.

A span is `(start, end)` in Unicode code points of the document's text (NFC), start included, end not.
A field that is not known is None or an empty tuple. The order of fields is the order of the JSON.
"""

import datetime
from dataclasses import dataclass, field

from clarion.model.asks import Action as Action
from clarion.model.asks import Ask as Ask
from clarion.model.ids import ActId, ClaimId, DocumentId, IncidentId, NormId, VoiceId
from clarion.model.vocabulary import (
    AlarmKind,
    AnswerKind,
    AttributionKind,
    Basis,
    Bound,
    CorrectionKind,
    CountKind,
    DetailKind,
    ElementState,
    EvidenceKind,
    Facet,
    FigureRule,
    FindingVerdict,
    ForecastOutcome,
    JudgementVerdict,
    PlaceKind,
    PlaceRole,
    Precision,
    RegionKind,
    StanceKind,
    Status,
    Unit,
    View,
    VoiceKind,
    VoiceRole,
)

Span = tuple[int, int]
Number = int | float


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a document's text and what it is (headline, by-line, boilerplate …)."""

    kind: RegionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """Preserved bytes and the text read from them."""

    id: DocumentId
    path: str
    media_type: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime.date | None = None
    published_basis: str | None = None
    language: str | None = None
    text_sha256: str | None = None
    problems: tuple[str, ...] = ()
    text: str | None = None
    regions: tuple[Region, ...] = ()
    part_of: DocumentId | None = None  # the e-mail that an attachment came in


@dataclass(frozen=True, slots=True)
class Count:
    """A figure. `low` and `high` are the bounds the words support; `best` only when one figure is given."""

    low: Number | None = None
    high: Number | None = None
    best: Number | None = None
    unit: Unit = Unit.OTHER
    kind: CountKind = CountKind.EXACT
    share_of: str | None = None
    span: Span | None = None
    noun: str | None = field(default=None, compare=False)  # not part of the record


@dataclass(frozen=True, slots=True)
class When:
    """A half-open interval of local dates (`2023-09-05`) or date-times (`2023-09-05T13:00`), as ISO texts."""

    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    basis: Basis | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named, and where on earth it is if that could be told. `lat` and `lon` are degrees, WGS84."""

    name: str
    role: PlaceRole | None = None
    ref: str | None = None  # geonames:ID, state:XX or clarion:NAME for the supplement
    country: str | None = None  # ISO 3166-1 alpha-2
    lat: float | None = None
    lon: float | None = None
    span: Span | None = None
    kind: PlaceKind | None = field(default=None, compare=False)  # not part of the record
    candidates: tuple[str, ...] = field(default=(), compare=False)  # not part of the record


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who does an act or is asked to."""

    name: str
    ref: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Affected:
    """Those moved, held or harmed, with the figure of the act."""

    description: str | None = None
    ref: str | None = None
    span: Span | None = None
    count: Count | None = None
    others: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedVoice:
    """A link of the chain by which the words of a claim reached the reader."""

    name: str
    role: VoiceRole
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the voice says that the claim rests on."""

    kind: EvidenceKind
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """An act, told by a voice, in an exact place of a preserved document."""

    id: ClaimId
    document: DocumentId
    span: Span
    quote: str
    cue: Span | None
    act: ActId
    stance: StanceKind
    actors: tuple[Party, ...] = ()
    affected: Affected | None = None
    addressees: tuple[Party, ...] = ()
    when: When | None = None
    where: tuple[Place, ...] = ()
    voices: tuple[CitedVoice, ...] = ()  # outermost first
    evidence: tuple[Evidence, ...] = ()
    norms: tuple[NormId, ...] = ()
    object_act: ActId | None = None
    tentative: bool = False
    method: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words in a text: who, by which cue, which words. A part may lie in several spans."""

    source_span: Span | tuple[Span, ...] | None
    cue_span: Span | tuple[Span, ...] | None
    content_span: Span | tuple[Span, ...] | None
    voice: str | None
    kind: AttributionKind


@dataclass(frozen=True, slots=True)
class Act:
    """An act word in a text."""

    span: Span
    act: ActId
    cue: str


@dataclass(frozen=True, slots=True)
class Stance:
    """The stance in which an act word is held."""

    stance: StanceKind
    tentative: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts of which one holds much of the other.

    `containment` is the share (0 to 1) of the shorter text's word shingles found in the longer;
    `spans` are pairs of matching stretches (in text `i`, in text `j`).
    """

    i: int
    j: int
    containment: float
    spans: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """What became of a voice's forecast. `days` is its lead; `until` the last day of its window, as an ISO text."""

    claim: ClaimId
    outcome: ForecastOutcome
    incident: IncidentId | None = None
    days: int | None = None
    until: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A person or body that speaks or is cited. `reasons` say why its names were taken for one voice."""

    id: VoiceId
    name: str
    aliases: tuple[str, ...] = ()
    kind: VoiceKind = VoiceKind.ORGANISATION
    affiliations: tuple[str, ...] = ()
    speaks_in: tuple[DocumentId, ...] = ()
    reasons: tuple[str, ...] = ()
    forecasts: tuple[Forecast, ...] = ()


@dataclass(frozen=True, slots=True)
class Warned:
    """An earlier forecast that an incident bears out; `days` from the document's date to the incident's first day."""

    claim: ClaimId
    days: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Words by which somebody answers an incident. `claim` is the denial they are part of; others are no claims."""

    kind: AnswerKind
    document: DocumentId
    span: Span
    claim: ClaimId | None = None
    voice: str | None = None  # as named in the document
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that went wrong on the way of an account, the claims it shows in, and why it was raised."""

    kind: AlarmKind
    reason: str
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A source's notice that its own earlier account was wrong. `of` are the documents that it takes back or mends."""

    kind: CorrectionKind
    document: DocumentId
    span: Span
    of: tuple[DocumentId, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims held to be about the same happening."""

    id: IncidentId
    act: ActId
    title: str
    when: When | None = None
    where: tuple[Place, ...] = ()
    affected: Affected | None = None
    status: Status = Status.REPORTED
    claims: tuple[ClaimId, ...] = ()
    rivals: tuple[ClaimId, ...] = ()
    denials: tuple[ClaimId, ...] = ()
    voices: tuple[VoiceId, ...] = ()
    origins: int = 0
    facets: dict[Facet, int] = field(default_factory=dict)
    origin_of: dict[DocumentId, str | None] = field(default_factory=dict)
    warnings: tuple[Warned, ...] = ()
    reasons: tuple[str, ...] = ()
    figure_rule: FigureRule = FigureRule.NONE
    answers: tuple[Answer, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    corrections: tuple[Correction, ...] = ()
    judged: tuple[str, ...] = ()  # ids of the judgements that shaped it


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a norm and the claims that speak for and against it."""

    key: str
    test: str
    state: ElementState
    claims: tuple[ClaimId, ...] = ()
    against: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """An incident held against one norm for one state."""

    id: str
    incident: IncidentId
    norm: NormId
    state: str  # state:XX
    bound: Bound
    bound_since: str | None = None
    bound_until: str | None = None
    bound_source: str | None = None
    elements: tuple[Element, ...] = ()
    verdict: FindingVerdict = FindingVerdict.CANNOT_SAY
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on a claim, incident, voice, figure or detail. Never changed, only answered by a newer one."""

    id: str
    about: str
    verdict: JudgementVerdict
    value: str | None
    reason: str
    by: str
    at: str  # UTC, ISO 8601 with seconds and Z
    answers: str | None = None
    batch: str | None = None  # the id that it shares with those made in one go with it


@dataclass(frozen=True, slots=True)
class Detail:
    """A span that may identify a person at risk."""

    document: DocumentId
    span: Span
    kind: DetailKind
    basis: str  # the rule that found it, as "details:person/title"


@dataclass(frozen=True, slots=True)
class Publication:
    """What left, when, to whom, by which view."""

    view: View
    sha256: str
    heads: tuple[str, ...]
    withheld: int
    at: str
    path: str
    incidents: tuple[IncidentId, ...] = ()  # those that were chosen; empty: all that leave by the view
