"""Hanging infinitives, -ing forms and bare participles on the words that take them."""

from clarion.language.chunks import Chunk
from clarion.language.parse_groups import Predicate
from clarion.language.parse_state import State
from clarion.language.parse_words import INFINITIVE, OBJECT_GERUND, OBJECT_INFINITIVE, OBJECT_PARTICIPLE, ORDINALS
from clarion.language.tags_words import ADJECTIVE, BASE

# After these a preposition and an -ing form are what the governor is about, not a circumstance.
_CONTENT_PREPOSITIONS = frozenset(("of", "from", "for", "in", "to", "about", "with", "at", "on", "against", "into"))
_REACH = 6  # conjuncts looked back


def join(state: State, predicate: Predicate) -> bool:
    """Join a bare form to the nearest predicate of the same form: "to stop and release", "was held and beaten"."""
    wanted = state.tags[predicate.first if predicate.copula else predicate.head]
    at = state.frames[-1].last
    for number in range(at, max(at - _REACH, -1), -1):
        other = state.predicates[number]
        if other.copula or not state.tags[other.head] & wanted:
            continue
        predicate.governor, predicate.relation = other.head, "coordinated"
        predicate.form, predicate.modal, predicate.tense = other.form, other.modal, other.tense
        predicate.passive = predicate.passive or other.passive
        predicate.perfect, predicate.subject = other.perfect, other.subject
        return True
    return False


def attach_infinitive(state: State, predicate: Predicate) -> None:
    """ "to return": content of a verb, noun or adjective, or else a purpose."""
    frame, gap, chunk, last = state.frames[-1], state.gap, state.chunk_before(), state.last()
    predicate.marker, predicate.relation = "to", "complement"
    if (gap.conjunction or gap.comma) and last is not None and _join_infinitive(state, predicate):
        return
    adjective = _adjective_before(state, predicate, chunk)
    if adjective >= 0:
        predicate.governor = adjective
    elif chunk >= 0 and not gap.comma and _after_noun(state, predicate, chunk):
        pass
    elif last is not None:
        takes = last.lemma in INFINITIVE or last.copula
        own = last.lemma not in OBJECT_INFINITIVE or last.object < 0
        predicate.governor = last.head
        predicate.relation = "complement" if takes and (own or not gap.comma) else "purpose"
    elif chunk >= 0:
        predicate.governor, predicate.relation = state.chunks[chunk].head, "relative"
    else:
        predicate.relation = "purpose"
        frame.fronted.append(predicate)


def _join_infinitive(state: State, predicate: Predicate) -> bool:
    """The second of "to stop …, to release … and to pay …"."""
    at = state.frames[-1].last
    for number in range(at, max(at - _REACH, -1), -1):
        other = state.predicates[number]
        if other.form == "infinitive" and (other.relation == "complement" or state.gap.conjunction):
            if other.relation == "coordinated":
                continue
            predicate.governor, predicate.relation, predicate.subject = other.head, "coordinated", other.subject
            return True
    return False


def _adjective_before(state: State, predicate: Predicate, chunk: int) -> int:
    """ "(made it) impossible for him to leave": the adjective, when it hangs on no verb; else -1."""
    at = predicate.first - 1
    if chunk >= 0 and state.previous == at and state.chunks[chunk].preposition >= 0:
        if state.lowered[state.chunks[chunk].preposition] != "for":
            return -1
        at = state.chunks[chunk].preposition - 1
    if at >= 0 and state.tags[at] & ADJECTIVE and state.owner[at] < 0:
        return at
    return -1


def _after_noun(state: State, predicate: Predicate, chunk: int) -> bool:
    """After a noun: what the noun is about ("plan to"), or what the object of a verb is to do ("urge X to")."""
    last, found = state.last(), state.chunks[chunk]
    ordinal = _ordinal(state, found)
    if ordinal is not None:
        predicate.governor, predicate.relation = ordinal.head, "relative"
        return True
    if state.noun_takes(chunk) or (state.tags[found.head] & ADJECTIVE and last is None):
        predicate.governor = found.head
        return True
    if found.preposition >= 0 and found.governor >= 0:
        upper = state.held[found.governor]
        if upper >= 0 and state.predicates[upper].lemma in OBJECT_INFINITIVE:
            predicate.governor, predicate.subject = state.predicates[upper].head, chunk
            return True
        noun = state.owner[found.governor]
        if noun >= 0 and state.noun_takes(noun):
            predicate.governor, predicate.subject = state.chunks[noun].head, chunk
            return True
    if last is not None and last.lemma in OBJECT_INFINITIVE:
        predicate.governor, predicate.subject = last.head, chunk
        return True
    if last is not None and last.object >= 0 and last.object != chunk and state.noun_takes(last.object):
        predicate.governor = state.chunks[last.object].head
        return True
    return False


