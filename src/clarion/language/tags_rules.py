"""Which of its possible tags a word has in this sentence: rules over the words around it, read from left to right."""

from clarion.language.tags_lexicon import Word
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
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTE,
    SUBJECTS,
    SUBORDINATOR,
    TAKES_TO_PHRASE,
    TIME_NOUNS,
    TO,
    TRANSITIVE,
    WH,
)
from clarion.language.wordlists import words

_VERB = BASE | PRESENT | PAST | PARTICIPLE | GERUND
_NOMINAL = NOUN | PLURAL | NAME
_OBJECT_START = DETERMINER | POSSESSIVE | PRONOUN | NAME | NUMBER
_BE = words("is are was were be been being am 're 'm 's get gets got getting gotten")
_HAVE = words("has have had having 've 'd")
_DO = words("do does did")
_BARE_INFINITIVE = words(
    "make makes made making let lets letting help helps helped helping see saw watch watched hear heard"
)
_SAYING_LEMMAS = words(
    "say think believe know claim add warn report tell mean hope feel see show find hear argue allege insist deny fear "
    "announce confirm state suggest estimate admit suspect"
)
_GERUND_TAKERS = words(
    "be stop start begin continue keep avoid risk cease consider finish resume regret deny admit suggest recommend mean "
    "involve prevent try go come like love hate enjoy imagine quit spend remember forget"
)
_OBJECT_PRONOUNS = words("him them us me her it you")
_SAYING = words("say says said saying think believe know claim claims believes add adds added warn warned told")


def resolve(lowered: list[str], entries: list[Word], masks: list[int]) -> list[int]:
    """One tag per token out of its mask of possible ones."""
    count = len(masks)
    tags = [0] * count
    for n in range(count):
        mask = masks[n]
        if mask & (mask - 1) == 0:
            tags[n] = mask
        elif mask & (TO | WH | SUBORDINATOR):
            tags[n] = _function_word(n, lowered, masks, tags)
        elif mask & _VERB:
            tags[n] = _verb_or_not(n, lowered, entries, masks, tags)
        else:
            tags[n] = _other(n, lowered, entries, masks, tags)
    return tags


def _function_word(n: int, lowered: list[str], masks: list[int], tags: list[int]) -> int:
    word, mask = lowered[n], masks[n]
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if word == "to":
        return _to(n, lowered, masks, tags)
    if word == "that":
        return _that(n, lowered, masks, tags)
    if word == "once" and _clause_follows(n, lowered, masks):
        return SUBORDINATOR
    if word == "once" and (after & (MARK | CONJUNCTION | PREPOSITION) or (n and lowered[n - 1] == "at")):
        return ADVERB
    if mask & PREPOSITION and n + 1 < len(lowered) and lowered[n + 1] in ("they", "he", "she", "we", "i"):
        return SUBORDINATOR
    if mask & PREPOSITION:
        # "after", "until", "as": the parser tells clause from phrase; the tag only says which is likelier here
        return SUBORDINATOR if _clause_follows(n, lowered, masks) else PREPOSITION
    if mask & DETERMINER:
        return DETERMINER if after & (_NOMINAL | ADJECTIVE) else PRONOUN
    return mask & -mask


def _to(n: int, lowered: list[str], masks: list[int], tags: list[int]) -> int:
    at = n + 1
    while at < len(masks) and masks[at] == ADVERB:
        at += 1
    if at >= len(masks) or not masks[at] & BASE or masks[at] & (DETERMINER | NAME):
        return PREPOSITION
    if not masks[at] & (NOUN | ADJECTIVE | PLURAL):
        return TO
    follows = masks[at + 1] if at + 1 < len(masks) else MARK
    if n and lowered[n - 1] in TAKES_TO_PHRASE and not follows & (DETERMINER | POSSESSIVE | PRONOUN | NAME):
        return PREPOSITION
    return TO


