"""What the workbench can ask of a case. Nothing here changes it, and nothing shows what the viewer may not see."""

import datetime
from contextlib import AbstractContextManager
from functools import partial

from clarion.flow.desk import (
    finding_words,
    incident_pages,
    logbook,
    making,
    narrowing,
    overview,
    pages,
    voice_pages,
)
from clarion.flow.desk.asking import Asking, asking
from clarion.flow.desk.details import ALL_DETAILS, DetailFilter
from clarion.flow.desk.details import details as details_of
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
from clarion.flow.desk.listing import page_of
from clarion.flow.desk.marks import Marks
from clarion.flow.desk.paging import Page, Paging
from clarion.flow.desk.rows import (
    ActionRow,
    AskRow,
    ClaimRow,
    DocumentRow,
    Facets,
    FindingRow,
    Hits,
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
from clarion.flow.detailing import FoundDetail
from clarion.model.nouns import Judgement
from clarion.store.log import heads

FIRST = Paging()
_DIFFERING = ClaimFilter(judged="differing")


class Reading(Sitting):
    """The reading half of a desk. Each query is one unchanging view of the case, and safe to ask from any thread.

    A sealed document is there only for the people named for it and the one who brought it in. What came inside a
    hidden document is hidden with it, and so is everything that rests on it: claims, whole incidents with their
    findings, asks, actions, forecasts, judgements, notes, entries of the log, hits, counts. Asking for a hidden thing
    by its id gives None, as for one that does not exist.
    """

    def _asking(self) -> AbstractContextManager[Asking]:
        return asking(self._folder, self.viewer)

    def sees_all(self) -> bool:
        """Whether nothing of the case is hidden from the viewer."""
        with self._asking() as asked:
            return asked.sight.is_whole

    def start(self, *, since: str | None = None, day: datetime.date | None = None) -> Start:
        """What is new, what waits, what is due, what went wrong.

        `since` is a moment (UTC, ISO 8601): `new` are the documents taken in after it, else the last few. `day` is
        today where the viewer is; what is due lies on it or later.
        """
        with self._asking() as asked:
            today = day or datetime.date.today()
            question = ("start", self.viewer.name, since, today)
            return asked.kept(question, partial(overview.start, asked, since, today))

    def documents(self, chosen: DocumentFilter = ALL_DOCUMENTS, paging: Paging = FIRST) -> Page[DocumentRow]:
        """The documents of the case.

        Raises:
            BadRequest: the cursor or the order is none.
        """
        with self._asking() as asked:
            return page_of(asked, narrowing.documents(asked, chosen), paging, partial(making.documents, asked))

    def document_facets(self, chosen: DocumentFilter = ALL_DOCUMENTS) -> Facets:
        """How often each voice and language occurs among the documents chosen."""
        with self._asking() as asked:
            return asked.kept(("document_facets", chosen), partial(narrowing.document_facets, asked, chosen))

    def document(self, name: str) -> DocumentSheet | None:
        """A document with text, regions, claims, near copies and what people put on it; None when there is none."""
        with self._asking() as asked:
            return pages.document(asked, name)

    def original(self, name: str) -> tuple[bytes, str] | None:
        """The bytes as they came, and their media type; None when there is no such document.

        Raises:
            BrokenSeal: the bytes are not what was taken in.
        """
        with self._asking() as asked:
            return pages.original(asked, name)

    def claims(self, chosen: ClaimFilter = ALL_CLAIMS, paging: Paging = FIRST) -> Page[ClaimRow]:
        """The claims of the case as they stand.

        Raises:
            BadRequest: the cursor, the order or a choice is none.
        """
        with self._asking() as asked:
            return page_of(asked, narrowing.claims(asked, chosen), paging, partial(making.claims, asked))

    def claim_facets(self, chosen: ClaimFilter = ALL_CLAIMS) -> Facets:
        """How often each act, stance, voice, country, year and verdict occurs among the claims chosen.

        The names of the facets: `act`, `stance`, `voice`, `country`, `year`, `judged` (`no` and the verdicts).
        """
        with self._asking() as asked:
            return asked.kept(("claim_facets", chosen), partial(narrowing.claim_facets, asked, chosen))

    def claim(self, name: str) -> ClaimSheet | None:
        """A claim as it stands and as it was proposed, with every word on it; None when there is none."""
        with self._asking() as asked:
            return pages.claim(asked, name)

    def incidents(self, chosen: IncidentFilter = ALL_INCIDENTS, paging: Paging = FIRST) -> Page[IncidentRow]:
        """The incidents of the case.

        Raises:
            BadRequest: the cursor, the order or a choice is none.
        """
        with self._asking() as asked:
            return page_of(asked, narrowing.incidents(asked, chosen), paging, partial(making.incidents, asked))

    def incident_facets(self, chosen: IncidentFilter = ALL_INCIDENTS) -> Facets:
        """How often each act, status, country, year and kind of alarm occurs among the incidents chosen."""
        with self._asking() as asked:
            return asked.kept(("incident_facets", chosen), partial(narrowing.incident_facets, asked, chosen))

    def incident_pins(self, chosen: IncidentFilter = ALL_INCIDENTS) -> tuple[Pin, ...]:
        """The places where the incidents chosen happened, most incidents first; at most two thousand places."""
        with self._asking() as asked:
            return overview.pins(asked, chosen)

    def incident_spans(self, chosen: IncidentFilter = ALL_INCIDENTS) -> tuple[Spell, ...]:
        """The incidents chosen over time, in days, months or years, whichever gives at most a few hundred stretches."""
        with self._asking() as asked:
            return asked.kept(("spans", chosen), partial(overview.spans, asked, chosen))

    def incident(self, name: str) -> IncidentSheet | None:
        """An incident with all that stands for and against it; None when there is none.

        An id that judgements joined into another incident leads to that one.
        """
        with self._asking() as asked:
            return incident_pages.incident(asked, name)

    def findings(self, chosen: FindingFilter = ALL_FINDINGS, paging: Paging = FIRST) -> Page[FindingRow]:
        """The findings, by norm, state and incident.

        Raises:
            BadRequest: the cursor is none.
        """
        with self._asking() as asked:
            return page_of(asked, narrowing.findings(asked, chosen), paging, partial(making.findings, asked))

    def finding_facets(self, chosen: FindingFilter = ALL_FINDINGS) -> Facets:
        """How often each norm, state, verdict and answer to whether it binds occurs among the findings chosen."""
        with self._asking() as asked:
            return asked.kept(("finding_facets", chosen), partial(narrowing.finding_facets, asked, chosen))

    def finding(self, name: str) -> FindingSheet | None:
        """A finding, element by element, with its claims; None when there is none."""
        with self._asking() as asked:
            return pages.finding(asked, name)

    def open_questions(self, paging: Paging = FIRST) -> Page[OpenQuestion]:
        """What people asked and nobody answered yet, then the elements of norms that the claims leave unknown."""
        with self._asking() as asked:
            return overview.open_questions(asked, paging)

    def asks(self, chosen: AskFilter = ALL_ASKS, paging: Paging = FIRST) -> Page[AskRow]:
        """The demands, by addressee; those to nobody named come last."""
        with self._asking() as asked:
            return page_of(asked, narrowing.asks(asked, chosen), paging, partial(making.asks, asked))

    def ask(self, name: str) -> AskRow | None:
        """A demand; None when there is none."""
        with self._asking() as asked:
            return making.asks(asked, [name]).get(name)

    def actions(self, chosen: ActionFilter = ALL_ACTIONS, paging: Paging = FIRST) -> Page[ActionRow]:
        """What people can do or attend, by beginning; those without one come last."""
        with self._asking() as asked:
            return page_of(asked, narrowing.actions(asked, chosen), paging, partial(making.actions, asked))

    def action(self, name: str) -> ActionRow | None:
        """Something that people can do or attend; None when there is none."""
        with self._asking() as asked:
            return making.actions(asked, [name]).get(name)

    def voices(self, chosen: VoiceFilter = ALL_VOICES, paging: Paging = FIRST) -> Page[VoiceRow]:
        """Who speaks."""
        with self._asking() as asked:
            return page_of(asked, narrowing.voices(asked, chosen), paging, partial(making.voices, asked))

    def voice(self, name: str) -> VoiceSheet | None:
        """A voice with its documents, bodies, whom it repeats and what became of its warnings; None when none."""
        with self._asking() as asked:
            return voice_pages.voice(asked, name)

    def voice_graph(self, limit: int = 60) -> VoiceGraph:
        """The `limit` voices heard in most documents, and who repeats whom among them."""
        with self._asking() as asked:
            return asked.kept(("graph", limit), partial(voice_pages.graph, asked, limit))

    def log(self, chosen: LogFilter = WHOLE_LOG, paging: Paging = FIRST) -> Page[LogRow]:
        """Everything that was done, the last first."""
        with self._asking() as asked:
            return logbook.log(asked, chosen, paging)

    def publications(self, paging: Paging = FIRST) -> Page[PublicationRow]:
        """What left the case, the last first."""
        with self._asking() as asked:
            return logbook.publications(asked, paging)

    def details(self, chosen: DetailFilter = ALL_DETAILS, paging: Paging = FIRST) -> Page[FoundDetail]:
        """What a view would withhold for what it says of people, by document and place; the total is not counted."""
        with self._asking() as asked:
            return details_of(asked, chosen, paging)

    def heads(self) -> tuple[str, ...]:
        """The hash of the last entry of each chain of the log: what a person can write down and compare later."""
        with self._asking() as asked:
            return tuple(head.hash for head in heads(asked.connection))

    def search(self, words: str, paging: Paging = FIRST) -> Hits:
        """The documents that hold every word, best first, each with a passage and its claims that hold all of them.

        Of words that very many documents hold only the documents taken in last are put in order of how well they fit;
        `ranked` says how many.
        """
        with self._asking() as asked:
            return finding_words.search(asked, words, paging)

    def judgements_on(self, about: str) -> tuple[Judgement, ...]:
        """Every word on a thing, oldest first."""
        with self._asking() as asked:
            return pages.judgements(asked, about)

    def second_looks(self) -> tuple[Judgement, ...]:
        """The words that stand on claims which the engine no longer proposes, oldest first."""
        with self._asking() as asked:
            return pages.second_looks(asked)

    def differing(self, paging: Paging = FIRST) -> Page[ClaimRow]:
        """The claims on which words of two people stand beside each other and do not agree."""
        with self._asking() as asked:
            return page_of(asked, narrowing.claims(asked, _DIFFERING), paging, partial(making.claims, asked))

    def marks_on(self, about: str) -> Marks:
        """Notes, questions, tags, assignments and translations on a thing."""
        with self._asking() as asked:
            return pages.marks(asked, about)
