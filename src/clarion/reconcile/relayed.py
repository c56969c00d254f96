"""Figures that changed as they were passed on: their scope, their bound, their unit."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clarion.model import Alarm, AlarmKind, Claim, Count, CountKind, DocumentId, Unit
from clarion.model.intervals import days
from clarion.reconcile.answering import sentence_around
from clarion.reconcile.evidence import Evidence
from clarion.reconcile.sketch import length
from clarion.reconcile.titles import count_words

# figures of one night that lie further apart than this are of two scopes: no two counts of one crowd do
WIDE = 3
# below this, equal numbers meet by chance
TELLING = 20
BY_CHANCE = 100
_UNITS = frozenset({Unit.PEOPLE, Unit.FAMILIES, Unit.VEHICLES, Unit.EVENTS})
_NIGHT = re.compile(
    r"\bovernight\b|\bin (?:the|one|a single|a) (?:\w+ (?:of the )?)?(?:night|day|evening|morning)\b|\b(?:that|one"
    r"|last) night\b"
    r"|\bon (?:a|one) single (?:day|night)\b|\bon the (?:night|evening|morning) of\b",
    re.I,
)
_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|overall|so far|to date|since|cumulative(?:ly)?|a total of|brings? the total"
    r"|total(?:ling|s|led)"
    r"|over the (?:past|last)|completed|between \w+ \d{4} and|all told|running total)\b",
    re.I,
)
# what stands before "as many as 2,600": the lower end that the claim's figure leaves out
_FROM = re.compile(
    r"\b(?P<low>\d[\d,]*)(?: [\w-]+){0,2},? (?:and|to|or|but|perhaps)(?: (?:possibly|even|perhaps))?\s*$"
)
_BEFORE = 60
_NEAR = 200  # claims of a document looked through for a total


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that tells an incident, with what is known of its document."""

    claim: Claim
    root: str | None
    published: date | None
    name: str  # of the document, as a sentence names it
    copied: bool
    counts: tuple[Count, ...] = ()  # the figures of the claim, shares left out


def told_of(claims: Sequence[Claim], origin_of: Mapping[DocumentId, str | None], evidence: Evidence) -> list[Told]:
    """The claims with the origin, the date and the name of their documents, in the order given."""
    names = evidence.names(claim.document for claim in claims)
    return [
        Told(
            claim=claim,
            root=origin_of.get(claim.document),
            published=evidence.documents[claim.document].published,
            name=names[claim.document],
            copied=claim.document in evidence.copied_from,
            counts=_counts(claim),
        )
        for claim in claims
    ]


def _counts(claim: Claim) -> tuple[Count, ...]:
    affected = claim.affected
    counts = (affected.count, *affected.others) if affected else ()
    return tuple(count for count in counts if count and count.kind != CountKind.SHARE)


def scope_drift(told: Sequence[Told], evidence: Evidence) -> Iterator[Alarm]:
    """A night's figure and a running total told as one: "600 to 2,600 in the night"."""
    lowest = min(
        (bare for one in told for count in one.counts if _is_people(count) for bare in _bare(count)), default=0
    )
    for one in told:
        reach = _spread(one, evidence)
        if reach is None or reach[1] < WIDE * min(reach[0], lowest or reach[0]):
            continue
        if not _is_of_one_night(one, told, evidence) or _is_total(one.claim, evidence):
            continue
        low, high = reach
        total = _total_of(high, one, told, evidence)
        if high >= WIDE * low and low != high:
            yield _drifted(one, (low, high), total, _giving(low, one, told))
        elif total is not None and lowest and high >= WIDE * lowest:
            reason = f"{one.name} tells {high:,.0f} of one night, which {total[1]} gives as a total over a longer time"
            yield Alarm(AlarmKind.SCOPE_DRIFT, reason, (one.claim.id, total[0].id))


