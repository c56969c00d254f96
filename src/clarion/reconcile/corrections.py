"""What a source takes back or mends of its own earlier account, and what that does to an incident.

A withdrawn account stays in the record with its words. It no longer counts as an origin, nor does what was passed on
from it; a corrected figure gives way to the one that its source gives last.
"""

from collections.abc import Iterable, Mapping, Sequence

from clarion.model import Claim, Correction, CorrectionKind, Document, DocumentId
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.notices import Notice
from clarion.reconcile.origins import Origin


def corrections_of(told: Sequence[Claim], evidence: Evidence) -> tuple[Correction, ...]:
    """The notices in an incident's documents by which a source takes back or mends what it told of the incident."""
    documents = list(dict.fromkeys(claim.document for claim in told))
    names = evidence.names(documents)
    found = []
    for name in documents:
        document = evidence.documents[name]
        for notice in evidence.notices_in(name):
            of = _of(notice, document, documents, evidence)
            if of:
                accounts = ", ".join(names[one] for one in of)
                verb = "takes back" if notice.kind == CorrectionKind.RETRACTS else "mends"
                reason = f"{names[name]} {verb} what {accounts} told: “{notice.words}”"
                found.append(Correction(notice.kind, name, notice.span, of, reason))
    return tuple(sorted(found, key=lambda one: (one.document, one.span, one.kind)))


def superseded(corrections: Iterable[Correction], told: Sequence[Claim]) -> frozenset[DocumentId]:
    """The documents whose figure counts no longer: withdrawn ones, and those whose source gives another one since."""
    counted = {claim.document for claim in told if claim.affected and claim.affected.count}
    gone: set[DocumentId] = set()
    for one in corrections:
        if one.kind == CorrectionKind.RETRACTS:
            gone |= {*one.of}
        elif one.document in counted:
            gone |= {*one.of} - {one.document}
    return frozenset(gone)


def without_withdrawn(
    origins: Mapping[DocumentId, Origin], corrections: Iterable[Correction]
) -> dict[DocumentId, Origin]:
    """The origins without those that took their account back, and without what was passed on from them."""
    withdrawn = {name for one in corrections if one.kind == CorrectionKind.RETRACTS for name in one.of}
    roots = {origins[name].root for name in withdrawn if name in origins} - {None}
    return {
        name: Origin(None, f"{origin.reason}; its source has taken the account back")
        if name in withdrawn or origin.root in roots
        else origin
        for name, origin in origins.items()
    }


def _of(
    notice: Notice, document: Document, documents: Sequence[DocumentId], evidence: Evidence
) -> tuple[DocumentId, ...]:
    """The incident's documents that a notice is about: those of the body it names, else those of its own house.

    Only what was published by then can be meant; a retraction also covers the document that carries it.
    """
    voices = evidence.voices
    low = notice.words.casefold()
    houses = {name: _house(evidence.documents[name], evidence) for name in documents}
    own = houses[document.id]
    named = {
        root
        for name in documents
        if (publisher := evidence.documents[name].publisher)
        and publisher.casefold().removeprefix("the ") in low
        and (root := voices.root(name, publisher))
    }
    meant = named or own
    early = [name for name in documents if houses[name] & meant and _by(evidence.documents[name], document)]
    carries = notice.kind == CorrectionKind.RETRACTS and bool(own & meant)
    return tuple(name for name in early if name != document.id or carries)


def _house(document: Document, evidence: Evidence) -> frozenset[str]:
    names = [document.publisher, *document.authors]
    return frozenset(root for name in names if name and (root := evidence.voices.root(document.id, name)))


def _by(document: Document, notice: Document) -> bool:
    if document.published is None or notice.published is None:
        return document.id == notice.id
    return document.published <= notice.published
