"""The order of everything in a record, so that the same documents give the same bytes however they came."""

from clarion.model.nouns import Incident
from clarion.model.record import Record

_LAST = "9999"  # after every date


def ordered(record: Record) -> Record:
    """The record with its lists in their order: documents by path, claims by place, the rest by date or name."""
    documents = sorted(record.documents, key=lambda document: (document.path, document.id))
    place = {document.id: at for at, document in enumerate(documents)}
    incidents = sorted(record.incidents, key=_incident_key)
    rank = {incident.id: at for at, incident in enumerate(incidents)}
    return Record(
        documents=tuple(documents),
        claims=tuple(sorted(record.claims, key=lambda claim: (place[claim.document], claim.span, claim.act, claim.id))),
        voices=tuple(sorted(record.voices, key=lambda voice: (voice.name.casefold(), voice.id))),
        incidents=tuple(incidents),
        findings=tuple(
            sorted(record.findings, key=lambda one: (rank.get(one.incident, -1), one.norm, one.state, one.id))
        ),
        asks=tuple(sorted(record.asks, key=lambda ask: (ask.addressee is None, ask.addressee or "", ask.act, ask.id))),
        actions=tuple(sorted(record.actions, key=lambda action: (action.start or _LAST, action.id))),
    )


def _incident_key(incident: Incident) -> tuple[str, str, str]:
    start = incident.when.start if incident.when else None
    return (start or _LAST, incident.act, incident.id)
