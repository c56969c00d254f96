"""Entries of the log as the things that they say: marks of people, handling, added claims, arrivals."""

import msgspec

from clarion.model.ids import DocumentId
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


def _by(logged: Logged) -> str:
    return logged.value("by") or ""
