"""Incidents and what is made of claims, said no more precisely than the claims that they rest on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from clarion.model import Action, Affected, Ask, Claim, DocumentId, Incident, Place, Span, When
from clarion.publish.safety.coarse import (
    coarse_place,
    is_fine_day,
    is_fine_place,
    month_of,
    plain_title,
    region_of,
    with_few,
)
from clarion.publish.safety.cutting import Redacted
from clarion.publish.safety.told import Coarsened

WITHHELD_WORDS = "[words withheld]"
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Before:
    """The claims before and after cutting, by id, and the redacted documents."""

    claims: Mapping[str, Claim]
    mended: Mapping[str, Claim]
    redacted: Mapping[DocumentId, Redacted]
    coarse: Mapping[str, Coarsened] = field(default_factory=dict)

    def by_rule(self, names: Iterable[str]) -> Coarsened | None:
        """What a rule makes coarse of what rests on these claims."""
        on = [self.coarse[name] for name in names if name in self.coarse]
        return Coarsened(on[0].kind, any(one.day for one in on), any(one.place for one in on)) if on else None

    def is_coarse(self, names: Iterable[str]) -> bool:
        """Whether any of these claims lost a figure, place or day."""
        return any(self._lost(name) for name in names)

    def is_day_lost(self, incident: Incident) -> bool:
        """Whether a claim of an incident lost its day, and none that is left gives one."""
        names = [name for name in claims_of(incident) if name in self.claims]
        lost = any(_day(self.claims[name]) != _day(self.mended[name]) for name in names)
        return lost and not any(_day(self.mended[name]) for name in names)

    def hidden_places(self, names: Iterable[str]) -> set[str]:
        """The names and references of places that these claims no longer give."""
        lost: set[str] = set()
        for name in names:
            if name in self.claims:
                left = {place.name for place in self.mended[name].where}
                gone = [place for place in self.claims[name].where if place.name not in left]
                lost |= {one for place in gone for one in (place.name, place.ref) if one}
        return lost

    def describes(self, names: Iterable[str], words: str | None) -> bool:
        """Whether one of these claims still calls those affected so."""
        told = (self.mended[name].affected for name in names if name in self.mended)
        return words is not None and any(words in (one.description or "") for one in told if one is not None)

    def span(self, document: DocumentId, span: Span) -> Span:
        """Where a stretch of a document has gone."""
        return self.redacted[document].span(span) if document in self.redacted else (0, 0)

    def _lost(self, name: str) -> bool:
        if name not in self.claims:
            return True
        old, new = self.claims[name], self.mended[name]
        return (
            _figures(old.affected) != _figures(new.affected)
            or [place.name for place in old.where] != [place.name for place in new.where]
            or _day(old) != _day(new)
        )


def mended_incident(incident: Incident, before: Before, say: Say) -> Incident:
    """An incident whose title, place and figure say no more than its claims.

    Its reasons are left out: they name files and tell what people wrote for each other.
    """
    names = claims_of(incident)
    coarse = before.is_coarse(names)
    lost = before.hidden_places(names)
    rule = before.by_rule(names)
    where = tuple(_place(place, lost, say, to_region=rule is not None and rule.place) for place in incident.where)
    affected = _affected(incident.affected, say)
    if coarse and affected is not None and not before.describes(names, affected.description):
        affected = replace(affected, description=None, ref=None)
    made = replace(
        incident,
        title=say(incident.title),
        where=tuple(dict.fromkeys(where)) if rule else where,
        when=_when(incident, before, rule),
        affected=with_few(affected) if coarse else affected,
        reasons=(),
        # how many days before it was warned of would tell the day
        warnings=() if rule is not None and rule.day else incident.warnings,
        alarms=tuple(replace(one, reason=WITHHELD_WORDS if coarse else say(one.reason)) for one in incident.alarms),
        answers=tuple(
            replace(
                one,
                span=before.span(one.document, one.span),
                voice=say(one.voice) if one.voice else None,
                reason=say(one.reason),
            )
            for one in incident.answers
        ),
        corrections=tuple(
            replace(one, span=before.span(one.document, one.span), reason=say(one.reason))
            for one in incident.corrections
        ),
        judged=(),
    )
    return replace(made, title=plain_title(made)) if coarse or made.title != incident.title else made


def mended_ask(ask: Ask, before: Before, say: Say) -> Ask:
    """An ask in the words of its claim as they may be said."""
    return replace(
        ask,
        text=_words(ask.text, ask.claims, before, say),
        addressee=say(ask.addressee) if ask.addressee else None,
        made_by=tuple(say(one) for one in ask.made_by),
    )


def mended_action(action: Action, before: Before, say: Say) -> Action:
    """An action in the words of its claim as they may be said."""
    rule = before.by_rule(action.claims)
    is_dated = rule is None or not rule.day
    return replace(
        action,
        start=action.start if is_dated else None,
        end=action.end if is_dated else None,
        title=_words(action.title, action.claims, before, say),
        place=(WITHHELD_WORDS if before.hidden_places(action.claims) else say(action.place)) if action.place else None,
        addressee=say(action.addressee) if action.addressee else None,
    )


def claims_of(incident: Incident) -> tuple[str, ...]:
    """The claims of an incident in any of its parts."""
    warned = tuple(one.claim for one in incident.warnings)
    return (*incident.claims, *incident.denials, *incident.rivals, *warned)


def _words(words: str, claims: Iterable[str], before: Before, say: Say) -> str:
    """Words of one of these claims, from its redacted quote; other words as they may be said, if no claim lost any."""
    names = list(claims)
    for name in names:
        if name in before.claims and " ".join(before.claims[name].quote.split()) == words:
            return say(" ".join(before.mended[name].quote.split()))
    return WITHHELD_WORDS if before.is_coarse(names) else say(words)


def _when(incident: Incident, before: Before, rule: Coarsened | None) -> When | None:
    if incident.when is None or before.is_day_lost(incident):
        return None
    bare = replace(incident.when, span=None)
    return month_of(bare) if rule is not None and rule.day and is_fine_day(bare) else bare


def _place(place: Place, lost: set[str], say: Say, *, to_region: bool = False) -> Place:
    said = say(place.name)
    bare = replace(place, span=None, name=said)
    if to_region and said == place.name and is_fine_place(place):
        return region_of(bare)
    return coarse_place(bare) if {place.name, place.ref} & lost or said != place.name else bare


def _affected(affected: Affected | None, say: Say) -> Affected | None:
    if affected is None:
        return None
    described = say(affected.description) if affected.description else affected.description
    count = replace(affected.count, span=None, noun=None) if affected.count else None
    return Affected(
        described,
        affected.ref if described == affected.description else None,
        None,
        count,
        tuple(replace(one, span=None, noun=None) for one in affected.others),
    )


def _day(claim: Claim) -> tuple[str | None, str | None] | None:
    when = claim.when
    return (when.start, when.end) if when and (when.start or when.end) else None


def _figures(affected: Affected | None) -> list[object]:
    if affected is None:
        return []
    return [(one.low, one.high, one.best) if one else None for one in (affected.count, *affected.others)]
