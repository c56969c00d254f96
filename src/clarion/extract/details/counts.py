"""Few people at a precise place on a precise day: whoever knows the place knows who they are."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from clarion.extract.details.scene import Found, Scene
from clarion.model.nouns import Claim
from clarion.model.vocabulary import DetailKind, PlaceKind, Precision, Unit

MOST_PEOPLE = 10  # as in the tables of statistical offices: a cell of up to ten is small

_FEW = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|an?|another|a couple of|a pair of|both"
    r"|a lone|a single|[1-9]|10)"
)
_WHO = (
    r"(?:people|persons?|wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|bab(?:y|ies)|infants?|toddlers?"
    r"|teenagers?|minors?|teenage (?:boy|girl)s?|youths?|refugees?|defectors?|escapees?|returnees?"
    r"|migrants?|deportees?|asylum[- ]seekers?|detainees?|prisoners?|survivors?"
    r"|victims?|students?|nuns?|monks?|famil(?:y|ies)|couples?|sisters?|brothers?|siblings?|widows?"
    r"|orphans?|fishermen|villagers?|workers?|civilians?|nationals?|citizens?|bodies|pregnant women"
    r"|elderly (?:men|women|people)|schoolgirls?|schoolboys?|(?-i:[A-Z][a-z]{2,14}(?:ans|ese|is|eks"
    r"|nes|ards))|North Koreans?|Afghans?|Syrians?"
    r"|Eritreans?|Uyghurs?|Rohingya|Sudanese|Burmese)"
)
_KIN = (
    r"(?:wife|husband|son|daughter|child(?:ren)?|baby|mother|father|brothers?|sisters?|grandson"
    r"|granddaughter|grandchild(?:ren)?|sons|daughters|parents|family|nephew|niece|twins)"
)
_FAMILY = re.compile(
    r"\b(?:an? |the )?(?:family|group|party|couple|household) of (?:two|three|four|five|six|seven"
    r"|eight|nine|ten|[2-9]|10)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"\b{_FEW} (?:(?!\d|bus|truck|boat|van|plane|group|hundred|thousand|million|dozen|year|month|week"
    rf"|day|hour|time|(?:of|for|in|at|with|by|to|on|from|and|or|who)\b)[\w-]{{1,30}} ){{0,3}}?{_WHO}\b(?:,? (?:and"
    rf"|with) {_FEW} (?:[\w-]{{1,30}} ){{0,2}}?{_WHO}\b|,? (?:and|with) (?:his|her"
    rf"|their) (?:[\w-]{{1,30}} ){{0,2}}?{_KIN}\b)?",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:the|that) (?:same |next |following )?(?:day|night|morning"
    r"|evening)"
    r"|yesterday|today|tonight|last night|this morning"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"\b[A-Z][\w'-]{1,30} (?:checkpoint|crossing|bridge|station|airport|prison|camp|hospital|market|church"
    r"|port|hotel|village|school|post|farm|factory)\b"
)
_PUBLIC = re.compile(
    r"\b(?:ministers?|presidents?|officials?|experts?|soldiers?|officers?|diplomats?|senators?"
    r"|lawmakers?|judges?|rapporteurs?|journalists?)\b",
    re.IGNORECASE,
)
_WIDE = (PlaceKind.STATE, PlaceKind.DEMONYM, PlaceKind.WATER)
_FINE = (Precision.MINUTE, Precision.HOUR, Precision.DAY)
_LONGEST = 700  # characters of a sentence that are looked at


def small_counts(scene: Scene) -> Iterator[Found]:
    """Figures of up to ten people whose sentence, or claim, gives a place finer than a state and a day."""
    text = scene.text
    for match in chain(_COUNT.finditer(text), _FAMILY.finditer(text)):
        start, end = scene.sentence(match.start())
        end = min(end, start + _LONGEST)
        if match.end() > end or _PUBLIC.search(match[0]):
            continue
        if _DAY.search(text, max(_before(scene, start), start - _LONGEST), end) and _is_placed(
            scene, _earlier(scene, start), end
        ):
            yield Found(*match.span(), DetailKind.SMALL_COUNT, "small_count/day")


def claimed_counts(claims: Iterable[Claim]) -> Iterator[tuple[int, int]]:
    """The figures of claims that are small and told with a place and a day; spans of the text as kept."""
    for claim in claims:
        count = claim.affected.count if claim.affected else None
        if count is None or count.span is None or count.unit is not Unit.PEOPLE:
            continue
        most = count.high if count.high is not None else count.best
        if most is None or most > MOST_PEOPLE or claim.when is None or claim.when.precision not in _FINE:
            continue
        if any(place.kind not in _WIDE and not (place.ref or "").startswith("state:") for place in claim.where):
            yield count.span


def _earlier(scene: Scene, start: int) -> int:
    """The start of the two sentences before: a place named there still holds."""
    for _ in range(2):
        before = scene.sentence(max(0, start - 1))[0]
        start = before if start - before < _LONGEST else start
    return start


def _is_placed(scene: Scene, start: int, end: int) -> bool:
    if _POINT.search(scene.text, start, end):
        return True
    return any(start <= at < end and kind not in _WIDE for at, _, kind in scene.places_from(start, end))


def _before(scene: Scene, start: int) -> int:
    return scene.sentence(max(0, start - 1))[0]
