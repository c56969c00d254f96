"""What documents say of a norm or of a ground: who invokes it, and which ground a state puts forward itself."""

from collections.abc import Mapping, Sequence
from functools import cache

from clarion.assess.catalogue import Norm
from clarion.assess.scene import Scene
from clarion.assess.wording import says
from clarion.model import CitedVoice, Claim, Element, ElementState, VoiceRole
from clarion.reference import states

EXCEPTION = "exception_claimed"
_INTRODUCTION = 60  # characters before a name in which its office is told
_ORGANS = ("ministry", "minister", "government", "spokes", "ambassador", "embassy", "official", "authorities")
_EXCUSABLE = frozenset({"removal_bar", "treatment", "procedure"})


def invoked(scene: Scene) -> dict[str, list[Claim]]:
    """The norms that the incident's documents invoke, by instrument (custom by id), with the claims that do."""
    found: dict[str, list[Claim]] = {}
    for claim in scene.invoking():
        for key in sorted({key_of(norm) for norm in claim.norms}):
            found.setdefault(key, []).append(claim)
    return found


def key_of(norm: str) -> str:
    """What an invocation of a norm is compared by: its instrument, or the rule of custom itself."""
    return norm if norm.startswith("custom") else norm.split("/", 1)[0]


def elements_said(norm: Norm, state: str, scene: Scene, by_norm: Mapping[str, Sequence[Claim]]) -> tuple[Element, ...]:
    """Elements that are no test of the norm: its invocation, and an exception that the state claims."""
    found = (*invokers(by_norm.get(key_of(norm.id), ())),)
    if norm.kind not in _EXCUSABLE:
        return found
    grounds = [claim for claim in (*scene.grounds(), *scene.rivals) if _puts_forward(claim, state, scene)]
    ids = tuple(dict.fromkeys(claim.id for claim in grounds))
    if not ids:
        return found
    return (*found, Element(EXCEPTION, "Does the state put forward a ground of its own?", ElementState.MET, ids))


def invokers(claims: Sequence[Claim]) -> tuple[Element, ...]:
    """Who invokes a norm; empty when nobody does."""
    if not claims:
        return ()
    return (Element("invoked", "Who invokes it?", ElementState.MET, tuple(claim.id for claim in claims)),)


def _puts_forward(claim: Claim, state: str, scene: Scene) -> bool:
    """The state speaks and names the law, security or economic reasons."""
    return says("own_ground", claim.quote) and any(_speaks_for(voice, claim, state, scene) for voice in claim.voices)


def _speaks_for(voice: CitedVoice, claim: Claim, state: str, scene: Scene) -> bool:
    """A voice named as an organ of the state, or introduced as one in the words before its name."""
    if voice.span is None or voice.role == VoiceRole.PUBLISHER:
        return False
    text = scene.all_told.documents[claim.document].text or ""
    before = text[max(0, voice.span[0] - _INTRODUCTION) : voice.span[0]].rpartition(". ")[2]
    words = f"{before} {voice.name}".lower()
    return any(name in words for name in _names(state)) and any(organ in words for organ in _ORGANS)


@cache
def _names(code: str) -> tuple[str, ...]:
    known = states.state(code)
    return tuple(sorted({name.lower() for name in (known.name, *known.demonyms) if len(name) > 3}))
