"""Who "he", "it" and "they" are: the nearest subject before them that can act and agrees."""

from dataclasses import dataclass

from clarion.extract.party_names import (
    BODIES,
    OFFICES,
    ORGANS,
    PLURAL,
    PLURAL_HEADS,
    PRONOUNS,
    SELF,
    SINGULAR,
    is_animate,
    party_of,
    ref_of,
)
from clarion.extract.sentence import Reading
from clarion.language.parse import Chunk, Predicate
from clarion.model.nouns import Party
from clarion.reference.states import find_state

# verbs of a sentence looked back for a subject, so that a sentence of pronouns stays cheap
_REACH = 24


@dataclass(slots=True)
class Antecedents:
    """Who "he", "it" and "they" may be: the last singular and plural subjects told of."""

    singular: Party | None = None
    plural: Party | None = None

    def note(self, reading: Reading) -> None:
        """Remember the subjects of a sentence that has been read."""
        for chunk in _subjects(reading, len(reading.words)):
            party = party_of(reading, chunk)
            if _is_plural(reading.words[chunk.head]):
                self.plural = party
            else:
                self.singular = party

    def of(self, reading: Reading, chunk: Chunk) -> Party | None:
        """The antecedent of a pronoun: the nearest fitting subject before it in its sentence, else one told before."""
        word = reading.words[chunk.head]
        if word not in PLURAL and word not in SINGULAR:
            return None
        for other in reversed(_subjects(reading, chunk.first)):
            if _is_plural(reading.words[other.head]) == (word in PLURAL) and _agrees(reading, word, other):
                return party_of(reading, other)
        return self.plural if word in PLURAL else self.singular


def _subjects(reading: Reading, end: int) -> list[Chunk]:
    """Subjects before the word `end` that can act, in order."""
    found: list[Chunk] = []
    before = [one for one in reading.parse.predicates if one.first < end]
    for predicate in before[-_REACH:]:
        chunk = reading.parse.chunks[predicate.subject] if predicate.subject >= 0 else None
        if chunk is None or chunk.last > end or predicate.relation == "relative" or (found and chunk is found[-1]):
            continue
        head = reading.words[chunk.head]
        if _is_let(reading, predicate):
            continue  # "should let the ministry know that it …": who lets is the subject told of
        if head not in PRONOUNS and head not in SELF and is_animate(reading, chunk):
            found.append(chunk)
    return found


def _is_let(reading: Reading, predicate: Predicate) -> bool:
    above = reading.predicate(predicate.governor) if predicate.governor >= 0 else None
    return above is not None and above.lemma == "let"


def _is_plural(head: str) -> bool:
    return head in PLURAL_HEADS or (
        head.endswith("s") and not head.endswith("ss") and head not in BODIES and not find_state(head)
    )


def _agrees(reading: Reading, word: str, chunk: Chunk) -> bool:
    """ "it" is no person and "he" no state or body."""
    head = reading.words[chunk.head]
    is_body = head in BODIES or head in ORGANS or ref_of(reading, chunk) is not None
    if word in ("it", "its", "itself", "which", "that"):
        return is_body or not head.endswith(("er", "or", "man", "ist", "ee"))
    return word not in ("he", "she", "him", "her", "himself", "herself") or not is_body or head in OFFICES
