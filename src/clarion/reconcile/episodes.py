"""Which claims of one document tell one happening.

Within a document a bare mention ("they were driven to the gate") goes on with what was told last; a claim with its own
day, place or people starts a new episode when these differ.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clarion.model import Claim, StanceKind, When
from clarion.reconcile.likeness import agree, likeness, outgrows
from clarion.reconcile.sketch import Sketch, is_background, sketch_of, together
from clarion.reconcile.surroundings import Surroundings

# a claim with details of its own joins an episode of its document at this score; a bare one joins at any
ENOUGH_WITHIN = 0.5
LONGEST_GAP = 200
_END = re.compile(r"[.!?…]['\"”’)]*\s|\n\s*\n|\n\s*[-*•\d]")
# one more of its kind, said right before the act
_ANOTHER = re.compile(r"\b(?:second|third|fourth|another|further|separate)\s+(?:\w+\s+){0,2}$", re.I)
LONGEST_ANOTHER = 40
# what makes a clock time a day: a date, a weekday, a word for a day
_DAY = re.compile(
    r"\d{4}|\d(?:st|nd|rd|th)\b|day\b|night\b|eve\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)",
    re.I,
)

TELLING = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.POSSIBLE})
FORECAST = frozenset({StanceKind.EXPECTED})
DENYING = frozenset({StanceKind.DENIED, StanceKind.NEGATED})


def episodes(claims: Sequence[Claim], around: Surroundings) -> list[Sketch]:
    """Group claims of one document, act and kind of stance, given in text order, into episodes."""
    found, background = grouped(claims, around)
    return [placed(episode, around) for episode in found] + background


def grouped(claims: Sequence[Claim], around: Surroundings) -> tuple[list[Sketch], list[Sketch]]:
    """Episodes as the claims alone tell them, for which `around` need not be read, and what is told as background."""
    found: list[_Episode] = []
    background: list[Sketch] = []
    last: tuple[Claim, _Episode] | None = None
    for claim in claims:
        sketch = _without_worked_out_day(sketch_of(claim, around.published), around.text)
        if is_background(claim, around.published):
            background.append(sketch)
            continue
        another = _is_another(claim, around.text)
        goes_on = last and _one_sentence(last[0], claim, around.text) and not outgrows(sketch, last[1].whole)
        going_on = last[1] if last and goes_on else _home(found, sketch)
        sketch = replace(sketch, another=True) if another else sketch
        if another or going_on is None:
            last = claim, _Episode(sketch)
            found.append(last[1])
        else:
            going_on.whole = together((going_on.whole, sketch))
            last = claim, going_on
    return [episode.whole for episode in found], background


class _Episode:
    """Claims that tell one happening, as far as they are read."""

    __slots__ = ("whole",)

    def __init__(self, first: Sketch) -> None:
        self.whole = together((first,))


def _one_sentence(before: Claim, claim: Claim, text: str) -> bool:
    """True when two claims stand in one sentence and not both give a day: one night told in two clauses."""
    between = text[before.span[1] : claim.span[0]]
    return len(between) < LONGEST_GAP and not _END.search(between) and not (_has_day(before) and _has_day(claim))


def _is_another(claim: Claim, text: str) -> bool:
    """True for what is told as one more of its kind: "a second attack", "another wave of arrests"."""
    at = claim.cue[0] if claim.cue else claim.span[0]
    return bool(_ANOTHER.search(text[max(0, at - LONGEST_ANOTHER) : at]))


def _without_worked_out_day(sketch: Sketch, text: str) -> Sketch:
    """A clock time alone ("at about 3 a.m.") gives no day: the one it was given stands elsewhere in the document."""
    whens = tuple(when for when in sketch.whens if not _is_clock_alone(when, text))
    return sketch if len(whens) == len(sketch.whens) else replace(sketch, whens=whens)


def _is_clock_alone(when: When, text: str) -> bool:
    if when.span is None or when.start is None or "T" not in when.start:
        return False
    return not _DAY.search(text[slice(*when.span)])


def _has_day(claim: Claim) -> bool:
    """A clock time goes with the day told before it."""
    return claim.when is not None and claim.when.start is not None and "T" not in claim.when.start


def placed(episode: Sketch, around: Surroundings) -> Sketch:
    """The episode with the names of its document, and its days and places unless it is told in full."""
    in_full = is_told_in_full(episode)
    # written out field by field: `replace` takes three times as long, and every episode comes by here
    return Sketch(
        act=episode.act,
        claims=episode.claims,
        documents=episode.documents,
        published=episode.published,
        whens=episode.whens,
        places=episode.places,
        affected_refs=episode.affected_refs,
        affected_words=episode.affected_words,
        actor_refs=episode.actor_refs,
        actor_words=episode.actor_words,
        counts=episode.counts,
        near_whens=episode.near_whens if in_full else around.whens,
        near_places=episode.near_places if in_full else around.places,
        near_names=around.names,
        title_names=around.title_names,
        near_countries=(around.countries,),
        another=episode.another,
    )


def is_told_in_full(episode: Sketch) -> bool:
    """Whether claims give both days and places, so that nothing else in the document need be asked for them."""
    return bool(episode.whens and episode.places)


def _home(found: Iterable[_Episode], sketch: Sketch) -> _Episode | None:
    """The episode that a claim goes on with: the likest, among equals the one told last."""
    best: tuple[float, _Episode] | None = None
    for episode in found:
        alike = likeness(episode.whole, sketch)
        if alike.block is None and not outgrows(sketch, episode.whole) and (best is None or alike.score >= best[0]):
            best = (alike.score, episode)
    if best is None:
        return None
    told = best[1].whole
    if told.is_bare and sketch.whens and _other_figure(told, sketch):
        return None
    return best[1] if sketch.is_bare or told.is_bare or best[0] >= ENOUGH_WITHIN else None


def _other_figure(told: Sketch, sketch: Sketch) -> bool:
    """True when both count people and cannot mean the same: nine bodies, and the man who died on Saturday."""
    pairs = [(a, b) for a in told.counts for b in sketch.counts if a.unit == b.unit]
    return bool(pairs) and not any(agree(a, b) for a, b in pairs)
