"""The checks of elements: each looks for claims that answer one question, for and against.

An element is met when claims say so and none says otherwise, contested when some say otherwise, missing when only the
opposite is said, and unknown when nothing is said. Silence is never read as an answer.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from clarion.assess.catalogue import ElementTest
from clarion.assess.scene import (
    CHILD_WORDS,
    WOMAN_WORDS,
    Scene,
    named_states,
    state_of,
    words_of_affected,
)
from clarion.assess.territory import answering
from clarion.assess.wording import says
from clarion.model import Claim, Element, ElementState, PlaceRole, StanceKind, Status
from clarion.model.intervals import first_day

_SAID = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED})
_HELD = _SAID | {StanceKind.EXPECTED, StanceKind.HYPOTHETICAL, StanceKind.POSSIBLE}
_FEARED = _HELD - _SAID
_AGAINST = frozenset({StanceKind.DENIED, StanceKind.NEGATED})
RISK_ACTS = frozenset(
    "torture execution killing detention disappearance forced_labour sexual_violence sentencing trafficking".split()
)
_TORTURE = frozenset("torture sexual_violence".split())
_GENDER = frozenset("sexual_violence trafficking".split())
_DEATH = frozenset("execution killing".split())
_HARDSHIP = frozenset("torture deprivation sexual_violence".split())
_ABOUT_LAW = frozenset("breach condemnation".split())
_CUSTODY = frozenset("detention disappearance killing execution sentencing".split()) | _ABOUT_LAW
_RETURN = frozenset({"forced_return"})
_FLIGHT = frozenset("flight harassment".split())

Answer = tuple[list[Claim], list[Claim]]  # claims for, claims against
Check = Callable[[Scene, str], Answer]


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


def inferred_from_place(scene: Scene, state: str) -> bool:
    """Whether conduct is read from the place alone, because no claim names who did it."""
    return not _named(scene, state) and bool(_conduct(scene, state)[0])


def _state(found: Sequence[Claim], against: Sequence[Claim]) -> ElementState:
    if found:
        return ElementState.CONTESTED if against else ElementState.MET
    return ElementState.MISSING if against else ElementState.UNKNOWN


def _happened(scene: Scene, state: str) -> Answer:
    told = [] if scene.incident.status == Status.WARNED else [c for c in scene.claims if c.stance in _SAID]
    return told, [*scene.denials, *scene.rivals]


def _named(scene: Scene, state: str) -> list[Claim]:
    return [c for c in scene.claims if any(answering(state_of(actor, c)) == state for actor in c.actors)]


def _conduct(scene: Scene, state: str) -> Answer:
    """The state is named as the doer; of a forced return with nobody named, foreigners were sent from its territory."""
    found = _named(scene, state)
    if not found and scene.incident.act == "forced_return" and scene.home - {state}:
        found = [c for c in scene.claims if not c.actors and c.stance in _SAID and _from(c, state)]
    return found, list(scene.denials) if found else []


def _from(claim: Claim, state: str) -> bool:
    return any(place.role == PlaceRole.FROM and answering(place.country) == state for place in claim.where)


def _jurisdiction(scene: Scene, state: str) -> Answer:
    """People were in a place of the state before they were moved, or the state is said to have moved them."""
    at = (PlaceRole.FROM, PlaceRole.AT, PlaceRole.VIA)
    held = [c for c in scene.claims if any(p.role in at and answering(p.country) == state for p in c.where)]
    return held or _named(scene, state), []


def _outside_home(scene: Scene, state: str) -> Answer:
    refs = {f"nationality:{home}" for home in scene.home - {state}}
    return [claim for claim in scene.claims if claim.affected and claim.affected.ref in refs], []


def _risk_of(acts: frozenset[str]) -> Check:
    def check(scene: Scene, state: str) -> Answer:
        own = set(scene.incident.claims)
        about = [c for c in scene.near(acts) if c.id not in own and _there(c, scene)]
        return [c for c in about if c.stance in _HELD], [c for c in about if c.stance in _AGAINST]

    return check


def _there(claim: Claim, scene: Scene) -> bool:
    """Whether a claim speaks of what awaits people where they are sent to.

    It is placed there or laid to that state; a claim without place and actor counts when it is a fear, or speaks of
    people who were returned, but not when it tells of something that may have been done anywhere.
    """
    target = scene.to or scene.home
    told_of = {place.country for place in claim.where if place.country} | named_states([claim])
    if told_of:
        return not target or bool(told_of & target)
    return claim.stance in _FEARED or says("returned", claim.quote)


def _treated(acts: frozenset[str]) -> Check:
    """What is said to have been done to those sent back: told of returned people, or dated after the return."""

    def check(scene: Scene, state: str) -> Answer:
        about = [c for c in scene.near(acts) if _there(c, scene) and _after_return(c, scene.day)]
        return [c for c in about if c.stance in _SAID], [c for c in about if c.stance in _AGAINST]

    return check


def _after_return(claim: Claim, day: date | None) -> bool:
    when = first_day(claim.when)
    return says("returned", claim.quote) or (day is not None and when is not None and when >= day)


def _knowledge(scene: Scene, state: str) -> Answer:
    """Earlier claims put to the state about such acts: it had been told."""
    if scene.day is None:
        return [], []
    return [c for c in scene.all_told.put_to(state, scene.day) if _concerns(c, scene)], []


def _concerns(claim: Claim, scene: Scene) -> bool:
    acts = RISK_ACTS | {scene.incident.act}
    beside = scene.beside(claim)
    return claim.object_act in acts or bool(claim.norms) or any(one.act == scene.incident.act for one in beside)


def _among(words: frozenset[str], question: str) -> Check:
    """Persons of a kind among those affected: in their description, or in words that single them out."""

    def check(scene: Scene, state: str) -> Answer:
        described = {claim.id for claim, said in words_of_affected(scene.claims) if said & words}
        return [c for c in scene.claims if c.id in described or says(question, c.quote)], []

    return check


def _done(acts: frozenset[str], question: str = "") -> Check:
    """Acts that the same documents tell as done, with words that answer a question where one is given."""

    def check(scene: Scene, state: str) -> Answer:
        about = [c for c in scene.near(acts) if c.stance in _SAID]
        return [c for c in about if not question or says(question, c.quote)], []

    return check


def _worded(question: str, acts: frozenset[str], against: str = "") -> Check:
    """Words of the incident's claims, and of claims of some acts beside them, that answer a question."""

    def check(scene: Scene, state: str) -> Answer:
        own = set(scene.incident.claims)
        near = [*scene.claims, *(c for c in scene.near(acts) if c.id not in own)]
        held = [c for c in near if c.stance in _HELD and says(question, c.quote)]
        return held, [c for c in near if against and c.stance in _SAID and says(against, c.quote)]

    return check


