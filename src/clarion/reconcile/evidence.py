"""Everything that incidents are put together from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clarion.model import Claim, ClaimId, Document, DocumentId
from clarion.model.naming import document_names
from clarion.reconcile.answering import Found, find_answers
from clarion.reconcile.judged import Judged
from clarion.reconcile.naming import Naming
from clarion.reconcile.notices import Notice, find_notices
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
    # what was read in a document once for all its incidents
    answers: dict[DocumentId, tuple[Found, ...]] = field(default_factory=dict, compare=False)
    notices: dict[DocumentId, tuple[Notice, ...]] = field(default_factory=dict, compare=False)

    def answers_in(self, document: DocumentId) -> tuple[Found, ...]:
        """The sentences of a document that answer an account."""
        found = self.answers.get(document)
        if found is None:
            found = self.answers[document] = find_answers(self.documents[document].text or "")
        return found

    def notices_in(self, document: DocumentId) -> tuple[Notice, ...]:
        """The sentences of a document that take an account back or mend it."""
        found = self.notices.get(document)
        if found is None:
            found = self.notices[document] = find_notices(self.documents[document].text or "")
        return found

    def names(self, documents: Iterable[DocumentId]) -> dict[DocumentId, str]:
        """Documents that are told of together, as a sentence names them."""
        return document_names(self.documents[one] for one in dict.fromkeys(documents))

    def forget(self, document: DocumentId) -> None:
        """Drop what was read in a document."""
        self.answers.pop(document, None)
        self.notices.pop(document, None)
