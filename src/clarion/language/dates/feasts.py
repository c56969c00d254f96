"""Feasts and public days with a day in the Gregorian calendar. Data with two small computations."""

import datetime as dt

FIXED = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "new years day": (1, 1),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "valentine's day": (2, 14),
    "valentines day": (2, 14),
    "may day": (5, 1),
    "women's day": (3, 8),
    "international women's day": (3, 8),
    "nowruz": (3, 21),
    "nauryz": (3, 21),
    "world press freedom day": (5, 3),
    "world refugee day": (6, 20),
    "human rights day": (12, 10),
    "international migrants day": (12, 18),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
}
# days after Easter Sunday
EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "pentecost": 49,
}
# month, weekday (Monday is 0), which one of the month (-1: the last)
FLOATING = {
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}


def feast_day(name: str, year: int) -> dt.date | None:
    """The day of a feast in a year, or None for a feast that is not in the tables."""
    if name in FIXED:
        return dt.date(year, *FIXED[name])
    if name in EASTER:
        return easter(year) + dt.timedelta(days=EASTER[name])
    if name in FLOATING:
        month, weekday, which = FLOATING[name]
        if which > 0:
            first = dt.date(year, month, 1)
            return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
        last = dt.date(year, month + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    return None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