def _ground(scene: Scene, state: str) -> Answer:
    found, _ = _worded("ground", RISK_ACTS | _ABOUT_LAW | _FLIGHT)(scene, state)
    return [claim for claim in found if _there(claim, scene)], []


def _disappeared(scene: Scene, state: str) -> Answer:
    return (list(scene.claims) if scene.incident.act == "disappearance" else []), []


def _attack(scene: Scene, state: str) -> Answer:
    worded, _ = _worded("attack", RISK_ACTS | _ABOUT_LAW)(scene, state)
    return list(dict.fromkeys((*worded, *_invoking("rome-1998")(scene, state)[0]))), []


def _invoking(start: str) -> Check:
    """Claims that invoke a norm whose id begins so."""

    def check(scene: Scene, state: str) -> Answer:
        return [claim for claim in scene.invoking() if any(norm.startswith(start) for norm in claim.norms)], []

    return check


def _unsourced(scene: Scene, state: str) -> Answer:
    """No kind of claim answers this question: it stays unknown until a person answers it."""
    return [], []


CHECKS: dict[str, Check] = {
    "happened": _happened,
    "conduct": _conduct,
    "jurisdiction": _jurisdiction,
    "outside_home": _outside_home,
    "risk": _risk_of(RISK_ACTS),
    "risk_torture": _risk_of(_TORTURE),
    "risk_death": _risk_of(_DEATH),
    "risk_gender": _risk_of(_GENDER),
    "risk_disappearance": _risk_of(frozenset({"disappearance"})),
    "treated_torture": _treated(_TORTURE),
    "knowledge": _knowledge,
    "child": _among(CHILD_WORDS, "children"),
    "woman": _among(WOMAN_WORDS, "women"),
    "called_torture": _worded("called_torture", frozenset()),
    "trafficked": _done(frozenset({"trafficking"})),
    "ill_treated": _done(_HARDSHIP, "custody"),
    "ground": _ground,
    "no_review": _worded("no_review", _RETURN | _ABOUT_LAW, against="reviewed"),
    "lawful_stay": _worded("lawful_stay", _RETURN),
    "irregular": _worded("irregular", _CUSTODY),
    "asylum": _worded("asylum", _RETURN | _ABOUT_LAW),
    "arbitrary": _worded("arbitrary", _CUSTODY),
    "unfair_trial": _worded("unfair_trial", frozenset({"sentencing"})),
    "for_leaving": _worded("for_leaving", RISK_ACTS),
    "disappeared": _disappeared,
    "attack": _attack,
    "invoked_peremptory": _invoking("jus-cogens"),
    "invoked_declaration": _invoking("udhr-1948"),
    "unsourced": _unsourced,
}


def any_of(states: Iterable[Element], state: ElementState) -> bool:
    """True when any of the elements stands so."""
    return any(element.state == state for element in states)
