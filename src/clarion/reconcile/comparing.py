"""The episodes of one act, each compared with its neighbours, and compared anew only where the neighbours changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from clarion.model import DocumentId
from clarion.reconcile.completing import ENOUGH_ALONE, MARGIN, TOLD_IN_PASSING
from clarion.reconcile.lanes import Lanes
from clarion.reconcile.likeness import ENOUGH, Likeness, likeness, outgrows
from clarion.reconcile.neighbours import DAY, WINDOW, Stand, floats, id_of, never_meet, stand_of
from clarion.reconcile.scoring import ANY, Facts, score
from clarion.reconcile.sketch import Sketch

# a copied passage outweighs everything but a block
COPIED = 3.0
# likenesses below this decide nothing
_FLOOR = ENOUGH_ALONE - MARGIN

# episodes of an act kept ready for comparing between changes, above a thousand bytes each; fewer make additions slower
MOST_FACTS = 2_000

Copied = Callable[[DocumentId], Mapping[DocumentId, float]]


class Comparing:
    """Episodes by their first claims, where they stand, and how like they are to those near them."""

    def __init__(self, copied: Copied) -> None:
        """`copied` gives for a document those that repeat it, with the share (0 to 1) that is copied."""
        self.lanes = Lanes()
        self.sketches: dict[str, Sketch] = {}
        self.stands: dict[str, Stand] = {}
        self._facts: dict[str, Facts] = {}
        self.of_document: dict[DocumentId, list[str]] = defaultdict(list)
        self._copied = copied
        self._near: dict[str, dict[str, float]] = {}

    def near(self, name: str) -> Mapping[str, float]:
        """The neighbours of an episode that matter, with how like each is."""
        return self._near.get(name, {})

    def are_apart(self, one: str, other: str) -> bool:
        """Whether anything keeps two episodes apart."""
        if other in self._near.get(one, ()):
            return False
        return never_meet(self.stands[one], self.stands[other]) or self._score(one, other, ANY) is None

    def change(self, gone: Sequence[str], new: Sequence[Sketch], recopied: set[DocumentId]) -> set[str]:
        """Take episodes out and in. Returns those whose neighbours changed.

        `recopied` are documents whose copies changed.
        """
        touched: set[str] = set()
        for name in gone:
            touched |= self._take_out(name)
        if not self.sketches:
            recopied = set()  # copies of the first episodes are compared with the rest
            self._put_in(sketch for sketch in new)
            pairs: Iterable[tuple[str, str]] = self._all_pairs()
            touched.update(self.sketches)
        else:
            pairs = self._pairs_of(new, touched)
        for one, other in pairs:
            self._compare(one, other)
        for document in sorted(recopied):
            touched |= self._compare_document(document)
        if len(self._facts) > MOST_FACTS:
            self._facts.clear()
        return {name for name in touched if name in self.sketches}

    def _put_in(self, sketches: Iterable[Sketch]) -> None:
        def keyed() -> Iterator[tuple[str, tuple[str, ...]]]:
            for sketch in sketches:
                stand = self._hold(sketch)
                yield stand.entry, stand.keys

        self.lanes.load(keyed())

    def _hold(self, sketch: Sketch) -> Stand:
        name = sketch.claims[0]
        stand = stand_of(sketch)
        self.sketches[name], self.stands[name] = sketch, stand
        for document in sketch.documents:
            self.of_document[document].append(name)
        return stand

    def _all_pairs(self) -> Iterator[tuple[str, str]]:
        """Every pair to compare, once."""
        number = {name: at for at, name in enumerate(self.sketches)}
        names = list(self.sketches)
        size = len(names)
        seen: set[int] = set()
        for key, lane in self.lanes.shared():
            at_day = key.startswith(DAY)
            row = [number[id_of(entry)] for entry in lane]
            floating = [at_day or floats(entry) for entry in lane]
            for at, first in enumerate(row):
                for step in range(at + 1, min(at + 1 + WINDOW, len(row))):
                    if floating[at] or floating[step]:
                        second = row[step]
                        seen.add(first * size + second if first < second else second * size + first)
        for pair in seen:
            yield names[pair // size], names[pair % size]
        for document, own in self.of_document.items():
            for other_document in self._copied(document):
                if other_document > document:
                    for one in own:
                        for other in self.of_document.get(other_document, ()):
                            yield one, other

    def _pairs_of(self, new: Sequence[Sketch], touched: set[str]) -> Iterator[tuple[str, str]]:
        """The pairs that new episodes come into; pairs that they push out of a window are forgotten."""
        found: dict[tuple[str, str], None] = {}
        for sketch in new:
            stand = self._hold(sketch)
            name = sketch.claims[0]
            touched.add(name)
            for key in stand.keys:
                before, after = self._window(key, stand.entry)
                self.lanes.add(key, stand.entry)
                for other in before + after:
                    if key.startswith(DAY) or stand.floats or floats(other):
                        found[name, id_of(other)] = None
                touched |= self._push_apart(before, after, found)
            for document in sketch.documents:
                for copy in self._copied(document):
                    found.update({(name, other): None for other in self.of_document.get(copy, ())})
        yield from found

    def _take_out(self, name: str) -> set[str]:
        """Take an episode out of its lanes; those that it stood between become neighbours."""
        sketch, stand = self.sketches.pop(name), self.stands.pop(name)
        self._facts.pop(name, None)
        for document in sketch.documents:
            self.of_document[document].remove(name)
        touched = set(self._near.get(name, ()))
        for other in self._near.pop(name, {}):
            self._near[other].pop(name, None)
        for key in stand.keys:
            self.lanes.remove(key, stand.entry)
            before, after = self._window(key, stand.entry)
            for one, other in _straddling(before, after):
                if (key.startswith(DAY) or floats(one) or floats(other)) and self._compare(id_of(one), id_of(other)):
                    touched |= {id_of(one), id_of(other)}
        return touched

    def _push_apart(self, before: Sequence[str], after: Sequence[str], found: dict[tuple[str, str], None]) -> set[str]:
        """Forget the pairs that something new between them keeps apart, and those of `found` among them."""
        touched = set()
        near = self._near
        for one, other in _straddling(before, after):
            a, b = id_of(one), id_of(other)
            were_near = b in near.get(a, ())
            if (were_near or (a, b) in found or (b, a) in found) and not self._meet(a, b):
                found.pop((a, b), None)
                found.pop((b, a), None)
                if were_near:
                    del near[a][b], near[b][a]
                    touched |= {a, b}
        return touched

    def _window(self, key: str, entry: str) -> tuple[list[str], list[str]]:
        return self.lanes.before(key, entry, WINDOW), self.lanes.after(key, entry, WINDOW)

    def _meet(self, one: str, other: str) -> bool:
        """Whether two episodes are within a window of each other in a lane, or one's document copies the other's."""
        left, right = self.stands[one], self.stands[other]
        if self._shared(one, other):
            return True
        low, high = sorted((left.entry, right.entry))
        floating = left.floats or right.floats
        return any(
            (floating or key.startswith(DAY)) and len(self.lanes.between(key, low, high)) < WINDOW
            for key in set(left.keys) & set(right.keys)
        )

    def _compare(self, one: str, other: str) -> bool:
        """Note how like two neighbours are, if that can matter. Returns whether it does."""
        if one == other or never_meet(self.stands[one], self.stands[other]):
            return False
        left, right = self.sketches[one], self.sketches[other]
        half = left.act not in TOLD_IN_PASSING and not (_is_full(left) and _is_full(right))
        found = self._score(one, other, _FLOOR if half else ENOUGH)
        if found is None or (found < ENOUGH and not (half and found > _FLOOR)):
            return False
        self._near.setdefault(one, {})[other] = found
        self._near.setdefault(other, {})[one] = found
        return True

    def _score(self, one: str, other: str, least: float) -> float | None:
        """The score of `alike`; None when something keeps two apart or when it would be below `least`."""
        first, second = (one, other) if one < other else (other, one)
        left, right = self.sketches[first], self.sketches[second]
        if not left.documents.isdisjoint(right.documents) and _told_apart(left, right):
            return None
        shared = COPIED * self._shared(one, other)
        found = score(self._facts_of(first), self._facts_of(second), least - shared)
        return None if found is None else found + shared

    def _facts_of(self, name: str) -> Facts:
        found = self._facts.get(name)
        if found is None:
            found = self._facts[name] = Facts(self.sketches[name])
        return found

    def _compare_document(self, document: DocumentId) -> set[str]:
        """Compare a document's episodes anew with those of its copies, and with those that no longer are."""
        touched: set[str] = set()
        for name in self.of_document.get(document, ()):
            others = {other for copy in self._copied(document) for other in self.of_document.get(copy, ())}
            for other in sorted(others | set(self._near.get(name, ()))):
                self._near.get(name, {}).pop(other, None)
                self._near.get(other, {}).pop(name, None)
                if self._meet(name, other):
                    self._compare(name, other)
                touched |= {name, other}
        return touched

    def _shared(self, one: str, other: str) -> float:
        theirs = self.sketches[other].documents
        found = 0.0
        for document in self.sketches[one].documents:
            copies = self._copied(document)
            if copies:
                found = max(found, *(copies.get(b, 0.0) for b in theirs))
        return found

    def alike(self, one: str, other: str) -> Likeness:
        """How like two episodes are, and why."""
        left, right = (self.sketches[name] for name in sorted((one, other)))
        if left.documents & right.documents and (why := _told_apart(left, right)):
            return Likeness(0.0, block=why)
        plain = likeness(left, right)
        shared = self._shared(one, other)
        if not shared or plain.block:
            return plain
        return Likeness(plain.score + COPIED * shared, (*plain.reasons, f"texts repeat each other ({shared:.0%})"))


def _told_apart(left: Sketch, right: Sketch) -> str | None:
    """Why two episodes of one document are not one, if that is so."""
    if outgrows(left, right) or outgrows(right, left):
        return "one document gives a total and a part of it apart"
    return "one document tells of the two as one and another" if left.another or right.another else None


def _is_full(sketch: Sketch) -> bool:
    return bool(sketch.whens and sketch.places)


def _straddling(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of entries that an entry between them keeps one too far apart."""
    for step, one in enumerate(reversed(before), 1):
        at = WINDOW - step
        if 0 <= at < len(after):
            yield one, after[at]
