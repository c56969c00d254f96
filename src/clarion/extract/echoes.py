"""Sentences that tell an act without its word: "Ankara denies this", "five of them children", "two more in Kerman"."""

import re

from clarion.extract.draft import Draft
from clarion.model.vocabulary import StanceKind

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)|refut(?:es?|ed)|contest(?:s|ed)?)\s+"
    r"(?:this|that|it|them|both|all of (?:this|it|that)|(?:the|these|those|all|any|such)\s+(?:\w+\s+)?"
    r"(?:allegations?|claims?|accusations?|reports?|charges?|accounts?))\b"
    r"|\b(?:allegations?|claims?|accusations?|reports?|rumou?rs?|accounts?|story)\s+(?:(?:is|are|was|were)\s+)?"
    r"(?:[\w,]+\s+){0,2}?[\"“']?(?:baseless|false|untrue|fabricat\w+|unfounded|groundless|lies|invented|nonsense|slander)\b"
    r"|\b(?:call(?:s|ed)?|describ(?:es?|ed))\s+(?:the\s+|these\s+|those\s+|such\s+)?(?:\w+\s+)?(?:allegations?|claims?|accusations?|reports?|rumou?rs?|it|them|this)\s+"
    r"(?:as\s+)?(?:an?\s+|pure\s+)?[\"“']?(?:baseless|false|untrue|fabricat\w+|unfounded|groundless|lies?|invented|nonsense|slander)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\b(?:of (?:them|these|those|whom)|among (?:them|these|those|the (?:dead|wounded|victims|injured|detained|arrested|missing|killed|displaced)|whom)"
    r"|of the (?:dead|wounded|victims|injured|detained|arrested|missing|killed|displaced|total|\d+|group)|including)\b",
    re.IGNORECASE,
)
_SHARE_IS = re.compile(
    r"^(?:an? )?(?:estimated |about |around |nearly |some |roughly |at least |more than |over |almost )*"
    r"(?:\d+(?:\.\d+)? ?(?:per ?cent|%)|half|most|one in \w+|a (?:third|quarter|fifth)|two thirds|three quarters|[\w-]+ in ten)\b"
    r".{0,40}?\b(?:are|is|were|was|being)\b",
    re.IGNORECASE,
)

# acts that a denial answers; nobody denies a condemnation or a march
_DENIABLE = frozenset(
    """forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking
    forced_labour displacement attack harassment censorship deprivation destruction breach border_closure""".split()
)


def is_denial(sentence: str) -> re.Match[str] | None:
    """The words by which a sentence denies what was told before it, or None."""
    return _DENIES.search(sentence)


def is_detail(sentence: str) -> re.Match[str] | None:
    """The words by which a sentence tells how many of those told of before are what, or None."""
    return _SHARE_IS.match(sentence) or _OF_THEM.search(sentence)


def denied_acts(before: list[Draft]) -> list[Draft]:
    """Of the drafts of the sentences before a denial, one an act that can be denied, in order."""
    kept: dict[str, Draft] = {}
    for draft in before:
        if draft.act in _DENIABLE and draft.stance not in (
            StanceKind.DENIED,
            StanceKind.CALLED_FOR,
            StanceKind.ANNOUNCED,
        ):
            kept.setdefault(draft.act, draft)
    return list(kept.values())
