"""Demands told by the build of a sentence: subjunctives, vocatives, wishes, clauses of resolutions, shouted slogans."""

from clarion.extract.stance_effects import CALLED_FOR, Held
from clarion.language.parse import Chunk, Predicate, Sentence
from clarion.language.tags import BASE, MARK
from clarion.language.wordlists import words

# Verbs that open the clauses of a resolution, and calls to the reader to ask.
_OPENERS = words(
    """demand demands request requests urge urges ask asks call calls recommend recommends insist insists require
    requires seek seeks invite invites encourage encourages appeal appeals reiterate reiterates"""
)
_ASKING = words("ask urge beg demand request implore beseech petition plead appeal call press exhort entreat tell")
_STEPS = words("step remedy solution answer condition demand request priority measure minimum need task duty")
_NEEDED = words("should must needed required happen need")
_FAR = 14  # words looked back


def of_predicate(sentence: Sentence, predicate: Predicate) -> Held | None:
    """A demand that lies in the form of a clause, or None."""
    words_ = sentence.words
    first = words_[predicate.first]
    if first == "be" and predicate.form == "finite" and predicate.subject >= 0 and not predicate.modal:
        subject = sentence.chunks[predicate.subject]
        if subject.head < predicate.first and words_[subject.head] != "need":
            return Held(CALLED_FOR, False, "subjunctive")  # "that the men be released"
    if predicate.modal == "may" and words_[0] == "may" and predicate.first == 0 and words_[-1] != "?":
        if predicate.subject < 0:
            return None
        return Held(CALLED_FOR, False, "wish")  # "May the men be released soon."
    opens = words_[0] in _OPENERS and predicate.form == "infinitive" and predicate.relation in ("relative", "purpose")
    if opens and not _has_verb_before(sentence, predicate.first):
        return Held(CALLED_FOR, False, "clause of a resolution")  # "Requests the governor to open …;"
    colon = predicate.form == "infinitive" and ":" in words_[max(0, predicate.first - 2) : predicate.first]
    if colon and any(other.lemma in _ASKING and other.first < predicate.first for other in sentence.predicates):
        return Held(CALLED_FOR, False, "asked behind a colon")
    if _is_addressed(sentence, predicate):
        return Held(CALLED_FOR, False, "addressed by name")
    return None


def is_asked_purpose(sentence: Sentence, governor: Predicate) -> bool:
    """ "Ask him, politely, to release …", "three things we ask: to release …", "We look to you to release …"."""
    if governor.lemma in _ASKING and not governor.passive and governor.tense != "past":
        return True
    after = sentence.words[governor.last : governor.last + 2]
    return governor.lemma in ("look", "turn") and after in (["to", "you"], ["upon", "you"])


def of_chunk(sentence: Sentence, chunk: Chunk) -> Held | None:
    """ "Demands the release of …;", "RELEASE THE MEN NOW!", "A first step would be the release of …"."""
    words_ = sentence.words
    if words_[0] in _OPENERS and 0 < chunk.first <= _FAR and not _has_verb_before(sentence, chunk.first):
        before = words_[chunk.first - 1]
        if before in ("for", "in", "on") or chunk.first == 1 or words_[1] == "of":
            return Held(CALLED_FOR, False, "clause of a resolution") if before != "of" else None
    if chunk.governor >= 0:
        return _of_step(sentence, chunk)
    shouted = words_[-1] == "!" or "now" in words_[-3:]
    if chunk.first == 0 and shouted and not sentence.predicates and len(words_) > 2:
        return Held(CALLED_FOR, False, "shouted") if sentence.entries[0].verb else None
    if chunk.first > 1 and words_[chunk.first - 1] == ":":
        asked = any(word in _NEEDED for word in words_[max(0, chunk.first - _FAR) : chunk.first])
        return Held(CALLED_FOR, False, "what should happen") if asked else None
    return None


def _of_step(sentence: Sentence, chunk: Chunk) -> Held | None:
    number = sentence.predicate_at[chunk.governor] if chunk.relation == "object" else -1
    if number < 0:
        return None
    predicate = sentence.predicates[number]
    if predicate.lemma != "be" or predicate.modal not in ("would", "must", "should") or predicate.subject < 0:
        return None
    subject = sentence.lemma(sentence.chunks[predicate.subject].head)
    return Held(CALLED_FOR, False, "a step that is asked") if subject in _STEPS else None


def _is_addressed(sentence: Sentence, predicate: Predicate) -> bool:
    """ "Governor, release the men.": a base form behind a name and a comma."""
    first = predicate.first
    if first < 2 or predicate.head != first or not sentence.tags[first] & BASE or predicate.relation != "root":
        return False
    if sentence.words[first - 1] not in (",", "!") or predicate.subject < 0:
        return False
    subject = sentence.chunks[predicate.subject]
    return (
        subject.first <= 1
        and subject.last == first - 1
        and sentence.lemma(subject.head) == sentence.words[subject.head]
    )


def _has_verb_before(sentence: Sentence, token: int) -> bool:
    return any(
        predicate.first < token and predicate.form == "finite" and predicate.first > 0
        for predicate in sentence.predicates
    ) or any(sentence.tags[at] & MARK for at in range(1, token))
