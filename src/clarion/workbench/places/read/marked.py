"""The text of a document with its claims marked in place: one pass over the boundaries, one list of pieces.

A piece is the text between two boundaries; where claims overlap, a piece belongs to several. Nothing of the text is
copied without being escaped. Elements of the class `nt` hold words that are not of the text (the script that counts
offsets leaves them out; `data-n` says for how many code points of the text one stands).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from clarion.flow.desk.marks import Translation
from clarion.flow.desk.rows import ClaimRow
from clarion.model.nouns import Document, Region, Span
from clarion.workbench import signs, words
from clarion.workbench.addresses import PASSAGE

_SIGNS = {"accept": "✓", "correct": "✎", "reject": "✗", "unsure": "?"}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A claim in the text: its number in the list, its act word, the stretch that it was read from."""

    row: ClaimRow
    cue: Span
    span: Span


def marked(
    document: Document,
    rows: Sequence[ClaimRow],
    translations: Iterable[Translation] = (),
    *,
    selected: str = "",
    passage: Span | None = None,
) -> SafeString:
    """The whole text as HTML. `selected` is the claim that is opened, `passage` a stretch that was asked for."""
    text = document.text or ""
    marks = [_mark(row, len(text)) for row in rows]
    shown = _Shown(selected, passage or (0, 0))
    return mark_safe("".join(_Writer(text, document.regions, marks, shown).pieces(tuple(translations))))


