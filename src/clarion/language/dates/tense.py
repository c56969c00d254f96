"""Whether the words near a date speak of the past or of what is to come."""

import re

FUTURE = (
    r"will|shall|['’]ll|wo?n['’]t|won['’]t|going to|to be|is to|are to|is due|are due|due|scheduled|planned|plans?|planning|expected|"
    r"expects?|upcoming|set to|intends?|hopes?|would|may|might|could|can|must|should|let['’]?s|join|come|next|please|"
    r"until|by|starting|beginning|begins|starts|opens|ends|expires|book|schedule|remind|meet|arrange|see you|i['’]m|we['’]re"
)
PAST = (
    r"was|were|had|did|has|have|been|said|says|told|went|came|took|made|gave|saw|met|held|left|fell|rose|lost|won|began|"
    r"became|shot|hit|sent|kept|found|brought|led|ran|fled|broke|spoke|wrote|put|set|got|died|ago|since|last|[a-z]{2,}ed"
)
CUE = re.compile(rf"(?<![\w'’])(?:(?P<future>{FUTURE})|(?P<past>{PAST}))\b", re.I)
SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“])|\n\s*\n")
REACH = 160


def tense_near(text: str, start: int, end: int, low: int, high: int) -> int:
    """1 when the nearest verb cue of the sentence tells the future, -1 the past, 0 when there is none.

    A cue before the date outweighs one behind it.
    """
    begin = max(low, start - REACH)
    last = None
    for match in SENTENCE_END.finditer(text, begin, start):
        begin = match.end()
    for match in CUE.finditer(text, begin, start):
        last = match
    if last is None:
        stop = min(high, end + REACH)
        cut = SENTENCE_END.search(text, end, stop)
        last = CUE.search(text, end, cut.start() if cut else stop)
    if last is None:
        return 0
    return 1 if last.lastgroup == "future" else -1
