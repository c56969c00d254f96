"""Keeping the narrow tables of lists in step with the nouns and with people's words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, case, delete, func, insert, select, update

from clarion.model.errors import BadRequest
from clarion.model.ids import ClaimId, DocumentId
from clarion.model.nouns import Action, Ask, Claim, Document, Finding, Incident, Judgement, Voice
from clarion.model.vocabulary import ElementState, JudgementVerdict, VoiceRole
from clarion.store import dialect, tables
from clarion.store import shelf_tables as shelf
from clarion.store.correcting import corrected
from clarion.store.runs import remove_runs
from clarion.store.standing import differ, in_force, last_words


class _Quote(msgspec.Struct):
    quote: str


# SQLite takes at most 32766 values in one statement
_MANY = 500
_SPEAKS = (VoiceRole.QUOTED, VoiceRole.CITED)


def put_document(connection: Connection, row: int, document: Document) -> None:
    """Put a document on its shelf, in the row that it has elsewhere; the number of its claims stays what it was."""
    table = shelf.documents
    title = document.title or document.path
    said: dict[str, Any] = {"path": document.path, "title_key": title.casefold(), "publisher": document.publisher}
    said |= {"language": document.language, "part_of": document.part_of, "problems": len(document.problems)}
    columns = said | {"published": document.published.isoformat() if document.published else None}
    if not connection.execute(update(table).where(table.c.id == document.id).values(**columns)).rowcount:
        columns |= said_of(_words_on(connection, [document.id])[document.id])
        connection.execute(insert(table).values(row=row, id=document.id, **columns))


def put_claims(connection: Connection, document: DocumentId, claims: Sequence[Claim], kept: Mapping[str, int]) -> None:
    """Put a document's claims on their shelf, which holds none of it; those that had a row get it again."""
    ordered = sorted(claims, key=lambda claim: (claim.span[0], claim.id))
    words = _words_on(connection, [claim.id for claim in ordered])
    rows = [_claim_row(claim, words[claim.id]) for claim in ordered]
    _insert(connection, shelf.claims, [row | {"row": kept[row["id"]]} for row in rows if row["id"] in kept])
    _insert(connection, shelf.claims, [row for row in rows if row["id"] not in kept])
    dialect.add_all_words(connection, dialect.CLAIM_WORDS, _quotes(connection, document))
    _count(connection, document)


def remove_claims(connection: Connection, document: DocumentId) -> dict[str, int]:
    """Take a document's claims off their shelf. Their nouns must still be there. Returns the rows that they had."""
    table = shelf.claims
    had = connection.execute(select(table.c.id, table.c.row).where(table.c.document == document)).all()
    dialect.remove_all_words(connection, dialect.CLAIM_WORDS, _quotes(connection, document))
    connection.execute(delete(table).where(table.c.document == document))
    return {str(name): int(row) for name, row in had}


def index_claims(connection: Connection) -> None:
    """Put the words of all claims into an empty index."""
    for (document,) in connection.execute(select(shelf.documents.c.id).order_by(shelf.documents.c.row)).all():
        dialect.add_all_words(connection, dialect.CLAIM_WORDS, _quotes(connection, document))


def remove_document(connection: Connection, document: DocumentId) -> None:
    """Take a document off its shelf."""
    remove_runs(connection, document)
    connection.execute(delete(shelf.documents).where(shelf.documents.c.id == document))


def put_step(connection: Connection, step: str, *nouns: Sequence[Any]) -> None:
    """Put what a step over the whole case made on its shelves, in the place of what it made before."""
    for table, items in zip(shelf.OF_STEP[step], nouns, strict=True):
        old = select(table.c.id)
        connection.execute(delete(shelf.rests).where(shelf.rests.c.thing.in_(old)))
        connection.execute(delete(table))
        words = _words_on(connection, [noun.id for noun in items])
        rows = [_ROW[type(noun)](noun) | {"id": noun.id} | said_of(words[noun.id]) for noun in items]
        _insert(connection, table, rows)
    if step == "reconcile":
        connection.execute(delete(shelf.holds))
        connection.execute(delete(shelf.repeats))
        _insert(connection, shelf.holds, [row for incident in nouns[1] for row in _held(incident)])
        _insert(connection, shelf.repeats, _repeats(connection, *nouns))
    _tie(connection, [noun for items in nouns for noun in items])


def judged(connection: Connection, about: str) -> None:
    """Put the words on a thing on its shelf anew."""
    if about.startswith("jdg_"):
        found = connection.execute(select(tables.judgements.c.about).where(tables.judgements.c.id == about)).scalar()
        if found is not None:
            judged(connection, found)
        return
    words = _words_on(connection, [about])[about]
    if about.startswith("clm_"):
        _judge_claim(connection, ClaimId(about), words)
        return
    for table in shelf.SHELVES[1:]:
        if connection.execute(update(table).where(table.c.id == about).values(**said_of(words))).rowcount:
            return


def judge_again(connection: Connection, abouts: Iterable[str]) -> None:
    """Put the words on these things, and on all that had some, on their shelves anew."""
    had = [row.id for table in shelf.SHELVES for row in connection.execute(select(table.c.id).where(_has_words(table)))]
    for about in dict.fromkeys([*had, *abouts]):
        judged(connection, about)


