"""What the words of an act itself say of its stance: modal, tense, negation, adverbs, determiners, conditions."""

from dataclasses import replace

from clarion.extract import stance_demands as demands
from clarion.extract import stance_words as cues
from clarion.extract.stance_effects import (
    ANNOUNCED,
    ASSERTED,
    CALLED_FOR,
    DENIED,
    EXPECTED,
    HYPOTHETICAL,
    NEGATED,
    PLAIN,
    POSSIBLE,
    REPORTED,
    Held,
)
from clarion.extract.stance_phrases import behind, is_excluded, is_fronted_no, is_unreal, opened
from clarion.language.parse import Chunk, Predicate, Sentence
from clarion.language.tags import ADJECTIVE, ADVERB, BASE, MODAL, NOT, OTHER, POSSESSIVE, PRESENT, QUOTE

_FUTURE = ("will", "shall", "may", "might", "could", "would", "going")
_STARTS_IMPERATIVE = (":", ";", ",", ".", "–", "—", "-", "but", "(")
_TITLES = (["letter"], ["letters"], ["appeal"], ["day"], ["house"])
_NO = ("no", "neither", "zero")
_ANYONE = ("anyone", "anybody", "whoever")
_PASSED_ON = frozenset(("alleged", "said", "claimed", "reported", "rumoured", "rumored", "whispered"))
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "only"))


def own_of_predicate(sentence: Sentence, predicate: Predicate) -> Held:
    """Stance by the verb group, its subject, its adverbs and the conditions on it."""
    held = demands.of_predicate(sentence, predicate) or _by_modal(sentence, predicate)
    if _is_negated(sentence, predicate):
        if predicate.marker == "why" and predicate.subject < 0 and sentence.tags[predicate.head] & BASE:
            return Held(CALLED_FOR, False, "why not")
        if _is_only_late(sentence, predicate):
            return held
        if held.kind is CALLED_FOR and predicate.modal not in ("have", "need"):
            held = Held(CALLED_FOR, False, "demand not to")
        elif not (held.kind is POSSIBLE and held.tentative):  # "may not have been held" is as open as "may have been"
            later = predicate.modal in ("will", "shall", "would", "going")
            held = Held(NEGATED, False, "negated future" if later else "negation")
    if held.rule == "past may" and is_unreal(sentence, predicate):
        held = Held(HYPOTHETICAL, False, "what might have been")
    conditional = held.kind in (ASSERTED, EXPECTED, ANNOUNCED, NEGATED) or held.rule == "would"
    if conditional and _has_condition(sentence, predicate):
        held = Held(HYPOTHETICAL, False, "main clause of a condition")
    if held.kind is ASSERTED and predicate.relation == "root" and _is_of_anyone(sentence, predicate):
        return Held(HYPOTHETICAL, False, "anyone who")
    if held.kind is ASSERTED and predicate.form != "infinitive" and _is_alleged_aside(sentence, predicate):
        held = Held(REPORTED, held.tentative, "allegedly")
    return opened(sentence, predicate, _by_adverbs(sentence, predicate, held))


def own_of_chunk(sentence: Sentence, chunk: Chunk) -> Held:
    """Stance by what stands before the noun: no arrests, alleged torture, planned march."""
    held = PLAIN
    for at in range(chunk.first, chunk.head + 1):
        word = sentence.words[at]
        if word in _NO and at == chunk.first:
            further = at + 1 < len(sentence.words) and sentence.words[at + 1] in ("further", "more", "longer", "doubt")
            held = Held(ASSERTED, False, "no further") if further else Held(NEGATED, False, "no")
        elif word in cues.ALLEGED_ADJECTIVES or word in cues.ALLEGED:
            held = Held(REPORTED, False, "alleged")
        elif at == chunk.head:
            break
        elif word in cues.UNCONFIRMED:
            held = Held(POSSIBLE, False, "unconfirmed")
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
    if held.kind is ASSERTED:
        held = behind(sentence, chunk) or held
    before = chunk.first - 1
    if before >= 0 and held.kind is ASSERTED:
        word = sentence.words[before]
        if is_excluded(sentence, chunk.first, by_distance=False):
            return Held(NEGATED, False, "rather than")
        if any(sentence.words[at] in ORDINALS for at in range(chunk.first, chunk.head)):
            return held  # "not the first arrest"
        if (sentence.tags[before] & NOT and word != "never") or word in ("neither", "hardly", "scarcely"):
            held = Held(NEGATED, False, "not")
    return held


def is_definite(sentence: Sentence, chunk: Chunk) -> bool:
    """ "the attack", "his proposal": what the reader is held to know already."""
    if sentence.words[chunk.first] in ("the", "this", "that", "these", "those"):
        return True
    return any(sentence.tags[at] & POSSESSIVE for at in range(chunk.first, chunk.head))


