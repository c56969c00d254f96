"""Sentences that tell an act without its word: "Ankara denies this", "five of them children", "two more in Kerman"."""

import re

from clarion.extract.draft import Draft
from clarion.language.hints import Guarded, words_in
from clarion.language.wordlists import words
from clarion.model.vocabulary import StanceKind

_REPORT = r"(?:allegations?|claims?|accusations?|reports?|rumou?rs?|accounts?|charges?|story)"
_FALSE = r"[\"“']?(?:baseless|false|untrue|fabricat\w+|unfounded|groundless|lies?|invented|nonsense|slander)\b"
_DENIES = Guarded(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)|refut(?:es?|ed)|contest(?:s|ed)?)\s+"
    r"(?:this|it|them|both|that(?=\s*(?:[.,;!?]|$))|all of (?:this|it|that)|"
    rf"(?:the|these|those|all|any|such)\s+(?:\w+\s+)?{_REPORT}(?!\s+(?:of|that)\b))\b"
    rf"|\b{_REPORT}\s+(?:(?:is|are|was|were)\s+)?(?:[\w,]+\s+){{0,2}}?{_FALSE}"
    rf"|\b(?:call(?:s|ed)?|describ(?:es?|ed))\s+(?:the\s+|these\s+|those\s+|such\s+)?(?:\w+\s+)?"
    rf"(?:{_REPORT}|it|them|this)\s+(?:as\s+)?(?:an?\s+|pure\s+)?{_FALSE}",
    """deny denies denied denying reject rejects rejected dismiss dismisses dismissed dispute disputes disputed refute
    refutes refuted contest contests contested baseless false untrue unfounded groundless lie lies invented nonsense
    slander""",
    pieces="fabricat",
)
_BOUND = r"(?:at least|about|around|some|nearly|almost|over|more than|roughly|up to|an? estimated)"
_FIGURE = rf"(?:{_BOUND}\s+)?(?:[\d,.]*\d|[a-z]+(?:-[a-z]+)?|a (?:third|quarter|fifth)|half)"
_TOLD = r"the (?:dead|wounded|victims|injured|detained|arrested|missing|killed|displaced|group|passengers)"
_OF_THEM = re.compile(
    rf"^(?:Among (?:them|these|those|{_TOLD})|Of (?:the(?:se)? (?:\d+|[a-z]+)|them|these|those))\b"
    rf"|^{_FIGURE} of (?:them|these|those|{_TOLD}|the {_FIGURE}(?: \w+)?)\s+(?:are|is|were|was|have|had)\b",
    re.IGNORECASE,
)
# "Fifty-two were adults", "Nineteen are under eighteen": who those are that were counted before
_GROUP_IS = re.compile(
    rf"^{_FIGURE}\s+(?:are|is|was|were)\s+(?:aged|under|over|still |only |all )?\s*"
    r"(?:women|men|girls?|boys?|children|minors|adults|infants|babies|toddlers|teenagers|students|pupils|pregnant|elderly|"
    r"civilians|foreigners|nationals|under|over|\w+teen|\d+)\b",
    re.IGNORECASE,
)
_GROUPS = (
    r"(?:women|men|girls?|boys?|children|minors|adults|infants|babies|teenagers|students|pupils|pregnant|\w+teen"
    r"|twelve|\d+)\b"
)
_NUMBER = r"(?:\d[\d,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)(?:-\w+)?)\b"
_COUNTED_ONES = rf"(?:{_BOUND}\s+)?{_NUMBER}"
# "and two more in Velm", ", 410 in June": the verb goes on in thought
_GAPPED = Guarded(
    rf"(?:,|;|\band)\s+(?:(?:and|another|a further)\s+)*(?P<figure>{_COUNTED_ONES})(?:\s+(?:more|others?))?"
    r"\s+(?=(?:in|at|near|on)\s)",
    "two three four five six seven eight nine ten eleven twelve",
    pieces="teen ty",
    figures=True,
)
_PART_OF = """them whom these those dead wounded victims injured detained arrested missing killed displaced group
    passengers which including more other others another further women men girl girls boy boys children minors adults
    infants babies teenagers students pupils pregnant twelve"""
