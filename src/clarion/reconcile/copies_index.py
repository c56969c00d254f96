"""An index of every run of words of many texts, in about eight bytes a run.

Each run is one number of 64 bits: forty bits of the run's hash above twenty-four bits of the text's number. The numbers
lie in 4,096 sorted arrays, chosen by twelve other bits of the hash, so that adding a text moves little and asking for a
run is a search by halves.
"""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence

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
        self._sizes = array("I")
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
        named = _Named()
        used = self._name(_looked_up(text, sampled), named)
        own = len(text.distinct)
        for number, count in named.counts.items():
            size = self._sizes[number]
            share = count / used * own / min(own, size)
            if share >= ENOUGH_OF_THRESHOLD * threshold or (
                share >= LEAST_SHARE_OF_MISSPELT and 2 * named.parts[number].bit_count() >= PARTS * min(1, size / own)
            ):
                yield number

    def _name(self, runs: Sequence[int], named: "_Named") -> int:
        """Count in `named` the texts that hold these runs; returns how many of the runs were used."""
        found = [self._holders(run) for run in runs]
        common = []
        for place, (bucket, start, end) in enumerate(found):
            if end - start > MOST_TEXTS_OF_A_RUN:
                common.append((end - start, runs[place], place))
            else:
                named.count(bucket[start:end], place * PARTS // len(runs))
        if len(common) <= SHARE_OF_COMMON_RUNS * len(runs):
            return len(runs)
        used = len(runs) - len(common)
        budget = MOST_NAMED_BY_COMMON_RUNS
        for size, _, place in sorted(common):
            budget -= size
            if budget < 0:
                break
            bucket, start, end = found[place]
            named.count(bucket[start:end], place * PARTS // len(runs))
            used += 1
        return max(1, used)

    def _holders(self, run: int) -> "tuple[array[int], int, int]":
        """Where the texts that hold a run stand: a bucket, the first and behind the last of them."""
        bucket = self._buckets[run & _LOW]
        key = run << 12 & _KEY
        start = bisect_left(bucket, key)
        end = start
        size = len(bucket)
        while end < size and bucket[end] - key <= _NUMBER:
            # most runs stand in one text; those in many are found by halves
            if end - start == 4:
                end = bisect_right(bucket, key | _NUMBER, end)
                break
            end += 1
        return bucket, start, end


class _Named:
    """How many runs each text shares with another, and in which of its parts, as bits."""

    __slots__ = ("counts", "parts")

    def __init__(self) -> None:
        self.counts: dict[int, int] = {}
        self.parts: dict[int, int] = {}

    def count(self, entries: "array[int]", part: int) -> None:
        bit = 1 << part
        for entry in entries:
            number = entry & _NUMBER
            self.counts[number] = self.counts.get(number, 0) + 1
            self.parts[number] = self.parts.get(number, 0) | bit


def _looked_up(text: Worded, sampled: bool) -> list[int]:
    """The runs by which a text is looked up, in text order; which of them are a sample depends on the runs alone."""
    runs = [*dict.fromkeys(text.runs)]
    if not sampled or len(runs) <= MOST_RUNS_LOOKED_UP:
        return runs
    return [run for run in runs if not run >> 52 & 3] or runs
