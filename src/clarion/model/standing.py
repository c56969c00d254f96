"""Which words of people were taken back: worked out from all that was said, in the order of the log."""

from collections.abc import Sequence

from clarion.model.nouns import Judgement
from clarion.model.vocabulary import JudgementVerdict


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that were not undone, without those that undo, in the same order (that of the log)."""
    undone: set[str] = set()
    left = []
    for one in reversed(judgements):
        if one.id in undone:
            continue
        if is_undoing(one):
            undone.add(one.about)
        else:
            left.append(one)
    return left[::-1]


def is_undoing(judgement: Judgement) -> bool:
    """Whether it takes back one judgement, named by its id."""
    return judgement.verdict is JudgementVerdict.WITHDRAW and judgement.about.startswith("jdg_")
