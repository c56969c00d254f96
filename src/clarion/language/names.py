"""The names of those who speak: a person, a body, a body with its spokesperson, or people without a name."""

import re
from enum import StrEnum
from typing import NamedTuple

from clarion.language.wordlists import words
from clarion.model.nouns import Span


class NameKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    BODY = "body"
    UNNAMED = "unnamed"
    PRONOUN = "pronoun"


class Name(NamedTuple):
    """A name as written and where it stands."""

    text: str
    span: Span
    kind: NameKind


_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[\w.])?|,|[()–—]")
_PRONOUNS = words("i he she they we it you who which that everyone him her them me us himself herself its his their")
_SMALL = words("of the for and de la van der von al el bin ibn da dos del du le & in on")
# Offices and titles that stand before a personal name. "Father", "Sister" and "Ms." are kept as part of the name.
OFFICES = words(
    """president minister secretary senator governor mayor ambassador rapporteur commissioner chairman chairwoman
    chair chairperson director general colonel captain major lieutenant sergeant judge justice prosecutor attorney
    lawyer spokesman spokeswoman spokesperson chief king queen prince princess premier chancellor representative
    congressman congresswoman deputy leader candidate coordinator officer official adviser advisor analyst professor
    expert researcher journalist editor reporter author activist doctor nurse bishop envoy consul delegate
    sen. rep. gov. gen. col. lt. maj. capt. sgt. amb. former nominee strategist manager aide economist founder
    correspondent host commander inspector superintendent speaker leader vice-president co-founder pollster"""
)
HONORIFICS = words(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof. professor father sister brother sir lord lady dame rev. fr. sheikh imam"
)
# Words that make a name with capitals the name of a body, a paper or an office.
_BODIES = words(
    """ministry department office agency council committee commission court government parliament senate congress army
    navy police force forces guard party union association foundation institute university centre center network group
    organisation organization trust fund watch forum alliance coalition league society federation church diocese
    bank company corporation news times post press agency radio television tv daily herald tribune journal review
    gazette observer monitor mail service authority authorities board bureau embassy consulate house nations un eu
    command front movement campaign project initiative international amnesty society hospital clinic school college
    guard navy militia junta prefecture municipality parish ngo charity watchdog
    shelter programme program mission secretariat assembly tribunal prosecutors state rights law legal states
    kingdom republic district city province region administration"""
)
_THINGS = words(
    "site website paper newspaper magazine channel station group village town city outlet blog agency company"
)
# Those who are named by whose they are: "his wife", "the owner's lawyer".
KIN = words(
    """wife husband mother father sister brother son daughter aunt uncle cousin nephew niece widow widower grandmother
    grandfather family parents relatives friend friends neighbour neighbor neighbours colleague colleagues lawyer
    lawyers girlfriend boyfriend fiancé fiancée partner children sons daughters employer teacher boss driver cellmate"""
)
_INDEFINITE = words("a an two three four five six some several many few one another other most more dozens people")
_AFTER_HEAD = re.compile(
    r"\s(?:of|in|at|on|from|with|for|near|by|who|whose|which|that|based|living|working|familiar|received|made|who)\b"
)
# Those who are heard in headlines: "Monitor: …", "…: officials".
SPEAKERS = (
    _BODIES
    | OFFICES
    | words(
        """
        officials residents witnesses lawyers experts activists ministry monitors relatives families
        family doctors medics rescuers prosecutors survivors villagers neighbours ngo ngos watchdog
        charity sources media authorities troops study survey poll bishops clergy teachers workers
        unions parents mother father widow brother sister police militia rebels opposition analysts
        researchers investigators mediators lawmakers mps ministers envoys diplomats groups parish
        newspaper locals eyewitnesses leaders judges campaigners rapporteur rapporteurs
        """
    )
)
# Endings of words for people in the plural; Reuters and its like are the accepted loss.
_PEOPLE = re.compile(r"(?:[aeo]rs|ists|ents|ees|ians|ants|ives|rses|lies|sses|[^aeiou]ors|ials|men|people)$")
_RELATIVE = re.compile(r"\s(?:who|which|whose|that)\s(?=(?:\S+\s){7})")
_BOTH = re.compile(r"(?:both|neither|either)\s", re.IGNORECASE)
# "Ann Roe of the harbour union": a person, and where she belongs
_MEMBER = re.compile(r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){1,2})\s(?:of|from|with|at)\s")
_RELATIVE_WORD = re.compile(r"\s(?:who|which|whose|that)\s")
_LEADING = words("to from at near with by against about like as behind beyond inside outside over under towards via")
_SPLIT = re.compile(r"[,()]|(?<=\s)[–—-]{1,3}(?=\s)")
# "the Movement's spokesperson": the body speaks through somebody without a name
_OWNER = re.compile(
    r"(?P<body>(?:[Tt]he\s)?[\w’'. -]{2,60}?)['’]s\s(?:\w+\s){0,2}(?:spokes(?:man|woman|person)|representative)$"
)
# "a statement from the union", "the union's letter": whose word a paper is
_PAPER = (
    r"(?:statement|communiqué|communique|release|declaration|announcement|post|tweet|message|letter|note|bulletin"
    r"|broadcast|memo|e-mail|email)"
)
_PAPER_BY = re.compile(
    rf"(?:an?|the|one|another|its|in)\s(?:[\w-]+\s){{0,2}}?{_PAPER}\s(?:(?:\w+ed|put\sout|given)\s)?(?:by|from)\s(?=\w)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(.{0,60}?\b(?:spokes(?:man|woman|person|people|men)|representative))\s(?:for|of|from|at|with)\s(.+)$",
    re.IGNORECASE,
)


