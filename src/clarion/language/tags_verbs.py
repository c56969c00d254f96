"""Whether a word that may be a verb is one here, and in which form, by the words around it."""

from clarion.language.tags_lexicon import Word
from clarion.language.tags_line import (
    BE_FORMS,
    BOUNDARY,
    NOMINALS,
    OBJECT_START,
    SAYING_LEMMAS,
    VERB_FORMS,
    Line,
    after_causative,
    after_hedges,
    after_inversion,
    clause_goes_on,
    clause_so_far,
    has_verb,
    is_inserted,
    is_only_verb,
    listed,
)
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
    TO,
    TRANSITIVE,
    WH,
)
from clarion.language.wordlists import words

_HAVE = words("has have had having 've 'd")
_DO = words("do does did")
_GERUND_TAKERS = words(
    "be stop start begin continue keep avoid risk cease consider finish resume regret deny admit suggest recommend "
    "mean involve prevent try go come like love hate enjoy imagine quit spend remember forget"
)


def verb_or_not(line: Line, n: int) -> int:
    """Tag of a word that may be a verb, by what stands before it."""
    mask = line.masks[n]
    if line.lowered[n] in ("'s", "'d"):
        return _clitic(line, n)
    at = n - 1
    while at >= 0 and line.tags[at] & (ADVERB | NOT):
        at -= 1
    before = line.tags[at] if at >= 0 else MARK
    word = line.lowered[at] if at >= 0 else ""
    if before & TO and mask & BASE:
        return BASE
    if (
        (before & MODAL or word in _DO)
        and mask & BASE
        and not (at == n - 1 and word in _DO and mask & NOUN and at and line.tags[at - 1] & TO)
    ):
        return BASE
    if word in BE_FORMS and before & VERB_FORMS:
        return _after_be(mask, line.entries[n])
    if word in _HAVE and before & VERB_FORMS:
        return PARTICIPLE if mask & PARTICIPLE else nominal_or(mask, line.entries[n])
    if before & (DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE | PREPOSITION):
        return _inside_phrase(line, n, before, word)
    if before & CONJUNCTION or (before & MARK and word == ","):
        if mask & BASE and listed(line, n, at):
            return BASE
        same = _parallel(line, n, at, mask)
        if same:
            return same
        after = line.after(n)
        if (
            mask & PARTICIPLE
            and at
            and line.tags[at - 1] & NOMINALS
            and after & (NOUN | PLURAL)
            and not after & VERB_FORMS
        ):
            return PARTICIPLE  # "blankets and bottled water"
    if before & (PRONOUN | WH | NOMINALS | GERUND | PARTICIPLE) or (at >= 0 and before & (PAST | BASE | PRESENT)):
        return _after_nominal(line, n, at)
    return _opening(line, n)


def _clitic(line: Line, n: int) -> int:
    before = line.lowered[n - 1] if n else ""
    after = line.after(n)
    if line.lowered[n] == "'d":
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
    return nominal_or(mask, entry)


def nominal_or(mask: int, entry: Word) -> int:
    """The likeliest tag that is no verb, if there is one."""
    rest = mask & ~VERB_FORMS
    if not rest:
        return entry.likeliest if entry.likeliest & mask else mask & -mask
    for tag in (ADJECTIVE, NOUN, PLURAL):
        if rest & tag and (entry.likeliest == tag or rest == tag):
            return tag
    return rest & NOUN or rest & PLURAL or rest & -rest


def _inside_phrase(line: Line, n: int, before: int, word: str) -> int:
    """After an article, possessive, number, adjective or preposition: mostly no finite verb."""
    mask = line.masks[n]
    after = line.after(n)
    if mask & GERUND:
        if before & PREPOSITION or not mask & NOUN:
            return GERUND
        return NOUN
    if mask & PARTICIPLE and before & (NUMBER | ADJECTIVE) and not after & (NOMINALS | ADJECTIVE):
        return _past_or_participle(line, n) if mask & PAST else PARTICIPLE
    if mask & PARTICIPLE and not mask & NOUN:
        return PARTICIPLE
    if before & NUMBER and mask & (BASE | PRESENT) and after & OBJECT_START and not mask & PLURAL:
        return BASE if mask & BASE else PRESENT
    if (
        mask & ADJECTIVE
        and after & (NOMINALS | ADJECTIVE | GERUND)
        and not (mask & NOUN and line.entries[n].likeliest == NOUN)
    ):
        return ADJECTIVE
    return nominal_or(mask, line.entries[n])


