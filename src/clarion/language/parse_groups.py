"""Verb groups: auxiliaries, modals, negation and the main verb as one predicate ("has not been held")."""

from collections.abc import Sequence
from dataclasses import dataclass

from clarion.language.chunks import Chunk
from clarion.language.tags_lexicon import Word
from clarion.language.tags_words import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CONJUNCTION,
    GERUND,
    MARK,
    MODAL,
    NOT,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRESENT,
    QUOTE,
    TO,
    WH,
)
from clarion.language.wordlists import words


@dataclass(slots=True)
class Predicate:
    """A verb group and its place in the sentence. Numbers are token numbers unless said otherwise; -1 is none.

    `lemma` is that of the main verb, or the adjective after a copula ("is likely": "likely", `copula` true).
    `form` is finite, infinitive, gerund or participle; `tense` is past, present, future or "" (no tense of its own).
    `modal` is the word that colours it: a modal verb, or going, about, be, have, used (… to).
    `subject` and `object` are chunk numbers. `governor` is the token that the predicate hangs on and `relation` how:
    root, complement, relative, conditional, adjunct, purpose, coordinated, quoted, subject.
    `marker` is the word that introduces it (if, that, who, after, by, to …) or "".
    """

    first: int
    last: int
    head: int
    lemma: str
    form: str
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    tense: str = ""
    modal: str = ""
    negated: bool = False
    copula: bool = False
    question: bool = False
    subject: int = -1
    object: int = -1
    governor: int = -1
    relation: str = ""
    marker: str = ""
    marker_at: int = -1


_VERB = BASE | PRESENT | PAST | PARTICIPLE | GERUND
_COPULAS = words("be become seem appear remain feel look stay sound prove get grow go keep turn fall")
_NEGATIVE_ADVERBS = words("never no nowhere hardly scarcely barely rarely seldom not n't neither")
_AFFIRMING = words("only just merely simply")  # "did not only beat them"
_SEMI_MODALS = words("going about")
_BE_LEMMAS = words("be get")


class _Reader:
    """Reads one verb group; holds the position and what was found so far."""

    __slots__ = ("entries", "lowered", "owner", "tags")

    def __init__(
        self, tags: Sequence[int], lowered: Sequence[str], entries: Sequence[Word], owner: Sequence[int]
    ) -> None:
        self.tags, self.lowered, self.entries, self.owner = tags, lowered, entries, owner

    def next_verbal(self, at: int) -> int:
        """The next token that is no adverb or negation."""
        tags = self.tags
        while at < len(tags) and (tags[at] & (ADVERB | NOT) or self.lowered[at] == "yet"):
            at += 1
        return at


def find_predicates(
    tags: list[int], lowered: list[str], entries: list[Word], chunks: list[Chunk], owner: list[int]
) -> tuple[list[Predicate], list[int]]:
    """Predicates in order, and for each token the number of its predicate or -1."""
    predicates: list[Predicate] = []
    held = [-1] * len(tags)
    reader = _Reader(tags, lowered, entries, owner)
    n, count = 0, len(tags)
    while n < count:
        if tags[n] & (_VERB | MODAL | TO) and owner[n] < 0 and held[n] < 0:
            predicate = _group(reader, n, chunks, owner)
            if predicate is not None:
                for at in range(predicate.first, predicate.last):
                    if owner[at] < 0:
                        held[at] = len(predicates)
                predicates.append(predicate)
                n = max(predicate.last if predicate.last > n else n + 1, n + 1)
                continue
        n += 1
    return predicates, held


def _group(reader: _Reader, start: int, chunks: list[Chunk], owner: list[int]) -> Predicate | None:
    tags, lowered, entries = reader.tags, reader.lowered, reader.entries
    at, count = start, len(tags)
    found = Predicate(_first(tags, start), start + 1, start, "", _form(tags[start]))
    if tags[start] & MODAL:
        found.modal, found.tense = (
            entries[start].verb,
            "future" if lowered[start] in ("will", "'ll", "wo", "shall") else "",
        )
        found.negated = lowered[start] == "cannot"
        if lowered[start] == "ought":
            found.modal = "should"
    elif tags[start] & PAST:
        found.tense = "past"
    elif tags[start] & (PRESENT | BASE) and not tags[start] & TO:
        found.tense = "present"
    inverted = False
    while True:
        if tags[at] & MODAL or tags[at] & TO:
            following = reader.next_verbal(at + 1)
            if lowered[at] == "ought" and following < count and tags[following] & TO:
                following = reader.next_verbal(following + 1)
            if following < count and tags[following] & BASE and owner[following] < 0:
                at = _step(found, reader, at, following)
                continue
            if tags[at] & TO:
                return None
            following = _across_subject(reader, at, chunks, owner)
            if following >= 0 and tags[following] & BASE:
                inverted, at = True, _step(found, reader, at, following)
                continue
            break
        lemma = "have" if lowered[at] == "'d" else entries[at].verb
        following = reader.next_verbal(at + 1)
        if lemma in ("be", "have", "do") or (lemma == "get" and following == at + 1):
            if following >= count or owner[following] >= 0:
                following = _across_subject(reader, at, chunks, owner) if lemma != "get" else -1
                inverted = inverted or (0 <= following < count and _combines(reader, found, lemma, at, following))
            reached = _auxiliary(reader, found, at, following) if 0 <= following < count else -1
            if reached >= 0:
                at = reached
                continue
        break
    found.head = at
    found.last = max(found.last, at + 1)
    found.lemma = entries[at].verb if tags[at] & _VERB else found.modal
    found.question = inverted
    _add_negation(reader, found, at)
    _add_copula(reader, found, at, owner)
    return found


