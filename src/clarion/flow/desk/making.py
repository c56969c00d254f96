"""From ids to rows of lists, whole pages at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from clarion.flow.desk.asking import Asking
from clarion.flow.desk.rows import ActionRow, AskRow, ClaimRow, DocumentRow, FindingRow, IncidentRow, Said, VoiceRow
from clarion.model.nouns import Claim, Document, Voice
from clarion.model.vocabulary import ForecastOutcome
from clarion.store import seeking
from clarion.store.shelves import as_corrected

UNSAID = Said()


def documents(asking: Asking, names: Sequence[str]) -> dict[str, DocumentRow]:
    """Documents that the viewer may see."""
    connection = asking.connection
    names = [name for name in names if name not in asking.sight.hidden]
    found, shelved = seeking.nouns(connection, "documents", names), seeking.shelved(connection, "documents", names)
    handled = seeking.handlings(connection, names)
    tags, assigned = seeking.tags_on(connection, names), seeking.assigned(connection, names)
    rows = {}
    for name in names:
        document, row, handling = found.get(name), shelved.get(name), handled.get(name)
        if document is None or row is None:
            continue
        rows[name] = DocumentRow(
            document=discreet(asking, document),
            claims=row.claims,
            judged=row.judged,
            handling=handling.handling or None if handling else None,
            provider=handling.provider or None if handling else None,
            brought_by=", ".join(handling.brought_by) or None if handling else None,
            brought_at=handling.brought_at or None if handling else None,
            said=said_of(row),
            tags=tuple(tag.name for tag in tags.get(name, ())),
            assigned=tuple(one.to for one in assigned.get(name, ())),
        )
    return rows


def claims(asking: Asking, names: Sequence[str], *, proposed: bool = False) -> dict[str, ClaimRow]:
    """Claims that the viewer may see, as they stand; `proposed`: as the machine proposed them."""
    connection = asking.connection
    shelved = {
        name: row
        for name, row in seeking.shelved(connection, "claims", names).items()
        if row.document not in asking.sight.hidden
    }
    found = seeking.nouns(connection, "claims", shelved)
    documents = seeking.nouns(connection, "documents", {row.document for row in shelved.values()})
    tags, assigned = seeking.tags_on(connection, shelved), seeking.assigned(connection, shelved)
    notes, incidents = seeking.number_of_notes(connection, shelved), seeking.incidents_of(connection, shelved)
    rows = {}
    for name in names:
        claim, row = found.get(name), shelved.get(name)
        if claim is None or row is None:
            continue
        of = documents.get(claim.document)
        rows[name] = ClaimRow(
            claim=_standing(asking, claim) if row.corrected and not proposed else claim,
            title=of.title if of else None,
            path=discreet(asking, of).path if of else "",
            publisher=of.publisher if of else None,
            published=of.published.isoformat() if of and of.published else None,
            country=row.country,
            said=said_of(row),
            corrected=bool(row.corrected),
            tags=tuple(tag.name for tag in tags.get(name, ())),
            assigned=tuple(one.to for one in assigned.get(name, ())),
            notes=notes[name],
            incidents=tuple(one for one in incidents.get(name, ()) if one not in asking.sight.resting),
        )
    return rows


def incidents(asking: Asking, names: Sequence[str]) -> dict[str, IncidentRow]:
    """Incidents that the viewer may see."""
    connection = asking.connection
    names = unhidden(asking, names)
    found, shelved = seeking.nouns(connection, "incidents", names), seeking.shelved(connection, "incidents", names)
    tags, assigned = seeking.tags_on(connection, names), seeking.assigned(connection, names)
    documents, findings = seeking.documents_of(connection, names), seeking.findings_of(connection, names)
    return {
        name: IncidentRow(
            incident=incident,
            country=shelved[name].country,
            claims=len(incident.claims),
            denials=len(incident.denials),
            documents=len(documents.get(name, ())),
            alarms=tuple(kind for kind in shelved[name].alarms.split("|") if kind),
            findings=len(findings.get(name, ())),
            said=said_of(shelved[name]),
            tags=tuple(tag.name for tag in tags.get(name, ())),
            assigned=tuple(one.to for one in assigned.get(name, ())),
        )
        for name in names
        if (incident := found.get(name)) is not None
    }


def findings(asking: Asking, names: Sequence[str]) -> dict[str, FindingRow]:
    """Findings that the viewer may see."""
    connection = asking.connection
    names = unhidden(asking, names)
    found, shelved = seeking.nouns(connection, "findings", names), seeking.shelved(connection, "findings", names)
    about = seeking.nouns(connection, "incidents", {finding.incident for finding in found.values()})
    rows = {}
    for name in names:
        if (finding := found.get(name)) is not None:
            title = about[finding.incident].title if finding.incident in about else ""
            states = Counter(element.state.value for element in finding.elements)
            rows[name] = FindingRow(finding, title, dict(sorted(states.items())), said_of(shelved[name]))
    return rows


def asks(asking: Asking, names: Sequence[str]) -> dict[str, AskRow]:
    """Asks that the viewer may see."""
    connection = asking.connection
    names = unhidden(asking, names)
    found, shelved = seeking.nouns(connection, "asks", names), seeking.shelved(connection, "asks", names)
    tags, assigned = seeking.tags_on(connection, names), seeking.assigned(connection, names)
    titles = _titles(asking, names)
    return {
        name: AskRow(
            ask=found[name],
            documents=titles[name],
            said=said_of(shelved[name]),
            tags=tuple(tag.name for tag in tags.get(name, ())),
            assigned=tuple(one.to for one in assigned.get(name, ())),
        )
        for name in names
        if name in found
    }


def actions(asking: Asking, names: Sequence[str]) -> dict[str, ActionRow]:
    """Actions that the viewer may see."""
    names = unhidden(asking, names)
    found = seeking.nouns(asking.connection, "actions", names)
    shelved = seeking.shelved(asking.connection, "actions", names)
    titles = _titles(asking, names)
    return {name: ActionRow(found[name], titles[name], said_of(shelved[name])) for name in names if name in found}


def voices(asking: Asking, names: Sequence[str]) -> dict[str, VoiceRow]:
    """Voices that the viewer may see."""
    rows = {}
    for name, (voice, _) in voice_nouns(asking, names).items():
        fates = Counter(forecast.outcome for forecast in voice.forecasts)
        rows[name] = VoiceRow(
            id=voice.id,
            name=voice.name,
            kind=voice.kind.value,
            aliases=voice.aliases,
            affiliations=voice.affiliations,
            documents=len(voice.speaks_in),
            borne_out=fates[ForecastOutcome.BORNE_OUT],
            not_borne_out=fates[ForecastOutcome.NOT_BORNE_OUT],
            open=fates[ForecastOutcome.OPEN],
        )
    return rows


def voice_nouns(asking: Asking, names: Sequence[str]) -> dict[str, tuple[Voice, bool]]:
    """Voices that the viewer may see, and whether anything is left out of them."""
    found = seeking.nouns(asking.connection, "voices", names)
    hidden, shown = asking.sight.hidden, {}
    for name in names:
        voice = found.get(name)
        if voice is None or (hidden and asking.sight.hides_voice(name)):
            continue
        speaks = tuple(document for document in voice.speaks_in if document not in hidden)
        if len(speaks) == len(voice.speaks_in):
            shown[name] = (voice, False)
        else:
            known = _name_in(asking, voice, speaks)
            shown[name] = (Voice(id=voice.id, name=known, kind=voice.kind, speaks_in=speaks), True)
    return shown


def partly_hidden_voices(asking: Asking) -> dict[str, str]:
    """The voices of which something is left out for the viewer, by the name that is shown."""
    if asking.sight.is_whole:
        return {}
    names = [name for name in asking.sight.resting if name.startswith("voi_")]
    return {name: voice.name for name, (voice, partial) in voice_nouns(asking, names).items() if partial}


def said_of(row: Any) -> Said:
    """Where people's words on a thing stand."""
    return Said(row.verdict, row.said_by, row.said_at, bool(row.differs)) if row.verdict or row.differs else UNSAID


