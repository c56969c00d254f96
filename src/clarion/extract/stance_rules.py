"""How an act is held: what its own verb group says, changed by each word that governs it.

`Held` is the running answer while the chain of governors is read from the root down to the act. Its `rule` names the
last rule that decided. `speech` is set where somebody else's indirect speech lies above the act.
"""

from dataclasses import dataclass, replace

from clarion.extract import stance_words as cues
from clarion.language.parse import Chunk, Predicate, Sentence
from clarion.language.tags import (
    ADJECTIVE,
    ADVERB,
    BASE,
    DETERMINER,
    GERUND,
    NOMINAL,
    NOT,
    NUMBER,
    OTHER,
    PARTICIPLE,
    POSSESSIVE,
    PRONOUN,
    QUOTE,
)
from clarion.model.vocabulary import StanceKind

ASSERTED, REPORTED, POSSIBLE = StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.POSSIBLE
EXPECTED, ANNOUNCED, CALLED_FOR = StanceKind.EXPECTED, StanceKind.ANNOUNCED, StanceKind.CALLED_FOR
DENIED, NEGATED, HYPOTHETICAL = StanceKind.DENIED, StanceKind.NEGATED, StanceKind.HYPOTHETICAL


@dataclass(frozen=True, slots=True)
class Held:
    """A stance on its way down the chain."""

    kind: StanceKind
    tentative: bool = False
    rule: str = "plain"
    speech: bool = False
    passed: bool = False  # handed on by a governor that neither asks for the act nor doubts it


PLAIN = Held(ASSERTED)
# governors this far up no longer matter; keeps odd input fast
_DEEPEST = 14
_UNREAL = (EXPECTED, ANNOUNCED, CALLED_FOR, HYPOTHETICAL, POSSIBLE)


def hold(sentence: Sentence, token: int, depth: int = 0) -> Held:
    """How the act told at a word (by token number) is held."""
    if depth > _DEEPEST:
        return PLAIN
    number = sentence.predicate_at[token]
    if number >= 0:
        return _hold_predicate(sentence, sentence.predicates[number], depth)
    number = sentence.chunk_at[token]
    if number < 0:
        return PLAIN
    chunk = sentence.chunks[number]
    if token < chunk.head:
        return _hold_modifier(sentence, chunk, token, depth)
    return _hold_chunk(sentence, chunk, depth)


# acts told by a verb


def _hold_predicate(sentence: Sentence, predicate: Predicate, depth: int) -> Held:
    own = _own(sentence, predicate)
    above = _above(sentence, predicate, depth)
    return _join(own, above)


def _own(sentence: Sentence, predicate: Predicate) -> Held:
    """What the verb group, its subject, its adverbs and its conditions say by themselves."""
    held = _by_modal(sentence, predicate)
    if _is_negated(sentence, predicate):
        if held.kind is CALLED_FOR:
            held = Held(CALLED_FOR, False, "demand not to")
        elif held.kind is POSSIBLE and held.tentative:
            pass  # "may not have been held" is as open as "may have been held"
        else:
            held = Held(NEGATED, False, "negation")
    if held.kind in (ASSERTED, EXPECTED, ANNOUNCED, NEGATED) and _has_condition(sentence, predicate):
        held = Held(HYPOTHETICAL, False, "main clause of a condition")
    return _by_adverbs(sentence, predicate, held)


def _by_modal(sentence: Sentence, predicate: Predicate) -> Held:
    modal, past = predicate.modal, predicate.tense == "past"
    if predicate.question:
        future = modal in ("will", "shall", "may", "might", "could", "would", "going")
        return Held(EXPECTED, True, "question") if future else Held(POSSIBLE, False, "question")
    if modal in ("will", "shall", "going"):
        if _is_planned(sentence, predicate):
            return Held(ANNOUNCED, False, "planned future")
        return Held(HYPOTHETICAL if past else EXPECTED, False, "future")
    if modal == "about":
        return Held(EXPECTED, False, "about to")
    if modal == "be":
        return Held(ANNOUNCED, False, "is to")
    if modal in ("may", "might", "could", "can"):
        if predicate.perfect:
            return Held(POSSIBLE, False, "past may")
        return Held(POSSIBLE, False, "can") if modal == "can" else Held(EXPECTED, True, "may")
    if modal in ("should", "must", "need", "ought"):
        if predicate.perfect:
            return Held(POSSIBLE, True, "must have") if modal == "must" else Held(CALLED_FOR, False, "should have")
        return Held(CALLED_FOR, False, "should")
    if modal == "have":
        return PLAIN if past else Held(CALLED_FOR, False, "has to")
    if modal in ("would", "'d"):
        return Held(HYPOTHETICAL, False, "would")
    if _is_imperative(sentence, predicate):
        return Held(CALLED_FOR, False, "imperative")
    return PLAIN


