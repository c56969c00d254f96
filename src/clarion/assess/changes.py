"""Effects applied: what reservations, declarations and territory change in the elements of one finding."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from clarion.assess.binding import Binding
from clarion.assess.catalogue import Norm
from clarion.assess.scene import Scene, touched
from clarion.assess.territory import Effect, effects, is_in_group
from clarion.model import Bound, Element, ElementState


@dataclass(frozen=True, slots=True)
class Standing:
    """The elements of a finding, which of them are required, how the norm binds, and the reasons for changes."""

    elements: tuple[Element, ...]
    required: frozenset[str]
    binding: Binding
    reasons: tuple[str, ...] = ()


def changed(standing: Standing, norm: Norm, state: str, scene: Scene) -> Standing:
    """Apply the effects that a state's reservations, declarations and territory have on a norm in a scene."""
    for effect in effects().effect:
        if effect.state == state and _is_about(effect, norm) and _in_time(effect, scene) and _applies(effect, scene):
            standing = _with(standing, effect)
    return standing


def _is_about(effect: Effect, norm: Norm) -> bool:
    return norm.id in effect.norms or (bool(norm.instrument) and norm.instrument in effect.norms)


def _in_time(effect: Effect, scene: Scene) -> bool:
    day = scene.day
    if day is None:
        return effect.since is None and effect.until is None
    return (effect.since is None or effect.since <= day) and (effect.until is None or day < effect.until)


def _applies(effect: Effect, scene: Scene) -> bool:
    home = scene.home
    inside = [is_in_group(code, effect.group) for code in home] if effect.group else []
    if effect.condition == "home_outside":
        return bool(home) and not all(inside)
    if effect.condition == "home_unknown":
        return not home
    if effect.condition == "at":
        return bool(touched(scene) & set(effect.territories))
    return effect.condition == "always"


def _with(standing: Standing, effect: Effect) -> Standing:
    doubt = "" if effect.sure == "high" else " (To be checked with the depositary.)"
    reasons = (*standing.reasons, effect.reason + doubt)
    if effect.becomes == "bound_unknown":
        binding = replace(standing.binding, bound=Bound.UNKNOWN)
        return replace(standing, binding=binding, reasons=reasons)
    state = ElementState(effect.becomes)
    known = [element for element in standing.elements if element.key == effect.element]
    if not known:
        added = Element(effect.element, effect.test, state)
        required = standing.required | {effect.element}
        return replace(standing, elements=(*standing.elements, added), required=required, reasons=reasons)
    if effect.only_if and known[0].state != effect.only_if:
        return standing
    return replace(standing, elements=_turned(standing.elements, effect.element, state), reasons=reasons)


def _turned(elements: Sequence[Element], key: str, state: ElementState) -> tuple[Element, ...]:
    return tuple(replace(element, state=state) if element.key == key else element for element in elements)
