"""Which claims of one document tell one happening.

Within a document a bare mention ("they were driven to the gate") goes on with what was told last; a claim with its own
day, place or people starts a new episode when these differ.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clarion.model import Claim, StanceKind
from clarion.reconcile.likeness import likeness, outgrows
from clarion.reconcile.sketch import Sketch, is_background, sketch_of, together
from clarion.reconcile.surroundings import Surroundings

# a claim with details of its own joins an episode of its document at this score; a bare one joins at any
ENOUGH_WITHIN = 0.5

TELLING = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.POSSIBLE})
FORECAST = frozenset({StanceKind.EXPECTED})
DENYING = frozenset({StanceKind.DENIED, StanceKind.NEGATED})


def episodes(claims: Sequence[Claim], around: Surroundings) -> list[Sketch]:
    """Group claims of one document, act and kind of stance, given in text order, into episodes."""
    found: list[list[Sketch]] = []
    background: list[Sketch] = []
    for claim in claims:
        sketch = sketch_of(claim, around.published)
        if is_background(claim, around.published):
            background.append(sketch)
            continue
        home = _home(found, sketch)
        if home is None:
            found.append([sketch])
        else:
            home.append(sketch)
    return [_placed(together(group), around) for group in found] + background


def _placed(episode: Sketch, around: Surroundings) -> Sketch:
    """The episode with the names of its document, and its days and places unless it is told in full."""
    named = replace(episode, near_names=around.names, title_names=around.title_names)
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
