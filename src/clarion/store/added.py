"""Claims that people added, among those that the engine proposes.

A claim that a person added keeps its id, made from its place as the engine makes it. When the engine proposes the same
id, what the person said stands. When a newer engine reads the document otherwise, the claim is found again by its
quote; if the quote is not there, the claim waits in the log and nothing rests on it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from clarion.model.nouns import Claim
from clarion.store.marks import Added

_PLACES = ("span", "cue")


def with_added(claims: Sequence[Claim], added: Iterable[Added], text: str | None) -> list[Claim]:
    """A document's claims with those that people added, by place; as they are when there is none."""
    placed = [claim for one in added if (claim := _placed(one.claim, text or "")) is not None]
    if not placed:
        return list(claims)
    known = {claim.id for claim in placed}
    both = [claim for claim in claims if claim.id not in known] + placed
    return sorted(both, key=lambda claim: (claim.span, claim.id))


def _placed(claim: Claim, text: str) -> Claim | None:
    """The claim where its quote stands in the text, or None."""
    start, end = claim.span
    if text[start:end] == claim.quote:
        return claim
    places = []
    at = text.find(claim.quote)
    while at >= 0 and claim.quote:
        places.append(at)
        at = text.find(claim.quote, at + 1)
    if not places:
        return None
    shift = min(places, key=lambda place: (abs(place - start), place)) - start
    moved = msgspec.convert(_moved(msgspec.to_builtins(claim), shift, len(text)), type=Claim)
    return replace(moved, quote=claim.quote)


def _moved(value: Any, shift: int, end: int) -> Any:
    if isinstance(value, dict):
        return {
            key: [_within(at + shift, end) for at in item]
            if key in _PLACES and item is not None
            else _moved(item, shift, end)
            for key, item in value.items()
        }
    return [_moved(item, shift, end) for item in value] if isinstance(value, list | tuple) else value


def _within(place: int, end: int) -> int:
    # what stood outside the quote may lie elsewhere now; it must at least lie in the text
    return max(0, min(place, end))
