"""The page of an incident, in the words of the dossier, made from the record of its neighbourhood."""

import datetime
from collections.abc import Iterable, Sequence

from clarion.flow.desk import making, pages
from clarion.flow.desk.asking import Asking
from clarion.flow.desk.rows import ClaimRow
from clarion.flow.desk.sheets import IncidentSheet, IncidentVoice, Neighbour
from clarion.flow.explaining import explain_incident
from clarion.model.nouns import Claim, Finding, Incident
from clarion.model.record import Record
from clarion.publish.compose import view_of_incident
from clarion.publish.views import IncidentView
from clarion.reconcile.beside import RIVAL_ACTS
from clarion.store import seeking

# days between the first days of two incidents that may be one
_NEAR = 7
_MOST_NEIGHBOURS = 12


def incident(asking: Asking, name: str) -> IncidentSheet | None:
    """An incident with everything on it."""
    row = making.incidents(asking, [name]).get(name)
    if row is None:
        successor = _joined_into(asking, name)
        return incident(asking, successor) if successor else None
    one, connection = row.incident, asking.connection
    held = making.claims(asking, [*one.claims, *one.denials, *one.rivals, *(warned.claim for warned in one.warnings)])
    documents = seeking.documents_of(connection, [name]).get(name, [])
    finding_names = seeking.findings_of(connection, [name]).get(name, [])
    findings = making.findings(asking, finding_names)
    record = _record(asking, one, held.values(), documents, [row.finding for row in findings.values()])
    return IncidentSheet(
        incident=one,
        view=_view(asking, record, name),
        claims=_held(held, one.claims),
        denials=_held(held, one.denials),
        rivals=_held(held, one.rivals),
        warnings=tuple((held[warned.claim], warned.days) for warned in one.warnings if warned.claim in held),
        voices=tuple(IncidentVoice(voice.id, voice.name, voice.kind.value) for voice in record.voices),
        documents=tuple(making.documents(asking, documents).values()),
        findings=tuple(findings.values()),
        answers=one.answers,
        corrections=one.corrections,
        judgements=pages.judgements(asking, name),
        beside=pages.beside(asking, name),
        said=row.said,
        marks=pages.marks(asking, name),
        neighbours=neighbours(asking, one),
        explained=tuple(explain_incident(record, name).splitlines()),
    )


def neighbours(asking: Asking, one: Incident) -> tuple[Neighbour, ...]:
    """Other incidents that may be the same: of an act of the same family, in the same country, near in time."""
    first = _day(one)
    country = next((place.country for place in one.where if place.country), None)
    span = (first - datetime.timedelta(_NEAR), first + datetime.timedelta(_NEAR)) if first else None
    names = seeking.incidents_near(asking.connection, _family(one.act), country, span)
    found = seeking.nouns(asking.connection, "incidents", making.unhidden(asking, names))
    near = [_neighbour(one, other, first) for name, other in found.items() if name != one.id]
    places = {place.name for place in one.where}
    shared = {other.id for other in found.values() if places & {place.name for place in other.where}}
    ordered = sorted(near, key=lambda each: (each.id not in shared, each.days is None, abs(each.days or 0), each.id))
    return tuple(ordered[:_MOST_NEIGHBOURS])


def _neighbour(one: Incident, other: Incident, first: datetime.date | None) -> Neighbour:
    day = _day(other)
    days = (day - first).days if day and first else None
    places = sorted({place.name for place in one.where} & {place.name for place in other.where})
    reasons = ["the same act" if other.act == one.act else "an act of the same family"]
    if days is not None:
        reasons.append("the same day" if not days else f"{abs(days)} days {'later' if days > 0 else 'earlier'}")
    if places:
        reasons.append(f"the same place: {', '.join(places)}")
    return Neighbour(other.id, other.title, other.act, other.status.value, days, "; ".join(reasons))


def _record(
    asking: Asking, one: Incident, rows: Iterable[ClaimRow], documents: Sequence[str], findings: Sequence[Finding]
) -> Record:
    """The neighbourhood of an incident: its claims and those of its findings and alarms, documents with texts."""
    claims: dict[str, Claim] = {row.claim.id: row.claim for row in rows}
    more = [claim for alarm in one.alarms for claim in alarm.claims]
    more += [claim for each in findings for element in each.elements for claim in (*element.claims, *element.against)]
    claims |= {
        row.claim.id: row.claim for row in making.claims(asking, [name for name in more if name not in claims]).values()
    }
    names = dict.fromkeys([*documents, *(claim.document for claim in claims.values())])
    seen = [name for name in names if name not in asking.sight.hidden]
    texts = [making.discreet(asking, text) for text in seeking.texts_of(asking.connection, seen).values()]
    voices = [voice for voice, _ in making.voice_nouns(asking, one.voices).values()]
    return Record(
        documents=tuple(texts),
        claims=tuple(claims.values()),
        voices=tuple(voices),
        incidents=(one,),
        findings=tuple(findings),
    )


def _view(asking: Asking, record: Record, name: str) -> IncidentView:
    about = [name, *(claim.id for claim in record.claims), *(finding.id for finding in record.findings)]
    said = seeking.judgements_on_all(asking.connection, about)
    return view_of_incident(record, [one for one in said if not pages.names_hidden(asking, one)], name)


def _joined_into(asking: Asking, name: str) -> str | None:
    """The incident that judgements made of one of another id."""
    for judgement in reversed(seeking.judgements_on(asking.connection, name)):
        for successor in seeking.shaped_by(asking.connection, judgement.id):
            if successor != name and making.unhidden(asking, [successor]):
                return successor
    return None


def _held(rows: dict[str, ClaimRow], names: Iterable[str]) -> tuple[ClaimRow, ...]:
    return tuple(rows[name] for name in names if name in rows)


def _family(act: str) -> set[str]:
    """The act and those that accounts of it are mistaken for or explained by."""
    around = {other for other, acts in RIVAL_ACTS.items() if act in acts}
    return {act, *RIVAL_ACTS.get(act, ()), *around}


def _day(one: Incident) -> datetime.date | None:
    if one.when is None or one.when.start is None:
        return None
    try:
        return datetime.date.fromisoformat(one.when.start[:10])
    except ValueError:
        return None