def _is_planned(sentence: Sentence, predicate: Predicate) -> bool:
    first_person = predicate.subject >= 0 and sentence.words[sentence.chunks[predicate.subject].head] in ("we", "i")
    if first_person and not predicate.passive:
        return True
    if predicate.lemma == "take" and _object_word(sentence, predicate) == "place":
        return True
    return predicate.lemma in cues.PLANNED


def _object_word(sentence: Sentence, predicate: Predicate) -> str:
    return sentence.words[sentence.chunks[predicate.object].head] if predicate.object >= 0 else ""


def _is_imperative(sentence: Sentence, predicate: Predicate) -> bool:
    if not sentence.tags[predicate.first] & BASE or predicate.subject >= 0 or predicate.copula:
        return False
    if predicate.form != "finite" or predicate.relation not in ("root", "coordinated", "quoted"):
        return False
    if predicate.relation == "coordinated":
        number = sentence.predicate_at[predicate.governor]
        return number >= 0 and _is_imperative(sentence, sentence.predicates[number])
    before = predicate.first - 1
    while before >= 0 and (
        sentence.tags[before] & (ADVERB | QUOTE | OTHER) or sentence.words[before] in ("please", "so", "and")
    ):
        before -= 1
    return before < 0 or sentence.words[before] in (":", ";", ",", ".", "–", "—", "-", "but")


def _is_negated(sentence: Sentence, predicate: Predicate) -> bool:
    if predicate.negated:
        return True
    for number in (predicate.subject, predicate.object):
        if number >= 0 and (number == predicate.subject or not predicate.passive):
            chunk = sentence.chunks[number]
            first = sentence.words[chunk.first]
            if first == "no" and number == predicate.object and predicate.lemma in ("have", "be", "see", "find"):
                continue  # "had no choice", "there were no arrests": the noun is what is negated
            if first in ("no", "neither") or first in cues.NEGATIVE_SUBJECTS:
                return number == predicate.subject or first in cues.NEGATIVE_SUBJECTS or first == "no"
    before = predicate.first - 1
    return before >= 0 and sentence.words[before] in ("neither", "nor")


def _has_condition(sentence: Sentence, predicate: Predicate) -> bool:
    if predicate.tense == "past" and not predicate.modal:
        return False
    return any(
        other.relation == "conditional" and other.governor == predicate.head and other is not predicate
        for other in sentence.predicates
    )


def _by_adverbs(sentence: Sentence, predicate: Predicate, held: Held) -> Held:
    """allegedly, possibly, probably, almost: inside the group or right beside it."""
    for at in range(max(0, predicate.first - 2), min(len(sentence.words), predicate.last + 1)):
        word = sentence.words[at]
        if not word.endswith(("ly", "ps", "be", "st")):
            continue
        if word in cues.ALLEGED and held.kind is ASSERTED:
            return Held(REPORTED, held.tentative, "allegedly")
        if word in cues.PERHAPS:
            return Held(POSSIBLE, False, "perhaps") if held.kind is ASSERTED else replace(held, tentative=True)
        if word in cues.PROBABLY and at < predicate.head:
            return replace(held, tentative=True, rule="probably")
        if word in cues.NEAR_MISS and held.kind is ASSERTED and at < predicate.head and predicate.form == "finite":
            return Held(NEGATED, False, "almost")
    return held


def _above(sentence: Sentence, predicate: Predicate, depth: int) -> Held:
    """What the governor of a predicate makes of it."""
    relation, governor = predicate.relation, predicate.governor
    if relation == "conditional":
        return Held(HYPOTHETICAL, False, "condition")
    if governor < 0:
        if predicate.marker == "whether":
            return Held(POSSIBLE, False, "whether")
        if predicate.form == "infinitive" and predicate.relation != "subject":
            return Held(ANNOUNCED, False, "headline infinitive")
        return PLAIN
    if relation == "coordinated":
        return _above_of_first(sentence, predicate, governor, depth)
    if relation == "relative":
        return _relative(sentence, predicate, governor, depth)
    if relation == "quoted":
        return _speech(sentence, governor, depth)
    if relation == "purpose":
        return _purpose(sentence, governor, depth)
    if relation == "adjunct":
        return _adjunct(sentence, predicate, governor, depth)
    if relation == "subject":
        return _as_subject(sentence, governor, depth)
    if predicate.marker == "whether":
        return Held(POSSIBLE, False, "whether")
    return _under(sentence, governor, predicate.marker, predicate.form in ("gerund", "infinitive"), depth)


