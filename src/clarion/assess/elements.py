"""The checks of elements: each looks for claims that answer one question, for and against.

An element is met when claims say so and none says otherwise, contested when some say otherwise, missing when only the
opposite is said, and unknown when nothing is said. Silence is never read as an answer.
"""

from collections.abc import Callable, Iterable, Sequence

from clarion.assess.catalogue import ElementTest
from clarion.assess.scene import CHILD_WORDS, WOMAN_WORDS, Scene, homes, words_of_affected
from clarion.model import Claim, Element, ElementState, PlaceRole, StanceKind, Status

_SAID = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED})
_HELD = _SAID | {StanceKind.EXPECTED, StanceKind.HYPOTHETICAL, StanceKind.POSSIBLE}
_AGAINST = frozenset({StanceKind.DENIED, StanceKind.NEGATED})
RISK_ACTS = frozenset(
    "torture execution killing detention disappearance forced_labour sexual_violence sentencing trafficking".split()
)
TORTURE_ACTS = frozenset("torture execution sexual_violence".split())
GENDER_ACTS = frozenset("sexual_violence trafficking".split())
NOTICE_ACTS = frozenset("appeal condemnation consultation halt investigation".split())

Answer = tuple[list[Claim], list[Claim]]  # claims for, claims against


def element_of(test: ElementTest, scene: Scene, state: str) -> Element:
    """How one element stands for one state."""
    found, against = CHECKS[test.check](scene, state)
    return Element(
        key=test.key,
        test=test.test,
        state=_state(found, against),
        claims=tuple(claim.id for claim in found),
        against=tuple(claim.id for claim in against),
    )


def _state(found: Sequence[Claim], against: Sequence[Claim]) -> ElementState:
    if found:
        return ElementState.CONTESTED if against else ElementState.MET
    return ElementState.MISSING if against else ElementState.UNKNOWN


def _happened(scene: Scene, state: str) -> Answer:
    told = [] if scene.incident.status == Status.WARNED else [c for c in scene.claims if c.stance in _SAID]
    return told, [*scene.denials, *scene.rivals]


def _conduct(scene: Scene, state: str) -> Answer:
    """The state is named as the doer, or people were sent from its territory by somebody not named."""
    named = [claim for claim in scene.claims if any(actor.ref == f"state:{state}" for actor in claim.actors)]
    sent = [
        claim
        for claim in scene.claims
        if not claim.actors and any(p.role == PlaceRole.FROM and p.country == state for p in claim.where)
    ]
    return named or sent, list(scene.denials) if named or sent else []


def _outside_home(scene: Scene, state: str) -> Answer:
    abroad = homes(scene) - {state}
    refs = {f"nationality:{home}" for home in abroad}
    return [claim for claim in scene.claims if claim.affected and claim.affected.ref in refs], []


def _risk_of(acts: frozenset[str]) -> Callable[[Scene, str], Answer]:
    def check(scene: Scene, state: str) -> Answer:
        own = set(scene.incident.claims)
        about = [
            claim for claim in scene.told if claim.act in acts and claim.id not in own and not _elsewhere(claim, scene)
        ]
        return (
            [claim for claim in about if claim.stance in _HELD],
            [claim for claim in about if claim.stance in _AGAINST],
        )

    return check


def _elsewhere(claim: Claim, scene: Scene) -> bool:
    """True when a claim is placed in a country other than the one that people were sent to."""
    to = {place.country for c in scene.claims for place in c.where if place.role == PlaceRole.TO and place.country}
    at = {place.country for place in claim.where if place.country}
    return bool(to and at) and not at & to


def _knowledge(scene: Scene, state: str) -> Answer:
    """Earlier claims put to the state: it had been told."""
    put = [
        claim
        for claim in scene.earlier
        if (claim.act in NOTICE_ACTS or claim.stance == StanceKind.CALLED_FOR)
        and any(addressee.ref == f"state:{state}" for addressee in claim.addressees)
    ]
    return put, []


def _among(words: frozenset[str]) -> Callable[[Scene, str], Answer]:
    def check(scene: Scene, state: str) -> Answer:
        return [claim for claim, said in words_of_affected(scene.claims) if said & words], []

    return check


def _trafficked(scene: Scene, state: str) -> Answer:
    return [claim for claim in scene.told if claim.act == "trafficking" and claim.stance in _SAID], []


def _unsourced(scene: Scene, state: str) -> Answer:
    """No kind of claim answers this question yet: it stays unknown until a person answers it."""
    return [], []


CHECKS: dict[str, Callable[[Scene, str], Answer]] = {
    "happened": _happened,
    "conduct": _conduct,
    "outside_home": _outside_home,
    "risk": _risk_of(RISK_ACTS),
    "risk_torture": _risk_of(TORTURE_ACTS),
    "risk_gender": _risk_of(GENDER_ACTS),
    "risk_disappearance": _risk_of(frozenset({"disappearance"})),
    "knowledge": _knowledge,
    "child": _among(CHILD_WORDS),
    "woman": _among(WOMAN_WORDS),
    "trafficked": _trafficked,
    "ground": _unsourced,
    "review": _unsourced,
    "unsourced": _unsourced,
}


def any_of(states: Iterable[Element], state: ElementState) -> bool:
    """True when any of the elements stands so."""
    return any(element.state == state for element in states)
