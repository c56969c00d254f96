"""What people say about a case: judgements, notes and open questions, each a new entry of the log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select

from clarion.model.errors import BadRequest
from clarion.model.ids import ClaimId, DocumentId
from clarion.model.nouns import Action, Ask, Finding, Incident, Judgement, Publication, Voice
from clarion.model.vocabulary import JudgementVerdict
from clarion.store import follow_tables, projection, tables
from clarion.store.canonical import Value
from clarion.store.folder import CaseFolder, Writing
from clarion.store.keys import person
from clarion.store.log import read as read_log
from clarion.store.standing import in_force
from clarion.store.state import Note, judgement_of, note_of, publication_of

# where a thing with an id may stand, apart from documents, claims and judgements
_NOUNS: tuple[tuple[Table, type[Any]], ...] = (
    (tables.incidents, Incident),
    (tables.voices, Voice),
    (tables.findings, Finding),
    (tables.asks, Ask),
    (tables.actions, Action),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a claim, incident, voice, finding, ask, action, document or judgement.

    `answers` names the judgement that the person saw; left out, the last word on the same question is answered.
    """

    about: str
    verdict: JudgementVerdict
    reason: str
    value: str | None = None
    answers: str | None = None
    batch: str | None = None


def judge(case: CaseFolder, said: Said) -> Judgement:
    """Add a judgement. One on the same thing that stands already is answered by it, never changed.

    Raises:
        BadRequest: the case holds nothing with that id, or no reason is given.
    """
    with case.writing() as writing:
        return judge_in(writing, said)


def judge_in(writing: Writing, said: Said) -> Judgement:
    """Add a judgement inside a transaction.

    Raises:
        BadRequest: the case holds nothing with that id, no reason is given, or it answers one on something else.
    """
    return _judged(writing, said, rests_on(writing.connection, said.about))


def judge_detail(writing: Writing, said: Said, document: DocumentId) -> Judgement:
    """Add a word on a detail of a document: that it may leave, or that it may no longer.

    Raises:
        BadRequest: no reason is given.
    """
    return _judged(writing, said, {"document/0": document})


def _judged(writing: Writing, said: Said, values: dict[str, Value]) -> Judgement:
    if not said.reason.strip():
        raise BadRequest(f"a judgement on {said.about} needs a reason; say why")
    values |= {"about": said.about, "by": person(), "reason": said.reason, "value": said.value}
    values |= {"verdict": said.verdict.value, "answers": _answered(writing.connection, said)}
    if said.batch is not None:
        values["batch"] = said.batch
    judgement = judgement_of(writing.log.append("judgement", values))
    assert judgement is not None
    projection.add_judgement(writing.connection, judgement)
    return judgement


def judgements_on(connection: Connection, about: str) -> list[Judgement]:
    """The judgements on a thing that were not undone, oldest first."""
    found = _judgements(connection, tables.judgements.c.about == about)
    said, names = list(found), {one.id for one in found}
    while names:
        more = _judgements(connection, tables.judgements.c.about.in_(sorted(names)))
        said, names = said + more, {one.id for one in more}
    # a withdrawal comes after what it withdraws, so the order of the log is not needed across things
    return [one for one in in_force(said) if one.about == about]


def judgement(connection: Connection, name: str) -> Judgement | None:
    """The judgement of that id, or None."""
    return projection.find(connection, tables.judgements, name, Judgement)


def is_undone(connection: Connection, name: str) -> bool:
    """Whether a judgement was taken back and that stands."""
    back = _judgements(connection, tables.judgements.c.about == name)
    return any(one.verdict is JudgementVerdict.WITHDRAW and not is_undone(connection, one.id) for one in back)


def taken_back_by(connection: Connection, about: str) -> list[Judgement]:
    """The judgements that withdrawing a thing or a judgement takes back, or brings back where it undoes an undoing."""
    while about.startswith("jdg_"):
        found = judgement(connection, about)
        if found is None:
            return []
        if found.verdict is not JudgementVerdict.WITHDRAW:
            return [found]
        about = found.about
    return _judgements(connection, tables.judgements.c.about == about)


def batch_of(connection: Connection, batch: str) -> list[Judgement]:
    """The judgements of a batch, in the order of the log."""
    return _judgements(connection, tables.judgements.c.batch == batch)


def note(case: CaseFolder, about: str, text: str, *, question: bool = False) -> Note:
    """Add a note or an open question about something in the case.

    Raises:
        BadRequest: the case holds nothing with that id, or the text is empty.
    """
    if not text.strip():
        raise BadRequest(f"a note on {about} needs words")
    with case.writing() as writing:
        values = rests_on(writing.connection, about) | {"about": about, "by": person(), "text": text}
        made = note_of(writing.log.append("question" if question else "note", values))
        assert made is not None
        projection.add_note(writing.connection, made)
    return made


