"""What rests on a document, claim, voice or judgement: all that has to be looked at again when it falls."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clarion.flow import queries
from clarion.model.errors import BadRequest
from clarion.model.ids import ClaimId, DocumentId, IncidentId, VoiceId
from clarion.model.nouns import Action, Ask, Claim, Correction, Finding, Incident, Judgement, Publication
from clarion.model.record import Record
from clarion.model.vocabulary import JudgementVerdict
from clarion.publish.phrases import count_words
from clarion.reconcile.judged import incident_id
from clarion.store.erasing import find_document
from clarion.store.folder import CaseFolder
from clarion.store.log import read as read_log
from clarion.store.state import publication_of


@dataclass(frozen=True, slots=True)
class Rests:
    """What rests on something: `figures` are the incidents whose figure does; publications those made since it came."""

    about: str
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    figures: tuple[Incident, ...] = ()
    findings: tuple[Finding, ...] = ()
    asks: tuple[Ask, ...] = ()
    actions: tuple[Action, ...] = ()
    publications: tuple[Publication, ...] = ()

    def lines(self) -> Iterator[str]:
        """One line for each thing."""
        yield from (f"claim {one.id}: “{' '.join(one.quote.split())}”" for one in self.claims)
        yield from (f"incident {one.id}: {one.title} ({one.status}, {one.origins} origins)" for one in self.incidents)
        yield from (f"figure of {one.id}: {_figure(one)} ({one.figure_rule})" for one in self.figures)
        yield from (f"finding {one.id}: {one.norm}, {one.state}, {one.verdict}" for one in self.findings)
        yield from (f"ask {one.id}: {' '.join(one.text.split())}" for one in self.asks)
        yield from (f"action {one.id}: {one.title}" for one in self.actions)
        yield from (f"dossier {one.path}: the {one.view} view of {one.at}" for one in self.publications)


@dataclass(frozen=True, slots=True)
class Changed:
    """A source that took back or mended its account, or a judgement that was changed or withdrawn."""

    what: Correction | Judgement
    rests: Rests

    def lines(self) -> Iterator[str]:
        """What changed, and what rests on it."""
        if isinstance(self.what, Correction):
            yield f"{self.what.kind}: {self.what.reason}"
        else:
            yield f"judgement {self.what.id} on {self.what.about}: {self.what.verdict}, {self.what.reason}"
        yield from (f"  {line}" for line in self.rests.lines())


def rests_on(case: CaseFolder, about: str) -> Rests:
    """What rests on a document (by id, path or first digits of its hash), claim, voice, incident or judgement.

    Raises:
        BadRequest: the case holds nothing of that name.
    """
    return _rests(case, queries.record_of(case), about)


def changes(case: CaseFolder) -> list[Changed]:
    """The corrections of sources that the incidents tell of, then the judgements that answer earlier ones."""
    record = queries.record_of(case)
    corrections = dict.fromkeys(one for incident in record.incidents for one in incident.corrections)
    found = [
        Changed(one, _joined(one.reason, [_rests(case, record, document) for document in one.of or (one.document,)]))
        for one in corrections
    ]
    for judgement in queries.judgements(case):
        if judgement.answers is not None or judgement.verdict is JudgementVerdict.WITHDRAW:
            found.append(Changed(judgement, _rests(case, record, judgement.id)))
    return found


def _rests(case: CaseFolder, record: Record, about: str) -> Rests:
    claims, incidents, documents, since = _meant(case, record, about)
    told = {claim.id for claim in record.claims if claim.id in claims or claim.document in documents}
    roots = {about, *documents}
    resting = [
        one
        for one in record.incidents
        if one.id in incidents or _held(one) & told or roots & {*one.origin_of, *one.origin_of.values(), *one.judged}
    ]
    named = {one.id for one in resting}
    counted = {claim.id for claim in record.claims if claim.affected and claim.affected.count}
    return Rests(
        about=about,
        claims=tuple(claim for claim in record.claims if claim.id in told),
        incidents=tuple(resting),
        figures=tuple(
            one
            for one in resting
            if one.affected and one.affected.count and (about in one.judged or set(one.claims) & told & counted)
        ),
        findings=tuple(one for one in record.findings if one.incident in named or _weighed(one) & told),
        asks=tuple(one for one in record.asks if {*one.claims, *one.fate_claims} & told),
        actions=tuple(one for one in record.actions if set(one.claims) & told),
        publications=tuple(_published(case, since)),
    )


def _meant(case: CaseFolder, record: Record, about: str) -> tuple[set[ClaimId], set[IncidentId], set[DocumentId], str]:
    """The claims, incidents and documents that a name stands for, and since when the case has known of it."""
    if about.startswith("clm_"):
        claim = next((one for one in record.claims if one.id == about), None)
        if claim is None:
            raise BadRequest(f"the case has no claim {about}")
        return {claim.id}, set(), set(), _since(case, claim.document)
    if about.startswith("voi_"):
        return _of_voice(record, about), set(), set(), ""
    if about.startswith("jdg_"):
        judgement = next((one for one in queries.judgements(case) if one.id == about), None)
        if judgement is None:
            raise BadRequest(f"the case has no judgement {about}")
        return _of_judgement(record, judgement), _named(record, judgement), set(), judgement.at
    if about.startswith("inc_"):
        if not (incidents := _known_as(record, about)):
            raise BadRequest(f"the case has no incident {about}")
        return set(), incidents, set(), ""
    document = find_document(case.state(), about)
    return set(), set(), {document}, _since(case, document)


def _of_voice(record: Record, name: str) -> set[ClaimId]:
    voice = next((one for one in record.voices if one.id == VoiceId(name)), None)
    if voice is None:
        raise BadRequest(f"the case has no voice {name}")
    names, heard = {voice.name, *voice.aliases}, set(voice.speaks_in)
    return {
        claim.id
        for claim in record.claims
        if claim.document in heard and any(cited.name in names for cited in claim.voices)
    }


def _of_judgement(record: Record, judgement: Judgement) -> set[ClaimId]:
    named = {judgement.about, judgement.value}
    return {claim.id for claim in record.claims if claim.id in named}


def _named(record: Record, judgement: Judgement) -> set[IncidentId]:
    """The incidents that a judgement is about, or that a judgement on a judgement is about in the end."""
    return _known_as(record, judgement.about) | _known_as(record, judgement.value or "")


def _known_as(record: Record, name: str) -> set[IncidentId]:
    """The incident of that id, or the one that holds the claim by which an earlier incident was known."""
    if not name.startswith("inc_"):
        return set()
    exact = {one.id for one in record.incidents if one.id == name}
    if exact:
        return exact
    known = {claim.id for claim in record.claims if incident_id(claim.act, claim.id) == name}
    return {one.id for one in record.incidents if _held(one) & known}


def _held(incident: Incident) -> set[ClaimId]:
    return {*incident.claims, *incident.denials, *incident.rivals, *(warned.claim for warned in incident.warnings)}


def _weighed(finding: Finding) -> set[ClaimId]:
    return {claim for element in finding.elements for claim in (*element.claims, *element.against)}


def _since(case: CaseFolder, document: DocumentId) -> str:
    """The moment at which a document came into the case, as the log writes it; "" when that was erased."""
    with case.reading() as connection:
        entries = read_log(connection, ("document",))
        return next((one.entry.time for one in entries if one.value("document") == document), "")


def _published(case: CaseFolder, since: str) -> Iterator[Publication]:
    with case.reading() as connection:
        for logged in read_log(connection, ("publication",)):
            if logged.entry.time[: len(since)] >= since:
                yield publication_of(logged)[1]


def _joined(about: str, parts: Iterable[Rests]) -> Rests:
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]

    def all_of(name: str) -> tuple[object, ...]:
        held: dict[object, object] = {}
        for part in parts:
            for one in getattr(part, name):
                held.setdefault(getattr(one, "id", None) or one, one)
        return tuple(held.values())

    names = ("claims", "incidents", "figures", "findings", "asks", "actions", "publications")
    return Rests(about, **{name: all_of(name) for name in names})  # type: ignore[arg-type]


def _figure(incident: Incident) -> str:
    return count_words(incident.affected.count if incident.affected else None)
