"""What only the whole sentence tells: passives and figures whose auxiliary or noun was said once before them."""

from clarion.language.parse_described import ask_described, describe
from clarion.language.parse_groups import Predicate
from clarion.language.parse_state import State
from clarion.language.tags_words import CONJUNCTION, NUMBER, PARTICIPLE, TRANSITIVE
from clarion.language.wordlists import words

# Verbs of the list of transitives and others that, without an object, have one before them: "was held and flogged".
_BEFALLING = TRANSITIVE | words(
    """threaten flog beat torture kick punch strike fine question warn charge release let free move deport take rape
    transfer convict punish search bind tie chain shave starve abuse burn bury send drive hand put tell give"""
)
# link words of clauses that may leave out "they are"
_REDUCED = words("if when once unless until till while whenever where wherever though although")
_REACH = 14  # words between a conjunction and the subject behind it
# nouns of measure: after a passive they say how long or how often, not what
_MEASURES = words("each day days week weeks month months year years hour hours minute minutes time times once twice")


def mend(state: State) -> None:
    """Share auxiliaries with joined verbs, and a verb's voice with the figures after it. Changes `state` in place."""
    for number, predicate in enumerate(state.predicates):
        if predicate.subject >= 0:
            _over_aside(state, predicate)
        if predicate.marker in _REDUCED and predicate.subject < 0:
            _reduce(state, predicate)
        describe(state, predicate)
        ask_described(state, predicate)
        if predicate.relation == "adjunct" and predicate.form == "participle":
            _chain(state, number, predicate)
        if predicate.relation == "coordinated" and not predicate.passive:
            _share_auxiliary(state, predicate)
        elif predicate.relation == "relative" and predicate.form == "participle":
            _part_figure(state, number, predicate)
        if predicate.relation == "coordinated" and predicate.subject >= 0:
            _own_phrases(state, predicate)


def _reduce(state: State, predicate: Predicate) -> None:
    """ "if sent back because …", "when deported, they …": a past form without subject or object is a participle."""
    at = predicate.head
    if predicate.form != "finite" or predicate.first != at or predicate.object >= 0 or predicate.passive:
        return
    before = at - 1
    while before > 0 and state.lowered[before].endswith("ly"):
        before -= 1
    if before == predicate.marker_at and state.entries[at].mask & PARTICIPLE and predicate.tense == "past":
        predicate.form, predicate.passive = "participle", True


def _chain(state: State, number: int, predicate: Predicate) -> None:
    """ "were held, searched and deported": the participle behind the comma is the second of three, and no aside."""
    upper = state.held[predicate.governor] if predicate.governor >= 0 else -1
    following = state.predicates[number + 1] if number + 1 < len(state.predicates) else None
    if upper < 0 or following is None or predicate.subject >= 0 or state.lowered[predicate.first - 1] != ",":
        return
    first = state.predicates[upper]
    last_of_list = following.relation == "coordinated" and following.governor == predicate.head
    if not first.passive or first.form != "finite" or not last_of_list or following.subject >= 0:
        return
    predicate.relation, predicate.subject = "coordinated", first.subject
    following.subject = first.subject


def _over_aside(state: State, predicate: Predicate) -> None:
    """ "students, eight of them women, are held": the subject is whom the aside counts, not the aside."""
    aside = state.chunks[predicate.subject]
    first, words_ = aside.first, state.lowered
    if first >= 2 and words_[first - 2] == "of" and words_[first - 1] in ("them", "whom"):
        first -= 2
        while first > 0 and state.tags[first - 1] & NUMBER:
            first -= 1
    elif words_[aside.first : aside.head][1:2] != ["of"]:
        return
    if first < 2 or words_[first - 1] != "," or aside.last >= len(words_) or words_[aside.last] != ",":
        return
    whole = state.owner[first - 2]
    if whole < 0 or whole == predicate.subject or aside.last > predicate.first:
        return
    aside.governor, aside.relation = state.chunks[whole].head, "apposition"
    predicate.subject = whole
    state.chunks[whole].governor, state.chunks[whole].relation = predicate.head, "subject"


def _share_auxiliary(state: State, predicate: Predicate) -> None:
    """ "was detained and threatened": without an object, the second verb is passive as the first."""
    if predicate.first != predicate.head or not state.entries[predicate.head].mask & PARTICIPLE:
        return
    upper = state.held[predicate.governor] if predicate.governor >= 0 else -1
    if upper < 0 or not state.predicates[upper].passive or predicate.lemma not in _BEFALLING:
        return
    if predicate.subject != state.predicates[upper].subject:
        return
    if predicate.object >= 0:
        head = state.lowered[state.chunks[predicate.object].head]
        if head not in _MEASURES:
            return
        predicate.object = -1
    predicate.passive = True


def _own_phrases(state: State, predicate: Predicate) -> None:
    """ ", and on 2 March it was burned": phrases between the conjunction and the subject are the second verb's."""
    subject = state.chunks[predicate.subject]
    if predicate.governor < 0 or subject.first <= predicate.governor or subject.first > predicate.head:
        return
    at = subject.first - 1
    between: list[int] = []
    while at > predicate.governor and at > subject.first - _REACH and not state.tags[at] & CONJUNCTION:
        if state.held[at] >= 0:
            return
        if state.owner[at] >= 0 and (not between or between[-1] != state.owner[at]):
            between.append(state.owner[at])
        at -= 1
    if not state.tags[at] & CONJUNCTION:
        return
    for number in between:
        chunk = state.chunks[number]
        if chunk.governor >= 0 and state.owner[chunk.governor] not in between:
            chunk.governor, chunk.relation = predicate.head, "oblique"


def _part_figure(state: State, number: int, predicate: Predicate) -> None:
    """ "52 people were killed and 120 wounded": the second figure has a verb of its own, with the auxiliary shared."""
    chunk = state.owner[predicate.governor] if predicate.governor >= 0 else -1
    if chunk < 0 or not state.tags[state.chunks[chunk].head] & NUMBER or number == 0:
        return
    first = state.chunks[chunk].first
    joined = any(state.tags[at] & CONJUNCTION for at in range(max(first - 3, 0), first))
    earlier = next((one for one in reversed(state.predicates[:number]) if one.passive), None)
    if not joined or earlier is None or predicate.head != state.chunks[chunk].last:
        return
    if earlier.object == chunk:
        earlier.object = -1
    predicate.governor, predicate.relation, predicate.subject = earlier.head, "coordinated", chunk
    state.chunks[chunk].governor, state.chunks[chunk].relation = predicate.head, "subject"
