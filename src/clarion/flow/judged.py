"""What people's judgements change in what the machine proposed."""

from collections.abc import Iterable, Mapping

import msgspec

from clarion.model.errors import BadRequest
from clarion.model.nouns import Claim, Judgement
from clarion.model.vocabulary import JudgementVerdict

# what makes a claim this claim, and what ties it to the words
_FIXED = {"id", "document", "quote", "span", "cue", "method"}


def corrected(claims: Iterable[Claim], judgements: Mapping[str, Judgement]) -> list[Claim]:
    """The claims as people corrected them."""
    return [_corrected(claim, judgements.get(claim.id)) for claim in claims]


def standing(claims: Iterable[Claim], judgements: Mapping[str, Judgement]) -> list[Claim]:
    """The claims that incidents may rest on: as corrected, without those that a person rejected."""
    rejected = {about for about, judgement in judgements.items() if judgement.verdict is JudgementVerdict.REJECT}
    return corrected((claim for claim in claims if claim.id not in rejected), judgements)


def check_value(claim: Claim, value: str | None) -> None:
    """Make sure that a correction fits a claim.

    Raises:
        BadRequest: it is no JSON object, or names a field that a claim lacks or that no person can change.
    """
    _apply(claim, value)


def _corrected(claim: Claim, judgement: Judgement | None) -> Claim:
    if judgement is None or judgement.verdict is not JudgementVerdict.CORRECT:
        return claim
    return _apply(claim, judgement.value)


def _apply(claim: Claim, value: str | None) -> Claim:
    try:
        changes = msgspec.json.decode(value or "", type=dict)
        plain = msgspec.to_builtins(claim)
        if wrong := sorted(set(changes) & _FIXED | set(changes) - set(plain)):
            raise BadRequest(f"a correction cannot change {wrong[0]!r} of a claim; leave it out")
        return msgspec.convert(plain | changes, type=Claim)
    except msgspec.MsgspecError as problem:
        raise BadRequest(f"the correction does not fit a claim ({problem}); give JSON with its fields") from problem