def _first(tags: Sequence[int], start: int) -> int:
    return start


def _form(tag: int) -> str:
    if tag & TO:
        return "infinitive"
    if tag & GERUND:
        return "gerund"
    return "participle" if tag & PARTICIPLE else "finite"


def _step(found: Predicate, reader: _Reader, at: int, following: int) -> int:
    """Move to the next verb of the group, noting a negation on the way."""
    for between in range(at + 1, following):
        word = reader.lowered[between]
        if word in _NEGATIVE_ADVERBS and reader.lowered[between + 1] not in _AFFIRMING:
            found.negated = True
        elif word == "yet" and reader.tags[between + 1] & TO:
            found.negated = True  # "has yet to be accepted"
    found.last = following + 1
    return following


def _combines(reader: _Reader, found: Predicate, lemma: str, at: int, following: int) -> bool:
    tag = reader.tags[following]
    if lemma == "be":
        return bool(tag & (PARTICIPLE | GERUND | TO))
    if lemma == "have":
        return bool(tag & PARTICIPLE)
    return bool(tag & BASE)


def _auxiliary(reader: _Reader, found: Predicate, at: int, following: int) -> int:
    """The next verb of the group if `at` is an auxiliary before `following`, noting what it adds; else -1."""
    tags, lowered, owner = reader.tags, reader.lowered, reader.owner
    tag = tags[following]
    lemma = "have" if lowered[at] == "'d" else reader.entries[at].verb
    if lemma in _BE_LEMMAS:
        if tag & PARTICIPLE:
            found.passive = True
            return _step(found, reader, at, following)
        if lemma == "get":
            return -1
        if lowered[following] in _SEMI_MODALS:
            to = reader.next_verbal(following + 1)
            verb = reader.next_verbal(to + 1)
            if to < len(tags) and tags[to] & TO and verb < len(tags) and tags[verb] & BASE:
                found.modal, found.tense = lowered[following], found.tense if found.tense == "past" else "future"
                return _step(found, reader, at, verb)
        if tag & GERUND:
            found.progressive = True
            return _step(found, reader, at, following)
    if tag & TO and lemma in ("be", "have") and owner[following] < 0:
        verb = reader.next_verbal(following + 1)
        if verb < len(tags) and tags[verb] & BASE:
            found.modal = found.modal or lemma
            return _step(found, reader, at, verb)
    if lemma == "have" and tag & PARTICIPLE:
        found.perfect = True
        if found.tense == "present":
            found.tense = "past"
        return _step(found, reader, at, following)
    if lemma == "do" and tag & BASE:
        return _step(found, reader, at, following)
    return -1


def _across_subject(reader: _Reader, at: int, chunks: list[Chunk], owner: list[int]) -> int:
    """In "Did the police fire", "Had they been told": the token after an inverted subject; else -1."""
    tags = reader.tags
    before = tags[at - 1] if at else MARK
    if not before & (MARK | QUOTE | WH | CONJUNCTION | ADVERB) and not (
        at and reader.lowered[at - 1] in ("than", "as", "so", "nor")
    ):
        return -1
    following = reader.next_verbal(at + 1)
    if following >= len(tags) or owner[following] < 0 or chunks[owner[following]].preposition >= 0:
        return -1
    after = reader.next_verbal(chunks[owner[following]].last)
    return after if after < len(tags) and tags[after] & (_VERB | TO) and owner[after] < 0 else -1


def _add_negation(reader: _Reader, found: Predicate, at: int) -> None:
    """Negation beside the group: "did n't", "not returned", "is never"."""
    lowered = reader.lowered
    before = found.first - 1
    if found.question and before >= 1 and (lowered[before - 1], lowered[before]) == ("no", "longer"):
        found.negated = True
    if before >= 1 and (lowered[before - 1], lowered[before]) == ("not", "only"):
        return
    if before >= 0 and reader.tags[before] & NOT:
        found.negated, found.first = True, before
    elif before >= 1 and reader.tags[before] & ADVERB and reader.tags[before - 1] & NOT:
        found.negated, found.first = True, before - 1
    elif before >= 0 and lowered[before] in ("hardly", "barely", "scarcely", "rarely", "seldom"):
        found.negated = True
    after = found.last
    if (
        after < len(lowered)
        and reader.tags[after] & NOT
        and reader.entries[at].verb in ("be", "have", "do", found.modal)
    ):
        # "not only" and "not just" affirm
        if not (after + 1 < len(lowered) and lowered[after + 1] in _AFFIRMING):
            found.negated = True
        found.last = after + 1


def _add_copula(reader: _Reader, found: Predicate, at: int, owner: list[int]) -> None:
    """ "is likely", "was unable", "remains afraid": the adjective is what is said."""
    if found.lemma not in _COPULAS or (found.passive and found.lemma != "feel"):
        return
    tags = reader.tags
    following = reader.next_verbal(at + 1)
    while following < len(tags) and tags[following] & NOT:
        following += 1
    if following < len(tags) and tags[following] & ADJECTIVE and owner[following] < 0:
        after = tags[following + 1] if following + 1 < len(tags) else MARK
        found.copula, found.head, found.last = True, following, following + 1
        found.lemma = reader.lowered[following]
        if after & (CONJUNCTION | PREPOSITION) == 0 and found.lemma == "more":
            found.copula = True
