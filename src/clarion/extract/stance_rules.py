"""How an act is held: what its own words say, changed by each word that governs it, read up to the root."""

from dataclasses import replace

from clarion.extract import stance_demands as demands
from clarion.extract import stance_efforts as efforts
from clarion.extract import stance_phrases as phrases
from clarion.extract import stance_verdicts as verdicts
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
    UNREAL,
    Held,
    effect,
    join,
    told,
)
from clarion.extract.stance_governors import CAUSES, CONCRETE, OTHER, SECOND, under_predicate
from clarion.extract.stance_own import ORDINALS, is_definite, is_generic, own_of_chunk, own_of_predicate
from clarion.language.parse import Chunk, Predicate, Sentence
from clarion.language.tags import ADJECTIVE, GERUND, NOMINAL, PARTICIPLE

# governors this far up no longer matter; keeps odd input fast
_DEEPEST = 14
_MADE = ("make", "force", "compel", "oblige")
_DOING = ("do", "take", "make", "lift", "show", "raise", "stir")
_LOOMING = ("loom", "threaten", "approach")
_NAMING = ("call", "describe", "label", "brand", "term", "dub", "portray", "depict")


def hold(sentence: Sentence, token: int, depth: int = 0) -> Held:
    """How the act told at a word (by token number) is held."""
    if depth > _DEEPEST:
        return PLAIN
    number = sentence.predicate_at[token]
    if number >= 0:
        predicate = sentence.predicates[number]
        found = join(own_of_predicate(sentence, predicate), _above(sentence, predicate, depth))
        if found.kind in (EXPECTED, HYPOTHETICAL) and not found.tentative and phrases.is_own_plan(sentence, predicate):
            found = replace(found, kind=ANNOUNCED, rule="own plan")
        return replace(found, speech=True) if _according(sentence, predicate.head) else found
    number = sentence.chunk_at[token]
    if number < 0:
        before = token - 1
        if before >= 0 and sentence.predicate_at[before] >= 0:
            return _under(sentence, before, "", True, depth)  # "presumed dead"
        return PLAIN
    chunk = sentence.chunks[number]
    if token < chunk.head:
        return _hold_modifier(sentence, chunk, token, depth)
    if phrases.is_inverted_no(sentence, chunk):
        return Held(NEGATED, False, "negative opener")
    own, above = own_of_chunk(sentence, chunk), _above_chunk(sentence, chunk, depth)
    if own.rule == "no further":
        return replace(told(above), rule=own.rule)  # what is not to go on has begun
    return join(own, above)


# acts told by a verb


