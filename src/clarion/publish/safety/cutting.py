"""A text with stretches replaced by words that say what stood there, and where its other offsets have gone."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from clarion.model import DetailKind, Span

INSTEAD = {
    DetailKind.PERSON: "[name withheld]",
    DetailKind.CONTACT: "[contact withheld]",
    DetailKind.NUMBER: "[number withheld]",
    DetailKind.ROUTE: "[route withheld]",
    DetailKind.SHELTER: "[shelter withheld]",
    DetailKind.BROKER: "[helper withheld]",
    DetailKind.SMALL_COUNT: "[fewer than 10]",
    DetailKind.QUOTATION: "[quotation withheld]",
    DetailKind.METADATA: "[detail withheld]",
}


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch that is replaced."""

    start: int
    end: int
    kind: DetailKind


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text after cutting. `cuts` are sorted and do not touch; offsets are code points of the text before."""

    text: str
    cuts: tuple[Cut, ...]
    shifts: tuple[int, ...]  # for each cut, what is to be added to an offset behind it
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Where a stretch has gone; one that begins or ends inside a cut takes in all of what replaced it."""
        return self._moved(span[0], at_end=False), self._moved(span[1], at_end=True)

    def kind_at(self, span: Span | None) -> DetailKind | None:
        """What was cut out of a stretch, None when it is whole; of several, the longest."""
        if span is None:
            return None
        first = bisect_right(self.ends, span[0])
        on = []
        for cut in self.cuts[first:]:
            if cut.start >= span[1]:
                break
            on.append(cut)
        return max(on, key=lambda cut: cut.end - cut.start).kind if on else None

    def _moved(self, offset: int, *, at_end: bool) -> int:
        number = bisect_right(self.starts, offset - 1 if at_end else offset) - 1
        if number < 0:
            return offset
        cut = self.cuts[number]
        if offset >= cut.end:
            return offset + self.shifts[number]
        after = cut.end + self.shifts[number]
        return after if at_end else after - len(INSTEAD[cut.kind])


def cut_out(text: str, cuts: Iterable[Cut]) -> Redacted:
    """A text without some stretches. Those that overlap become one; the longest says what stood there."""
    merged = _merged(text, sorted(cuts, key=lambda cut: (cut.start, -cut.end)))
    pieces, shifts = [], []
    at = shift = 0
    for cut in merged:
        pieces += [text[at : cut.start], INSTEAD[cut.kind]]
        shift += len(INSTEAD[cut.kind]) - (cut.end - cut.start)
        shifts.append(shift)
        at = cut.end
    starts, ends = tuple(cut.start for cut in merged), tuple(cut.end for cut in merged)
    return Redacted("".join([*pieces, text[at:]]), tuple(merged), tuple(shifts), starts, ends)


def _merged(text: str, cuts: list[Cut]) -> list[Cut]:
    merged: list[Cut] = []
    for cut in cuts:
        if cut.end <= cut.start:
            continue
        last = merged[-1] if merged else None
        if last is not None and (cut.start < last.end or _is_one(text, last, cut)):
            longer = cut if cut.end - cut.start > last.end - last.start else last
            merged[-1] = Cut(last.start, max(last.end, cut.end), longer.kind)
        else:
            merged.append(cut)
    return merged


def _is_one(text: str, last: Cut, cut: Cut) -> bool:
    """Whether two stretches of one kind are told as one: a first name and a surname found apart."""
    between = text[last.end : cut.start]
    return last.kind is cut.kind and len(between) <= 2 and all(sign in " \t.-‐‑'’" for sign in between)
