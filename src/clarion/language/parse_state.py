"""What the parser remembers while it reads a sentence: open clauses, the unit before, and what stands between units."""

from collections.abc import Sequence

from clarion.language.chunks import Chunk
from clarion.language.parse_groups import Predicate
from clarion.language.parse_words import CONTENT_NOUNS, EVENT_NOUNS
from clarion.language.tags_lexicon import Word
from clarion.language.tags_words import ADVERB, BASE, MARK, NOT, PREPOSITION, QUOTE

# No sentence has more clauses open at once; dropping the middle ones keeps odd input linear.
_DEEPEST = 40
_NEVER_OF_NOUN = frozenset(("after", "before", "since", "during", "until", "despite", "without", "by", "at"))


class Frame:
    """An open clause: its finite predicate, the last predicate read in it, its possible subject, how it hangs."""

    __slots__ = ("first", "fronted", "governor", "last", "marker", "marker_at", "predicate", "relation", "subject")

    def __init__(self, relation: str, governor: int = -1, marker: str = "", marker_at: int = -1) -> None:
        self.relation, self.governor, self.marker, self.marker_at = relation, governor, marker, marker_at
        self.predicate = self.last = self.subject = -1
        self.first = 0  # number of the first predicate that may belong to it
        self.fronted: list[Chunk | Predicate] = []


class Gap:
    """What stands between the unit before and this one: marks and link words."""

    __slots__ = ("colon", "comma", "conjunction", "preposition", "quote", "semicolon")

    def __init__(self) -> None:
        self.comma = self.conjunction = self.quote = self.colon = self.semicolon = False
        self.preposition = ""


class State:
    """The sentence, its chunks and predicates, and how far the reading has come."""

    __slots__ = (
        "chunks",
        "entries",
        "frames",
        "gap",
        "held",
        "lowered",
        "owner",
        "predicates",
        "previous",
        "roots",
        "tags",
    )

    def __init__(
        self,
        tags: Sequence[int],
        lowered: Sequence[str],
        entries: Sequence[Word],
        found: tuple[list[Chunk], Sequence[int], list[Predicate], Sequence[int]],
    ) -> None:
        self.tags, self.lowered, self.entries = tags, lowered, entries
        self.chunks, self.owner, self.predicates, self.held = found
        self.frames = [Frame("root")]
        self.previous = -1  # last token of the unit before
        self.gap = Gap()
        self.roots: list[int] = []  # finite predicates of the parts before a semicolon

    def last(self) -> Predicate | None:
        """The last predicate of the open clause."""
        number = self.frames[-1].last
        return self.predicates[number] if number >= 0 else None

    def chunk_before(self) -> int:
        """Number of the chunk that the unit before is, or -1."""
        return self.owner[self.previous] if self.previous >= 0 else -1

    def push(self, frame: Frame) -> None:
        """Open a clause."""
        self.frames.append(frame)
        if len(self.frames) > _DEEPEST:
            del self.frames[1 : _DEEPEST // 2]

    def comma_before(self, token: int) -> bool:
        """Whether a mark stands before a token, adverbs and prepositions between them aside."""
        at = token - 1
        while at >= 0 and self.tags[at] & (ADVERB | PREPOSITION | NOT):
            at -= 1
        return at >= 0 and bool(self.tags[at] & (MARK | QUOTE))

    def waiting(self) -> int:
        """The innermost frame above the current one that waits for its finite verb, or -1."""
        for depth in range(len(self.frames) - 2, -1, -1):
            if self.frames[depth].predicate < 0:
                return depth
        return -1

    def noun_takes(self, chunk: int) -> bool:
        """Whether the head of a chunk takes a clause that says what it is about."""
        return self.entries[self.chunks[chunk].head].noun in CONTENT_NOUNS

    def noun_holds(self, chunk: int, preposition: str) -> bool:
        """Whether a phrase with this preposition, right after the chunk, is about its noun and not about the verb."""
        if preposition in _NEVER_OF_NOUN:
            return False
        head = self.entries[self.chunks[chunk].head]
        if head.noun in CONTENT_NOUNS or head.noun in EVENT_NOUNS:
            return True
        return head.noun.endswith(("tion", "sion", "ment", "ism")) or bool(head.mask & BASE)