def in_order(rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    """The claims as their act words come in the text."""
    return sorted(rows, key=lambda row: (row.claim.cue or row.claim.span, row.claim.id))


def _mark(row: ClaimRow, length: int) -> _Mark:
    claim = row.claim
    span = (max(0, claim.span[0]), min(length, claim.span[1]))
    cue = claim.cue or (span[0], span[1])
    return _Mark(row, (max(0, cue[0]), min(length, cue[1])), span)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the reader is asked to show of the text: a claim, and a stretch of words (empty: none)."""

    selected: str
    passage: Span


class _Writer:
    """Writes the pieces from left to right, with what is open at each boundary."""

    def __init__(self, text: str, regions: Sequence[Region], marks: Sequence[_Mark], shown: _Shown) -> None:
        self._text, self._regions, self._marks = text, regions, marks
        self._selected, self._passage = shown.selected, shown.passage
        self._stances = {key: escape(str(value)) for key, value in words.STANCE.items()}
        self._acts = {key: escape(str(value)) for key, value in words.ACT.items()}
        self._judged = {key: escape(str(value)) for key, value in words.JUDGED.items()}
        self._anchored: set[str] = set()
        self._kinds = {key: escape(str(value)) for key, value in words.REGION.items()}

    def pieces(self, translations: tuple[Translation, ...]) -> list[str]:
        """The pieces of the whole text."""
        opens, closes = defaultdict(list), defaultdict(list)  # cues, by boundary
        begins, ends = defaultdict(list), defaultdict(list)  # stretches of claims
        after: defaultdict[int, list[Translation]] = defaultdict(list)
        for mark in self._marks:
            opens[mark.cue[0]].append(mark)
            closes[mark.cue[1]].append(mark)
            begins[mark.span[0]].append(mark)
            ends[mark.span[1]].append(mark)
        for one in translations:
            after[min(one.span[1], len(self._text))].append(one)
        regions = self._region_starts()
        bounds = sorted({0, len(self._text), *opens, *closes, *begins, *ends, *after, *regions, *self._passage})
        made: list[str] = []
        cues: list[_Mark] = []
        told: list[_Mark] = []
        region, is_open = "", False
        for start, end in zip(bounds, [*bounds[1:], len(self._text)], strict=True):
            cues = [mark for mark in cues if mark.cue[1] != start] + opens.get(start, [])
            told = [mark for mark in told if mark.span[1] != start] + begins.get(start, [])
            made += [self._translation(one) for one in after.get(start, ())]
            if start in regions and regions[start] != region:
                made += ["</span>"] if is_open else []
                region = regions[start]
                is_open = bool(region)
                made += [self._region(region)] if region else []
            if start < end:
                made.append(self._asked_for(start, self._piece((start, end), cues, told)))
        return [*made, "</span>"] if is_open else made

    def _region_starts(self) -> dict[int, str]:
        """Where a region of a kind other than body begins, and where the body goes on."""
        starts: dict[int, str] = {}
        for region in self._regions:
            start, end = region.span
            kind = str(region.kind)
            if kind == "body" or start >= end or end > len(self._text):
                continue
            starts[start] = kind
            starts.setdefault(end, "")
        return starts

    def _region(self, kind: str) -> str:
        name = self._kinds.get(kind, escape(kind))
        return f'<span class="region r-{escape(kind)}"><span class="nt region-name">{name}</span>'

    def _asked_for(self, start: int, piece: str) -> str:
        """A piece of the stretch that the address names is set off; the address points at the first."""
        first, end = self._passage
        if not first <= start < end:
            return piece
        anchor = f' id="{PASSAGE}"' if start == first else ""
        return f'<mark class="passage"{anchor}>{piece}</mark>'

    def _piece(self, span: Span, cues: list[_Mark], told: list[_Mark]) -> str:
        inner = _escaped(self._text[span[0] : span[1]])
        if cues:
            return self._cue(inner, span, cues)
        if told:
            ids = " ".join(mark.row.claim.id for mark in told)
            chosen = " chosen" if self._selected and self._selected in ids else ""
            return f'<span class="told t-{told[0].row.claim.stance}{chosen}" data-t="{ids}">{inner}</span>'
        return inner

    def _cue(self, inner: str, span: Span, cues: list[_Mark]) -> str:
        """The words of an act: a link to the first claim; further claims at the same words follow as links."""
        first, *others = cues
        ids = " ".join(mark.row.claim.id for mark in cues)
        ends = [mark for mark in cues if mark.cue[1] == span[1]]
        label = self._label(first) if first in ends else ""
        many = " many" if others else ""
        made = (
            f'<a class="cue t-{first.row.claim.stance}{many}{self._now(cues)}" draggable="false"'
            f'{self._target(first)} data-c="{ids}">{inner}{label}</a>'
        )
        for mark in others:
            if mark in ends:
                name = self._acts.get(str(mark.row.claim.act), escape(str(mark.row.claim.act)))
                made += (
                    f'<a class="nt also t-{mark.row.claim.stance}{self._now([mark])}" draggable="false"'
                    f"{self._target(mark)}"
                    f' data-c="{mark.row.claim.id}">+ {name}{self._label(mark)}</a>'
                )
        return made

    def _target(self, mark: _Mark) -> str:
        """Where a claim's link leads; its first piece is where the address of the claim points."""
        name = mark.row.claim.id
        anchor = "" if name in self._anchored else f' id="w-{name}"'
        self._anchored.add(name)
        return f'{anchor} href="?claim={name}#w-{name}"'

    def _label(self, mark: _Mark) -> str:
        claim, verdict = mark.row.claim, mark.row.said.verdict or ""
        stance = self._stances.get(str(claim.stance), escape(str(claim.stance)))
        said = ""
        if verdict:
            words_ = self._judged.get(str(verdict), escape(str(verdict)))
            said = f' <span title="{words_}">{_SIGNS.get(str(verdict), "•")}</span>'
        differs = " ≠" if mark.row.said.differs else ""
        return f'<span class="nt lab">{stance}<span data-sign-of="{claim.id}">{said}{differs}</span></span>'

    def _now(self, cues: list[_Mark]) -> str:
        return " chosen" if any(mark.row.claim.id == self._selected for mark in cues) else ""

    def _translation(self, one: Translation) -> str:
        """A translation, straight after its words."""
        by = escape(f"{one.language} · {one.by}")
        return (
            f'<span class="nt translation" lang="{escape(one.language)}" dir="auto" id="{escape(one.id)}"'
            f' data-of="{one.span[0]} {one.span[1]}">{_escaped(one.words)} <small>{by}</small></span>'
        )


def _escaped(text: str) -> str:
    """A stretch as HTML, hidden signs shown by name; each stands for one code point."""
    plain = escape(text)
    if not signs.HIDDEN.search(plain):
        return plain
    return signs.HIDDEN.sub(
        lambda found: (
            f'<span class="nt sign" data-n="1" title="{escape(signs.long_name_of(found[0]))}">'
            f"{signs.name_of(found[0])}</span>"
        ),
        plain,
    )