def log_publication(
    writing: Writing, publication: Publication, content: str, calendar: Iterable[Sequence[Value]] = ()
) -> Publication:
    """Note that something leaves the case. Returns it with its moment.

    `content` is a digest of what it shows, `calendar` what a calendar in it shows, a row of plain values for each item.
    """
    values: dict[str, Value] = {"by": person(), "view": publication.view.value, "sha256": publication.sha256}
    values |= {"path": publication.path, "withheld": publication.withheld, "content": content}
    if publication.incidents:
        values["incidents"] = list(publication.incidents)
    if rows := [list(row) for row in calendar]:
        values["calendar"] = rows
    logged = writing.log.append("publication", values | {"heads": list(publication.heads)})
    name, made = publication_of(logged)
    projection.add_publication(writing.connection, name, made)
    return made


def last_publication(connection: Connection, path: str) -> tuple[Publication, str] | None:
    """The last publication to a path, with the digest of what it shows, or None."""
    for logged in reversed(list(read_log(connection, ("publication",)))):
        if logged.value("path") == path:
            return publication_of(logged)[1], str(logged.value("content"))
    return None


def last_calendar(connection: Connection, view: str) -> list[list[Any]]:
    """What the calendar of the last publication in a view showed; empty when there was none.

    Publications about some incidents do not count: they say nothing of what they leave out.
    """
    for logged in reversed(list(read_log(connection, ("publication",)))):
        rows = logged.value("calendar")
        if rows and logged.value("view") == view and not logged.value("incidents"):
            return [list(row) for row in rows]
    return []


def documents_of(connection: Connection, about: str) -> list[DocumentId] | None:
    """The documents that a thing rests on, by id; None when the case holds nothing with that id."""
    if about.startswith("sha256:"):
        return [DocumentId(about)] if projection.row_of(connection, DocumentId(about)) is not None else None
    if about.startswith("clm_"):
        return _documents_of_claims(connection, [ClaimId(about)]) or None
    if about.startswith("jdg_"):
        row = connection.execute(select(tables.judgements.c.about).where(tables.judgements.c.id == about)).first()
        return (documents_of(connection, row.about) or _of_entry(connection, about)) if row else None
    if about.startswith("dtl_"):
        last = _judgements(connection, tables.judgements.c.about == about)
        return _of_entry(connection, last[-1].id) or None if last else None
    if about.startswith("itv_"):
        known = follow_tables.intervention(connection, about)
        return follow_tables.documents_of(connection, about) if known else None
    if about.startswith("note_"):
        row = connection.execute(select(tables.notes.c.about).where(tables.notes.c.id == about)).first()
        return documents_of(connection, row.about) if row else None
    found = next((one for table, noun in _NOUNS if (one := projection.find(connection, table, about, noun))), None)
    if isinstance(found, Voice):
        return sorted(found.speaks_in)
    if isinstance(found, Finding):
        return documents_of(connection, found.incident)
    if isinstance(found, Incident):
        warnings = tuple(warned.claim for warned in found.warnings)
        return _documents_of_claims(connection, found.claims + found.denials + found.rivals + warnings)
    if isinstance(found, Ask):
        return _documents_of_claims(connection, found.claims + found.fate_claims)
    return _documents_of_claims(connection, found.claims) if isinstance(found, Action) else None


def _of_entry(connection: Connection, name: str) -> list[DocumentId]:
    """The documents that a judgement was tied to when it was said: what it is about may be known otherwise by now."""
    for logged in read_log(connection, ("judgement",)):
        if (judgement := judgement_of(logged)) is not None and judgement.id == name:
            parts = sorted(logged.parts.items())
            return [DocumentId(part.value) for key, part in parts if key.startswith("document/")]
    return []


def _documents_of_claims(connection: Connection, claims: tuple[ClaimId, ...] | list[ClaimId]) -> list[DocumentId]:
    documents = {projection.document_of_claim(connection, claim) for claim in claims}
    return sorted(document for document in documents if document is not None)


def rests_on(connection: Connection, about: str) -> dict[str, Value]:
    """The parts of an entry that tie it to the documents that a thing rests on, each in one of its own.

    Raises:
        BadRequest: the case holds nothing with that id.
    """
    documents = documents_of(connection, about)
    if documents is None:
        raise BadRequest(
            f"the case holds nothing with the id {about}; see: clarion publish CASE record.json --view sealed"
        )
    # each in a part of its own, so that erasing one document does not take away the others
    return {f"document/{at}": document for at, document in enumerate(documents)}


def _answered(connection: Connection, said: Said) -> str | None:
    """The judgement that one answers: the one that was named, or the last one."""
    if said.answers is not None:
        known = judgement(connection, said.answers)
        if known is None or known.about != said.about:
            raise BadRequest(f"{said.answers} is no judgement on {said.about}; leave it out to answer the last one")
        return known.id
    is_grade = said.verdict is JudgementVerdict.GRADE
    last = [one for one in judgements_on(connection, said.about) if (one.verdict is JudgementVerdict.GRADE) == is_grade]
    return last[-1].id if last else None


def _judgements(connection: Connection, condition: ColumnElement[bool]) -> list[Judgement]:
    table = tables.judgements
    query = select(table.c.body).where(condition).order_by(table.c.row)
    return [msgspec.json.decode(body, type=Judgement) for (body,) in connection.execute(query)]
