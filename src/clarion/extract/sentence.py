"""A sentence read closely: parse, act words, figures, dates and places, and the predicate of each word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clarion.extract.listed import Asked
from clarion.extract.refine import ActWord
from clarion.language.parse import Chunk, Predicate, Sentence
from clarion.model.nouns import Count, Evidence, Place, Span, When

_MARKS = frozenset(",;:()—–")
_DASHES = frozenset(("—", "–", "--"))


@dataclass(slots=True)  # not frozen: thousands are made a second
class Found:
    """Something with a span that stands at the word `at` of a sentence."""

    at: int
    last: int
    what: Count | When | Place


@dataclass(slots=True)
class Reading:
    """A sentence with everything found in it. `homes` gives each word the number of its predicate, or -1."""

    parse: Sentence
    acts: list[ActWord]
    figures: list[Found] = field(default_factory=list)
    dates: list[Found] = field(default_factory=list)
    places: list[Found] = field(default_factory=list)
    homes: list[int] = field(default_factory=list)
    number: int = 0  # place among the sentences of the document
    evidence: tuple[Evidence, ...] | None = None  # named in the sentence; None until it is asked for
    entry: When | None = None  # date of the entry of a timeline or calendar that the sentence stands in
    entry_places: tuple[Place, ...] = ()  # where the first act of that entry was
    asked: tuple[Asked, ...] = ()  # the parts of the sentence that a list of demands asks for
    words: list[str] = field(init=False)  # in lower case

    def __post_init__(self) -> None:
        self.words = self.parse.words

    def text_of(self, first: int, last: int) -> str:
        """The text from the word `first` to the word `last`, both included."""
        return self.parse.text[self.parse.tokens[first].start : self.parse.tokens[last].end]

    def span_of(self, first: int, last: int) -> Span:
        """The span of the words from `first` to `last`, both included."""
        return self.parse.tokens[first].start, self.parse.tokens[last].end

    def chunk(self, at: int) -> Chunk | None:
        """The noun chunk that the word stands in."""
        number = self.parse.chunk_at[at]
        return self.parse.chunks[number] if number >= 0 else None

    def predicate(self, at: int) -> Predicate | None:
        """The verb group that the word stands in."""
        number = self.parse.predicate_at[at]
        return self.parse.predicates[number] if number >= 0 else None

    def home(self, at: int) -> Predicate | None:
        """The predicate of the clause that the word stands in."""
        number = self.homes[at] if self.homes else -1
        return self.parse.predicates[number] if number >= 0 else None

    def marker(self, chunk: Chunk) -> str:
        """The preposition before a chunk, or ""."""
        return self.words[chunk.preposition] if chunk.preposition >= 0 else ""

    def under(self, chunk: Chunk, top: Chunk) -> bool:
        """Whether a chunk hangs on `top`, through nouns only."""
        seen = 0
        while seen < 12:
            if chunk is top:
                return True
            above = self.chunk(chunk.governor) if chunk.governor >= 0 else None
            if above is None or above is chunk:
                return False
            chunk, seen = above, seen + 1
        return False

    def top(self, chunk: Chunk) -> Chunk:
        """The chunk that hangs on no noun and holds this one: "the centre" of "the centre in Aktau"."""
        for _ in range(12):
            if chunk.governor < 0 or self.parse.predicate_at[chunk.governor] >= 0:
                return chunk
            above = self.chunk(chunk.governor)
            if above is None or above is chunk:
                return chunk
            chunk = above
        return chunk


def homes_of(sentence: Sentence) -> list[int]:
    """For each word the number of the predicate of its clause, or -1 in a fragment without a verb."""
    owners = [_owner(sentence, number) for number in range(len(sentence.chunks))]
    homes = [-1] * len(sentence.tokens)
    for token in range(len(homes)):
        if sentence.predicate_at[token] >= 0:
            homes[token] = sentence.predicate_at[token]
        elif sentence.chunk_at[token] >= 0:
            homes[token] = owners[sentence.chunk_at[token]]
    _fill(sentence, homes)
    _set_off(sentence, homes)
    return homes


def place_on(sentence: Sentence, things: Sequence[Count | When | Place]) -> list[Found]:
    """Things with spans, each put on the words that it covers; those outside the sentence are left out."""
    found = []
    token = 0
    tokens = sentence.tokens
    for thing in sorted((t for t in things if t.span), key=lambda t: t.span or (0, 0)):
        start, end = thing.span or (0, 0)
        if not tokens or end <= tokens[0].start or start >= tokens[-1].end:
            continue
        while token < len(tokens) - 1 and tokens[token].end <= start:
            token += 1
        last = token
        while last < len(tokens) - 1 and tokens[last + 1].start < end:
            last += 1
        found.append(Found(token, last, thing))
    return found


def _owner(sentence: Sentence, number: int) -> int:
    for _ in range(20):
        governor = sentence.chunks[number].governor
        if governor < 0:
            return -1
        if sentence.predicate_at[governor] >= 0:
            return sentence.predicate_at[governor]
        above = sentence.chunk_at[governor]
        if above < 0 or above == number:
            return -1
        number = above
    return -1


def _set_off(sentence: Sentence, homes: list[int]) -> None:
    """What stands between two dashes without a verb belongs to the clause before the first."""
    dashes = [at for at, word in enumerate(sentence.words) if word in _DASHES]
    for first, second in pairwise(dashes):
        between = range(first + 1, second)
        if first > 0 and between and all(sentence.predicate_at[at] < 0 for at in between):
            for at in between:
                homes[at] = homes[first - 1]


def _fill(sentence: Sentence, homes: list[int]) -> None:
    """Words without a place of their own go with their neighbours of the same comma-delimited stretch."""
    start = 0
    words = sentence.words
    for token in range(len(homes) + 1):
        if token == len(homes) or words[token] in _MARKS:
            _fill_stretch(homes, start, token)
            start = token + 1
    last = -1
    for token, home in enumerate(homes):
        if home >= 0:
            last = home
        elif last >= 0:
            homes[token] = last
    last = -1
    for token in range(len(homes) - 1, -1, -1):
        if homes[token] >= 0:
            last = homes[token]
        elif last >= 0:
            homes[token] = last


def _fill_stretch(homes: list[int], start: int, end: int) -> None:
    last = -1
    for token in range(start, end):
        if homes[token] >= 0:
            last = homes[token]
        elif last >= 0:
            homes[token] = last
    last = -1
    for token in range(end - 1, start - 1, -1):
        if homes[token] >= 0:
            last = homes[token]
        elif last >= 0:
            homes[token] = last
