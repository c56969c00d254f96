"""Names that share a part with a withheld one and are another's: looked at where they stand, and found to be public."""

import re
from collections.abc import Iterable

from clarion.model import Detail, Document, DocumentId, Span
from clarion.publish.safety.common import NO_NAMES
from clarion.publish.safety.matching import Matcher
from clarion.publish.safety.terms import NAMED

_NAME = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_SMALL = re.compile(r"\b[^\W\d_A-Z]{2,}\b")
_NEAR = 60  # characters of a line looked at on each side
_MOST = 4  # words of a name


def cleared_names(documents: Iterable[Document], details: Iterable[Detail], found: Matcher) -> set[str]:
    """Whole names around a part of a withheld one, in documents where nothing of them was found to be private.

    A word that any text writes in small letters is no part of such a name, so that a headline in capitals clears
    nobody.
    """
    held = list(documents)
    private: dict[DocumentId, list[Span]] = {}
    for one in details:
        if one.kind in NAMED:
            private.setdefault(one.document, []).append(one.span)
    small = {word for document in held for word in _SMALL.findall(document.text or "")}
    cleared: set[str] = set()
    for document in held:
        text = document.text or ""
        for hit in found.find(text):
            name = _name_around(text, (hit.start, hit.end), small) if hit.term.alone else None
            if name and not any(a < name[1] and name[0] < b for a, b in private.get(document.id, ())):
                cleared.add(text[slice(*name)])
    return cleared


def _name_around(text: str, span: Span, small: set[str]) -> Span | None:
    """The words with capitals in a row with a part of a name, on its line; None when it stands alone."""
    start, end = max(0, span[0] - _NEAR), min(len(text), span[1] + _NEAR)
    words = [word.span() for word in _NAME.finditer(text, start, end)]
    at = next((i for i, word in enumerate(words) if word[0] <= span[0] < word[1]), None)
    if at is None:
        return None
    first = last = at
    while first > 0 and _joins(text, words[first - 1], words[first]) and _is_part(text, words[first - 1], small):
        first -= 1
    while (
        last + 1 < len(words) and _joins(text, words[last], words[last + 1]) and _is_part(text, words[last + 1], small)
    ):
        last += 1
    return (words[first][0], words[last][1]) if first < last < first + _MOST else None


def _joins(text: str, left: Span, right: Span) -> bool:
    return text[left[1] : right[0]] == " "


def _is_part(text: str, span: Span, small: set[str]) -> bool:
    word = text[slice(*span)]
    return word[:1].isupper() and word.casefold() not in small and word.casefold() not in NO_NAMES
