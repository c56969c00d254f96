"""The words of a sentence while they are tagged, and looks along it: is there a verb, does a clause follow."""

from clarion.language.tags_lexicon import Word
from clarion.language.tags_words import (
    ADJECTIVE,
    BASE,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    MARK,
    MODAL,
    NAME,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTE,
    SUBJECTS,
    SUBORDINATOR,
    TO,
    WH,
)
from clarion.language.wordlists import words

VERB_FORMS = BASE | PRESENT | PAST | PARTICIPLE | GERUND
NOMINALS = NOUN | PLURAL | NAME
BE_FORMS = words("is are was were be been being am 're 'm 's get gets got getting gotten")
OBJECT_START = DETERMINER | POSSESSIVE | PRONOUN | NAME | NUMBER
BOUNDARY = MARK | QUOTE | CONJUNCTION | SUBORDINATOR | WH
SAYING_LEMMAS = words(
    "say think believe know claim add warn report tell mean hope feel see show find hear argue allege insist deny fear "
    "announce confirm state suggest estimate admit suspect"
)
_BARE_INFINITIVE = words(
    "make makes made making let lets letting help helps helped helping see saw watch watched hear heard"
)


# how far a look along the sentence goes, so that tagging stays linear
_FAR = 40
_TIMES = words(
    """january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday then yesterday today"""
)
_SOFTENERS = words("about around over some nearly almost roughly approximately between")
_SOFTENING = frozenset(
    (("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to"))
)
_HANDING = words("hand turn take carry give pass bring push send sign move")


class Line:
    """The words of a sentence: lower-cased forms, lexicon entries, possible tags, and the tags chosen so far."""

    __slots__ = ("entries", "lowered", "masks", "tags")

    def __init__(self, lowered: list[str], entries: list[Word], masks: list[int], tags: list[int]) -> None:
        self.lowered, self.entries, self.masks, self.tags = lowered, entries, masks, tags

    def after(self, n: int) -> int:
        """Possible tags of the next word; MARK behind the last."""
        return self.masks[n + 1] if n + 1 < len(self.masks) else MARK


def after_hedges(line: Line, n: int) -> int:
    """Possible tags of the next word, words that soften a figure left out: "killed at least 12"."""
    at = n + 1
    pair = tuple(line.lowered[at : at + 2])
    if pair in _SOFTENING:
        at += 2
    elif len(pair) == 2 and pair[0] in _SOFTENERS and line.masks[at + 1] & NUMBER:
        at += 1
    if at == n + 1 or at >= len(line.masks) or not line.masks[at] & NUMBER:
        return line.after(n)
    return NUMBER


def clause_follows(line: Line, n: int) -> bool:
    """Whether a subject and a finite verb come next, before any mark or other link word."""
    for at in range(n + 1, min(n + 14, len(line.masks))):
        mask = line.masks[at]
        if mask & (MODAL | PAST | PRESENT) and not mask & (NOUN | PLURAL | ADJECTIVE):
            return at > n + 1
        if mask & BASE and at > n + 1 and line.lowered[at - 1] in SUBJECTS:
            return True
        if mask & PRESENT and at > n + 2 and (at + 1 == len(line.masks) or line.masks[at + 1] & MARK):
            return True  # "until an inquiry reports."
        if mask & (MARK | QUOTE | WH | TO) and not mask & NOUN:
            return False
        if mask & SUBORDINATOR and at > n + 1:
            return False
        if mask & CONJUNCTION and at > n + 1 and line.lowered[at - 1] in _TIMES:
            return False  # "since 11 April and relied on"
    return False


def is_only_verb(line: Line, n: int) -> bool:
    """Whether no other word of the sentence is a finite verb: "Refugees face deportation." """
    if any(tag & (VERB_FORMS | MODAL) for tag in line.tags[max(0, n - _FAR) : n]):
        return False
    return not any(
        mask & (MODAL | PAST | PRESENT) and not mask & (NOMINALS | ADJECTIVE) for mask in line.masks[n + 1 : n + _FAR]
    )


