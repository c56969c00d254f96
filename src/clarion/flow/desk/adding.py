"""Adding a claim that the machine missed."""

from dataclasses import dataclass
from typing import Any

import msgspec

from clarion.extract.lexicon import load as load_lexicon
from clarion.flow import judged
from clarion.flow.desk.checks import check_seen
from clarion.flow.desk.viewer import Viewer
from clarion.model.errors import BadRequest
from clarion.model.ids import ActId, ClaimId, DocumentId, claim_id
from clarion.model.nouns import Claim, Span
from clarion.model.vocabulary import StanceKind
from clarion.store import marking, projection, readings
from clarion.store.folder import CaseFolder, Connection
from clarion.store.keys import acting
from clarion.store.sightings import Sighting

METHOD = "person"


@dataclass(frozen=True, slots=True)
class Missed:
    """A claim as a person marks it: `cue` is the act word, `span` the words around it; `value` further fields."""

    document: DocumentId
    cue: Span
    span: Span
    act: str
    stance: str
    value: str | None = None


def add_claim(case: CaseFolder, viewer: Viewer, missed: Missed, reason: str) -> Claim:
    """Add a claim.

    Raises:
        BadRequest: the document is not there or has no text, the words are not in it, or act or stance are none.
    """
    if not reason.strip():
        raise BadRequest("a claim that a person adds needs a reason; say why")
    with acting(viewer.name), case.writing() as writing:
        check_seen(writing.connection, viewer, missed.document)
        text = _text_of(writing.connection, missed.document)
        claim = _claim(missed, text)
        return marking.add_claim(writing, _with_id(writing.connection, claim, missed.value, text), reason).claim


def _claim(missed: Missed, text: str) -> Claim:
    (start, end), (first, last) = missed.span, missed.cue
    if not 0 <= start <= first < last <= end <= len(text):
        raise BadRequest(f"the words {start} to {end} do not hold the act word {first} to {last}; select them again")
    if missed.act not in load_lexicon().acts:
        raise BadRequest(f"{missed.act!r} is no act; use one of the lexicon")
    try:
        stance = StanceKind(missed.stance)
    except ValueError as problem:
        raise BadRequest(f"{missed.stance!r} is no stance; use one of {', '.join(StanceKind)}") from problem
    return Claim(
        id=ClaimId(""),
        document=missed.document,
        span=(start, end),
        quote=text[start:end],
        cue=(first, last),
        act=ActId(missed.act),
        stance=stance,
        method=METHOD,
    )


def _with_id(connection: Connection, claim: Claim, value: str | None, text: str) -> Claim:
    """The claim with all its fields, under the first id of its place that is free."""
    if value:
        claim = judged.with_value(claim, value)
        _check_spans(msgspec.to_builtins(claim), len(text))
    ordinal = 0
    while projection.claim(connection, name := claim_id(claim.document, claim.cue, claim.act, ordinal)) is not None:
        ordinal += 1
    return msgspec.convert(msgspec.to_builtins(claim) | {"id": name}, type=Claim)


def _check_spans(value: Any, end: int) -> None:
    if isinstance(value, dict):
        span = value.get("span")
        if span is not None and not 0 <= span[0] <= span[1] <= end:
            raise BadRequest(f"the words {span[0]} to {span[1]} are not in the document; select them again")
        for item in value.values():
            _check_spans(item, end)
    elif isinstance(value, list | tuple):
        for item in value:
            _check_spans(item, end)


def _text_of(connection: Connection, document: DocumentId) -> str:
    read = readings.load_text(connection, document, Sighting(False, "", None), with_claims=False)
    if read is None or read.text is None:
        raise BadRequest(f"{document} has no text yet; wait until it was read")
    return read.text
