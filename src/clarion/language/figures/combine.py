"""Numerals joined to figures: ranges, bounds and shares, each by a named rule."""

import re
from dataclasses import dataclass, replace

from clarion.language.figures.numerals import Numeral
from clarion.language.figures.words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    CURRENCY,
    FEWER_THAN,
    GLUED,
    MORE_THAN,
    OR_FEWER,
    OR_MORE,
    OR_SO,
)
from clarion.model.vocabulary import CountKind


@dataclass(slots=True)  # not frozen: thousands are made a second
class Figure:
    """A figure before its noun is read. `end` is where the noun may begin; `rule` names what made it."""

    start: int
    end: int
    low: float | None
    high: float | None
    best: float | None
    kind: CountKind
    rule: str
    money: bool = False
    share_of: str | None = None


_FILL = r"(?:the\s+age\s+of|age|the|a|an|only|just|its|their|these|another|additional|further|total(?:\s+of)?)"
_NEAR_FILL = r"(?:a|an|only|just|another|additional|further|total(?:\s+of)?)"  # "around the 48" is a place, not a guess
_END = rf"(?:{CURRENCY})?\s?$"
BEFORE = re.compile(
    rf"(?:^|(?<![\w-]))(?:(?:(?P<at_least>{AT_LEAST})|(?P<fewer>{FEWER_THAN})|(?P<more>{MORE_THAN})"
    rf"|(?<!lead )(?<!run )(?<!build )(?P<at_most>{AT_MOST}))\s*(?:{_FILL}\s+)?|"
    rf"(?P<about>{ABOUT})\s*(?:{_NEAR_FILL}\s+)?){_END}",
    re.I,
)
NEGATED = re.compile(r"\b(?:no|not)\s+$", re.I)
AFTER = re.compile(rf"(?P<at_least>{OR_MORE})|(?P<at_most>{OR_FEWER})|(?P<about>{OR_SO})", re.I)
MONEY = re.compile(rf"(?:{CURRENCY})\s?$")
PERCENT = re.compile(r"\s?(?:%|-?per[\s-]?cent\b|-?percent\b|\s?pct\b|\s?pc\b|٪|％)(?!age)", re.I)
UNIT_BETWEEN = r"(?:\s?(?:%|per cent|percent|million|billion|thousand|bn|mn|m|k|[a-z]{1,10}))?"
GAP_RANGE = re.compile(
    rf"\s{{0,2}}(?:-|–|—|‑|−|~|\bto\b|\bor\b|-to-|to-|to as many as|to more than|to about|"
    rf"and)\s{{0,2}}(?:{CURRENCY})?\s?",
    re.I,
)
GAP_UNIT = re.compile(
    rf"\s?-?(?:%|[a-z]{{1,12}}(?:\s[a-z]{{1,6}})?)\s{{0,2}}(?:-|–|\bto\b|\bup to\b|\band\b)\s{{0,2}}(?:{CURRENCY})?\s?",
    re.I,
)
BETWEEN = re.compile(
    r"\b(?:between|from|anywhere from|anywhere between)\s+(?:about\s+|around\s+|some\s+|up to\s+)?"
    rf"(?:{CURRENCY})?\s?$",
    re.I,
)
BY = re.compile(r"\b(?:by|at)\s+(?:\w+\s+)?(?:[$€£]\s?)?$")
MINUS = re.compile(r"(?:^|(?<=[\s,($€£]))(?:[-−–]|minus[\s-])$", re.I)
MEASURED = re.compile(
    r"\s?(?:%|per\s?cent|percent|°|deg|yards?\b|points?\b|celsius|fahrenheit|c\b|f\b|bn|million|billion)", re.I
)
# a figure in brackets right behind another of some measure: the same quantity in other units
CONVERSION = re.compile(
    r"[\s-]{0,2}[^\W\d]{1,12}(?:\s(?:per|an|a|square)\s[^\W\d]{1,10})?\s\((?:[A-Z]{0,3}\s?[$€£]\s?)?|"
    r"\s?[^\W\d]{1,10}\s/\s"
)
LAST_MAGNITUDE = re.compile(r"(hundred|thousand|million|billion|trillion|mn|bn|tn|k|m)$", re.I)
ONE_IN = re.compile(r"\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?)\s+(?:the\s+)?$", re.I)
ONE_OF = re.compile(r"\s+of\s+$", re.I)
OF = re.compile(
    r"(?:\s+(?:or\s+more|or\s+so))?\s+(?:of\s+)?(?:all\s+)?(?P<whole>(?:the|these|those|its|their|his|her|our|this|"
    r"that|all|them|whom)?\b[^.,;:()\n]{0,60})",
    re.I,
)
WHOLE_STOP = re.compile(
    r"\s+(?:who|which|that|were|was|are|is|have|has|had|in|on|at|to|from|by|with|for|since|when|while|after|before|"
    r"and|as|"
    r"would|will|could|may|might|said|live|lived|seek|sought|want|wanted|remain|do|did|fled|held|died)\b.*",
    re.I | re.S,
)


