"""What a voice says that its claim rests on."""

import re
from functools import cache

from clarion.extract.sentence import Reading
from clarion.language.hints import words_in
from clarion.language.wordlists import words
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


# the words with which each wording of `_KINDS` begins
_OPENINGS = words(
    """satellite photo photos photograph photographs picture pictures video videos footage drone
    testimony testimonies interview interviews eyewitness eyewitnesses witness witnesses survivor survivors affidavit
    affidavits leaked official court medical police death register registers logs i we this reporter according citing
    based"""
)


def find_evidence(reading: Reading) -> tuple[Evidence, ...]:
    """The evidence named in the sentence of a claim, in order."""
    if reading.evidence is None:
        text, (start, end) = reading.parse.text, reading.parse.span
        reading.evidence = ()
        if not _OPENINGS.isdisjoint(words_in(text[start:end])):
            found = _pattern().finditer(text, start, end)
            reading.evidence = tuple(Evidence(EvidenceKind(one.lastgroup or "other"), one.span()) for one in found)
    return reading.evidence


@cache
def _pattern() -> re.Pattern[str]:
    groups = [f"(?P<{kind.value}>{wording})" for kind, wording in _KINDS.items()]
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)
