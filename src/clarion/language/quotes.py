"""Quotation marks in a text: where quoted words begin and end.

Straight, curly, single and angle marks; a quotation may run over sentences, and over paragraphs when each paragraph
opens it again. Apostrophes, inch marks and marks that are never answered are no quotation.
"""

import re
from typing import NamedTuple

from clarion.model.nouns import Span

# Marks that can open, with the marks that answer them. German „ is answered by “, Swedish ” by ”.
_ANSWERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "`": "'", "''": "''"}
_EVENT = re.compile(r"\n[ \t]*\n|\n(?=[\"“«„])|``|''|[\"“”„«»‹›‘’'`]")
_SINGLE = "‘'`"
# A single mark before these letters is an apostrophe of a clipped word, not an opening.
_CLIPPED = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout|\d0s)\b", re.IGNORECASE)
# An unanswered curly mark holds at most the rest of its paragraph; longer ones are a slip of the typist.
_LONGEST_OPEN = 2_000
_DEEPEST = 6


class Quote(NamedTuple):
    """A quotation: `start` to `end` with its marks, `depth` 0 unless it lies inside another."""

    start: int
    end: int
    depth: int

    @property
    def span(self) -> Span:
        return self.start, self.end


class _Open(NamedTuple):
    start: int
    mark: str


def find_quotes(text: str) -> list[Quote]:
    """Find the quotations of a text in order of their start, nested ones with their depth."""
    found: list[Quote] = []
    stack: list[_Open] = []
    pending = False  # a paragraph ended inside a quotation; the next must open it again
    for event in _EVENT.finditer(text):
        mark, at = event[0], event.start()
        if mark[0] == "\n":
            stack = _at_paragraph(text, event, stack, found)
            pending = len(stack) == 1 and text[event.end() : event.end() + 40].lstrip().startswith(stack[0].mark)
        elif pending and stack and _reopens(text, at, stack[0].mark, mark):
            pending = False
        else:
            _at_mark(text, event, stack, found)
    _give_up(text, len(text), stack, found)
    return _nested(found)


def outermost(quotes: list[Quote]) -> list[Quote]:
    """Those of `quotes` that lie in no other."""
    return [quote for quote in quotes if quote.depth == 0]


def inside(text: str, quote: Quote | Span) -> Span:
    """The quoted words without their marks."""
    start, end = quote[0], quote[1]
    head = 2 if text.startswith("``", start) else 1
    tail = 2 if end - start > 3 and text.endswith("''", start, end) else 1
    if text[end - 1] not in "\"”“»›’'":
        tail = 0
    return start + head, max(start + head, end - tail)


def _nested(found: list[Quote]) -> list[Quote]:
    """The quotations in order, each with its depth counted over those that were closed."""
    nested: list[Quote] = []
    around: list[int] = []
    for start, end, _ in sorted(found, key=lambda quote: (quote.start, -quote.end)):
        while around and around[-1] <= start:
            around.pop()
        nested.append(Quote(start, end, len(around)))
        around.append(end)
    return nested


def _at_mark(text: str, event: re.Match[str], stack: list[_Open], found: list[Quote]) -> None:
    mark, at = event[0], event.start()
    for depth in range(len(stack) - 1, -1, -1):
        if _closes(text, event, stack[depth]):
            del stack[depth + 1 :]
            found.append(Quote(stack.pop().start, event.end(), depth))
            return
        if depth < len(stack) - 1 or mark not in "”»\"''":
            break
    if len(stack) < _DEEPEST and _opens(text, event):
        stack.append(_Open(at, mark))


def _opens(text: str, event: re.Match[str]) -> bool:
    mark, before, after = event[0], text[event.start() - 1 : event.start()], text[event.end() : event.end() + 1]
    if not after or after.isspace():
        return False
    if mark in ("“", "„", "«", "‹", "``"):
        return True
    free = not before or before.isspace() or before in '([{—–-/“‘"«„'
    if mark in ('"', "''"):
        return free or before in ":,"
    if mark in ("‘", "'", "`"):
        return free and not _CLIPPED.match(text, event.end()) and (after.isalnum() or after in '“"…[')
    return False


def _closes(text: str, event: re.Match[str], opened: _Open) -> bool:
    mark, before, after = event[0], text[event.start() - 1 : event.start()], text[event.end() : event.end() + 1]
    if opened.mark == "``":
        return mark in ("''", '"')
    if opened.mark == "''":
        return mark == "''" and not before.isspace()
    if mark not in _ANSWERS[opened.mark] or event.start() == opened.start:
        return False
    if mark == '"':
        return not before.isspace() or not after or after.isspace()
    if mark in "’'" and opened.mark in _SINGLE:
        return not before.isspace() and not after.isalnum() and not _is_possessive(text, event, opened)
    return True


def _is_possessive(text: str, event: re.Match[str], opened: _Open) -> bool:
    """ "the workers’ rights" inside single marks: a plural s, and another mark that can close before the line ends."""
    at = event.start()
    if text[at - 1] != "s" or text[event.end() : event.end() + 1] != " ":
        return False
    line = text.find("\n", at, at + 300)
    rest = text[event.end() : line if line >= 0 else at + 300]
    after_next = rest.find(event[0])
    while after_next >= 0 and rest[after_next + 1 : after_next + 2].isalnum():
        after_next = rest.find(event[0], after_next + 1)
    opening = rest.find(opened.mark) if opened.mark != event[0] else -1
    return after_next >= 0 and not 0 <= opening < after_next


def _reopens(text: str, at: int, opened: str, mark: str) -> bool:
    """Whether a mark at the head of a paragraph takes up the quotation that was open before it."""
    return mark == opened and text[at - 1].isspace()


def _at_paragraph(text: str, event: re.Match[str], stack: list[_Open], found: list[Quote]) -> list[_Open]:
    if not stack:
        return stack
    head = text[event.end() : event.end() + 40].lstrip()
    outer = stack[0]
    if head[: len(outer.mark)] == outer.mark and outer.mark not in "'`":
        return [outer]
    if len(event[0]) == 1:
        return stack
    _give_up(text, event.start(), stack, found)
    return []


def _give_up(text: str, end: int, stack: list[_Open], found: list[Quote]) -> None:
    """Close a curly or angle quotation that was never answered at the end of its paragraph."""
    if not stack or stack[0].mark not in ("“", "«", "„"):
        return
    start = stack[0].start
    stop = start + len(text[start:end].rstrip())
    if stop - start <= _LONGEST_OPEN and text[stop - 1] in ".!?…,":
        found.append(Quote(start, stop, 0))