def _that(n: int, lowered: list[str], masks: list[int], tags: list[int]) -> int:
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    before = tags[n - 1] if n else MARK
    if n + 1 < len(lowered) and lowered[n + 1] in TIME_NOUNS and not (n and lowered[n - 1] in _SAYING):
        return DETERMINER
    if before & PREPOSITION and lowered[n - 1] not in ("in", "except"):
        return DETERMINER if after & (_NOMINAL | ADJECTIVE) else PRONOUN
    if after & (_VERB | MODAL) and not after & (NOUN | PLURAL | ADJECTIVE):
        return WH if before & (_NOMINAL | PRONOUN | NUMBER) else PRONOUN
    if after & (PREPOSITION | SUBORDINATOR | WH | DETERMINER | POSSESSIVE | PRONOUN | NAME | PLURAL | NUMBER):
        return SUBORDINATOR if n else PRONOUN
    if after & ADVERB:
        return WH if before & _NOMINAL else SUBORDINATOR
    if after & (NOUN | ADJECTIVE | BASE | GERUND):
        if after & MODAL or n == 0:
            return DETERMINER
        return (
            SUBORDINATOR
            if before & (_VERB | _NOMINAL | ADJECTIVE) or _clause_follows(n, lowered, masks)
            else DETERMINER
        )
    return PRONOUN


def _clause_follows(n: int, lowered: list[str], masks: list[int]) -> bool:
    """Whether a subject and a finite verb come next, before any mark or other link word."""
    for at in range(n + 1, min(n + 14, len(masks))):
        mask = masks[at]
        if mask & (MODAL | PAST | PRESENT) and not mask & (NOUN | PLURAL | ADJECTIVE):
            return at > n + 1
        if mask & BASE and at > n + 1 and lowered[at - 1] in SUBJECTS:
            return True
        if mask & PRESENT and at > n + 2 and (at + 1 == len(masks) or masks[at + 1] & MARK):
            return True  # "until an inquiry reports."
        if mask & (MARK | QUOTE | WH | TO) and not mask & NOUN:
            return False
        if mask & SUBORDINATOR and at > n + 1:
            return False
    return False


def _verb_or_not(n: int, lowered: list[str], entries: list[Word], masks: list[int], tags: list[int]) -> int:
    """Tag of a word that may be a verb, by what stands before it."""
    mask = masks[n]
    if lowered[n] in ("'s", "'d"):
        return _clitic(n, lowered, masks, tags)
    at = n - 1
    while at >= 0 and tags[at] & (ADVERB | NOT):
        at -= 1
    before = tags[at] if at >= 0 else MARK
    word = lowered[at] if at >= 0 else ""
    if before & TO and mask & BASE:
        return BASE
    if (
        (before & MODAL or word in _DO)
        and mask & BASE
        and not (at == n - 1 and word in _DO and mask & NOUN and at and tags[at - 1] & TO)
    ):
        return BASE
    if word in _BE and before & _VERB:
        return _after_be(mask, entries[n])
    if word in _HAVE and before & _VERB:
        return PARTICIPLE if mask & PARTICIPLE else _nominal_or(mask, entries[n])
    if before & (DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE | PREPOSITION):
        return _inside_phrase(n, before, word, entries, masks, tags)
    if before & CONJUNCTION or (before & MARK and word == ","):
        if mask & BASE and _listed(n, at, masks, tags):
            return BASE
        same = _parallel(n, at, mask, tags, lowered)
        if same:
            return same
        after = masks[n + 1] if n + 1 < len(masks) else MARK
        if mask & PARTICIPLE and at and tags[at - 1] & _NOMINAL and after & (NOUN | PLURAL) and not after & _VERB:
            return PARTICIPLE  # "blankets and bottled water"
    if before & (PRONOUN | WH | _NOMINAL | GERUND | PARTICIPLE) or (at >= 0 and before & (PAST | BASE | PRESENT)):
        return _after_nominal(n, at, lowered, entries, masks, tags)
    return _opening(n, lowered, entries, masks)