def _parallel(line: Line, n: int, at: int, mask: int) -> int:
    """After a conjunction: the tag of the nearest like word before it ("stop and search", "arrests and killings")."""
    takes_object = after_hedges(line, n) & (DETERMINER | POSSESSIVE | PRONOUN | NAME | SUBORDINATOR | NUMBER)
    for back in range(at - 1, max(at - 7, -1), -1):
        tag = line.tags[back]
        if tag == PARTICIPLE and mask & PAST and takes_object:
            continue  # "was held and demanded that …"
        if tag & (MARK | CONJUNCTION) and back < at - 1 and tag & MARK and line.lowered[back] != ",":
            return 0
        if tag & mask & (BASE | GERUND | PARTICIPLE | PRESENT | PAST) and not (
            tag == PARTICIPLE and mask & PAST and back + 1 < at
        ):
            return tag
        if tag & (NOUN | PLURAL) and back == at - 1 and mask & (NOUN | PLURAL):
            doing = line.after(n) & (OBJECT_START | PLURAL | ADJECTIVE | ADVERB) or line.lowered[at] == ","
            if mask & GERUND and doing:
                return GERUND  # "…, killing two people"
            if mask & PAST and takes_object and after_hedges(line, n) & NUMBER and has_verb(line, at):
                return PAST  # "killed two people and wounded 40"
            return mask & NOUN or mask & PLURAL
    return 0


def _after_nominal(line: Line, n: int, at: int) -> int:
    """After a possible subject: a verb, if what follows allows it."""
    mask, before, word = line.masks[n], line.tags[at], line.lowered[at]
    after = line.after(n)
    if mask & BASE and before & (PRONOUN | NOMINALS) and (after_causative(line, at) or after_inversion(line, at)):
        return BASE
    if word == "those" and mask & PARTICIPLE and (at == 0 or line.tags[at - 1] & PREPOSITION):
        return PARTICIPLE  # "among those detained"
    if word in SUBJECTS or before & WH:
        return _finite(line, n, mask)
    if mask & (PAST | PARTICIPLE):
        if mask & NOUN and after & VERB_FORMS and not after & NOUN:
            return NOUN
        if mask & ADJECTIVE and line.entries[n].likeliest == ADJECTIVE and after & NOMINALS and before & VERB_FORMS:
            return ADJECTIVE
        if before & VERB_FORMS and not before & (PAST | PARTICIPLE | GERUND):
            return PARTICIPLE if mask & PARTICIPLE else PAST
        if before & VERB_FORMS and after & (NOUN | PLURAL) and at == n - 1:
            return PARTICIPLE  # "left injured people"
        if mask & PARTICIPLE and mask & PAST and _is_reduced(line, n, at):
            return PARTICIPLE
        return _past_or_participle(line, n)
    if mask & GERUND:
        return _gerund_or_noun(before, after, mask, line.entries[at].verb in _GERUND_TAKERS)
    if before & VERB_FORMS:
        return nominal_or(mask, line.entries[n])
    if after & PAST or (after & (MODAL | PRESENT) and not after & (NOUN | PLURAL | PREPOSITION | ADJECTIVE)):
        return nominal_or(mask, line.entries[n])
    return _noun_or_finite(line, n, before, word)


def _is_reduced(line: Line, n: int, at: int) -> bool:
    """Whether a noun and an -ed form are "the men held in May" inside a clause that has another finite verb."""
    after = after_hedges(line, n)
    if not after & (PREPOSITION | ADVERB | TO | MARK) or after & (DETERMINER | PRONOUN):
        return False
    opening = True
    for back in range(at - 1, max(at - 15, -1), -1):
        tag = line.tags[back]
        if tag & PREPOSITION and opening:
            return back == 0 or (line.tags[back - 1] & (MARK | PREPOSITION) != 0 and after & MARK != 0)
        opening = opening and bool(tag & (NOMINALS | DETERMINER | ADJECTIVE | NUMBER | POSSESSIVE))
        if tag & BOUNDARY:
            break
        if tag & (VERB_FORMS | MODAL):
            return line.entries[back].verb not in SAYING_LEMMAS
    if after & MARK:
        return False
    for ahead in range(n + 2, min(n + 12, len(line.masks))):
        mask = line.masks[ahead]
        if mask & BOUNDARY and not mask & (NOUN | PREPOSITION):
            return False
        if mask & (MODAL | PAST | PRESENT) and not mask & (NOMINALS | ADJECTIVE | PREPOSITION):
            return True
    return False


def _gerund_or_noun(before: int, after: int, mask: int, takes: bool) -> int:
    if mask & NOUN and before & (NOUN | NAME | POSSESSIVE) and not after & OBJECT_START:
        return NOUN
    if (
        mask & NOUN
        and before & (BASE | PRESENT | PAST)
        and not takes
        and not after & (OBJECT_START | NOMINALS | ADJECTIVE | PREPOSITION)
    ):
        return NOUN
    return GERUND


