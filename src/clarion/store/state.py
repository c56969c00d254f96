"""What a log says: which documents are in, how far the work has got, what people judged. Worked out by replaying it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clarion.model.ids import DocumentId
from clarion.model.nouns import Judgement, Publication
from clarion.model.vocabulary import JudgementVerdict, View
from clarion.store.entries import Logged
from clarion.store.sightings import Sighting, standing


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
    """A remark or an open question of a person about something in the case."""

    id: str
    kind: str
    about: str
    text: str
    by: str
    at: str


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

    @property
    def documents(self) -> list[DocumentId]:
        """The documents that are in the case, by id."""
        return sorted(self.sightings)

    def add(self, document: DocumentId, sighting: Sighting) -> None:
        """Note a place of a document."""
        self.sightings.setdefault(document, set()).add(sighting)
        if sighting.part_of is not None:
            self.inside.setdefault(sighting.part_of, set()).add(document)

    def sighting(self, document: DocumentId) -> Sighting:
        """The place that stands for a document."""
        return standing(self.sightings, document)

    def current_judgements(self) -> dict[str, Judgement]:
        """The last word on each thing, withdrawn ones left out, by what it is about."""
        last = {judgement.about: judgement for judgement in self.judgements}
        return {
            about: judgement
            for about, judgement in sorted(last.items())
            if judgement.verdict is not JudgementVerdict.WITHDRAW
        }


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
        id=_id("jdg", logged),
        about=logged.value("about"),
        verdict=JudgementVerdict(logged.value("verdict")),
        value=logged.value("value"),
        reason=logged.value("reason") or "",
        by=logged.value("by") or "",
        at=_moment(logged),
        answers=logged.value("answers"),
    )


def note_of(logged: Logged) -> Note | None:
    """The note or question that an entry holds, or None when it was erased."""
    if logged.value("text") is None:
        return None
    about, text, by = logged.value("about") or "", logged.value("text"), logged.value("by") or ""
    return Note(_id("note", logged), logged.entry.kind, about, text, by, _moment(logged))


def publication_of(logged: Logged) -> tuple[str, Publication]:
    """The publication that an entry holds, with its id."""
    publication = Publication(
        view=View(logged.value("view")),
        sha256=logged.value("sha256"),
        heads=tuple(logged.value("heads")),
        withheld=logged.value("withheld"),
        at=_moment(logged),
        path=logged.value("path") or "",
    )
    return _id("pub", logged), publication


def _apply(state: State, logged: Logged) -> None:
    kind = logged.entry.kind
    if kind == "document":
        _take_in(state, logged)
    elif kind in ("read", "extract"):
        _stamp(state.read if kind == "read" else state.extracted, logged)
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
    elif kind == "publication":
        state.publications.append(publication_of(logged))


def _take_in(state: State, logged: Logged) -> None:
    document = logged.value("document")
    if document is not None:
        part_of = logged.value("part_of")
        state.add(document, Sighting(part_of is not None, logged.value("path") or "", part_of))


def _stamp(stamps: dict[DocumentId, Stamp], logged: Logged) -> None:
    for name, part in logged.parts.items():
        if name.startswith("document/"):
            stamp = Stamp(logged.value("engine"), logged.value("reference"), part.value["digest"])
            stamps[part.value["document"]] = stamp


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


def _id(prefix: str, logged: Logged) -> str:
    # 80 bits, as in model/ids.py
    return f"{prefix}_{logged.hash[:20]}"


def _moment(logged: Logged) -> str:
    return logged.entry.time[:19] + "Z"
