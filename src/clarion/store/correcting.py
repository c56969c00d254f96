"""What a person's correction makes of a claim."""

import msgspec

from clarion.model.errors import BadRequest
from clarion.model.nouns import Claim

# what makes a claim this claim, and what ties it to the words
_FIXED = {"id", "document", "quote", "span", "cue", "method"}


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
