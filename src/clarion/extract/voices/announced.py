"""Who is announced before a quotation in a paragraph of its own: "Ann Roe writes:", "gives this account."."""

from clarion.extract.voices.cues import verbs
from clarion.extract.voices.phrases import main_subject, subject_before
from clarion.extract.voices.units import Unit
from clarion.language.wordlists import words
from clarion.model.nouns import Span

_GIVING = words("gives gave give offers offered sends sent left made makes tells told recalls recalled has had")
_NEAR = 14  # tokens between the verb and the end of its sentence
_ACCOUNTS = words(
    "account version story testimony statement reply answer message words description recollection letter explanation"
)


def announcer(previous: Unit | None, unit: Unit) -> Span | None:
    """The source that the sentence before announces for the quotation that opens a paragraph; None: it names nobody."""
    if previous is None or previous.paragraph not in (unit.paragraph - 1, unit.paragraph) or not previous.tokens:
        return None
    letters = previous.letters
    colon = letters.endswith(":")
    for q in range(len(letters) - 1, max(0, len(letters) - _NEAR), -1):
        if letters[q] in "q;":
            return None
        told = letters[q] == "V" and "p" in verbs()[previous.lower[q]].frames
        given = previous.lower[q] in _GIVING and bool(_ACCOUNTS & set(previous.lower[q + 1 : q + 6]))
        if not (given or (told and colon)):
            continue
        k = q
        while k > 0 and letters[k - 1] in "ax":
            k -= 1
        source = (subject_before(previous, k) or main_subject(previous, k)) if k else None
        return previous.span(*source) if source is not None else None
    return None
