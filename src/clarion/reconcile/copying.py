"""Which documents repeat each other, kept up as documents come and go.

Texts are compared when they share runs of five words (see `copies_index` for how many). In the list of the documents
that hold a run, in the order of their dates, each is named to the `WINDOW` before and behind it. So a run that
thousands hold names no more pairs for a document than one that sixty hold, and a story that thousands of papers carry
is followed from each to earlier ones. What is named depends on the documents alone, not on the order of their coming.
"""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import chain, pairwise

from clarion.model import Document, DocumentId, VoiceKind
from clarion.reconcile.copies_aligned import containment
from clarion.reconcile.copies_index import LEAST_SHARE_OF_MISSPELT, MOST_RUNS_LOOKED_UP, PARTS, may_be_copy
from clarion.reconcile.copies_words import Codes, Worded, codes_of, runs_of
from clarion.reconcile.naming import Naming

# texts that share this much of the shorter one pass on one word
COPY_THRESHOLD = 0.3
# so many documents before and behind it in the list of a run are named to a document
WINDOW = 30
# texts kept ready for comparing
MOST_WORDED = 400

_LOW = (1 << 16) - 1
_HASH = (1 << 24) - 1
_NUMBER = (1 << 40) - 1
_RUN = _HASH << 40
# of the slots that tell which runs are shared: those of the low part alone, and 64 MiB
_FEWEST_BITS, _MOST_BITS = 16, 26
_FIRST_DAY = date(1900, 1, 1).toordinal()

Pair = tuple[DocumentId, DocumentId]


class Shared:
    """Which runs several documents hold, as most do not; one that only one holds may be taken for one of them."""

    __slots__ = ("mask", "slots")

    def __init__(self, runs: int) -> None:
        """`runs` is how many are held in all; the slots take a byte each, at most two for each run."""
        self.mask = (1 << min(max(runs.bit_length(), _FEWEST_BITS), _MOST_BITS)) - 1
        self.slots = bytearray(self.mask + 1)

    def note(self, low: int, held: Sequence[int]) -> None:
        """Note the runs of a bucket that stand in it more than once. It is sorted."""
        mask, slots = self.mask, self.slots
        keys = [entry >> 40 for entry in held]
        for one in {one for one, other in pairwise(keys) if one == other}:
            slots[(one << 16 | low) & mask] = 1