def _clitic(n: int, lowered: list[str], masks: list[int], tags: list[int]) -> int:
    before = lowered[n - 1] if n else ""
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if lowered[n] == "'d":
        return PAST if after & PARTICIPLE and not after & BASE else MODAL
    if before in SUBJECTS or before in ("what", "where", "there", "here", "how", "let", "everything"):
        return PRESENT
    if after & (DETERMINER | NOT) or (after & GERUND and not after & NOUN):
        return PRESENT
    return POSSESSIVE


def _after_be(mask: int, entry: Word) -> int:
    if mask & PARTICIPLE:
        return PARTICIPLE
    if mask & GERUND:
        return GERUND
    return _nominal_or(mask, entry)


def _nominal_or(mask: int, entry: Word) -> int:
    """The likeliest tag that is no verb, if there is one."""
    rest = mask & ~_VERB
    if not rest:
        return entry.likeliest if entry.likeliest & mask else mask & -mask
    for tag in (ADJECTIVE, NOUN, PLURAL):
        if rest & tag and (entry.likeliest == tag or rest == tag):
            return tag
    return rest & NOUN or rest & PLURAL or rest & -rest


def _inside_phrase(n: int, before: int, word: str, entries: list[Word], masks: list[int], tags: list[int]) -> int:
    """After an article, possessive, number, adjective or preposition: mostly no finite verb."""
    mask = masks[n]
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if mask & GERUND:
        if before & PREPOSITION or not mask & NOUN:
            return GERUND
        return NOUN
    if mask & PARTICIPLE and before & (NUMBER | ADJECTIVE) and not after & (_NOMINAL | ADJECTIVE):
        return _past_or_participle(n, entries, masks) if mask & PAST else PARTICIPLE
    if mask & PARTICIPLE and not mask & NOUN:
        return PARTICIPLE
    if before & NUMBER and mask & (BASE | PRESENT) and after & _OBJECT_START and not mask & PLURAL:
        return BASE if mask & BASE else PRESENT
    if (
        mask & ADJECTIVE
        and after & (_NOMINAL | ADJECTIVE | GERUND)
        and not (mask & NOUN and entries[n].likeliest == NOUN)
    ):
        return ADJECTIVE
    return _nominal_or(mask, entries[n])


def _parallel(n: int, at: int, mask: int, tags: list[int], lowered: list[str]) -> int:
    """After a conjunction: the tag of the nearest like word before it ("stop and search", "arrests and killings")."""
    for back in range(at - 1, max(at - 7, -1), -1):
        tag = tags[back]
        if tag & (MARK | CONJUNCTION) and back < at - 1 and tag & MARK and lowered[back] != ",":
            return 0
        if tag & mask & (BASE | GERUND | PARTICIPLE | PRESENT | PAST) and not (
            tag == PARTICIPLE and mask & PAST and back + 1 < at
        ):
            return tag
        if tag & (NOUN | PLURAL) and back == at - 1 and mask & (NOUN | PLURAL):
            return mask & NOUN or mask & PLURAL
    return 0


def _listed(n: int, at: int, masks: list[int], tags: list[int]) -> bool:
    """Whether a word with an object stands in a list of bare forms: "should end …, open an inquiry and protect …"."""
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if not after & (DETERMINER | POSSESSIVE | PRONOUN | NAME | PLURAL) or after & (PREPOSITION | MODAL):
        return False
    return any(tags[back] == BASE for back in range(max(at - 25, 0), at))


