"""Sentences as the rules of voices see them: quoted speech is one token, scraps in quotation marks are plain words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from clarion.extract.voices import cues
from clarion.extract.voices.letters import letters
from clarion.extract.voices.words import FEELING, HOLDING, MADE
from clarion.language.hints import words_in
from clarion.language.names import SPEAKERS
from clarion.language.quotes import Quote, inside
from clarion.language.tokens import Token, tokenize
from clarion.language.wordlists import words
from clarion.model.nouns import Span

QUOTED = "\0"  # the text of the token that stands for quoted speech
_LONG_SCRAP = 12  # words; more than this in quotation marks is speech, whatever surrounds it
_HEADLINE = re.compile(r"\s[–—-]\s(?:\w+\s){0,3}(\w+)$")  # "Guards beat two men – residents"
_HAD_FROM = re.compile(r"\b(?:it|this|that) from\b")
# words of the set phrases of judging, see `judging`
_JUDGING = words("aside away off blame scorn contempt ridicule door doorstep feet") | FEELING
_ENDS = ".,?!…;:—–-"
_INNER_END = re.compile(r"[.!?…][\"”’]?\s+[\"“‘]?[A-Z]")
_DROPPED = "\"“”„«»‹›'‘’`*†‡_"  # marks of quotation, emphasis and footnotes


@dataclass(slots=True)
class Unit:
    """A sentence outside quotation marks. `letters` holds one class letter for each token (see `words`)."""

    text: str
    tokens: list[Token]
    letters: str
    lower: list[str]
    paragraph: int  # which paragraph of the text it stands in
    quotes: list[Span] = field(default_factory=list)

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` to token `last`, both included."""
        return self.tokens[first].start, self.tokens[last].end


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its sentences and the tokens of those of its stretches that have been read already."""

    text: str
    sentences: list[Span]
    known: Mapping[Span, list[Token]]

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens of a stretch."""
        found = self.known.get((start, end))
        return tokenize(self.text, start, end) if found is None else found


def make_units(source: Source, sentences: list[Span], quotes: list[Quote], within: Span) -> list[Unit]:
    """Cut the text `within` to units; quotations in `quotes` (outermost of that stretch) stay whole."""
    text = source.text
    speech = [quote for quote in quotes if is_speech(text, quote)]
    bounds = _joined(sentences, quotes, within)
    units: list[Unit] = []
    paragraph = 0
    last_end = within[0]
    starts = [quote.start for quote in speech]
    for start, end in bounds:
        if "\n" in text[last_end:start]:
            paragraph += 1
        here = speech[bisect_left(starts, start) : bisect_left(starts, end)]
        last_end = end
        if not here and not _may_speak(text[start:end]):
            units.append(Unit(text, [], "", [], paragraph))
            continue
        tokens = _tokens(source, start, end, here)
        if tokens:
            lower = [token.text.lower() for token in tokens]
            units.append(Unit(text, tokens, letters(tokens, lower), lower, paragraph, [quote.span for quote in here]))
    return units


def _may_speak(sentence: str) -> bool:
    """Whether a sentence without quoted speech holds a word of saying or a colon; the others are not read."""
    if ":" in sentence or not _cue_words().isdisjoint(words_in(sentence)):
        return True
    if "from" in sentence and _HAD_FROM.search(sentence) is not None:
        return True
    signed = _HEADLINE.search(sentence)
    return signed is not None and signed[1].lower() in SPEAKERS


@cache
def _cue_words() -> frozenset[str]:
    return (
        frozenset(cues.verbs())
        | frozenset(cues.nouns())
        | cues.AUTHORITIES
        | HOLDING
        | MADE
        | _JUDGING
        | {"according", "acc", "doubt"}
    )


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quotation holds somebody's sentence, not a scrap, a title or a word held at arm's length."""
    start, end = inside(text, quote)
    words = text[start:end]
    count = words.count(" ") + 1
    before = text[max(0, quote.start - 3) : quote.start].rstrip(" ")
    introduced = not before or before[-1] in ',:;.!?\n”"—–*)'
    if introduced and words[:1].isupper() and count > 1:
        return words[-1:] in _ENDS or text[quote.end : quote.end + 1] in (",", ".") or before[-1:] in ":,"
    if introduced and before[-1:] in (",", ":"):
        return True
    if introduced and words[-1:] in ",?!" and words[:1].isalpha():
        return True
    if count == 1 and introduced:
        return words[-1:] in ".,?!" and words[:1].isupper()
    return count > _LONG_SCRAP or _INNER_END.search(words) is not None


def _joined(sentences: list[Span], quotes: list[Quote], within: Span) -> list[Span]:
    """The sentences inside `within`; those that a quotation holds together become one."""
    starts = [quote.start for quote in quotes]
    joined: list[Span] = []
    for start, end in sentences:
        start, end = max(start, within[0]), min(end, within[1])
        if start >= end:
            continue
        if joined:
            at = bisect_right(starts, start - 1) - 1
            if at >= 0 and quotes[at].start < start < quotes[at].end - 1:
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _tokens(source: Source, start: int, end: int, speech: list[Quote]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for quote in speech:
        tokens += _plain(source.tokens(at, quote.start))
        tokens.append(Token(quote.start, quote.end, QUOTED))
        at = quote.end
    if at < end:
        tokens += _plain(source.tokens(at, end))
    return tokens


def _plain(tokens: list[Token]) -> list[Token]:
    """Tokens without the marks of scraps; the possessive apostrophe of a plural stays."""
    return [
        token
        for number, token in enumerate(tokens)
        if token.text[0] not in _DROPPED
        or len(token.text) > 2
        or token.text[-1].isalpha()
        or (
            token.text in "'’"
            and number > 0
            and tokens[number - 1].text.endswith("s")
            and token.start == tokens[number - 1].end
        )
    ]
