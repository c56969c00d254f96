"""Open questions: those that people wrote down, and those that the record itself raises."""

from clarion.model import Action, Status
from clarion.publish.claims import source_view
from clarion.publish.index import Index
from clarion.publish.phrases import listed, many
from clarion.publish.visible import one_line

Question = tuple[str, str | None]  # words, and the address that they are about


def open_questions(index: Index, written: tuple[str, ...]) -> tuple[Question, ...]:
    """Questions with the address of what they are about; those that people wrote come first."""
    return (
        *((words, None) for words in written),
        *_about_incidents(index),
        *_about_actions(index),
        *_about_documents(index),
    )


def _about_incidents(index: Index) -> list[Question]:
    found: list[Question] = []
    for incident in index.incidents.values():
        name = f"I{index.incident_number[incident.id]}, {incident.title}"
        untraced = sum(origin is None for origin in incident.origin_of.values())
        if untraced:
            word = "document" if untraced == 1 else "documents"
            found.append((f"{name}: where does the account in {untraced} {word} come from?", incident.id))
        if incident.status is Status.DISPUTED:
            found.append((f"{name}: which account holds?", incident.id))
        if incident.when is None:
            found.append((f"{name}: when was it?", incident.id))
        if not incident.where:
            found.append((f"{name}: where was it?", incident.id))
        nowhere = listed(place.name for place in incident.where if place.ref is None)
        if nowhere:
            found.append((f"{name}: which place on earth is meant by {nowhere}?", incident.id))
    return found


def _about_actions(index: Index) -> list[Question]:
    flawed = [action for action in index.record.actions if action.timezone_problem]
    return [(f"{action.title}: which hour is meant? {_zone(action)} contradicts the date.", action.id)
            for action in sorted(flawed, key=lambda action: (action.start or "", action.id))]  # fmt: skip


def _zone(action: Action) -> str:
    written = f" (“{one_line(action.timezone_as_written)}”)" if action.timezone_as_written else ""
    return f"The time zone as written{written}"


def _about_documents(index: Index) -> list[Question]:
    found: list[Question] = []
    for document in index.documents.values():
        source = source_view(document, index)
        if document.published is None:
            found.append((f"D{source.number}, {source.name}: when was it published?", source.anchor))
        if document.problems:
            told = many(len(document.problems), "problem")
            found.append(
                (f"D{source.number}, {source.name}: {told} on reading it: {document.problems[0]}", source.anchor)
            )
    return found
