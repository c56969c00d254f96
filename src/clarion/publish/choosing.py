"""A record cut to some of its incidents, with what was left out counted, so that nothing is left out in silence."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TypeVar

from clarion.model import Action, Ask, Claim, ClaimId, DocumentId, Incident, IncidentId, Record, Voice
from clarion.model.errors import BadRequest

Call = TypeVar("Call", Ask, Action)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of a record was chosen: incidents, and the claims and documents that stay out with the others."""

    chosen: int
    incidents: int  # of the whole record
    claims: int
    documents: int
    asks: int
    actions: int


def cut_to(record: Record, incidents: Collection[IncidentId]) -> tuple[Record, LeftOut]:
    """The record of these incidents: what tells, denies and warns of them, where it stands, and what follows from it.

    Documents stay whole, with the claims of these incidents alone. Asks and actions stay where their words stand in
    those documents.

    Raises:
        BadRequest: an incident is not in the record.
    """
    known = {one.id for one in record.incidents}
    if missing := [name for name in incidents if name not in known]:
        raise BadRequest(f"no incident {missing[0]} leaves by this view; name incidents that do, or none for all")
    chosen = tuple(one for one in record.incidents if one.id in incidents)
    told = {name for one in chosen for name in _claims_of(one)}
    documents = _documents_of(chosen, [one for one in record.claims if one.id in told])
    calls = {name for ask in record.asks for name in ask.claims} | {
        name for action in record.actions for name in action.claims
    }
    claims = tuple(one for one in record.claims if one.id in told or (one.id in calls and one.document in documents))
    kept = {one.id for one in claims}
    cut = replace(
        record,
        documents=tuple(one for one in record.documents if one.id in documents),
        claims=claims,
        voices=_voices(record.voices, documents, (kept, {one.id for one in chosen})),
        incidents=chosen,
        findings=tuple(one for one in record.findings if one.incident in incidents),
        asks=_resting(record.asks, kept),
        actions=_resting(record.actions, kept),
    )
    return cut, LeftOut(
        chosen=len(chosen),
        incidents=len(record.incidents),
        claims=len(record.claims) - len(cut.claims),
        documents=len(record.documents) - len(cut.documents),
        asks=len(record.asks) - len(cut.asks),
        actions=len(record.actions) - len(cut.actions),
    )


def _claims_of(incident: Incident) -> set[ClaimId]:
    held = {*incident.claims, *incident.denials, *incident.rivals, *(one.claim for one in incident.warnings)}
    held |= {name for alarm in incident.alarms for name in alarm.claims}
    return held | {answer.claim for answer in incident.answers if answer.claim}


def _documents_of(incidents: Collection[Incident], claims: Collection[Claim]) -> set[DocumentId]:
    held = {one.document for one in claims}
    for incident in incidents:
        held |= set(incident.origin_of) | {answer.document for answer in incident.answers}
        for correction in incident.corrections:
            held |= {correction.document, *correction.of}
    return held


def _voices(
    voices: Collection[Voice], documents: set[DocumentId], kept: tuple[set[ClaimId], set[IncidentId]]
) -> tuple[Voice, ...]:
    """Those that speak in these documents, with the forecasts that are told there."""
    claims, incidents = kept
    return tuple(
        replace(
            voice,
            speaks_in=tuple(one for one in voice.speaks_in if one in documents),
            forecasts=tuple(
                one for one in voice.forecasts if one.claim in claims and one.incident in (None, *incidents)
            ),
        )
        for voice in voices
        if documents.intersection(voice.speaks_in)
    )


def _resting(calls: tuple[Call, ...], kept: set[ClaimId]) -> tuple[Call, ...]:
    """What is called for in words that are kept, with those words alone."""
    held = [replace(one, claims=tuple(name for name in one.claims if name in kept)) for one in calls]
    return tuple(one for one in held if one.claims)
