"""What the pages of a dossier show: plain values, already worded, with the address each one leads to.

An address is the id of an element of the same page: `clm_…` the claim, `at-clm_…` its words in the document,
`inc_…` an incident, `doc-1` a document.
"""

from dataclasses import dataclass

from clarion.publish.choosing import LeftOut
from clarion.publish.graded import GradeView
from clarion.publish.methodview import MethodView
from clarion.publish.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a person has judged a line, in words."""

    words: str
    key: str  # the verdict, or `no` when nobody has judged


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document, as it is named beside a claim."""

    number: int
    anchor: str
    name: str  # publisher, or title, or path
    title: str
    date: str
    language: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its words. `anchor` is None where the claim is shown again after its first place."""

    number: int
    id: str
    anchor: str | None
    place: str  # the address of its words: the mark in the text, or the document when its text is not held
    source: SourceView
    quote: str
    before: str  # the rest of the sentence, for readers who need to see what the words stand in
    after: str
    act: str
    stance: str
    is_tentative: bool
    chain: str
    speaker: str
    when: str
    where: str
    actors: str
    affected: str
    figure: str | None  # as written
    addressees: str
    norms: str
    evidence: str
    method: str
    judged: Judged
    code: str  # by which anyone checks these words; empty outside a dossier


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A claim with the grades of its source and of what it tells."""

    claim: ClaimView
    source: GradeView
    information: GradeView


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure and everyone who gives it. `drawing` is SVG made here."""

    words: str
    written: tuple[str, ...]
    low: str
    high: str
    best: str
    drawing: str
    sources: tuple[ClaimView, ...]
    origins: str


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one unit, side by side and never added up."""

    unit: str
    statement: str
    rows: tuple[FigureRow, ...]

    @property
    def is_one(self) -> bool:
        """True when everybody gives the same figure."""
        return len(self.rows) == 1


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin and the documents that go back to it."""

    name: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class WarningView:
    """An earlier forecast and how many days it came before the incident."""

    claim: ClaimView
    days: int
    words: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """Words by which somebody answers an incident. `claims` holds the denial where they are one."""

    kind: str
    key: str
    meaning: str
    voice: str
    words: str
    source: SourceView
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class AlarmView:
    """Something that went wrong on the way of an account, or that its source took back, and the claims it shows in."""

    kind: str
    reason: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ForecastView:
    """A forecast and what became of it."""

    outcome: str
    key: str
    words: str
    number: int
    claim: str
    source: SourceView
    incident: str | None
    incident_number: int
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerView:
    """A voice's record of warnings."""

    voice: str
    summary: str
    forecasts: tuple[ForecastView, ...]


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A procedure for one state, and the incidents for which it stands so."""

    name: str
    access: str
    reasons: tuple[str, ...]
    asks: str
    gate: str
    incidents: tuple[tuple[int, str], ...]  # number, anchor


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with everything that speaks for and against it."""

    number: int
    anchor: str
    title: str
    act: str
    status: str
    status_key: str
    headline: tuple[str, ...]
    when: str
    when_from: tuple[ClaimView, ...]  # the claims that tell it
    where: str
    where_from: tuple[ClaimView, ...]
    affected: str
    affected_from: tuple[ClaimView, ...]
    voices: str
    claims: tuple[ClaimView, ...]
    denials: tuple[ClaimView, ...]
    rivals: tuple[ClaimView, ...]
    warnings: tuple[WarningView, ...]
    figures: tuple[FigureGroup, ...]
    origin_words: str
    origins: tuple[OriginView, ...]
    untraced: tuple[SourceView, ...]
    facets: tuple[tuple[str, int], ...]
    reasons: tuple[str, ...]
    figure_rule: str
    answers: tuple[AnswerView, ...]
    alarms: tuple[AlarmView, ...]
    findings: tuple["FindingView", ...]
    judged: Judged
    weight: tuple[int, ...]  # for the summary: larger stands first

    @property
    def told_by(self) -> tuple[ClaimView, ...]:
        """Everything that its first sentences rest on."""
        return (*self.claims, *self.denials, *self.rivals, *(warning.claim for warning in self.warnings))

    @property
    def origin_sources(self) -> int:
        """How many documents stand behind the incident, traced or not."""
        return len(self.untraced) + sum(len(origin.sources) for origin in self.origins)


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element of a norm with the claims for and against it."""

    test: str
    language: str  # of `test`
    state: str
    state_key: str
    claims: tuple[ClaimView, ...]
    against: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """An incident held against one norm for one state."""

    anchor: str
    norm: str
    norm_id: str
    state: str
    incident: str
    incident_anchor: str
    incident_number: int
    bound: str
    bound_key: str
    bound_source: str
    verdict: str
    verdict_short: str
    verdict_key: str
    elements: tuple[ElementView, ...]
    caveats: tuple[str, ...]
    judged: Judged


@dataclass(frozen=True, slots=True)
class AskView:
    """A demand, who makes it, what became of it, and the asks (address, text) that put the opposite."""

    anchor: str
    act: str
    text: str
    deadline: str
    made_by: str
    claims: tuple[ClaimView, ...]
    judged: Judged
    fate: str
    fate_claims: tuple[ClaimView, ...]
    opposite: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ActionView:
    """Something to do or attend."""

    number: int
    anchor: str
    kind: str
    title: str
    start: str
    timezone: str
    question: str | None
    place: str
    addressee: str
    status: str
    is_past: bool | None  # None when the day of making or the start is unknown
    claims: tuple[ClaimView, ...]
    judged: Judged


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text with the same claims on it. `starts` are claims whose words begin here."""

    text: str
    claims: tuple[int, ...]
    starts: tuple[tuple[str, int], ...]  # claim id and number
    is_cue: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its text, cut where claims begin and end."""

    source: SourceView
    id: str
    authors: str
    basis: str
    language: str
    path: str
    media_type: str
    sha256: str
    text_sha256: str
    problems: tuple[str, ...]
    claims: int
    pieces: tuple[Piece, ...]
    has_text: bool
    loose: tuple[ClaimView, ...]  # claims that no incident holds


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A person or body that speaks."""

    name: str
    kind: str
    aliases: str
    affiliations: str
    reasons: tuple[str, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the map's table."""

    number: int | None  # None: not on the map
    anchor: str
    name: str
    position: str
    incidents: tuple[tuple[int, str, str], ...]  # number, anchor, role


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A line of the time line's table. `lane` is document, warning, incident or action."""

    day: str
    lane: str
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many incidents have a status, and what the word means."""

    key: str
    name: str
    number: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the pages show. The drawings are SVG made here, wide and narrow."""

    title: str
    case_name: str | None
    left_out: LeftOut | None  # None: nothing was chosen, so nothing was left out
    made: str
    engine: str | None
    statuses: tuple[StatusCount, ...]
    documents: tuple[DocumentView, ...]
    incidents: tuple[IncidentView, ...]
    strongest: tuple[IncidentView, ...]
    findings: tuple[FindingView, ...]
    channels: tuple[tuple[str, tuple[ChannelRow, ...]], ...]  # state, procedures
    ledger: tuple[LedgerView, ...]
    asks: tuple[tuple[str, tuple[AskView, ...]], ...]  # addressee, asks
    actions: tuple[ActionView, ...]
    questions: tuple[tuple[str, str | None], ...]  # words, address
    voices: tuple[VoiceView, ...]
    places: tuple[PlaceRow, ...]
    times: tuple[TimeRow, ...]
    evidence: tuple[EvidenceRow, ...]
    claims: int
    judged: str
    period: str
    orphans: tuple[ClaimView, ...]  # claims of documents that the record does not hold
    drawings: dict[str, str]
    record_sha256: str
    sentences: tuple[Sentence, ...]
    root: str
    heads: tuple[str, ...]
    stances: tuple[tuple[str, str], ...]
    method: MethodView
