"""A list held ready: columns of a narrow table as bytes, so that a case of any size is filtered and counted at once.

A set of rows is a whole number whose bit `i` stands for the row at place `i`; rows stand in the order of their
numbers. Columns hold the code of each row's value, once as a sequence and once as planes of bytes, one for each eight
bits of the code. A board never changes; `changed` makes another one that shares what stayed. Finding, counting and
joining sets are done on whole planes, so no loop of Python's own runs over the rows.
"""

import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import TypeVar

# up to here the rows of a set are put in order one by one, beyond it the order is walked
_FEW = 5_000
# numbers of rows may have gaps; up to so many numbers for each row, a sign for every number is held for a moment
_WIDEST = 8
# sets and counts kept ready; a set of a quarter of a million rows takes 31 kB
_MOST_KEPT = 400
# columns of at most so many values are counted by the sets of their values
_FEW_VALUES = 40
# more blocks of codes than these are looked up row by row
_MOST_BLOCKS = 6
_ONES = bytes(int(code == 49) for code in range(256))
_BITS = [bytes(49 if code == wanted else 48 for code in range(256)) for wanted in range(256)]

Value = str | int | float | None
Key = TypeVar("Key")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Column:
    """The values of a column in the order of their codes, the code of each row, and the planes, the lowest first."""

    values: tuple[Value, ...]
    codes: Sequence[int]
    planes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A list held ready. `rows` are the numbers of its rows, rising."""

    rows: Sequence[int]
    columns: Mapping[str, Column]
    _masks: dict[tuple[str, Value], int] = field(default_factory=dict)
    _counts: dict[tuple[str, int], Counter[Value]] = field(default_factory=dict)
    _orders: dict[str, Sequence[int]] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """The set of all rows."""
        return (1 << len(self.rows)) - 1

    def where(self, column: str, value: Value) -> int:
        """The rows that have a value."""
        key = (column, value)
        if (known := self._masks.get(key)) is not None:
            return known
        held = self.columns[column]
        if value not in held.values:
            return 0
        made = _mask(held, held.values.index(value), len(self.rows))
        return _kept(self._masks, key, made)

    def matching(self, column: str, values: Iterable[Value]) -> int:
        """The rows that have one of these values."""
        held, wanted = self.columns[column], set(values)
        return _any_mask(held, {code for code, value in enumerate(held.values) if value in wanted}, len(self.rows))

    def holding(self, column: str, words: Iterable[str]) -> int:
        """The rows whose text, casefolded, holds every word."""
        held, wanted = self.columns[column], [word.casefold() for word in words]
        return self.matching(
            column, [value for value in held.values if isinstance(value, str) and all(word in value for word in wanted)]
        )

    def between(self, column: str, low: str | None, high: str | None) -> int:
        """The rows whose text is known and lies between two, ends included."""
        key = (f"{column} between", f"{low} {high}")
        if (known := self._masks.get(key)) is not None:
            return known
        held = self.columns[column]
        codes = {
            code
            for code, value in enumerate(held.values)
            if isinstance(value, str) and (low is None or value >= low) and (high is None or value <= high)
        }
        return _kept(self._masks, key, _any_mask(held, codes, len(self.rows)))

    def of_rows(self, rows: Iterable[int]) -> int:
        """The set of these rows; numbers that the board does not hold are left out."""
        rows = list(rows)
        if len(rows) > _FEW and self.rows[-1] - self.rows[0] < _WIDEST * len(self.rows):
            return self._of_many(rows)
        bits = bytearray(len(self.rows) // 8 + 1)
        for row in rows:
            at = self.place(row)
            if at is not None:
                bits[at >> 3] |= 1 << (at & 7)
        return int.from_bytes(bits, "little")

    def _of_many(self, rows: Sequence[int]) -> int:
        first, size = self.rows[0], self.rows[-1] - self.rows[0] + 1
        signs = bytearray(b"0") * size
        for row in rows:
            if 0 <= row - first < size:
                signs[row - first] = 49
        if size == len(self.rows):
            return _bits(signs)
        return _bits(bytes([signs[row - first] for row in self.rows]))

    def place(self, row: int) -> int | None:
        """Where a row stands, or None."""
        rows = self.rows
        at = row - rows[0] if rows else 0
        if not 0 <= at < len(rows) or rows[at] != row:  # numbers have gaps where things were removed
            at = bisect_left(rows, row)
        return at if at < len(rows) and rows[at] == row else None

    def value(self, column: str, at: int) -> Value:
        """The value of the row at a place."""
        held = self.columns[column]
        return held.values[held.codes[at]]

    def codes(self, column: str, chosen: int) -> set[int]:
        """The codes of the values that occur in a set."""
        held = self.columns[column]
        return set(compress(held.codes, _signs(chosen).encode().translate(_ONES)))

    def counts(self, column: str, chosen: int) -> Counter[Value]:
        """How often each value occurs in a set."""
        key = (column, chosen)
        if (known := self._counts.get(key)) is not None:
            return known
        held = self.columns[column]
        if len(held.values) <= _FEW_VALUES:
            # the sets of the values are kept, and joining two sets takes microseconds
            numbers = ((value, (self.where(column, value) & chosen).bit_count()) for value in held.values)
            return _kept(self._counts, key, Counter({value: number for value, number in numbers if number}))
        whole = chosen == self.all
        found = Counter(held.codes if whole else compress(held.codes, _signs(chosen).encode().translate(_ONES)))
        return _kept(self._counts, key, Counter({held.values[code]: number for code, number in found.items()}))

    def same(self, first: str, second: str) -> int:
        """The rows that have the same value in two columns."""
        key = (f"{first} same {second}", None)
        if (known := self._masks.get(key)) is not None:
            return known
        one, other = self.columns[first], self.columns[second]
        code = {value: at for at, value in enumerate(other.values) if value is not None}
        wanted = [-1 if value is None else code.get(value, -1) for value in one.values]
        pairs = zip(map(wanted.__getitem__, one.codes), other.codes, strict=True)
        return _kept(self._masks, key, _bits(bytes([48 + (left == right) for left, right in pairs])))

    def by_column(self, column: str, *, falling: bool = False) -> Sequence[int]:
        """All places in the order of a column's values, those without a value last; equal ones as they came."""
        key = f"{column} falling" if falling else column
        if key not in self._orders:
            held = self.columns[column]
            known = sorted((value for value in held.values if value is not None), reverse=falling)
            rank: dict[Value, int] = {value: at for at, value in enumerate(known)}
            ranks = [rank.get(value, len(known)) for value in held.values]
            keys = [ranks[code] for code in held.codes]
            self._orders[key] = array("I", sorted(range(len(keys)), key=keys.__getitem__))
        return self._orders[key]

    def order(self, name: str) -> Sequence[int] | None:
        """An order that is kept under a name."""
        return self._orders.get(name)

    def keep_order(self, name: str, rows: Iterable[int]) -> Sequence[int]:
        """Keep an order of all rows under a name."""
        at = {row: place for place, row in enumerate(self.rows)}
        self._orders[name] = array("I", [at[row] for row in rows if row in at])
        return self._orders[name]

    def forget_order(self, name: str) -> "Board":
        """The board without an order that no longer holds."""
        return replace(self, _orders={key: order for key, order in list(self._orders.items()) if name not in key})

    def page(self, chosen: int, order: Sequence[int], start: int, *, size: int) -> list[int]:
        """The indexes in an order, from one on, of at most `size` places of a set; a negative size goes backwards."""
        if chosen.bit_count() <= _FEW:
            rank = self.rank(order)
            found = sorted(rank[place] for place in places(chosen))
            if size > 0:
                at = bisect_left(found, start)
                return found[at : at + size]
            end = bisect_left(found, start + 1)
            return found[max(0, end + size) : end]
        bits, picked = _signs(chosen).encode(), []
        width = len(bits)
        for at in range(start, len(order)) if size > 0 else range(min(start, len(order) - 1), -1, -1):
            if (place := order[at]) < width and bits[place] == 49:
                picked.append(at)
                if len(picked) == abs(size):
                    break
        return picked if size > 0 else picked[::-1]

    def first_of(self, column: str, chosen: int, order: Sequence[int], *, size: int) -> dict[Value, list[int]]:
        """For each value of a column in a set, the first few places of it in an order."""
        held, bits = self.columns[column], _signs(chosen).encode()
        found: dict[int, list[int]] = {}
        for at in order:
            if at < len(bits) and bits[at] == 49:
                few = found.setdefault(held.codes[at], [])
                if len(few) < size:
                    few.append(at)
        return {held.values[code]: few for code, few in found.items()}

    def rank(self, order: Sequence[int]) -> Sequence[int]:
        """For each place its index in an order."""
        key = f"rank {id(order)}"
        if key not in self._orders:
            rank = array("I", bytes(4 * len(self.rows)))
            for at, place in enumerate(order):
                rank[place] = at
            self._orders[key] = rank
        return self._orders[key]

    def changed(self, rows: Mapping[int, Mapping[str, Value]]) -> "Board":
        """The board with other values in some of its rows."""
        columns, touched = dict(self.columns), set()
        for row, values in rows.items():
            at = self.place(row)
            if at is None:
                continue
            for name, value in values.items():
                if name in columns and columns[name].values[columns[name].codes[at]] != value:
                    columns[name] = _with(columns[name], at, value)
                    touched.add(name)
        if not touched:
            return self
        return replace(
            self,
            columns=columns,
            # lists first: other threads may be adding to these at this moment
            _masks={key: mask for key, mask in list(self._masks.items()) if touched.isdisjoint(key[0].split())},
            _counts={key: count for key, count in list(self._counts.items()) if key[0] not in touched},
            _orders={
                key: order for key, order in list(self._orders.items()) if key.split()[0] not in {*touched, "rank"}
            },
        )