def _after_nominal(n: int, at: int, lowered: list[str], entries: list[Word], masks: list[int], tags: list[int]) -> int:
    """After a possible subject: a verb, if what follows allows it."""
    mask, before, word = masks[n], tags[at], lowered[at]
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if mask & BASE and before & (PRONOUN | _NOMINAL) and _after_causative(at, lowered, tags):
        return BASE
    if word in SUBJECTS or before & WH:
        return _finite(n, entries, masks, mask)
    if mask & (PAST | PARTICIPLE):
        if mask & NOUN and after & _VERB and not after & NOUN:
            return NOUN
        if mask & ADJECTIVE and entries[n].likeliest == ADJECTIVE and after & _NOMINAL and before & _VERB:
            return ADJECTIVE
        if before & _VERB and not before & (PAST | PARTICIPLE | GERUND):
            return PARTICIPLE if mask & PARTICIPLE else PAST
        if before & _VERB and after & (NOUN | PLURAL) and at == n - 1:
            return PARTICIPLE  # "left injured people"
        if mask & PARTICIPLE and mask & PAST and _is_reduced(n, at, entries, masks, tags):
            return PARTICIPLE
        return _past_or_participle(n, entries, masks)
    if mask & GERUND:
        return _gerund_or_noun(before, after, mask, entries[at].verb in _GERUND_TAKERS)
    if before & _VERB:
        return _nominal_or(mask, entries[n])
    if after & (MODAL | PAST | PRESENT) and not after & (NOUN | PLURAL | PREPOSITION | ADJECTIVE):
        return _nominal_or(mask, entries[n])
    return _noun_or_finite(n, before, word, entries, masks, tags)


def _after_causative(at: int, lowered: list[str], tags: list[int]) -> bool:
    """Whether the noun before is what somebody lets, makes or sees do something: "let the council decide"."""
    start = at
    while start >= 0 and tags[start] & (_NOMINAL | DETERMINER | POSSESSIVE | ADJECTIVE | PRONOUN | NUMBER):
        start -= 1
    return 0 <= start < at and lowered[start] in _BARE_INFINITIVE


_BOUNDARY = MARK | QUOTE | CONJUNCTION | SUBORDINATOR | WH


def _is_reduced(n: int, at: int, entries: list[Word], masks: list[int], tags: list[int]) -> bool:
    """Whether a noun and an -ed form are "the men held in May" inside a clause that has another finite verb."""
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if not after & (PREPOSITION | ADVERB | TO | MARK) or after & (DETERMINER | PRONOUN):
        return False
    opening = True
    for back in range(at - 1, max(at - 15, -1), -1):
        tag = tags[back]
        if tag & PREPOSITION and opening:
            return back == 0 or tags[back - 1] & (MARK | PREPOSITION) != 0 and after & MARK != 0
        opening = opening and bool(tag & (_NOMINAL | DETERMINER | ADJECTIVE | NUMBER | POSSESSIVE))
        if tag & _BOUNDARY:
            break
        if tag & (_VERB | MODAL):
            return entries[back].verb not in _SAYING_LEMMAS
    if after & MARK:
        return False
    for ahead in range(n + 2, min(n + 12, len(masks))):
        mask = masks[ahead]
        if mask & _BOUNDARY and not mask & (NOUN | PREPOSITION):
            return False
        if mask & (MODAL | PAST | PRESENT) and not mask & (_NOMINAL | ADJECTIVE | PREPOSITION):
            return True
    return False


def _is_only_verb(n: int, masks: list[int], tags: list[int]) -> bool:
    """Whether no other word of the sentence is a finite verb: "Refugees face deportation." """
    if any(tag & (_VERB | MODAL) for tag in tags[:n]):
        return False
    return not any(mask & (MODAL | PAST | PRESENT) and not mask & (_NOMINAL | ADJECTIVE) for mask in masks[n + 1 :])


def _clause_so_far(n: int, tags: list[int], entries: list[Word]) -> str:
    """What the clause holds before a word: "verb", a "link" word and no verb, or ""."""
    for back in range(n - 1, max(n - 12, -1), -1):
        tag = tags[back]
        if tag & (SUBORDINATOR | WH):
            return "link"
        if tag & (MARK | QUOTE) or (tag & CONJUNCTION and not (back and tags[back - 1] & tags[back + 1] & _NOMINAL)):
            return ""
        if tag & (_VERB | MODAL):
            return "" if entries[back].verb in _SAYING_LEMMAS else "verb"
    return ""


def _gerund_or_noun(before: int, after: int, mask: int, takes: bool) -> int:
    if mask & NOUN and before & (NOUN | NAME | POSSESSIVE) and not after & _OBJECT_START:
        return NOUN
    if (
        mask & NOUN
        and before & _VERB
        and not takes
        and not after & (_OBJECT_START | _NOMINAL | ADJECTIVE | PREPOSITION)
    ):
        return NOUN
    return GERUND