def is_generic(sentence: Sentence, chunk: Chunk, predicate: Predicate) -> bool:
    """Whether a described noun is anyone of a kind: "anyone who is returned", "a person who flees"."""
    head, first = sentence.words[chunk.head], sentence.words[chunk.first]
    if predicate.form == "participle" and predicate.passive and head in ("anyone", "anybody"):
        return True
    if predicate.form != "finite" or predicate.tense not in ("present", "") or predicate.progressive:
        return False
    if head in ("anyone", "anybody", "whoever"):
        return True
    if first not in ("a", "an", "any", "every", "each"):
        return False
    return head in cues.GENERIC_HEADS or (predicate.passive and predicate.marker == "who")


def _by_modal(sentence: Sentence, predicate: Predicate) -> Held:
    modal, past = predicate.modal, predicate.tense == "past"
    asks = "?" in sentence.words[-2:]
    if asks and _presupposes(sentence, predicate):
        return PLAIN
    if asks and (predicate.question or _opens_question(sentence, predicate)):
        return Held(EXPECTED, True, "question") if modal in _FUTURE else Held(POSSIBLE, False, "question")
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
    if modal == "should" and predicate.relation == "conditional":
        return PLAIN  # "Should they be returned, …"
    if modal in ("should", "must", "need", "ought"):
        if predicate.perfect:
            return Held(POSSIBLE, True, "must have") if modal == "must" else Held(CALLED_FOR, False, "should have")
        return Held(CALLED_FOR, False, "should")
    if modal == "have":
        return PLAIN if past else Held(CALLED_FOR, False, "has to")
    if modal == "would":
        return Held(HYPOTHETICAL, False, "would")
    return _by_form(sentence, predicate)


def _by_form(sentence: Sentence, predicate: Predicate) -> Held:
    """No modal: imperatives, and verbs that look ahead by their meaning."""
    if is_imperative(sentence, predicate):
        if predicate.lemma in cues.INVITING:
            return Held(ANNOUNCED, False, "invitation")
        return Held(CALLED_FOR, False, "imperative")
    if predicate.lemma in ("risk", "face") and predicate.tense != "past" and not predicate.passive:
        return Held(EXPECTED, False, "faces")
    if predicate.lemma in cues.ASKING_FOR and predicate.object >= 0 and _subject(sentence, predicate) == "we":
        return Held(CALLED_FOR, False, "we ask")
    if predicate.passive and predicate.lemma in cues.SCHEDULING and predicate.form == "finite":
        return Held(ANNOUNCED, False, "is scheduled")
    if predicate.progressive and predicate.tense == "present" and predicate.lemma in ("come", "approach", "loom"):
        return Held(EXPECTED, False, "is coming")
    return PLAIN


def _presupposes(sentence: Sentence, predicate: Predicate) -> bool:
    """ "Why were the men beaten?", "How many more must be killed?": who asks takes it for a fact."""
    low = max(0, (sentence.chunks[predicate.subject].first if predicate.subject >= 0 else predicate.first) - 6)
    before = sentence.words[low : predicate.head]
    if "how" in before and {"many", "long", "often"} & set(before):
        return not predicate.negated and predicate.modal in ("", "must", "have", "need")
    return "why" in before and not predicate.modal and not predicate.negated


def _is_alleged_aside(sentence: Sentence, predicate: Predicate) -> bool:
    """ "The men were, it is alleged, beaten", "…, so the story goes, …"."""
    for at in range(max(1, predicate.first - 8), min(len(sentence.words) - 3, predicate.last + 12)):
        if sentence.words[at - 1] != ",":
            continue
        aside = sentence.words[at : at + 5]
        passive = aside[0] == "it" and aside[1] in ("is", "was", "has") and bool(_PASSED_ON & set(aside[2:4]))
        closed = any(word in (",", ".", "–", "—") for word in aside[3:])
        if passive and closed and "that" not in aside:
            return True
        if aside[:4] in (["so", "the", "story", "goes"], ["so", "the", "rumour", "goes"], ["so", "it", "is", "said"]):
            return True
    return False


def _is_of_anyone(sentence: Sentence, predicate: Predicate) -> bool:
    """ "Anyone sent back is beaten", "Whoever speaks is arrested": a rule, not a happening."""
    if predicate.form != "finite" or predicate.tense != "present" or predicate.modal or predicate.progressive:
        return False
    return not predicate.perfect and not predicate.negated and _subject(sentence, predicate) in _ANYONE