def discreet(asking: Asking, document: Document) -> Document:
    """The document without the name of a hidden one that it came in."""
    if document.part_of is None or document.part_of not in asking.sight.hidden:
        return document
    return replace(document, part_of=None, path=document.path.rpartition("/")[2])


def unhidden(asking: Asking, names: Iterable[str]) -> list[str]:
    """Those of these incidents, findings, asks or actions that the viewer may see."""
    return [name for name in names if asking.sight.is_whole or name not in asking.sight.resting]


def titles_of(asking: Asking, documents: Iterable[str]) -> dict[str, str]:
    """The titles of documents that the viewer may see; the path where there is none."""
    seen = [document for document in documents if document not in asking.sight.hidden]
    found = seeking.nouns(asking.connection, "documents", seen)
    return {name: found[name].title or discreet(asking, found[name]).path for name in seen if name in found}


def _titles(asking: Asking, names: Sequence[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    resting = seeking.documents_of(asking.connection, names)
    titles = titles_of(asking, {document for held in resting.values() for document in held})
    held: dict[str, tuple[tuple[str, str], ...]] = defaultdict(tuple)
    for name, documents in resting.items():
        held[name] = tuple((one, titles[one]) for one in sorted(documents) if one in titles)
    return held


def _standing(asking: Asking, claim: Claim) -> Claim:
    last = seeking.last_word_on(asking.connection, claim.id)
    return as_corrected(claim, last.value) if last else claim


def _name_in(asking: Asking, voice: Voice, documents: Iterable[str]) -> str:
    """A name of a voice that its visible documents hold, so that one of a hidden document is not told."""
    for document in documents:
        text = seeking.text_of(asking.connection, document)
        for name in (voice.name, *voice.aliases):
            if text and text.text and name in text.text:
                return name
            if text and name in (text.publisher, *text.authors):
                return name
    return ""
