"""What operations take: choices of lists in the address, commands as JSON; their lengths are bounded."""

import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from clarion.flow.desk.paging import LARGEST, SIZE, Paging

# printable: a sign that no name and no word holds is refused here, in one line
Choice = Annotated[str, Field(max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]
Words = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"^[^\x00]*$")]
Id = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
Number = Annotated[int, Field(ge=0, le=2**31)]


class Problem(Schema):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Listing(Schema):
    """Which page of a list: `cursor` is `next` or `previous` of an earlier answer."""

    cursor: Choice | None = None
    size: Annotated[int, Field(ge=1, le=LARGEST)] = SIZE

    def paging(self) -> Paging:
        """As the desk takes it."""
        return Paging(self.cursor or None, self.size)


class Documents(Listing):
    """Choices of documents."""

    words: Choice = ""
    voice: Choice | None = None
    language: Choice | None = None
    place: Choice | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    handling: Choice | None = None
    problem: bool = False
    tag: Choice | None = None
    judged: bool | None = None
    sort: Literal["newest", "oldest", "title", "arrived", "claims"] = "newest"


class ClaimChoice(Schema):
    """Choices of claims."""

    act: Choice | None = None
    stance: Choice | None = None
    voice: Choice | None = None
    country: Choice | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    judged: Choice | None = None
    document: Choice | None = None
    words: Choice = ""
    tag: Choice | None = None
    assigned: Choice | None = None
    sort: Literal["document", "newest", "oldest"] = "document"


class Claims(ClaimChoice, Listing):
    """Choices of claims, and the page."""


class IncidentChoice(Schema):
    """Choices of incidents."""

    act: Choice | None = None
    status: Choice | None = None
    country: Choice | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    words: Choice = ""
    alarm: Choice | None = None
    judged: Choice | None = None
    tag: Choice | None = None
    assigned: Choice | None = None
    sort: Literal["newest", "oldest", "origins", "act"] = "newest"


class Incidents(IncidentChoice, Listing):
    """Choices of incidents, and the page."""


class Findings(Listing):
    """Choices of findings."""

    norm: Choice | None = None
    state: Choice | None = None
    verdict: Choice | None = None
    bound: Choice | None = None
    incident: Choice | None = None


class Asks(Listing):
    """Choices of asks."""

    addressee: Choice | None = None
    act: Choice | None = None
    due: datetime.date | None = None
    tag: Choice | None = None
    assigned: Choice | None = None


class Actions(Listing):
    """Choices of actions."""

    kind: Choice | None = None
    status: Choice | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


class Voices(Listing):
    """Choices of voices."""

    kind: Choice | None = None
    words: Choice = ""
    forecasts: bool = False
    sort: Literal["documents", "name"] = "documents"


class Log(Listing):
    """Choices of entries."""

    kind: Choice | None = None
    by: Choice | None = None
    about: Choice | None = None
    since: datetime.date | None = None


class Search(Listing):
    """What to look for."""

    words: Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]


class About(Schema):
    """A thing, by its id."""

    about: Id


class NewJudgement(Schema):
    """A word on a thing. `answers` is the judgement that the person saw."""

    about: Id
    verdict: Choice
    reason: Words
    value: Words | None = None
    answers: Id | None = None


class Reason(Schema):
    """Why."""

    reason: Words


class NewNote(Schema):
    """A note, or an open question."""

    about: Id
    text: Words
    question: bool = False


class NewTag(Schema):
    """A tag on a thing."""

    about: Id
    tag: Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]+$")]


class NewAssignment(Schema):
    """A thing and the person who is to look after it."""

    about: Id
    to: Annotated[str, Field(min_length=1, max_length=150, pattern=r"^[^\x00-\x1f\x7f]+$")]


class NewTranslation(Schema):
    """A passage of a document in another language."""

    document: Id
    start: Number
    end: Number
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    words: Words


class NewClaim(Schema):
    """A claim that the machine missed. Spans are in Unicode code points of the text, the end not included."""

    document: Id
    cue_start: Number
    cue_end: Number
    start: Number
    end: Number
    act: Choice
    stance: Choice
    reason: Words
    value: Words | None = None


class NewHandling(Schema):
    """How a document may be used, and who may see it while it is sealed."""

    handling: Literal["", "sealed", "partner", "public"]
    named: Annotated[tuple[Id, ...], Field(max_length=100)] = ()
    reason: Words


class NewDocuments(Schema):
    """What is said of the files that come with it. `paths` gives them names with folders, one for each file."""

    handling: Literal["", "sealed", "partner", "public"] = ""
    named: list[Id] = Field(default_factory=list, max_length=100)
    provider: Choice = ""
    consent: Choice = ""
    paths: list[Choice] = Field(default_factory=list, max_length=5_000)


class Merging(Schema):
    """The other incident that is the same."""

    other: Id
    reason: Words


class Splitting(Schema):
    """The claim that does not belong to the incident."""

    claim: Id
    reason: Words


class Preferring(Schema):
    """The figure that is to be shown: a number, a figure as JSON, or the id of the claim that gives it."""

    value: Words
    reason: Words


class NewPublication(Schema):
    """Which view leaves the case, in which form (the ending of a file, as `html` or `json`), and which incidents.

    Without incidents all leave.
    """

    view: Literal["sealed", "partner", "public"]
    form: Literal["html", "pdf", "docx", "json", "csv", "md", "ics", "geojson", "hxl", "jsonld", "ftm", "site"]
    incidents: tuple[str, ...] = ()


class Made(Schema):
    """The id of what was made."""

    id: str
