"""What the surroundings of a claim add: the days and places that its document tells of elsewhere.

A claim takes its date and place from its own sentence; what the document adds belongs to the incident, as a hint.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from sys import intern

from clarion.language.dates import find_dates
from clarion.language.places import find_places
from clarion.model import Claim, Document, Place, RegionKind, StanceKind, When
from clarion.model.intervals import first_day
from clarion.reconcile.countries import Countries
from clarion.reconcile.sketch import SHORT_INTERVAL, length

FIRST_LINES = 4
# heads remembered with their places, some thousand bytes each
MOST_HEADS = 200
_NAME = re.compile(r"[a-z0-9,;'’)] (?P<name>[^\W\d_a-z][^\W\d_]{3,})")
# words that are capitalised in any report and name nothing in particular
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december article articles convention protocol constitution human rights united nations special "
    "rapporteur committee council court ministry minister president government national international police security "
    "state states general embassy consulate office high commissioner working group press release north south east west "
    "northern southern eastern western city province district region county union assembly parliament".split()
)
_TOLD = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED})
# the happening that a document is about lies no longer than this before it; older dates are background
_RECENT_DAYS = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """What is read of a document: its text, its head and the day that its dates are counted from."""

    text: str
    head: str
    published: date | None
    only_names: bool = False  # where the claims are told in full, the days and places of the head are not asked for


Near = tuple[tuple[When, ...], tuple[Place, ...]]


@dataclass(frozen=True, slots=True)
class Read:
    """What a document's text tells of, whatever its claims are; `near`: the days and places of its head, if asked."""

    near: Near | None
    names: frozenset[str]
    title_names: frozenset[str]


NOTHING = Read(((), ()), frozenset(), frozenset())


class Surroundings:
    """A document's date and what it tells of besides."""

    __slots__ = ("_claims", "_document", "_known", "_near", "countries", "names", "text", "title_names")

    def __init__(self, document: Document, claims: Sequence[Claim], known: Read) -> None:
        """`known` is what stands in the document's text."""
        self._document, self._claims = document, claims
        self._known: Near | None = known.near
        self._near: Near | None = None
        self.names, self.title_names = known.names, known.title_names
        self.text = document.text or ""
        told = frozenset(country for claim in claims for country in _countries(claim))
        self.countries = Countries(told, self.text)

    @property
    def published(self) -> date | None:
        """The day of the document."""
        return self._document.published

    @property
    def whens(self) -> tuple[When, ...]:
        """The recent days that the claims and the head give."""
        return self._told_near()[0]

    @property
    def places(self) -> tuple[Place, ...]:
        """The narrow places that the claims and the head give."""
        return self._told_near()[1]

    def _told_near(self) -> Near:
        if self._near is None:
            known = self._known or _near(asked_of(self._document))
            told = [claim for claim in self._claims if claim.stance in _TOLD]
            said = [claim.when for claim in told if claim.when] + list(known[0])
            whens = [
                when if when.span is None else replace(when, span=None)
                for when in said
                if _is_recent(when, self.published)
            ]
            named = [place for claim in told for place in claim.where] + list(known[1])
            places = [
                place if place.span is None else replace(place, span=None)
                for place in named
                if not (place.ref or "").startswith("state:")
            ]
            self._known, self._near = None, (tuple(dict.fromkeys(whens)), tuple(dict.fromkeys(places)))
        return self._near


def asked_of(document: Document, *, only_names: bool = False) -> Asked:
    """What is to be read of a document."""
    return Asked(document.text or "", _head(document), document.published, only_names)


def read(asked: Asked) -> Read:
    """The days and places of a head and the names in a text: the costly part of `surroundings`."""
    return Read(None if asked.only_names else _near(asked), _names(asked.text), _names(asked.head))


def unread(document: Document) -> Surroundings:
    """The surroundings in a document that has not been read yet: none."""
    return Surroundings(document, (), NOTHING)


def _countries(claim: Claim) -> list[str]:
    """The countries that a claim names as place, as doer or as home of those affected."""
    refs = [party.ref for party in claim.actors] + ([claim.affected.ref] if claim.affected else [])
    named = [ref.split(":", 1)[1] for ref in refs if ref and ref.startswith(("state:", "nationality:"))]
    return named + [place.country for place in claim.where if place.country]


def _head(document: Document) -> str:
    """The headlines, which say what a document is about; its first lines where none is marked."""
    text = document.text or ""
    lines = [text[slice(*region.span)] for region in document.regions if region.kind == RegionKind.HEADLINE]
    return "\n".join(lines) if lines else "\n".join(text.split("\n", FIRST_LINES)[:FIRST_LINES])


def _near(asked: Asked) -> Near:
    return tuple(_dates(asked.head, asked.published)), _places(asked.head)


@lru_cache(maxsize=MOST_HEADS)
def _places(head: str) -> tuple[Place, ...]:
    """The places of a head; one that many papers carry is read once, if they come one after the other."""
    return tuple(find_places(head))


def _dates(head: str, published: date | None) -> list[When]:
    """The days that a head names, without the day of publication itself."""
    return [when for when in find_dates(head, written_on=published) if first_day(when) != published]


def _names(text: str) -> frozenset[str]:
    """Words capitalised inside a sentence: the names of the places, bodies and people that a document is about."""
    return frozenset(intern(name.casefold()) for name in _NAME.findall(text)) - _CALENDAR


def _is_recent(when: When, published: date | None) -> bool:
    first = first_day(when)
    if first is None or length(when) > SHORT_INTERVAL:
        return False
    return published is None or 0 <= (published - first).days <= _RECENT_DAYS
