"""A record with its items by id, numbered for readers: D1 a document, C1 a claim, I1 an incident, A1 an action."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clarion.model import (
    Action,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Incident,
    Judgement,
    JudgementVerdict,
    Record,
    Voice,
)
from clarion.model.intervals import first_day
from clarion.model.standing import in_force
from clarion.publish.choosing import LeftOut

_ENDING = JudgementVerdict.WITHDRAW  # said of a thing it ends all that was said of it


@dataclass(frozen=True, slots=True)
class Index:
    """Everything of a record that is looked up by id. Numbers follow dates, then places in the text."""

    record: Record
    documents: dict[str, Document]
    claims: dict[str, Claim]
    claims_of: dict[str, tuple[Claim, ...]]  # document id -> its claims
    incidents: dict[str, Incident]
    voices: dict[str, Voice]
    document_number: dict[str, int]
    claim_number: dict[str, int]
    incident_number: dict[str, int]
    action_number: dict[str, int]
    incidents_of: dict[str, tuple[str, ...]]  # claim id -> ids of the incidents that hold it in any part
    judgements: dict[str, Judgement]  # what a judgement is about -> the one that stands
    grades: Mapping[str, Judgement] = field(default_factory=dict)  # document or claim id -> the grade that stands
    left_out: LeftOut | None = None  # where incidents were chosen
    codes: Mapping[str, str] = field(default_factory=dict)  # claim id -> the code of its sentence, in a dossier
    language: str = "en"  # of the frame of a dossier

    def held(self, claims: Iterable[ClaimId]) -> list[Claim]:
        """The claims of these ids that the record holds, in the order of their numbers."""
        known = {claim for claim in claims if claim in self.claims}
        return sorted((self.claims[claim] for claim in known), key=lambda claim: self.claim_number[claim.id])

    def text_of(self, document: DocumentId, span: tuple[int, int] | None) -> str | None:
        """The words of a document at a span, None when text or span is missing."""
        held = self.documents.get(document)
        return held.text[span[0] : span[1]] if held and held.text is not None and span else None


def index_record(record: Record, judgements: Iterable[Judgement] = ()) -> Index:
    """Number and index a record. The same record gives the same numbers, whatever the order of its lists."""
    said = tuple(judgements)
    documents = sorted(record.documents, key=_document_order)
    number = {document.id: i for i, document in enumerate(documents, 1)}
    claims = sorted(
        record.claims, key=lambda claim: (number.get(claim.document, 0), claim.span, claim.cue or (0, 0), claim.id)
    )
    claim_number: dict[str, int] = {claim.id: i for i, claim in enumerate(claims, 1)}
    incidents = sorted(record.incidents, key=lambda incident: _incident_order(incident, claim_number))
    return Index(
        record=record,
        documents={document.id: document for document in documents},
        claims={claim.id: claim for claim in claims},
        claims_of=_claims_of(claims),
        incidents={incident.id: incident for incident in incidents},
        voices={
            voice.id: voice for voice in sorted(record.voices, key=lambda voice: (voice.name.casefold(), voice.id))
        },
        document_number={document.id: i for i, document in enumerate(documents, 1)},
        claim_number=claim_number,
        incident_number={incident.id: i for i, incident in enumerate(incidents, 1)},
        action_number={action.id: i for i, action in enumerate(sorted(record.actions, key=_action_order), 1)},
        incidents_of=_incidents_of(incidents),
        judgements=standing(said),
        grades=grades_of(said),
    )


def standing(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The newest judgement about each thing, without those that were taken back; grades are told apart."""
    return _last(one for one in _in_force(judgements) if one.verdict is not JudgementVerdict.GRADE)


def grades_of(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The newest grade of each document and claim, without those that were taken back."""
    return _last(one for one in _in_force(judgements) if one.verdict in (JudgementVerdict.GRADE, _ENDING))


def _in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    # those of one second stay in the order of the log
    return in_force(sorted(judgements, key=lambda judgement: judgement.at))


def _last(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    last = {judgement.about: judgement for judgement in judgements}
    return {about: one for about, one in last.items() if one.verdict is not _ENDING}


def _document_order(document: Document) -> tuple[datetime.date, str, str, str]:
    return (document.published or datetime.date.max, document.publisher or "", document.title or "", document.id)


def _incident_order(incident: Incident, claim_number: dict[str, int]) -> tuple[datetime.date, int, str]:
    """By the first day, those without one by the place of their first words."""
    first = min((claim_number[claim] for claim in incident.claims if claim in claim_number), default=0)
    return (first_day(incident.when) or datetime.date.max, first, incident.id)


def _action_order(action: Action) -> tuple[bool, str, str]:
    return (action.start is None, action.start or "", action.id)


def _claims_of(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.document].append(claim)
    return {document: tuple(told) for document, told in held.items()}


def _incidents_of(incidents: Iterable[Incident]) -> dict[str, tuple[str, ...]]:
    held: dict[str, list[str]] = defaultdict(list)
    for incident in incidents:
        warned = [warning.claim for warning in incident.warnings]
        for claim in dict.fromkeys([*incident.claims, *incident.denials, *incident.rivals, *warned]):
            held[claim].append(incident.id)
    return {claim: tuple(ids) for claim, ids in held.items()}