def build(rows: Sequence[int], columns: Mapping[str, Sequence[Value]]) -> Board:
    """A board of these rows, their numbers rising."""
    return Board(rows, {name: _column(values) for name, values in columns.items()})


def places(chosen: int) -> list[int]:
    """The places in a set, rising."""
    found, at, bits = [], -1, _signs(chosen)
    while (at := bits.find("1", at + 1)) >= 0:
        found.append(at)
    return found


def _column(values: Sequence[Value]) -> Column:
    # codes rise with the values, so that a stretch of values is a stretch of codes
    distinct = sorted(set(values), key=lambda value: (value is not None, value))
    code = {value: at for at, value in enumerate(distinct)}
    return _coded(tuple(distinct), list(map(code.__getitem__, values)))


def _coded(values: tuple[Value, ...], codes: Sequence[int]) -> Column:
    if len(values) <= 256:
        held = bytes(codes)
        return Column(values, held, (held,))
    wide = array("I", codes)
    raw = wide.tobytes() if sys.byteorder == "little" else _swapped(wide).tobytes()
    number = (max(len(values) - 1, 1).bit_length() + 7) // 8
    return Column(values, wide, tuple(raw[at::4] for at in range(number)))


def _swapped(wide: "array[int]") -> "array[int]":
    turned = array("I", wide)
    turned.byteswap()
    return turned