def combine(text: str, numerals: list[Numeral]) -> list[Figure]:
    """Figures in text order. Two numerals that make a range or a ratio become one figure."""
    figures: list[Figure] = []
    index = 0
    while index < len(numerals):
        pair = numerals[index : index + 2]
        joined = _joined(text, pair[0], pair[1], figures[-1].end if figures else 0) if len(pair) == 2 else None
        figures.append(joined or _single(text, numerals[index], figures[-1].end if figures else 0))
        index += 2 if joined else 1
        if len(figures) > 1:
            figures[-1] = _converted(text, figures[-2], figures[-1])
    return figures


def _joined(text: str, left: Numeral, right: Numeral, floor: int) -> Figure | None:
    if right.start - left.end > 40 or "both" in (left.form, right.form):
        return None
    gap = text[left.end : right.start]
    if gap.isspace():
        return None
    return _ratio(text, left, right, gap, floor) or _range(text, left, right, gap, floor)


def _ratio(text: str, left: Numeral, right: Numeral, gap: str, floor: int) -> Figure | None:
    """As in "one in three", "nine out of ten"."""
    if not ONE_IN.match(gap) or not 0 < left.value < right.value <= 1000 or "share" in (left.form, right.form):
        return None
    if right.form == "digits" and right.value > 100 and "out" not in gap:
        return None
    base = Figure(left.start, right.end, None, None, round(left.value / right.value, 3), CountKind.SHARE, "share/ratio")
    return _bounded(text, replace(base, share_of=_whole(text, right.end)), floor)


def _range(text: str, left: Numeral, right: Numeral, gap: str, floor: int) -> Figure | None:
    if left.form in ("vague", "share") or right.form in ("vague", "share"):
        return None
    before = BETWEEN.search(text[max(floor, left.start - 34) : left.start])
    word = gap.strip().lower()
    if not (
        GAP_RANGE.fullmatch(gap)
        or (GAP_UNIT.fullmatch(gap) and before)
        or (PERCENT.match(gap) and GAP_UNIT.fullmatch(gap))
    ):
        return None
    if PERCENT.match(gap) and not PERCENT.match(text, right.end):
        return None
    if (
        BY.search(text[max(floor, left.start - 24) : left.start])
        and not before
        and right.value > 3 * left.value  # "rose by 44 to 419" tells the rise and the new value
    ):
        return None
    if re.search(r"\band\b", word) and not (before and before.group().lower().startswith(("between", "anywhere"))):
        return None
    if word.startswith("or") and not left.value < right.value <= max(
        left.value + 2, 1.5 * left.value if left.value % 10 == 0 else 0
    ):
        return None
    low, high = _spread(text, left, right)
    if not low < high or (low == 0 and word.startswith("or")):
        return None
    start = left.start - len(before.group()) if before else left.start
    money = bool(MONEY.search(text[max(0, left.start - 6) : left.start]))
    percent = PERCENT.match(text, right.end)
    if percent:  # a range of per cent keeps the numbers as written: a share has one value or one bound
        figure = Figure(start, percent.end(), low, high, None, CountKind.RANGE, "range/percent")
        return replace(figure, share_of=_whole(text, percent.end()))
    return Figure(_before_money(text, start), right.end, low, high, None, CountKind.RANGE, "range", money)


def _spread(text: str, left: Numeral, right: Numeral) -> tuple[float, float]:
    """As in "33-35 billion", "four to five thousand": the magnitude behind the second goes for both."""
    low, high = left.value, right.value
    if low >= 1000 or LAST_MAGNITUDE.search(text[left.start : left.end]):
        return low, high
    last = LAST_MAGNITUDE.search(text[right.start : right.end])
    if last is None:
        return low, high
    scaled = low * GLUED[last.group(1).lower()]
    return (scaled if scaled < high else low), high


