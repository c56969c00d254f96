"""What a figure counts: the head noun behind it, and its unit.

Without a parse the head is the first plural noun that the lexicon knows before the noun phrase ends; with "one" it is
the last known noun of the phrase. A figure without a noun counts people when what is said of it happens to people only
("20 were arrested", "six dead").
"""

import re
from typing import NamedTuple

from clarion.language.figures.nouns import unit_of
from clarion.model.vocabulary import Unit

WINDOW = 90  # code points behind the figure in which the head must stand
WORD = re.compile(r"[^\W\d_](?:[\w'’]|-(?=\w))*\.?")
GAP = re.compile(r"[\s\"“”‘’'*_()–—-]{0,4}")
OPENING = re.compile(
    r"\s*(?:(?:more|further|other|additional|new|of|the|these|those|its|their|his|her|our|my|such|all)\b\s*){1,5}",
    re.I,
)

# words that end a noun phrase
STOPS = frozenset(
    "a an in on at to from by with within without into onto over under after before since until till during through "
    "for "
    "as than that which who whom whose when where while because if though although but or and nor so was were is are "
    "be "
    "been being am has have had do does did will would shall should can could may might must said says say told tell "
    "it he she they them us whom we you i this there then also not no per each every out up down off away back ago "
    "later earlier "
    "about around between among against towards toward across near via amid despite s".split()
)
# bare adjectives and participles that only people are counted by: "20 were killed", "six dead", "19 missing"
PEOPLE_ONLY = frozenset(
    "dead killed wounded injured missing arrested detained imprisoned jailed executed hanged abducted kidnapped "
    "deported "
    "homeless displaced evacuated hospitalised hospitalized sickened infected drowned tortured raped beaten beheaded "
    "sentenced convicted charged pardoned freed released rescued stranded unaccounted disappeared expelled repatriated "
    "starving orphaned trapped unemployed crossed fled escaped died perished survived applied defected testified "
    "interrogated questioned relocated resettled registered naturalised naturalized conscripted lost others froze "
    "starved pregnant minors underage drowning "
    "stabbed gunned blindfolded handcuffed refouled amnestied acquitted paroled exiled enslaved trafficked".split()
)
AUXILIARY = re.compile(
    r"(?:\s*(?:\([^()]{0,40}\)\s*)?(?:of\s+(?:them|whom|us|you|those)\s*)?(?:(?:others?|more|in\s+all)\s*)?)"
    r"(?:\s*(?:who|that|which))?(?:\s*(?:were|was|are|is|have|has|had|been|be|being|got|to|still|reportedly|later|also|"
    r"already|believed|presumed|reported|feared|left|rendered|made|found|confirmed|now|remain|remained|went|go|so|far|"
    r"shot|allegedly|said|not|yet))*\s*",
    re.I,
)
# "four times as many", "6 times earnings": a factor, not so many happenings
COMPARED = re.compile(
    r"\s+(?:as|more|less|the|its|his|her|their|larger|higher|greater|bigger|that|over|[a-z]+ings)\b", re.I
)
# verbs whose objects are people, before a figure without a noun: "killing at least 12", "wounded five more"
HARMED = re.compile(
    r"\b(?:kill|wound|injur|arrest|detain|abduct|kidnap|execut|hang|deport|behead|massacr|displac|evacuat|rescu|jail|"
    r"imprison|tortur|rap|shoot|captur|murder)(?:s|ed|ing|e|es)?\s+(?:another\s+|a\s+further\s+|all\s+)?$",
    re.I,
)
# "the death toll rose to 12", "the number of dead stood at 40"
TOLL = re.compile(
    r"\b(?:toll|number\s+of\s+(?:the\s+)?(?:dead|deaths|victims|casualties|people|refugees|"
    r"detainees))\b[^.;:\n]{0,30}$",
    re.I,
)
NOT_HEADS = frozenset("years days months weeks hours minutes times percent years-old".split())
MEASURE = re.compile(
    r"\s?-?(?:per\s?cent(?:age)?(?:\s+points?)?|percent(?:age)?(?:\s+points?)?|pc|%|(?:square|cubic)\s+\w+|years?(?:-|"
    r"\s)olds?|"
    r"year-olds?|yo\b|years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|decades?|centuries|century|hrs?|"
    r"mins?|"
    r"secs?|miles?|kilomet(?:re|er)s?|km|met(?:re|er)s?|feet|foot|ft|inch(?:es)?|yards?|acres?|hectares?|degrees?|"
    r"tons?|tonnes?|kilo(?:gram(?:me)?)?s?|kg|pounds?|lbs?|ounces?|lit(?:re|er)s?|gallons?|barrels?|dollars?|euros?|"
    r"cents?|pence|yuan|won|yen|rupees?|shekels?|roubles?|rubles?|francs?|pesos?|rials?|dinars?|lira|bucks|percentage|"
    r"points?|mph|kph|times|hp|horsepower|bhp|[kmg]?w(?:att)?s?h?|[kmg]hz|hz|megawatts?|gigawatts?|kilowatts?|rpm|mg|"
    r"sq\.?|sen|nm|volts?|amps?|calories|megabytes?|gigabytes?|terabytes?|[kmgt]b|[kmg]bps|basis points?)\b",
    re.I,
)


