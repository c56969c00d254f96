"""The line that names an action: what is kept, attended or done, without the sentence around it."""

from clarion.language.parse import Sentence, parse, token_at
from clarion.language.tags import DETERMINER
from clarion.model import Claim, Span, StanceKind

_LONGEST = 120  # characters of a line in a calendar
_LEFT_OUT = ("the", "a", "an", "this", "these", "that", "those", "our", "its")


def title_of(claim: Claim, text: str, sentence: Span) -> str:
    """For example "Annual Harbour Day on 20 June" of "the raids come weeks before the annual Harbour Day on 20 June".

    `sentence` is where in `text` the claim stands. A deed begins with its verb: "individuals to write to the embassy"
    asks to "Write to the embassy". Words are left out, none is changed but for the capital.
    """
    parsed = parse(text, sentence)
    start = max(claim.span[0], _start(parsed, claim))
    words = " ".join(text[start : claim.span[1]].split()).strip(" ,;:–—-")
    words = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return words[:1].upper() + words[1:] if words else " ".join(claim.quote.split())


def _start(sentence: Sentence, claim: Claim) -> int:
    """Where the words that name the action begin."""
    token = token_at(sentence, (claim.cue or claim.span)[0])
    if token < 0:
        return claim.span[0]
    number = sentence.predicate_at[token]
    if number >= 0:
        predicate = sentence.predicates[number]
        bare = not predicate.passive and (predicate.form == "infinitive" or claim.stance is StanceKind.CALLED_FOR)
        return sentence.tokens[predicate.head].start if bare else _of_verb(sentence, predicate.subject, claim)
    chunk = sentence.chunk_at[token]
    return _of_chunk(sentence, chunk) if chunk >= 0 else claim.span[0]


def _of_verb(sentence: Sentence, subject: int, claim: Claim) -> int:
    """ "the march will be held in the square": from its subject on, where it has one of its own."""
    return _of_chunk(sentence, subject) if subject >= 0 else claim.span[0]


def _of_chunk(sentence: Sentence, number: int) -> int:
    chunk = sentence.chunks[number]
    governor = sentence.predicate_at[chunk.governor] if chunk.governor >= 0 and chunk.relation == "object" else -1
    if governor >= 0 and sentence.predicates[governor].form == "infinitive":
        return sentence.tokens[sentence.predicates[governor].head].start  # "to make an appeal to the president"
    first = chunk.first
    while first < chunk.last - 1 and sentence.tags[first] & DETERMINER and sentence.words[first] in _LEFT_OUT:
        first += 1
    return sentence.tokens[first].start
