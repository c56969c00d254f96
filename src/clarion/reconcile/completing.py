"""Episodes that give neither day nor place, joined to the one happening that they can be part of.

"They were taken away before dawn" names nothing that could be compared. Where only one happening of its act was told in
those weeks by reports that share names with it, a reader takes it for that one; where two fit, it stays apart.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from clarion.reconcile.likeness import Likeness
from clarion.reconcile.sketch import Sketch, together

# what people did before is told of them in passing ("who had fled the year before") and is seldom the happening itself
TOLD_IN_PASSING = frozenset({"flight", "arrival"})
# what a bare episode must share with the only happening it fits: a report of those weeks and two names, say
ENOUGH_ALONE = 1.25
# one that gives a place and no day, or a day and no place, must share more
ENOUGH_HALF = 2.0
# a second happening this near in score leaves the choice to a person
MARGIN = 0.75

Group = tuple[int, ...]
Pairs = Mapping[tuple[int, int], Likeness]


def with_bare(groups: Sequence[Group], episodes: Sequence[Sketch], likeness_of: Pairs) -> list[Group]:
    """The groups, those without a day and a place joined to the only other that fits."""
    group_of = {number: at for at, group in enumerate(groups) for number in group}
    scores, blocked = _between(group_of, likeness_of)
    chosen = []
    for at, group in enumerate(groups):
        enough = _enough([episodes[number] for number in group])
        if enough is not None:
            home = _only(scores[at], blocked[at], enough)
            if home is not None:
                chosen.append((-scores[at][home], at, home))
    return _merged(groups, sorted(chosen), blocked)


def _enough(group: Sequence[Sketch]) -> float | None:
    """What a group must share with its home; None for one that is told in full."""
    whole = together(group)
    if whole.act in TOLD_IN_PASSING or (whole.whens and whole.places):
        return None
    return ENOUGH_ALONE if whole.is_bare else ENOUGH_HALF


def _between(
    group_of: Mapping[int, int], likeness_of: Pairs
) -> tuple[dict[int, dict[int, float]], dict[int, set[int]]]:
    """The best score between two groups, and the groups that a block keeps apart."""
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    blocked: dict[int, set[int]] = defaultdict(set)
    for (one, other), alike in likeness_of.items():
        for a, b in ((group_of[one], group_of[other]), (group_of[other], group_of[one])):
            if a != b and alike.block:
                blocked[a].add(b)
            elif a != b:
                scores[a][b] = max(scores[a].get(b, alike.score), alike.score)
    return scores, blocked


def _only(scores: Mapping[int, float], blocked: set[int], enough: float) -> int | None:
    fitting = sorted(((score, at) for at, score in scores.items() if at not in blocked), reverse=True)
    if not fitting or fitting[0][0] < enough:
        return None
    if len(fitting) > 1 and fitting[1][0] > fitting[0][0] - MARGIN:
        return None
    return fitting[0][1]


def _merged(
    groups: Sequence[Group], chosen: Sequence[tuple[float, int, int]], blocked: Mapping[int, set[int]]
) -> list[Group]:
    """Join each group with its home, the likest first, unless one that joined before forbids it."""
    members = {at: {at} for at in range(len(groups))}
    for _, at, home in chosen:
        ours, theirs = members[at], members[home]
        if ours is theirs or any(blocked.get(one, set()) & theirs for one in ours):
            continue
        theirs |= ours
        for one in ours:
            members[one] = theirs
    joined = {tuple(sorted(number for at in group for number in groups[at])) for group in members.values()}
    return sorted(joined)
