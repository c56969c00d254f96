"""Sums and calendars held against the sentences that give them."""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from clarion.language.figures import find_figures
from clarion.model import Count, CountKind, Unit

_NUMBERS = re.compile(
    r"\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty"
    r"|ninety|hundred)\b",
    re.I,
)
_FEWEST = 3  # a whole and two parts
# no sum is given without one of these
_SHAPE = re.compile(
    r"[:(—–]| - |\bof (?:whom|them|these|those)\b|\bamong (?:them|whom)\b|\bincluding\b|\btotal|\bin all\b"
    r"|\baltogether\b"
    r"|\ball told\b|\bmaking\b|\btogether\b|\ba sum of\b|\bcomprising\b|\bnamely\b"
    r"|\b(?:made up|consisting|composed) of\b",
    re.I,
)
# between a whole and the first of its parts: what follows is all of it
_ALL_OF_IT = re.compile(
    r"^[^.;:()—]{0,60}(?::|—| – | - |\(|,? (?:made up|consisting|composed) of|,? comprising"
    r"|,? namely)\s*(?:\w+ ){0,2}$",
    re.I,
)
# what follows is some of it
_SOME_OF_IT = re.compile(
    r"^[^.;:()—]{0,60}(?:\bof (?:whom|them|these|those)|\bamong (?:them|whom)|\bincluding)\s*(?:\w+ ){0,2}$", re.I
)
# between two parts of a list
_NEXT = re.compile(r"^[^.;:()]{0,40}?(?:,|;|\band\b|\bplus\b|\bas well as\b)[^.;:()]{0,25}$", re.I)
_SUMMED = re.compile(
    r"(?:\btotal(?:s|ling|led)?(?: of| to| at)?|\bmaking|\ba sum of|\btogether)\s*(?:about |some )?$", re.I
)
_IN_ALL = re.compile(r"^(?: \w+){0,2},? (?:in all|in total|altogether|all told)\b", re.I)
_REJECTED = re.compile(r"\b(?:not|rather than|instead of)(?: (?:the|about|some))?\s*$", re.I)
_DIGIT = re.compile(r"\d")
_OPEN = frozenset({CountKind.SHARE, CountKind.VAGUE, CountKind.AT_MOST})
_APART = 0.1  # the share by which a rounded whole may differ from its parts
_MONTHS = [name.lower() for name in calendar.month_name]
_WEEKDAYS = [name.lower() for name in calendar.day_name]
_MONTH = "|".join(name for name in _MONTHS if name)
_DATED = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),? (?:the )?(?:night of )?)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?: of)? (?P<month>{_MONTH})"
    rf"|(?P<month_us>{_MONTH}) (?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?)\b(?!:)(?:,? (?P<year>\d{{4}})\b)?",
    re.I,
)


def wrong_sums(sentence: str) -> Iterator[str]:
    """The sums of a sentence that do not add up, in words. Parts of a list after the words of a whole, or before."""
    if (
        not _SHAPE.search(sentence)
        or sum(1 for _ in zip(_NUMBERS.finditer(sentence), range(_FEWEST), strict=False)) < _FEWEST
    ):
        return
    figures = [one for one in find_figures(sentence) if _counts(one, sentence)]
    for at, whole in enumerate(figures):
        between = _between(sentence, figures, at)
        rest = figures[at + 1 :]
        if _ALL_OF_IT.search(between) or _SOME_OF_IT.search(between):
            parts = _listed(sentence, rest, whole)
            yield from _held_against(whole, parts, all_of_it=bool(_ALL_OF_IT.search(between)))
        elif at >= 2 and _is_summed(sentence, whole):
            parts = _listed(sentence, list(reversed(figures[:at])), whole, backwards=True)
            yield from _held_against(whole, list(reversed(parts)), all_of_it=True)


def impossible_dates(sentence: str, years: Iterable[int]) -> Iterator[str]:
    """Days that no calendar has, and days of the week that do not fit their date. `years` serve where none is given."""
    if not _DIGIT.search(sentence):
        return
    known = sorted(set(years))
    for found in _DATED.finditer(sentence):
        month = _MONTHS.index((found["month"] or found["month_us"]).lower())
        day = int(found["day"] or found["day_us"])
        told = [int(found["year"])] if found["year"] else known
        told = [year for year in told if 1 <= year <= 9999]
        if not told or (found["month"] or found["month_us"]) == "may":
            continue
        if all(not 1 <= day <= calendar.monthrange(year, month)[1] for year in told):
            yield f"no calendar has “{found[0].strip()}”"
        elif found["weekday"]:
            yield from _wrong_weekday(found, month, day, told)


def _wrong_weekday(found: re.Match[str], month: int, day: int, years: Sequence[int]) -> Iterator[str]:
    weekdays = {
        year: _WEEKDAYS[date(year, month, day).weekday()]
        for year in years
        if day <= calendar.monthrange(year, month)[1]
    }
    if weekdays and found["weekday"].lower() not in weekdays.values():
        year, weekday = next(iter(weekdays.items()))
        yield f"“{found[0].strip()}”: that day of {year} was a {weekday.capitalize()}"


def _counts(figure: Count, sentence: str) -> bool:
    """False for a figure that is open or that the sentence rejects ("83 people, not 120")."""
    if figure.span is None or figure.kind in _OPEN or _value(figure) is None:
        return False
    return not _REJECTED.search(sentence[max(0, figure.span[0] - 30) : figure.span[0]])


def _held_against(whole: Count, parts: Sequence[Count], *, all_of_it: bool) -> Iterator[str]:
    if len(parts) < 2:
        return
    given, added = _value(whole) or 0, sum(_value(part) or 0 for part in parts)
    listed = " + ".join(f"{_value(part):,}" for part in parts)
    slack = given * _APART if CountKind.ABOUT in {one.kind for one in (whole, *parts)} else 0
    too_many = added > given + slack and whole.kind != CountKind.AT_LEAST
    too_few = all_of_it and added < given - slack
    if too_many or too_few:
        yield f"the parts {listed} give {added:,}, and the whole is given as {given:,}"


def _listed(sentence: str, figures: Sequence[Count], whole: Count, *, backwards: bool = False) -> list[Count]:
    """The run of figures that stand in one list, of the unit of the whole or of none."""
    parts: list[Count] = []
    for before, figure in pairwise([None, *figures]):
        if figure is None or not _may_be_part(figure, whole):
            break
        if before is not None:
            first, second = (figure, before) if backwards else (before, figure)
            assert first.span is not None
            assert second.span is not None
            if not _NEXT.search(sentence[first.span[1] : second.span[0]]):
                break
        parts.append(figure)
    return parts


def _may_be_part(figure: Count, whole: Count) -> bool:
    return figure.unit in (whole.unit, Unit.OTHER) or (whole.unit == Unit.OTHER and figure.unit == Unit.PEOPLE)


def _between(sentence: str, figures: Sequence[Count], at: int) -> str:
    if at + 1 >= len(figures):
        return ""
    own, following = figures[at].span, figures[at + 1].span
    assert own is not None
    assert following is not None
    return sentence[own[1] : following[0]]


def _is_summed(sentence: str, whole: Count) -> bool:
    assert whole.span
    before, after = sentence[: whole.span[0]], sentence[whole.span[1] :]
    return bool(_SUMMED.search(before[-40:]) or _IN_ALL.search(after[:60]))


def _value(count: Count) -> float | int | None:
    return count.best if count.best is not None else count.low
