"""What a law threatens: "a crime punishable by death", "leaving is an offence" tell nothing that happened."""

from clarion.extract.refine import ActWord
from clarion.extract.sentence import Reading
from clarion.language.parse import Predicate
from clarion.language.wordlists import words

_CRIMES = words("crime offence offense felony misdemeanour misdemeanor treason")
_BANNED = words("illegal unlawful forbidden prohibited criminal punishable")
_PENALTIES = words("sentence sentences penalty penalties term terms punishment punishments fine fines maximum minimum")
_CARRY = words("carry attract incur")
# what carries a penalty; of people the same verbs tell what was done to them
_CHARGES = words("charge count offence offense crime law article section conviction statute code act felony it which")
_LONGEST = 16  # words from what is forbidden to the word that forbids it


def is_only_threatened(reading: Reading, word: ActWord) -> bool:
    """Whether an act is only what a law threatens or forbids, whoever does it."""
    return _is_penalty(reading, word) or _is_forbidden(reading, word)


def _is_penalty(reading: Reading, word: ActWord) -> bool:
    """ "punishable by death", "the charge carries a sentence of ten years in prison"."""
    for at in range(word.first, max(-1, word.first - _LONGEST), -1):
        if reading.words[at] in (",", ";", ":", ".", "(") and at < word.first:
            return False
        if reading.words[at] == "punishable":
            return True
        predicate = reading.predicate(at)
        if predicate is not None and predicate.head == at and not predicate.copula:
            return at < word.first and _carries(reading, predicate)
    return False


def _carries(reading: Reading, predicate: Predicate) -> bool:
    if predicate.lemma not in _CARRY or predicate.passive or predicate.subject < 0 or predicate.object < 0:
        return False
    subject, target = (reading.parse.chunks[at] for at in (predicate.subject, predicate.object))
    kind = reading.parse.lemma(subject.head)
    deed = reading.predicate(subject.head) is not None
    return (kind in _CHARGES or deed) and any(
        reading.words[at] in _PENALTIES for at in range(target.first, target.last)
    )


def _is_forbidden(reading: Reading, word: ActWord) -> bool:
    """ "Leaving the country is a crime", "it is an offence to shelter them": a deed without a doer, said of all."""
    predicate = reading.predicate(word.first)
    if predicate is None or predicate.perfect or predicate.form not in ("gerund", "infinitive"):
        return False
    number = reading.parse.predicate_at[predicate.head]
    if predicate.form == "infinitive":
        before = reading.parse.predicates[number - 1] if number else None
        return before is not None and _forbids(reading, before)
    if predicate.first and reading.words[predicate.first - 1] in ("was", "were", "is", "are", "been"):
        return False
    after = reading.parse.predicates[number + 1 : number + 2]
    return bool(after) and after[0].first - word.last < _LONGEST and _forbids(reading, after[0])


def _forbids(reading: Reading, predicate: Predicate) -> bool:
    if predicate.form != "finite" or predicate.negated or predicate.tense != "present":
        return False
    if predicate.copula:
        return predicate.lemma in _BANNED
    if predicate.lemma not in ("be", "become", "remain", "constitute") or predicate.object < 0:
        return False
    target = reading.parse.chunks[predicate.object]
    # "a crime" is said of all who do it, "the crime of the guards" of one deed
    return reading.words[target.head] in _CRIMES and reading.words[target.first] in ("a", "an", "no")
