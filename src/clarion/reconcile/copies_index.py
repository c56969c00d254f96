"""An index of every run of words of many texts, in about eight bytes a run.

Each run is one number of 64 bits: forty bits of the run's hash above twenty-four bits of the text's number. The numbers
lie in 1,024 sorted arrays, chosen by ten other bits of the hash, so that adding a text moves little and asking for a
run is a search by halves.
"""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Iterator, Sequence

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

_LOW = (1 << 10) - 1
_NUMBER = MOST_TEXTS - 1
_PARTS = (1 << PARTS) - 1
_KEY = (1 << 64) - MOST_TEXTS


class Index:
    """Texts, numbered from 0 in the order in which they came, and every run of five words in them.

    Texts are only ever added. The order makes no difference to which texts are named, only to their numbers.
    """

    __slots__ = ("_buckets", "_codes", "_samples", "_sizes", "_texts")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """An index of `texts`: much faster than adding them one by one."""
        self._codes = Codes()
        self._texts = list(texts)
        self._sizes = array("I")
        self._samples: list[array[int]] = []
        buckets = [array("Q") for _ in range(_LOW + 1)]
        append = [bucket.append for bucket in buckets]
        for number, text in enumerate(self._texts):
            for run in self._measured(text):
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
        self._texts.append(text)
        for run in self._measured(text):
            insort(self._buckets[run & _LOW], run << 12 & _KEY | number)
        return number

    def worded(self, number: int) -> Worded:
        """A text of the index, ready to be compared."""
        return Worded(self._texts[number], self._codes)

    def ready(self, text: str) -> Worded:
        """A text that need not be in the index, ready to be compared with those that are."""
        return Worded(text, self._codes)

    def near(self, text: Worded, threshold: float) -> Iterator[int]:
        """The numbers of texts that may hold, or be held by, `threshold` of the shorter's runs."""
        runs = [*dict.fromkeys(text.runs)]
        size = len(runs)
        for number, share, parts in self._named(runs):
            shorter = min(size, self._sizes[number])
            least = max(2, PARTS * shorter // size // 2)  # parts of this text that a misspelt copy of it would reach
            if may_be_copy(share * size / shorter, threshold, parts >= least):
                yield number

    def pairs(self, threshold: float) -> Iterator[tuple[int, int]]:
        """The pairs (the smaller number first) of texts of the index that may be copies; a pair may come twice.

        A text much longer than its copy may miss it, since few of its runs are looked up; the copy finds the text.
        """
        for number, runs in enumerate(self._samples):
            size = self._sizes[number]
            for other, share, parts in self._named(runs):
                other_size = self._sizes[other]
                spread = other_size >= size and 2 * parts >= PARTS
                if other != number and may_be_copy(share * size / min(size, other_size), threshold, spread):
                    yield min(number, other), max(number, other)

    def sharing(self, least: int) -> Iterator[tuple[int, int]]:
        """The pairs (the smaller number first) of texts of the index that share `least` runs that are not common."""
        for number, text in enumerate(self._texts):
            counts: dict[int, int] = {}
            for run in set(runs_of(codes_of(text, self._codes))):
                bucket, start, end = self._holders(run)
                if 1 < end - start <= MOST_TEXTS_OF_A_RUN:
                    _count(counts, bucket[start:end], 0)
            yield from (
                (number, other) for other, count in counts.items() if other > number and count >> PARTS >= least
            )

    def _measured(self, text: str) -> Collection[int]:
        """The distinct runs of a text, in text order; keeps their number and those by which it is looked up."""
        runs = dict.fromkeys(runs_of(codes_of(text, self._codes)))
        self._sizes.append(len(runs))
        few = [run for run in runs if not run >> 60 & 3] if len(runs) > MOST_RUNS_LOOKED_UP else runs
        self._samples.append(array("q", few or runs))
        return runs

    def _named(self, runs: Sequence[int]) -> Iterator[tuple[int, float, int]]:
        """The texts that hold any of these runs, the share (0 to 1) each holds, and in how many of their parts."""
        counts: dict[int, int] = {}
        used = len(runs)
        common = []
        for place, run in enumerate(runs):
            bucket, start, end = self._holders(run)
            if end - start > MOST_TEXTS_OF_A_RUN:
                common.append((end - start, run, place))
            else:
                _count(counts, bucket[start:end], place * PARTS // len(runs))
        if len(common) > SHARE_OF_COMMON_RUNS * len(runs):
            used = self._count_common(counts, sorted(common), len(runs))
        for number, count in counts.items():
            yield number, (count >> PARTS) / used, (count & _PARTS).bit_count()

    def _count_common(self, counts: dict[int, int], common: Sequence[tuple[int, int, int]], size: int) -> int:
        """Count the texts that hold common runs, the rarest first; returns how many of `size` runs are counted."""
        used = size - len(common)
        budget = MOST_NAMED_BY_COMMON_RUNS
        for holders, run, place in common:
            budget -= holders
            if budget < 0:
                break
            bucket, start, end = self._holders(run)
            _count(counts, bucket[start:end], place * PARTS // size)
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


def _count(counts: dict[int, int], entries: "array[int]", part: int) -> None:
    """Add one to the count of each text, which stands above the bits of the parts it was counted in."""
    bit, one = 1 << part, 1 << PARTS
    for entry in entries:
        number = entry & _NUMBER
        counts[number] = counts.get(number, 0) + one | bit


def may_be_copy(share: float, threshold: float, spread: bool) -> bool:
    """Whether a share (0 to 1) of the runs looked up is enough to compare two texts."""
    return share >= (LEAST_SHARE_OF_MISSPELT if spread else ENOUGH_OF_THRESHOLD * threshold)
