"""An index of every run of words of many texts, in about eight bytes a run.

Each run is one number of 64 bits: forty bits of the run's hash above twenty-four bits of the text's number. The numbers
lie in 4,096 sorted arrays, chosen by twelve other bits of the hash, so that adding a text moves little and asking for a
run is a search by halves.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from clarion.reconcile.copies_words import Codes, Worded, codes_of, runs_of

MOST_TEXTS = 1 << 24
# a run in more texts than this is taken for boilerplate ("all rights reserved") and names no pair ...
MOST_TEXTS_OF_A_RUN = 60
# ... unless more than this share of a text's runs are so common: then it is one of many copies and they are all it has
SHARE_OF_COMMON_RUNS = 0.2
# how many texts common runs may name for one text, with repeats; the rarest runs name first
MOST_NAMED_BY_COMMON_RUNS = 20_000
# a text with more distinct runs is looked up by one run in four: a share of them is known well enough by then
MOST_RUNS_LOOKED_UP = 256
# shares of runs are estimated from those looked up and leave out the common ones, so less than asked for is enough
ENOUGH_OF_THRESHOLD = 0.6
# six misspelt letters in a hundred leave one run of five words in six; two such texts share fewer
LEAST_SHARE_OF_MISSPELT = 0.03
# misspelt copies share runs everywhere, texts with a passage in common in one place: a text is looked at in eighths
PARTS = 8

_LOW = (1 << 12) - 1
_NUMBER = MOST_TEXTS - 1
_KEY = (1 << 64) - MOST_TEXTS


class Index:
    """Texts, numbered from 0 in the order in which they came, and every run of five words in them.

    Texts are only ever added. The order makes no difference to which texts are named, only to their numbers.
    """

    __slots__ = ("_buckets", "_codes", "_sizes", "_texts")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """An index of `texts`: much faster than adding them one by one."""
        self._codes = Codes()
        self._texts = list(texts)
        self._sizes = array("L")
        buckets = [array("Q") for _ in range(_LOW + 1)]
        append = [bucket.append for bucket in buckets]
        for number, text in enumerate(self._texts):
            distinct = set(runs_of(codes_of(text, self._codes)))
            self._sizes.append(len(distinct))
            for run in distinct:
                append[run & _LOW](run << 12 & _KEY | number)
        del append
        for low, bucket in enumerate(buckets):
            buckets[low] = array("Q", sorted(bucket))
        self._buckets = buckets

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, text: str) -> int:
        """Add one text and return its number."""
        number = len(self._texts)
        distinct = set(runs_of(codes_of(text, self._codes)))
        for run in distinct:
            insort(self._buckets[run & _LOW], run << 12 & _KEY | number)
        self._texts.append(text)
        self._sizes.append(len(distinct))
        return number

    def worded(self, number: int) -> Worded:
        """A text of the index, ready to be compared."""
        return Worded(self._texts[number], self._codes)

    def ready(self, text: str) -> Worded:
        """A text that need not be in the index, ready to be compared with those that are."""
        return Worded(text, self._codes)

    def near(self, text: Worded, threshold: float, *, sampled: bool = False) -> Iterator[int]:
        """The numbers of texts that may hold, or be held by, `threshold` of the shorter's runs; the text's own too.

        With `sampled`, a text much longer than its copy may miss it; the copy does not miss the text.
        """
        counts, parts, used = self._named(_looked_up(text, sampled))
        own = len(text.distinct)
        for number, count in counts.items():
            size = self._sizes[number]
            share = count / used * own / min(own, size)
            if share >= ENOUGH_OF_THRESHOLD * threshold:
                yield number
            elif share >= LEAST_SHARE_OF_MISSPELT and 2 * parts[number].bit_count() >= PARTS * min(1, size / own):
                yield number

    def _named(self, runs: Sequence[tuple[int, int]]) -> tuple[dict[int, int], dict[int, int], int]:
        """For each text how many of the runs it holds and in which parts, as bits; and how many runs were used."""
        counts: dict[int, int] = {}
        parts: dict[int, int] = {}
        common: list[_Postings] = []
        for run, part in runs:
            found = self._postings(run, part)
            if found.end - found.start > MOST_TEXTS_OF_A_RUN:
                common.append(found)
            else:
                _count(found, counts, parts)
        used = len(runs)
        if len(common) > SHARE_OF_COMMON_RUNS * len(runs):
            used -= len(common)
            named = 0
            for found in sorted(common, key=lambda each: (each.end - each.start, each.run)):
                named += found.end - found.start
                if named > MOST_NAMED_BY_COMMON_RUNS:
                    break
                used += 1
                _count(found, counts, parts)
        return counts, parts, max(1, used)