def _above_of_first(sentence: Sentence, predicate: Predicate, governor: int, depth: int) -> Held:
    number = sentence.predicate_at[governor]
    if number < 0:
        return PLAIN
    first = sentence.predicates[number]
    above = _above(sentence, first, depth + 1)
    if first.negated and not predicate.negated and predicate.form != "finite":
        return _join(_own(sentence, first), above)
    return above


def _relative(sentence: Sentence, predicate: Predicate, governor: int, depth: int) -> Held:
    """Acts that describe somebody are told as facts, but keep the speech, condition or rumour around them."""
    if predicate.form == "infinitive":
        return Held(ANNOUNCED, False, "headline infinitive") if predicate.subject < 0 else PLAIN
    chunk = sentence.chunk_at[governor]
    if chunk >= 0 and predicate.tense in ("present", "") and _is_generic(sentence, sentence.chunks[chunk], predicate):
        return Held(HYPOTHETICAL, False, "anyone who")
    above = hold(sentence, governor, depth + 1)
    return replace(PLAIN, speech=above.speech)


def _is_generic(sentence: Sentence, chunk: Chunk, predicate: Predicate) -> bool:
    head, first = sentence.words[chunk.head], sentence.words[chunk.first]
    if head in ("anyone", "anybody", "whoever") or first == "any":
        return True
    return first in ("a", "an", "every", "each") and head in cues.GENERIC_HEADS and predicate.form != "gerund"


def _speech(sentence: Sentence, governor: int, depth: int) -> Held:
    """Under a verb of saying that follows the reported words."""
    return _under(sentence, governor, "that", False, depth)


def _purpose(sentence: Sentence, governor: int, depth: int) -> Held:
    above = hold(sentence, governor, depth + 1)
    if above.kind in (CALLED_FOR, HYPOTHETICAL, ANNOUNCED, NEGATED):
        return replace(above, rule="purpose")
    return Held(EXPECTED, False, "purpose", above.speech)


def _adjunct(sentence: Sentence, predicate: Predicate, governor: int, depth: int) -> Held:
    marker = predicate.marker
    above = hold(sentence, governor, depth + 1)
    if marker in cues.INSTEAD:
        return Held(NEGATED, False, "without", above.speech)
    if marker in cues.BEFORE:
        if above.kind in (ASSERTED, REPORTED) and predicate.tense == "past":
            return replace(PLAIN, speech=above.speech)
        if marker in ("until", "till") and predicate.tense != "past":
            return Held(HYPOTHETICAL, False, "until")
        return Held(EXPECTED, False, "before") if above.kind in _UNREAL else replace(PLAIN, speech=above.speech)
    if marker in ("because", "although", "though", "since", "after", "despite", "whereas"):
        return replace(PLAIN, speech=above.speech)
    if marker in ("when", "once", "while", "as", "where", "whenever", "wherever", "by", "for", ""):
        open_kinds = (EXPECTED, HYPOTHETICAL, ANNOUNCED)
        if predicate.form == "finite" and marker in ("when", "once") and predicate.tense != "past":
            if above.kind in open_kinds:
                return replace(above, rule="when")
        if predicate.form != "finite" and above.kind in (*open_kinds, CALLED_FOR):
            return replace(above, rule="beside its verb")
    return replace(PLAIN, speech=above.speech)


# acts told by a noun


def _hold_modifier(sentence: Sentence, chunk: Chunk, token: int, depth: int) -> Held:
    """ "deportation order", "detained students", "alleged torture victims": a word before the head."""
    own = _by_determiner(sentence, chunk)
    if sentence.tags[token] & (PARTICIPLE | GERUND | ADJECTIVE):
        above = _hold_chunk(sentence, chunk, depth + 1)
        if own.kind is ASSERTED:
            return replace(PLAIN, speech=above.speech)
        return own
    name = cues.NOUNS.get(sentence.lemma(chunk.head), "passes")
    above = _hold_chunk(sentence, chunk, depth + 1)
    return _join(own, _effect(name, above, "noun " + name))


def _hold_chunk(sentence: Sentence, chunk: Chunk, depth: int) -> Held:
    own = _by_determiner(sentence, chunk)
    return _join(own, _above_chunk(sentence, chunk, depth))


