"""What a source takes back or mends of its own earlier account, and what that does to an incident.

A withdrawn account stays in the record with its words. It no longer counts as an origin, nor does what was passed on
from it; a corrected figure gives way to the one that its source gives last.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clarion.model import Claim, Correction, CorrectionKind, Document, DocumentId, Span
from clarion.reconcile.answering import sentence_around
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.origins import Origin

_ACCOUNT = (
    r"(?:report|reporting|story|article|statement|claim|account|release|allegation|figures?|numbers?|toll|count"
    r"|estimate|letter"
    r"|post|dispatch|information)s?"
)
_RETRACTS = re.compile(
    rf"\b(?:retract|withdraw|withdrew|retracted|withdrawn|retracts|withdraws|taken back|take back|takes back"
    rf"|disown(?:s|ed)?)"
    rf" (?:(?:our|its|his|her|their|the|this|that|an|all|earlier|previous|initial|first|press"
    rf"|\d+ \w+) ){{1,4}}{_ACCOUNT}\b"
    rf"|\b(?:this|our|the|its) (?:[\w-]+ )?{_ACCOUNT} (?:has been|have been|was|were|is"
    rf"|are) (?:hereby )?(?:retracted|withdrawn)\b"
    r"|^\s*(?:retraction|withdrawn|retracted)\b\s*[:—–-]",
    re.I | re.M,
)
_CORRECTS = re.compile(
    rf"^\s*(?:correction|corrected|corrects|clarification|erratum)\b\s*[:—–(-]"
    rf"|\b(?:an|the|our) (?:earlier|previous|initial|original|first) (?:version|edition|{_ACCOUNT})(?: of this \w+)?"
    r" (?:said|stated|gave|misstated|incorrectly|wrongly|mistakenly|was wrong|contained an error|put)\b"
    rf"|\b(?:this|the) {_ACCOUNT} (?:has been|was) (?:corrected|amended|revised)\b"
    rf"|\b(?:correct|corrects|corrected|correcting|revise|revises|revised|amend|amends|amended)"
    rf" (?:(?:our|its|his|her|their|the|an|earlier|previous|initial|first|press) ){{1,3}}{_ACCOUNT}\b",
    re.I | re.M,
)
_HINTS = ("retract", "withdr", "taken back", "take back", "takes back", "disown", "correct", "clarif", "erratum",
          "revis", "amend", "earlier", "previous", "initial", "original", "the first", "our first")  # fmt: skip
_NOT_SAID = re.compile(
    r"\b(?:urge[ds]?|demand\w*|call(?:ed|s)? (?:on|for)|must|should|refus\w+|asked|never|not) ", re.I
)


@dataclass(frozen=True, slots=True)
class _Notice:
    kind: CorrectionKind
    span: Span
    words: str


def corrections_of(told: Sequence[Claim], evidence: Evidence) -> tuple[Correction, ...]:
    """The notices in an incident's documents by which a source takes back or mends what it told of the incident."""
    documents = list(dict.fromkeys(claim.document for claim in told))
    found = []
    for name in documents:
        document = evidence.documents[name]
        for notice in _notices(document.text or ""):
            of = _of(notice, document, documents, evidence)
            if of:
                paths = ", ".join(evidence.documents[one].path for one in of)
                verb = "takes back" if notice.kind == CorrectionKind.RETRACTS else "mends"
                reason = f"{document.path} {verb} what {paths} told: “{notice.words}”"
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


@lru_cache(maxsize=4096)
def _notices(text: str) -> tuple[_Notice, ...]:
    low = text.casefold()
    if not any(hint in low for hint in _HINTS):
        return ()
    found: dict[Span, _Notice] = {}
    for kind, pattern in ((CorrectionKind.RETRACTS, _RETRACTS), (CorrectionKind.CORRECTS, _CORRECTS)):
        for cue in pattern.finditer(text):
            start = cue.start() + len(cue[0]) - len(cue[0].lstrip())
            span = sentence_around(text, (start, cue.end()))
            if not _NOT_SAID.search(text, span[0], max(start, span[0])):
                found.setdefault(span, _Notice(kind, span, " ".join(text[slice(*span)].split())))
    return tuple(found[span] for span in sorted(found))


def _of(
    notice: _Notice, document: Document, documents: Sequence[DocumentId], evidence: Evidence
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
