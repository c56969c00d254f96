"""One sentence as flat chunks, predicates and one tree over them.

Every predicate and every chunk hangs on one word (its governor) by a relation:

| relation | the word hangs on | example (the word, its governor) |
|---|---|---|
| root | nothing | was *arrested* |
| complement | a verb, noun or adjective that takes it as content | said he was *arrested*; likely to *leave* |
| relative | the noun it describes | people who were *arrested*; people *seeking* asylum |
| conditional | the predicate of the main clause | if *returned*, they will face … |
| adjunct | a predicate; `marker` says when, after, because, without, by … | after being *arrested* |
| purpose | a predicate | crossed to *seek* work |
| coordinated | the first of the conjuncts | arrested and *tortured* |
| quoted | the verb of saying after or inside the reported words | he was *arrested*, police said |
| subject, object, oblique | a predicate, or a noun; `marker` is the preposition | denied the *arrest* |
| modifier | the head of the chunk that the word stands in | *deportation* order, *detained* students |
| apposition | the noun before it | |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from clarion.language.chunks import Chunk, find_chunks
from clarion.language.parse_clauses import attach
from clarion.language.parse_groups import Predicate, find_predicates
from clarion.language.parse_state import State
from clarion.language.tags import NAME, NOUN, PLURAL, QUOTE, VERB, tag
from clarion.language.tags_lexicon import Word
from clarion.language.tokens import Token, tokenize
from clarion.model.nouns import Span

__all__ = ["Chunk", "Link", "Predicate", "Sentence", "governors", "parse", "token_at"]

# Characters of a sentence that are read; `find_sentences` gives none longer.
_LONGEST = 4_000


@dataclass(slots=True)
class Sentence:
    """A parsed sentence. Lists run over tokens; `chunk_at` and `predicate_at` hold numbers of chunks and predicates.

    `quoted` is, per token, whether it stands inside quotation marks. Not to be changed after it is made.
    """

    text: str
    span: Span
    tokens: list[Token]
    tags: list[int]
    words: list[str]
    entries: list[Word]
    chunks: list[Chunk]
    chunk_at: list[int]
    predicates: list[Predicate]
    predicate_at: list[int]
    quoted: list[bool]

    def lemma(self, token: int) -> str:
        """The base form of a word, by its tag."""
        number = self.tags[token]
        if number & VERB:
            return self.entries[token].verb
        return self.entries[token].noun if number & (PLURAL | NOUN | NAME) else self.words[token]

    def words_of(self, chunk: int) -> str:
        """The text of a chunk."""
        found = self.chunks[chunk]
        return self.text[self.tokens[found.first].start : self.tokens[found.last - 1].end]


class Link(NamedTuple):
    """A step up the tree: the word `child` hangs on the word `at` (token numbers; -1 above a root)."""

    child: int
    at: int
    relation: str
    marker: str


def parse(text: str, span: Span, tokens: list[Token] | None = None) -> Sentence:
    """The sentence at `span` of `text`. Pure, and linear; of a longer span the first 4,000 characters.

    `tokens` are those of the span, where the caller has them.
    """
    if tokens is None or span[1] - span[0] > _LONGEST:
        tokens = tokenize(text, span[0], min(span[1], span[0] + _LONGEST))
    tags, lowered, entries = tag(tokens)
    chunks, owner = find_chunks(tags, lowered)
    predicates, held = find_predicates(tags, lowered, entries, chunks, owner)
    sentence = Sentence(
        text, span, tokens, tags, lowered, entries, chunks, owner, predicates, held, _quoted(tags, tokens, text)
    )
    attach(State(tags, lowered, entries, (chunks, owner, predicates, held)))
    return sentence


def token_at(sentence: Sentence, position: int) -> int:
    """Number of the token that holds the offset `position`, or of the next one; -1 after the last."""
    low, high = 0, len(sentence.tokens)
    while low < high:
        middle = (low + high) // 2
        if sentence.tokens[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low if low < len(sentence.tokens) else -1


def governors(sentence: Sentence, token: int) -> Iterator[Link]:
    """The chain from a word (by token number) up to the root of its sentence, nearest governor first.

    For "returning" in "urges China to stop returning refugees": stop (complement), urges (complement), root.
    """
    current = token
    seen: set[int] = set()
    while 0 <= current < len(sentence.tokens) and current not in seen:
        seen.add(current)
        link = _step(sentence, current)
        yield link
        current = link.at


def _step(sentence: Sentence, token: int) -> Link:
    number = sentence.predicate_at[token]
    if number >= 0:
        predicate = sentence.predicates[number]
        return Link(predicate.head, predicate.governor, predicate.relation, predicate.marker)
    number = sentence.chunk_at[token]
    if number < 0:
        return Link(token, -1, "root", "")
    chunk = sentence.chunks[number]
    if token != chunk.head and token < chunk.head:
        return Link(token, chunk.head, "modifier", "")
    marker = sentence.words[chunk.preposition] if chunk.preposition >= 0 else ""
    return Link(chunk.head, chunk.governor, chunk.relation or "root", marker)


def _quoted(tags: list[int], tokens: list[Token], text: str) -> list[bool]:
    """Per token, whether quotation marks stand around it. A mark without its partner reaches to the end it faces."""
    inside = [False] * len(tokens)
    if not any(number == QUOTE for number in tags):
        return inside
    opened = -1
    for n, token in enumerate(tokens):
        if tags[n] != QUOTE or token[2] in "'’‘":
            continue
        closes = token[2] in ("”", "»", "''") or (
            token[2] == '"' and (opened >= 0 or not _faces_right(text, token, n, len(tokens)))
        )
        if closes:
            for at in range(opened + 1, n):
                inside[at] = True
            opened = -1 if opened < n else opened
        else:
            opened = n
    if opened >= 0:
        for at in range(opened + 1, len(tokens)):
            inside[at] = True
    return inside


def _faces_right(text: str, token: Token, n: int, count: int) -> bool:
    """Whether a straight quotation mark opens: a letter right after it, or it begins the sentence."""
    return (
        n == 0
        or (token.end < len(text) and text[token.end].isalnum())
        or (n + 1 < count and text[token.start - 1] == " ")
    )
