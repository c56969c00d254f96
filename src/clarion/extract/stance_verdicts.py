"""Verdicts on what was told: "there is no truth in", "called the reports baseless", "the claim is a fabrication"."""

from clarion.extract import stance_words as cues
from clarion.language.parse import Chunk, Predicate, Sentence
from clarion.language.tags import MARK
from clarion.language.wordlists import words

_SUBSTANCE = words("truth substance basis foundation merit validity reality credence")
_VERDICT = words("call describe brand label term dismiss denounce reject deem consider declare pronounce find prove")


def is_without_truth(sentence: Sentence, chunk: Chunk) -> bool:
    """ "There is no truth in reports of …": whether a phrase with "to", "in" or "for" lacks all truth."""
    at = chunk.preposition - 1
    if at < 1 or sentence.words[at] not in _SUBSTANCE:
        return False
    return any(
        word in ("no", "not", "n't", "without", "little", "never") for word in sentence.words[max(0, at - 3) : at]
    )


def is_called_false(sentence: Sentence, predicate: Predicate, after: int) -> bool:
    """ "called the reports baseless", "described the claim as a lie": a verdict behind the object at token `after`."""
    return predicate.lemma in _VERDICT and _is_false_after(sentence, after + 1)


def is_found_false(sentence: Sentence, predicate: Predicate) -> bool:
    """ "The claim that … is a fabrication", "allegations of … are without foundation"."""
    if predicate.lemma != "be" or predicate.negated:
        return False
    if predicate.object >= 0 and _is_lie(sentence, sentence.chunks[predicate.object].head):
        return True
    at = predicate.last
    words_ = sentence.words[at : at + 4]
    return words_[:1] == ["without"] and any(word in _SUBSTANCE | {"evidence"} for word in words_)


def _is_false_after(sentence: Sentence, at: int) -> bool:
    for n in range(at, min(at + 5, len(sentence.words))):
        if sentence.tags[n] & MARK:
            return False
        if _is_lie(sentence, n) or cues.ADJECTIVES.get(sentence.words[n]) == "denied":
            return True
    return False


def _is_lie(sentence: Sentence, token: int) -> bool:
    return cues.NOUNS.get(sentence.lemma(token)) == "denied" and sentence.words[token] in cues.LIES
