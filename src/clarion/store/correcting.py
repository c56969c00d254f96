"""What a person's correction makes of a claim or an action."""

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from clarion.model.errors import BadRequest
from clarion.model.nouns import Action, Claim

# what makes a claim this claim, and what ties it to the words
_FIXED = {"id", "document", "quote", "span", "cue", "method"}
# what a person can know of an action beside its words
_OF_ACTION = {"status", "title", "start", "end", "timezone", "place", "addressee", "days", "is_floating"}
STATES = ("announced", "held", "postponed", "cancelled")


def corrected(claim: Claim, value: str | None) -> Claim:
    """The claim with the fields that a correction names.

    Raises:
        BadRequest: it is no JSON object, or names a field that a claim lacks or that no person can change.
    """
    try:
        changes = msgspec.json.decode(value or "", type=dict)
        plain = msgspec.to_builtins(claim)
        if wrong := sorted(set(changes) & _FIXED | set(changes) - set(plain)):
            raise BadRequest(f"a correction cannot change {wrong[0]!r} of a claim; leave it out")
        return msgspec.convert(plain | changes, type=Claim)
    except msgspec.MsgspecError as problem:
        raise BadRequest(f"the correction does not fit a claim ({problem}); give JSON with its fields") from problem


def corrected_action(action: Action, value: str | None) -> Action:
    """The action with what a person says of it: its state, day, hour, zone, place. Who names a zone answers for it.

    Raises:
        BadRequest: it is no JSON object, or names a field that no person can change or a state that there is not.
    """
    try:
        changes = msgspec.json.decode(value or "", type=dict)
        if wrong := sorted(set(changes) - _OF_ACTION):
            known = ", ".join(sorted(_OF_ACTION))
            raise BadRequest(f"a correction cannot change {wrong[0]!r} of an action; it can change {known}")
        if changes.get("status", STATES[0]) not in STATES:
            raise BadRequest(f"{changes['status']!r} is no state of an action; use one of {', '.join(STATES)}")
        answered = {"timezone_problem": False} if changes.keys() & {"timezone", "start"} else {}
        made = msgspec.convert(msgspec.to_builtins(action) | changes | answered, type=Action)
        for moment in (made.start, made.end, *made.days):
            datetime.datetime.fromisoformat(moment or "2000-01-01")
        if made.timezone is not None:
            ZoneInfo(made.timezone)
    except (msgspec.MsgspecError, ValueError, ZoneInfoNotFoundError) as problem:
        raise BadRequest(
            f'the correction does not fit an action ({problem}); give JSON such as {{"status": "cancelled"}}'
        ) from problem
    return made
