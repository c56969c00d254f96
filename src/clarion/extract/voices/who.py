"""Who a source is: its names, with pronouns and bare spokespeople given to those named just before."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from clarion.extract.voices.behalf import behalf_names
from clarion.extract.voices.mentions import (
    body_before,
    crowd_before,
    has_role,
    person_before,
    person_beside,
    role_head,
    titled_before,
)
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
    r"|friend|cousin|widow|judge|envoy|consul|guide|monk|nun|king|queen|prince|imam|official|general|medic|mystic|witness"
    r"|mother|father|victim|neighbour|colleague|comrade|clerk|cook|pilot|patient|migrant|pupil|orderly|aide)$"
)
_ORGANS = words("section office group committee party union side court paper branch service body council board team")
_BARE_TITLE = re.compile(r"[Tt]he\s([a-zà-þ][\wà-þ-]+)")
_SITES = words("town village city district province region river state county island camp country road")
_PLURAL_HEAD = re.compile(r"(?:[a-z]{2,}s|people|women|men|children|police)$")


@dataclass(slots=True)
class _Known:
    """Those who were named last, and where."""

    names: list[Name]
    at: int
    person: bool
    plural: bool
    body: bool
    source: Span


def name_sources(text: str, said: list[Said]) -> None:
    """Give each attribution the names of its source; `said` is in the order of the text."""
    known: list[_Known] = []
    for one in said:
        if one.source is None:
            continue
        names = one.names or behalf_names(text, one.source) or voice_names(text, one.source)
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
            crowd = crowd_before(text, at, known[-1].at if known else 0)
            return crowd or _last(known, at, lambda other: other.plural or not other.person)
        return _last(known, at, lambda other: other.body and not other.plural) if word == "it" else []
    if _SPOKES.fullmatch(names[0].text):
        body = _last(known, at, lambda other: other.body and not other.plural)
        return [*body[:1], *names] if body else []
    if _ITS.match(text, at):  # "Its spokesman, Ann Roe"
        body = _last(known, at, lambda other: other.body) or body_before(text, at, 0)
        return [*body[:1], *names] if body else []
    return _behind_role(text, one, known)


def _person_before(text: str, one: Said, known: list[_Known]) -> list[Name]:
    at = one.source[0] if one.source else 0
    reach = _NEAR_QUOTED if one.direct else _NEAR_PERSON
    candidate = next((other for other in reversed(known) if other.person), None)
    if candidate is not None and at - candidate.at > (
        reach if candidate.names[-1].kind is NameKind.PERSON else _NEAR_UNNAMED
    ):
        candidate = None
    subject = person_before(text, at, candidate.at if candidate else 0)
    if subject is not None:
        return subject[0]
    beside = person_beside(text, at, 0) if candidate is None else None
    return candidate.names if candidate else [beside] if beside else []


def _behind_role(text: str, one: Said, known: list[_Known]) -> list[Name]:
    """The only named person who has spoken, where a role stands for her: "said Ila Torv, a nurse. … the nurse said"."""
    if one.source is None:
        return []
    whole = one.names[0].text if one.names else text[slice(*one.source)]
    titled = _BARE_TITLE.fullmatch(whole)
    if titled is not None and titled[1] not in _SITES and (name := titled_before(text, one.source[0], titled[1])):
        return [name]
    role = role_head(whole)
    if role is None:
        return []
    people = {other.names[-1].text: other for other in known if other.names[-1].kind is NameKind.PERSON}
    fitting = [other for other in people.values() if has_role(text, other.source, role)]
    if len(fitting) == 1:
        return fitting[0].names[-1:]
    # "A UN expert said … said Ila Torv, Rapporteur on prisons … the expert said"
    again = any(head_noun(name.text).lower() == role for other in known for name in other.names)
    return next(iter(people.values())).names[-1:] if len(people) == 1 and again and not fitting else []


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
    organ = head.lower() in _ORGANS
    person = last.kind is NameKind.PERSON or (last.kind is NameKind.UNNAMED and not plural and not organ)
    body = not plural and (not person or (thing and last.kind is not NameKind.PERSON))
    return _Known(names, source[0], person, plural, body, source)