def _ordinal(state: State, found: Chunk) -> Chunk | None:
    """ "the third (member of the group) to be arrested", "one of the first to flee": the chunk with the ordinal."""
    if found.preposition >= 0 and state.lowered[found.preposition] in ("of", "among") and _has_ordinal(state, found):
        return found
    if found.preposition >= 0 and found.governor >= 0 and state.owner[found.governor] >= 0:
        found = state.chunks[state.owner[found.governor]]
    if found.preposition >= 0:
        return None
    return found if _has_ordinal(state, found) else None


def _has_ordinal(state: State, found: Chunk) -> bool:
    return any(state.lowered[at] in ORDINALS for at in range(found.first, found.head + 1))


def attach_gerund(state: State, predicate: Predicate) -> bool:
    """ "returning": content of a verb or preposition, description of a noun, or a circumstance.

    True when it fills the open clause ("while returning").
    """
    frame, gap, chunk, last = state.frames[-1], state.gap, state.chunk_before(), state.last()
    opens = frame.predicate < 0 and frame.marker_at >= 0 and state.previous < frame.marker_at
    if opens and frame.relation in ("adjunct", "conditional"):
        return True
    if opens and frame.marker == "that":
        predicate.relation = "subject"  # "that pushing them back is wrong"
        frame.fronted.append(predicate)
        return False
    predicate.marker = gap.preposition
    if gap.preposition:
        _after_preposition(state, predicate, chunk)
    elif last is not None and state.previous == last.last - 1 and not gap.comma:
        predicate.governor, predicate.relation = last.head, "complement"
    elif chunk >= 0 and not gap.comma:
        predicate.governor, predicate.relation = state.chunks[chunk].head, "relative"
        predicate.subject = chunk
        if last is not None and last.lemma in OBJECT_GERUND and last.object == chunk:
            predicate.governor, predicate.relation = last.head, "complement"
    elif last is not None:
        predicate.governor, predicate.relation = last.head, "adjunct"
    else:
        predicate.relation = "subject"
        frame.fronted.append(predicate)
    return False


def _after_preposition(state: State, predicate: Predicate, chunk: int) -> None:
    frame, gap, last = state.frames[-1], state.gap, state.last()
    predicate.relation = "adjunct"
    if chunk >= 0 and not gap.comma and state.noun_holds(chunk, gap.preposition):
        predicate.governor, predicate.relation = state.chunks[chunk].head, "complement"
    elif last is not None:
        predicate.governor = last.head
        if gap.preposition in _CONTENT_PREPOSITIONS:
            predicate.relation = "complement"
    elif chunk >= 0:
        predicate.governor = state.chunks[chunk].head
    else:
        frame.fronted.append(predicate)


def attach_participle(state: State, predicate: Predicate) -> bool:
    """ "returned" with no auxiliary. True when it fills the open clause ("if returned")."""
    frame, gap, chunk, last = state.frames[-1], state.gap, state.chunk_before(), state.last()
    predicate.passive = True
    if frame.predicate < 0 and frame.marker_at >= 0 and state.previous < frame.marker_at:
        return True
    if chunk >= 0 and not gap.comma:
        predicate.governor, predicate.relation = state.chunks[chunk].head, "relative"
        predicate.subject = chunk
        if last is not None and last.object == chunk and last.lemma in OBJECT_PARTICIPLE:
            predicate.governor, predicate.relation = last.head, "complement"
    elif last is not None:
        predicate.governor, predicate.relation = last.head, "adjunct"
        if state.previous == last.last - 1 and not gap.comma:
            predicate.relation = "complement"
    else:
        predicate.relation = "adjunct"
        frame.fronted.append(predicate)
    return False


def is_bare(state: State, predicate: Predicate) -> bool:
    """Whether the group is a lone base form, which may share the "to" or the modal of one before it."""
    return bool(state.tags[predicate.first] & BASE)
