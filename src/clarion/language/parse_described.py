"""Those who are described before they are asked: "calls on states and companies involved in the trade to stop it"."""

from clarion.language.parse_groups import Predicate
from clarion.language.parse_state import State
from clarion.language.parse_words import OBJECT_INFINITIVE
from clarion.language.tags_words import CONJUNCTION, PARTICIPLE, PREPOSITION, TRANSITIVE
from clarion.language.wordlists import words

# verbs that have an object in the active: without one, behind a noun and before a preposition, they describe it
_DESCRIBING = TRANSITIVE | words(
    "concern involve affect interest base locate situate hit touch worry trouble engage accuse arrest detain hold"
)


def describe(state: State, predicate: Predicate) -> None:
    """Make a past form that only describes a noun a participle of it. Changes `state` in place."""
    if predicate.form != "finite" or predicate.tense != "past" or predicate.relation != "coordinated":
        return
    at = predicate.head
    if predicate.first != at or predicate.object >= 0 or predicate.subject < 0 or predicate.lemma not in _DESCRIBING:
        return
    described = state.chunks[predicate.subject]
    behind = at + 1 < len(state.tags) and state.tags[at + 1] & PREPOSITION
    if not behind or described.last != at or not state.entries[at].mask & PARTICIPLE or described.first < 2:
        return
    first = state.owner[described.first - 2] if state.tags[described.first - 1] & CONJUNCTION else -1
    if first < 0 or state.chunks[first].governor < 0 or state.chunks[first].relation == "subject":
        return
    predicate.form, predicate.passive = "participle", True
    predicate.relation, predicate.governor = "relative", described.head
    described.relation, described.governor = "coordinated", state.chunks[first].head


def ask_described(state: State, predicate: Predicate) -> None:
    """Hang an infinitive behind a description on the verb of asking: "asked readers worried about it to write"."""
    if predicate.form != "infinitive" or predicate.relation != "purpose" or predicate.governor < 0:
        return
    number = state.held[predicate.governor]
    describing = state.predicates[number] if number >= 0 else None
    if describing is None or describing.relation != "relative" or describing.form != "participle":
        return
    whom = state.owner[describing.governor]
    if whom >= 0 and state.chunks[whom].relation == "coordinated":
        whom = state.owner[state.chunks[whom].governor]
    governor = state.chunks[whom].governor if whom >= 0 else -1
    upper = state.held[governor] if governor >= 0 else -1
    if upper >= 0 and state.predicates[upper].lemma in OBJECT_INFINITIVE and not state.predicates[upper].passive:
        predicate.relation, predicate.governor = "complement", state.predicates[upper].head
        predicate.subject = whom
