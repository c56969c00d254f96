"""All that is told in a set of documents, indexed once so that each incident looks only near itself."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clarion.assess.wording import says
from clarion.model import Claim, Document, DocumentId, StanceKind

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

    def of_acts(self, documents: Sequence[DocumentId], acts: Iterable[str]) -> list[Claim]:
        """The claims of some acts in some documents, in the order of documents and acts."""
        wanted = sorted(acts)
        return [c for document in documents for act in wanted for c in self.by_act.get((document, act), ())]

    def put_to(self, state: str, before: date) -> tuple[Claim, ...]:
        """What documents published before a day put to a state: appeals, demands, talks, condemnations."""
        known = self.notices.get(state, ())
        return tuple(claim for _, claim in known[: bisect_left(known, before, key=lambda one: one[0])])


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