class Head(NamedTuple):
    """`noun` are the words from the figure to the head; `end` is where the head ends."""

    unit: Unit
    noun: str | None
    end: int


def head_of(text: str, start: int, end: int, value: float) -> Head:
    """The head noun of the figure at `start` to `end`."""
    if text[end : end + 1].isspace() and text[end + 1 : end + 2].isdigit():
        return Head(Unit.PEOPLE if _is_of_people(text, start, None) else Unit.OTHER, None, end)
    measure = MEASURE.match(text, end)
    if measure:
        if measure.group().strip().lower() == "times" and not COMPARED.match(text, measure.end()):
            return Head(Unit.EVENTS, "times", measure.end())
        return Head(Unit.OTHER, measure.group().strip(" -"), measure.end())
    words = _phrase(text, end)
    known = _known_head(words, value)
    if known:
        return known
    if is_elliptic(text, end):
        return Head(Unit.PEOPLE, None, end)
    noun = _unknown_head(words)
    if _is_of_people(text, start, noun[0].lower() if noun else None):
        return Head(Unit.PEOPLE, None, end)
    return Head(Unit.OTHER, noun[0], noun[1]) if noun else Head(Unit.OTHER, None, end)


def _is_of_people(text: str, start: int, noun: str | None) -> bool:
    """Whether the words before a figure without a noun of its own say that it counts people."""
    before = text[max(0, start - 48) : start]
    lower = before.lower()
    if noun is None and ("toll" in lower or "number" in lower) and TOLL.search(before):
        return True
    if noun not in (None, "more", "others") or not before.rstrip()[-1:].isalpha():
        return False
    return HARMED.search(text[max(0, start - 24) : start]) is not None


def _phrase(text: str, end: int) -> list[tuple[str, int]]:
    """Words of the noun phrase behind `end`, each with its end; at most seven."""
    limit = min(len(text), end + WINDOW)
    opening = OPENING.match(text, end, limit)
    position = opening.end() if opening else end
    words: list[tuple[str, int]] = []
    while len(words) < 7:
        gap = GAP.match(text, position, limit)
        match = WORD.match(text, gap.end() if gap else position, limit)
        if match is None:
            if words and text[position : position + 2] == ", " and _is_adjective_list(text, position, limit):
                position += 1
                continue
            break
        word = match.group()
        if word.rstrip(".").lower() in STOPS:
            if word.lower() == "and" and words and not _has_head(words):
                position = match.end()
                continue
            break
        if "\n" in text[position : match.start()] and "\n\n" in text[position : match.start()]:
            break
        if not words and opening and opening.group().strip() and word.endswith(("'s", "’s", "s'", "s’")):
            position = match.end()  # "two of the agency's lorries": the owner is not what is counted
            continue
        words.append((word.rstrip("."), match.end() - (word[-1:] == ".")))
        if word[-1:] == "." and len(word) > 4:
            break
        position = match.end()
    return words