def _noun_or_finite(line: Line, n: int, before: int, word: str) -> int:
    """ "police arrest dozens" against "police arrest records"; "China returns" against "asylum claims"."""
    mask = line.masks[n]
    after = line.after(n)
    people = before & NAME and word.endswith(("ans", "ians", "ns", "is", "ese", "ers", "ots"))  # "Eritreans face"
    plural = before & PLURAL or word == "police" or people
    if mask & BASE and not mask & PRESENT:
        if mask & NOUN and clause_so_far(line, n) == "verb":
            return NOUN
        if line.entries[n].verb in SAYING_LEMMAS and after & (OBJECT_START | SUBORDINATOR):
            return BASE  # "the family say he …"
        if not plural and not before & NAME:
            return nominal_or(mask, line.entries[n])
        if after & (OBJECT_START | TO | ADVERB | SUBORDINATOR) or (after & (PREPOSITION | PLURAL | WH) and plural):
            return BASE
        if plural and line.entries[n].likeliest == BASE and after & (MARK | PREPOSITION | NUMBER):
            return BASE
        lonely = plural and after & (NOUN | PLURAL | ADJECTIVE) and is_only_verb(line, n)
        return BASE if lonely or (plural and not mask & (NOUN | ADJECTIVE)) else nominal_or(mask, line.entries[n])
    if mask & PRESENT and not plural:
        earlier = clause_so_far(line, n)
        if earlier == "verb":
            return nominal_or(mask, line.entries[n])
        if earlier == "link" and (n + 1 >= len(line.masks) or after & (MARK | CONJUNCTION | PREPOSITION)):
            return PRESENT
        if (
            line.entries[n].verb in SAYING_LEMMAS
            and before & NAME
            and (n + 1 >= len(line.masks) or after & (MARK | QUOTE))
        ):
            return PRESENT
        if after & (DETERMINER | POSSESSIVE | PRONOUN | TO | SUBORDINATOR | NAME | ADVERB | NOT | NUMBER | WH):
            return PRESENT
        if after & (NOUN | PLURAL | ADJECTIVE) and before & NOUN and is_only_verb(line, n):
            return PRESENT
        if before & NAME and after & (PLURAL | ADJECTIVE | PREPOSITION | GERUND):
            return PRESENT
        return line.entries[n].likeliest if line.entries[n].likeliest & mask else nominal_or(mask, line.entries[n])
    return nominal_or(mask, line.entries[n])


def _finite(line: Line, n: int, mask: int) -> int:
    """After a subject pronoun or a relative word."""
    for tag in (PAST, PRESENT, BASE, GERUND, PARTICIPLE):
        if mask & tag:
            return tag
    return nominal_or(mask, line.entries[n])


def _past_or_participle(line: Line, n: int) -> int:
    """ "were told hundreds arrested" has a participle, "police arrested hundreds" a past: an object decides."""
    mask = line.masks[n]
    if not mask & PARTICIPLE:
        return PAST
    if not mask & PAST:
        return PARTICIPLE
    after = line.after(n)
    if (
        n + 1 < len(line.masks)
        and after == PREPOSITION
        and line.entries[n + 1].verb == "by"
        and line.entries[n].verb not in ("rise", "fall")
    ):
        return PARTICIPLE
    if line.entries[n].verb not in TRANSITIVE:
        return PAST
    at = n + 1
    while at < len(line.masks) and line.masks[at] & ADVERB and not line.masks[at] & (DETERMINER | PRONOUN):
        at += 1
    after = line.masks[at] if at < len(line.masks) else MARK
    if after_hedges(line, n) == NUMBER:
        return PAST  # "killed at least 12"
    if after & (OBJECT_START | NOMINALS | ADJECTIVE | SUBORDINATOR | QUOTE | GERUND) and not after & PREPOSITION:
        return PAST
    return PARTICIPLE


def _opening(line: Line, n: int) -> int:
    """At the start of a sentence or after a mark."""
    mask = line.masks[n]
    after = line.after(n)
    particle = n + 1 < len(line.lowered) and line.lowered[n + 1] in ("up", "out", "off", "away", "down")
    if line.lowered[n] == "let" or (n == 0 and mask & BASE and particle):
        return BASE
    if mask & BASE and line.entries[n].likeliest == BASE and n == 0 and after & (ADVERB | PREPOSITION):
        return BASE
    if mask & (PAST | PARTICIPLE):
        if mask & ADJECTIVE and line.entries[n].likeliest == ADJECTIVE:
            return ADJECTIVE
        if after & NOMINALS and n == 0:
            return PARTICIPLE
        if n and line.lowered[n - 1] == "," and after & PREPOSITION and is_inserted(line, n):
            return PARTICIPLE  # "a spokesman, asked about the raid, said"
        if n and line.lowered[n - 1] in (",", "-", "--", "—"):
            return _past_or_participle(line, n)
        return (
            PARTICIPLE
            if after & (PREPOSITION | ADVERB) and mask & PARTICIPLE and n == 0
            else _past_or_participle(line, n)
        )
    if mask & GERUND:
        return GERUND
    if (
        mask & BASE
        and mask != BASE
        and (clause_goes_on(line, n) or (n + 1 < len(line.lowered) and line.lowered[n + 1] == "'s"))
    ):
        return nominal_or(mask, line.entries[n])
    if mask & BASE and after & (DETERMINER | POSSESSIVE | PRONOUN | TO) and not after & PREPOSITION:
        return BASE
    if mask & BASE and n == 0 and after & (NAME | PLURAL | NUMBER) and line.entries[n].likeliest == BASE:
        return BASE
    return line.entries[n].likeliest if line.entries[n].likeliest & mask else mask & -mask