def bound_grew(told: Sequence[Told]) -> Iterator[Alarm]:
    """ "As many as 2,000" told on as "more than 2,000", or as 2,000 flat; "about 500" told on as "over 500"."""
    limits: dict[tuple[Unit, float], list[tuple[Told, Count]]] = defaultdict(list)
    for one in told:
        for count in one.counts:
            for bare in _limits(count):
                limits[count.unit, bare].append((one, count))
    for one in told:
        for count in one.counts:
            before = next(
                (b for bare in _floors(count) for b in limits[count.unit, bare] if _passed_on(b, one, count)), None
            )
            if before:
                reason = f"“{count_words(before[1])}” in {before[0].name} became “{count_words(count)}” in {one.name}"
                yield Alarm(AlarmKind.BOUND_GREW, reason, (one.claim.id, before[0].claim.id))
                break


def unit_changed(told: Sequence[Told]) -> Iterator[Alarm]:
    """One number with two units: 92 families told on as 92 people."""
    given: dict[float, dict[Unit, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        for count in one.counts:
            if count.unit in _UNITS and (bare := _bare(count)):
                given[bare[0]][count.unit].append(one)
    for number in sorted(given):
        by_unit = given[number]
        order = sorted(by_unit, key=lambda unit: (min(_when(one) for one in by_unit[unit]), unit))
        for unit in order[1:]:
            first = by_unit[order[0]][0]
            documents = {one.claim.document for one in by_unit[order[0]]}
            for one in by_unit[unit]:
                if one.claim.document not in documents and _may_relay(first, one, number, TELLING):
                    reason = f"{number:,.0f} {order[0]} in {first.name} became {number:,.0f} {unit} in {one.name}"
                    yield Alarm(AlarmKind.UNIT_CHANGED, reason, (one.claim.id, first.claim.id))
                    break


def _drifted(one: Told, spread: tuple[float, float], total: tuple[Claim, str] | None, given: Told | None) -> Alarm:
    low, high = spread
    words = f"{one.name} tells {low:,.0f} to {high:,.0f} of one night"
    ids = [one.claim.id]
    if given is not None:
        ids.append(given.claim.id)
        words += f"; {low:,.0f} is what {given.name} tells of that night"
    if total is not None:
        ids.append(total[0].id)
        words += f"; {high:,.0f} is what {total[1]} gives as a total over a longer time"
    else:
        words += "; figures so far apart may be of two scopes"
    return Alarm(AlarmKind.SCOPE_DRIFT, words, tuple(dict.fromkeys(ids)))


def _spread(one: Told, evidence: Evidence) -> tuple[float, float] | None:
    """The lowest and highest number that the words of a claim give for people: "at least 600 and as many as 2,600"."""
    bares = [bare for count in one.counts if _is_people(count) for bare in _bare(count)]
    text = evidence.documents[one.claim.document].text or ""
    for count in one.counts:
        if count.kind == CountKind.AT_MOST and count.span and _is_people(count):
            before = _FROM.search(text, max(0, count.span[0] - _BEFORE), count.span[0])
            bares += [float(before["low"].replace(",", ""))] if before else []
    open_ended = {CountKind.RANGE, CountKind.AT_MOST}
    if not bares:
        return None
    if len(set(bares)) > 1 and not any(count.kind in open_ended for count in one.counts if _is_people(count)):
        return max(bares), max(bares)  # "600 people, 70 of them women": a whole and its part
    return min(bares), max(bares)


def _giving(number: float, one: Told, told: Sequence[Told]) -> Told | None:
    return next(
        (
            other
            for other in told
            if other.claim.document != one.claim.document and any(number in _bare(count) for count in other.counts)
        ),
        None,
    )


def _total_of(number: float, one: Told, told: Sequence[Told], evidence: Evidence) -> tuple[Claim, str] | None:
    """A claim of the same act in the incident's documents that gives the number over a longer time."""
    if number < TELLING:
        return None
    for document in dict.fromkeys(other.claim.document for other in told):
        own = evidence.of_document.get(document, ())
        at = bisect_left(own, one.claim.span, key=lambda claim: claim.span) if document == one.claim.document else 0
        for claim in own[max(0, at - _NEAR) : at + _NEAR]:
            counts = (claim.affected.count, *claim.affected.others) if claim.affected else ()
            if (
                claim.act == one.claim.act
                and claim.id != one.claim.id
                and any(c and number in _bare(c) for c in counts)
            ):
                wide = claim.when is not None and length(claim.when) > 1
                if wide or _is_total(claim, evidence):
                    name = next(other.name for other in told if other.claim.document == document)
                    return claim, name
    return None


def _is_of_one_night(one: Told, told: Sequence[Told], evidence: Evidence) -> bool:
    when = one.claim.when
    if when is not None and days(when) is not None:
        return length(when) <= 1
    text = evidence.documents[one.claim.document].text or ""
    if _NIGHT.search(text, *sentence_around(text, one.claim.span)):
        return True
    others = [other.claim.when for other in told if other.claim.when and days(other.claim.when)]
    return when is None and bool(others) and all(length(other) <= 1 for other in others)


def _is_total(claim: Claim, evidence: Evidence) -> bool:
    """Words of a running total right beside the figure, or anywhere in a quote that gives no night."""
    text = evidence.documents[claim.document].text or ""
    sentence = text[slice(*sentence_around(text, claim.span))]
    return bool(_TOTAL.search(sentence)) and not _NIGHT.search(sentence)


def _is_people(count: Count) -> bool:
    return count.unit in (Unit.PEOPLE, Unit.FAMILIES)


def _bare(count: Count) -> tuple[float, ...]:
    """The numbers that stand in the words: 2,000 in "more than 2,000", whose bound is 2,001."""
    numbers = [value for value in (count.low, count.high, count.best) if value is not None]
    round_down = count.kind == CountKind.AT_LEAST and count.low is not None and _is_rounder(count.low - 1, count.low)
    round_up = count.kind == CountKind.AT_MOST and count.high is not None and _is_rounder(count.high + 1, count.high)
    shift = -1 if round_down else 1 if round_up else 0
    return tuple(dict.fromkeys(float(value + shift) for value in numbers))


def _is_rounder(one: float, other: float) -> bool:
    return one % 10 == 0 and other % 10 != 0


def _limits(count: Count) -> tuple[float, ...]:
    """The number by which a figure is limited from above: of "up to N", "about N" and N flat."""
    return _bare(count) if count.kind in (CountKind.AT_MOST, CountKind.ABOUT, CountKind.EXACT) else ()


def _floors(count: Count) -> tuple[float, ...]:
    return _bare(count) if count.kind in (CountKind.AT_LEAST, CountKind.EXACT, CountKind.ABOUT) else ()


def _passed_on(before: tuple[Told, Count], one: Told, count: Count) -> bool:
    """Whether a limit was told before, and the later words say more: more than the number, or the number flat."""
    first, limit = before
    if first.claim.document == one.claim.document or not _is_later(first, one):
        return False
    strict = count.kind == CountKind.AT_LEAST and count.low is not None and count.low > _bare(count)[0]
    grew = count.kind != CountKind.AT_MOST if limit.kind == CountKind.AT_MOST else strict
    return grew and _may_relay(first, one, _bare(count)[0], BY_CHANCE)


def _may_relay(first: Told, one: Told, number: float, enough: int) -> bool:
    """One origin, a copy, or no origin that can be traced; else only a number that two rarely hit by chance."""
    related = first.root == one.root or first.root is None or one.root is None or one.copied
    return number >= (TELLING / 2 if related else enough)


def _is_later(first: Told, one: Told) -> bool:
    if first.published is None or one.published is None:
        return False
    return first.published < one.published or (first.published == one.published and first.root == one.root)


def _when(one: Told) -> str:
    return str(one.published or "9")
