"""Which texts repeat each other, and where.

Papers cut from the bottom, so the measure is containment: the share of the shorter text's word runs (shingles) that
the longer one holds. Candidates come from an index of runs, so the cost grows with what is shared and not with
the number of pairs. Runs that only misspelling breaks (hasty typing, optical reading) count as held.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from clarion.model import Copy
from clarion.reconcile.copies_aligned import containment, passages, same_stretches
from clarion.reconcile.copies_index import Index
from clarion.reconcile.copies_words import WORDS_IN_RUN, Worded

# texts kept ready for comparing, about a quarter of a megabyte each
MOST_WORDED = 400

__all__ = ["Index", "copies_of", "families", "find_copies", "find_quotations"]


def find_copies(texts: Sequence[str], *, threshold: float = 0.5) -> list[Copy]:
    """Find the pairs of texts of which the longer holds at least `threshold` of the shorter's five-word runs.

    Where fewer than half are held, runs that only misspelling breaks count as held too.

    Args:
        texts: plain texts; the index of a text in this sequence is what a `Copy` names.
        threshold: share of the shorter text's runs, 0 to 1. A text of fewer than five words is one run.

    Returns:
        One `Copy` per pair, `i < j`, in order. `spans` are pairs of matching stretches in code points. The order of
        the texts makes no difference to which of them are paired.
    """
    index = Index(texts)
    # one family after the other, so that what is made of a text is at hand for all its pairs
    worded = lru_cache(MOST_WORDED)(index.worded)
    pairs = _by_family(len(index), set(index.pairs(threshold)))
    copies = (_compared((i, worded(i)), (j, worded(j)), threshold) for i, j in pairs)
    return sorted((copy for copy in copies if copy), key=lambda copy: (copy.i, copy.j))


def copies_of(index: Index, text: str, *, threshold: float = 0.5) -> list[Copy]:
    """Find the texts of an index that repeat one that is not in it; `j` of each `Copy` is the number it would get.

    The pairs are those that `find_copies` gives for the texts of the index and this one.
    """
    new, number = index.ready(text), len(index)
    copies = (_compared((i, index.worded(i)), (number, new), threshold) for i in sorted(index.near(new, threshold)))
    return [copy for copy in copies if copy]


def find_quotations(texts: Sequence[str], *, words: int = 12) -> list[Copy]:
    """Find the pairs of texts that have at least `words` words in a row in common, whether or not one copies the other.

    Stretches that more than a few dozen texts hold are taken for boilerplate and name no pair. `spans` are the common
    stretches of that length, `containment` is as in `find_copies` (0 to 1, exact runs only).

    Args:
        texts: plain texts; the index of a text in this sequence is what a `Copy` names.
        words: at least five.

    Returns:
        One `Copy` per pair, `i < j`, in order.
    """
    index = Index(texts)
    worded = lru_cache(MOST_WORDED)(index.worded)
    # half of a stretch may be common words, as long as the rest is not
    pairs = [*index.sharing(max(1, (words - WORDS_IN_RUN) // 2 + 1))]
    found = []
    for i, j in _by_family(len(index), pairs):
        left, right = worded(i), worded(j)
        stretches = [each for each in same_stretches(left, right) if each.left_end - each.left >= words]
        if stretches:
            share = len(left.distinct & right.distinct) / min(len(left.distinct), len(right.distinct))
            found.append(Copy(i, j, share, passages(stretches, left, right)))
    return sorted(found, key=lambda copy: (copy.i, copy.j))


def families(size: int, copies: Iterable[Copy]) -> list[int]:
    """For each text the smallest index of a text that it is joined to by a chain of copies (itself if none)."""
    return _roots(size, ((copy.i, copy.j) for copy in copies))


def _by_family(size: int, pairs: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    roots = _roots(size, pairs)
    return sorted(pairs, key=lambda pair: (roots[pair[0]], pair))


def _compared(left: tuple[int, Worded], right: tuple[int, Worded], threshold: float) -> Copy | None:
    (i, a), (j, b) = left, right
    # of two that are equally long the choice must not hang on their order
    turned = (len(b.distinct), b.text) < (len(a.distinct), a.text)
    shorter, longer = (b, a) if turned else (a, b)
    share, stretches = containment(shorter, longer)
    if share < threshold or not share:
        return None
    spans = passages(stretches or [*same_stretches(shorter, longer)], shorter, longer)
    return Copy(i, j, share, tuple((there, here) for here, there in spans) if turned else spans)


def _roots(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    root = list(range(size))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for i, j in pairs:
        low, high = sorted((find(i), find(j)))
        root[high] = low
    return [find(n) for n in range(size)]
