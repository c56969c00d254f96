"""Actions: gatherings, observances and other things that people can do or attend.

A gathering that is announced with a start becomes one action; what the reader is asked to do (write, pledge, volunteer,
pray) becomes an action without a start. A past event in a text that announces it stays announced, never held.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clarion.language.dates import readings_in
from clarion.language.places import find_places
from clarion.language.sentences import find_sentences
from clarion.model import Action, Claim, Document, DocumentId, Place, Precision, RegionKind, Span, StanceKind, made_id
from clarion.reference import timezones
from clarion.respond.naming import title_of
from clarion.respond.observances import returning
from clarion.respond.words import is_reader

# what people can attend or keep
GATHERINGS = frozenset(
    {"demonstration", "commemoration", "prayer", "consultation", "volunteering", "boycott", "appeal"}
)
# what a reader can do at any time
DEEDS = frozenset({"appeal", "boycott", "volunteering", "prayer", "commemoration", "demonstration"})
# a meeting is something to attend only when it has an hour; "the council is due to meet on Friday" is news
_BY_THE_HOUR = frozenset({"consultation", "appeal"})
_DATED_FROM = frozenset({RegionKind.DATELINE, RegionKind.MASTHEAD})
_COARSE = frozenset({Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.OPEN, None})


# "at every embassy", "in all cities", "around the world": one hour of the clock, wherever somebody is
_EVERYWHERE = re.compile(
    r"\b(?:each|every|all)\b(?:\W+\w+){0,4}?\W+(?:embass(?:y|ies)|consulates?|missions?|capitals?|cit(?:y|ies)|"
    r"countr(?:y|ies)|towns?|villages?|campus(?:es)?|universit(?:y|ies)|church(?:es)?|chapters?|time zones?|places?|"
    r"locations?|continents?)\b|\b(?:around|across|all over|throughout) the (?:world|globe)\b|\bworldwide\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\blocal time\b|\b(?:your|their) own time zones?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Zone:
    name: str | None
    problem: bool
    written: str | None = None
    floats: bool = False


def find_actions(claims: Iterable[Claim], documents: Mapping[DocumentId, Document]) -> tuple[Action, ...]:
    """The actions of all documents; claims of one document about one start and kind are one action."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (one.document, one.span, one.id)):
        if _is_gathering(claim, documents[claim.document]):
            groups[claim.document, claim.when.start or "" if claim.when else "", _venue(claim)].append(claim)
        elif _is_deed(claim):
            groups[claim.document, "", claim.act, claim.id].append(claim)
    found = [_action(key, group, documents[group[0].document]) for key, group in groups.items()]
    return tuple(sorted(found, key=lambda action: (action.start or "9", action.id)))


def _is_gathering(claim: Claim, document: Document) -> bool:
    when = claim.when
    if claim.act not in GATHERINGS or when is None or when.start is None or when.precision in _COARSE:
        return False
    if claim.stance not in (StanceKind.ANNOUNCED, StanceKind.CALLED_FOR, StanceKind.EXPECTED):
        return False
    if claim.act in _BY_THE_HOUR and "T" not in when.start:
        return False
    return document.published is None or date.fromisoformat(when.start[:10]) >= document.published


def _is_deed(claim: Claim) -> bool:
    """The reader is asked to do it: a public act that is put to nobody else; a letter has its addressee."""
    asked = claim.act in DEEDS and claim.stance == StanceKind.CALLED_FOR
    return asked and (claim.act == "appeal" or all(is_reader(party.name) for party in claim.addressees))


def _venue(claim: Claim) -> str:
    return " ".join(sorted(place.name for place in claim.where))


def _action(key: Sequence[str], group: Sequence[Claim], document: Document) -> Action:
    first = group[0]
    gathering = bool(key[1])
    zone = _zone(group, document) if gathering else _Zone(None, False)
    when = first.when if gathering else None
    addressees = [party.name for claim in group for party in claim.addressees if not is_reader(party.name)]
    again = returning(_words_around(document.text or "", first), first, document.text or "") if gathering else None
    return Action(
        id=made_id("act", *key),
        kind=first.act,
        title=title_of(first, document.text or "", _sentence(document.text or "", first)),
        start=when.start if when else None,
        end=when.end if when and "T" in (when.start or "") else None,
        timezone=zone.name,
        timezone_problem=zone.problem,
        place=" and ".join(dict.fromkeys(place.name for claim in group for place in claim.where)) or None,
        addressee=addressees[0] if addressees else None,
        claims=tuple(claim.id for claim in group),
        timezone_as_written=zone.written,
        is_floating=zone.floats,
        days=again.days if again else (),
        days_rule=again.rule if again else None,
    )


def _zone(group: Sequence[Claim], document: Document) -> _Zone:
    """The zone of the place, or as written where it gives none. A contradiction is flagged, never solved.

    Places of several clocks, and "everywhere", float: it is the same hour in each of them, and not the same moment.
    """
    claim, text = group[0], document.text or ""
    of_places = [zone for one in group for place in one.where if (zone := _zone_of(place))]
    token = _written_zone(claim, text)
    if claim.when is None or claim.when.start is None:
        return _Zone(next(iter(of_places), None), False)
    # "local time" names no zone
    if token is None or not timezones.candidates(token):
        is_one = all(timezones.same_clock(one, of_places[0]) for one in of_places)
        floats = "T" in claim.when.start and (not is_one or _is_everywhere(_words_around(text, claim), of_places))
        return _Zone(None if floats or not of_places else of_places[0], False, token, floats)
    day = date.fromisoformat(claim.when.start[:10])
    written = {zone for meaning in timezones.candidates(token) for zone in meaning.zones}
    # a code that several zones use names none of them, unless the place that the document is dated from keeps one
    name = next(iter(of_places), None) or next((zone for zone in _home_zones(document) if zone in written), None)
    name = name or (written.pop() if len(written) == 1 else None)
    return _Zone(name, bool(name and timezones.contradicts(token, name, day)), token)


def _is_everywhere(words: str, of_places: Sequence[str]) -> bool:
    """Whether words say that one hour holds in many places; "local time" alone says so where no place is named."""
    return bool(_EVERYWHERE.search(words)) or (not of_places and bool(_LOCAL.search(words)))


def _words_around(text: str, claim: Claim) -> str:
    return text[slice(*_sentence(text, claim))]


def _home_zones(document: Document) -> list[str]:
    """The zones of the places in a document's dateline and masthead."""
    text = document.text or ""
    heads = [text[slice(*region.span)] for region in document.regions if region.kind in _DATED_FROM]
    zones = [_zone_of(place) for head in heads for place in find_places(head)]
    return [zone for zone in zones if zone]


def _zone_of(place: Place) -> str | None:
    return timezones.zone_of(place.country, place.name, place.lat, place.lon)


def _written_zone(claim: Claim, text: str) -> str | None:
    """The zone written beside the clock time, else the last of its sentence ("and Thursday, 11-12:30 pm EST")."""
    start, end = _sentence(text, claim)
    readings = readings_in(text, start, end, written_on=None)
    at = claim.when.span if claim.when else None
    beside = [r.zone_token for r in readings if r.zone_token and at and r.when.span and _meet(r.when.span, at)]
    rest = [r.zone_token for r in readings if r.zone_token]
    found = beside or rest
    return found[-1] if found else None


def _sentence(text: str, claim: Claim) -> Span:
    """The sentences that a claim touches, as one stretch."""
    touched = [span for span in find_sentences(text) if _meet(span, claim.span)]
    return (touched[0][0], touched[-1][1]) if touched else claim.span


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
