"""Whether the words near a date speak of the past or of what is to come."""

import re
from collections.abc import Iterator

FUTURE = (
    r"(?:will|shall|['’]ll|would|(?-i:may)|might|could|can|must|should|cannot|won['’]t)(?:\s(?:not|also|then|now|only|"
    r"soon))?(?:\s(?:be|have)(?:\s\w+)?)?"
    r"|(?:is|are|be|['’]s|['’]re|been)\s(?:\w+ly\s)?(?:scheduled|planned|expected|set|due|supposed|going|slated|"
    r"likely|about)\sto(?:\sbe(?:\s\w+)?)?"
    r"|(?:is|are)\s(?:scheduled|planned|expected|set|due|slated)\b(?!\sto)|going\sto|to\sbe(?:\s\w+)?"
    r"|(?:agree[sd]?|agreement|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|intend(?:s|ed)?|vow(?:s|ed)?|promise[sd]?|"
    r"hope[sd]?|aim(?:s|ed)?|"
    r"invite[sd]?|threaten(?:s|ed)?|prepar(?:e[sd]?|ing)|want(?:s|ed)?|seek(?:s|ing)?|ready|propos(?:al|e[sd]?)|"
    r"offer(?:s|ed)?|urge[sd]?)\s(?:\w+\s){0,3}?to\s\w+"
    r"|(?:is|are)\s\w+ed\sfor|(?:called|set|fixed|scheduled|planned|booked|due|listed|slated)\s(?:\w+\s){0,2}?for"
    r"|(?:set|due|scheduled|slated|likely|supposed)\sto(?:\sbe)?|(?:is|are)\sto\s\w+|upcoming|effective|let['’]?s|"
    r"join\sus|please|come\sto|next|forthcoming|coming|starting|beginning|begins|starts|opens|ends|expires|takes\splace"
)
PAST = (
    r"had\sbeen\s(?:due|scheduled|planned|expected|set)\s(?:to\s)?|was|were|had|did|has|have|been|said|says|told|went|"
    r"came|took|made|gave|saw|met|held|left|fell|rose|lost|won|began|"
    r"became|shot|hit|sent|kept|found|brought|led|ran|fled|broke|spoke|wrote|put|got|died|ago|since|late\slast|saying|"
    r"adding|telling|(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!still\s)(?!un|need|indeed|speed|hundred)[a-z]{2,}ed"
)
CUE = re.compile(rf"(?<![\w'’])(?:(?P<future>{FUTURE})|(?P<past>{PAST}))\b", re.I)
_SMALL_CUE = re.compile(CUE.pattern)
_LOOKED_BACK = 8  # characters before a cue that the patterns look at
SENTENCE_END = re.compile(r"[.!?](?:''|[\"”’)])?\s+(?=[A-Z\"“])|\n\s*\n")
CLAUSE_END = re.compile(r"[.!?;:]\s|[\"“”]|``|\n\s*\n|\bthat\b|\bwhich\b|\bwho\b")
REACH = 160  # code points looked at before a date
AHEAD = 80  # and behind it, inside its clause


def tense_near(text: str, start: int, end: int, low: int, high: int) -> int:
    """1 when the nearest verb cue of the sentence tells the future, -1 the past, 0 when there is none.

    A cue before the date outweighs one behind it.
    """
    begin = max(low, start - REACH)
    last = None
    for match in SENTENCE_END.finditer(text, begin, start):
        begin = match.end()
    for match in _cues(text, begin, start):
        last = match
    if last is None:
        stop = min(high, end + AHEAD)
        cut = CLAUSE_END.search(text, end, stop)
        last = CUE.search(text, end, cut.start() if cut else stop)
    if last is None:
        return 0
    return 1 if last.lastgroup == "future" else -1


def _cues(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """The cues of a stretch; in small letters where that tells the same, which is sought many times as fast."""
    lead = min(begin, _LOOKED_BACK)
    part = text[begin - lead : end]
    small = part.replace("May", "Nay").lower()  # the month is no cue
    if part.isascii() and small.count("may") == part.count("may"):
        return _SMALL_CUE.finditer(small, lead)
    return CUE.finditer(text, begin, end)
