"""Claims of a redacted text: every span moved, every field that touches something withheld said as withheld."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from clarion.model import Affected, CitedVoice, Claim, Count, DetailKind, Evidence, Party, Place, Span, When
from clarion.publish.safety.coarse import coarse_place, few, is_few, is_fine_day, is_fine_place, month_of, region_of
from clarion.publish.safety.cutting import INSTEAD, Redacted
from clarion.publish.safety.told import Coarsened


@dataclass(frozen=True, slots=True)
class Mended:
    """A redacted document for its claims. `say` is the function for texts made from words of documents."""

    redacted: Redacted
    say: Callable[[str], str]
    coarse: Coarsened | None = None

    def words(self, words: str, span: Span | None) -> str:
        """A field's words: withheld when its place was cut, else as they may be said."""
        kind = self.redacted.kind_at(span)
        if kind is None and span is not None and self.redacted.is_coarse(span):
            return self.say(self.redacted.text[slice(*self.redacted.span(span))])
        return INSTEAD[kind] if kind is not None else self.say(words)

    def moved(self, span: Span | None) -> Span | None:
        """A span of the redacted text."""
        return None if span is None else self.redacted.span(span)


def mended_claim(claim: Claim, mended: Mended) -> Claim:
    """A claim as it stands in the redacted document; `quote` is the slice of its text at `span`."""
    span = mended.redacted.span(claim.span)
    cut = mended.redacted.kind_at(claim.cue)
    when = claim.when
    return replace(
        claim,
        span=span,
        quote=mended.redacted.text[slice(*span)],
        cue=mended.moved(claim.cue),
        actors=tuple(_party(one, mended) for one in claim.actors),
        affected=_affected(claim.affected, mended),
        addressees=tuple(_party(one, mended) for one in claim.addressees),
        # a sentence that is withheld tells nothing of its day and place either
        when=None if when is None or cut else _when(when, mended),
        where=tuple(_place(one, mended, hidden=cut is not None) for one in claim.where),
        voices=tuple(_voice(one, mended) for one in claim.voices),
        evidence=tuple(Evidence(one.kind, mended.redacted.span(one.span)) for one in claim.evidence),
    )


def _party(party: Party, mended: Mended) -> Party:
    name = mended.words(party.name, party.span)
    is_whole = name == party.name or (party.ref or "").startswith(("state:", "nationality:"))
    return Party(name, party.ref if is_whole else None, mended.moved(party.span))


def _voice(voice: CitedVoice, mended: Mended) -> CitedVoice:
    return CitedVoice(mended.words(voice.name, voice.span), voice.role, mended.moved(voice.span))


def _when(when: When, mended: Mended) -> When:
    if mended.redacted.kind_at(when.span) is not None:
        return When(span=mended.moved(when.span))
    if mended.coarse is not None and mended.coarse.day and is_fine_day(when):
        when = month_of(when)
    return replace(when, span=mended.moved(when.span))


def _place(place: Place, mended: Mended, *, hidden: bool) -> Place:
    kind = mended.redacted.kind_at(place.span)
    said = mended.say(place.name)
    moved = replace(place, name=said, span=mended.moved(place.span))
    if hidden or kind is not None or said != place.name:
        return coarse_place(moved)
    is_coarse = mended.coarse is not None and mended.coarse.place and is_fine_place(place)
    return region_of(moved) if is_coarse else moved


def _affected(affected: Affected | None, mended: Mended) -> Affected | None:
    if affected is None:
        return None
    kind = mended.redacted.kind_at(affected.span)
    described = affected.description
    if described is not None:
        is_counted = kind is DetailKind.SMALL_COUNT
        described = (
            mended.redacted.text[slice(*mended.redacted.span(affected.span))]
            if (is_counted and affected.span)
            else mended.words(described, affected.span)
        )
    is_whole = described == affected.description
    return Affected(
        described,
        affected.ref if is_whole or (affected.ref or "").startswith("nationality:") else None,
        mended.moved(affected.span),
        _count(affected.count, mended),
        tuple(one for other in affected.others if (one := _count(other, mended)) is not None),
    )


def _count(count: Count | None, mended: Mended) -> Count | None:
    if count is None:
        return None
    kind = mended.redacted.kind_at(count.span)
    share_of = mended.say(count.share_of) if count.share_of else None
    moved = replace(count, span=mended.moved(count.span), share_of=share_of, noun=None)
    if kind is None:
        return moved
    return few(moved) if is_few(count) else None