def voice_names(text: str, span: Span) -> list[Name]:
    """The names that a source phrase holds, outermost first; a body stands before its spokesperson.

    A named person stands by name only: "the mission's head, Ann Roe" is "Ann Roe".
    """
    parts = _parts(text, span)
    if not parts:
        return []
    if len(parts) > 1 and _is_list(text, span):
        return [name for part in parts for name in _names_of(text, part)]
    head = _names_of(text, parts[0])
    if len(parts) > 1 and head[0].kind is NameKind.PERSON:
        body = _spoken_for(text, parts[1])  # "Ann Roe, a spokeswoman for the mission"
        return [body, *head] if body is not None else head
    if head[0].kind is not NameKind.PERSON:
        named = [part for part in parts[1:] if _is_person(text[slice(*part)]) or _is_called(text, part)]
        if named and (body := _spoken_for(text, parts[0]) or _owning(text, parts[0])) is not None:
            return [body, Name(text[slice(*named[0])], named[0], NameKind.PERSON)]
        if named:
            return [Name(text[slice(*named[0])], named[0], NameKind.PERSON)]
    return head


def head_noun(name: str) -> str:
    """The head of a noun phrase: the last word before "of", "in", "who" and their like."""
    head = _AFTER_HEAD.split(name, maxsplit=1)[0].split()
    return head[-1] if head else name


def _parts(text: str, span: Span) -> list[Span]:
    """The source cut at commas, brackets and dashes."""
    parts = []
    at = span[0]
    for cut in [*_SPLIT.finditer(text, *span), None]:
        end = cut.start() if cut else span[1]
        start = at
        while start < end and not (text[start].isalnum()):
            start += 1
        if text[start:end].strip():
            parts.append((start, start + len(text[start:end].rstrip(" .:;"))))
        at = cut.end() if cut else end
    return [part for part in parts if part[1] > part[0]]


def _is_list(text: str, span: Span) -> bool:
    """ "A, B and C": commas that part speakers, not an apposition."""
    source = text[slice(*span)]
    return re.search(r",[^,]{2,40}\sand\s[^,]{2,40}$", source) is not None and not re.search(
        r",\s(?:who|a|an|the)\s", source
    )


def _names_of(text: str, part: Span) -> list[Name]:
    source = text[slice(*part)]
    if source.lower() in _PRONOUNS:
        return [Name(source, part, NameKind.PRONOUN)]
    paper = _PAPER_BY.match(source)
    if paper is not None:
        return _names_of(text, (part[0] + paper.end(), part[1]))
    spoken_for = _FOR.match(source)
    if spoken_for and not _is_person(source):
        cut = part[0] + spoken_for.start(2)
        office = (part[0], part[0] + spoken_for.end(1))
        return [_name(text, (cut, part[1])), Name(text[slice(*office)], office, NameKind.UNNAMED)]
    owner = _OWNER.match(source)
    if owner is not None:
        return [_name(text, (part[0], part[0] + owner.end("body"))), Name(source, part, NameKind.UNNAMED)]
    joined = _joined(source)
    if joined:
        first = (part[0], part[0] + joined[0])
        second = (part[0] + joined[1], part[1])
        return [*_names_of(text, first), *_names_of(text, second)]
    return [_name(text, part)]


def _spoken_for(text: str, part: Span) -> Name | None:
    """The body of "a spokesman for the guard", or None."""
    found = _FOR.match(text[slice(*part)])
    return None if found is None else _name(text, (part[0] + found.start(2), part[1]))