def _above(sentence: Sentence, predicate: Predicate, depth: int) -> Held:
    """What the governor of a predicate makes of it."""
    relation, governor = predicate.relation, predicate.governor
    supposed = efforts.as_condition(sentence, predicate)
    if supposed is not None:
        return supposed
    tried = efforts.verb_of_effort(sentence, predicate)
    if tried >= 0 and hold(sentence, tried, depth + 1).kind is CALLED_FOR:
        return Held(CALLED_FOR, False, "effort asked for")
    if governor < 0:
        if predicate.marker == "that" and sentence.words[predicate.first] == "be":
            return Held(CALLED_FOR, False, "subjunctive")
        if predicate.marker == "whether":
            return Held(POSSIBLE, False, "whether")
        if predicate.marker in ("once", "when", "until", "before") and predicate.tense == "present":
            return Held(EXPECTED, False, "when")  # in a headline with no verb
        return _bare_infinitive(predicate) if predicate.form == "infinitive" else PLAIN
    if relation == "coordinated":
        return _above_of_first(sentence, predicate, governor, depth)
    if relation == "relative":
        return _relative(sentence, predicate, governor, depth)
    if relation == "quoted":
        return _under(sentence, governor, "that", False, depth)
    if relation == "purpose":
        return _purpose(sentence, governor, depth)
    if relation == "adjunct":
        return _adjunct(sentence, predicate, governor, depth)
    if relation == "subject":
        return _as_subject(sentence, governor, depth)
    if predicate.marker == "whether":
        return Held(POSSIBLE, False, "whether")
    if predicate.marker == "that" and sentence.words[predicate.first] == "be":
        return Held(CALLED_FOR, False, "subjunctive")  # "insist that he be charged"
    if phrases.is_open_maybe(sentence, predicate, governor):
        return Held(POSSIBLE, False, "it may be")
    if phrases.is_overdue(sentence, predicate, governor):
        return Held(CALLED_FOR, False, "it is time")
    if predicate.form == "infinitive" and "but" in sentence.words[max(0, predicate.first - 2) : predicate.first]:
        return PLAIN  # "had no choice but to flee"
    marker = predicate.marker
    if predicate.form == "infinitive" and predicate.subject >= 0:
        told_to = sentence.chunks[predicate.subject].preposition
        if told_to >= 0 and sentence.words[told_to] in ("on", "upon", "for"):
            marker = sentence.words[told_to]  # "calls on them to leave"
    upper = sentence.predicate_at[governor]
    if upper >= 0 and sentence.predicates[upper].lemma in ("want", "like") and predicate.subject >= 0:
        marker = OTHER
    if upper >= 0 and sentence.predicates[upper].lemma == "need" and predicate.passive:
        marker = ""  # "needs to be closed"
    found = _under(sentence, governor, marker, predicate.form in ("gerund", "infinitive"), depth)
    settled = predicate.perfect or (predicate.tense == "past" and predicate.form == "finite")
    if found.kind is EXPECTED and found.rule.endswith("feared") and settled:
        if sentence.words[governor] in ("likely", "probable"):
            return replace(found, kind=ASSERTED, tentative=True, rule="likely")
        return replace(found, kind=POSSIBLE, tentative=False)  # "feared to have been killed"
    return found


def _purpose(sentence: Sentence, governor: int, depth: int) -> Held:
    """ "left to seek work"; "neglected to investigate"; "took no steps to investigate"; "would be a crime to"."""
    above = hold(sentence, governor, depth + 1)
    number = sentence.predicate_at[governor]
    lemma = sentence.predicates[number].lemma if number >= 0 else ""
    if number >= 0 and lemma in _MADE and sentence.predicates[number].passive:
        return told(above)  # "made to work"
    if number >= 0 and demands.is_asked_purpose(sentence, sentence.predicates[number]) and above.kind is not NEGATED:
        return Held(CALLED_FOR, False, "asked to", above.speech)
    if f"{lemma}_to" in cues.VERBS:
        return effect(cues.VERBS[f"{lemma}_to"], above, f"{lemma}: to")
    if above.kind is HYPOTHETICAL and number >= 0 and (lemma == "be" or sentence.predicates[number].copula):
        return replace(above, rule="purpose")  # "it would be a crime to"
    if number >= 0 and lemma in _DOING:
        done = sentence.predicates[number].object
        if above.kind is NEGATED or (done >= 0 and sentence.words[sentence.chunks[done].first] == "no"):
            return Held(NEGATED, False, "nothing done", above.speech)
    return Held(EXPECTED, False, "purpose", above.speech)


def _bare_infinitive(predicate: Predicate) -> Held:
    """ "to release the men;" in a list of demands; "China to return them" in a headline."""
    if predicate.first == 0:
        return Held(CALLED_FOR, False, "listed demand")
    return Held(ANNOUNCED, False, "headline infinitive")


def _above_of_first(sentence: Sentence, predicate: Predicate, governor: int, depth: int) -> Held:
    number = sentence.predicate_at[governor]
    if number < 0:
        return PLAIN
    first = sentence.predicates[number]
    above = _above(sentence, first, depth + 1) if depth < _DEEPEST else PLAIN
    if _according(sentence, first.head):
        above = replace(above, speech=True)
    if first.negated and not predicate.negated and predicate.form != "finite":
        return join(own_of_predicate(sentence, first), above)
    if predicate.form == first.form == "infinitive" or (predicate.relation == "coordinated" and first.modal):
        return above
    return above