def _is_adjective_list(text: str, position: int, limit: int) -> bool:
    match = WORD.match(text, position + 2, limit)
    return bool(match and match.group().lower() not in STOPS and not unit_of(match.group()))


def _has_head(words: list[tuple[str, int]]) -> bool:
    return any((unit := unit_of(word)) is not None and unit[1] for word, _ in words)


def _known_head(words: list[tuple[str, int]], value: float) -> Head | None:
    chosen: tuple[int, Unit] | None = None
    for index, (word, _) in enumerate(words):
        if word.endswith(("'s", "’s", "s'", "s’")):
            if index == 0:
                return None
            continue
        unit = unit_of(word)
        if unit is None:
            continue
        if value != 1 and unit[1]:
            chosen = (index, unit[0])
            break
        if value != 1 and unit[0] is Unit.PEOPLE and word[0].isupper() and index == len(words) - 1:
            chosen = (index, unit[0])  # names of peoples stand in the singular too: "some 1,500 Hmong"
            break
        if value == 1 and (index == len(words) - 1 or unit[1] or unit_of(words[index + 1][0]) is None):
            chosen = (index, unit[0])
            if not (index + 1 < len(words) and unit_of(words[index + 1][0])):
                break
    if chosen is None:
        return None
    index, unit_found = chosen
    # "police officers", "displaced people": the last of a run of such nouns is the head
    while index + 1 < len(words) and unit_of(words[index + 1][0]) == (unit_found, True):
        index += 1
    if index + 1 < len(words) and _is_compound(words[index][0], words[index + 1][0]):
        return None
    return Head(unit_found, " ".join(word for word, _ in words[: index + 1]), words[index][1])


def _is_compound(word: str, following: str) -> bool:
    """As in "police stations", "troops carriers": the plural that follows is the head and counts no people."""
    if word.lower() not in (
        "police",
        "staff",
        "personnel",
        "crew",
        "youth",
        "chinese",
        "japanese",
        "british",
        "french",
        "rohingya",
        "vietnamese",
        "sudanese",
        "dutch",
        "irish",
        "lebanese",
        "congolese",
        "burmese",
        "displaced",
        "missing",
        "injured",
        "wounded",
        "dead",
        "homeless",
        "killed",
    ):
        return False
    return following.islower() and following.endswith("s") and unit_of(following) is None


def is_elliptic(text: str, end: int) -> bool:
    """True when what follows the figure is said of people only: "20 were arrested", "six dead"."""
    auxiliary = AUXILIARY.match(text, end, min(len(text), end + WINDOW))
    position = auxiliary.end() if auxiliary else end
    match = WORD.match(text, position)
    if match is None:
        return False
    word = match.group().rstrip(".")
    if word.lower() in PEOPLE_ONLY:
        return True
    if position > end and word.lower() in ("a", "an") and (match := WORD.match(text, match.end() + 1)):
        word = match.group().rstrip(".")
    # "five of them children", "one in five is a child"
    unit = unit_of(word) if position > end + 1 and text[end : end + 1].isspace() else None
    return unit is not None and unit[0] is Unit.PEOPLE


def _unknown_head(words: list[tuple[str, int]]) -> tuple[str, int] | None:
    for index, (word, end) in enumerate(words):
        lower = word.lower()
        if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and lower not in NOT_HEADS:
            return " ".join(item for item, _ in words[: index + 1]), end
    return (words[0][0], words[0][1]) if words else None
