"""Identifiers: each is a string of its own type, made from what it names and never from an engine."""

import hashlib
from typing import NewType

ActId = NewType("ActId", str)
ClaimId = NewType("ClaimId", str)
DocumentId = NewType("DocumentId", str)
IncidentId = NewType("IncidentId", str)
NormId = NewType("NormId", str)
VoiceId = NewType("VoiceId", str)

# 80 bits: a chance collision among a billion ids is below one in a million
_DIGITS = 20


def document_id(original: bytes) -> DocumentId:
    """`sha256:` and the hex digest of the original bytes."""
    return DocumentId("sha256:" + hashlib.sha256(original).hexdigest())


def made_id(prefix: str, *parts: object) -> str:
    """`prefix_` and 20 hex digits of the SHA-256 of the parts, joined by NUL so that no two lists of parts collide."""
    joined = "\0".join(str(part) for part in parts)
    return f"{prefix}_{hashlib.sha256(joined.encode()).hexdigest()[:_DIGITS]}"


def claim_id(document: DocumentId, cue: tuple[int, int] | None, act: str, ordinal: int) -> ClaimId:
    """The id of a claim, made from its place, so that a judgement outlives the engine that proposed the claim.

    `ordinal` counts the claims of one document with the same cue and act, from 0.
    """
    return ClaimId(made_id("clm", document, cue, act, ordinal))
