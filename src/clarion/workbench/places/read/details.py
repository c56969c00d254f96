"""What is known of a claim, ready for the side of the reader."""

import json
from collections.abc import Iterator
from typing import Any

from clarion.flow.desk.sheets import ClaimSheet
from clarion.model.nouns import Claim, Span


def of(sheet: ClaimSheet) -> dict[str, Any]:
    """The variables of the template for a claim's details."""
    claim = sheet.row.claim
    return {
        "opened": sheet,
        "claim": claim,
        "spans": json.dumps([[kind, *span] for kind, span in _spans(claim)]),
        "changes": _changes(sheet.proposed.claim, claim) if sheet.row.corrected else (),
        "chain": claim.voices,
    }


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The words that the fields of a claim were read from."""
    yield "claim", claim.span
    for party in (*claim.actors, *claim.addressees):
        if party.span:
            yield "who", party.span
    if claim.affected:
        if claim.affected.span:
            yield "affected", claim.affected.span
        for count in (claim.affected.count, *claim.affected.others):
            if count and count.span:
                yield "figure", count.span
    if claim.when and claim.when.span:
        yield "when", claim.when.span
    for place in claim.where:
        if place.span:
            yield "where", place.span
    for voice in claim.voices:
        if voice.span:
            yield "voice", voice.span


def _changes(proposed: Claim, claim: Claim) -> list[tuple[str, Any, Any]]:
    """The fields that a person changed: name, as proposed, as it stands."""
    names = ("act", "object_act", "stance", "tentative", "actors", "affected", "addressees", "when", "where", "voices")
    pairs = [(name, getattr(proposed, name), getattr(claim, name)) for name in names]
    return [(name, old, new) for name, old, new in pairs if old != new]