def _opens_question(sentence: Sentence, predicate: Predicate) -> bool:
    """ "Was there an attack?": a finite form of be, have or do, or a modal, that opens a sentence ending in "?"."""
    if predicate.form != "finite" or (
        sentence.words[-1] != "?" and not (len(sentence.words) > 1 and sentence.words[-2] == "?")
    ):
        return False
    before = predicate.first - 1
    while before >= 0 and sentence.tags[before] & QUOTE:
        before -= 1
    opens = before < 0 or sentence.words[before] in (":", "and", "but", ",")
    return opens and (predicate.lemma in ("be", "have", "do") or bool(sentence.tags[predicate.first] & MODAL))


def _is_planned(sentence: Sentence, predicate: Predicate) -> bool:
    subject = _subject(sentence, predicate)
    if subject in ("we", "i") and not predicate.passive:
        return True
    if predicate.lemma == "be" and subject == "there":
        return True
    if predicate.lemma == "take":
        return predicate.object >= 0 and sentence.words[sentence.chunks[predicate.object].head] == "place"
    if predicate.lemma == "be" and predicate.first and sentence.words[predicate.first - 1] == "there":
        return True
    return predicate.lemma in cues.PLANNED


def _subject(sentence: Sentence, predicate: Predicate) -> str:
    return sentence.words[sentence.chunks[predicate.subject].head] if predicate.subject >= 0 else ""


def is_imperative(sentence: Sentence, predicate: Predicate) -> bool:
    """ "Free them." A base form that opens its clause and has no subject."""
    if not sentence.tags[predicate.first] & BASE or predicate.subject >= 0 or predicate.copula:
        return False
    if predicate.form != "finite" or predicate.relation not in ("root", "coordinated", "quoted"):
        return False
    if predicate.head != predicate.first and sentence.words[predicate.first] not in ("do", "not", "never", "be", "let"):
        return False  # an auxiliary: "there have been"
    if predicate.relation == "coordinated":
        number = sentence.predicate_at[predicate.governor]
        return number >= 0 and is_imperative(sentence, sentence.predicates[number])
    if (
        sentence.words[predicate.first] == "open"
        and sentence.words[predicate.first + 1 : predicate.first + 2] in _TITLES
    ):
        return False  # "Open letter to the governor"
    before = predicate.first - 1
    while before >= 0 and (
        sentence.tags[before] & (ADVERB | QUOTE | OTHER) or sentence.words[before] in ("please", "so", "and")
    ):
        before -= 1
    return before < 0 or sentence.words[before] in _STARTS_IMPERATIVE


def _is_negated(sentence: Sentence, predicate: Predicate) -> bool:
    if predicate.form == "infinitive" and predicate.first and sentence.words[predicate.first - 1] == "but":
        return False  # "no choice but to flee"
    if predicate.negated or is_fronted_no(sentence, predicate):
        return True
    if is_excluded(sentence, predicate.first, by_distance=predicate.form == "gerund"):
        return True
    before = predicate.first - 1
    if before >= 0 and sentence.words[before] in ("neither", "nor", "nobody", "none", "no-one"):
        return True
    if before > 0 and sentence.words[before] == "one" and sentence.words[before - 1] == "no":
        return True
    if predicate.subject >= 0:
        chunk = sentence.chunks[predicate.subject]
        if _is_empty(sentence, chunk) or (chunk.first and sentence.words[chunk.first - 1] in ("not", "neither", "nor")):
            return True
    if predicate.object < 0 or predicate.passive:
        return False
    chunk = sentence.chunks[predicate.object]
    if sentence.words[chunk.head] in cues.NEGATIVE_SUBJECTS:
        return True
    # "had no choice", "there were no arrests": the noun is what is negated
    return _is_empty(sentence, chunk) and predicate.lemma not in ("have", "be", "see", "find", "give", "offer", "make")


def _is_only_late(sentence: Sentence, predicate: Predicate) -> bool:
    """ "They were not released until May": they were."""
    if predicate.tense != "past" or predicate.perfect or predicate.modal or predicate.form != "finite":
        return False
    return any(
        chunk.governor == predicate.head and chunk.preposition >= 0 and sentence.words[chunk.preposition] == "until"
        for chunk in sentence.chunks
    )


def _is_empty(sentence: Sentence, chunk: Chunk) -> bool:
    first = sentence.words[chunk.first]
    before = sentence.words[chunk.first - 1] if chunk.first else ""
    if before in ("hardly", "scarcely", "barely") and first in ("any", "anyone", "anybody", "anything"):
        return True
    return first in _NO or first in cues.NEGATIVE_SUBJECTS


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
        most = word == "likely" and at and sentence.words[at - 1] in ("most", "very", "quite")
        if word in cues.PROBABLY and at < predicate.head and (most or sentence.tags[at] & ADVERB):
            return replace(held, tentative=True, rule="probably")
        near = word in cues.NEAR_MISS and held.kind is ASSERTED and at < predicate.head
        if near and predicate.form == "finite" and not sentence.tags[predicate.head] & PRESENT:
            return Held(NEGATED, False, "almost")
    return held