def _relative(sentence: Sentence, predicate: Predicate, governor: int, depth: int) -> Held:
    """Acts that describe somebody are told as facts; they keep the speech around them."""
    number = sentence.chunk_at[governor]
    chunk = sentence.chunks[number] if number >= 0 else None
    if chunk and predicate.marker == "that" and predicate.subject >= 0:
        told_so = phrases.has_it(sentence, predicate)
        if told_so is not None:
            return told_so
        if sentence.words[chunk.head] in cues.LIES and sentence.chunks[predicate.subject] is not chunk:
            return _under(sentence, governor, "that", False, depth)
    if (
        chunk
        and sentence.words[chunk.head] == "time"
        and (
            sentence.words[chunk.head - 1] in ("high", "about")
            or sentence.words[max(0, chunk.head - 2) : chunk.head] == ["it", "is"]
        )
    ):
        return Held(CALLED_FOR, False, "high time")
    if predicate.form == "infinitive":
        if chunk and any(sentence.words[at] in ORDINALS for at in range(chunk.first, chunk.head + 1)):
            return told(hold(sentence, governor, depth + 1))  # "the third to be arrested" was arrested
        if chunk and chunk.governor < 0:
            return Held(ANNOUNCED, False, "headline infinitive")
        return Held(EXPECTED, False, "purpose")
    if chunk and is_generic(sentence, chunk, predicate) and not phrases.is_fronted_no(sentence, predicate):
        return Held(HYPOTHETICAL, False, "anyone who")
    return told(hold(sentence, governor, depth + 1))


def _adjunct(sentence: Sentence, predicate: Predicate, governor: int, depth: int) -> Held:
    """Clauses of time, cause and manner."""
    marker = predicate.marker
    above = hold(sentence, governor, depth + 1)
    if efforts.is_reduced_condition(sentence, predicate, above):
        return Held(HYPOTHETICAL, False, "whenever it is so")
    number = sentence.predicate_at[governor]
    if marker == "before" and number >= 0 and phrases.is_matter_of_time(sentence, sentence.predicates[number]):
        return Held(EXPECTED, False, "matter of time", above.speech)
    if marker in cues.INSTEAD:
        return Held(NEGATED, False, "without", above.speech)
    if marker in ("until", "till") and predicate.perfect and above.kind is not ASSERTED:
        return Held(HYPOTHETICAL, False, "until")  # "nobody will leave until they have been freed"
    if marker in cues.BEFORE and predicate.tense != "past":
        if marker in ("until", "till"):
            return Held(HYPOTHETICAL, False, "until")
        return Held(EXPECTED, False, "before", above.speech) if above.kind in UNREAL else told(above)
    if marker in cues.BEFORE or marker in CAUSES:
        return told(above)
    still_open = above.kind in (EXPECTED, HYPOTHETICAL, ANNOUNCED)
    if predicate.form == "finite":
        if marker in ("when", "once") and predicate.tense != "past" and still_open:
            return replace(above, rule="when")
    elif still_open or above.kind is CALLED_FOR:
        return replace(above, rule="beside its verb")
    return told(above)


# acts told by a noun


def _hold_modifier(sentence: Sentence, chunk: Chunk, token: int, depth: int) -> Held:
    """ "deportation order", "detained students", "alleged torture victims": a word before the head."""
    own = own_of_chunk(sentence, chunk)
    above = join(PLAIN, _above_chunk(sentence, chunk, depth + 1))
    if sentence.tags[token] & ADJECTIVE or sentence.words[token] in ("forced", "attempted", "planned", "reported"):
        return join(own, above)  # "immediate release": the head tells the act
    if sentence.tags[token] & (PARTICIPLE | GERUND):
        return told(above) if own.kind in (ASSERTED, NEGATED) else own
    name = cues.NOUNS.get(sentence.lemma(chunk.head), "passes")
    return join(own, effect(name, above, "noun " + name))


