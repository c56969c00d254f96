"""The days of a dossier: marks of the time line and the table that says the same in words."""

import datetime

from clarion.model import Action, Document, Incident, Warned, When
from clarion.model.intervals import first_day, last_day
from clarion.publish.claims import source_view
from clarion.publish.drawing.timeline import Mark
from clarion.publish.incidents import lead_words
from clarion.publish.index import Index
from clarion.publish.phrases import day_words, speaker_words, when_words
from clarion.publish.spoken import words_in
from clarion.publish.views import TimeRow
from clarion.publish.words import STATUS


def marks(index: Index) -> tuple[Mark, ...]:
    """Everything that has a day, in the order of days."""
    found = [_document(document, index) for document in index.documents.values()]
    for incident in index.incidents.values():
        found.append(_incident(incident, index))
        found += [_warning(warning, incident, index) for warning in incident.warnings]
    found += [_action(action, index) for action in index.record.actions]
    return tuple(sorted((m for m in found if m), key=lambda mark: (mark.first, mark.lane, mark.target, mark.label)))


def time_rows(index: Index) -> tuple[TimeRow, ...]:
    """The marks as lines of a table."""
    return tuple(TimeRow(_days(mark), mark.lane, mark.label, mark.target) for mark in marks(index))


def _days(mark: Mark) -> str:
    if mark.first == mark.last:
        return day_words(mark.first)
    after = mark.last + datetime.timedelta(days=1)
    return when_words(When(start=mark.first.isoformat(), end=after.isoformat()))


def _document(document: Document, index: Index) -> Mark | None:
    if document.published is None:
        return None
    source = source_view(document, index)
    label = f"D{source.number}, {source.name}" + (f": {source.title}" if source.title != source.name else "")
    return Mark("document", document.published, document.published, source.anchor, label, f"D{source.number}")


def _incident(incident: Incident, index: Index) -> Mark | None:
    first = first_day(incident.when) or last_day(incident.when)
    if first is None:
        return None
    # an open end is drawn as its first day only: how long it lasted is not known
    last = max(first, last_day(incident.when) or first)
    number = index.incident_number[incident.id]
    status = STATUS[incident.status]
    label = f"I{number}, {words_in(status, index.language).lower()}: {incident.title}"
    # a drawing is the same in each language
    return Mark("incident", first, last, incident.id, label, f"I{number} {status.lower()}")


def _warning(warning: Warned, incident: Incident, index: Index) -> Mark | None:
    claim = index.claims.get(warning.claim)
    document = index.documents.get(claim.document) if claim else None
    if claim is None or document is None or document.published is None:
        return None
    number = index.incident_number[incident.id]
    speaker = speaker_words(claim.voices)
    label = f"C{index.claim_number[claim.id]}, {speaker} warned of I{number}, {lead_words(warning.days)}"
    short = f"D{index.document_number[document.id]} → I{number}, {warning.days} d"
    day = document.published
    return Mark("warning", day, day, claim.id, label, short, first_day(incident.when))


def _action(action: Action, index: Index) -> Mark | None:
    when = When(start=action.start, end=action.end)
    first = first_day(when)
    if first is None:
        return None
    number = index.action_number[action.id]
    label = f"A{number}, {action.title}, {when_words(when)}"
    return Mark("action", first, max(first, last_day(when) or first), action.id, label, f"A{number}")
