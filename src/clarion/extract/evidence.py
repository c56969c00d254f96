"""What a voice says that its claim rests on."""

import re
from functools import cache

from clarion.extract.sentence import Reading
from clarion.model.nouns import Evidence
from clarion.model.vocabulary import EvidenceKind

_KINDS = {
    EvidenceKind.IMAGE: (
        r"satellite (?:images?|pictures?|imagery)|photo(?:graph)?s?|pictures?|videos?|footage|drone images?"
    ),
    EvidenceKind.TESTIMONY: (
        r"testimon(?:y|ies)|interviews?|eyewitness(?:es)?|witness(?:es)?(?: accounts?)?|"
        r"survivors? (?:accounts?|told)|affidavits?"
    ),
    EvidenceKind.DOCUMENT: (
        r"(?:leaked |official |court |medical |police )(?:documents?|records?|files?|reports?|papers?)|"
        r"death certificates?|registers?|logs"
    ),
    EvidenceKind.OBSERVATION: r"(?:I|we) (?:saw|counted|witnessed|visited|observed)|(?:this )?reporter saw",
    EvidenceKind.OTHER_BODY: r"(?:according to|citing|based on) (?:a |the )?(?:reports?|figures?|data|network)",
}


def find_evidence(reading: Reading) -> tuple[Evidence, ...]:
    """The evidence named in the sentence of a claim, in order."""
    start, end = reading.parse.span
    found = [
        Evidence(EvidenceKind(match.lastgroup or "other"), match.span())
        for match in _pattern().finditer(reading.parse.text, start, end)
    ]
    return tuple(found)


@cache
def _pattern() -> re.Pattern[str]:
    groups = [f"(?P<{kind.value}>{words})" for kind, words in _KINDS.items()]
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)
