"""Names that are ordinary words, places or short syllables: told by what stands around them, whatever they are."""

import re
from collections.abc import Iterator

from clarion.extract.details.lists import is_common, is_people, is_rare, lists, table
from clarion.extract.details.offices import holds_office
from clarion.extract.details.scene import Scene, Words

_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w'-]{0,24}"
_NAME = rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
# "Detainees: Pak, So, An", "Interviewer - Chance K."
_LABEL = re.compile(
    r"(?:^|[\n;|(]|[.] )[ \t*•-]*(?i:names?|full names?|detainees?|missing|arrested|deported|returned|dead|killed"
    r"|injured|victims?"
    r"|interviewer|interviewee|interviewed by|interpreter|translator|translated by|witness(?:es)?|mother|father"
    r"|guardian|clients?"
    r"|child(?:ren)?|respondent|caller|prepared by|compiled by|recorded by|reported by|monitor|case ?worker"
    r"|counsel(?: for the \w+)?"
    r"|lawyer|doctor|nurse|teacher|spouse|wife|husband|sons?|daughters?|brothers?|sisters?|next of kin|alias"
    r"|photos?(?: by)?"
    r"|passengers?|residents?|patients?|applicants?|beneficiar(?:y|ies)|host|driver)[ \t]*(?::|-|–|—)[ \t]*"
    rf"(?P<names>{_NAME}(?:(?:, and |, | and | & |; |/| \+ ){_NAME}){{0,30}})"
)
_EACH = re.compile(_NAME)
# "her cousin Chad": kin says that it is nobody's state
_KIN_OF = re.compile(
    r"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) (?:\w{2,12} )?(?P<kin>[a-z-]{3,16}),? \(?"
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL})?)(?:(?:, and |, | and )(?P<next>{_CAPITAL})(?=[,. ]))?"
)
# "Officer Sharp", "Doctor Pak", "Tuan Haji Razali"
_CALLED = re.compile(
    r"\b(?:Officer|Doctor|Teacher|Guard|Warden|Agent|Detective|Driver|Lawyer|Barrister|Advocate"
    r"|Attorney|Farmer"
    rf"|Nurse|Cikgu|Tuan|Mwalimu|Profe|Coach|Matron|Interpreter|Translator) (?P<name>{_CAPITAL}(?: {_CAPITAL})?)"
)
# "1) Rice, Condola"
_ITEM = re.compile(rf"(?:^|\n|[,;] )\(?\d{{1,3}}[.)] (?P<name>{_CAPITAL}, {_CAPITAL}(?: {_CAPITAL})?)(?=[,;\n]|\.?$)")
_AGED = re.compile(
    rf"(?P<name>{_CAPITAL}), (?:aged )?\d{{1,2}},? (?:said|says|told|was|is|who|from|a|an|the|and|has|had)\b"
)
_SMALL = re.compile(
    r"\b(?:[Mm]y name(?:'s| is)|[Hh](?:is|er) name(?:'s| is| was)|[Tt]his is|[Ii] am|[Ii]'?m"
    r"|name:) (?P<name>[a-z]{3,15})\b"
)
_HEADED = re.compile(
    r"(?:^|\n)(?:From|To|Cc|CC|Bcc|Reply-To|Sender): (?P<line>[^\n]{3,400})",
)
_ADDRESSEE = re.compile(r"\"(?P<quoted>[^\"<>@]{2,60})\" <|(?:^|, )(?P<bare>[^\"<>@,]{2,60}) <")
# syllables of names of the East, each short: "Li Na", "Le Van An", "Ma Ma Lay"
_SYLLABLES = re.compile(r"\b(?P<first>[A-Z][a-z]{0,6}) [A-Z][a-z]{0,6}(?:-[a-z]{1,6})?(?: [A-Z][a-z]{0,6})?\b(?![-'])")


def framed(scene: Scene) -> Iterator[Words]:
    """Private names by their frame; not those of bodies, and not of who holds an office."""
    for name in _framed(scene):
        if holds_office(scene, name.start, name.end) is None:
            yield name


def _framed(scene: Scene) -> Iterator[Words]:
    text = scene.text
    for match in _LABEL.finditer(text):
        for one in _EACH.finditer(text, *match.span("names")):
            if (_may_be(one[0]) or one[0].lower() in _surnames()) and not scene.is_place(*one.span()):
                yield Words(*one.span(), one[0], "person/field")
    for match in _KIN_OF.finditer(text):
        for key in (
            ("name", "next") if match["kin"] in lists().kin | {"friend", "neighbour", "neighbor", "classmate"} else ()
        ):
            if match[key] and _may_be(match[key], place=True):
                yield Words(*match.span(key), match[key], "person/role")
    for pattern, rule in ((_CALLED, "person/honorific"), (_ITEM, "person/list"), (_AGED, "person/acts")):
        for match in pattern.finditer(text):
            if _may_be(match["name"]) and not scene.is_place(*match.span("name")):
                yield Words(*match.span("name"), match["name"], rule)
    for match in _SMALL.finditer(text):
        word = match["name"]
        if word in lists().first_names or not (
            is_rare(word) or is_common(word) or is_people(word) or word in lists().things
        ):
            yield Words(*match.span("name"), word, "person/named")
    yield from _addressees(text)
    yield from _syllables(scene)


def _addressees(text: str) -> Iterator[Words]:
    for head in _HEADED.finditer(text):
        for match in _ADDRESSEE.finditer(head["line"]):
            key = "quoted" if match["quoted"] else "bare"
            if _may_be(match[key]):
                at = head.start("line") + match.start(key)
                yield Words(at, at + len(match[key]), match[key], "person/field")


def _syllables(scene: Scene) -> Iterator[Words]:
    surnames = _surnames()
    for match in _SYLLABLES.finditer(scene.text):
        first = match["first"].lower()
        if first not in surnames or scene.is_place(*match.span()):
            continue
        rest = match[0].lower().replace("-", " ").split()[1:]
        ordinary = is_common(first) or first in lists().openers
        if (ordinary and scene.opens(match.start())) or not lists().calendar.isdisjoint(rest):
            continue
        if (all(map(is_common, rest)) and ordinary) or any(word in lists().things or is_people(word) for word in rest):
            continue
        if not all(word in lists().known and word not in surnames for word in rest):
            yield Words(*match.span(), match[0], "person/name")


def _may_be(words: str, *, place: bool = False) -> bool:
    """Whether words may be a name: they are of no body, office, month or opener, and (unless `place`) of no people."""
    lower = [word.strip(".,'").lower() for word in words.split()]
    held = lists()
    none = held.things | held.offices | held.calendar | held.openers | held.affiliations
    if not none.isdisjoint(lower) or (not place and (is_people(words) or not held.known.isdisjoint(lower))):
        return False
    return not (words.isupper() and len(words) < 5)


def _surnames() -> frozenset[str]:
    return frozenset(table("east_asian")["latin"]["surnames"].split())