def _noun_or_finite(n: int, before: int, word: str, entries: list[Word], masks: list[int], tags: list[int]) -> int:
    """ "police arrest dozens" against "police arrest records"; "China returns" against "asylum claims"."""
    mask = masks[n]
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    plural = before & PLURAL or word == "police"
    if mask & BASE and not mask & PRESENT:
        if mask & NOUN and _clause_so_far(n, tags, entries) == "verb":
            return NOUN
        if not plural and not before & NAME:
            return _nominal_or(mask, entries[n])
        if after & (_OBJECT_START | TO | ADVERB | SUBORDINATOR) or (after & (PREPOSITION | PLURAL | WH) and plural):
            return BASE
        lonely = plural and after & (NOUN | PLURAL | ADJECTIVE) and _is_only_verb(n, masks, tags)
        return BASE if lonely or (plural and not mask & (NOUN | ADJECTIVE)) else _nominal_or(mask, entries[n])
    if mask & PRESENT and not plural:
        earlier = _clause_so_far(n, tags, entries)
        if earlier == "verb":
            return _nominal_or(mask, entries[n])
        if earlier == "link" and (n + 1 >= len(masks) or after & (MARK | CONJUNCTION | PREPOSITION)):
            return PRESENT
        if entries[n].verb in _SAYING_LEMMAS and before & NAME and (n + 1 >= len(masks) or after & (MARK | QUOTE)):
            return PRESENT
        if after & (DETERMINER | POSSESSIVE | PRONOUN | TO | SUBORDINATOR | NAME | ADVERB | NOT | NUMBER | WH):
            return PRESENT
        if after & (NOUN | PLURAL | ADJECTIVE) and before & NOUN and _is_only_verb(n, masks, tags):
            return PRESENT
        if before & NAME and after & (PLURAL | ADJECTIVE | PREPOSITION | GERUND):
            return PRESENT
        return entries[n].likeliest if entries[n].likeliest & mask else _nominal_or(mask, entries[n])
    return _nominal_or(mask, entries[n])


def _finite(n: int, entries: list[Word], masks: list[int], mask: int) -> int:
    """After a subject pronoun or a relative word."""
    for tag in (PAST, PRESENT, BASE, GERUND, PARTICIPLE):
        if mask & tag:
            return tag
    return _nominal_or(mask, entries[n])


def _past_or_participle(n: int, entries: list[Word], masks: list[int]) -> int:
    """ "were told hundreds arrested" has a participle, "police arrested hundreds" a past: an object decides."""
    mask = masks[n]
    if not mask & PARTICIPLE:
        return PAST
    if not mask & PAST:
        return PARTICIPLE
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if (
        n + 1 < len(masks)
        and after == PREPOSITION
        and entries[n + 1].verb == "by"
        and entries[n].verb not in ("rise", "fall")
    ):
        return PARTICIPLE
    if entries[n].verb not in TRANSITIVE:
        return PAST
    at = n + 1
    while at < len(masks) and masks[at] & ADVERB and not masks[at] & (DETERMINER | PRONOUN):
        at += 1
    after = masks[at] if at < len(masks) else MARK
    if after & (_OBJECT_START | _NOMINAL | ADJECTIVE | SUBORDINATOR | QUOTE | GERUND) and not after & PREPOSITION:
        return PAST
    return PARTICIPLE


