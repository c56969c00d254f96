"""Which texts repeat each other, and where.

Papers cut from the bottom, so the measure is containment: the share of the shorter text's word runs (shingles) that
the longer one holds. Candidates come from an index of shingles, so the cost grows with what is shared and not with
the number of pairs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from clarion.model import Copy, Span

WORDS_IN_RUN = 5
# a run in more texts than this is boilerplate ("all rights reserved"): it names no pair, but counts once one is named
MOST_TEXTS_OF_A_RUN = 60
# matching stretches closer than this (code points) are shown as one: an edited word does not end a copied passage
LARGEST_GAP = 40

_WORD = re.compile(r"\w+")

Runs = dict[int, list[int]]  # hash of a run of words -> the word positions at which it begins


def find_copies(texts: Sequence[str], *, threshold: float = 0.5) -> list[Copy]:
    """Find the pairs of texts of which the longer holds at least `threshold` of the shorter's five-word runs.

    Args:
        texts: plain texts; the index of a text in this sequence is what a `Copy` names.
        threshold: share of the shorter text's runs, 0 to 1.

    Returns:
        One `Copy` per pair, `i < j`, in order. `spans` are pairs of matching stretches in code points.
    """
    words = [[match.span() for match in _WORD.finditer(text)] for text in texts]
    runs = [_runs(text, spans) for text, spans in zip(texts, words, strict=True)]
    found = []
    for (i, j), shared in sorted(_candidates(runs).items()):
        fewer = min(len(runs[i]), len(runs[j]))
        # most runs of a candidate are rare; the exact share is counted only where it could be enough
        if shared * 2 < threshold * fewer:
            continue
        containment = len(runs[i].keys() & runs[j].keys()) / fewer
        if containment >= threshold:
            found.append(Copy(i, j, containment, _stretches((runs[i], words[i]), (runs[j], words[j]))))
    return found


def _runs(text: str, spans: Sequence[Span]) -> Runs:
    """Every run of five words with its positions; a shorter text is one run."""
    folded = [text[start:end].lower() for start, end in spans]
    runs: Runs = defaultdict(list)
    for position in range(max(1, len(folded) - WORDS_IN_RUN + 1)):
        run = folded[position : position + WORDS_IN_RUN]
        if run:
            runs[hash(tuple(run))].append(position)
    return dict(runs)


def _candidates(runs: Sequence[Runs]) -> Counter[tuple[int, int]]:
    """How many runs each pair shares that are not in too many texts; pairs that share none are absent."""
    index: dict[int, list[int]] = defaultdict(list)
    for number, of_text in enumerate(runs):
        for run in of_text:
            index[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in index.values():
        if 1 < len(numbers) <= MOST_TEXTS_OF_A_RUN:
            shared.update((i, j) for n, i in enumerate(numbers) for j in numbers[n + 1 :])
    return shared


def _stretches(left: tuple[Runs, Sequence[Span]], right: tuple[Runs, Sequence[Span]]) -> tuple[tuple[Span, Span], ...]:
    """Matching stretches in both texts, from runs that follow each other on one diagonal."""
    left_runs, left_words = left
    right_runs, right_words = right
    # a run that stands twice pairs first with first, second with second
    hits = sorted(
        pair
        for run in left_runs.keys() & right_runs.keys()
        for pair in zip(left_runs[run], right_runs[run], strict=False)
    )
    return tuple(_joined(_matches(hits, left_words, right_words)))


def _matches(
    hits: Iterable[tuple[int, int]], left: Sequence[Span], right: Sequence[Span]
) -> Iterable[tuple[Span, Span]]:
    for i, j in hits:
        last_i, last_j = min(i + WORDS_IN_RUN, len(left)) - 1, min(j + WORDS_IN_RUN, len(right)) - 1
        yield (left[i][0], left[last_i][1]), (right[j][0], right[last_j][1])


def _joined(matches: Iterable[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    joined: list[tuple[Span, Span]] = []
    for a, b in matches:
        if joined:
            (a_start, a_end), (b_start, b_end) = joined[-1]
            if a[0] <= a_end + LARGEST_GAP and b_start <= b[0] <= b_end + LARGEST_GAP:
                joined[-1] = ((a_start, max(a_end, a[1])), (b_start, max(b_end, b[1])))
                continue
        joined.append((a, b))
    return joined


def families(size: int, copies: Iterable[Copy]) -> list[int]:
    """For each text the smallest index of a text that it is joined to by a chain of copies (itself if none)."""
    root = list(range(size))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for i, j in ((copy.i, copy.j) for copy in copies):
        low, high = sorted((find(i), find(j)))
        root[high] = low
    return [find(n) for n in range(size)]
