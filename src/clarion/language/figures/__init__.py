"""Figures: every quantity a text gives, with its bounds and what it counts.

The layers, each a module: `numerals` reads numbers in digits and words; `refuse` takes out what is no quantity (dates,
years, labels, names); `combine` joins ranges, ratios, shares and bounding words; `heads` finds the noun and the unit.

`find_figures` is the public door. `figures_in` is the entry for steps that read one sentence of a larger text: it takes
the bounds of the sentence and returns spans in the whole text.
Ages, money, distances, durations and times are figures with unit `other`; they never count people.
"""

import re

from clarion.language.figures.combine import Figure, combine
from clarion.language.figures.heads import Head, head_of
from clarion.language.figures.numerals import find_numerals
from clarion.language.figures.refuse import is_refused, masked_spans
from clarion.model.nouns import Count, Number
from clarion.model.vocabulary import CountKind, Unit

FAMILY_OF = re.compile(
    r"\b(?:family|household|group|party|crew|team|band|gang|convoy)\s+of\s+(?:(?:about|some|around|nearly)\s+)?$", re.I
)
# "a 20-strong delegation", "an 11-member family"; a member of a bloc or council may be a state
STRONG = re.compile(
    r"-\s?(?:strong|person|man)\b|-member\s(?:\w+\s)?(?:family|household|crew|team|delegation|gang|squad|band|party|group)\b",
    re.I,
)
# "a boy of 15", "aged 30": an age, whatever follows
AGE_OF = re.compile(
    r"(?:\b(?:man|woman|boy|girl|child|son|daughter|brother|sister|mother|father|teenager|youth|student|nephew|niece|cousin|"
    r"widow|person|men|women|boys|girls|children)\s+of\s+|\bage[ds]?\s+(?:of\s+|between\s+|from\s+)?)$"
)
# "Somebody, 45, was": an age behind a name
AGE_BEHIND = re.compile(r"[A-Z][\w'’-]+,\s$")


def find_figures(text: str, *, language: str = "en") -> list[Count]:
    """Every figure of an English text in text order, with unit and noun; none for other languages.

    Spans are in code points of `text` and hold the bounding words ("at least 500").
    """
    return figures_in(text, 0, len(text)) if language.lower().startswith("en") else []


def figures_in(text: str, start: int, end: int) -> list[Count]:
    """The figures of `text[start:end]`; spans are those of the whole text."""
    part = text if start == 0 and end >= len(text) else text[start:end]
    numerals = find_numerals(part)
    masks = masked_spans(part) if any(numeral.form in ("digits", "fraction") for numeral in numerals) else []
    kept = []
    mask = 0
    for numeral in numerals:
        while mask < len(masks) and masks[mask][1] <= numeral.start:
            mask += 1
        if mask < len(masks) and masks[mask][0] <= numeral.start:
            continue
        if is_refused(part, numeral) is None:
            kept.append(numeral)
    return [_counted(part, figure, start) for figure in combine(part, kept)]


def _counted(text: str, figure: Figure, offset: int) -> Count:
    head = _head(text, figure)
    return Count(
        low=_plain(figure.low),
        high=_plain(figure.high),
        best=_plain(figure.best),
        unit=head.unit,
        kind=figure.kind,
        share_of=figure.share_of,
        span=(figure.start + offset, figure.end + offset),
        noun=head.noun,
    )


def _head(text: str, figure: Figure) -> Head:
    if figure.money:
        return Head(Unit.OTHER, "money", figure.end)
    value = figure.best if figure.best is not None else figure.low or figure.high or 0.0
    if figure.rule.startswith("range/percent"):
        return Head(Unit.OTHER, "per cent", figure.end)
    if figure.kind is CountKind.SHARE:
        return head_of(text, figure.start, figure.end, 2.0)
    if _is_age(text, figure, value):
        return Head(Unit.OTHER, "years", figure.end)
    if STRONG.match(text, figure.end):
        return Head(Unit.PEOPLE, None, figure.end)
    before = text[max(0, figure.start - 24) : figure.start]
    family = FAMILY_OF.search(before) if "of" in before.lower() else None
    if family:
        vehicles = family.group().lower().startswith("convoy")
        return Head(Unit.VEHICLES if vehicles else Unit.PEOPLE, None, figure.end)
    return head_of(text, figure.start, figure.end, value)


def _is_age(text: str, figure: Figure, value: float) -> bool:
    before = text[max(0, figure.start - 24) : figure.start]
    if value > 120 or not before:
        return False
    spoken = before.rstrip()[-1:].isalpha()  # the patterns of ages end with a word, that of names with a comma
    return bool(
        (spoken and AGE_OF.search(before))
        or (text[figure.end : figure.end + 1] == "," and AGE_BEHIND.search(before) and figure.rule == "exact/digits")
    )


def _plain(value: float | None) -> Number | None:
    """Whole numbers as int, so that 93 is written 93; products of decimals are rounded to what was written."""
    if value is None:
        return None
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded
