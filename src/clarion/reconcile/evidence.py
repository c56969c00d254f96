"""Everything that incidents are put together from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clarion.model import Claim, ClaimId, Document, DocumentId, VoiceId
from clarion.reconcile.surroundings import Surroundings
from clarion.reconcile.voices import Voices


@dataclass(frozen=True, slots=True)
class Evidence:
    """Documents and their surroundings, claims (by id and by document, in text order), voices, who copies whom."""

    documents: Mapping[DocumentId, Document]
    claims: Mapping[ClaimId, Claim]
    of_document: Mapping[DocumentId, Sequence[Claim]]
    around: Mapping[DocumentId, Surroundings]
    voices: Voices
    copied_from: Mapping[DocumentId, DocumentId]
    heard_in: Mapping[VoiceId, frozenset[DocumentId]]  # by the voice at the root
