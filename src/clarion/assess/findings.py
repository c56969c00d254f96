"""Findings: an incident held against the norms that its act can engage, for each state concerned.

Nothing is called a violation. A finding says what is claimed, whether the norm binds the state on that day, how each
element stands, and what is missing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from clarion.assess.binding import Binding, binding, by_treaty
from clarion.assess.catalogue import Norm, described_instruments, norms
from clarion.assess.changes import Standing, changed
from clarion.assess.elements import CHECKS, any_of, element_of, inferred_from_place
from clarion.assess.questions import questions
from clarion.assess.said import EXCEPTION, elements_said, invoked, invokers
from clarion.assess.scene import Scene, acting, receiving, removing, scene_of, state_of, touched
from clarion.assess.territory import answering
from clarion.assess.told import told_of
from clarion.model import (
    Bound,
    Claim,
    Document,
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

BEARERS: Mapping[str, Callable[[Scene], set[str]]] = {
    "removing": removing,
    "receiving": receiving,
    "acting": acting,
}
_NOT_HELD = frozenset({Status.DENIED, Status.REFUTED})
_VERDICTS = tuple(FindingVerdict[name] for name in ("WOULD_ENGAGE", "ELEMENTS_MISSING", "CANNOT_SAY", "NOT_BOUND"))
_ONLY_FEARED = "Only warned of: nobody says that it happened. Of the norms that it would touch, one is shown."
_INFERRED = (
    "No claim names the state whose organs carried it out; that it was conduct of this state is read from the place "
    "people were sent from."
)
_EXCEPTION_CLAIMED = (
    "Exception claimed: the state is said to put forward a ground of its own (law, security, economic reasons); the "
    "tests of the norm decide whether it counts."
)
_NO_FILE = "Its elements are not described in the norm files; a lawyer must name them."


def assess(
    incidents: Iterable[Incident], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[Finding, ...]:
    """Hold each incident against the norms, in the order of incidents, norms and states."""
    by_id = {claim.id: claim for claim in claims}
    told = told_of(claims, documents)
    found: list[Finding] = []
    for incident in incidents:
        if incident.claims and incident.status not in _NOT_HELD:
            found += _findings(scene_of(incident, by_id, told))
    return tuple(sorted(found, key=lambda finding: (finding.incident, finding.norm, finding.state)))


def _findings(scene: Scene) -> list[Finding]:
    touching = [norm for norm in norms() if scene.incident.act in norm.acts]
    if not touching:
        return []
    by_norm = invoked(scene)
    found = [
        finding
        for norm in touching
        for state in _bearers(norm, scene)
        if _needed(norm, scene, state) and (finding := _finding(norm, state, scene, by_norm))
    ]
    if scene.incident.status == Status.WARNED:
        return _first_of(found)
    return found + _only_invoked(scene, by_norm)


def _bearers(norm: Norm, scene: Scene) -> list[str]:
    """The states whose conduct is held against the norm; what is no state has none."""
    codes = {state for code in BEARERS[norm.bearer](scene) if (state := answering(code))}
    return sorted(codes)


def _needed(norm: Norm, scene: Scene, state: str) -> bool:
    """Whether claims say that the norm's persons and circumstances are there at all."""
    home = scene.home
    if norm.foreigners == "known" and not home - {state}:
        return False
    if norm.foreigners == "possible" and home and not home - {state}:
        return False
    if norm.foreigners == "own" and state not in home:
        return False
    return not norm.needs or any(CHECKS[need](scene, state)[0] for need in norm.needs)


def _finding(norm: Norm, state: str, scene: Scene, by_norm: Mapping[str, Sequence[Claim]]) -> Finding | None:
    """The finding; None where nothing is to be said of the state.

    That is so of a regional treaty that the state never joined, of a duty by signature without a signature, and of a
    norm that is not known to bind a state of which nobody says that it acted.
    """
    bound = binding(norm, state, scene.day, places=touched(scene), act=scene.incident.act)
    if bound.bound != Bound.YES and (norm.binds == "signatories" or (norm.regional and not bound.since)):
        return None
    standing = changed(
        Standing(
            elements=tuple(element_of(test, scene, state) for test in norm.elements),
            required=frozenset(test.key for test in norm.elements if test.required),
            binding=bound,
        ),
        norm,
        state,
        scene,
    )
    if standing.binding.bound != Bound.YES and _is_unnamed(standing):
        return None
    said = elements_said(norm, state, scene, by_norm)
    return Finding(
        id=made_id("fnd", scene.incident.id, norm.id, state),
        incident=scene.incident.id,
        norm=norm.id,
        state=f"state:{state}",
        bound=standing.binding.bound,
        bound_since=standing.binding.since,
        bound_until=standing.binding.until,
        bound_source=standing.binding.source,
        elements=(*standing.elements, *said),
        verdict=_verdict(standing),
        caveats=_caveats(standing, norm, state, scene)
        + (_claimed(said) if standing.binding.bound == Bound.YES else ()),
    )


