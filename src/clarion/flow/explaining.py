"""Why the record says what it says, for a person to read."""

from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from clarion.flow import steps
from clarion.flow.pipeline import make_record
from clarion.model.errors import BadRequest
from clarion.model.ids import ClaimId
from clarion.model.nouns import Document, Incident
from clarion.model.record import Record
from clarion.reconcile.ledger import forecast_words


def explain_document(path: str | PathLike[str]) -> str:
    """How a file is read: what is known of it, and each sentence that tells an act with the rules that fired.

    Raises:
        BadRequest: there is no such file, or it cannot be read.
    """
    record, outcome = make_record([Path(path)])
    readable = [document for document in record.documents if document.text is not None]
    if not readable:
        raise BadRequest(outcome.problems[0] if outcome.problems else f"{path} holds no document")
    return "\n".join(line for document in readable for line in (*_document(document), steps.explain(document)))


def explain_incident(record: Record, name: str) -> str:
    """Why an incident's claims are together, and how its origins were counted. The first digits of its id will do.

    Raises:
        BadRequest: no incident or more than one fits.
    """
    fits = [one for one in record.incidents if one.id == name or (len(name) >= 6 and one.id.startswith(name))]
    if len(fits) != 1:
        raise BadRequest(
            f"{len(fits)} incidents have an id that begins with {name}; "
            "see: clarion publish CASE record.json --view sealed"
        )
    return "\n".join(_incident(record, fits[0]))


def _document(document: Document) -> Iterator[str]:
    yield f"{document.path}: {document.title or 'without a title'}"
    yield f"  published {document.published or 'unknown'} ({document.published_basis or 'no date found'})"
    yield f"  by {document.publisher or 'unknown'}, {', '.join(document.authors) or 'no author named'}"
    yield f"  {document.media_type}, language {document.language or 'unknown'}"


def explain_warnings(record: Record) -> str:
    """For each voice what became of its forecasts: borne out and how long before, not borne out, still open."""
    paths = {document.id: document.path for document in record.documents}
    claims = {claim.id: claim for claim in record.claims}
    lines = []
    for voice in sorted(record.voices, key=lambda one: (one.name.casefold(), one.id)):
        if voice.forecasts:
            lines.append(f"{voice.name}: {forecast_words(voice.forecasts)}")
        for forecast in voice.forecasts:
            claim = claims[forecast.claim]
            quote = " ".join(claim.quote.split())
            lines.append(f"  {forecast.outcome}: “{quote}” ({paths[claim.document]}); {forecast.reason}")
    return "\n".join(lines) or "no voice forecast anything"


def _incident(record: Record, incident: Incident) -> Iterator[str]:
    yield f"{incident.id}: {incident.title}"
    yield f"  {incident.act}, {incident.status}, {incident.origins} origins, figure: {incident.figure_rule}"
    yield from (f"  because {reason}" for reason in incident.reasons)
    yield from (f"  alarm, {alarm.kind}: {alarm.reason}" for alarm in incident.alarms)
    yield from (f"  {correction.kind}: {correction.reason}" for correction in incident.corrections)
    yield "claims"
    yield from _quoted(record, incident.claims)
    for name, claims in (("denials", incident.denials), ("rival explanations", incident.rivals)):
        if claims:
            yield name
            yield from _quoted(record, claims)
    yield from _answers(record, incident)
    if incident.warnings:
        yield "warnings that it bears out"
        yield from _quoted(record, [warned.claim for warned in incident.warnings])
    yield "origins"
    paths = {document.id: document.path for document in record.documents}
    for document, origin in sorted(incident.origin_of.items(), key=lambda pair: paths.get(pair[0], pair[0])):
        yield f"  {paths.get(document, document)}: {origin or 'cannot be traced, not counted'}"
    for facet, number in sorted(incident.facets.items()):
        yield f"  {facet}: {number}"


def _answers(record: Record, incident: Incident) -> Iterator[str]:
    """How it is answered: the kind of each denial, and the answers that deny nothing."""
    documents = {document.id: document for document in record.documents}
    if incident.answers:
        yield "answers"
    for answer in incident.answers:
        document = documents[answer.document]
        words = " ".join((document.text or "")[slice(*answer.span)].split())
        yield f"  {answer.kind}, {answer.voice or 'voice unknown'}, {document.path}: “{words}” ({answer.reason})"


def _quoted(record: Record, chosen: Iterable[ClaimId]) -> Iterator[str]:
    claims = {claim.id: claim for claim in record.claims}
    paths = {document.id: document.path for document in record.documents}
    for name in chosen:
        if claim := claims.get(name):
            yield f"  {paths[claim.document]}: “{' '.join(claim.quote.split())}” ({claim.stance}, {claim.method})"