def _single(text: str, numeral: Numeral, floor: int) -> Figure:
    start, end, value = numeral.start, numeral.end, numeral.value
    beside = text[max(floor, start - 7) : start]
    signed = "-" in beside or "−" in beside or "–" in beside or "inus" in beside.lower()
    minus = MINUS.search(beside) if signed else None
    if minus and (MEASURED.match(text, end) or len(minus.group()) > 1 or text[start - 2 : start - 1] in "$€£"):
        start, value = start - len(minus.group()), -value
    percent = PERCENT.match(text, end) if numeral.form in ("digits", "words", "fraction") else None
    if percent:
        figure = Figure(start, percent.end(), None, None, round(value / 100, 5), CountKind.SHARE, "share/percent")
        return _bounded(text, replace(figure, share_of=_whole(text, percent.end())), floor)
    if numeral.form == "share":
        if re.match(
            r"\s+(?:an?\s+)(?:hour|day|year|mile|century|decade|month|week|kilomet)", text[end : end + 20], re.I
        ):
            return _bounded(text, Figure(start, end, value, value, value, CountKind.EXACT, "exact/half"), floor)
        figure = Figure(start, end, None, None, round(value, 3), CountKind.SHARE, "share/word")
        return _bounded(text, replace(figure, share_of=_whole(text, end)), floor)
    if numeral.form == "vague":
        return Figure(start, end, value, None, None, CountKind.VAGUE, "vague")
    figure = Figure(start, end, value, value, value, CountKind.EXACT, f"exact/{numeral.form}")
    return _bounded(text, figure, floor)


# the last words of the bounding phrases and their fillers: a quick look before the long pattern
LAST_WORDS = frozenset(
    "about around some nearly almost roughly approximately approx approx. circa ca. c. to near estimated est. of "
    "under so be "
    "virtually barely scarcely averaged averaging averages least than over above exceeding exceeds exceeded exceed "
    "topping topped surpassing surpassed many much most as "
    "maximum max max. few little below the a an only just its their these another additional further total age".split()
)


def _may_bound(before: str) -> bool:
    words = before.rsplit(None, 1)
    return bool(words) and (words[-1].lower().lstrip("([\"'“‘") in LAST_WORDS or not words[-1][-1].isalnum())


def _may_be_money(before: str) -> bool:
    """Whether a text ends as the signs and codes of money do; most words do not."""
    last = before.rstrip()[-1:]
    return not last.isdigit() and (not last.islower() or last in "sk")


def _converted(text: str, left: Figure, right: Figure) -> Figure:
    """ "more than 100 kilometres (60 miles)": the sense of the first goes for the second."""
    sense = left.rule.partition("+")[2]
    if not sense or right.kind is not CountKind.EXACT or "exact/words" in right.rule:
        return right
    if not CONVERSION.fullmatch(text, left.end, right.start) or not re.match(
        r"[^()]{1,30}\)", text[right.end : right.end + 31]
    ):
        return right
    return _with(right, sense)


def _bounded(text: str, figure: Figure, floor: int) -> Figure:
    """The figure under the bounding words before or behind it."""
    begin = max(floor, figure.start - 48)
    before = text[begin : figure.start]
    match = BEFORE.search(before) if _may_bound(before) else None
    money = MONEY.search(before) if _may_be_money(before) else None
    if money:
        figure = replace(figure, start=figure.start - len(money.group().lstrip()), money=True)
    if match:
        negated = NEGATED.search(before[: match.start()])
        sense = match.lastgroup or ""
        if negated:
            sense = {"more": "at_most", "fewer": "at_least"}.get(sense, sense)
        return _with(replace(figure, start=begin + (negated.start() if negated else match.start())), sense)
    after = AFTER.match(text, figure.end, min(len(text), figure.end + 24))
    if after:
        return _with(replace(figure, end=after.end()), after.lastgroup or "")
    return figure


def _with(figure: Figure, sense: str) -> Figure:
    value = figure.best
    if value is None:
        return figure
    share = figure.kind is CountKind.SHARE
    step = 0 if share or value != int(value) else 1
    if sense in ("at_least", "more"):
        low = value + (step if sense == "more" else 0)
        kind = CountKind.SHARE if share else CountKind.AT_LEAST
        return replace(figure, low=low, high=None, best=None, kind=kind, rule=f"{figure.rule}+{sense}")
    if sense in ("at_most", "fewer"):
        high = value - (step if sense == "fewer" else 0)
        kind = CountKind.SHARE if share else CountKind.AT_MOST
        return replace(figure, low=None, high=high, best=None, kind=kind, rule=f"{figure.rule}+{sense}")
    kind = CountKind.SHARE if share else CountKind.ABOUT
    return replace(figure, low=None, high=None, kind=kind, rule=f"{figure.rule}+about")


def _before_money(text: str, start: int) -> int:
    money = MONEY.search(text[max(0, start - 6) : start])
    return start - len(money.group().lstrip()) if money else start


def _whole(text: str, end: int) -> str | None:
    """The words that name the whole of a share, when "of" or a determiner leads to them."""
    if not re.match(r"\s+(?:or\s+(?:more|so)\s+)?(?:of|the|its|their)\b", text[end : end + 16], re.I):
        return None
    match = OF.match(text, end)
    whole = WHOLE_STOP.sub("", match.group("whole")).strip() if match else ""
    return whole or None
