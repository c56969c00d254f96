"""Who was spoken of just before a source: people and groups that have not spoken yet, and names behind a role."""

import re

from clarion.language.names import SPEAKERS, Name, NameKind, head_noun, voice_names
from clarion.language.wordlists import words
from clarion.model.nouns import Span

_REACH = 340  # characters before a pronoun in which the one it stands for is looked for
_START = r"(?:^|[.!?;][\"”’]?\s|\n)\s*"
_TITLED = r"(?:(?:The|A|An|Our|His|Her|Their|Its|State|Former|For)\s)?(?:[a-z][\w-]*\s){0,4}"
_CAPITALS = r"[A-Z][\w’'.-]*(?:\s(?:(?:bin|al|de|da|van|von|el|ibn)\s)?[A-Z][\w’'.-]*){0,4}"
# A subject at the head of its sentence, up to its verb or the aside behind it.
_SUBJECT = re.compile(rf"{_START}({_TITLED}{_CAPITALS})(?=,\s|\s[a-z(])")
# "whom I will call Asha", "a girl named Asha", "who gave his name as Asha"
_CALLED = re.compile(r"\b(?:call|called|named|names? (?:is|was|as|only as))\s([A-Z][\w’-]+)(?=[,.;\s])")
_FOLK = re.compile(r"(?:[aeo]rs|[aeo]r|ists|ents|ees|ians|ants|ives|rses|smen|men|women|people|children|folk|police)$")
_CROWD = re.compile(
    rf"{_START}((?:(?:The|Some|Many|Most|Several|Other|Two|Three|Four|Five|All|These|Those|Our|His|Her|Their|Local)\s)?"
    r"(?:[A-Za-z][\w’'-]*\s){0,2}?([A-Za-z][\w’'-]*)(?:\s(?:in|from|of|at|near)\s(?:the\s)?[A-Z][\w-]+)?)\s(?=[a-z])"
)
_BODY = re.compile(rf"{_START}((?:The|Our|Its)\s(?:[\w’'-]+\s){{0,4}}?([\w’'-]+))(?=,\s|\s[a-z])")
# A person without a name as the subject of a sentence: "A priest came", "The boy's aunt, who …, opened".
_SOMEONE = re.compile(
    rf"{_START}((?:The|A|An|One|Another|My|Our|His|Her|Their)\s(?:[a-z][\w’'-]*\s){{0,3}}?([a-z][\w-]*))(?=,\s|\s[a-z(])"
)
# A person spoken of in another part of the sentence: met, explained by trade or age, or with the trade before the name.
_NAMED = r"[A-Z][\w’'-]+(?:\s(?:(?:bin|al|de|da|van|von|el|ibn)\s)?[A-Z][\w’'-]+){1,3}"
_MET = re.compile(
    r"\b(?:met|meet|meets|visited|visit|interviewed|reached|phoned|telephoned|called|asked|found|know|knew"
    r"|(?:spoke|spoken|speak|talked|talk|corresponded)\s(?:to|with)|(?:letter|message|call|report|note|word)\s(?:from|by))"
    rf"\s(?:[a-z][\w-]*\s){{0,3}}?({_NAMED})"
)
_APPOSED = re.compile(rf"\b([a-z][a-z-]+),\s({_NAMED}),\s(?=[a-z])")
_EXPLAINED = re.compile(rf"({_NAMED}),\s(?:an?\s[a-z]|the\s[a-z]|his\s|her\s|our\s|who\s|whose\s|\d\d\b)")
_ROLED = re.compile(rf"\b([a-z][a-z-]+)\s({_NAMED})")
_ROLE = re.compile(r"[Tt]he\s(?:[a-z-]+\s){0,2}([a-z-]+)")
_ROLE_END = re.compile(
    r"(?:er|or|ist|ian|ant|dent|man|woman|person|chief|head|bishop|priest|nurse|judge|envoy|consul|monk|nun|prince|imam"
    r"|official|general|expert|mayor|medic|lawyer|teacher|rapporteur|mother|father|widow|sister|brother)$"
)
# Nouns for a person, by ending or as they are, and the things that end alike.
_PERSON_NOUN = re.compile(
    r"[a-z-]{2,}(?:er|or|ist|ian|ant|dent|ee|man|woman|person|wife|keeper|worker|owner|maker)"
    r"|(?:[a-z]+-)?(?:chief|head|bishop|priest|nurse|judge|envoy|consul|monk|nun|prince|imam|official|general|expert"
    r"|mayor|medic|mother|father|widow|widower|sister|brother|clerk|cook|aunt|uncle|husband|son|niece|nephew|cousin"
    r"|colleague|comrade|friend|neighbour|witness|orderly|pilot|guide|boy|girl|captain|elder|aide|orphan|patient"
    r"|pupil|deputy|youth|child|couple|sergeant|herdsman|catechist|driver|midwife|sheikh|abbot|rabbi|pastor)"
)
_NO_PERSON = words(
    """other another either neither whether letter paper newspaper river water number winter summer order power border
    weather matter quarter tower answer danger disaster dinner chapter shelter shoulder finger corner counter floor
    door error terror horror factor sector corridor harbor harbour motor reactor tractor monitor labor labour register
    offer helicopter cancer fever anger hunger murder ladder computer tremor rumour rumor interior exterior prior
    restaurant plant warrant grant accident incident committee coffee fee tree degree knee list mist human latter
    center banner poster folder container trailer bulldozer server charter lager bunker cluster mortar oxygen over
    under after later ever never rather together former minor major junior senior super upper inner outer proper
    december november october september distant constant important significant evident guarantee
    jubilee manor vapor vapour odour colour color favour favor honour honor humour flavor"""
)
_NO_NAMES = words(
    """the a an in on at for from since after before when while but and he she they it this that these those if as i we
    you our my your there here what who why how so yet not no one some many"""
)
_SENTENCES = 2  # before a pronoun in which a person is looked for who is no subject
_NEAR_ROLE = 60  # characters around a name in which the role of a person stands