def said_of(words: Sequence[Judgement]) -> dict[str, Any]:
    """The columns that tell where people's words on a thing stand."""
    last = _last(words)
    return {
        "verdict": last.verdict.value if last else None,
        "said_by": last.by if last else None,
        "said_at": last.at if last else None,
        "differs": int(differ(in_force(words))),
    }


def _quotes(connection: Connection, document: DocumentId) -> list[tuple[int, str]]:
    table, of = shelf.claims, tables.claims
    query = select(table.c.row, of.c.body).select_from(table.join(of, of.c.id == table.c.id))
    rows = connection.execute(query.where(table.c.document == document).order_by(table.c.row))
    return [(row, msgspec.json.decode(body, type=_Quote).quote) for row, body in rows]


def _has_words(table: Table) -> Any:
    return table.c.verdict.is_not(None) | (table.c.differs == 1)


def _judge_claim(connection: Connection, name: ClaimId, words: Sequence[Judgement]) -> None:
    body = connection.execute(select(tables.claims.c.body).where(tables.claims.c.id == name)).scalar()
    if body is not None:
        claim = msgspec.json.decode(body, type=Claim)
        table = shelf.claims
        connection.execute(update(table).where(table.c.id == name).values(**_claim_row(claim, words)))
        _count(connection, claim.document)


def _words_on(connection: Connection, abouts: Sequence[str]) -> defaultdict[str, list[Judgement]]:
    """The words on each of these things and those that undo them, in the order of the log."""
    found: dict[str, list[tuple[int, Judgement]]] = defaultdict(list)
    root = {about: about for about in abouts}
    asked = list(root)
    while asked:
        undoing = []
        for row, about, body in _judgements_on(connection, asked):
            if about in root:
                judgement = msgspec.json.decode(body, type=Judgement)
                found[root[about]].append((row, judgement))
                root[judgement.id] = root[about]
                undoing.append(judgement.id)
        asked = undoing
    words: defaultdict[str, list[Judgement]] = defaultdict(list)
    for about, said in found.items():
        words[about] = [judgement for _, judgement in sorted(said, key=lambda pair: pair[0])]
    return words


def _judgements_on(connection: Connection, abouts: Sequence[str]) -> Iterator[Any]:
    table = tables.judgements
    query = select(table.c.row, table.c.about, table.c.body)
    if len(abouts) > _MANY:
        yield from connection.execute(query).all()
    else:
        yield from connection.execute(query.where(table.c.about.in_(abouts))).all()


def _last(words: Sequence[Judgement]) -> Judgement | None:
    """The last word in force, of the accepting and correcting kind, else of another one."""
    own = last_words(words)
    if own:
        return next(iter(own.values()))
    stand = [one for one in in_force(words) if one.verdict is not JudgementVerdict.GRADE]
    last = stand[-1] if stand else None
    return None if last is None or last.verdict is JudgementVerdict.WITHDRAW else last


def _claim_row(claim: Claim, words: Sequence[Judgement]) -> dict[str, Any]:
    last = _last(words)
    if last is not None and last.verdict is JudgementVerdict.CORRECT:
        claim = as_corrected(claim, last.value)
    named = [voice for voice in claim.voices if voice.name]
    row = {"id": claim.id, "document": claim.document, "at": claim.span[0], "act": claim.act, "stance": claim.stance}
    row |= {"starts": _day(claim.when.start if claim.when else None)}
    row |= {"country": next((place.country for place in claim.where if place.country), None)}
    row |= {"publisher": next((voice.name for voice in named if voice.role is VoiceRole.PUBLISHER), None)}
    row |= {"voice": next((voice.name for voice in reversed(named) if voice.role in _SPEAKS), None)}
    row |= {"corrected": int(last is not None and last.verdict is JudgementVerdict.CORRECT)}
    return row | said_of(words)


def as_corrected(claim: Claim, value: str | None) -> Claim:
    """The claim as corrected; as it was proposed where the correction no longer fits it."""
    try:
        return corrected(claim, value)
    except BadRequest:
        return claim


def _count(connection: Connection, document: DocumentId) -> None:
    """Count a document's claims, and those with a word that stands."""
    table = shelf.claims
    judged_ones = func.coalesce(func.sum(case((table.c.verdict.is_not(None), 1), else_=0)), 0)
    number, with_word = connection.execute(select(func.count(), judged_ones).where(table.c.document == document)).one()
    of = shelf.documents
    connection.execute(update(of).where(of.c.id == document).values(claims=number, judged=with_word))


def _incident_row(incident: Incident) -> dict[str, Any]:
    place = next((one for one in incident.where if one.lat is not None and one.lon is not None), None)
    named = place or next(iter(incident.where), None)
    alarms = sorted({alarm.kind.value for alarm in incident.alarms})
    return {
        "act": incident.act,
        "status": incident.status.value,
        "starts": _day(incident.when.start if incident.when else None),
        "country": next((one.country for one in incident.where if one.country), None),
        "place": named.name if named else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "title_key": incident.title.casefold(),
        "origins": incident.origins,
        "alarms": "".join(f"|{kind}|" for kind in alarms),
    }