def _owning(text: str, part: Span) -> Name | None:
    """The body of "the guard's spokesman", or None."""
    found = _OWNER.match(text[slice(*part)])
    return None if found is None else _name(text, (part[0], part[0] + found.end("body")))


def _joined(source: str) -> tuple[int, int] | None:
    """Where "the navy and a local priest" parts into two speakers, or None for one ("Health and Population")."""
    for cut in re.finditer(r"\s(?:and|nor|as well as)\s", source):
        left, right = source[: cut.start()].split(), source[cut.end() :].split()
        if not left or not right:
            return None
        opener = right[0].lower()
        if opener in ("a", "an", "the", "his", "her", "their", "its", "two", "three", "other", "local", "several"):
            return cut.start(), cut.end()
        if left[-1][0].isupper() and right[0][0].isupper():
            bodyish = any(word.lower() in _BODIES for word in left) and len(right) == 1
            if not bodyish and not any(word in ("of", "for") for word in left):
                return cut.start(), cut.end()
        if left[0].islower() and left[0] not in ("the", "a", "an") and right[0].islower() and len(left) <= 3:
            return cut.start(), cut.end()
        if len(left) <= 3 and len(right) <= 3 and _are_people(left[-1]) and _are_people(right[-1]):
            return cut.start(), cut.end()  # "Police and witnesses" that open a sentence
    return None


def _are_people(word: str) -> bool:
    lower = word.lower()
    return (
        word[1:].islower()
        and (lower in SPEAKERS or lower.endswith("s"))
        and (lower in SPEAKERS or _PEOPLE.search(lower) is not None)
    )


def _name(text: str, span: Span) -> Name:
    """The name inside one noun phrase: the personal name after an office, else the phrase."""
    both = _BOTH.match(text, *span)
    span = (both.end(), span[1]) if both else span
    member = _MEMBER.match(text, *span)
    if member is not None and not member["name"].endswith("s") and _is_person(member["name"]):
        return Name(member["name"], member.span("name"), NameKind.PERSON)
    relative = _RELATIVE.search(text, *span)
    span = (span[0], relative.start()) if relative else span
    source = text[slice(*span)]
    found = list(_WORD.finditer(source))
    tail = len(found)
    while tail > 0 and found[tail - 1][0][:1].isupper() and found[tail - 1][0].lower() not in OFFICES:
        tail -= 1
    run = found[tail:]
    before = found[tail - 1][0].lower() if tail else ""
    inside = _RELATIVE_WORD.search(source) is not None  # "a trader who had fled to Port Almar"
    if tail and 2 <= len(run) <= 4 and before not in _SMALL | _THINGS | _LEADING and not inside and not _has_body(run):
        start = span[0] + run[0].start()
        return Name(text[start : span[1]], (start, span[1]), NameKind.PERSON)
    if _is_person(source) or (len(run) == 1 and before in OFFICES and source[0].isupper()):
        return Name(source, span, NameKind.PERSON)
    return Name(source, span, NameKind.BODY if _is_named(found) else NameKind.UNNAMED)


def _is_named(found: list[re.Match[str]]) -> bool:
    """Whether a phrase names one body: "the Rights Forum", "Oslo", "the navy"."""
    if not found or found[0][0].lower() in _INDEFINITE:
        return False
    if len(found) == 1 and _PEOPLE.search(found[0][0]):
        return False  # "Residents" with the capital of a sentence
    if head_noun(" ".join(match[0] for match in found)).lower() in _BODIES:
        return True
    return any(match[0][:1].isupper() for match in found[1:]) or (len(found) == 1 and found[0][0][:1].isupper())


def _is_called(text: str, part: Span) -> bool:
    """One capitalised word after "name": "who gave only his first name, Ila"."""
    word = text[slice(*part)]
    before = text[max(0, part[0] - 8) : part[0]].rstrip(", ")
    return word.isalpha() and word[0].isupper() and before.endswith("name")


def _has_body(run: list[re.Match[str]]) -> bool:
    return any(match[0].lower() in _BODIES for match in run)


def _is_person(source: str) -> bool:
    parts = source.split()
    if parts and parts[0].lower() in HONORIFICS and len(parts) > 1:
        return True
    while parts and parts[0].lower() in OFFICES:
        parts = parts[1:]
    if not 1 < len(parts) <= 5:
        return False
    if any(part.lower().strip("’'s") in _BODIES or part.lower() in ("the", "of", "for", "and") for part in parts):
        return False
    return all(part[0].isupper() or part.lower() in _SMALL for part in parts) and not any(
        part.isupper() and len(part) > 1 and len(parts) < 3 and part != source for part in parts[:1]
    )
