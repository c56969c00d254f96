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
    """A stretch that is replaced by what says its kind, or by other words: a month in place of a day."""

    start: int
    end: int
    kind: DetailKind
    coarse: str | None = None

    @property
    def words(self) -> str:
        """What stands in its place."""
        return INSTEAD[self.kind] if self.coarse is None else self.coarse


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
        """What was cut out of a stretch, None when it is whole or only told coarsely; of several, the longest."""
        cut = max((one for one in self.cuts_at(span) if one.coarse is None), key=_length, default=None)
        return None if cut is None else cut.kind

    def is_coarse(self, span: Span | None) -> bool:
        """Whether something of a stretch is told coarsely."""
        return any(one.coarse is not None for one in self.cuts_at(span))

    def cuts_at(self, span: Span | None) -> list[Cut]:
        """What was cut out of a stretch."""
        found: list[Cut] = []
        if span is not None:
            for cut in self.cuts[bisect_right(self.ends, span[0]) :]:
                if cut.start >= span[1]:
                    break
                found.append(cut)
        return found

    def _moved(self, offset: int, *, at_end: bool) -> int:
        number = bisect_right(self.starts, offset - 1 if at_end else offset) - 1
        if number < 0:
            return offset
        cut = self.cuts[number]
        if offset >= cut.end:
            return offset + self.shifts[number]
        after = cut.end + self.shifts[number]
        return after if at_end else after - len(cut.words)


def cut_out(text: str, cuts: Iterable[Cut]) -> Redacted:
    """A text without some stretches. Those that overlap become one; the longest says what stood there."""
    merged = _merged(text, sorted(cuts, key=lambda cut: (cut.start, -cut.end)))
    pieces, shifts = [], []
    at = shift = 0
    for cut in merged:
        pieces += [text[at : cut.start], cut.words]
        shift += len(cut.words) - (cut.end - cut.start)
        shifts.append(shift)
        at = cut.end
    starts, ends = tuple(cut.start for cut in merged), tuple(cut.end for cut in merged)
    return Redacted("".join([*pieces, text[at:]]), tuple(merged), tuple(shifts), starts, ends)


def _length(cut: Cut) -> int:
    return cut.end - cut.start


def _merged(text: str, cuts: list[Cut]) -> list[Cut]:
    merged: list[Cut] = []
    for cut in cuts:
        if cut.end <= cut.start:
            continue
        last = merged[-1] if merged else None
        if last is not None and (cut.start < last.end or _is_one(text, last, cut)):
            # what is withheld goes before what is told coarsely
            longer = max((last, cut), key=lambda one: (one.coarse is None, _length(one)))
            merged[-1] = Cut(last.start, max(last.end, cut.end), longer.kind, longer.coarse)
        else:
            merged.append(cut)
    return merged


def _is_one(text: str, last: Cut, cut: Cut) -> bool:
    """Whether two stretches of one kind are told as one: a first name and a surname found apart."""
    between = text[last.end : cut.start]
    return (
        last.kind is cut.kind
        and last.coarse is cut.coarse is None
        and len(between) <= 2
        and all(sign in " \t.-‐‑'’" for sign in between)
    )
