"""What the surroundings of a claim add: the days and places that its document tells of elsewhere.

A claim takes its date and place from its own sentence; what the document adds belongs to the incident, as a hint.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clarion.model import Claim, Document, Place, StanceKind, When
from clarion.model.intervals import first_day
from clarion.reconcile.sketch import SHORT_INTERVAL, length

_NAME = re.compile(r"[a-z0-9,;'’)] (?P<name>[^\W\d_a-z][^\W\d_]{3,})")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
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


def surroundings(document: Document, claims: Sequence[Claim]) -> Surroundings:
    """The recent days and the narrow places of a document's claims."""
    told = [claim for claim in claims if claim.stance in _TOLD]
    whens = [claim.when for claim in told if claim.when and _is_recent(claim.when, document.published)]
    places = [place for claim in told for place in claim.where if not (place.ref or "").startswith("state:")]
    text = document.text or ""
    return Surroundings(document.published, tuple(dict.fromkeys(whens)), tuple(dict.fromkeys(places)), _names(text))


def _names(text: str) -> frozenset[str]:
    """Words capitalised inside a sentence: the names of the places, bodies and people that a document is about."""
    return frozenset(match["name"].casefold() for match in _NAME.finditer(text)) - _CALENDAR


def _is_recent(when: When, published: date | None) -> bool:
    first = first_day(when)
    if first is None or length(when) > SHORT_INTERVAL:
        return False
    return published is None or 0 <= (published - first).days <= _RECENT_DAYS
