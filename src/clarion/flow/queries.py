"""What can be asked of a case. Nothing here changes it."""

from dataclasses import dataclass, replace

from clarion.flow import judged
from clarion.flow.ordering import ordered
from clarion.model.ids import ClaimId, DocumentId
from clarion.model.nouns import Claim, Document, Judgement
from clarion.model.record import Record
from clarion.model.vocabulary import JudgementVerdict
from clarion.reconcile.judged import standing
from clarion.store import dialect, projection, readings, seeking
from clarion.store.folder import CaseFolder, Connection
from clarion.store.log import heads as log_heads
from clarion.store.log import read as read_log
from clarion.store.sightings import Sighting
from clarion.store.standing import last_words
from clarion.store.state import Note, State, replay
from clarion.store.words import words_of

# code points shown on either side of a word that was found
_AROUND = 70


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds the words looked for, and a passage with the first of them."""

    document: DocumentId
    path: str
    title: str | None
    passage: str


def record_of(case: CaseFolder) -> Record:
    """The record as it stands: with texts, and with claims as people corrected them."""
    with case.reading() as connection:
        return record_in(connection, replay(read_log(connection)))


def record_in(connection: Connection, state: State) -> Record:
    """The record inside a transaction, with the state that the log tells in it."""
    documents = [_document(connection, document) for document in projection.documents(connection)]
    claims = judged.corrected(projection.claims(connection), state.current_judgements())
    return ordered(
        Record(
            documents=tuple(documents),
            claims=tuple(claims),
            voices=tuple(projection.voices(connection)),
            incidents=tuple(projection.incidents(connection)),
            findings=tuple(projection.findings(connection)),
            asks=tuple(projection.asks(connection)),
            actions=tuple(projection.actions(connection)),
        )
    )


def claims_in(connection: Connection, document: DocumentId) -> tuple[Claim, ...]:
    """The claims of a document as people corrected them, in text order."""
    names = seeking.claims_of(connection, document)
    claims: dict[str, Claim] = seeking.nouns(connection, "claims", names)
    words = last_words(seeking.judgements_on_all(connection, names))
    return tuple(judged.corrected((claims[name] for name in names if name in claims), words))


def search(case: CaseFolder, words: str, *, limit: int) -> list[Hit]:
    """The documents that hold every word, best first."""
    with case.reading() as connection:
        rows = dialect.find_rows(connection, words, limit)
        found = [projection.document_at(connection, row) for row in rows]
        return [_hit(_document(connection, document), words) for document in found if document is not None]


def judgements(case: CaseFolder) -> list[Judgement]:
    """Every judgement, in the order of the log."""
    with case.reading() as connection:
        return projection.judgements(connection)


def notes(case: CaseFolder) -> list[Note]:
    """Every note and question, in the order of the log."""
    with case.reading() as connection:
        return projection.notes(connection)


def second_looks(case: CaseFolder) -> list[Judgement]:
    """Judgements that stand on claims which are no longer proposed, or on incidents that reconcile finds no more."""
    with case.reading() as connection:
        state = replay(read_log(connection))
        known = {name for incident in projection.incidents(connection) for name in (incident.id, *incident.judged)}
        last = {judgement.about: judgement for judgement in state.judgements_in_force()}
        of_claims = [
            judgement
            for about, judgement in sorted(last.items())
            if about.startswith("clm_")
            and judgement.verdict is not JudgementVerdict.WITHDRAW
            and projection.claim(connection, ClaimId(about)) is None
        ]
        of_incidents = [
            judgement
            for judgement in standing(state.judgements_in_force())
            if judgement.about.startswith("inc_") and not {judgement.id, judgement.about} & known
        ]
        return list(dict.fromkeys(of_claims + of_incidents)) if "reconcile" in state.runs else of_claims


def heads(case: CaseFolder) -> list[str]:
    """The hash of the last entry of each chain, by chain."""
    with case.reading() as connection:
        return [head.hash for head in log_heads(connection)]


def _document(connection: Connection, document: Document) -> Document:
    text = readings.load_text(
        connection, document.id, Sighting(document.part_of is not None, document.path, document.part_of)
    )
    return replace(document, text=text.text) if text else document


def _hit(document: Document, words: str) -> Hit:
    text = document.text or ""
    folded = text.casefold() if len(text.casefold()) == len(text) else text
    places = [at for word in words_of(words) if (at := folded.find(word.casefold())) >= 0]
    start = max(0, min(places, default=0) - _AROUND)
    passage = " ".join(text[start : start + 2 * _AROUND].split())
    return Hit(document.id, document.path, document.title, passage)