def _is_unnamed(standing: Standing) -> bool:
    return any(element.key == "conduct" and element.state == ElementState.UNKNOWN for element in standing.elements)


def _claimed(said: Sequence[Element]) -> tuple[str, ...]:
    return (_EXCEPTION_CLAIMED,) if any(element.key == EXCEPTION for element in said) else ()


def _verdict(standing: Standing) -> FindingVerdict:
    if standing.binding.bound in (Bound.NO, Bound.SIGNED_ONLY):
        return FindingVerdict.NOT_BOUND
    if standing.binding.bound == Bound.UNKNOWN:
        return FindingVerdict.CANNOT_SAY
    required = [element for element in standing.elements if element.key in standing.required]
    if any_of(required, ElementState.MISSING) or any_of(required, ElementState.UNKNOWN):
        return FindingVerdict.ELEMENTS_MISSING
    return FindingVerdict.WOULD_ENGAGE


def _caveats(standing: Standing, norm: Norm, state: str, scene: Scene) -> tuple[str, ...]:
    """What must be weighed: the day, open questions, changes to the rule, and what the norm's file says."""
    inferred = "conduct" in standing.required and inferred_from_place(scene, state)
    return (
        *_day_caveats(scene),
        *((_ONLY_FEARED,) if scene.incident.status == Status.WARNED else ()),
        *questions(standing, norm),
        *standing.reasons,
        *((_INFERRED,) if inferred else ()),
        *norm.caveats,
        *(f"Exception: {exception}" for exception in norm.exceptions),
        *standing.binding.notes,
    )


def _day_caveats(scene: Scene) -> tuple[str, ...]:
    if scene.day is None:
        return ("Neither the day of the incident nor that of a report is known.",)
    if scene.day_is_of_document:
        return (f"The day of the incident is not known; the status is that of the first report, {scene.day}.",)
    return ()


def _first_of(found: Sequence[Finding]) -> list[Finding]:
    """Of what is only feared one line: a norm that binds, a treaty before custom, with most elements claimed."""

    def rank(finding: Finding) -> tuple[bool, int, bool, int, str]:
        met = sum(element.state == ElementState.MET for element in finding.elements)
        by_custom = finding.bound_since is None
        return (finding.bound != Bound.YES, _VERDICTS.index(finding.verdict), by_custom, -met, finding.id)

    return sorted(found, key=rank)[:1]


def _only_invoked(scene: Scene, by_norm: Mapping[str, Sequence[Claim]]) -> list[Finding]:
    """Treaties that the documents invoke and no file describes: who invokes them and whether they bind, no more."""
    states = {state for code in removing(scene) | acting(scene) if (state := answering(code))}
    return [
        _bare(NormId(instrument), state, said, scene)
        for instrument, claims in sorted(by_norm.items())
        if instrument not in described_instruments() and instrument in treaties.instruments()
        for state in sorted(states)
        if (said := [claim for claim in claims if _may_mean(claim, state)])
    ]


def _may_mean(claim: Claim, state: str) -> bool:
    """False when a claim that invokes a norm names other states and not this one."""
    named = {answering(code) for actor in claim.actors if (code := state_of(actor, claim))}
    return not named or state in named


def _bare(norm: NormId, state: str, said: Sequence[Claim], scene: Scene) -> Finding:
    bound: Binding = by_treaty(state, norm, scene.day)
    not_bound = bound.bound in (Bound.NO, Bound.SIGNED_ONLY)
    return Finding(
        id=made_id("fnd", scene.incident.id, norm, state),
        incident=scene.incident.id,
        norm=norm,
        state=f"state:{state}",
        bound=bound.bound,
        bound_since=bound.since,
        bound_until=bound.until,
        bound_source=bound.source,
        elements=invokers(said),
        verdict=FindingVerdict.NOT_BOUND if not_bound else FindingVerdict.CANNOT_SAY,
        caveats=(*_day_caveats(scene), _NO_FILE, *bound.notes),
    )
