"""Who a source is: its names, with pronouns and bare spokespeople given to those named just before."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from clarion.extract.voices.said import Said
from clarion.language.names import Name, NameKind, head_noun, voice_names
from clarion.language.wordlists import words
from clarion.model.nouns import Span

# Characters between a pronoun and the one it stands for. Quoted speech goes on about one speaker for longer; "they"
# and "it" soon mean something else.
_NEAR_PERSON = 900
_NEAR_QUOTED = 2_500
_NEAR_UNNAMED = 500
_NEAR_GROUP = 320
_ONE = words("he she him her")
_MANY = words("they them")
_SPOKES = re.compile(
    r"(?:a|an|the|its|their|another)\s(?:\w+\s)?(?:spokes(?:man|woman|person)|representative)", re.IGNORECASE
)
_ITS = re.compile(r"[Ii]ts\s(?:\w+\s){0,2}(?:spokes(?:man|woman|person)|representative)")
_PERSON_HEAD = re.compile(
    r"(?:er|or|ist|ian|ant|dent|ee|man|woman|person|chief|head|bishop|priest|boy|girl|aunt|uncle|wife|son|child|nurse"
    r"|friend|cousin|widow|judge|envoy|consul|guide|monk|nun|king|queen|prince|imam|official|general|medic|mystic)$"
)
_PLURAL_HEAD = re.compile(r"(?:[a-z]{2,}s|people|women|men|children|police)$")
# A personal name that opens a sentence as its subject: "Ila Torv left in May. She said …".
_SUBJECT = re.compile(r"(?:^|[.!?]\s|\n)\s*((?:[A-Z][\w’'.-]+\s){1,3}[A-Z][\w’'-]+),?\s(?=[a-z])")


@dataclass(slots=True)
class _Known:
    """Those who were named last, and where."""

    names: list[Name]
    at: int
    person: bool
    plural: bool
    body: bool


def name_sources(text: str, said: list[Said]) -> None:
    """Give each attribution the names of its source; `said` is in the order of the text."""
    known: list[_Known] = []
    for one in said:
        if one.source is None:
            continue
        names = one.names or voice_names(text, one.source)
        names = _antecedents(text, one, names, known) or names
        if names and names[0].kind is not NameKind.PRONOUN:
            known.append(_as_known(names, one.source))
            del known[:-6]
        one.names = names
        one.voice = names[0].text if len(names) == 1 else text[slice(*one.source)].rstrip(" ,")


def _antecedents(text: str, one: Said, names: list[Name], known: list[_Known]) -> list[Name]:
    """The names that a pronoun or a bare spokesperson stands for; empty when that is not safe."""
    if len(names) != 1 or one.source is None:
        return []
    word = names[0].text.lower()
    at = one.source[0]
    if names[0].kind is NameKind.PRONOUN:
        if word in _ONE:
            return _person_before(text, one, known)
        if word in _MANY:
            return _last(known, at, lambda other: other.plural or not other.person)
        return _last(known, at, lambda other: other.body and not other.plural) if word == "it" else []
    if _SPOKES.fullmatch(names[0].text):
        body = _last(known, at, lambda other: other.body and not other.plural)
        return [*body[:1], *names] if body else []
    if _ITS.match(text, at):  # "Its spokesman, Ann Roe"
        body = _last(known, at, lambda other: other.body)
        return [*body[:1], *names] if body else []
    return []


def _person_before(text: str, one: Said, known: list[_Known]) -> list[Name]:
    at = one.source[0] if one.source else 0
    reach = _NEAR_QUOTED if one.direct else _NEAR_PERSON
    candidate = next((other for other in reversed(known) if other.person), None)
    if candidate is not None and at - candidate.at > (
        reach if candidate.names[-1].kind is NameKind.PERSON else _NEAR_UNNAMED
    ):
        candidate = None
    start = max(candidate.at if candidate else 0, at - _NEAR_GROUP)
    subject = None
    for match in _SUBJECT.finditer(text, start, at):
        found = voice_names(text, match.span(1))
        if found and found[0].kind is NameKind.PERSON:
            subject = found
    return subject or (candidate.names if candidate else [])


def _last(known: list[_Known], at: int, fits: Callable[[_Known], bool]) -> list[Name]:
    if not known or at - known[-1].at > _NEAR_GROUP:
        return []
    return known[-1].names if fits(known[-1]) else []


def _as_known(names: list[Name], source: Span) -> _Known:
    last = names[-1]
    head = head_noun(last.text)
    plural = len(names) > 1 or (last.kind is not NameKind.PERSON and _PLURAL_HEAD.search(head) is not None)
    # "the coastguard", "the indictment": no person, so that "it" may follow; "the driver", "the boy's aunt" are
    thing = last.text[:4].lower() == "the " and not _PERSON_HEAD.search(head)
    person = last.kind is NameKind.PERSON or (last.kind is NameKind.UNNAMED and not plural)
    body = not plural and (not person or (thing and last.kind is not NameKind.PERSON))
    return _Known(names, source[0], person, plural, body)