def person_before(text: str, at: int, low: int) -> tuple[list[Name], int] | None:
    """The person named last as a subject, or by "called Asha", between `low` and `at`, and where."""
    found: tuple[list[Name], int] | None = None
    low = max(low, at - _REACH)
    for match in _SUBJECT.finditer(text, low, at):
        whole = match[1]
        end = match.end(1) - 2 if whole.endswith(("'s", "’s")) else match.end(1)  # "Ila Torv's voice trembles"
        names = [name for name in voice_names(text, (match.start(1), end)) if name.kind is NameKind.PERSON]
        if len(names) == 1 and not _NO_NAMES & set(names[0].text.lower().split()):
            found = names, match.start(1)
    for match in _SOMEONE.finditer(text, low, at):
        if (found is None or match.start(1) > found[1]) and _is_person_noun(match[2]):
            found = [Name(match[1], match.span(1), NameKind.UNNAMED)], match.start(1)
    for match in _CALLED.finditer(text, low, at):
        if found is None or match.start(1) > found[1]:
            found = [Name(match[1], match.span(1), NameKind.PERSON)], match.start(1)
    return found


def _is_person_noun(word: str) -> bool:
    return word not in _NO_PERSON and _PERSON_NOUN.fullmatch(word) is not None


def person_beside(text: str, at: int, low: int) -> Name | None:
    """The one person whom the sentences before name elsewhere than as a subject: "I met Ila Torv in a café."."""
    low = max(low, at - _REACH, text.rfind("\n", 0, at) + 1)
    for _ in range(_SENTENCES):
        start = _sentence_before(text, low, at)
        spans = {match.span(1) for pattern in (_MET, _EXPLAINED) for match in pattern.finditer(text, start, at)}
        for pattern in (_ROLED, _APPOSED):
            spans |= {match.span(2) for match in pattern.finditer(text, start, at) if _is_person_noun(match[1])}
        names = {text[slice(*span)]: span for span in sorted(spans)}
        if len(names) > 1:
            return None
        told = voice_names(text, next(iter(names.values()))) if names else []
        if told:
            return told[0] if len(told) == 1 and told[0].kind is NameKind.PERSON else None
        if start <= low:
            return None
        at = start
    return None