def _with(column: Column, at: int, value: Value) -> Column:
    values = column.values if value in column.values else (*column.values, value)
    codes = bytearray(column.codes) if isinstance(column.codes, bytes) else array("I", column.codes)
    if len(values) > 256:
        codes = array("I", codes)
    codes[at] = values.index(value)
    return _coded(values, codes)


def _mask(column: Column, code: int, size: int) -> int:
    mask = (1 << size) - 1
    for number, plane in enumerate(column.planes):
        mask &= _bits(plane.translate(_BITS[code >> 8 * number & 255]))
    return mask


def _any_mask(column: Column, codes: set[int], size: int) -> int:
    """The rows whose code is one of many: whole blocks of 256 codes at once, the others one by one."""
    if not codes or not size:
        return 0
    if len(column.planes) == 1:
        return _bits(column.planes[0].translate(_signs_of(codes)))
    blocks = Counter(code >> 8 for code in codes)
    if len(column.planes) > 2 or len(blocks) > _MOST_BLOCKS + sum(number == 256 for number in blocks.values()):
        known = bytearray(48 for _ in column.values)
        for code in codes:
            known[code] = 49
        return _bits(bytes([known[code] for code in column.codes]))
    low, high = column.planes
    mask = _bits(high.translate(_signs_of({block for block, number in blocks.items() if number == 256})))
    for block in (block for block, number in blocks.items() if number < 256):
        lows = {code & 255 for code in codes if code >> 8 == block}
        mask |= _bits(high.translate(_BITS[block])) & _bits(low.translate(_signs_of(lows)))
    return mask


def _signs_of(codes: set[int]) -> bytes:
    return bytes(49 if code in codes else 48 for code in range(256))


def _bits(signs: bytes | bytearray) -> int:
    return int(signs[::-1], 2) if signs else 0


def _signs(chosen: int) -> str:
    return bin(chosen)[:1:-1]


def _kept(held: dict[Key, Made], key: Key, made: Made) -> Made:
    if len(held) >= _MOST_KEPT:
        held.clear()
    held[key] = made
    return made
