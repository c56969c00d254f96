"""Entries of the log as the things that they say: marks of people, handling, added claims, arrivals,
interventions."""

import msgspec

from clarion.model.ids import DocumentId
from clarion.model.interventions import Addressee, Intervention, InterventionKind, Letter, Step, StepKind
from clarion.model.nouns import Claim
from clarion.store.entries import Logged
from clarion.store.handlings import Arrived, Decided, word_of
from clarion.store.marks import Added, Assignment, Closing, SavedSearch, Tag, Translation


def entry_id(prefix: str, logged: Logged) -> str:
    """The id of a thing that is made from an entry: 80 bits of its hash, as in `clarion.model.ids`."""
    return f"{prefix}_{logged.hash[:20]}"


def moment(logged: Logged) -> str:
    """When an entry was made: UTC with seconds and Z."""
    return logged.entry.time[:19] + "Z"


def tag_of(logged: Logged) -> Tag:
    """The tag that an entry puts on a thing or takes away."""
    return Tag(entry_id("tag", logged), logged.value("about"), logged.value("tag"), _by(logged), moment(logged))


def assignment_of(logged: Logged) -> Assignment:
    """The assignment that an entry makes or ends."""
    return Assignment(entry_id("asg", logged), logged.value("about"), logged.value("to"), _by(logged), moment(logged))


def translation_of(logged: Logged) -> Translation:
    """The translation that an entry holds."""
    start, end = logged.value("span")
    return Translation(
        id=entry_id("trl", logged),
        document=DocumentId(logged.value("about")),
        span=(start, end),
        language=logged.value("language"),
        words=logged.value("words"),
        by=_by(logged),
        at=moment(logged),
    )


def closing_of(logged: Logged) -> Closing:
    """The end of a question that an entry tells."""
    return Closing(
        entry_id("cls", logged), logged.value("about") or "", logged.value("text"), _by(logged), moment(logged)
    )


def search_of(logged: Logged) -> SavedSearch:
    """The search that an entry keeps; one whose query is gone forgets it."""
    place, query = logged.value("place") or "", logged.value("query") or ""
    return SavedSearch(entry_id("src", logged), logged.value("name"), place, query, _by(logged), moment(logged))


def decided_of(logged: Logged) -> Decided:
    """What a person decided of a document's handling."""
    word = logged.value("handling")
    named = tuple(str(name) for name in logged.value("named") or ())
    return Decided(word_of(word) if word else "", named, logged.value("reason") or "")


def added_of(logged: Logged) -> Added:
    """The claim that a person added."""
    claim = msgspec.json.decode(logged.value("claim"), type=Claim)
    return Added(
        id=claim.id,
        document=claim.document,
        claim=claim,
        reason=logged.value("reason") or "",
        by=_by(logged),
        at=moment(logged),
        entry=logged.hash,
    )


def arrived_of(logged: Logged) -> Arrived:
    """How a document came."""
    given = {
        name.removeprefix("given/"): part.value for name, part in logged.parts.items() if name.startswith("given/")
    }
    return Arrived(_by(logged), moment(logged), logged.value("part_of"), given)


def intervention_of(logged: Logged) -> Intervention | None:
    """The intervention that an entry begins, or None when it was erased; without its letter when that was."""
    if logged.value("kind") is None or logged.value("addressee") is None:
        return None
    return Intervention(
        id=entry_id("itv", logged),
        kind=InterventionKind(logged.value("kind")),
        about=tuple(logged.value("about") or ()),
        addressee=msgspec.json.decode(logged.value("addressee"), type=Addressee),
        letter=_letter(logged),
        by=_by(logged),
        at=moment(logged),
        follows=logged.value("follows"),
    )


def step_of(logged: Logged) -> Step | None:
    """The step that an entry tells, or None when it was erased; without its words and letter when those were."""
    if logged.value("step") is None or logged.value("about") is None:
        return None
    answer = logged.value("answer")
    return Step(
        id=entry_id("stp", logged),
        intervention=logged.value("about"),
        kind=StepKind(logged.value("step")),
        day=logged.value("day"),
        by=_by(logged),
        at=moment(logged),
        words=logged.value("words") or "",
        value=logged.value("value"),
        until=logged.value("until"),
        document=DocumentId(answer) if answer else None,
        letter=_letter(logged),
    )


def tied_to(logged: Logged) -> list[DocumentId]:
    """The documents that an entry rests on, by the names of its parts."""
    return [DocumentId(part.value) for name, part in sorted(logged.parts.items()) if name.startswith("document/")]


def _letter(logged: Logged) -> Letter | None:
    letter = logged.value("letter")
    return msgspec.json.decode(letter, type=Letter) if letter else None


def _by(logged: Logged) -> str:
    return logged.value("by") or ""
