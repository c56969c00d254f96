"""Answers and refusals without a verb of their own: "In March 2021, at Lodwar.", "None has been opened." """

import re
from collections.abc import Sequence

from clarion.extract.draft import Draft
from clarion.extract.sentence import Reading
from clarion.language.hints import Guarded
from clarion.language.wordlists import words
from clarion.model.nouns import When
from clarion.model.vocabulary import StanceKind

_LABEL = re.compile(r"(?:[A-Z][\w’'.-]*(?: [\w’'.-]+){0,4}|[QA])\s*:\s+[\"“‘'«]?|[\"“‘'«–—-]\s*")
_QUESTION = re.compile(r"\?[\s\"”’)]*$")
_OPENING = words("in on at near during since from last yesterday the twice once around about outside early late for")
_LONGEST = 24  # words of an answer
_OPENING_REACH = 40  # characters within which the first word of an answer ends
_ASKED_ABOUT = (StanceKind.POSSIBLE, StanceKind.ASSERTED, StanceKind.REPORTED)
# "None has been opened", "Nothing came of it", "There has been none": what was asked for or promised has not come
_NONE = Guarded(
    r"^(?:(?:But|So far|To date|Until now|As yet|Since then|Yet|And),? )?(?:"
    r"(?:none|nothing|neither|not one)(?: of (?:it|them|this|these))? "
    r"(?:has|have|had|was|were|is|came|followed|happened)"
    r"|there (?:has|have|had) (?:still )?(?:been|come) (?:none|nothing)|there (?:was|is|were) (?:still )?none)\b"
    r"(?: (?:yet|still|so far|ever|been|come|of (?:it|this|that|them)|opened|held|started|begun|launched|set up"
    r"|convened|answered|followed|happened|carried out|done|kept|met|granted|received|delivered|published|announced"
    r"|agreed|under way|forthcoming|to date|since|place|taken))*\s*[.;!]",
    "none nothing neither not",
)
_DUE = (StanceKind.CALLED_FOR, StanceKind.ANNOUNCED, StanceKind.EXPECTED)
_COMING = frozenset(
    """investigation consultation agreement aid release prosecution arrival rescue lawmaking sanction border_opening
    commemoration""".split()
)


def places_what_was_told(reading: Reading, earlier: str) -> int:
    """The word with which an answer begins that only says when or where the act told before it happened, or -1.

    `earlier` is the sentence before; without a question there, a new speaker must begin here.
    """
    text = reading.parse.text[slice(*reading.parse.span)]
    if not may_answer(text, earlier):
        return -1
    label = _LABEL.match(text)
    start = reading.parse.span[0] + (label.end() if label is not None else 0)
    first = next((at for at, token in enumerate(reading.parse.tokens) if token.start >= start), -1)
    if first < 0 or len(reading.words) - first > _LONGEST or reading.acts:
        return -1
    if any(one.form == "finite" and one.head >= first for one in reading.parse.predicates):
        return -1
    dated = any(isinstance(found.what, When) and (found.what.start or found.what.end) for found in reading.dates)
    return first if dated or reading.places else -1


def may_answer(sentence: str, earlier: str) -> bool:
    """Whether a sentence without an act word may only say when or where what the one before tells happened."""
    label = _LABEL.match(sentence)
    if label is None and not _QUESTION.search(earlier):
        return False
    opening = sentence[label.end() if label is not None else 0 :][:_OPENING_REACH].split()
    return bool(opening) and (opening[0].lower() in _OPENING or opening[0][0].isdigit())


def asked_about(before: Sequence[Draft], number: int) -> Draft | None:
    """The only act that the sentence before tells or asks about; of two it is not plain which is meant."""
    told = [draft for draft in before if draft.reading.number == number - 1 and draft.stance in _ASKED_ABOUT]
    return told[0] if len({draft.act for draft in told}) == 1 else None


def has_not_come(sentence: str, before: Sequence[Draft]) -> tuple[re.Match[str], Draft] | None:
    """The words by which a sentence says that what was last asked for or promised has not come, and that act."""
    found = _NONE.match(sentence)
    due = [draft for draft in before if draft.act in _COMING and draft.stance in _DUE] if found is not None else []
    return (found, due[-1]) if found is not None and due else None
