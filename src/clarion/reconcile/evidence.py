"""Everything that incidents are put together from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clarion.model import Claim, ClaimId, Document, DocumentId
from clarion.reconcile.judged import Judged
from clarion.reconcile.naming import Naming
from clarion.reconcile.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Evidence:
    """Documents and their surroundings, claims (by id and by document, in text order), voices, who copies whom."""

    documents: Mapping[DocumentId, Document]
    claims: Mapping[ClaimId, Claim]
    of_document: Mapping[DocumentId, Sequence[Claim]]
    around: Mapping[DocumentId, Surroundings]
    voices: Naming
    copied_from: Mapping[DocumentId, DocumentId]
    judged: Judged = field(default_factory=Judged)
    # the claims of documents that others repeat, by act and words; filled as they are asked for
    by_quote: dict[DocumentId, dict[tuple[str, str], list[Claim]]] = field(default_factory=dict, compare=False)
