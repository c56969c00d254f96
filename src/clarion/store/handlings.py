"""How documents may be used and seen, worked out from what was given with them and what people decided.

What a person decided counts. Else the strictest word of those who brought the document in; a word that is none of
"sealed", "partner" and "public" counts as sealed until somebody decides. What came inside another document, and was
never brought in on its own, takes all of this from that document.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from clarion.model.ids import DocumentId
from clarion.model.vocabulary import View
from clarion.store.marks import SEALED, Handling

# the strictest first; "" is a document that every member of the case sees and that leaves by no view but sealed
ORDER = (View.SEALED.value, "", View.PARTNER.value, View.PUBLIC.value)


@dataclass(frozen=True, slots=True)
class Arrived:
    """How a document came: by whom, when, with which words of its provider, and inside which other one."""

    by: str
    at: str
    part_of: DocumentId | None
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of a document."""

    handling: str
    named: tuple[str, ...]
    reason: str


def handling_of(
    document: DocumentId, arrived: Iterable[Arrived], holders: Mapping[DocumentId, Handling], decided: Decided | None
) -> Handling:
    """The handling of a document. `holders` are those of the documents that it came in."""
    arrived = list(arrived)
    own = [one for one in arrived if one.part_of is None]
    made = _of_own(document, own) if own else _of_holders(document, arrived, holders)
    if decided is None:
        return made
    return Handling(
        id=document,
        handling=decided.handling,
        named=tuple(sorted(set(decided.named))),
        brought_by=made.brought_by,
        brought_at=made.brought_at,
        provider=made.provider,
        consent=made.consent,
        given=made.given,
        reason=decided.reason,
    )


def word_of(given: object) -> str:
    """The handling that the word of a provider amounts to."""
    word = str(given or "").strip().lower()
    return word if word in ORDER else SEALED


def _of_own(document: DocumentId, own: list[Arrived]) -> Handling:
    words = [str(one.given.get("handling") or "").strip() for one in own]
    said = [word for word in words if word]
    strictest = min((word_of(word) for word in said), key=ORDER.index, default="")
    named = {str(name) for one in own for name in one.given.get("named") or ()}
    return Handling(
        id=document,
        handling=strictest,
        named=tuple(sorted(named)),
        brought_by=tuple(sorted({one.by for one in own})),
        brought_at=min(one.at for one in own),
        provider=_first(own, "provider"),
        consent=_first(own, "consent"),
        given=next((word for word in said if word_of(word) == strictest and word.lower() != strictest), ""),
    )


def _of_holders(document: DocumentId, arrived: list[Arrived], holders: Mapping[DocumentId, Handling]) -> Handling:
    around = [
        holders[name] for name in sorted({one.part_of for one in arrived if one.part_of is not None} & set(holders))
    ]
    if not around:
        return _of_own(document, arrived) if arrived else Handling(document)
    strictest = min((one.handling for one in around), key=ORDER.index)
    return Handling(
        id=document,
        handling=strictest,
        named=tuple(sorted({name for one in around for name in one.named})),
        brought_by=tuple(sorted({name for one in around for name in one.brought_by})),
        brought_at=min(one.brought_at for one in around),
        provider=next((one.provider for one in around if one.provider), ""),
        consent=next((one.consent for one in around if one.consent), ""),
        given=next((one.given for one in around if one.given), ""),
    )


def _first(arrived: list[Arrived], name: str) -> str:
    return next((str(one.given[name]) for one in arrived if one.given.get(name)), "")
