"""The open questions of a finding in plain words: what is unknown or contested, and what an answer would change."""

from collections.abc import Sequence

from clarion.assess.catalogue import Norm
from clarion.assess.changes import Standing
from clarion.model import Bound, Element, ElementState

_ENGAGED = "and if the claims hold, the norm would be engaged"
_NOT_ENGAGED = "the norm would not be engaged"


def questions(standing: Standing, norm: Norm) -> tuple[str, ...]:
    """What would change the verdict, one line each. Nothing is asked of a norm that does not bind the state."""
    if standing.binding.bound in (Bound.NO, Bound.SIGNED_ONLY):
        return ()
    required = [element for element in standing.elements if element.key in standing.required]
    missing = [element for element in required if element.state == ElementState.MISSING]
    open_ones = [element for element in required if element.state == ElementState.UNKNOWN]
    asked = [_bound()] if standing.binding.bound == Bound.UNKNOWN and norm.binds in ("parties", "persons") else []
    asked += [f"Missing: {element.test} Only the opposite is said or follows from the text." for element in missing]
    asked += [_unknown(element, len(open_ones) - 1, bool(missing)) for element in open_ones]
    asked += [_contested(element) for element in required if element.state == ElementState.CONTESTED]
    return (*asked, *_beside(standing.elements, norm))


def _bound() -> str:
    return "Unknown: Does it bind on that day? If so, the elements decide; if not, nothing follows from this norm."


def _unknown(element: Element, others: int, blocked: bool) -> str:
    if blocked:
        so = "what is missing still stands against it"
    elif others:
        so = f"{others} other question{'s' if others > 1 else ''} would stay open"
    else:
        so = _ENGAGED
    return f"Unknown: {element.test} If so, {so}; if not, {_NOT_ENGAGED}."


def _contested(element: Element) -> str:
    against = len(element.against)
    said = f" {len(element.claims)} for, {against} against." if against else ""
    return f"Contested: {element.test}{said} If it does not hold, {_NOT_ENGAGED}."


def _beside(elements: Sequence[Element], norm: Norm) -> list[str]:
    """Questions that are not required and still weigh, where the norm's file says what an answer would change."""
    state = {element.key: element.state for element in elements}
    asked: list[str] = []
    for test in norm.elements:
        if test.required or state.get(test.key) != ElementState.UNKNOWN or not (test.if_yes or test.if_no):
            continue
        parts = [f"if so, {test.if_yes}" if test.if_yes else "", f"if not, {test.if_no}" if test.if_no else ""]
        told = "; ".join(part for part in parts if part)
        asked.append(f"Unknown: {test.test} {told[0].upper()}{told[1:]}.")
    return asked
