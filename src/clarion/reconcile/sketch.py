"""What a group of claims says of one happening, and how like two such sketches are.

The score is a sum of named parts, so a person can read why two groups were held together or apart.
A block (another day, another place, another nationality) keeps two sketches apart whatever else agrees.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from clarion.model import ActId, Claim, ClaimId, Count, DocumentId, Place, When
from clarion.model.intervals import first_day, last_day, touch
from clarion.reconcile.countries import Named
from clarion.reconcile.words import content_words

Told = TypeVar("Told")
# intervals longer than this (days) say little about whether two happenings are one
SHORT_INTERVAL = 7
# an interval that began longer than this before its document is background, not the happening told
BACKGROUND_DAYS = 270


# an empty set takes two hundred bytes, and most sketches hold several
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a group of claims of one act says: when, where, who, how many."""

    act: ActId
    claims: tuple[ClaimId, ...]
    documents: frozenset[DocumentId]
    published: tuple[date, ...]
    whens: tuple[When, ...] = ()
    places: tuple[Place, ...] = ()
    affected_refs: frozenset[str] = NONE
    affected_words: frozenset[str] = NONE
    actor_refs: frozenset[str] = NONE
    actor_words: frozenset[str] = NONE
    counts: tuple[Count, ...] = ()
    near_whens: tuple[When, ...] = ()  # days and places told elsewhere in the documents: hints, never blocks
    near_places: tuple[Place, ...] = ()
    near_names: frozenset[str] = NONE
    title_names: frozenset[str] = NONE
    near_countries: Named = ()  # one for each document
    another: bool = False  # told as one more of its kind: "a second attack"

    @property
    def is_bare(self) -> bool:
        """True when the claims give neither a date nor a place of their own."""
        return not self.whens and not self.places

    @property
    def narrowest(self) -> When | None:
        """The shortest interval given, the earliest among equals."""
        return _narrowest(self.whens)

    @property
    def first_published(self) -> date | None:
        """The day of the earliest dated document."""
        return min(self.published, default=None)


def sketch_of(claim: Claim, published: date | None) -> Sketch:
    """The sketch of a single claim."""
    affected = claim.affected
    counted = [affected.count, *affected.others] if affected else []
    return Sketch(
        act=claim.act,
        claims=(claim.id,),
        documents=_shared(frozenset({claim.document})),
        published=(published,) if published else (),
        whens=(claim.when,) if claim.when and (claim.when.start or claim.when.end) else (),
        places=claim.where,
        affected_refs=_shared(frozenset({affected.ref})) if affected and affected.ref else NONE,
        affected_words=content_words(affected.description) if affected and affected.description else NONE,
        actor_refs=_shared(frozenset(actor.ref for actor in claim.actors if actor.ref)) if claim.actors else NONE,
        actor_words=_shared(_words(claim)) if claim.actors else NONE,
        counts=tuple(count for count in counted if count),
    )


def together(sketches: Iterable[Sketch]) -> Sketch:
    """One sketch that holds all that several say."""
    parts = list(sketches)
    if len(parts) == 1 and _is_once(parts[0]):
        return parts[0]
    return Sketch(
        act=parts[0].act,
        claims=tuple(claim for part in parts for claim in part.claims),
        documents=_union([part.documents for part in parts]),
        published=tuple(sorted({day for part in parts for day in part.published})),
        whens=_listed([part.whens for part in parts]),
        places=_listed([part.places for part in parts]),
        affected_refs=_union([part.affected_refs for part in parts]),
        affected_words=_union([part.affected_words for part in parts]),
        actor_refs=_union([part.actor_refs for part in parts]),
        actor_words=_union([part.actor_words for part in parts]),
        counts=_listed([part.counts for part in parts]),
        near_whens=_listed([part.near_whens for part in parts]),
        near_places=_listed([part.near_places for part in parts]),
        near_names=_union([part.near_names for part in parts]),
        title_names=_union([part.title_names for part in parts]),
        near_countries=_listed([part.near_countries for part in parts]),
        another=any(part.another for part in parts),
    )


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(word for actor in claim.actors for word in content_words(actor.name))


@lru_cache(maxsize=20_000)
def _shared(held: frozenset[Told]) -> frozenset[Told]:
    """One set for all that are equal, as most of those that were made lately are."""
    return held


def _is_once(sketch: Sketch) -> bool:
    """Whether a sketch says nothing twice, so that what it says together with nothing is itself."""
    told = (sketch.whens, sketch.places, sketch.counts, sketch.near_whens, sketch.near_places)
    return all(len(one) < 2 or len(set(one)) == len(one) for one in told) and len(sketch.published) < 2


def _union(sets: Sequence[frozenset[Told]]) -> frozenset[Told]:
    """All of several sets; one that holds all the others is given as it is, so that nothing is held twice."""
    largest = max(sets, key=len)
    for one in sets:
        if one is not largest and not one <= largest:
            return frozenset().union(*sets)
    return largest


def _listed(rows: Sequence[tuple[Told, ...]]) -> tuple[Told, ...]:
    """Each thing of several rows once, in their order; a row that holds all is given as it is."""
    told = [row for row in rows if row]
    if not told:
        return ()
    if len(told[0]) == 1 and all(row is told[0] for row in told):
        return told[0]  # most rows; nothing is hashed for them
    found = dict.fromkeys(chain.from_iterable(told))
    for row in told:
        if len(row) == len(found):
            return row if list(found) == list(row) else tuple(found)
    return tuple(found)


def is_background(claim: Claim, published: date | None) -> bool:
    """True for totals and histories ("killed since 2017"): an open interval that began long before the document."""
    when = claim.when
    if when is None or published is None or when.start is None or when.end is not None or "T" in when.start:
        return False
    first = first_day(when)
    return first is not None and (published - first).days > BACKGROUND_DAYS


def length(when: When) -> int:
    """Days from the first to the last that an interval touches; an open one counts as longer than any closed one."""
    first, last = first_day(when), last_day(when)
    if first is None or (last is None and "T" not in (when.start or "")):
        return 10_000
    return (last - first).days if last else 0


@lru_cache(maxsize=50_000)
def _narrowest(whens: tuple[When, ...]) -> When | None:
    """A clock time counts only on a day that is told too: its own day is worked out from what stands before it."""
    closed = [when for when in whens if when.start]
    told = [when for when in closed if "T" not in (when.start or "")]
    fitting = [when for when in closed if not told or when in told or any(touch(when, day) for day in told)]
    return min(fitting, key=lambda when: (length(when), when.start or ""), default=None)
