"""Text to sentences, with respect for the shape of the page.

A blank line, a headline, a list item, a table row and the turn of a speaker end a sentence whatever the marks say.
The line breaks of hard-wrapped text do not: a line is held to be wrapped when the first word of the next line would
not have fitted on it.
"""

import re
from bisect import bisect_right
from itertools import pairwise

from clarion.language.tokens import SHORTENINGS, TITLES
from clarion.language.wordlists import words
from clarion.model.nouns import Span

# Wider than this and the text was not wrapped by hand or by a mail program: every line is a paragraph.
_WIDEST_WRAP = 130

# No sentence is longer; what is, is a list or no language, and is cut so that reading stays linear.
_LONGEST = 2_000
_END = re.compile(r"(?:[.!?…]+|[。！？]+)(?:[\"'”’»)\]*_]|\[\d+\])*")
_BREAK = re.compile(
    r"[ \t]*(?:[-*•–—·▪◦‣>|#+]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)][ \t]|"
    r"(?:Q|A|[A-Z][\w.’'-]*(?: [A-Z(][\w.’')-]*){0,4})[ ]?:\s|={3}|_{3})"
)
_MARKER = re.compile(r"[ \t]*(?:[-*•–—·▪◦‣>#+]+[ \t]+|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)][ \t]+)*")
_WORD_BEFORE = re.compile(r"[^\s\"“‘'(\[]*$")
_NEXT = re.compile(r"[\s\"“‘'(\[*_]*")
_LETTERS = re.compile(r"[^\W\d_]*")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_NEVER_LAST = frozenset(word.lower() for word in TITLES) | words("vs cf al eg ie fig vol ed eds approx ca")
_BEFORE_FIGURE = frozenset(word.lower() for word in SHORTENINGS)
# After "U.N." or "p.m." a capital is mostly a name; these words begin a new sentence.
_STARTERS = words(
    "the a an this that these those he she it they we you i in on at by for from with as if when while after before "
    "since but and or so yet however there here his her its their our my your one two some many most all both no not "
    "according what who where why how among meanwhile although though once during under until another also"
)
_MIDDAY = frozenset(("a.m", "p.m"))


def find_sentences(text: str) -> list[Span]:
    """Sentences of a text in order, without the white space around them and without list markers.

    Spans are offsets into `text`, end not included; they never overlap, and what lies between them is white space
    or the marker of a list item or heading.
    """
    spans: list[Span] = []
    for start, end in _blocks(text):
        _split(text, start, end, spans)
    return spans


def sentence_at(sentences: list[Span], position: int) -> int | None:
    """Index of the sentence that holds the offset `position`, or None."""
    index = bisect_right(sentences, position, key=lambda span: span[0]) - 1
    return index if index >= 0 and position < sentences[index][1] else None


def _blocks(text: str) -> list[Span]:
    """Stretches of lines that belong together: a paragraph, a list item, a headline."""
    lines: list[Span] = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    width = _wrap_width(text, lines)
    blocks: list[Span] = []
    open_at: int | None = None
    for number, (start, end) in enumerate(lines):
        if text[start:end].isspace() or start == end:
            open_at = None
        elif open_at is None or _is_break(text, lines[number - 1], (start, end), width):
            open_at = start
            blocks.append((start, end))
        else:
            blocks[-1] = (open_at, end)
    return blocks


def _wrap_width(text: str, lines: list[Span]) -> int:
    """Length of the longest line that is followed by a line of the same paragraph; 0 when the text is not wrapped."""
    lengths = sorted(len(text[a:b].rstrip()) for (a, b), (c, d) in pairwise(lines) if b > a and d > c)
    if not lengths:
        return 0
    widest = lengths[-1]
    # one over-long line (an address) does not make wrapped text unwrapped
    if widest > _WIDEST_WRAP:
        widest = lengths[int(len(lengths) * 0.9)]
    return 0 if widest > _WIDEST_WRAP else widest


def _is_break(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether the line end between two lines of text was meant."""
    if _BREAK.match(text, *line):
        return True
    above = text[slice(*before)].rstrip()
    words = text[slice(*line)].split(None, 1)
    if words[0][0].islower() and above[-1] not in ".!?:|":
        return False
    return len(above) + 1 + len(words[0]) <= width or width == 0


def _split(text: str, start: int, end: int, spans: list[Span]) -> None:
    """Add the sentences of one block."""
    marker = _MARKER.match(text, start, end)
    at = marker.end() if marker and marker.end() < end else start
    for match in _END.finditer(text, at, end):
        if match.end() >= end:
            break
        if match.start() >= at and _is_end(text, match, at, end):
            _add(text, at, match.end(), spans)
            at = match.end()
    _add(text, at, end, spans)


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ("; ", ", ", "\n", " "))
        cut = cut + 1 if cut > 0 else start + _LONGEST
        _add(text, start, cut, spans)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _is_end(text: str, match: re.Match[str], start: int, end: int) -> bool:
    marks = match[0]
    if marks[0] in "。！？":
        return True
    after = _NEXT.match(text, match.end(), end)
    stop = after.end() if after else match.end()
    if stop >= end:
        return True
    if stop == match.end() and text[match.end() - 1] not in "”»":
        return False  # 3.5, example.org
    following = text[stop]
    if following.islower():
        return False
    if marks[0] != "." or len(marks.rstrip("\"'”’»)]*_")) > 1:
        return following not in ",;:"
    return _dot_ends(text, match.start(), start, text[stop : stop + 24], following)


def _dot_ends(text: str, dot: int, start: int, ahead: str, following: str) -> bool:
    """Whether a single dot ends a sentence, given the word before it and what comes after."""
    found = _WORD_BEFORE.search(text, max(start, dot - 24), dot)
    word = found[0].lower() if found else ""
    if following in ",;:":
        return False
    if word in _NEVER_LAST:
        return False
    if word in _BEFORE_FIGURE and following.isdigit():
        return False
    if _DOTTED.fullmatch(word) is None or word in ("i",):
        return True
    if word in _MIDDAY or "." in word:
        first = _LETTERS.match(ahead)
        return first is not None and first[0].lower() in _STARTERS
    return False  # an initial
