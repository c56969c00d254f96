"""What a group of claims says of one happening, and how like two such sketches are.

The score is a sum of named parts, so a person can read why two groups were held together or apart.
A block (another day, another place, another nationality) keeps two sketches apart whatever else agrees.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from clarion.model import ActId, Claim, ClaimId, Count, DocumentId, Place, When
from clarion.model.intervals import first_day, last_day, touch
from clarion.reconcile.words import content_words

# intervals longer than this (days) say little about whether two happenings are one
SHORT_INTERVAL = 7
# an interval that began longer than this before its document is background, not the happening told
BACKGROUND_DAYS = 270


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a group of claims of one act says: when, where, who, how many."""

    act: ActId
    claims: tuple[ClaimId, ...]
    documents: frozenset[DocumentId]
    published: tuple[date, ...]
    whens: tuple[When, ...] = ()
    places: tuple[Place, ...] = ()
    affected_refs: frozenset[str] = frozenset()
    affected_words: frozenset[str] = frozenset()
    actor_refs: frozenset[str] = frozenset()
    actor_words: frozenset[str] = frozenset()
    counts: tuple[Count, ...] = ()
    near_whens: tuple[When, ...] = ()  # days and places told elsewhere in the documents: hints, never blocks
    near_places: tuple[Place, ...] = ()
    near_names: frozenset[str] = frozenset()
    title_names: frozenset[str] = frozenset()
    near_countries: frozenset[str] = frozenset()
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
        documents=frozenset({claim.document}),
        published=(published,) if published else (),
        whens=(claim.when,) if claim.when and (claim.when.start or claim.when.end) else (),
        places=claim.where,
        affected_refs=frozenset({affected.ref} if affected and affected.ref else ()),
        affected_words=content_words(affected.description) if affected and affected.description else frozenset(),
        actor_refs=frozenset(actor.ref for actor in claim.actors if actor.ref),
        actor_words=frozenset(word for actor in claim.actors for word in content_words(actor.name)),
        counts=tuple(count for count in counted if count),
    )


def together(sketches: Iterable[Sketch]) -> Sketch:
    """One sketch that holds all that several say."""
    parts = list(sketches)
    return Sketch(
        act=parts[0].act,
        claims=tuple(claim for part in parts for claim in part.claims),
        documents=frozenset().union(*(part.documents for part in parts)),
        published=tuple(sorted({day for part in parts for day in part.published})),
        whens=tuple(dict.fromkeys(when for part in parts for when in part.whens)),
        places=tuple(dict.fromkeys(place for part in parts for place in part.places)),
        affected_refs=frozenset().union(*(part.affected_refs for part in parts)),
        affected_words=frozenset().union(*(part.affected_words for part in parts)),
        actor_refs=frozenset().union(*(part.actor_refs for part in parts)),
        actor_words=frozenset().union(*(part.actor_words for part in parts)),
        counts=tuple(dict.fromkeys(count for part in parts for count in part.counts)),
        near_whens=tuple(dict.fromkeys(when for part in parts for when in part.near_whens)),
        near_places=tuple(dict.fromkeys(place for part in parts for place in part.near_places)),
        near_names=frozenset().union(*(part.near_names for part in parts)),
        title_names=frozenset().union(*(part.title_names for part in parts)),
        near_countries=frozenset().union(*(part.near_countries for part in parts)),
        another=any(part.another for part in parts),
    )


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