_PART_WORDS = words(_PART_OF)
_LINKS = frozenset(("are", "is", "was", "were"))  # between the part and those in figures whom it counts
_PART = Guarded(
    rf"[,;(–—-]\s*(?:{_FIGURE}|one in \w+) of (?:them|whom|these|those|{_TOLD})\b"
    r"|[,;(–—-]\s*(?:among|including) (?:them|whom)\b"
    rf"|[,;(–—-]\s*(?:{_FIGURE} of which|of (?:whom|which|them|these|those),? {_FIGURE})\b"
    rf"|[;,–—]\s*(?:and )?{_COUNTED_ONES} (?:are|is|was|were) (?:aged |under |over |still |only |all )?{_GROUPS}"
    rf"|[,;(–—-]?\s*(?:including|among them) {_COUNTED_ONES}"
    rf"|(?:[,;]|\band)\s+(?:{_FIGURE}\s+(?:more|others?)|(?:another|a further)\s+{_FIGURE})\s+"
    r"(?:in|at|near|outside|the (?:same|next|following) (?:day|night|week|month))\b",
    _PART_OF,
    pieces="teen",
    figures=True,
)
# one of which stands before a part
_MARK = re.compile(r"[,;(–—-]")
_BEFORE_PART = frozenset(("and", "including", "among"))
# "A further 340 are to follow", "Two more have since been": others to whom the same is done
_HELD = r"(?:are|is|were|was|have|had|has|remain(?:s|ed)?|follow(?:s|ed)?|await(?:s|ed)?|met|suffered|shared|face)\b"
_MORE = re.compile(
    rf"^(?:(?:And|But|Then)\s+)?(?:(?:At least|About|Some)\s+)?(?:(?:A further|Another|An additional)\s+{_FIGURE}"
    rf"|{_FIGURE}\s+(?:more|others?))\s+(?:(?:people|men|women|children|families|villagers|prisoners)\s+)?{_HELD}",
    re.IGNORECASE,
)
# "A group of lawyers puts the number at nine", "The toll stands at 40", "We have 134 names"
_TALLY = r"(?:number|figure|total|toll|count|tally)"
_RESTATED = Guarded(
    rf"\b(?:puts?|placed?|places|estimate[sd]?|gives?|gave)\s+(?:the|their|its|that|this)\s+{_TALLY}\s+at\b"
    rf"|^(?:The|Our|Its|Their)\s+(?:\w+\s+)?{_TALLY}\s+"
    r"(?:is|was|stands|stood|may be|could be|has (?:risen|reached|passed))\b"
    rf"|^(?:We|They|Others)\s+(?:have|hold|count(?:ed)?|list(?:ed)?|know of|speak of|heard of|recorded|documented)"
    r"\s+(?:[\w-]+\s+){1,4}(?:names?|cases|victims|bodies|such cases)\s*[.;,]",
    """number figure total toll count tally name names case cases victims bodies""",
)
_SHARE = (
    r"(?:\d+(?:\.\d+)? ?(?:per ?cent|%)|half|most|one in \w+|a (?:third|quarter|fifth)|two thirds|three quarters|"
    r"[\w-]+ in ten)"
)
_SHARE_IS = re.compile(
    r"^(?:an? )?(?:estimated |about |around |nearly |some |roughly |at least |more than |over |almost )*"
    rf"{_SHARE}\b.{{0,40}}?\b(?:are|is|were|was|being)\b",
    re.IGNORECASE,
)

# acts that a denial answers; nobody denies a condemnation or a march
DENIABLE = frozenset(
    """forced_return detention abduction disappearance torture execution killing injury sexual_violence trafficking
    forced_labour displacement attack harassment censorship deprivation destruction breach border_closure""".split()
)


def is_denial(sentence: str) -> re.Match[str] | None:
    """The words by which a sentence denies what was told before it, or None."""
    return _DENIES.search(sentence)


def is_detail(sentence: str) -> re.Match[str] | None:
    """The words by which a sentence tells how many of those told of before are what, or None."""
    return (
        _SHARE_IS.match(sentence)
        or _OF_THEM.match(sentence)
        or _GROUP_IS.match(sentence)
        or _MORE.match(sentence)
        or _RESTATED.search(sentence)
    )


def gapped(sentence: str) -> list[re.Match[str]]:
    """The words by which a clause without its verb counts on: "killed two in A and five in B"."""
    return list(_GAPPED.finditer(sentence))


def parts(sentence: str) -> list[re.Match[str]]:
    """The words by which a clause tells a part of those it counts: ", five of them children"."""
    seen = words_in(sentence)
    if _PART_WORDS.isdisjoint(seen) and _LINKS.isdisjoint(seen) and "teen" not in sentence.lower():
        return []
    if _MARK.search(sentence) is None and _BEFORE_PART.isdisjoint(seen):
        return []
    return list(_PART.finditer(sentence))


def denied_acts(before: list[Draft]) -> list[Draft]:
    """Of the drafts of the sentences before a denial, one an act that can be denied, in order."""
    kept: dict[str, Draft] = {}
    if any(draft.stance is StanceKind.REPORTED for draft in before):
        before = [draft for draft in before if draft.stance is StanceKind.REPORTED]
    for draft in before:
        if draft.act in DENIABLE and draft.stance not in (
            StanceKind.DENIED,
            StanceKind.CALLED_FOR,
            StanceKind.ANNOUNCED,
        ):
            kept.setdefault(draft.act, draft)
    return list(kept.values())
