"""What people put on things: notes, questions, tags, assignments, translations."""

from dataclasses import dataclass

from clarion.model.nouns import Span
from clarion.store.state import Note


@dataclass(frozen=True, slots=True)
class Tag:
    """A word on a thing."""

    name: str
    about: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Whose work a thing is."""

    to: str
    about: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A passage of a document in other words, by whom."""

    id: str
    document: str
    span: Span
    language: str
    words: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that people put on one thing, oldest first. `questions` are the open ones."""

    notes: tuple[Note, ...] = ()
    questions: tuple[Note, ...] = ()
    tags: tuple[Tag, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    translations: tuple[Translation, ...] = ()