def _finding_row(finding: Finding) -> dict[str, Any]:
    row = {"incident": finding.incident, "norm": finding.norm, "state": finding.state, "bound": finding.bound.value}
    unknown = sum(element.state is ElementState.UNKNOWN for element in finding.elements)
    return row | {"finding": finding.verdict.value, "open": unknown}


def _ask_row(ask: Ask) -> dict[str, Any]:
    return {"addressee": ask.addressee, "act": ask.act, "deadline": _day(ask.deadline)}


def _action_row(action: Action) -> dict[str, Any]:
    return {"act": action.kind, "status": action.status, "starts": _day(action.start)}


def _voice_row(voice: Voice) -> dict[str, Any]:
    names = "\n".join((voice.name, *voice.aliases)).casefold()
    row = {"kind": voice.kind.value, "name_key": voice.name.casefold(), "names_key": names}
    return row | {"documents": len(voice.speaks_in), "forecasts": len(voice.forecasts)}


_ROW: dict[type, Any] = {
    Incident: _incident_row,
    Finding: _finding_row,
    Ask: _ask_row,
    Action: _action_row,
    Voice: _voice_row,
}


def _held(incident: Incident) -> Iterator[dict[str, str]]:
    warned = tuple(one.claim for one in incident.warnings)
    roles = (("claim", incident.claims), ("denial", incident.denials), ("rival", incident.rivals), ("warning", warned))
    for role, claims in roles:
        for claim in dict.fromkeys(claims):
            yield {"claim": claim, "incident": incident.id, "role": role}


def _repeats(connection: Connection, voices: Sequence[Voice], incidents: Sequence[Incident]) -> list[dict[str, str]]:
    """Who tells what whom told first: the publisher of a document, what its account of an incident goes back to."""
    by_id = sorted(voices, key=lambda voice: voice.id, reverse=True)  # of two of one name the first by id stands
    names = {name.casefold(): voice.id for voice in by_id for name in (*voice.aliases, voice.name)}
    table = shelf.documents
    publishers = {
        document: names[publisher.casefold()]
        for document, publisher in connection.execute(select(table.c.id, table.c.publisher))
        if publisher and publisher.casefold() in names
    }
    known = {str(voice.id) for voice in voices}
    found = set()
    for incident in incidents:
        for document, origin in incident.origin_of.items():
            teller = publishers.get(document)
            source = origin if origin in known else publishers.get(origin or "")
            if teller and source and teller != source:
                found.add((teller, source, incident.id))
    return [{"teller": teller, "source": source, "incident": incident} for teller, source, incident in sorted(found)]


def _tie(connection: Connection, nouns: Sequence[Any]) -> None:
    """Note the documents that each thing rests on. A finding rests on those of its incident too."""
    of_claim = _documents_of(connection, {claim for noun in nouns for claim in _claims_of(noun)})
    of_incident: dict[str, set[str]] = defaultdict(set)
    if any(isinstance(noun, Finding) for noun in nouns):
        for thing, document in connection.execute(select(shelf.rests.c.thing, shelf.rests.c.document)):
            if thing.startswith("inc_"):
                of_incident[thing].add(document)
    rows = []
    for noun in nouns:
        documents = {of_claim[claim] for claim in _claims_of(noun) if claim in of_claim}
        documents |= _named_documents(noun)
        if isinstance(noun, Finding):
            documents |= of_incident[noun.incident]
        rows += [{"thing": noun.id, "document": document} for document in sorted(documents)]
    _insert(connection, shelf.rests, rows)


def _claims_of(noun: Any) -> Iterator[ClaimId]:
    if isinstance(noun, Incident):
        yield from (*noun.claims, *noun.denials, *noun.rivals)
        yield from (one.claim for one in noun.warnings)
        yield from (claim for alarm in noun.alarms for claim in alarm.claims)
    elif isinstance(noun, Finding):
        for element in noun.elements:
            yield from (*element.claims, *element.against)
    elif isinstance(noun, Ask | Action):
        yield from noun.claims
        yield from noun.fate_claims if isinstance(noun, Ask) else ()


def _named_documents(noun: Any) -> set[str]:
    if isinstance(noun, Voice):
        return set(noun.speaks_in)
    if not isinstance(noun, Incident):
        return set()
    named: set[str] = {*noun.origin_of, *(answer.document for answer in noun.answers)}
    named |= {origin for origin in noun.origin_of.values() if origin and origin.startswith("sha256:")}
    for correction in noun.corrections:
        named |= {correction.document, *correction.of}
    return named


def _documents_of(connection: Connection, claims: set[ClaimId]) -> dict[str, str]:
    table = shelf.claims
    if len(claims) > _MANY:
        rows = connection.execute(select(table.c.id, table.c.document)).all()
    else:
        rows = connection.execute(select(table.c.id, table.c.document).where(table.c.id.in_(claims))).all()
    return {name: document for name, document in rows if name in claims}


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    for at in range(0, len(rows), _MANY):
        connection.execute(insert(table), rows[at : at + _MANY])
