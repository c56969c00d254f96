"""Findings: an incident held against the norms that its act can engage, for each state concerned.

Nothing is called a violation. A finding says what is claimed, whether the norm binds the state on that day, how each
element stands, and what is missing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clarion.assess.catalogue import Norm, norm_of, norms
from clarion.assess.elements import CHECKS, any_of, element_of
from clarion.assess.scene import Scene, acting, homes, receiving, removing, scene_of
from clarion.model import (
    Bound,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Element,
    ElementState,
    Finding,
    FindingVerdict,
    Incident,
    NormId,
    Status,
    made_id,
)
from clarion.reference import treaties

BEARERS = {"removing": removing, "receiving": receiving, "acting": acting}


@dataclass(frozen=True, slots=True)
class _Binding:
    """How a norm stands for a state on a day."""

    bound: Bound
    source: str
    since: str | None = None
    until: str | None = None
    notes: tuple[str, ...] = ()


def assess(
    incidents: Iterable[Incident], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[Finding, ...]:
    """Hold each incident against the norms, in the order of incidents, norms and states."""
    by_id = {claim.id: claim for claim in claims}
    of_documents = {document.id: document for document in documents}
    found = [finding for incident in incidents for finding in _findings(incident, by_id, of_documents)]
    return tuple(sorted(found, key=lambda finding: (finding.incident, finding.norm, finding.state)))


def _findings(
    incident: Incident, claims: Mapping[ClaimId, Claim], documents: Mapping[DocumentId, Document]
) -> list[Finding]:
    if not incident.claims or incident.status == Status.DENIED:
        return []
    scene = scene_of(incident, claims, documents)
    invoked = _invoked(scene)
    found = [
        _finding(norm, state, scene, invoked)
        for norm in norms()
        if incident.act in norm.acts and _needed(norm, scene)
        for state in sorted(BEARERS[norm.bearer](scene))
        if not norm.needs_foreigners or homes(scene) - {state}
    ]
    return found + _only_invoked(scene, invoked, found)


def _needed(norm: Norm, scene: Scene) -> bool:
    """A norm for some persons is held against an incident only when claims say that such persons are among them."""
    return norm.needs is None or bool(CHECKS["trafficked" if norm.needs == "trafficking" else norm.needs](scene, "")[0])


def _invoked(scene: Scene) -> dict[str, list[Claim]]:
    """The norms that the incident's documents invoke, by instrument, with the claims that do."""
    found: dict[str, list[Claim]] = {}
    for claim in scene.told:
        for norm in claim.norms:
            found.setdefault(norm.split("/", 1)[0] if not norm.startswith(("custom", "jus")) else norm, []).append(
                claim
            )
    return found


def _finding(norm: Norm, state: str, scene: Scene, invoked: Mapping[str, Sequence[Claim]]) -> Finding:
    elements = tuple(element_of(test, scene, state) for test in norm.elements)
    required = {test.key for test in norm.elements if test.required}
    status = _status(norm.instrument, state, scene.day)
    said = [*invoked.get(norm.instrument or norm.id, ())]
    named = (
        (Element("invoked", "Who invokes it?", ElementState.MET, tuple(claim.id for claim in said)),) if said else ()
    )
    return Finding(
        id=made_id("fnd", scene.incident.id, norm.id, state),
        incident=scene.incident.id,
        norm=norm.id,
        state=f"state:{state}",
        bound=status.bound,
        bound_since=status.since,
        bound_until=status.until,
        bound_source=status.source,
        elements=elements + named,
        verdict=_verdict(status.bound, [element for element in elements if element.key in required]),
        caveats=(*_day_caveats(scene), *norm.caveats, *norm.exceptions, *status.notes),
    )


def _status(instrument: str, state: str, day: date | None) -> _Binding:
    """Whether the norm binds the state on the day; custom and peremptory norms bind every state."""
    if not instrument:
        return _Binding(Bound.YES, "binds every state, as far as it goes")
    if day is None:
        return _Binding(Bound.UNKNOWN, "the day is not known")
    status = treaties.status(state, instrument, day)
    notes = tuple(f"{note.kind}: {note.text}" for note in status.notes)
    if status.bound == Bound.SIGNED_ONLY and status.signed:
        notes += (f"Signed on {status.signed.isoformat()}, not ratified: only not to defeat its object and purpose.",)
    return _Binding(status.bound, status.source, _iso(status.since), _iso(status.until), notes)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _verdict(bound: Bound, required: Sequence[Element]) -> FindingVerdict:
    if bound in (Bound.NO, Bound.SIGNED_ONLY):
        return FindingVerdict.NOT_BOUND
    if bound == Bound.UNKNOWN:
        return FindingVerdict.CANNOT_SAY
    if any_of(required, ElementState.MISSING) or any_of(required, ElementState.UNKNOWN):
        return FindingVerdict.ELEMENTS_MISSING
    return FindingVerdict.WOULD_ENGAGE


def _day_caveats(scene: Scene) -> tuple[str, ...]:
    if scene.day is None:
        return ("Neither the day of the incident nor that of a report is known.",)
    if scene.day_is_of_document:
        return (
            f"The day of the incident is not known; the status is that of the first report, {scene.day.isoformat()}.",
        )
    return ()


def _only_invoked(scene: Scene, invoked: Mapping[str, Sequence[Claim]], found: Sequence[Finding]) -> list[Finding]:
    """Norms that the documents invoke and no file describes: who invokes them and whether they bind, nothing more."""
    have = {norm.instrument if (norm := norm_of(one.norm)) else one.norm for one in found} | {one.norm for one in found}
    states = removing(scene) | acting(scene)
    return [
        _bare(NormId(instrument), state, said, scene)
        for instrument, said in sorted(invoked.items())
        if instrument not in have and instrument in treaties.instruments()
        for state in sorted(states)
    ]


def _bare(norm: NormId, state: str, said: Sequence[Claim], scene: Scene) -> Finding:
    status = _status(norm, state, scene.day)
    element = Element("invoked", "Who invokes it?", ElementState.MET, tuple(claim.id for claim in said))
    not_bound = status.bound in (Bound.NO, Bound.SIGNED_ONLY)
    return Finding(
        id=made_id("fnd", scene.incident.id, norm, state),
        incident=scene.incident.id,
        norm=norm,
        state=f"state:{state}",
        bound=status.bound,
        bound_since=status.since,
        bound_until=status.until,
        bound_source=status.source,
        elements=(element,),
        verdict=FindingVerdict.NOT_BOUND if not_bound else FindingVerdict.CANNOT_SAY,
        caveats=(*_day_caveats(scene), "Its elements are not described in the norm files; a lawyer must name them."),
    )