def is_inserted(line: Line, n: int) -> bool:
    """Whether a participle clause between commas parts a subject from its verb, which is still to come."""
    comma = False
    for back in range(n - 2, max(n - 16, -1), -1):
        if line.tags[back] & (VERB_FORMS | MODAL):
            return False
    for ahead in range(n + 1, min(n + 16, len(line.masks))):
        mask = line.masks[ahead]
        if line.lowered[ahead] == ",":
            comma = True
        elif comma and mask & (MODAL | PAST | PRESENT) and not mask & (NOMINALS | ADJECTIVE):
            return True
    return False


def clause_so_far(line: Line, n: int) -> str:
    """What the clause holds before a word: "verb", a "link" word and no verb, or ""."""
    for back in range(n - 1, max(n - 12, -1), -1):
        tag = line.tags[back]
        if tag & (SUBORDINATOR | WH):
            return "link"
        if tag & (MARK | QUOTE) or (
            tag & CONJUNCTION and not (back and line.tags[back - 1] & line.tags[back + 1] & NOMINALS)
        ):
            return ""
        if tag & (VERB_FORMS | MODAL):
            return "" if line.entries[back].verb in SAYING_LEMMAS else "verb"
    return ""


def has_verb(line: Line, n: int) -> bool:
    """Whether a finite verb stands before a word of the same part of the sentence."""
    for back in range(n - 1, max(n - _FAR, -1), -1):
        if line.lowered[back] in (";", ":"):
            return False
        if line.tags[back] & (PAST | PRESENT):
            return True
    return False


def clause_goes_on(line: Line, n: int) -> bool:
    """Whether a noun phrase and a finite verb follow, so that the word before them is no verb."""
    for at in range(n + 1, min(n + 9, len(line.masks))):
        mask = line.masks[at]
        if mask & (MODAL | PAST | PRESENT) and not mask & (NOMINALS | ADJECTIVE | PREPOSITION | POSSESSIVE):
            return True
        if mask & (BOUNDARY | PRONOUN | TO) and not mask & NOUN:
            return False
    return False


def after_causative(line: Line, at: int) -> bool:
    """Whether the noun before is what somebody lets, makes or sees do something: "let the council decide"."""
    start = at
    while (
        start > at - _FAR
        and start >= 0
        and line.tags[start] & (NOMINALS | DETERMINER | POSSESSIVE | ADJECTIVE | PRONOUN | NUMBER)
    ):
        start -= 1
    return 0 <= start < at and line.lowered[start] in _BARE_INFINITIVE


def after_inversion(line: Line, at: int) -> bool:
    """Whether the noun before is the subject of a question: "Did the soldiers fire?", "Will Oman grant it?"."""
    start = at
    while (
        start > at - _FAR
        and start >= 0
        and line.tags[start] & (NOMINALS | DETERMINER | POSSESSIVE | ADJECTIVE | PRONOUN | NUMBER)
    ):
        start -= 1
    if not 0 <= start < at or not (line.tags[start] & MODAL or line.lowered[start] in ("do", "does", "did")):
        return False
    return start == 0 or bool(line.tags[start - 1] & (MARK | QUOTE | WH | CONJUNCTION))


def listed(line: Line, n: int, at: int) -> bool:
    """Whether a word with an object stands in a list of bare forms: "should end …, open an inquiry and protect …"."""
    after = line.after(n)
    if not after & (DETERMINER | POSSESSIVE | PRONOUN | NAME | PLURAL) or after & (PREPOSITION | MODAL):
        return False
    return any(line.tags[back] == BASE for back in range(max(at - 25, 0), at))


def is_particle(line: Line, n: int) -> bool:
    """ "carried out strikes", "handed over 12 men": part of the verb, not the head of a phrase."""
    if n == 0 or not line.tags[n - 1] & VERB_FORMS or n + 1 >= len(line.lowered) or line.lowered[n + 1] == "of":
        return False
    if line.lowered[n] in ("out", "up", "off", "down"):
        return True
    return line.lowered[n] == "over" and line.entries[n - 1].verb in _HANDING
