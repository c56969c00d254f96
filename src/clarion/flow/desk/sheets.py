"""Pages of one thing: everything that is known of it and leads on from it."""

from dataclasses import dataclass

from clarion.flow.desk.marks import Marks
from clarion.flow.desk.rows import ClaimRow, DocumentRow, FindingRow, IncidentRow, LogRow, Said
from clarion.model.nouns import Answer, Correction, Document, Finding, Forecast, Incident, Judgement, Voice
from clarion.publish.views import IncidentView


@dataclass(frozen=True, slots=True)
class NearCopy:
    """A document that repeats another. `share` (0 to 1) is how much of the shorter one the longer one holds."""

    id: str
    title: str
    share: float


@dataclass(frozen=True, slots=True)
class DocumentSheet:
    """A document with its text and its claims in the order of the text."""

    document: Document
    claims: tuple[ClaimRow, ...]
    handling: str | None
    consent: str | None
    provider: str | None
    brought_by: str | None
    brought_at: str | None
    named: tuple[str, ...]
    part_of: tuple[str, str] | None  # id, title
    parts: tuple[tuple[str, str], ...]
    copies: tuple[NearCopy, ...]
    judgements: tuple[Judgement, ...]
    said: Said
    marks: Marks
    incidents: tuple[tuple[str, str], ...]
    previous: str | None  # by the newest-first list
    next: str | None


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """A claim as it stands and as it was proposed, with every word on it."""

    row: ClaimRow
    proposed: ClaimRow
    judgements: tuple[Judgement, ...]  # oldest first
    beside: tuple[Judgement, ...]  # those that stand and do not agree
    marks: Marks
    incidents: tuple[IncidentRow, ...]
    document: DocumentRow
    before: str  # the text around its words
    after: str


@dataclass(frozen=True, slots=True)
class IncidentVoice:
    """A voice that speaks of an incident."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another incident that may be the same: an act of the same family, near in time and place."""

    id: str
    title: str
    act: str
    status: str
    days: int | None  # between the first days
    reason: str


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """An incident with all that stands for and against it. `view` holds the words of the dossier."""

    incident: Incident
    view: IncidentView
    claims: tuple[ClaimRow, ...]
    denials: tuple[ClaimRow, ...]
    rivals: tuple[ClaimRow, ...]
    warnings: tuple[tuple[ClaimRow, int], ...]  # days before
    voices: tuple[IncidentVoice, ...]
    documents: tuple[DocumentRow, ...]
    findings: tuple[FindingRow, ...]
    answers: tuple[Answer, ...]
    corrections: tuple[Correction, ...]
    judgements: tuple[Judgement, ...]
    beside: tuple[Judgement, ...]
    said: Said
    marks: Marks
    neighbours: tuple[Neighbour, ...]
    explained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingSheet:
    """A finding with the claims for and against each element, by id."""

    finding: Finding
    incident: IncidentRow
    claims: dict[str, ClaimRow]
    judgements: tuple[Judgement, ...]
    said: Said
    marks: Marks


@dataclass(frozen=True, slots=True)
class Fate:
    """A forecast of a voice and what became of it."""

    forecast: Forecast
    claim: ClaimRow
    incident: str | None  # title


@dataclass(frozen=True, slots=True)
class Repeat:
    """A voice that tells what another told first: in how many incidents."""

    id: str
    name: str
    incidents: int


@dataclass(frozen=True, slots=True)
class VoiceSheet:
    """A voice. With a document of it hidden, aliases, bodies, reasons and forecasts are left out: `partial`."""

    voice: Voice
    partial: bool
    documents: tuple[DocumentRow, ...]  # the newest
    number: int  # of documents
    claims: tuple[ClaimRow, ...]  # a sample
    repeats: tuple[Repeat, ...]  # whom it repeats
    repeated_by: tuple[Repeat, ...]
    fates: tuple[Fate, ...]
    judgements: tuple[Judgement, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class GraphVoice:
    """A voice of the drawn graph."""

    id: str
    name: str
    kind: str
    documents: int


@dataclass(frozen=True, slots=True)
class VoiceGraph:
    """The voices heard most, and who repeats whom: (from, to, in how many incidents), `from` tells what `to` told."""

    voices: tuple[GraphVoice, ...]
    edges: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Start:
    """What is new, waits, is due and went wrong."""

    documents: int
    claims: int
    incidents: int
    findings: int
    asks: int
    actions: int
    voices: int
    unjudged: int
    assigned: tuple[tuple[str, str], ...]  # to the viewer: id, title
    second_looks: int
    questions: int
    new: tuple[DocumentRow, ...]  # last taken in
    due: tuple[tuple[str, str, str], ...]  # id, title, day
    unreadable: tuple[DocumentRow, ...]
    problems: int
    alarmed: tuple[IncidentRow, ...]
    alarms: int
    differing: int
    latest: tuple[LogRow, ...]
