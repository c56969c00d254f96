"""What the surroundings of a claim add: the days and places that its document tells of elsewhere.

A claim takes its date and place from its own sentence; what the document adds belongs to the incident, as a hint.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from clarion.language.dates import find_dates
from clarion.language.places import find_places
from clarion.model import Claim, Document, Place, RegionKind, StanceKind, When
from clarion.model.intervals import first_day
from clarion.reconcile.countries import Countries
from clarion.reconcile.sketch import SHORT_INTERVAL, length

FIRST_LINES = 4
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
class Surroundings:
    """A document's date and what it tells of besides."""

    published: date | None
    whens: tuple[When, ...]
    places: tuple[Place, ...]
    names: frozenset[str]
    title_names: frozenset[str]
    countries: Countries
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is read of a document: its text, its head and the day that its dates are counted from."""

    text: str
    head: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Read:
    """What a document's text tells of, whatever its claims are."""

    whens: tuple[When, ...]
    places: tuple[Place, ...]
    names: frozenset[str]
    title_names: frozenset[str]


def asked_of(document: Document) -> Asked:
    """What is to be read of a document."""
    return Asked(document.text or "", _head(document), document.published)


def read(asked: Asked) -> Read:
    """The days and places of a head and the names in a text: the costly part of `surroundings`."""
    return Read(
        whens=tuple(_dates(asked.head, asked.published)),
        places=tuple(find_places(asked.head)),
        names=_names(asked.text),
        title_names=_names(asked.head),
    )


def unread(document: Document) -> Surroundings:
    """The surroundings in a document that has not been read yet: none."""
    nothing: frozenset[str] = frozenset()
    text = document.text or ""
    return Surroundings(document.published, (), (), nothing, nothing, Countries(nothing, ""), text)


def surroundings(document: Document, claims: Sequence[Claim], known: Read | None = None) -> Surroundings:
    """The recent days and the narrow places of a document's claims. `known` saves reading its text again."""
    told = [claim for claim in claims if claim.stance in _TOLD]
    known = known or read(asked_of(document))
    text = document.text or ""
    said = [claim.when for claim in told if claim.when] + list(known.whens)
    whens = [replace(when, span=None) for when in said if _is_recent(when, document.published)]
    named = [place for claim in told for place in claim.where] + list(known.places)
    places = [replace(place, span=None) for place in named if not (place.ref or "").startswith("state:")]
    return Surroundings(
        published=document.published,
        whens=tuple(dict.fromkeys(whens)),
        places=tuple(dict.fromkeys(places)),
        names=known.names,
        title_names=known.title_names,
        countries=Countries(frozenset(country for claim in claims for country in _countries(claim)), text),
        text=text,
    )


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


def _dates(head: str, published: date | None) -> list[When]:
    """The days that a head names, without the day of publication itself."""
    return [when for when in find_dates(head, written_on=published) if first_day(when) != published]


def _names(text: str) -> frozenset[str]:
    """Words capitalised inside a sentence: the names of the places, bodies and people that a document is about."""
    return frozenset(match["name"].casefold() for match in _NAME.finditer(text)) - _CALENDAR


def _is_recent(when: When, published: date | None) -> bool:
    first = first_day(when)
    if first is None or length(when) > SHORT_INTERVAL:
        return False
    return published is None or 0 <= (published - first).days <= _RECENT_DAYS
