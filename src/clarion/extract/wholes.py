"""A whole named again by its number: "Of the 17, eleven are women" means the seventeen who were told of."""

import re
from collections.abc import Sequence

from clarion.extract.draft import Draft
from clarion.extract.sentence import Found, Reading
from clarion.model.nouns import Count
from clarion.model.vocabulary import StanceKind, Unit

# "Of the 17, eleven are women", "Nine of the seventeen were girls", "All 17 are women"
_NAMED = re.compile(
    r"(?:[\w,.-]+ ){0,3}?(?:of|among) (?:the|these|those|our) (?:\d+|[a-z]{3,}(?:-[a-z]+)?)\b", re.IGNORECASE
)
_AGAIN = (StanceKind.ASSERTED, StanceKind.REPORTED)
_FEWEST = 3  # "of the two" names too many pairs


def names_whole(sentence: str) -> bool:
    """Whether a sentence may begin with some of a number of people told of before."""
    return _NAMED.match(sentence) is not None


def told_of(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The act told last that befell as many people as the sentence names again; none where nobody counted so many."""
    for found in reading.figures:
        number = found.what.best if isinstance(found.what, Count) and _is_named(reading, found) else None
        if number is None or number < _FEWEST:
            continue
        for draft in reversed(drafts):
            count = draft.count
            if count is not None and count.unit is Unit.PEOPLE and count.best == number and draft.stance in _AGAIN:
                return [draft]
    return []


def _is_named(reading: Reading, found: Found) -> bool:
    """Whether a figure stands behind "of the"."""
    before = reading.words[max(0, found.at - 2) : found.at]
    return len(before) == 2 and before[0] in ("of", "among") and before[1] in ("the", "these", "those", "our")
