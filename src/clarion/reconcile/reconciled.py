"""The step: documents and their claims in, voices and incidents out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from clarion.model import Claim, Document, DocumentId, Incident, Judgement, Voice
from clarion.reconcile.incremental import Reconciler


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What reconcile makes of claims."""

    voices: tuple[Voice, ...]
    incidents: tuple[Incident, ...]


def reconcile(
    documents: Sequence[Document], claims: Sequence[Claim], *, judgements: Sequence[Judgement] = ()
) -> Reconciled:
    """Join voices, fold copies into origins, and group claims into incidents. The order given makes no difference.

    `judgements` are those of the case in the order of its log; see `clarion.reconcile.judged`. A case that grows is
    reconciled in less time by `clarion.reconcile.incremental`.
    """
    of_document: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_document[claim.document].append(claim)
    reconciler = Reconciler()
    reconciler.change([(document, of_document[document.id]) for document in documents], judgements=judgements)
    return Reconciled(reconciler.voices, reconciler.incidents)
