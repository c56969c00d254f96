"""Open questions as things to do: one for all the norms that it would settle, under the incident that it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from clarion.flow.desk.rows import OpenQuestion


@dataclass(frozen=True, slots=True)
class Todo:
    """A question and what asks it: the elements of norms that it would settle, or one question of a person.

    An answer is put on the finding that asks, and on the incident where several do.
    """

    text: str
    asking: tuple[OpenQuestion, ...]

    @property
    def about(self) -> str:
        """What an answer is put on."""
        first = self.asking[0]
        return first.finding if first.finding and len(self.asking) == 1 else first.about

    @property
    def note(self) -> str | None:
        """The question of a person; None for elements of norms."""
        return self.asking[0].note


@dataclass(frozen=True, slots=True)
class Pile:
    """What there is to do about one incident; `incident` is None for questions of people."""

    incident: str | None
    title: str | None
    todos: tuple[Todo, ...]


def piles(questions: Iterable[OpenQuestion]) -> list[Pile]:
    """The questions in the order given, those that say the same of one incident put together."""
    return [_pile(incident, list(held)) for incident, held in groupby(questions, lambda one: one.incident)]


def _pile(incident: str | None, questions: list[OpenQuestion]) -> Pile:
    asked: dict[str, list[OpenQuestion]] = {}
    for one in questions:
        asked.setdefault(one.note or one.text, []).append(one)
    todos = tuple(Todo(held[0].text, tuple(held)) for held in asked.values())
    return Pile(incident, questions[0].title, todos)