def _by_determiner(sentence: Sentence, chunk: Chunk) -> Held:
    """What stands before the noun in its chunk: no arrests, alleged torture, planned march."""
    held = PLAIN
    for at in range(chunk.first, chunk.head + 1):
        word = sentence.words[at]
        if word in ("no", "neither") and at == chunk.first and not _is_further(sentence, at):
            held = Held(NEGATED, False, "no")
        elif word in cues.ALLEGED_ADJECTIVES or word in cues.ALLEGED:
            held = Held(REPORTED, False, "alleged")
        elif at == chunk.head:
            break
        elif word in cues.FALSE_ADJECTIVES:
            held = Held(DENIED, False, "false")
        elif word in cues.POSSIBLE_ADJECTIVES and sentence.tags[at] & ADJECTIVE:
            held = Held(EXPECTED, True, "possible")
        elif word in cues.FEARED_ADJECTIVES:
            held = Held(EXPECTED, False, "feared")
        elif word in cues.PLANNED_ADJECTIVES and word != "next":
            held = Held(ANNOUNCED, False, "planned")
        elif word == "attempted":
            held = Held(POSSIBLE, False, "attempted")
    before = chunk.first - 1
    if before >= 0 and sentence.tags[before] & NOT and held.kind is ASSERTED and sentence.words[before] != "never":
        held = Held(NEGATED, False, "not")
    return held


def _is_further(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence.words) and sentence.words[at + 1] in ("longer", "doubt")


def _above_chunk(sentence: Sentence, chunk: Chunk, depth: int) -> Held:
    if depth > _DEEPEST or chunk.governor < 0:
        return PLAIN
    marker = sentence.words[chunk.preposition] if chunk.preposition >= 0 else ""
    relation, governor = chunk.relation, chunk.governor
    if marker in cues.INSTEAD:
        return Held(NEGATED, False, "without")
    if relation in ("coordinated", "apposition"):
        number = sentence.chunk_at[governor]
        if number < 0:
            return PLAIN
        first = sentence.chunks[number]
        if sentence.words[first.first] == "no":
            return Held(NEGATED, False, "no")
        return _above_chunk(sentence, first, depth + 1)
    if relation == "subject":
        return _as_subject(sentence, governor, depth)
    if relation == "adjunct":
        return hold(sentence, governor, depth + 1)
    above = _under(sentence, governor, marker, True, depth)
    settled = above.kind in _UNREAL or (above.kind is NEGATED and marker not in ("", "of"))
    if above.passed and settled and _is_definite(sentence, chunk) and not _is_light(sentence, governor):
        return Held(ASSERTED, False, "known already", above.speech)
    return above


def _as_subject(sentence: Sentence, governor: int, depth: int) -> Held:
    """An act that is the subject: it happens with verbs of happening, else it is taken for granted."""
    number = sentence.predicate_at[governor]
    if number < 0:
        return PLAIN
    predicate = sentence.predicates[number]
    above = hold(sentence, governor, depth + 1)
    if predicate.copula:
        name = cues.ADJECTIVES.get(predicate.lemma, "presupposed")
        return _effect(
            name if name in ("feared", "announced", "called_for", "prevented") else "presupposed", above, name
        )
    if predicate.passive and predicate.lemma in cues.VERBS and predicate.lemma not in cues.OCCUR:
        name = cues.VERBS[predicate.lemma]
        return _effect(name, above, "passive " + name)
    if predicate.lemma in cues.OCCUR or predicate.passive or predicate.lemma in ("be", "have"):
        return replace(above, rule="as its verb")
    return replace(PLAIN, speech=above.speech)


def _is_definite(sentence: Sentence, chunk: Chunk) -> bool:
    """ "the attack", "his proposal": what the reader is held to know already."""
    first = sentence.words[chunk.first]
    if first in ("the", "this", "that", "these", "those"):
        return True
    return any(sentence.tags[at] & POSSESSIVE for at in range(chunk.first, chunk.head))


def _is_light(sentence: Sentence, governor: int) -> bool:
    """Verbs that add nothing to the act they carry: make arrests, carry out the sentence."""
    return sentence.lemma(governor) in cues.OCCUR


# governors


def _under(sentence: Sentence, governor: int, marker: str, bare: bool, depth: int) -> Held:
    """What a governing verb, adjective or noun makes of what hangs on it."""
    above = hold(sentence, governor, depth + 1)
    number = sentence.predicate_at[governor]
    if number >= 0:
        predicate = sentence.predicates[number]
        if predicate.copula:
            name = cues.ADJECTIVES.get(predicate.lemma, "presupposed" if marker == "that" else "passes")
            return _effect(name, above, "adjective " + name)
        name = _verb_class(predicate.lemma, marker, bare)
        return _effect(name, above, f"{predicate.lemma}: {name}")
    lemma = sentence.lemma(governor)
    if sentence.tags[governor] & NOMINAL or lemma in cues.NOUNS:
        name = cues.NOUNS.get(f"{lemma}_{marker}") or cues.NOUNS.get(
            lemma, "passes" if marker != "that" else "presupposed"
        )
        return _effect(name, above, f"{lemma}: {name}")
    if sentence.tags[governor] & (DETERMINER | PRONOUN | NUMBER):
        return above
    return above


