"""Days told by their place in a text: the days of a gathering, "those two days", days to come, labels of entries."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from clarion.extract.frames import Frame
from clarion.extract.sentence import Found, Reading
from clarion.language.wordlists import words
from clarion.model.nouns import When
from clarion.model.vocabulary import Basis, Precision, StanceKind

_UNDATED = frozenset(("breach", "halt"))
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "4": 4, "5": 5}
_AHEAD = frozenset((StanceKind.ANNOUNCED, StanceKind.EXPECTED, StanceKind.CALLED_FOR))
_WEEKDAY = re.compile(
    r"(?:on |by |before |until |for |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? \d)", re.IGNORECASE
)
_LABEL_MARKS = frozenset(("-", "–", "—", "--", ":"))
_LABEL_WORDS = 9
_SUMS = words("total totals toll tally figures numbers sum summary overview")
_SUM_WORDS = words("figures numbers toll of for in from over during the and overview ( ,")
_WEEK_AGO = dt.timedelta(days=-7)
_DAYS = frozenset((Precision.DAY, Precision.MINUTE, Precision.HOUR))
_ORDER = {Precision.MINUTE: 0, Precision.HOUR: 0, Precision.DAY: 1, Precision.OPEN: 1, Precision.WEEK: 2}


def those_days(reading: Reading, frame: Frame, own: set[int], told: Sequence[When]) -> When | None:
    """ "on those two days": the stretch of as many days that was told last; "those days" is the last of several."""
    if frame.word.act in _UNDATED:
        return None
    words_ = reading.words
    for at, word in enumerate(words_):
        if word not in ("those", "these", "same") or at not in own:
            continue
        number = _NUMBERS.get(words_[at + 1], 0) if at + 1 < len(words_) else 0
        noun = words_[at + (2 if number else 1)] if at + 2 < len(words_) else ""
        if noun in ("days", "nights"):
            return next(
                (when for when in reversed(told) if _length(when) == number or (not number and _length(when) > 1)), None
            )
    return None


def days_of(reading: Reading, frame: Frame) -> list[When]:
    """The days of a gathering; a bare day takes the hours of the next one ("Wednesday and Thursday from 11")."""
    others = [one.first for one in reading.acts if one.first > frame.word.last and one.act != frame.word.act]
    behind = [f for f in reading.dates if f.at > frame.word.last and is_placed(f)]
    mine = [f for f in behind if not others or f.at < others[0]] or behind
    bare = all(is_bare_clock(f) for f in mine)
    found = [
        f.what
        for f in mine
        if isinstance(f.what, When) and f.what.start and f.what.precision in _DAYS and (bare or not is_bare_clock(f))
    ]
    days: list[When] = []
    for number, when in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if when.precision is Precision.DAY and following is not None and "T" in (following.start or "") and days:
            when = at_hours_of(when, following)
        if all((when.start or "")[:10] != (other.start or "")[:10] for other in days):
            days.append(when)
    return days


def ahead(when: When | None, stance: StanceKind, text: str, written_on: dt.date | None) -> When | None:
    """A bare weekday of something to come is the next one; a date before the document's is not its date."""
    if when is None or when.span is None or written_on is None or stance not in _AHEAD:
        return when
    if not when.start:
        late = bool(when.end) and (when.end or "")[:10] <= written_on.isoformat()
        weekday = _WEEKDAY.match(text[slice(*when.span)])
        return replace(when, end=_shifted(when.end)) if late and weekday else when
    if when.end and when.end[:10] <= written_on.isoformat() and not _WEEKDAY.match(text[slice(*when.span)]):
        if when.basis is Basis.CONTEXT and dt.date.fromisoformat(when.start[:10]) - written_on >= _WEEK_AGO:
            return replace(when, start=_shifted(when.start), end=_shifted(when.end))  # "Saturday. … the night before"
        return None  # what is to come is not dated by what has been
    if not _WEEKDAY.match(text[slice(*when.span)]) or dt.date.fromisoformat(when.start[:10]) >= written_on:
        return when
    return replace(when, start=_shifted(when.start), end=_shifted(when.end))


def entry_date(reading: Reading) -> When | None:
    """The date that a sentence begins with as a label: "3 July - Shelling of …", "Saturday 1 June at 2 pm: march"."""
    end = next((at for at, word in enumerate(reading.words[:_LABEL_WORDS]) if at and word in _LABEL_MARKS), -1)
    if end < 0:
        return None
    labels = [found for found in reading.dates if found.last < end or found.at < end <= found.last]
    labels = [found for found in labels if is_placed(found) and (found.at <= 1 or _is_of_sum(reading, found))]
    if not labels or any(home >= 0 and reading.parse.predicates[home].first < end for home in reading.homes[:end]):
        return None
    best = min(labels, key=rank)
    return best.what if isinstance(best.what, When) else None


def _is_of_sum(reading: Reading, found: Found) -> bool:
    """ "Totals for the period: …", "In all, July to November: …": the time of a sum is that of all that is summed."""
    return reading.words[0] in _SUMS and all(word in _SUM_WORDS for word in reading.words[1 : found.at])


def at_hours_of(when: When, other: When) -> When:
    """The day of one date with the hours of another."""
    day = (when.start or "")[:10]
    end = day + other.end[10:] if other.end and "T" in other.end else None
    return replace(when, start=day + (other.start or "")[10:], end=end, precision=other.precision)


def is_placed(found: Found) -> bool:
    """Whether a date could be placed in the calendar."""
    return isinstance(found.what, When) and bool(found.what.start or found.what.end)


def is_bare_clock(found: Found) -> bool:
    """Whether a clock time stands without its day, and so has only borrowed one."""
    when = found.what
    return isinstance(when, When) and when.basis is Basis.CONTEXT and "T" in (when.start or "")


def rank(found: Found) -> int:
    """How narrow a date is: 0 for a clock time, 9 for one that says nothing."""
    precision = found.what.precision if isinstance(found.what, When) else None
    return _ORDER.get(precision, 3) if precision is not None else 9


def _length(when: When) -> int:
    if not when.start or not when.end:
        return 0
    return (dt.date.fromisoformat(when.end[:10]) - dt.date.fromisoformat(when.start[:10])).days


def _shifted(moment: str | None) -> str | None:
    if moment is None:
        return None
    day = dt.date.fromisoformat(moment[:10]) + dt.timedelta(days=7)
    return day.isoformat() + moment[10:]
