"""Flat noun chunks: "some ninety returned refugees", "the ministry", "Article 3", each with its head.

A chunk has no chunk inside it: "the arrest of two men" is "the arrest" and, with the preposition "of", "two men".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clarion.language.tags_words import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
)
from clarion.language.wordlists import words


@dataclass(slots=True)
class Chunk:
    """Tokens `first` to `last` (not included) with the noun `head`; all are token numbers of the sentence.

    `preposition` is the token number of the preposition before it, or -1. `governor` is the token number of the word
    that the chunk hangs on (a verb, noun or adjective), or -1; `relation` says how.
    """

    first: int
    last: int
    head: int
    preposition: int = -1
    governor: int = -1
    relation: str = ""


_INSIDE = DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE | NOUN | PLURAL | NAME
_HEADS = NOUN | PLURAL | NAME
_STARTS = _INSIDE | PRONOUN
# adverbs that may stand before a number or an adjective inside a chunk
_TWO_WORD_HEDGES = frozenset(
    (first, second)
    for second, firsts in {
        "than": ("more", "less", "fewer", "greater", "rather", "other"),
        "to": ("up", "close"),
        "least": ("at",),
        "most": ("at",),
    }.items()
    for first in firsts
)
# adjectives that begin a word of time of its own behind a noun: "from Xinjiang last Friday"
_TIME_WORDS = words("last next right early late mid")
_GENERALS = words(
    "attorney inspector secretary director governor advocate auditor solicitor prosecutor registrar procurator "
    "commissioner controller comptroller surgeon"
)
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today")
_MONTHS = words("january february march april may june july august september october november december")
_UNITS_OF_TIME = words(
    "night day week month year morning afternoon evening weekend hour nights days weeks months years"
)
_LIKE_ADJECTIVES = words("very then now once")  # behind an article: "the very men", "the then minister"
_HEDGES = words("about some around nearly almost over approximately roughly up more less than at least only very most")


def find_chunks(tags: Sequence[int], lowered: Sequence[str]) -> tuple[list[Chunk], list[int]]:
    """Chunks in order, and for each token the number of its chunk or -1."""
    chunks: list[Chunk] = []
    owner = [-1] * len(tags)
    n, count = 0, len(tags)
    while n < count:
        tag = tags[n]
        if tag & _STARTS or (tag & PARTICIPLE and _attributive(tags, lowered, n)):
            last, head = (n + 1, n) if tag == PRONOUN else _extent(tags, lowered, n)
            if head >= 0:
                chunk = Chunk(n, last, head, _preposition(tags, lowered, n))
                for at in range(n, last):
                    owner[at] = len(chunks)
                chunks.append(chunk)
                n = last
                continue
        n += 1
    return chunks, owner


def _attributive(tags: Sequence[int], lowered: Sequence[str], n: int) -> bool:
    """Whether a participle stands before its noun with no article: "detained students were moved"."""
    if n + 1 >= len(tags) or not tags[n + 1] & (NOUN | PLURAL):
        return False
    before = tags[n - 1] if n else 0
    if before & CONJUNCTION and n > 1 and not tags[n - 2] & (NOUN | PLURAL):
        return False  # "beaten and denied food"
    return before == 0 or bool(before & (PREPOSITION | DETERMINER | ADJECTIVE | POSSESSIVE | CONJUNCTION))


def _extent(tags: Sequence[int], lowered: Sequence[str], start: int) -> tuple[int, int]:
    """End of the chunk that starts here and its head, or (start, -1) when there is no head."""
    n, head, count = start, -1, len(tags)
    while n < count:
        tag = tags[n]
        if tag & _HEADS:
            if head >= 0 and tags[head] == PLURAL and tag != NAME and not tags[head] & NAME and n - head > 1:
                break
            head = n
        elif tag & POSSESSIVE:
            if n > start and tags[n - 1] & (DETERMINER | ADJECTIVE):
                break
            head = -1 if n + 1 < count and tags[n + 1] & (_INSIDE | GERUND | PARTICIPLE) else head
        elif tag & NUMBER and head < 0 and n + 2 < count and tags[n + 2] & NUMBER and _is_range(lowered, n):
            n += 2
        elif tag & (DETERMINER | NUMBER | ADJECTIVE):
            if head >= 0 and lowered[n] == "general" and lowered[head] in _GENERALS and n == head + 1:
                head = n  # "the Attorney General"
            elif head >= 0 and (lowered[n] in _TIME_WORDS or not _continues(tags, n, head)):
                break
        elif tag & (GERUND | PARTICIPLE):
            if head >= 0 or not (n + 1 < count and tags[n + 1] & (NOUN | PLURAL | ADJECTIVE | NAME)):
                break
        elif tag & ADVERB and lowered[n] in _LIKE_ADJECTIVES and n > start and tags[n - 1] & DETERMINER:
            if not (n + 1 < count and tags[n + 1] & (_HEADS | ADJECTIVE)):
                break
        elif not (tag & ADVERB and head < 0 and n + 1 < count and tags[n + 1] & (ADJECTIVE | PARTICIPLE | NUMBER)):
            break
        n += 1
        if head >= 0 and _ends_date(tags, lowered, start, n):
            break
    if head < 0:
        return _headless(tags, lowered, start, n)
    return n if n - head <= 1 or tags[head + 1] & (NUMBER | POSSESSIVE) else head + 1, head


def _ends_date(tags: Sequence[int], lowered: Sequence[str], start: int, n: int) -> bool:
    """Whether a date without an article ends before `n`: "on 9 October 2023 | officers", "on Tuesday | the army"."""
    last = lowered[n - 1]
    if last in _UNITS_OF_TIME and n < len(tags) and tags[n] & NAME and n - 1 > start:
        return True  # "in one night | Norland handed over …"
    if tags[start] & (DETERMINER | POSSESSIVE) or n >= len(tags):
        return False
    if tags[n - 1] & NUMBER and len(last) == 4 and last.isdigit() and n - 2 >= start:
        return any(lowered[at] in _MONTHS for at in range(max(start, n - 3), n - 1))
    if n - 1 == start and tags[n] & NUMBER and n + 1 < len(tags) and (last in _WEEKDAYS or last in _MONTHS):
        return bool(tags[n + 1] & PLURAL) and lowered[n + 1] not in _MONTHS  # "on Tuesday | 70 convicts"
    if last in _MONTHS and n - 2 >= start and tags[n - 2] & NUMBER:
        is_year = (
            bool(tags[n] & NUMBER) and len(lowered[n]) == 4 and lowered[n].isdigit()
        )  # else a figure: "70 convicts"
        return not is_year and not (n + 1 < len(tags) and tags[n + 1] & NUMBER and lowered[n] in ("of", ","))
    return False


def _is_range(lowered: Sequence[str], n: int) -> bool:
    """ "90 to 100", "90-100", "between 90 and 100", read from the first number."""
    link = lowered[n + 1]
    return link in ("to", "-", "–", "or") or (link == "and" and n > 0 and lowered[n - 1] == "between")


def _continues(tags: Sequence[int], n: int, head: int) -> bool:
    """Whether a number or adjective after a noun still belongs: "Article 3", "North Korean refugees"."""
    if tags[n] & NUMBER:
        return tags[head] & (NOUN | NAME) != 0 and n == head + 1
    if tags[n] & ADJECTIVE:
        return tags[head] & NAME != 0 and n + 1 < len(tags) and tags[n + 1] & _HEADS != 0
    return False


def _headless(tags: Sequence[int], lowered: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """ "the detained", "at least ninety", "the dead": the last number, adjective or participle is the head."""
    for at in range(end - 1, start - 1, -1):
        if tags[at] & (NUMBER | POSSESSIVE):
            return at + 1, at
        if tags[at] & ADJECTIVE and any(tags[k] & DETERMINER for k in range(start, at)):
            return at + 1, at
    if tags[start] & DETERMINER and end < len(tags) and end > start and tags[end] & (GERUND | PARTICIPLE):
        return end + 1, end
    return start, -1


def _preposition(tags: Sequence[int], lowered: Sequence[str], first: int) -> int:
    """Number of the preposition right before a chunk, hedges between them allowed; or -1."""
    at = first - 1
    if tags[first] & NUMBER:
        at = _before_hedge(tags, lowered, at)
    while at >= 0 and tags[at] & ADVERB:
        at -= 1
    if at >= 0 and tags[at] & PREPOSITION and not (lowered[at] == "between" and tags[first] & NUMBER):
        if lowered[at] in _HEDGES and at and tags[at - 1] & PREPOSITION:
            return at - 1
        return at
    return -1


def _before_hedge(tags: Sequence[int], lowered: Sequence[str], at: int) -> int:
    """The token before words that soften a number: "at least", "more than", "up to", "as many as"."""
    while at >= 1:
        if (lowered[at - 1], lowered[at]) in _TWO_WORD_HEDGES:
            at -= 2
        elif at >= 2 and lowered[at] == "as" and lowered[at - 2] == "as":
            at -= 3
        elif lowered[at] in _HEDGES and tags[at] & ADVERB:
            at -= 1
        else:
            break
    return at
