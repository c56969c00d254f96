"""Words laid out on lines: "Two nurses told us:" above a list, a quotation with its speaker on the line below."""

import re
from collections.abc import Iterator

from clarion.extract.voices.cues import verbs
from clarion.extract.voices.phrases import subject_before
from clarion.extract.voices.said import Said
from clarion.extract.voices.units import Unit
from clarion.language.quotes import Quote
from clarion.model.nouns import Span

_ITEM = re.compile(r"\s*(?:[-*•·–—►]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?P<words>\S[^\n]*)(?:\n|$)")
_MOST_ITEMS = 60
# A dash and a speaker after the closing mark, to the end of the line.
_SIGNED = re.compile(
    r"[\s>]{0,6}(?:—|–|--|-)[ \t]*(?P<source>(?:[A-Z][\w’'.-]*|[Aa]n?\s)[^\n.!?“”\"]{2,100})[.]?[ \t]*(?=\n|$)"
)
_BLOCK = re.compile(
    r"(?m)(?P<words>(?:^>[ \t]*+(?![—–-])[^\n]+\n)+)(?:^>[ \t]*\n)?^>[ \t]*(?:—|–|--)[ \t]*(?P<source>[^\n]{3,100})$"
)
_KINDS = "sdjeb"


def over_list(unit: Unit) -> Said | None:
    """ "Two nurses told us:" with a list below: each item is in their words."""
    letters = unit.letters
    if not letters.endswith(":") or "V" not in letters:
        return None
    q = letters.rindex("V")
    cue = verbs()[unit.lower[q]]
    k = q
    while k > 0 and letters[k - 1] in "ax":
        k -= 1
    source = subject_before(unit, k)
    if cue.kind not in _KINDS or source is None or cue.form == "ing":
        return None
    items = list(_items(unit.text, unit.tokens[-1].end))
    if not items:
        return None
    return Said(unit.span(*source), unit.span(k, q), items, cue.kind, cue.lemma, False, paragraph=unit.paragraph)


def signed(text: str, quotes: list[Quote]) -> list[Said]:
    """Quotations whose speaker stands behind a dash at their end."""
    found = []
    for quote in quotes:
        match = _SIGNED.match(text, quote.end) if quote.depth == 0 else None
        if match is not None:
            found.append(Said(match.span("source"), match.span("source"), [quote.span], "s", "-", True))
    if ">" in text:
        for match in _BLOCK.finditer(text):
            found.append(Said(match.span("source"), match.span("source"), [match.span("words")], "s", "-", True))
    return found


def _items(text: str, at: int) -> Iterator[Span]:
    for _ in range(_MOST_ITEMS):
        match = _ITEM.match(text, at)
        if match is None:
            return
        yield match.span("words")
        at = match.end()
