"""What people put on things beside judgements and notes, each a new entry of the log in a transaction of its own."""

from dataclasses import dataclass

import msgspec

from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Span
from clarion.store import mark_tables, people, tables, work
from clarion.store.canonical import Value
from clarion.store.folder import Writing
from clarion.store.handlings import ORDER
from clarion.store.keys import person
from clarion.store.marks import Added, Assignment, Closing, Handling, SavedSearch, Tag, Translation
from clarion.store.said import added_of, assignment_of, closing_of, search_of, tag_of, translation_of
from clarion.store.state import Note


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document in another language, as a person writes it."""

    document: DocumentId
    span: Span
    language: str
    words: str


def tag(writing: Writing, about: str, name: str) -> Tag:
    """Put a tag on a thing; one that stands already adds nothing."""
    if (known := mark_tables.tag(writing.connection, about, name)) is not None:
        return known
    made = tag_of(writing.log.append("tag", _on(writing, about) | {"tag": name}))
    mark_tables.put_tag(writing.connection, made)
    return made


def untag(writing: Writing, about: str, name: str) -> Tag:
    """Take a tag away.

    Raises:
        BadRequest: the thing has no such tag.
    """
    known = mark_tables.tag(writing.connection, about, name)
    if known is None:
        raise BadRequest(f"{about} has no tag {name!r}; look at it again")
    writing.log.append("untag", _on(writing, about) | {"tag": name})
    mark_tables.remove(writing.connection, tables.tags, known.id)
    return known


def assign(writing: Writing, about: str, to: str) -> Assignment:
    """Give a thing to a person to look after; one who has it already keeps it."""
    if (known := mark_tables.assignment(writing.connection, about, to)) is not None:
        return known
    made = assignment_of(writing.log.append("assignment", _on(writing, about) | {"to": to}))
    mark_tables.put_assignment(writing.connection, made)
    return made


def unassign(writing: Writing, about: str, to: str) -> Assignment:
    """Take a thing off a person's list.

    Raises:
        BadRequest: it is not on it.
    """
    known = mark_tables.assignment(writing.connection, about, to)
    if known is None:
        raise BadRequest(f"{about} is not assigned to {to}; look at it again")
    writing.log.append("unassignment", _on(writing, about) | {"to": to})
    mark_tables.remove(writing.connection, tables.assignments, known.id)
    return known


def translate(writing: Writing, passage: Passage) -> Translation:
    """Keep a translation; earlier ones of the same passage stay."""
    values = _on(writing, passage.document) | {"span": list(passage.span), "language": passage.language}
    made = translation_of(writing.log.append("translation", values | {"words": passage.words}))
    mark_tables.put_translation(writing.connection, made)
    return made


def close_question(writing: Writing, question: str, text: str) -> Closing:
    """Close an open question.

    Raises:
        BadRequest: there is no such question, or it is closed.
    """
    known = mark_tables.question(writing.connection, question)
    if known is None or known.kind != "question":
        raise BadRequest(f"the case has no question {question}")
    if known.closed is not None:
        raise BadRequest(f"the question {question} was closed by {known.closed.by}; ask a new one")
    made = closing_of(writing.log.append("closing", _on(writing, question) | {"text": text}))
    closed = Note(known.id, known.kind, known.about, known.text, known.by, known.at, made)
    mark_tables.close_question(writing.connection, closed)
    return made


def save_search(writing: Writing, name: str, place: str, query: str | None) -> SavedSearch:
    """Keep a search of the person at work in the place of one of that name; without a query forget it.

    Raises:
        BadRequest: there is none to forget.
    """
    known = mark_tables.search(writing.connection, person(), name)
    if query is None and known is None:
        raise BadRequest(f"there is no search {name!r} to forget")
    values: dict[str, Value] = {"by": person(), "name": name, "place": place, "query": query}
    made = search_of(writing.log.append("search", values))
    if known is not None:
        mark_tables.remove(writing.connection, tables.searches, known.id)
    if query is not None:
        mark_tables.put_search(writing.connection, made)
    return made


def handle(writing: Writing, document: DocumentId, handling: str, named: tuple[str, ...], reason: str) -> Handling:
    """Say how a document may be used and seen.

    Raises:
        BadRequest: there is no such document, or the word is none.
    """
    if handling not in ORDER:
        known = ", ".join(word for word in ORDER if word)
        raise BadRequest(f"{handling!r} is no handling; use one of {known}, or nothing")
    values = _on(writing, document) | {"handling": handling, "named": sorted(set(named)), "reason": reason}
    writing.log.append("handling", values)
    work.handle_again(writing.connection, [document])
    made = mark_tables.handling(writing.connection, document)
    assert made is not None
    return made


def add_claim(writing: Writing, claim: Claim, reason: str) -> Added:
    """Put in a claim that the machine missed.

    Raises:
        BadRequest: there is no such document.
    """
    # as text: canonical JSON has no numbers with a fraction, and a place has
    values = _on(writing, claim.document) | {"claim": msgspec.json.encode(claim).decode(), "reason": reason}
    added = added_of(writing.log.append("claim", values))
    mark_tables.put_added(writing.connection, added)
    work.put_claims(writing.connection, claim.document)
    return added


def _on(writing: Writing, about: str) -> dict[str, Value]:
    return people.rests_on(writing.connection, about) | {"about": about, "by": person()}