def _sentence_before(text: str, low: int, at: int) -> int:
    """Where the sentence starts that ends before `at`."""
    before = text[low:at].rstrip().rstrip('.!?"”')
    cut = max(before.rfind(mark) for mark in (". ", "! ", "? ", "” ", '" '))
    return low + cut + 2 if cut >= 0 else low


def titled_before(text: str, at: int, title: str) -> Name | None:
    """The one name that the text puts behind a title: "ferryman Ila Torv … the ferryman", "the group Lake Watch"."""
    pattern = rf"\b{re.escape(title)}\s({_NAMED})"
    spans = {match[1]: match.span(1) for match in re.finditer(pattern, text[:at])}
    told = voice_names(text, next(iter(spans.values()))) if len(spans) == 1 else []
    return told[0] if len(told) == 1 else None


def crowd_before(text: str, at: int, low: int) -> list[Name]:
    """The plural subject of the sentence before: "Fishermen in Ostra tell it otherwise. They say …"."""
    last = None
    for match in _CROWD.finditer(text, max(low, at - _REACH), at):
        last = match
    if last is None or len(re.findall(r"[.!?]\s", text[last.start(1) : at])) > 1:
        return []
    head = last[2].lower()
    plural = head.endswith(("s", "men", "women", "people", "children", "folk", "police"))
    if not plural or not (head in SPEAKERS or _FOLK.search(head)):
        return []
    return [Name(last[1], last.span(1), NameKind.UNNAMED)]


def body_before(text: str, at: int, low: int) -> list[Name]:
    """The body that is the subject of the sentence before: "The union met. Its spokesman said …"."""
    last = None
    for match in _BODY.finditer(text, max(low, at - _REACH), at):
        last = match
    if last is None or len(re.findall(r"[.!?]\s", text[last.start(1) : at])) > 1 or last[2].lower() not in SPEAKERS:
        return []
    return [Name(last[1], last.span(1), NameKind.BODY)]


def role_head(name: str) -> str | None:
    """The role in "the nurse", "the UN expert"; None for anything else."""
    match = _ROLE.fullmatch(name)
    if match is None or not _ROLE_END.search(match[1]) or match[1].endswith("s"):
        return None
    return match[1]


def has_role(text: str, source: Span, role: str) -> bool:
    """Whether a role is named beside a source: "Ila Torv, a nurse"."""
    word = re.escape(role)
    before = re.search(
        rf"\b{word}(?:\s[\w.’'-]+){{0,2}}?,?\s*$", text[max(0, source[0] - _NEAR_ROLE) : source[0]].lower()
    )
    inside = re.search(rf"\b{word}\b", text[slice(*source)].lower())
    behind = re.match(
        rf"\s?,\s(?:an?|the|his|her|its|their|our)?\s?(?:[\w’'-]+\s){{0,3}}?{word}\b",
        text[source[1] : source[1] + _NEAR_ROLE].lower(),
    )
    return (before or inside or behind) is not None


def scene_before(text: str, at: int) -> Name | None:
    """The person whose doings the sentence before a quotation tells: "Ila Torv shook her head. “…”"."""
    start = max(text.rfind("\n", 0, at), at - _REACH) + 1
    before = text[start:at].rstrip()
    if not before or before[-1] not in ".!?":
        return None
    cut = max(before.rfind(mark, 0, -1) for mark in (". ", "! ", "? ", "” ", '" '))
    first = start if cut < 0 else start + cut + 2
    match = re.match(rf"\s*({_TITLED}{_CAPITALS})(?=,\s|\s[a-z(])", text[first:at])
    if match is None:
        return person_beside(text, at, first)
    names = voice_names(text, (first + match.start(1), first + match.end(1)))
    named = len(names) == 1 and names[0].kind is NameKind.PERSON and head_noun(names[0].text)
    return names[0] if named else person_beside(text, at, first)
