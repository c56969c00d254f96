"""What the safety check works with, and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clarion.model import Detail, DocumentId, Judgement, Record, View, made_id
from clarion.publish.safety.cutting import Cut
from clarion.publish.safety.matching import Matcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """How a record is to be made safe.

    `handlings` are those of the documents; `released` the ids of details that an owner let out; `secret` a key of this
    installation for this case and view, never in the case; `people` the names of those who took documents in, brought
    them, judged or are named for them.
    """

    view: View
    handlings: Mapping[DocumentId, str]
    secret: bytes
    released: frozenset[str] = frozenset()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A detail that does not leave. `words` are those of the document: they stay in the case."""

    id: str
    detail: Detail
    words: str


@dataclass(frozen=True, slots=True)
class Safe:
    """A record as a view may see it.

    `net` finds what must not stand in anything made from it, and `paths` are names of files that must not either.
    `judgements` are those on what leaves, without names, reasons and values; `cuts` what was cut out of the text of
    each document that leaves, by the id that it has in the case.
    """

    record: Record
    withheld: tuple[Withheld, ...]
    documents: int  # that stay with the case whole
    net: Matcher
    judgements: tuple[Judgement, ...] = ()
    cuts: Mapping[DocumentId, tuple[Cut, ...]] = field(default_factory=dict)


def detail_id(detail: Detail) -> str:
    """The id of a detail: of its document, place and kind, so that a release outlives the rule that found it."""
    return made_id("dtl", detail.document, detail.span, detail.kind)
