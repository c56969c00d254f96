"""Everything that incidents are put together from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clarion.model import Claim, ClaimId, Document, DocumentId
from clarion.reconcile.voices import Voices


@dataclass(frozen=True, slots=True)
class Evidence:
    """Documents, claims (by id and by document, in text order), voices, and which document copies which."""

    documents: Mapping[DocumentId, Document]
    claims: Mapping[ClaimId, Claim]
    of_document: Mapping[DocumentId, Sequence[Claim]]
    voices: Voices
    copied_from: Mapping[DocumentId, DocumentId]
