"""Sentences that only count again what was told before: "One more, in Khiva, received 12", "The doctors say nine"."""

import re

from clarion.extract.counting import COUNTED
from clarion.extract.draft import Draft
from clarion.extract.sentence import Found, Reading
from clarion.language.hints import Guarded, holds_figure, words_in
from clarion.language.wordlists import words
from clarion.model.nouns import Count
from clarion.model.vocabulary import StanceKind, Unit

_BOUND = (
    r"(?:at least|about|around|some|nearly|almost|over|more than|fewer than|less than|roughly|up to|as many as|close to"
    r"|an? estimated|only|just|barely|a total of|another|a further)"
)
_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|a hundred|dozens"
    r"|hundreds|scores|a dozen|two dozen|three dozen)"
)
_NUMBER_WORDS = (  # of which `_NUMBER` asks for one, or for digits
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds dozens dozen scores"""
)
_NUMBERS = words(_NUMBER_WORDS)
_FIGURE = rf"(?:{_BOUND}\s+){{0,3}}(?P<figure>{_NUMBER})\b"
_WHOM = r"(?: (?:names|people|persons|men|women|dead|deaths|victims|cases|such cases|others|in all|by name))?"
_CLOSED = (
    r"(?=\s*(?:[.,;:!?)–—]|$|in\b|at\b|on\b|near\b|by\b|since\b|from\b|for\b|during\b|between\b|along\b|across\b|alone\b"
    r"|last\b|this\b|and\b|but\b|so far\b|to date\b|over\b|there\b|today\b|then\b|up to\b|until\b|within\b|under\b"
    r"|inside\b|already\b|altogether\b|as of\b))"
)
# "Two more in Sfax", "Another five were taken in Sousse", "One more, in Khiva, received 12"
_MORE = re.compile(
    rf"(?:and |but )?(?:{_BOUND}\s+){{0,2}}(?:(?P<figure>{_NUMBER}) (?:more|others?|further)|(?:another|a further) "
    rf"(?P<figure2>{_NUMBER}))(?: (?:people|persons|men|women|boys|girls|children))?"
    r"(?=\s*(?:,|in\b|at\b|near\b|on\b|from\b|(?:also )?(?:received|got|followed|were|was|met|shared|suffered|had)\b))",
    re.IGNORECASE,
)
_COUNTING = (
    r"(?:count(?:ed|s)?|record(?:ed|s)?|document(?:ed|s)?|register(?:ed|s)?|list(?:ed|s)?|tall(?:ied|ies|y)|verif(?:ied|ies|y)"
    r"|establish(?:ed|es)?|confirm(?:ed|s)?|identif(?:ied|ies|y)|log(?:ged|s)?|collect(?:ed|s)?|gather(?:ed|s)?"
    r"|know(?:s)? of|knew of|learn(?:ed|t) of|speaks? of|spoke of|talks? of|talked of|tells? of|told of|cit(?:es|ed)"
    r"|(?:pictures?|images?|imagery|footage|videos?|photographs?|records?|data|documents?|lists?|registers?|files?"
    r"|figures) (?:show|suggest|indicate)(?:s|ed|d)?|giv(?:es|e)|gave|nam(?:ed|es|e)|say|says|said|reckon(?:s|ed)?"
    r"|estimat(?:es|ed|e)|report(?:s|ed)?|claim(?:s|ed)?"
    r"|put(?:s)? (?:the |their |its )?(?:figure|number|toll|count|total|it|them)(?: of [\w ]{1,30}?)? at"
    r"|put(?:s)? (?:a )?names? to|admit(?:s|ted)? to|own(?:s|ed)? up to|acknowledge(?:s|d)?|concede(?:s|d)?"
    r"|admit(?:s|ted)?|ha(?:ve|s|d) the names of|(?:list|register|roll|file) (?:has|holds|runs to|contains))"
)
_COUNTING_WORDS = words(  # of which `_COUNTING` asks for one
    """count counted counts record recorded records document documented documents register registered registers list
    listed lists tally tallied tallies verify verified verifies establish established establishes confirm confirmed
    confirms identify identified identifies log logged logs collect collected collects gather gathered gathers know
    knows knew learn learned learnt speak speaks spoke talk talks talked tell tells told cite cites cited give gives
    gave show shows showed suggest suggests suggested indicate indicates indicated name named names say says said
    reckon reckons reckoned estimate estimates estimated report reports reported claim claims claimed put puts admit
    admits admitted own owns owned acknowledge acknowledges acknowledged concede
    concedes conceded has have had"""
)
_TALLY = Guarded(
    rf"\b{_COUNTING} (?:(?:now|so far|already|instead|itself) )?{_FIGURE}{_WHOM}{_CLOSED}", _NUMBER_WORDS, figures=True
)
_NAMES = Guarded(rf"\b(?:has|have|had|holds?|keeps?|with) {_FIGURE} names\b", "names")
# "In June alone there were 188", "By May it was 40"
_THERE = Guarded(
    rf"\b(?:there (?:were|was|have been|had been)|it was|they were) (?:already )?{_FIGURE}{_CLOSED}",
    _NUMBER_WORDS,
    figures=True,
)
_UNSURE = re.compile(r"\b(?:would|should|if|not|n't|never)\s*$", re.IGNORECASE)
_DATED = re.compile(r"^(?:according to|in|by|on|since|from|during|until|between|the)\b", re.IGNORECASE)
_PEOPLE = words("names people persons men women dead deaths victims cases others boys girls children more")
_OF_THINGS = ("destruction",)
_UNTOLD = (StanceKind.CALLED_FOR, StanceKind.ANNOUNCED, StanceKind.HYPOTHETICAL, StanceKind.NEGATED, StanceKind.DENIED)
_TAKING_UP = words("receive get be follow meet share suffer have take count record document establish name list")


def tally(sentence: str) -> re.Match[str] | None:
    """The words by which a sentence counts again, or more of, what was told before, or None."""
    if not holds_figure(sentence) and _NUMBERS.isdisjoint(words_in(sentence)):
        return None
    found = _MORE.match(sentence)
    if found is not None:
        return found
    if _DATED.match(sentence):
        found = _THERE.search(sentence)
        if found is not None:
            return found
    found = None if _COUNTING_WORDS.isdisjoint(words_in(sentence)) else _TALLY.search(sentence)
    if found is not None and _UNSURE.search(sentence, 0, found.start()):
        return None
    return found or _NAMES.search(sentence)


def is_more(found: re.Match[str]) -> bool:
    """Whether a tally adds to those told of before: "two more"."""
    return found.re is _MORE


def figure_of(reading: Reading, found: re.Match[str]) -> Found | None:
    """The figure of a tally, when it counts nothing but people or cases."""
    group = "figure2" if found.re is _MORE and found["figure"] is None else "figure"
    start = reading.parse.span[0] + found.start(group)
    for figure in reading.figures:
        count = figure.what
        if not isinstance(count, Count) or count.span is None or not count.span[0] <= start < count.span[1]:
            continue
        noun = (count.noun or "").lower()
        plain = not noun or noun in _PEOPLE or count.unit is Unit.PEOPLE
        return figure if plain and count.unit in (Unit.PEOPLE, Unit.OTHER, Unit.EVENTS) else None
    return None


def counted_before(before: list[Draft]) -> Draft | None:
    """The act that a tally counts again: the last one told before that befell people and was counted, else the last."""
    fitting = [
        draft
        for draft in before
        if (draft.act in COUNTED or (draft.act in _OF_THINGS and draft.count)) and draft.stance not in _UNTOLD
    ]
    counted = [draft for draft in fitting if draft.count is not None]
    return (counted or fitting)[-1] if fitting else None


def takes_up(made: list[Draft]) -> bool:
    """Whether the act words of a tally are only verbs that any act may go with: "received", "were taken"."""
    return all((draft.frame.predicate is None and draft.rules == []) or _is_light(draft) for draft in made)


def _is_light(draft: Draft) -> bool:
    predicate = draft.frame.predicate
    return predicate is not None and predicate.lemma in _TAKING_UP
