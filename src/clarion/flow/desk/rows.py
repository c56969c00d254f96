"""Lines of lists: enough to show a thing in a table and to lead to its page."""

from dataclasses import dataclass, field

from clarion.flow.desk.paging import Page
from clarion.model.nouns import Action, Ask, Claim, Document, Finding, Incident, Publication, Span

# the whole of a facet's values is seldom looked at
MOST_VALUES = 40


@dataclass(frozen=True, slots=True)
class Said:
    """Where people's words on a thing stand. `verdict` is the last word, None when there is none or it was taken back.

    `differs` is true when words of two people stand beside each other and do not agree.
    """

    verdict: str | None = None
    by: str | None = None
    at: str | None = None
    differs: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document, without its text. `claims` and `judged` are numbers of claims and of those with a standing word."""

    document: Document
    claims: int
    judged: int
    handling: str | None
    provider: str | None
    brought_by: str | None
    brought_at: str | None
    said: Said
    tags: tuple[str, ...]
    assigned: tuple[str, ...]
    passage: str = ""  # around the words looked for


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as it stands after corrections."""

    claim: Claim
    title: str | None  # of its document
    path: str
    publisher: str | None
    published: str | None
    country: str | None
    said: Said
    corrected: bool
    tags: tuple[str, ...]
    assigned: tuple[str, ...]
    notes: int
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident. Numbers are of claims, denials, documents; `alarms` are the kinds raised."""

    incident: Incident
    country: str | None
    claims: int
    denials: int
    documents: int
    alarms: tuple[str, ...]
    findings: int
    said: Said
    tags: tuple[str, ...]
    assigned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the incident that it is about. `elements` counts its elements by state."""

    finding: Finding
    incident_title: str
    elements: dict[str, int]
    said: Said


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """An element of a norm that nobody can answer yet, or a question that a person asked.

    Elements: `finding`, `incident` and its `title`, `norm`, `key`, `state`; questions: `note`, `by`, `at`. `text` is
    the question.
    """

    about: str
    text: str
    finding: str | None = None
    incident: str | None = None
    norm: str | None = None
    key: str | None = None
    state: str | None = None
    note: str | None = None
    by: str | None = None
    at: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class AskRow:
    """A demand, with the titles of the documents that make it."""

    ask: Ask
    documents: tuple[tuple[str, str], ...]  # id, title
    said: Said
    tags: tuple[str, ...]
    assigned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something people can do or attend."""

    action: Action
    documents: tuple[tuple[str, str], ...]  # id, title
    said: Said


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice. `borne_out`, `not_borne_out` and `open` are numbers of its forecasts."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    affiliations: tuple[str, ...]
    documents: int
    borne_out: int
    not_borne_out: int
    open: int


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry of the log in words. `erased` tells that some or all of what it said is gone."""

    entry: str  # its hash
    kind: str
    at: str
    by: str | None
    about: str | None
    about_kind: str | None  # document, claim, incident …
    about_title: str | None
    verdict: str | None
    reason: str | None
    value: str | None
    words: str  # what was done, as a sentence
    erased: bool
    signer: str
    number: int


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """What left the case."""

    id: str
    publication: Publication
    by: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds the words, a passage cut where the words stand, and those of its claims that hold them.

    `marks` are spans of the words in `passage`; `span` is where the passage stands in the text.
    """

    document: str
    path: str
    title: str | None
    publisher: str | None
    published: str | None
    passage: str
    marks: tuple[Span, ...]
    span: Span
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Hits(Page[Hit]):
    """A page of hits. `ranked` is how many of the documents, the last taken in, were put in order of how well they fit.

    It is None where all were; the others follow, the last taken in first.
    """

    ranked: int | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A place of the map and its incidents. `ids` are those of the newest few."""

    lat: float
    lon: float
    name: str
    country: str | None
    number: int
    ids: tuple[str, ...]

    @property
    def point(self) -> str:
        """Where it stands, as a filter of incidents takes it."""
        return f"{self.lat + 0.0:g},{self.lon + 0.0:g}"


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of the time line, `until` not included, with the number of incidents by status."""

    since: str
    until: str
    number: int
    statuses: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facets:
    """How often each value occurs among what a filter lets through, most frequent first, at most a few dozen each.

    The filter's own choice in a facet is left out for that facet, so that the other choices can be seen.
    """

    values: dict[str, tuple[tuple[str, int], ...]]
    total: int
