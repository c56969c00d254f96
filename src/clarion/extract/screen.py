"""The screen: which sentences of a document hold a word from which a cue is sought.

One pass of Aho-Corasick over the document; word boundaries are checked on the hits. Sentences without a hit are not
read further.
"""

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from clarion.extract.lexicon import load
from clarion.model.nouns import Span

_JOINS = frozenset("-’'")


def hits(text: str) -> list[int]:
    """Starts of the words of `text` from which a cue is sought, in order."""
    lowered = lowered_in_place(text)
    length = len(lowered)
    found = []
    for _, start, end in _automaton().find_matches_as_indexes(lowered):
        if start and lowered[start - 1].isalnum():
            continue
        if end < length and lowered[end].isalnum():
            continue
        found.append(start)
    return found


def screened(text: str, sentences: list[Span]) -> list[Span]:
    """Those of `sentences` (in order) that hold a hit."""
    kept: list[Span] = []
    starts = iter(hits(text))
    at = next(starts, None)
    for sentence in sentences:
        while at is not None and at < sentence[0]:
            at = next(starts, None)
        if at is None:
            break
        if at < sentence[1]:
            kept.append(sentence)
    return kept


def lowered_in_place(text: str) -> str:
    """Lower case, letter by letter where lower-casing would change the length (İ), so that offsets stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@cache
def _automaton() -> AhoCorasick:
    # the longest of the words that begin at a place, so that "arrest" never hides "arrested"
    return AhoCorasick(sorted(load().cues_at), matchkind=MatchKind.LeftmostLongest)
