"""Efforts, conditions, reduced clauses: "should do all it can to free them" asks it; "if returned" tells no return."""

from clarion.extract import stance_phrases as phrases
from clarion.extract.stance_effects import ASSERTED, HYPOTHETICAL, PLAIN, POSSIBLE, Held
from clarion.language.parse import Predicate, Sentence
from clarion.language.wordlists import words

# verbs that with their object mean no more than to try
_EFFORTS = {
    "do": words("all everything more utmost best much whatever part something anything what"),
    "take": words("step steps measure measures action actions initiative lead"),
    "make": words("effort efforts priority"),
    "use": words("power powers influence leverage authority weight office offices voice means"),
    "find": words("way ways means"),
    "exert": words("pressure influence"),
    "exercise": words("influence authority"),
    "spare": words("effort efforts"),
}
_BARE = words("act work move intervene cooperate strive endeavour endeavor")
_OPENERS = words("when once whenever where wherever")
_OPEN_TENSE = ("present", "future")


def verb_of_effort(sentence: Sentence, predicate: Predicate) -> int:
    """The verb of trying that an infinitive hangs on ("do everything in its power to free them"), or -1."""
    if predicate.form != "infinitive" or predicate.governor < 0:
        return -1
    number = sentence.predicate_at[_outside(sentence, predicate.governor)]
    if number < 0:
        return -1
    verb = sentence.predicates[number]
    if verb.lemma in _BARE and verb.object < 0:
        return verb.head
    if verb.object < 0 or sentence.words[sentence.chunks[verb.object].head] not in _EFFORTS.get(verb.lemma, ()):
        return -1
    return verb.head


def _outside(sentence: Sentence, governor: int) -> int:
    """What governs "all it can" or "everything in its power", where the infinitive hangs on the last word of these."""
    number = sentence.predicate_at[governor]
    if number >= 0 and sentence.predicates[number].relation == "relative" and sentence.predicates[number].governor >= 0:
        governor = sentence.predicates[number].governor  # "all it can"
    chunk = sentence.chunk_at[governor]
    for _ in range(3):
        if chunk < 0 or sentence.chunks[chunk].governor < 0:
            break
        governor = sentence.chunks[chunk].governor
        chunk = sentence.chunk_at[governor]
    return governor


def as_condition(sentence: Sentence, predicate: Predicate) -> Held | None:
    """What a clause says as a condition: "if", "in the event that", "whoever"."""
    if phrases.is_supposed(sentence, predicate):
        return Held(HYPOTHETICAL, False, "condition")
    if predicate.relation == "conditional":
        if predicate.marker == "" and phrases.is_fronted_no(sentence, predicate):
            return PLAIN
        asked = phrases.is_asked_if(sentence, predicate)
        return Held(POSSIBLE, False, "whether") if asked else Held(HYPOTHETICAL, False, "condition")
    return Held(HYPOTHETICAL, False, "anyone who") if predicate.marker == "whoever" else None


def is_reduced_condition(sentence: Sentence, predicate: Predicate, above: Held) -> bool:
    """ "When deported, they are jailed", "once returned they will be tried": said of whoever it befalls.

    A past main clause tells of one time ("when arrested on Friday, he was carrying a banner").
    """
    if predicate.subject >= 0 or predicate.form != "participle" or predicate.first != predicate.head:
        return False
    before = predicate.first - 1
    while before > 0 and sentence.words[before].endswith("ly"):
        before -= 1
    if before < 0 or sentence.words[before] not in _OPENERS:
        return False
    number = sentence.predicate_at[predicate.governor] if predicate.governor >= 0 else -1
    if number < 0:
        return True  # a headline or a fragment
    main = sentence.predicates[number]
    told = above.kind in (ASSERTED, POSSIBLE) and (main.perfect or main.progressive or main.tense not in _OPEN_TENSE)
    return not told
