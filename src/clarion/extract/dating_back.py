"""Words of time that only a text before them places: "during the period", "in that time", "nobody was hurt then"."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from clarion.language.hints import Guarded
from clarion.model.nouns import When
from clarion.model.vocabulary import Basis

Dates = Callable[[int], list[When]]  # the dates of the sentence of that number

_FAR = 80  # sentences looked back for the period that a text is about
_NEAR = 2  # sentences looked back for what "then" means
_MONTH, _MONTHS = (
    27,
    45,
)  # days of the shortest period, and of one that is surely no month named beside a single happening
# "Totals for the period", "900 people in that time", "over the same months"
_PERIOD = Guarded(
    r"\b(?:in|during|over|for|throughout|within|across)\s+(?:"
    r"(?:the|that|this)\s+(?:same\s+)?(?:(?:whole|entire|reporting|review|monitoring|reference)\s+)?period"
    r"|(?:that|the same)\s+(?:time|span)|(?:those|these|the same)\s+(?:\w+\s+)?(?:months|years))\b"
    r"(?!\s+(?:of|in|last|from|between|since|before|after|when|a year|the year|to come|ahead)\b)",
    "period time span months years",
)
# "Nobody was hurt then", "It had no lawyer at the time"
_THEN = Guarded(
    r"(?<=\w )(?<!\band )(?<!\bbut )(?<!\bsince )(?<!\bby )(?<!\buntil )(?<!\btill )(?<!\bfrom )(?<!\bonly )(?<!\bif )"
    r"(?<!\bwas )(?<!\bwere )(?<!\bis )(?<!\bare )(?<!\bhad )(?<!\bhave )(?<!\bhas )"
    r"(?:then|at (?:the|that) time)\b"
    r"(?=\s*(?:[.;!?)\"”]|,\s+(?:too|as well|and)\b|$|(?:with|by|too|as well|against)\b))",
    "then time",
)
_WHOLE = re.compile(r"\b(?:the|this)\s+(?:\w+\s+)?period", re.IGNORECASE)  # of the text, not of the sentence before
_SPOKEN = re.compile(
    r"\b(?:said|says|told|wrote|warned|announced|argued|claimed|insisted|promised|stated|noted|explained)\s*$",
    re.IGNORECASE,
)


def dates_back(text: str, number: int, start: int, dates_of: Dates) -> list[When]:
    """The time that a sentence without a date of its own refers to, at the words that refer; none where nothing fits.

    `text` is the sentence, which is the one of that `number` and begins at `start`.
    """
    found = _PERIOD.search(text)
    if found is not None:
        told = _period_before(number, dates_of, _MONTHS if _WHOLE.search(found[0]) else _MONTH)
        told = told or _period_before(number, dates_of, _MONTH)
    else:
        found = _THEN.search(text)
        if found is None or _SPOKEN.search(text, 0, found.start()):
            return []
        told = _time_before(number, dates_of)
    if told is None:
        return []
    return [replace(told, span=(start + found.start(), start + found.end()), basis=Basis.CONTEXT)]


def _period_before(number: int, dates_of: Dates, shortest: int) -> When | None:
    """The stretch of at least so many days told of last; the days of single happenings stand between them."""
    for at in range(number - 1, max(-1, number - _FAR), -1):
        for when in reversed(dates_of(at)):
            if _days(when) >= shortest:
                return when
    return None


def _time_before(number: int, dates_of: Dates) -> When | None:
    """The only date of the nearest sentence before that has one; of two it is not plain which is meant."""
    for at in range(number - 1, max(-1, number - 1 - _NEAR), -1):
        told = [when for when in dates_of(at) if when.start or when.end]
        if told:
            only = told[0] if len(told) == 1 else None
            return only if only is not None and only.start and only.end and "T" not in only.start else None
    return None


def _days(when: When) -> int:
    if not when.start or not when.end:
        return 0
    return (dt.date.fromisoformat(when.end[:10]) - dt.date.fromisoformat(when.start[:10])).days
