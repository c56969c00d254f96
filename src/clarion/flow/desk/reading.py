"""What the workbench can ask of a case. Nothing here changes it, and nothing shows what the viewer may not see."""

import datetime

from clarion.flow.desk.filters import (
    ALL_ACTIONS,
    ALL_ASKS,
    ALL_CLAIMS,
    ALL_DOCUMENTS,
    ALL_FINDINGS,
    ALL_INCIDENTS,
    ALL_VOICES,
    WHOLE_LOG,
    ActionFilter,
    AskFilter,
    ClaimFilter,
    DocumentFilter,
    FindingFilter,
    IncidentFilter,
    LogFilter,
    VoiceFilter,
)
from clarion.flow.desk.marks import Marks
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.rows import (
    ActionRow,
    AskRow,
    ClaimRow,
    DocumentRow,
    Facets,
    FindingRow,
    Hit,
    IncidentRow,
    LogRow,
    OpenQuestion,
    Pin,
    PublicationRow,
    Spell,
    VoiceRow,
)
from clarion.flow.desk.sheets import (
    ClaimSheet,
    DocumentSheet,
    FindingSheet,
    IncidentSheet,
    Start,
    VoiceGraph,
    VoiceSheet,
)
from clarion.flow.desk.sitting import Sitting
from clarion.model.nouns import Judgement

FIRST = Paging()