def _above_chunk(sentence: Sentence, chunk: Chunk, depth: int) -> Held:
    if depth > _DEEPEST:
        return PLAIN
    marker = sentence.words[chunk.preposition] if chunk.preposition >= 0 else ""
    relation, governor = chunk.relation, chunk.governor
    if marker in cues.INSTEAD or (chunk.preposition > 0 and sentence.words[chunk.preposition - 1] == "instead"):
        return Held(NEGATED, False, "without")
    built = phrases.of_chunk(sentence, chunk) or demands.of_chunk(sentence, chunk)
    if built is not None:
        return built
    if governor < 0:
        return PLAIN
    if marker in ("to", "in", "for", "behind") and verdicts.is_without_truth(sentence, chunk):
        return Held(DENIED, False, "no truth", hold(sentence, governor, depth + 1).speech)
    if relation in ("coordinated", "apposition"):
        number = sentence.chunk_at[governor]
        if number < 0:
            return PLAIN
        first = sentence.chunks[number]
        above = _above_chunk(sentence, first, depth + 1)
        empty = sentence.words[first.first] == "no" and relation == "coordinated"
        return Held(NEGATED, False, "no", above.speech, False, above.official) if empty else above
    if relation == "subject":
        found = _as_subject(sentence, governor, depth)
        if found.kind is ASSERTED and sentence.words[chunk.first] in ("a", "an", "any", "another", "such", "further"):
            above = hold(sentence, governor, depth + 1)
            return replace(above, rule="subject of what would be") if above.kind is HYPOTHETICAL else found
        return found
    if relation == "adjunct":
        return hold(sentence, governor, depth + 1)
    return _as_object(sentence, chunk, marker, depth)


def _as_object(sentence: Sentence, chunk: Chunk, marker: str, depth: int) -> Held:
    """An act that a verb, noun or adjective has for its object, by a preposition or without one."""
    relation, governor = chunk.relation, chunk.governor
    upper = sentence.predicate_at[governor]
    if relation == "object" and upper >= 0:
        if verdicts.is_called_false(sentence, sentence.predicates[upper], chunk.head):
            return Held(DENIED, False, "called false", True)
        direct = sentence.predicates[upper].object
        if direct >= 0 and sentence.chunks[direct] is not chunk:
            marker = SECOND
        elif (
            sentence.predicates[upper].lemma in _NAMING and is_definite(sentence, chunk) and not chunk.preposition >= 0
        ):
            above = hold(sentence, governor, depth + 1)
            return replace(told(above), rule="presupposed")  # "called the attack a family matter"
    if marker == "for" and upper >= 0 and _has_share(sentence, sentence.predicates[upper]):
        marker = ""  # "denied responsibility for the attack"
    above = _under(sentence, governor, marker, True, depth)
    phrase = marker not in ("", "of") and sentence.lemma(governor) not in ("evidence", "proof", "sign", "indication")
    # "did not attend the trial": a verb that brings nothing about leaves what is known as it is
    idle = upper >= 0 and relation == "object" and sentence.predicates[upper].lemma not in cues.VERBS
    settled = above.kind in UNREAL or (above.kind is NEGATED and (phrase or idle))
    if relation == "object" and above.kind in (CALLED_FOR, ANNOUNCED):
        return above  # "sign the pledge": the object is what is asked for
    if above.kind is NEGATED and any(sentence.words[at] in ORDINALS for at in range(chunk.first, chunk.head)):
        return replace(told(above), rule="not the first")
    if above.kind is NEGATED and marker == "" and sentence.lemma(governor) in ("escape", "evade", "avoid", "dodge"):
        return replace(told(above), rule="known already") if is_definite(sentence, chunk) else above
    if sentence.lemma(governor) in cues.SHARES or sentence.lemma(governor) in cues.CAUSING:
        return above  # "had no part in the killing"
    if above.passed and settled and is_definite(sentence, chunk) and sentence.lemma(governor) not in cues.OCCUR:
        return replace(told(above), rule="known already")
    return above


def _has_share(sentence: Sentence, predicate: Predicate) -> bool:
    return predicate.object >= 0 and sentence.lemma(sentence.chunks[predicate.object].head) in cues.SHARES