_PLACING = ("in", "at", "on", "during", "amid", "near", "since", "after", "following", "despite", "over", "under", "by")


def _verb_class(lemma: str, marker: str, bare: bool) -> str:
    found = cues.VERBS.get(f"{lemma}_{marker}") if marker else None
    if found:
        return found
    if marker in ("how", "why", "where", "when", "who", "what", "which"):
        return "presupposed"
    if marker in _PLACING and bare:
        return "presupposed" if marker in ("since", "after", "following", "despite") else "passes"
    name = cues.VERBS.get(lemma, "passes")
    if lemma == "stop" and marker == "to":
        return "passes"
    if lemma == "try" and marker == "for":
        return "reported"
    if name == "reported" and bare and marker == "to":
        return "reported"
    return name


def _effect(name: str, above: Held, rule: str) -> Held:
    """The stance under a governor of a class, the governor itself being held as `above`."""
    speech = above.speech or name in ("reported", "denied")
    if name == "passes":
        return replace(above, passed=True)
    if name == "presupposed":
        return Held(ASSERTED, False, "presupposed", above.speech)
    negative = above.kind in (NEGATED, DENIED)
    if name == "reported":
        if above.kind is DENIED:
            return above
        if above.kind is NEGATED:
            return Held(POSSIBLE, False, "not said")
        return Held(ASSERTED, above.tentative, rule, True)
    if name == "denied":
        return Held(REPORTED, False, rule, True) if negative else Held(DENIED, False, rule, speech)
    if name == "prevented":
        if negative:
            return Held(ASSERTED, False, rule, above.speech)
        if above.kind in (CALLED_FOR, ANNOUNCED, EXPECTED):
            return Held(EXPECTED, False, rule, above.speech)
        return Held(NEGATED, False, rule, above.speech)
    if above.kind is DENIED:
        return above
    if negative:
        return Held(NEGATED, False, rule, above.speech)
    return _unsettled(name, above, rule)


def _unsettled(name: str, above: Held, rule: str) -> Held:
    """Classes that leave open whether the act happens."""
    if above.kind is HYPOTHETICAL and name != "called_for":
        return above
    if name == "believed":
        return Held(ASSERTED, True, rule, True)
    if name == "possible":
        return Held(POSSIBLE, False, rule, above.speech)
    if name == "feared":
        return Held(EXPECTED, above.tentative or above.kind is POSSIBLE, rule, above.speech)
    if name == "announced":
        return Held(CALLED_FOR if above.kind is CALLED_FOR else ANNOUNCED, above.tentative, rule, above.speech)
    if name == "called_for":
        return Held(CALLED_FOR, False, rule, above.speech)
    if name == "tried":
        return Held(above.kind if above.kind in _UNREAL else POSSIBLE, False, rule, above.speech)
    return Held(above.kind if above.kind in _UNREAL else EXPECTED, name == "wished", rule, above.speech)


def _join(own: Held, above: Held) -> Held:
    """Put what the act's own words say under what its governors say."""
    speech = own.speech or above.speech
    if own.kind is ASSERTED:
        tentative = own.tentative or above.tentative
        return Held(
            above.kind, tentative, above.rule if above.rule != "plain" or own.rule == "plain" else own.rule, speech
        )
    if above.kind in (DENIED, HYPOTHETICAL) and own.kind is not CALLED_FOR:
        return replace(above, speech=speech)
    if above.kind is NEGATED:
        return replace(above if own.kind is not NEGATED else own, speech=speech)
    if above.kind is CALLED_FOR and own.kind in (NEGATED, HYPOTHETICAL):
        return replace(above, speech=speech)
    if above.kind is POSSIBLE and own.kind in (EXPECTED, HYPOTHETICAL):
        return Held(EXPECTED, True, own.rule, speech)
    if own.kind is HYPOTHETICAL and own.rule == "would" and speech:
        return Held(EXPECTED, own.tentative or above.tentative, "reported future", speech)
    if above.kind is EXPECTED and own.kind is POSSIBLE:
        return Held(EXPECTED, True, own.rule, speech)
    return replace(own, tentative=own.tentative or above.tentative, speech=speech)