class Copying:
    """The texts of documents and the pairs of them that repeat each other."""

    def __init__(self) -> None:
        self._documents: dict[DocumentId, Document] = {}
        self._number: dict[DocumentId, int] = {}
        self._of_number: dict[int, list[DocumentId]] = defaultdict(list)
        self._sizes: dict[DocumentId, tuple[int, int]] = {}  # distinct runs, and those by which it is looked up
        self._buckets: dict[int, array[int]] = {}
        self._copies: dict[DocumentId, dict[DocumentId, float]] = {}
        self._codes = Codes()
        self._shared = Shared(0)
        self._worded = lru_cache(MOST_WORDED)(self._word)

    def copies(self, document: DocumentId) -> Mapping[DocumentId, float]:
        """The documents that a document repeats or that repeat it, with the share (0 to 1) that is copied."""
        return self._copies.get(document, {})

    def change(self, gone: Iterable[DocumentId], new: Sequence[Document]) -> set[DocumentId]:
        """Take documents out and in. Returns the documents whose copies changed, new ones among them."""
        changed: set[DocumentId] = set()
        again: set[Pair] = set()
        for name in gone:
            again |= self._take_out(name, changed)
        again = {pair for pair in again if pair[0] in self._documents and pair[1] in self._documents}
        if not self._documents:
            self._load(new)
            pairs: Iterable[Pair] = self._all_pairs()
        else:
            named: set[Pair] = set()
            for document in new:
                named |= self._put_in(document)
            pairs = sorted(named | again)
        for a, b in pairs:
            self._compare(a, b, changed)
        return changed

    # taking in and out

    def _load(self, documents: Sequence[Document]) -> None:
        loaded: dict[int, array[int]] = defaultdict(partial(array, "Q"))
        for document in documents:
            number = self._hold(document)
            for run in self._measured(document):
                loaded[run & _LOW].append(run << 24 & _RUN | number)
        self._shared = Shared(sum(map(len, loaded.values())))
        buckets = self._buckets
        while loaded:  # one by one, so that few are held twice
            low, bucket = loaded.popitem()
            held = sorted(bucket)
            buckets[low] = array("Q", held)
            self._shared.note(low, held)

    def _hold(self, document: Document) -> int:
        number = _number(document)
        self._documents[document.id] = document
        self._number[document.id] = number
        self._of_number[number].append(document.id)
        return number

    def _measured(self, document: Document) -> list[int]:
        runs = _runs(document.text or "", self._codes)
        self._sizes[document.id] = len(runs), len(_sample(runs))
        return runs

    def _put_in(self, document: Document) -> set[Pair]:
        """Add a document. Returns the pairs to compare: those it is in, and copies that it stands between."""
        number = self._hold(document)
        again: set[Pair] = set()
        counts: dict[int, int] = defaultdict(int)
        for run in self._measured(document):
            before, after = self._beside(run, number)
            insort(self._buckets.setdefault(run & _LOW, array("Q")), run << 24 & _RUN | number)
            for other in (*before, *after):
                counts[other] += 1
            if len(before) + len(after) > WINDOW:
                again |= self._straddling(before, after, only_copies=True)
        found = {
            _pair(document.id, other)
            for other_number, count in counts.items()
            for other in self._of_number[other_number]
            if other != document.id and self._is_worth_it(document.id, other, count)
        }
        return found | again

    def _take_out(self, name: DocumentId, changed: set[DocumentId]) -> set[Pair]:
        """Remove a document. Returns the pairs that it stood between."""
        runs = _runs(self._documents[name].text or "", self._codes)
        number = self._number.pop(name)
        again: set[Pair] = set()
        for run in runs:
            bucket = self._buckets[run & _LOW]
            del bucket[bisect_left(bucket, run << 24 & _RUN | number)]
            before, after = self._beside(run, number)
            if len(before) + len(after) > WINDOW:
                again |= self._straddling(before, after, only_copies=False)
        self._of_number[number].remove(name)
        del self._documents[name], self._sizes[name]
        for other in self._copies.pop(name, {}):
            del self._copies[other][name]
            changed.add(other)
        self._worded.cache_clear()
        return again

    def _beside(self, run: int, number: int) -> tuple[list[int], list[int]]:
        """The numbers of documents before and behind a number in the list of a run, the nearest first."""
        bucket = self._buckets.get(run & _LOW)
        if bucket is None:
            return [], []
        key = run << 24 & _RUN
        size, own = len(bucket), key | number
        at = bisect_left(bucket, own)
        first = bisect_left(bucket, key, max(0, at - WINDOW), at)
        behind = at + 1 if at < size and bucket[at] == own else at
        last = bisect_right(bucket, key | _NUMBER, behind, min(size, behind + WINDOW))
        before = [entry & _NUMBER for entry in bucket[first:at]]
        before.reverse()
        return before, [entry & _NUMBER for entry in bucket[behind:last]]

    def _straddling(self, before: Sequence[int], after: Sequence[int], *, only_copies: bool) -> set[Pair]:
        """The pairs that one between them keeps a step too far apart."""
        found = set()
        for step, one in enumerate(before, 1):
            if WINDOW - step < len(after):
                for a in self._of_number[one]:
                    for b in self._of_number[after[WINDOW - step]]:
                        if not only_copies or b in self._copies.get(a, ()):
                            found.add(_pair(a, b))
        return found

    # pairs

    def _is_worth_it(self, name: DocumentId, other: DocumentId, shared: int) -> bool:
        """Whether so many runs in common could make a pair; a bound, so that most texts are not looked at."""
        (size, few), (other_size, other_few) = self._sizes[name], self._sizes[other]
        shorter = min(size, other_size)
        best = max(shared / few * size, shared / other_few * other_size) / shorter
        return may_be_copy(best, COPY_THRESHOLD, True)

    def _all_pairs(self) -> Iterator[Pair]:
        """Every pair of texts that may be copies, one family after the other, so that texts are at hand."""
        pairs: dict[Pair, None] = {}
        for name in self._documents:
            for other in self._named(name):
                pairs[_pair(name, other)] = None
        self._shared = Shared(0)
        return iter(pairs)

    def _named(self, name: DocumentId) -> Iterator[DocumentId]:
        """The documents that a document names by the runs by which it is looked up."""
        runs = _sample(_runs(self._documents[name].text or "", self._codes))
        number = self._number[name]
        near: list[list[int]] = [[] for _ in range(PARTS)]
        mask, slots, looked_up = self._shared.mask, self._shared.slots, len(runs)
        for place, run in enumerate(runs):
            if slots[run & mask]:
                before, after = self._beside(run, number)
                part = near[place * PARTS // looked_up]
                part += before
                part += after
        few = 1 if looked_up > 40 else 0
        # most that are near share a run or two: they are counted all at once and sifted before their parts are
        for other_number, count in Counter(chain.from_iterable(near)).items():
            if count <= few:
                continue
            for other in self._of_number[other_number]:
                share = self._share_looked_up(name, other, count, looked_up)
                if share < LEAST_SHARE_OF_MISSPELT or other == name:
                    continue
                if may_be_copy(share, COPY_THRESHOLD, False) or (
                    self._sizes[other][0] >= self._sizes[name][0]
                    and 2 * sum(other_number in part for part in near) >= PARTS
                ):
                    yield other

    def _share_looked_up(self, name: DocumentId, other: DocumentId, count: int, looked_up: int) -> float:
        """The share of the shorter text that so many runs in common, of those looked up, make likely."""
        size, other_size = self._sizes[name][0], self._sizes[other][0]
        return count / looked_up * size / (size if size < other_size else other_size)

    def _may_be_copies(self, a: DocumentId, b: DocumentId) -> bool:
        return self._one_names(a, b) or self._one_names(b, a)

    def _one_names(self, name: DocumentId, other: DocumentId) -> bool:
        runs = _sample(self._worded(name).runs_in_order)
        held = self._worded(other).distinct
        numbers = sorted((self._number[name], self._number[other]))
        count = parts = 0
        for place, run in enumerate(runs):
            if run in held and self._is_near(run, *numbers):
                count += 1
                parts |= 1 << (place * PARTS // len(runs))
        if not count or (count == 1 and len(runs) > 40):
            return False
        spread = self._sizes[other][0] >= self._sizes[name][0] and 2 * parts.bit_count() >= PARTS
        return may_be_copy(self._share_looked_up(name, other, count, len(runs)), COPY_THRESHOLD, spread)

    def _is_near(self, run: int, low: int, high: int) -> bool:
        bucket, key = self._buckets[run & _LOW], run << 24 & _RUN
        at = bisect_left(bucket, key | low)
        end = at + WINDOW
        return end >= len(bucket) or bucket[end] >= key | high

    def _compare(self, a: DocumentId, b: DocumentId, changed: set[DocumentId]) -> None:
        share = self._share(a, b)
        old = self._copies.get(a, {}).get(b)
        if share == old:
            return
        changed |= {a, b}
        if share is None:
            del self._copies[a][b], self._copies[b][a]
        else:
            self._copies.setdefault(a, {})[b] = share
            self._copies.setdefault(b, {})[a] = share

    def _share(self, a: DocumentId, b: DocumentId) -> float | None:
        if not self._may_be_copies(a, b):
            return None
        left, right = self._worded(a), self._worded(b)
        if (len(right.distinct), right.text) < (len(left.distinct), left.text):
            left, right = right, left
        share = containment(left, right)[0]
        return share if share >= COPY_THRESHOLD and share else None

    def _word(self, name: DocumentId) -> "_Text":
        return _Text(self._documents[name].text or "", self._codes)


class _Text(Worded):
    """A text with its distinct runs in order."""

    def __init__(self, text: str, codes: Codes) -> None:
        super().__init__(text, codes)
        self.runs_in_order = list(dict.fromkeys(self.runs))


def source_of(document: Document, copies: Iterable[Document], voices: Naming) -> DocumentId | None:
    """The one that a document has its words from, of those that repeat it: the earliest that is not its copy."""
    earlier = [other for other in copies if _rank(other, document, voices) < _rank(document, other, voices)]
    first = min(earlier, key=lambda one: (str(one.published or "9"), one.id), default=None)
    return first.id if first else None


def _rank(document: Document, other: Document, voices: Naming) -> tuple[bool, str, bool, str]:
    """A document that names the other's publisher has them from there; else the later, on one day the medium."""
    theirs = voices.root(other.id, other.publisher) if other.publisher else None
    own = voices.root(document.id, document.publisher) if document.publisher else None
    cites = theirs is not None and theirs != own and theirs in voices.roots_in(document.id)
    medium = own is not None and voices.kind(own) == VoiceKind.MEDIA
    return cites, str(document.published or "9"), medium, document.id


def _pair(a: DocumentId, b: DocumentId) -> Pair:
    return (a, b) if a < b else (b, a)


def _number(document: Document) -> int:
    """Forty bits: the date, then some of the hash of the id. Two documents with one number are looked at together."""
    day = document.published.toordinal() - _FIRST_DAY if document.published else _LOW
    hashed = int.from_bytes(blake2b(document.id.encode(), digest_size=3).digest())
    return min(max(day, 0), _LOW) << 24 | hashed


def _runs(text: str, codes: Codes) -> list[int]:
    return list(dict.fromkeys(runs_of(codes_of(text, codes))))


def _sample(runs: Sequence[int]) -> Sequence[int]:
    """The runs by which a text is looked up: one in four of a long text, by its hash."""
    few = [run for run in runs if not run >> 60 & 3] if len(runs) > MOST_RUNS_LOOKED_UP else runs
    return few or runs
