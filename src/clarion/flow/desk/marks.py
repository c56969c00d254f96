"""What people put on things: notes, questions, tags, assignments, translations."""

from dataclasses import dataclass

from clarion.store.marks import Assignment, Tag, Translation
from clarion.store.state import Note

__all__ = ["Assignment", "Marks", "Note", "Tag", "Translation"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that people put on one thing, oldest first. `questions` are the open and the closed ones."""

    notes: tuple[Note, ...] = ()
    questions: tuple[Note, ...] = ()
    tags: tuple[Tag, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    translations: tuple[Translation, ...] = ()
