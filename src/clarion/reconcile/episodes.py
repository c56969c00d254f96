"""Which claims of one document tell one happening.

Within a document a bare mention ("they were driven to the gate") goes on with what was told last; a claim with its own
day, place or people starts a new episode when these differ.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clarion.model import Claim, StanceKind
from clarion.reconcile.likeness import likeness, outgrows
from clarion.reconcile.sketch import Sketch, is_background, sketch_of, together
from clarion.reconcile.surroundings import Surroundings

# a claim with details of its own joins an episode of its document at this score; a bare one joins at any
ENOUGH_WITHIN = 0.5
LONGEST_GAP = 200
_END = re.compile(r"[.!?…]['\"”’)]*\s|\n\s*\n|\n\s*[-*•\d]")

TELLING = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.POSSIBLE})
FORECAST = frozenset({StanceKind.EXPECTED})
DENYING = frozenset({StanceKind.DENIED, StanceKind.NEGATED})


def episodes(claims: Sequence[Claim], around: Surroundings) -> list[Sketch]:
    """Group claims of one document, act and kind of stance, given in text order, into episodes."""
    found: list[list[Sketch]] = []
    background: list[Sketch] = []
    last: tuple[Claim, list[Sketch]] | None = None
    for claim in claims:
        sketch = sketch_of(claim, around.published)
        if is_background(claim, around.published):
            background.append(sketch)
            continue
        goes_on = last and _one_sentence(last[0], claim, around.text) and not outgrows(sketch, together(last[1]))
        home = last[1] if last and goes_on else _home(found, sketch) or _new(found)
        home.append(sketch)
        last = claim, home
    return [placed(together(group), around) for group in found] + background


def _new(found: list[list[Sketch]]) -> list[Sketch]:
    found.append([])
    return found[-1]


def _one_sentence(before: Claim, claim: Claim, text: str) -> bool:
    """True when two claims stand in one sentence and not both give a day: one night told in two clauses."""
    between = text[before.span[1] : claim.span[0]]
    return len(between) < LONGEST_GAP and not _END.search(between) and not (_has_day(before) and _has_day(claim))


def _has_day(claim: Claim) -> bool:
    """A clock time goes with the day told before it."""
    return claim.when is not None and claim.when.start is not None and "T" not in claim.when.start


def placed(episode: Sketch, around: Surroundings) -> Sketch:
    """The episode with the names of its document, and its days and places unless it is told in full."""
    named = replace(episode, near_names=around.names, title_names=around.title_names, near_countries=around.countries)
    if episode.whens and episode.places:
        return named
    return replace(named, near_whens=around.whens, near_places=around.places)


def _home(found: Iterable[list[Sketch]], sketch: Sketch) -> list[Sketch] | None:
    """The episode that a claim goes on with: the likest, among equals the one told last."""
    best: tuple[float, list[Sketch]] | None = None
    for group in found:
        told = together(group)
        alike = likeness(told, sketch)
        if alike.block is None and not outgrows(sketch, told) and (best is None or alike.score >= best[0]):
            best = (alike.score, group)
    if best is None:
        return None
    return best[1] if sketch.is_bare or together(best[1]).is_bare or best[0] >= ENOUGH_WITHIN else None
