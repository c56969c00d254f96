"""A sentence as a line of words: lower-case words beside their tokens, with what cues ask about them."""

from functools import cached_property

from clarion.language.tokens import Token, tokenize
from clarion.language.wordlists import words
from clarion.model.nouns import Span

# characters; what is longer is a list or no language
_LONGEST = 2000
_CLAUSE_END = frozenset(".;:!?…—–")
_COMMAS = frozenset(",()")
_MARKS = frozenset('. , ; : ! ? ( ) — – -- " “ ”'.split())
_NOT_IN_PHRASE = _MARKS | words(
    """in on at by for from with as to into onto over under through across after before since until against about
    between during near off out up down and or but nor that which who whom whose when where while because if
    than is are was were be been being am has have had do does did will would may might can could should
    must not n't said says say it he she they we i you them him"""
)
_NOT_IN_SUBJECT = (_MARKS - frozenset(",()")) | words(
    "said says say that but because if when while is are was were has have had will would"
)
_FIGURES = words(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen dozens scores hundreds
    thousands several many"""
)
# what stands before a figure without ending the phrase that it counts
_BEFORE_FIGURE = words("about over around between under near")
_BOUNDS = frozenset(
    (
        *(("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("at", "most"), ("up", "to")),
        *(("as", "many"), ("many", "as"), ("as", "few"), ("few", "as")),
    )
)
_AFTER_BARE_FIGURE = words(
    """in on at by for from with as to into and or but were was are is have had has more others other of near after
    during , . ; : ! ?"""
)


class Line:
    """A sentence: `tokens` with their spans in the whole text, `words` in lower case, `bag` their set."""

    __slots__ = ("__dict__", "tokens", "words")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.words = [token.text.lower() for token in tokens]

    @cached_property
    def bag(self) -> frozenset[str]:
        """The words, without order."""
        return frozenset(self.words)

    def inside(self, at: int) -> bool:
        """True when `at` is the index of a word."""
        return 0 <= at < len(self.words)

    def stops(self, at: int, *, commas: bool) -> bool:
        """True when a gap may not run over the word at `at`."""
        word = self.words[at]
        return word in _CLAUSE_END or (not commas and word in _COMMAS)

    def ends_phrase(self, at: int, step: int) -> bool:
        """True when the word at `at` cannot stand inside a noun phrase read in direction `step`."""
        if step < 0:
            return self.words[at] in _NOT_IN_SUBJECT
        return self.words[at] in _NOT_IN_PHRASE and not self._bounds_figure(at)

    def _bounds_figure(self, at: int) -> bool:
        """True for the small words before a figure: "more than 120 of us", "at least six", "as many as 40"."""
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < len(self.words) else "."
        before = self.words[at - 1] if at else "."
        if word in _BEFORE_FIGURE:
            return following[0].isdigit() or following in _FIGURES
        if word == "to" and before == "up":
            return following[0].isdigit() or following in _FIGURES
        return (word, following) in _BOUNDS or (before, word) in _BOUNDS

    def may_name(self, at: int) -> bool:
        """True for a capitalised word inside the sentence and for a figure that stands for people ("shot two")."""
        text = self.tokens[at].text
        if at > 0 and text[0].isupper() and len(text) > 1:
            return True
        following = self.words[at + 1] if at + 1 < len(self.words) else "."
        return (
            (text[0].isdigit() or self.words[at] in _FIGURES)
            and following in _AFTER_BARE_FIGURE
            and not text.endswith("%")
        )

    def span(self, first: int, last: int) -> Span:
        """Span in the text of the words from `first` to `last`, both included."""
        return self.tokens[first].start, self.tokens[last].end


def bounded(text: str, spans: list[Span]) -> list[Span]:
    """Spans cut at white space so that none is longer than a sentence can be; keeps the time of reading linear."""
    cut: list[Span] = []
    for start, end in spans:
        while end - start > _LONGEST:
            space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            middle = space if space > 0 else start + _LONGEST
            cut.append((start, middle))
            start = middle + (space > 0)
        cut.append((start, end))
    return cut


def line_of(text: str, span: Span) -> Line:
    """The sentence at `span` of `text`."""
    return Line(tokenize(text, span[0], span[1]))
