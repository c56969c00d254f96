"""Which of its possible tags a word has in this sentence: rules over the words around it, read from left to right."""

from clarion.language.tags_lexicon import Word
from clarion.language.tags_line import BE_FORMS, NOMINALS, VERB_FORMS, Line, clause_follows, is_particle
from clarion.language.tags_verbs import verb_or_not
from clarion.language.tags_words import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    MARK,
    MODAL,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TAKES_TO_PHRASE,
    TIME_NOUNS,
    TO,
    WH,
)
from clarion.language.wordlists import words

_SAYING = words("say says said saying think believe know claim claims believes add adds added warn warned told")


def resolve(lowered: list[str], entries: list[Word], masks: list[int]) -> list[int]:
    """One tag per token out of its mask of possible ones."""
    count = len(masks)
    tags = [0] * count
    line = Line(lowered, entries, masks, tags)
    for n in range(count):
        mask = masks[n]
        if mask & (mask - 1) == 0:
            tags[n] = mask
        elif mask & (TO | WH | SUBORDINATOR):
            tags[n] = _function_word(line, n)
        elif mask & VERB_FORMS:
            tags[n] = verb_or_not(line, n)
        else:
            tags[n] = _other(line, n)
    return tags


def _function_word(line: Line, n: int) -> int:
    word, mask = line.lowered[n], line.masks[n]
    after = line.after(n)
    if word == "to":
        return _to(line, n)
    if word == "that":
        return _that(line, n)
    before = line.tags[n - 1] if n else MARK
    if word == "like" and (before & (MODAL | TO | NOT) or (n and line.lowered[n - 1] in ("i", "we", "they", "you"))):
        return BASE
    if word == "once" and clause_follows(line, n):
        return SUBORDINATOR
    if word == "once" and (after & (MARK | CONJUNCTION | PREPOSITION) or (n and line.lowered[n - 1] == "at")):
        return ADVERB
    if mask & PREPOSITION and n + 1 < len(line.lowered) and line.lowered[n + 1] in ("they", "he", "she", "we", "i"):
        return SUBORDINATOR
    if word == "than" and n and line.lowered[n - 1] in ("more", "fewer", "less", "rather", "other"):
        return PREPOSITION  # "that more than 40 people were held": no clause of its own
    if mask & PREPOSITION:
        # "after", "until", "as": the parser tells clause from phrase; the tag only says which is likelier here
        return SUBORDINATOR if clause_follows(line, n) else PREPOSITION
    if mask & DETERMINER:
        return DETERMINER if after & (NOMINALS | ADJECTIVE) else PRONOUN
    return mask & -mask


def _to(line: Line, n: int) -> int:
    at = n + 1
    while at < len(line.masks) and line.masks[at] == ADVERB:
        at += 1
    if at >= len(line.masks) or not line.masks[at] & BASE or line.masks[at] & (DETERMINER | NAME):
        return PREPOSITION
    if not line.masks[at] & (NOUN | ADJECTIVE | PLURAL):
        return TO
    follows = line.masks[at + 1] if at + 1 < len(line.masks) else MARK
    if n and line.lowered[n - 1] in TAKES_TO_PHRASE and not follows & (DETERMINER | POSSESSIVE | PRONOUN | NAME):
        return PREPOSITION
    return TO


def _that(line: Line, n: int) -> int:
    after = line.after(n)
    before = line.tags[n - 1] if n else MARK
    if n + 1 < len(line.lowered) and line.lowered[n + 1] in TIME_NOUNS and not (n and line.lowered[n - 1] in _SAYING):
        return DETERMINER
    if before & PREPOSITION and line.lowered[n - 1] not in ("in", "except"):
        return DETERMINER if after & (NOMINALS | ADJECTIVE) else PRONOUN
    if after & (VERB_FORMS | MODAL) and not after & (NOUN | PLURAL | ADJECTIVE):
        return WH if before & (NOMINALS | PRONOUN | NUMBER) else PRONOUN
    if after & (PREPOSITION | SUBORDINATOR | WH | DETERMINER | POSSESSIVE | PRONOUN | NAME | PLURAL | NUMBER):
        return SUBORDINATOR if n else PRONOUN
    if after & ADVERB:
        return WH if before & NOMINALS else SUBORDINATOR
    if after & (NOUN | ADJECTIVE | BASE | GERUND):
        if after & MODAL or n == 0:
            return DETERMINER
        return SUBORDINATOR if before & (VERB_FORMS | NOMINALS | ADJECTIVE) or clause_follows(line, n) else DETERMINER
    return PRONOUN


def _other(line: Line, n: int) -> int:
    """Words that are no verb: articles against pronouns, adjectives against nouns and adverbs."""
    mask = line.masks[n]
    after = line.after(n)
    if mask & POSSESSIVE:  # her
        return POSSESSIVE if after & (NOMINALS | ADJECTIVE | NUMBER | GERUND | PARTICIPLE) else PRONOUN
    if mask & DETERMINER:
        return DETERMINER if after & (NOMINALS | ADJECTIVE | NUMBER) and not after & MODAL else PRONOUN
    if mask & ADJECTIVE:
        before = line.tags[n - 1] if n else MARK
        if line.lowered[n] in ("least", "most") and n and line.lowered[n - 1] == "at":
            line.tags[n - 1] = ADVERB
            return ADVERB
        if mask & NOUN and line.entries[n].likeliest == NOUN:
            return NOUN
        if after & (NOUN | PLURAL | NAME | GERUND) and mask & (ADJECTIVE | NOUN):
            return ADJECTIVE if not (mask & NOUN and line.entries[n].likeliest == NOUN and before & ADJECTIVE) else NOUN
        if mask & NOUN and before & (DETERMINER | POSSESSIVE | PREPOSITION | ADJECTIVE) and not after & ADJECTIVE:
            return NOUN
        if mask & ADVERB and not after & NOMINALS and before & VERB_FORMS and line.lowered[n - 1] not in BE_FORMS:
            return ADVERB
    if mask & PREPOSITION:
        if is_particle(line, n):
            return ADVERB
        if line.lowered[n] in ("about", "over", "around"):
            counts = (
                after & NUMBER and n + 2 < len(line.masks) and line.masks[n + 2] & (NOMINALS | PREPOSITION | ADJECTIVE)
            )
            return ADVERB if counts else PREPOSITION
        return PREPOSITION if after & (NOMINALS | DETERMINER | POSSESSIVE | NUMBER) else ADVERB
    if mask & NUMBER:
        return NUMBER
    return line.entries[n].likeliest if line.entries[n].likeliest & mask else mask & -mask
