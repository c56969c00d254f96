"""The algebra of stance: what a governor of a class makes of an act, and how own words and governors combine."""

from dataclasses import dataclass, replace

from clarion.model.vocabulary import StanceKind

ASSERTED, REPORTED, POSSIBLE = StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.POSSIBLE
EXPECTED, ANNOUNCED, CALLED_FOR = StanceKind.EXPECTED, StanceKind.ANNOUNCED, StanceKind.CALLED_FOR
DENIED, NEGATED, HYPOTHETICAL = StanceKind.DENIED, StanceKind.NEGATED, StanceKind.HYPOTHETICAL
UNREAL = (EXPECTED, ANNOUNCED, CALLED_FOR, HYPOTHETICAL, POSSIBLE)


@dataclass(slots=True)  # not frozen: thousands are made a second; never changed
class Held:
    """A stance on its way down the chain of governors.

    `rule` names the last rule that decided. `speech`: somebody's indirect speech lies above. `official`: that
    somebody is a state or its organ. `passed`: handed on by a governor that neither asks for the act nor doubts it.
    """

    kind: StanceKind
    tentative: bool = False
    rule: str = "plain"
    speech: bool = False
    passed: bool = False
    official: bool = False


PLAIN = Held(ASSERTED)


def told(above: Held) -> Held:
    """A plain fact that keeps only whose word it is."""
    return Held(ASSERTED, False, "plain", above.speech, False, above.official)


def effect(name: str, above: Held, rule: str) -> Held:
    """The stance under a governor of the class `name`, the governor itself being held as `above`."""
    negative = above.kind in (NEGATED, DENIED)
    if name == "passes":
        return Held(above.kind, above.tentative, above.rule, above.speech, True, above.official)
    if name == "condition":
        return Held(HYPOTHETICAL, False, rule, above.speech)
    if name == "presupposed":
        return _presupposed(above)
    if name == "truth":
        return Held(DENIED, False, "not true", above.speech) if negative else _presupposed(above)
    if name == "reported":
        if above.kind is DENIED:
            return above
        if above.kind is NEGATED:
            return above if above.rule == "no" else Held(POSSIBLE, False, "not said")
        if above.kind is POSSIBLE and above.rule in ("unconfirmed", "not said", "not confirmed"):
            return above
        return Held(ASSERTED, above.tentative, rule, True, False, above.official)
    if name == "denied":
        return Held(REPORTED, False, rule, True) if negative else Held(DENIED, False, rule, True)
    if name == "prevented":
        if negative:
            return Held(ASSERTED, False, rule, above.speech)
        unreal = above.kind in (CALLED_FOR, ANNOUNCED, EXPECTED)
        return Held(EXPECTED if unreal else NEGATED, False, rule, above.speech)
    if above.kind is DENIED:
        return above
    if negative:
        return Held(NEGATED, False, rule, above.speech, False, above.official)
    return _open(name, above, rule)


def _presupposed(above: Held) -> Held:
    return Held(ASSERTED, False, "presupposed", above.speech, False, above.official)


def _open(name: str, above: Held, rule: str) -> Held:
    """Classes that leave open whether the act happens."""
    if above.kind is HYPOTHETICAL and name != "called_for":
        return above
    if name == "believed":
        return Held(ASSERTED, True, rule, above.speech)
    if name == "possible":
        return Held(POSSIBLE, False, rule, above.speech)
    if name == "feared":
        return Held(EXPECTED, above.tentative or above.kind is POSSIBLE, rule, above.speech)
    if name == "announced":
        return Held(CALLED_FOR if above.kind is CALLED_FOR else ANNOUNCED, above.tentative, rule, above.speech)
    if name == "called_for":
        return Held(CALLED_FOR, False, rule, above.speech)
    if name == "tried":
        return Held(above.kind if above.kind in UNREAL else POSSIBLE, False, rule, above.speech)
    return Held(above.kind if above.kind in UNREAL else EXPECTED, name == "wished", rule, above.speech)


def join(own: Held, above: Held) -> Held:
    """Put what the act's own words say under what its governors say."""
    speech, official = own.speech or above.speech, own.official or above.official
    if own.kind is ASSERTED:
        rule = own.rule if above.rule == "plain" else above.rule
        return Held(above.kind, own.tentative or above.tentative, rule, speech, above.passed, official)
    if above.kind in (DENIED, HYPOTHETICAL) and own.kind is not CALLED_FOR:
        return replace(above, speech=speech)
    if above.kind is NEGATED:
        return replace(above if own.kind is not NEGATED else own, speech=speech)
    if above.kind is CALLED_FOR and own.kind in (NEGATED, HYPOTHETICAL):
        return replace(above, speech=speech)
    if above.kind is POSSIBLE and own.kind in (EXPECTED, HYPOTHETICAL):
        return Held(EXPECTED, True, own.rule, speech)
    # "they feared that the men would be killed": the future as seen from then
    if own.kind is HYPOTHETICAL and own.rule == "would" and (speech or above.kind is EXPECTED):
        return Held(EXPECTED, own.tentative or above.tentative, "reported future", speech)
    if above.kind is ANNOUNCED and own.rule in ("would", "future", "planned future"):
        return replace(
            above, tentative=own.tentative or above.tentative, speech=speech, official=official
        )  # "agreed that"
    if above.kind is EXPECTED and own.kind is ANNOUNCED:
        return replace(above, speech=speech)
    if above.kind is EXPECTED and own.kind is POSSIBLE:
        return Held(EXPECTED, True, own.rule, speech)
    return replace(own, tentative=own.tentative or above.tentative, speech=speech, official=official)
