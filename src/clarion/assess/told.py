"""All that is told in a set of documents, indexed once so that each incident looks only near itself."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clarion.assess.wording import says
from clarion.model import Claim, Document, DocumentId, StanceKind

# of a document with more claims of an act than this, those that stand nearest to an incident speak to it
MOST_NEAR = 64
# of what was put to a state before a day, the latest so many are looked at
MOST_NOTICES = 256
NOTICE_ACTS = frozenset("appeal condemnation consultation halt investigation breach".split())


@dataclass(frozen=True, slots=True)
class Told:
    """Claims by document, and what was put to each state, by day."""

    documents: Mapping[DocumentId, Document]
    by_document: Mapping[DocumentId, tuple[Claim, ...]]
    by_act: Mapping[tuple[DocumentId, str], tuple[Claim, ...]]
    invoking: Mapping[DocumentId, tuple[Claim, ...]]  # claims that name norms
    grounds: Mapping[DocumentId, tuple[Claim, ...]]  # claims that name the law, security or economic reasons
    notices: Mapping[str, tuple[tuple[date, Claim], ...]]

    def of_acts(self, documents: Mapping[DocumentId, int], acts: Iterable[str]) -> list[Claim]:
        """The claims of some acts in some documents, in the order of documents and acts.

        `documents` gives for each the place (code point) at which it tells of the incident.
        """
        wanted = sorted(acts)
        return [c for d, at in documents.items() for act in wanted for c in nearest(self.by_act.get((d, act), ()), at)]

    def put_to(self, state: str, before: date) -> tuple[Claim, ...]:
        """What documents published before a day put to a state: appeals, demands, talks, condemnations."""
        known = self.notices.get(state, ())
        end = bisect_left(known, before, key=lambda one: one[0])
        return tuple(claim for _, claim in known[max(0, end - MOST_NOTICES) : end])


def nearest(claims: Sequence[Claim], at: int) -> Sequence[Claim]:
    """Of one document's claims, in text order, the `MOST_NEAR` that stand nearest to a place; all when they are few."""
    if len(claims) <= MOST_NEAR:
        return claims
    middle = bisect_left(claims, at, key=lambda claim: claim.span[0])
    first = min(max(0, middle - MOST_NEAR // 2), len(claims) - MOST_NEAR)
    return claims[first : first + MOST_NEAR]


def told_of(claims: Sequence[Claim], documents: Iterable[Document]) -> Told:
    """Index claims and documents."""
    of_documents = {document.id: document for document in documents}
    by_document: dict[DocumentId, list[Claim]] = defaultdict(list)
    notices: dict[str, list[tuple[date, Claim]]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
        day = of_documents[claim.document].published
        if day is not None and (claim.act in NOTICE_ACTS or claim.stance == StanceKind.CALLED_FOR):
            for state in {to.ref.removeprefix("state:") for to in claim.addressees if to.ref}:
                notices[state].append((day, claim))
    ordered = {key: tuple(sorted(own, key=lambda one: (one.span, one.id))) for key, own in by_document.items()}
    by_act: dict[tuple[DocumentId, str], list[Claim]] = defaultdict(list)
    for document, own in ordered.items():
        for claim in own:
            by_act[document, claim.act].append(claim)
    return Told(
        documents=of_documents,
        by_document=ordered,
        by_act={key: tuple(own) for key, own in by_act.items()},
        invoking={key: tuple(one for one in own if one.norms) for key, own in ordered.items()},
        grounds={key: tuple(one for one in own if says("own_ground", one.quote)) for key, own in ordered.items()},
        notices={
            key: tuple(sorted(own, key=lambda one: (one[0], one[1].document, one[1].span, one[1].id)))
            for key, own in notices.items()
        },
    )
