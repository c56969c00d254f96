"""Alarms: what went wrong on the way of an account from one document to the next.

An alarm accuses nobody and changes no claim. It names the claims in which it shows, says why it was raised, and keeps
the incident from having a best figure where it stands on the figures.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from clarion.model import Alarm, AlarmKind, Claim, DocumentId, StanceKind
from clarion.model.intervals import days, first_day, touch
from clarion.reconcile.answering import sentence_around
from clarion.reconcile.answers import ANSWERABLE
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.reckoning import impossible_dates, wrong_sums
from clarion.reconcile.relayed import Told, bound_grew, scope_drift, told_of, unit_changed
from clarion.reconcile.sketch import SHORT_INTERVAL, length

ON_FIGURES = frozenset({AlarmKind.SCOPE_DRIFT, AlarmKind.BOUND_GREW, AlarmKind.SUM_OFF, AlarmKind.UNIT_CHANGED})
# a report dated one day before what it tells may stand in another time zone
_ZONES = 1
_SENT = "forced_return"
_DONE = frozenset({StanceKind.ASSERTED, StanceKind.REPORTED})
# a claim is looked for in the text that its document repeats among so many that begin alike
_QUOTE = 40
# sentences remembered, some hundred bytes each: an incident that many tell is put together again with each report
MOST_SENTENCES = 20_000


def alarms_of(
    claims: Sequence[Claim], origin_of: Mapping[DocumentId, str | None], evidence: Evidence
) -> tuple[Alarm, ...]:
    """The alarms on an incident, by kind and claim.

    Args:
        claims: those that tell the happening, by the date of their document.
        origin_of: the origin of each document, None where it cannot be traced.
        evidence: all documents and claims.
    """
    told = told_of(claims, origin_of, evidence)
    found = [
        *scope_drift(told, evidence),
        *bound_grew(told),
        *unit_changed(told),
        *_swapped(told),
        *_in_sentences(claims, evidence),
        *_too_early(told),
        *_redated(claims, evidence),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda alarm: (alarm.kind, alarm.claims, alarm.reason)))


def _in_sentences(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Alarm]:
    """Sums that do not add up and days that no calendar has, in the sentences of the claims."""
    by_sentence: dict[tuple[DocumentId, tuple[int, int]], list[Claim]] = defaultdict(list)
    for claim in claims:
        text = evidence.documents[claim.document].text or ""
        by_sentence[claim.document, sentence_around(text, claim.span)].append(claim)
    for (document, span), held in by_sentence.items():
        sentence = (evidence.documents[document].text or "")[slice(*span)]
        ids = tuple(claim.id for claim in held)
        years = {day.year for claim in held if (day := first_day(claim.when))}
        published = evidence.documents[document].published
        for reason in _sums(sentence):
            yield Alarm(AlarmKind.SUM_OFF, reason, ids)
        for reason in _days(sentence, frozenset(years or ({published.year} if published else ()))):
            yield Alarm(AlarmKind.DATE_IMPOSSIBLE, reason, ids)


@lru_cache(maxsize=MOST_SENTENCES)
def _sums(sentence: str) -> tuple[str, ...]:
    return tuple(wrong_sums(sentence))


@lru_cache(maxsize=MOST_SENTENCES)
def _days(sentence: str, years: frozenset[int]) -> tuple[str, ...]:
    return tuple(impossible_dates(sentence, years))


def _too_early(told: Sequence[Told]) -> Iterator[Alarm]:
    """What is told as done on a day after its document; plans and fears are told ahead, and so are public acts."""
    for one in told:
        claim, published = one.claim, one.published
        day = first_day(claim.when)
        if claim.act not in ANSWERABLE or claim.stance not in _DONE or claim.when is None or length(claim.when) > 1:
            continue
        if day and published and (day - published).days > _ZONES:
            reason = f"{one.name} tells as done what it places on {day}, though it is dated {published}"
            yield Alarm(AlarmKind.DATE_IMPOSSIBLE, reason, (one.claim.id,))


def _redated(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Alarm]:
    """The same words with another day, in a document that repeats an earlier one."""
    for claim in claims:
        source = evidence.copied_from.get(claim.document)
        if source is None or days(claim.when) is None or claim.when is None or length(claim.when) > SHORT_INTERVAL:
            continue
        for same in _quoted(source, evidence).get((claim.act, " ".join(claim.quote.split())), ())[:_QUOTE]:
            if (
                same.when
                and days(same.when)
                and length(same.when) <= SHORT_INTERVAL
                and not touch(same.when, claim.when)
            ):
                names = evidence.names((claim.document, source))
                reason = (
                    f"{names[claim.document]} repeats {names[source]} and places the same words on "
                    f"{first_day(claim.when)} in place of {first_day(same.when)}"
                )
                yield Alarm(AlarmKind.DATE_IMPOSSIBLE, reason, (claim.id, same.id))
                break


def _quoted(document: DocumentId, evidence: Evidence) -> Mapping[tuple[str, str], Sequence[Claim]]:
    """The claims of a document by act and words, worked out once."""
    held = evidence.by_quote.get(document)
    if held is None:
        found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in evidence.of_document.get(document, ()):
            if claim.quote:
                found[claim.act, " ".join(claim.quote.split())].append(claim)
        held = evidence.by_quote[document] = dict(found)
    return held


def _swapped(told: Sequence[Told]) -> Iterator[Alarm]:
    """A relay that names another state as the doer, or the state that people were sent to as the one that sent them."""
    doers: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        for ref in _states(one.claim):
            doers[ref].append(one)
    if len(doers) < 2:
        return
    main = max(sorted(doers), key=lambda ref: (len({one.claim.document for one in doers[ref]}), -_first(doers[ref])))
    with_main = {one.claim.document for one in doers[main]}
    roots = {one.root for one in doers[main]} - {None}
    for ref in sorted(set(doers) - {main}):
        for one in doers[ref]:
            if one.claim.document in with_main:
                continue
            why = _why_swapped(one, ref, main, roots)
            if why:
                names = f"{_name(ref)} in place of {_name(main)}"
                ids = (one.claim.id, doers[main][0].claim.id)
                yield Alarm(AlarmKind.ACTOR_SWAPPED, f"{one.name} names {names} as the doer, {why}", ids)


def _why_swapped(one: Told, ref: str, main: str, roots: Iterable[str | None]) -> str | None:
    claim = one.claim
    home = claim.affected.ref if claim.affected else None
    sent_to = {place.country for place in claim.where if place.role == "to"}
    code = ref.removeprefix("state:")
    if claim.act == _SENT and (code in sent_to or home == f"nationality:{code}") and main not in (home, ref):
        return "the state that people were sent to"
    if one.root in set(roots):
        return "though both go back to one origin"
    return "and its own origin cannot be traced" if one.root is None else None


def _states(claim: Claim) -> set[str]:
    return {actor.ref for actor in claim.actors if actor.ref and actor.ref.startswith("state:")}


def _first(told: Sequence[Told]) -> int:
    return min((one.published.toordinal() for one in told if one.published), default=10**9)


def _name(ref: str) -> str:
    return ref.removeprefix("state:")


def drifted(alarms: Iterable[Alarm], evidence: Evidence) -> set[DocumentId]:
    """The documents whose figure took a total for one night's: it widens no incident's figure."""
    found = [alarm for alarm in alarms if alarm.kind == AlarmKind.SCOPE_DRIFT]
    return {evidence.claims[alarm.claims[0]].document for alarm in found}
