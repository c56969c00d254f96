"""Demands to stop what was told before: "stop this crime", "end these practices" name the act by a verdict on it."""

import re
from collections.abc import Sequence

from clarion.extract.demands import can_be_forborne
from clarion.extract.draft import Draft
from clarion.extract.refine import ActWord
from clarion.extract.sentence import Reading
from clarion.extract.wanted import is_asked
from clarion.language.wordlists import words

_STOPPING = words("stop halt end cease abandon discontinue suspend renounce")
_VERDICTS = words(
    """crime crimes abuse abuses practice practices policy policies atrocity atrocities violation violations campaign
    cruelty cruelties outrage outrages injustice injustices brutality repression persecution horror madness conduct"""
)
# which one, or whose: "a crime" is none that was told of
_POINTING = words("this these that those such the its his her their your all")
_MARKS = frozenset(". ; : ? ! , — – (".split())
_REACH = 10  # words from the verb to the noun
_SENTENCES = 12  # looked back over for the act
_DRAFTS = 40  # claims looked back over, so that a long text stays cheap
_MAY = re.compile(
    r"\b(?:stop|halt|end|cease|abandon|discontinue|suspend|renounce)\w*\b[^.;:?!\n]{1,80}?\b(?:crime|abuse|practice|polic"
    r"|atrocit|violation|campaign|cruelt|outrage|injustice|brutality|repression|persecution|horror|madness|conduct)",
    re.IGNORECASE,
)


def may_halt(sentence: str) -> bool:
    """Whether a sentence without an act word may ask for an end of what was told before."""
    return _MAY.search(sentence) is not None


def with_halted(reading: Reading, told: Sequence[Draft]) -> list[ActWord]:
    """The act words of a sentence with its demands to stop what was told before, instead of the verdicts in them.

    `told` are the drafts of the text before; the demand is about the harm that they told of last.
    """
    if _STOPPING.isdisjoint(reading.words) or _VERDICTS.isdisjoint(reading.words):
        return reading.acts
    kept = list(reading.acts)
    for at, word in enumerate(reading.words):
        noun = _verdict_behind(reading, at) if word in _STOPPING and reading.predicate(at) is not None else -1
        act = _told_last(reading, told) if noun > 0 else None
        if act is None or _tells_harm(kept, at, noun) or not is_asked(reading, at):
            continue
        kept = [one for one in kept if not _is_within(one, at, noun)]
        kept.append(ActWord(at, noun, "halt", f"demand to stop what was told: {act}", anchor=(at,)))
    return sorted(kept, key=lambda one: (one.first, one.last))


def _verdict_behind(reading: Reading, at: int) -> int:
    """The noun that judges what is to stop, or -1."""
    pointed = False
    for one in range(at + 1, min(len(reading.words), at + _REACH)):
        word = reading.words[one]
        if word in _MARKS:
            return -1
        pointed = pointed or word in _POINTING
        if word in _VERDICTS:
            # "an end to the policy of returns": what it is stands behind it
            goes_on = reading.words[one + 1 : one + 2] in (["of"], ["against"])
            return one if pointed and not goes_on else -1
    return -1


def _is_within(word: ActWord, at: int, noun: int) -> bool:
    """Whether an act word rests on what is to stop: "call … a crime" in "we call on them to stop this crime"."""
    return (word.last >= at and word.first <= noun) or any(at < one <= noun for one in (*word.anchor, *word.beside))


def _tells_harm(acts: Sequence[ActWord], at: int, noun: int) -> bool:
    return any(one.first <= noun and one.last > at and can_be_forborne(one.act) for one in acts)


def _told_last(reading: Reading, told: Sequence[Draft]) -> str | None:
    near = (draft for draft in reversed(told[-_DRAFTS:]) if draft.reading.number >= reading.number - _SENTENCES)
    return next((draft.act for draft in near if can_be_forborne(draft.act) and draft.act != "halt"), None)
