"""Which documents leave by a view, and what goes with those that do not (decision 0015)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clarion.model import Ask, ClaimId, Document, DocumentId, Incident, Record, View, Voice
from clarion.model.vocabulary import AskFate

# which handlings a view may hold; "" is a document that nobody has decided on
LEAVES = {
    View.SEALED: ("sealed", "", "partner", "public"),
    View.PARTNER: ("partner", "public"),
    View.PUBLIC: ("public",),
}


def leaving(record: Record, handlings: Mapping[DocumentId, str], view: View) -> Record:
    """What of a record rests on nothing but documents that leave by a view.

    A document without a handling leaves by no view but the sealed one, and neither does one that came inside a
    document that stays. A claim goes with its document, and whole with it go the incidents, findings, asks and actions
    that rest on it. A voice that speaks in a document that stays keeps the names by which others call it, and no more.
    """
    allowed = LEAVES[view]
    stays = {one.id for one in record.documents if handlings.get(one.id, "") not in allowed}
    stays = _with_parts(record.documents, stays)
    kept = {one.id for one in record.documents} - stays
    claims = tuple(one for one in record.claims if one.document in kept)
    known = {one.id for one in claims}
    of: dict[str, DocumentId] = {one.id: one.document for one in record.claims}
    incidents = tuple(one for one in record.incidents if documents_of(one, of) <= kept)
    going = {one.id for one in incidents}
    named = {voice.name for claim in claims for voice in claim.voices}
    named |= {name for one in record.documents if one.id in kept for name in (one.publisher, *one.authors) if name}
    voices = tuple(_voice(one, kept, (known, going), named) for one in record.voices if kept & set(one.speaks_in))
    told = {one.id for one in voices if one is not None}
    asks = {one.id for one in record.asks if known.issuperset(one.claims)}
    return replace(
        record,
        documents=tuple(one for one in record.documents if one.id in kept),
        claims=claims,
        voices=tuple(one for one in voices if one is not None),
        incidents=tuple(_with_voices(one, told) for one in incidents),
        findings=tuple(one for one in record.findings if one.incident in going),
        asks=tuple(_ask(one, known, asks) for one in record.asks if one.id in asks),
        actions=tuple(one for one in record.actions if known.issuperset(one.claims)),
    )


def documents_of(incident: Incident, document_of: Mapping[str, DocumentId]) -> set[DocumentId]:
    """The documents that an incident rests on in any of its parts; a claim that is not there counts as a document."""
    warned = tuple(one.claim for one in incident.warnings)
    alarmed = tuple(name for alarm in incident.alarms for name in alarm.claims)
    claims = (*incident.claims, *incident.denials, *incident.rivals, *warned, *alarmed)
    found = {document_of.get(claim, DocumentId(claim)) for claim in claims}
    found |= {answer.document for answer in incident.answers} | set(incident.origin_of)
    for correction in incident.corrections:
        found |= {correction.document, *correction.of}
    return found


def _with_parts(documents: Iterable[Document], stays: set[DocumentId]) -> set[DocumentId]:
    """Documents that stay, with what came inside them."""
    held = list(documents)
    while more := {one.id for one in held if one.part_of in stays} - stays:
        stays = stays | more
    return stays


def _ask(ask: Ask, known: set[ClaimId], asks: set[str]) -> Ask:
    """An ask without what became of it where a claim that shows it stays, and without conflicts that stay."""
    ask = replace(ask, conflicts=tuple(one for one in ask.conflicts if one in asks))
    return ask if known.issuperset(ask.fate_claims) else replace(ask, fate=AskFate.OPEN, fate_claims=())


def _voice(
    voice: Voice, kept: set[DocumentId], known: tuple[Iterable[str], Iterable[str]], named: Iterable[str]
) -> Voice | None:
    """A voice as far as what leaves tells of it; None when nothing of it is named there."""
    if kept.issuperset(voice.speaks_in):
        claims, incidents = known
        told = [one for one in voice.forecasts if one.claim in claims]
        sure = tuple(one for one in told if one.incident is None or one.incident in incidents)
        return replace(voice, forecasts=sure)
    name = next((one for one in (voice.name, *voice.aliases) if one in named), None)
    if name is None:
        return None
    speaks_in = tuple(one for one in voice.speaks_in if one in kept)
    return Voice(id=voice.id, name=name, kind=voice.kind, speaks_in=speaks_in)


def _with_voices(incident: Incident, told: Iterable[str]) -> Incident:
    return replace(incident, voices=tuple(one for one in incident.voices if one in told))