def _as_subject(sentence: Sentence, governor: int, depth: int) -> Held:
    """An act that is the subject: it happens with verbs of happening, else it is taken for granted."""
    number = sentence.predicate_at[governor]
    if number < 0:
        return PLAIN
    predicate = sentence.predicates[number]
    above = hold(sentence, governor, depth + 1)
    if predicate.copula:
        name = cues.ADJECTIVES.get(predicate.lemma, "presupposed")
        return effect(name if name in CONCRETE else "presupposed", above, "adjective " + name)
    if verdicts.is_found_false(sentence, predicate):
        return Held(DENIED, False, "found false", above.speech)
    if phrases.is_matter_of_time(sentence, predicate) or _looms(predicate):
        return effect("feared", above, "looms")
    if predicate.lemma == "be":
        behind = sentence.words[predicate.last : predicate.last + 2]
        after = behind[-1] if behind[:1] in (["long"], ["now"], ["urgently"], ["more"]) else "".join(behind[:1])
        if cues.ADJECTIVES.get(after) in ("feared", "called_for", "prevented") and after != "subject":
            return effect(cues.ADJECTIVES[after], above, "adjective " + after)  # "removals are likely"
    if predicate.lemma in ("end", "stop", "cease"):
        return told(above)  # "the detention must end" goes on now
    if predicate.lemma in ("be", "have"):
        return replace(above, rule="as its verb") if above.kind in (NEGATED, HYPOTHETICAL) else told(above)
    if predicate.passive and predicate.lemma in cues.VERBS and predicate.lemma not in cues.OCCUR:
        passive = cues.VERBS.get(predicate.lemma + "_passive") or cues.VERBS[predicate.lemma]
        name = phrases.phrasal(sentence, predicate) or passive
        if above.kind is ASSERTED or name not in ("reported", "passes"):
            return effect(name, above, "passive " + name)
    if predicate.lemma in cues.OCCUR or predicate.passive:
        return replace(above, rule=above.rule if above.rule != "plain" else "as its verb")
    return told(above)


# governors


def _looms(predicate: Predicate) -> bool:
    return predicate.lemma == "await" or (predicate.lemma in _LOOMING and predicate.object < 0)


def _under(sentence: Sentence, governor: int, marker: str, bare: bool, depth: int) -> Held:
    """What a governing verb, adjective or noun makes of what hangs on it."""
    above = hold(sentence, governor, depth + 1)
    number = sentence.predicate_at[governor]
    if number >= 0:
        return under_predicate(sentence, sentence.predicates[number], above, marker, bare)
    lemma = sentence.lemma(governor)
    if lemma in cues.CONFIRMING and above.kind is NEGATED:
        return Held(POSSIBLE, False, "not confirmed", above.speech)
    if lemma in cues.SHARES and above.kind is DENIED:
        return above  # "denied responsibility for the attack"
    if lemma == "doubt" and (above.kind is NEGATED or (governor and sentence.words[governor - 1] == "no")):
        return told(above)  # "no doubt that"
    if sentence.tags[governor] & ADJECTIVE and sentence.chunk_at[governor] < 0:
        name = cues.ADJECTIVES.get(lemma, "passes")
        return effect(name, above, "adjective " + name)
    if sentence.tags[governor] & NOMINAL or lemma in cues.NOUNS:
        default = "presupposed" if marker == "that" else "passes"
        name = cues.NOUNS.get(f"{lemma}_{marker}") or cues.NOUNS.get(lemma, default)
        if lemma == "case" and marker == "of" and governor and sentence.words[governor - 1] == "in":
            name = "condition"
        return effect(name, above, f"{lemma}: {name}")
    return above


def _according(sentence: Sentence, head: int) -> bool:
    """Whether "according to X", "by X's count" or "in the view of X" hangs on a predicate."""
    for chunk in sentence.chunks:
        if chunk.governor != head or chunk.preposition < 0:
            continue
        if chunk.preposition > 0 and sentence.words[chunk.preposition - 1] == "according":
            return True
        if sentence.words[chunk.head] in cues.RECKONINGS and sentence.words[chunk.preposition] in ("by", "in"):
            return True
    return False


__all__ = ["NEGATED", "REPORTED", "hold"]
