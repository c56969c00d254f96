"""Which words of people stand: the last one, those that were taken back, those that stand beside each other.

A judgement that withdraws another one, by its id, undoes it: both count as never said, so what stood before stands
again. One that withdraws what it is about in general ends all that was said of it. Of two that answer the same one
both stand, until somebody answers them; a newer word of the same person on the same question takes the place of theirs.
"""

from collections.abc import Iterable, Sequence

from clarion.model.nouns import Judgement
from clarion.model.standing import in_force, is_undoing
from clarion.model.vocabulary import JudgementVerdict

__all__ = ["beside", "differ", "in_force", "is_undoing", "last_words", "question_of", "unanswered"]

_TOPICS = {
    JudgementVerdict.SAME: "together",
    JudgementVerdict.NOT_SAME: "together",
    JudgementVerdict.PREFER: "figure",
    JudgementVerdict.CONFIRMED: "status",
    JudgementVerdict.REFUTED: "status",
    JudgementVerdict.RELEASE: "release",
    JudgementVerdict.GRADE: "grade",
}


def question_of(judgement: Judgement) -> tuple[str, str, str]:
    """What a judgement gives an answer to: two on one question can differ."""
    topic = _TOPICS.get(judgement.verdict, "")
    return (judgement.about, topic, judgement.value or "" if topic == "together" else "")


def last_words(judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """The last word in force on each thing, by what it is about; a thing on which all was withdrawn is left out.

    Words that join and part things, choose a figure, give a status, release or grade are of other questions.
    """
    last = {judgement.about: judgement for judgement in in_force(judgements) if judgement.verdict not in _TOPICS}
    return {about: one for about, one in sorted(last.items()) if one.verdict is not JudgementVerdict.WITHDRAW}


def unanswered(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Of judgements in force on one thing, those that nobody answered and their own maker did not say anew."""
    left: list[Judgement] = []
    for one in judgements:
        if one.verdict is JudgementVerdict.WITHDRAW:
            left.clear()
            continue
        left = [
            other
            for other in left
            if other.id != one.answers and (other.by != one.by or question_of(other) != question_of(one))
        ]
        left.append(one)
    return left


def beside(judgements: Iterable[Judgement], judgement: Judgement) -> list[Judgement]:
    """Those that stand beside a judgement, on the same question, oldest first."""
    question = question_of(judgement)
    return [one for one in unanswered(judgements) if one.id != judgement.id and question_of(one) == question]


def differ(judgements: Iterable[Judgement]) -> bool:
    """Whether words that stand beside each other on one question do not agree."""
    said: dict[tuple[str, str, str], tuple[JudgementVerdict, str | None]] = {}
    for one in unanswered(judgements):
        word = (one.verdict, one.value)
        if said.setdefault(question_of(one), word) != word:
            return True
    return False
