"""What a log says: which documents are in, how far the work has got, what people judged. Worked out by replaying it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from clarion.model.ids import ClaimId, DocumentId
from clarion.model.interventions import Intervention, Step
from clarion.model.nouns import Judgement, Publication
from clarion.model.vocabulary import JudgementVerdict, View
from clarion.store.entries import Logged
from clarion.store.handlings import Arrived, Decided, handling_of
from clarion.store.marks import Added, Assignment, Closing, Handling, SavedSearch, Tag, Translation
from clarion.store.said import (
    added_of,
    arrived_of,
    assignment_of,
    closing_of,
    decided_of,
    entry_id,
    intervention_of,
    moment,
    search_of,
    step_of,
    tag_of,
    tied_to,
    translation_of,
)
from clarion.store.sightings import Sighting, standing
from clarion.store.standing import in_force, last_words


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was made of a document, by which engine and reference data."""

    engine: str
    reference: str
    digest: str


@dataclass(frozen=True, slots=True)
class Run:
    """A step over the whole case: what it rested on and what came of it, as digests.

    `scope` is the last entry of each chain that the step took into account.
    """

    engine: str
    reference: str
    inputs: str
    digest: str
    scope: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark or a question of a person about something in the case; a question is open until it is closed."""

    id: str
    kind: str
    about: str
    text: str
    by: str
    at: str
    closed: Closing | None = None


@dataclass(slots=True)
class State:
    """The case as its log tells it. Runs are None when they were never done or an erasure took them away."""

    sightings: dict[DocumentId, set[Sighting]] = field(default_factory=dict)
    inside: dict[DocumentId, set[DocumentId]] = field(default_factory=dict)  # what came inside a document
    read: dict[DocumentId, Stamp] = field(default_factory=dict)
    extracted: dict[DocumentId, Stamp] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    publications: list[tuple[str, Publication]] = field(default_factory=list)
    arrived: dict[DocumentId, list[Arrived]] = field(default_factory=dict)
    decided: dict[DocumentId, Decided] = field(default_factory=dict)
    sheets: dict[DocumentId, Any] = field(default_factory=dict)  # how the columns of a spreadsheet are read
    unlike: set[DocumentId] = field(default_factory=set)  # read with other columns than those that were named last
    unclaimed: set[DocumentId] = field(default_factory=set)  # another text was read since claims were sought in it
    added: dict[ClaimId, Added] = field(default_factory=dict)
    tags: dict[tuple[str, str], Tag] = field(default_factory=dict)
    assignments: dict[tuple[str, str], Assignment] = field(default_factory=dict)
    translations: list[Translation] = field(default_factory=list)
    searches: dict[tuple[str, str], SavedSearch] = field(default_factory=dict)
    interventions: dict[str, Intervention] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    ties: dict[str, set[DocumentId]] = field(default_factory=dict)  # what each intervention rests on

    @property
    def documents(self) -> list[DocumentId]:
        """The documents that are in the case, by id."""
        return sorted(self.sightings)

    def add(self, document: DocumentId, sighting: Sighting) -> None:
        """Note a place of a document."""
        self.sightings.setdefault(document, set()).add(sighting)
        if sighting.part_of is not None:
            self.inside.setdefault(sighting.part_of, set()).add(document)

    def arrive(self, document: DocumentId, arrived: Arrived) -> None:
        """Note how a document came. Other columns of a spreadsheet than those before make another text."""
        self.arrived.setdefault(document, []).append(arrived)
        sheet = arrived.given.get("sheet")
        if sheet is not None and self.sheets.get(document) != sheet:
            self.sheets[document] = sheet
            if document in self.read:
                self.unlike.add(document)

    def sighting(self, document: DocumentId) -> Sighting:
        """The place that stands for a document."""
        return standing(self.sightings, document)

    def stamp(self, kind: str, document: DocumentId, stamp: Stamp) -> None:
        """Note what was made of a document. Claims have to be sought again in a text that is not what it was."""
        if kind == "extract":
            self.unclaimed.discard(document)
            self.extracted[document] = stamp
            return
        before = self.read.get(document)
        if before is not None and before.digest != stamp.digest and document in self.extracted:
            self.unclaimed.add(document)
        self.unlike.discard(document)
        self.read[document] = stamp

    def handling(self, document: DocumentId) -> Handling:
        """How a document may be used and seen, who brought it in and when."""
        arrived = self.arrived.get(document, [])
        holders = {
            one.part_of: self.handling(one.part_of)
            for one in arrived
            if one.part_of is not None and one.part_of in self.sightings
        }
        return handling_of(document, arrived, holders, self.decided.get(document))

    def added_to(self, document: DocumentId) -> list[Added]:
        """The claims that people added to a document, by id."""
        return [one for _, one in sorted(self.added.items()) if one.document == document]

    def current_judgements(self) -> dict[str, Judgement]:
        """The last word on each thing, withdrawn ones left out, by what it is about."""
        return last_words(self.judgements)

    def judgements_in_force(self) -> list[Judgement]:
        """The judgements that were not undone, in the order of the log."""
        return in_force(self.judgements)


# a step over the whole case takes away what later steps made of an older result
LATER = {"reconcile": ("assess", "respond"), "assess": (), "respond": ()}


def replay(log: Iterable[Logged], scope: Mapping[str, int] | None = None) -> State:
    """What the entries say, in their order; only those within `scope`, if given."""
    state = State()
    for logged in log:
        entry = logged.entry
        if scope is None or entry.number <= scope.get(entry.chain, -1):
            _apply(state, logged)
    return state


def judgement_of(logged: Logged) -> Judgement | None:
    """The judgement that an entry holds, or None when it was erased."""
    if logged.value("about") is None or logged.value("verdict") is None:
        return None
    return Judgement(
        id=entry_id("jdg", logged),
        about=logged.value("about"),
        verdict=JudgementVerdict(logged.value("verdict")),
        value=logged.value("value"),
        reason=logged.value("reason") or "",
        by=logged.value("by") or "",
        at=moment(logged),
        answers=logged.value("answers"),
        batch=logged.value("batch"),
    )


def note_of(logged: Logged) -> Note | None:
    """The note or question that an entry holds, or None when it was erased."""
    if logged.value("text") is None:
        return None
    about, text, by = logged.value("about") or "", logged.value("text"), logged.value("by") or ""
    return Note(entry_id("note", logged), logged.entry.kind, about, text, by, moment(logged))


def publication_of(logged: Logged) -> tuple[str, Publication]:
    """The publication that an entry holds, with its id."""
    publication = Publication(
        view=View(logged.value("view")),
        sha256=logged.value("sha256"),
        heads=tuple(logged.value("heads")),
        withheld=logged.value("withheld"),
        at=moment(logged),
        path=logged.value("path") or "",
        incidents=tuple(logged.value("incidents") or ()),
    )
    return entry_id("pub", logged), publication


def _apply(state: State, logged: Logged) -> None:
    kind = logged.entry.kind
    if kind == "document":
        _take_in(state, logged)
    elif kind in ("read", "extract"):
        _stamp(state, logged)
    elif kind in LATER:
        _run(state, logged)
    elif kind == "erasure":
        _forget(state, logged)
    elif kind == "judgement":
        if judgement := judgement_of(logged):
            state.judgements.append(judgement)
    elif kind in ("note", "question"):
        if note := note_of(logged):
            state.notes.append(note)
    elif kind in ("intervention", "step"):
        _follow(state, logged)
    elif kind == "publication":
        state.publications.append(publication_of(logged))
    else:
        _mark(state, logged)


def _mark(state: State, logged: Logged) -> None:
    """What people put on things. An entry that was erased has no parts and says nothing."""
    kind, about = logged.entry.kind, logged.value("about")
    if not logged.parts:
        return
    if kind in ("tag", "untag") and about is not None and logged.value("tag") is not None:
        tag = tag_of(logged)
        _put_or_take(state.tags, (tag.about, tag.name), tag, put=kind == "tag")
    elif kind in ("assignment", "unassignment") and about is not None and logged.value("to") is not None:
        given = assignment_of(logged)
        _put_or_take(state.assignments, (given.about, given.to), given, put=kind == "assignment")
    elif kind == "translation" and logged.value("words") is not None:
        state.translations.append(translation_of(logged))
    elif kind == "closing" and logged.value("text") is not None:
        closing = closing_of(logged)
        state.notes = [
            replace(note, closed=closing) if note.id == closing.about and note.closed is None else note
            for note in state.notes
        ]
    elif kind == "handling" and about is not None:
        state.decided[DocumentId(about)] = decided_of(logged)
    elif kind == "search" and logged.value("name") is not None:
        search = search_of(logged)
        state.searches.pop((search.by, search.name), None)
        if logged.value("query") is not None:
            state.searches[search.by, search.name] = search
    elif kind == "claim" and logged.value("claim") is not None:
        one = added_of(logged)
        state.added.setdefault(one.id, one)


def _follow(state: State, logged: Logged) -> None:
    """What was done about an ask. Steps of an intervention that was erased say nothing."""
    if logged.entry.kind == "intervention":
        if begun := intervention_of(logged):
            state.interventions[begun.id] = begun
            state.ties[begun.id] = set(tied_to(logged))
    elif (step := step_of(logged)) and step.intervention in state.interventions:
        state.steps.append(step)
        state.ties[step.intervention] |= set(tied_to(logged))


def _put_or_take(held: dict[tuple[str, str], Any], key: tuple[str, str], thing: Any, *, put: bool) -> None:
    if put:
        held.setdefault(key, thing)
    else:
        held.pop(key, None)


def _take_in(state: State, logged: Logged) -> None:
    document = logged.value("document")
    if document is not None:
        part_of = logged.value("part_of")
        state.add(document, Sighting(part_of is not None, logged.value("path") or "", part_of))
        state.arrive(document, arrived_of(logged))


def _stamp(state: State, logged: Logged) -> None:
    for name, part in logged.parts.items():
        if name.startswith("document/"):
            stamp = Stamp(logged.value("engine"), logged.value("reference"), part.value["digest"])
            state.stamp(logged.entry.kind, part.value["document"], stamp)


def _run(state: State, logged: Logged) -> None:
    kind = logged.entry.kind
    state.runs[kind] = Run(
        engine=logged.value("engine"),
        reference=logged.value("reference"),
        inputs=logged.value("inputs"),
        digest=logged.value("digest"),
        scope=logged.value("scope"),
    )
    for later in LATER[kind]:
        state.runs.pop(later, None)


def _forget(state: State, logged: Logged) -> None:
    """An erased document has no parts left, so only what rested on it has to go."""
    if logged.value("documents"):
        state.runs.clear()