class Reading(Sitting):
    """The reading half of a desk. Each query is one unchanging view of the case, and safe to ask from any thread.

    A sealed document is there only for the people named for it and the one who brought it in. What came inside a
    hidden document is hidden with it, and so is everything that rests on it: claims, whole incidents with their
    findings, asks, actions, forecasts, judgements, notes, entries of the log, hits, counts. Asking for a hidden thing
    by its id gives None, as for one that does not exist.
    """

    def start(self, *, since: str | None = None, day: datetime.date | None = None) -> Start:
        """What is new, what waits, what is due, what went wrong.

        `since` is a moment (UTC, ISO 8601): `new` are the documents taken in after it, else the last few. `day` is
        today where the viewer is; what is due lies on it or later.
        """
        raise NotImplementedError

    def documents(self, chosen: DocumentFilter = ALL_DOCUMENTS, paging: Paging = FIRST) -> Page[DocumentRow]:
        """The documents of the case.

        Raises:
            BadRequest: the cursor or the order is none.
        """
        raise NotImplementedError

    def document(self, name: str) -> DocumentSheet | None:
        """A document with text, regions, claims, near copies and what people put on it; None when there is none."""
        raise NotImplementedError

    def original(self, name: str) -> tuple[bytes, str] | None:
        """The bytes as they came, and their media type; None when there is no such document.

        Raises:
            BrokenSeal: the bytes are not what was taken in.
        """
        raise NotImplementedError

    def claims(self, chosen: ClaimFilter = ALL_CLAIMS, paging: Paging = FIRST) -> Page[ClaimRow]:
        """The claims of the case as they stand.

        Raises:
            BadRequest: the cursor, the order or a choice is none.
        """
        raise NotImplementedError

    def claim_facets(self, chosen: ClaimFilter = ALL_CLAIMS) -> Facets:
        """How often each act, stance, voice, country, year and verdict occurs among the claims chosen.

        The names of the facets: `act`, `stance`, `voice`, `country`, `year`, `judged` (`no` and the verdicts).
        """
        raise NotImplementedError

    def claim(self, name: str) -> ClaimSheet | None:
        """A claim as it stands and as it was proposed, with every word on it; None when there is none."""
        raise NotImplementedError

    def incidents(self, chosen: IncidentFilter = ALL_INCIDENTS, paging: Paging = FIRST) -> Page[IncidentRow]:
        """The incidents of the case.

        Raises:
            BadRequest: the cursor, the order or a choice is none.
        """
        raise NotImplementedError

    def incident_facets(self, chosen: IncidentFilter = ALL_INCIDENTS) -> Facets:
        """How often each act, status, country, year and kind of alarm occurs among the incidents chosen."""
        raise NotImplementedError

    def incident_pins(self, chosen: IncidentFilter = ALL_INCIDENTS) -> tuple[Pin, ...]:
        """The places where the incidents chosen happened, most incidents first; at most two thousand places."""
        raise NotImplementedError

    def incident_spans(self, chosen: IncidentFilter = ALL_INCIDENTS) -> tuple[Spell, ...]:
        """The incidents chosen over time, in days, months or years, whichever gives at most a few hundred stretches."""
        raise NotImplementedError

    def incident(self, name: str) -> IncidentSheet | None:
        """An incident with all that stands for and against it; None when there is none.

        An id that judgements joined into another incident leads to that one.
        """
        raise NotImplementedError

    def findings(self, chosen: FindingFilter = ALL_FINDINGS, paging: Paging = FIRST) -> Page[FindingRow]:
        """The findings, by norm, state and incident.

        Raises:
            BadRequest: the cursor is none.
        """
        raise NotImplementedError

    def finding_facets(self, chosen: FindingFilter = ALL_FINDINGS) -> Facets:
        """How often each norm, state, verdict and answer to whether it binds occurs among the findings chosen."""
        raise NotImplementedError

    def finding(self, name: str) -> FindingSheet | None:
        """A finding, element by element, with its claims; None when there is none."""
        raise NotImplementedError

    def open_questions(self, paging: Paging = FIRST) -> Page[OpenQuestion]:
        """What people asked and nobody answered yet, then the elements of norms that the claims leave unknown."""
        raise NotImplementedError

    def asks(self, chosen: AskFilter = ALL_ASKS, paging: Paging = FIRST) -> Page[AskRow]:
        """The demands, by addressee; those to nobody named come last."""
        raise NotImplementedError

    def ask(self, name: str) -> AskRow | None:
        """A demand; None when there is none."""
        raise NotImplementedError

    def actions(self, chosen: ActionFilter = ALL_ACTIONS, paging: Paging = FIRST) -> Page[ActionRow]:
        """What people can do or attend, by beginning; those without one come last."""
        raise NotImplementedError

    def action(self, name: str) -> ActionRow | None:
        """Something that people can do or attend; None when there is none."""
        raise NotImplementedError

    def voices(self, chosen: VoiceFilter = ALL_VOICES, paging: Paging = FIRST) -> Page[VoiceRow]:
        """Who speaks."""
        raise NotImplementedError

    def voice(self, name: str) -> VoiceSheet | None:
        """A voice with its documents, bodies, whom it repeats and what became of its warnings; None when none."""
        raise NotImplementedError

    def voice_graph(self, limit: int = 60) -> VoiceGraph:
        """The `limit` voices heard in most documents, and who repeats whom among them."""
        raise NotImplementedError

    def log(self, chosen: LogFilter = WHOLE_LOG, paging: Paging = FIRST) -> Page[LogRow]:
        """Everything that was done, the last first."""
        raise NotImplementedError

    def publications(self, paging: Paging = FIRST) -> Page[PublicationRow]:
        """What left the case, the last first."""
        raise NotImplementedError

    def heads(self) -> tuple[str, ...]:
        """The hash of the last entry of each chain of the log: what a person can write down and compare later."""
        raise NotImplementedError

    def search(self, words: str, paging: Paging = FIRST) -> Page[Hit]:
        """The documents that hold every word, best first, each with a passage and its claims that hold one."""
        raise NotImplementedError

    def judgements_on(self, about: str) -> tuple[Judgement, ...]:
        """Every word on a thing, oldest first."""
        raise NotImplementedError

    def differing(self, paging: Paging = FIRST) -> Page[ClaimRow]:
        """The claims on which words of two people stand beside each other and do not agree."""
        raise NotImplementedError

    def marks_on(self, about: str) -> Marks:
        """Notes, questions, tags, assignments and translations on a thing."""
        raise NotImplementedError
