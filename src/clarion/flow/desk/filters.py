"""What a list may be narrowed to. A field that is None, False or empty narrows nothing; all fields hold together.

Days are local dates, both ends included. Values of acts, stances, statuses and the like are the words of the record.
"""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Documents. `voice` is a publisher's name; `since` and `until` are days of publication.

    `sort`: `newest` (by day of publication, the unknown last), `oldest`, `title`, `arrived` (last taken in first),
    `claims` (most first).
    """

    words: str = ""
    voice: str | None = None
    language: str | None = None
    place: str | None = None  # ISO 3166-1 alpha-2 of a country that a claim of it names
    since: datetime.date | None = None
    until: datetime.date | None = None
    handling: str | None = None
    problem: bool = False
    tag: str | None = None
    judged: bool | None = None  # True: every claim has a standing word; False: one has none
    sort: str = "newest"


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Claims, as they stand after corrections. `since` and `until` narrow the first day of what is told.

    `judged` is `yes`, `no`, `differing` or a verdict. `voice` is the name of the publisher or of a voice quoted.
    `sort`: `document` (as the texts run), `newest` (by first day told, the unknown last), `oldest`.
    """

    act: str | None = None
    stance: str | None = None
    voice: str | None = None
    country: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    judged: str | None = None
    document: str | None = None
    words: str = ""
    tag: str | None = None
    assigned: str | None = None  # the name of a person
    sort: str = "document"


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Incidents. `judged` as for claims, of the incident itself. `at` is where a pin stands: "41.01,129.7".

    `sort`: `newest` (by first day, the unknown last), `oldest`, `origins` (most first), `act`.
    """

    act: str | None = None
    status: str | None = None
    country: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    words: str = ""
    alarm: str | None = None  # a kind of alarm, or `any`
    at: str | None = None
    judged: str | None = None
    tag: str | None = None
    assigned: str | None = None
    sort: str = "newest"


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Findings. `state` is `state:XX` or the two letters alone."""

    norm: str | None = None
    state: str | None = None
    verdict: str | None = None
    bound: str | None = None
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class AskFilter:
    """Asks. `due`: with a deadline on that day or later."""

    addressee: str | None = None
    act: str | None = None
    due: datetime.date | None = None
    tag: str | None = None
    assigned: str | None = None


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Actions. `since` and `until` narrow the day of the beginning."""

    kind: str | None = None
    status: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class VoiceFilter:
    """Voices. `words` is looked for in names and aliases. `sort`: `documents` (most first) or `name`."""

    kind: str | None = None
    words: str = ""
    forecasts: bool = False
    sort: str = "documents"


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Entries of the log. `since` is a day, UTC."""

    kind: str | None = None
    by: str | None = None
    about: str | None = None
    since: datetime.date | None = None


# nothing narrowed
ALL_DOCUMENTS = DocumentFilter()
ALL_CLAIMS = ClaimFilter()
ALL_INCIDENTS = IncidentFilter()
ALL_FINDINGS = FindingFilter()
ALL_ASKS = AskFilter()
ALL_ACTIONS = ActionFilter()
ALL_VOICES = VoiceFilter()
WHOLE_LOG = LogFilter()
