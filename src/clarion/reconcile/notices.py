"""Notices in a text by which a source takes back or mends its own account, by their wording alone."""

import re
from dataclasses import dataclass

from clarion.model import CorrectionKind, Span
from clarion.reconcile.answering import sentence_around

_ACCOUNT = (
    r"(?:report|reporting|story|article|statement|claim|account|release|allegation|figures?|numbers?|toll|count"
    r"|estimate|letter"
    r"|post|dispatch|information)s?"
)
_RETRACTS = re.compile(
    rf"\b(?:retract|withdraw|withdrew|retracted|withdrawn|retracts|withdraws|taken back|take back|takes back"
    rf"|disown(?:s|ed)?)"
    rf" (?:(?:our|its|his|her|their|the|this|that|an|all|earlier|previous|initial|first|press"
    rf"|\d+ \w+) ){{1,4}}{_ACCOUNT}\b"
    rf"|\b(?:this|our|the|its) (?:[\w-]+ )?{_ACCOUNT} (?:has been|have been|was|were|is"
    rf"|are) (?:hereby )?(?:retracted|withdrawn)\b"
    r"|^\s*(?:retraction|withdrawn|retracted)\b\s*[:—–-]",
    re.I | re.M,
)
_CORRECTS = re.compile(
    rf"^\s*(?:correction|corrected|corrects|clarification|erratum)\b\s*[:—–(-]"
    rf"|\b(?:an|the|our) (?:earlier|previous|initial|original|first) (?:version|edition|{_ACCOUNT})(?: of this \w+)?"
    r" (?:said|stated|gave|misstated|incorrectly|wrongly|mistakenly|was wrong|contained an error|put)\b"
    rf"|\b(?:this|the) {_ACCOUNT} (?:has been|was) (?:corrected|amended|revised)\b"
    rf"|\b(?:correct|corrects|corrected|correcting|revise|revises|revised|amend|amends|amended)"
    rf" (?:(?:our|its|his|her|their|the|an|earlier|previous|initial|first|press) ){{1,3}}{_ACCOUNT}\b",
    re.I | re.M,
)
_HINTS = ("retract", "withdr", "taken back", "take back", "takes back", "disown", "correct", "clarif", "erratum",
          "revis", "amend", "earlier", "previous", "initial", "original", "the first", "our first")  # fmt: skip
_NOT_SAID = re.compile(
    r"\b(?:urge[ds]?|demand\w*|call(?:ed|s)? (?:on|for)|must|should|refus\w+|asked|never|not) ", re.I
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that takes back or mends, and its words."""

    kind: CorrectionKind
    span: Span
    words: str


def find_notices(text: str) -> tuple[Notice, ...]:
    """The notices of a text, in order. Linear in the text."""
    low = text.casefold()
    if not any(hint in low for hint in _HINTS):
        return ()
    found: dict[Span, Notice] = {}
    for kind, pattern in ((CorrectionKind.RETRACTS, _RETRACTS), (CorrectionKind.CORRECTS, _CORRECTS)):
        for cue in pattern.finditer(text):
            start = cue.start() + len(cue[0]) - len(cue[0].lstrip())
            span = sentence_around(text, (start, cue.end()))
            if not _NOT_SAID.search(text, span[0], max(start, span[0])):
                found.setdefault(span, Notice(kind, span, " ".join(text[slice(*span)].split())))
    return tuple(found[span] for span in sorted(found))