def _opening(n: int, lowered: list[str], entries: list[Word], masks: list[int]) -> int:
    """At the start of a sentence or after a mark."""
    mask = masks[n]
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if lowered[n] == "let" or (
        mask & BASE and entries[n].likeliest == BASE and n == 0 and after & (ADVERB | PREPOSITION)
    ):
        return BASE
    if mask & (PAST | PARTICIPLE):
        if mask & ADJECTIVE and entries[n].likeliest == ADJECTIVE:
            return ADJECTIVE
        if after & _NOMINAL and n == 0:
            return PARTICIPLE
        if n and lowered[n - 1] in (",", "-", "--", "—"):
            return _past_or_participle(n, entries, masks)
        return (
            PARTICIPLE
            if after & (PREPOSITION | ADVERB) and mask & PARTICIPLE and n == 0
            else _past_or_participle(n, entries, masks)
        )
    if mask & GERUND:
        return GERUND
    if (
        mask & BASE
        and mask != BASE
        and (_clause_goes_on(n, masks) or (n + 1 < len(lowered) and lowered[n + 1] == "'s"))
    ):
        return _nominal_or(mask, entries[n])
    if mask & BASE and after & (DETERMINER | POSSESSIVE | PRONOUN | TO) and not after & PREPOSITION:
        return BASE
    if mask & BASE and n == 0 and after & (NAME | PLURAL | NUMBER) and entries[n].likeliest == BASE:
        return BASE
    return entries[n].likeliest if entries[n].likeliest & mask else mask & -mask


_HANDING = words("hand turn take carry give pass bring push send sign move")


def _is_particle(n: int, lowered: list[str], entries: list[Word], masks: list[int], tags: list[int]) -> bool:
    """ "carried out strikes", "handed over 12 men": part of the verb, not the head of a phrase."""
    if n == 0 or not tags[n - 1] & _VERB or n + 1 >= len(lowered) or lowered[n + 1] == "of":
        return False
    if lowered[n] in ("out", "up", "off", "down"):
        return True
    return lowered[n] == "over" and entries[n - 1].verb in _HANDING


def _clause_goes_on(n: int, masks: list[int]) -> bool:
    """Whether a noun phrase and a finite verb follow, so that the word before them is no verb."""
    for at in range(n + 1, min(n + 9, len(masks))):
        mask = masks[at]
        if mask & (MODAL | PAST | PRESENT) and not mask & (_NOMINAL | ADJECTIVE | PREPOSITION | POSSESSIVE):
            return True
        if mask & (_BOUNDARY | PRONOUN | TO) and not mask & NOUN:
            return False
    return False


def _other(n: int, lowered: list[str], entries: list[Word], masks: list[int], tags: list[int]) -> int:
    """Words that are no verb: articles against pronouns, adjectives against nouns and adverbs."""
    mask = masks[n]
    after = masks[n + 1] if n + 1 < len(masks) else MARK
    if mask & POSSESSIVE:  # her
        return POSSESSIVE if after & (_NOMINAL | ADJECTIVE | NUMBER | GERUND | PARTICIPLE) else PRONOUN
    if mask & DETERMINER:
        return DETERMINER if after & (_NOMINAL | ADJECTIVE | NUMBER) and not after & MODAL else PRONOUN
    if mask & ADJECTIVE:
        before = tags[n - 1] if n else MARK
        if lowered[n] in ("least", "most") and n and lowered[n - 1] == "at":
            tags[n - 1] = ADVERB
            return ADVERB
        if mask & NOUN and entries[n].likeliest == NOUN:
            return NOUN
        if after & (NOUN | PLURAL | NAME | GERUND) and mask & (ADJECTIVE | NOUN):
            return ADJECTIVE if not (mask & NOUN and entries[n].likeliest == NOUN and before & ADJECTIVE) else NOUN
        if mask & NOUN and before & (DETERMINER | POSSESSIVE | PREPOSITION | ADJECTIVE) and not after & ADJECTIVE:
            return NOUN
        if mask & ADVERB and not after & _NOMINAL and before & _VERB and lowered[n - 1] not in _BE:
            return ADVERB
    if mask & PREPOSITION:
        if _is_particle(n, lowered, entries, masks, tags):
            return ADVERB
        if lowered[n] in ("about", "over", "around"):
            counts = after & NUMBER and n + 2 < len(masks) and masks[n + 2] & (_NOMINAL | PREPOSITION | ADJECTIVE)
            return ADVERB if counts else PREPOSITION
        return PREPOSITION if after & (_NOMINAL | DETERMINER | POSSESSIVE | NUMBER) else ADVERB
    if mask & NUMBER:
        return NUMBER
    return entries[n].likeliest if entries[n].likeliest & mask else mask & -mask
