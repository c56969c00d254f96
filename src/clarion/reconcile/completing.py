"""Episodes that give neither day nor place, joined to the one happening that they can be part of.

"They were taken away before dawn" names nothing that could be compared. Where only one happening of its act was told in
those weeks by reports that share names with it, a reader takes it for that one; where two fit, it stays apart.
"""

from collections.abc import Iterable
from typing import TypeVar

Home = TypeVar("Home")

# what people did before is told of them in passing ("who had fled the year before") and is seldom the happening itself
TOLD_IN_PASSING = frozenset({"flight", "arrival"})
# what a bare episode must share with the only happening it fits: a report of those weeks and two names, say
ENOUGH_ALONE = 1.25
# one that gives a place and no day, or a day and no place, must share more
ENOUGH_HALF = 2.0
# a second happening this near in score leaves the choice to a person
MARGIN = 0.75


def enough_for(act: str, has_days: bool, has_places: bool) -> float | None:
    """What a happening must share with the one that it joins; None for one that is told in full."""
    if act in TOLD_IN_PASSING or (has_days and has_places):
        return None
    return ENOUGH_HALF if has_days or has_places else ENOUGH_ALONE


def only_one(fitting: Iterable[tuple[float, Home]], enough: float) -> Home | None:
    """The only one that fits, of those that nothing keeps apart, the likest first; None where two fit."""
    best: tuple[float, Home] | None = None
    for score, home in fitting:
        if best is None and score < enough:
            return None
        if best is not None:
            return best[1] if score <= best[0] - MARGIN else None
        best = score, home
    return best[1] if best else None
