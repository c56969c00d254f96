"""The words of dates and times, each with its class and value. Data only.

Every word has a class of one letter; the rules of `points` are patterns over these letters.

    M month      W weekday     w weekdays (plural)  U unit     u units (plural)   N number word   v vague number
    o ordinal    T today …     P part of the day    R relative  h this            q that, same    A ago
    L later …    E early …     G start, end         S season   m am, pm           c o'clock
    z zone       t the         a a, an              f of       i in, during        n on, at        b by
    d and        g to, until   r from               k between  s since             p before        j after
    Q fiscal, full
    e every      H noon, midnight                  F feast
    y about       V now, recently …    l over, for      J within
"""

from functools import cache

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed weds",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
UNITS = {
    "second": "second",
    "sec": "second",
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "night": "night",
    "week": "week",
    "weekend": "weekend",
    "workweek": "week",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "semester": "half",
    "season": "season",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "millennium": "millennium",
}
NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
VAGUE_NUMBERS = "several few many some couple dozen dozens scores hundreds thousands numerous recent".split()

# offsets in days
TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "overnight": 0}
# part of the day -> first and last hour; "night" runs into the next day
DAYPARTS = {
    "morning": (6, 12),
    "mornings": (6, 12),
    "forenoon": (6, 12),
    "afternoon": (12, 18),
    "afternoons": (12, 18),
    "evening": (18, 24),
    "evenings": (18, 24),
    "night": (18, 24),
    "nights": (18, 24),
    "dawn": (5, 7),
    "daybreak": (5, 7),
    "sunrise": (5, 7),
    "dusk": (18, 20),
    "sunset": (18, 20),
    "nightfall": (18, 20),
    "lunchtime": (12, 14),
    "midmorning": (9, 11),
    "midafternoon": (14, 16),
}
# hours that have a name; midnight is the end of the day it is named with
NOON = {"noon": 12, "midday": 12, "noontime": 12, "midnight": 24}
RELATIVE = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "forthcoming": 1,
    "current": 0,
    "present": 0,
    "latest": 0,
}
THIS = "this these".split()
THAT = "that same those very".split()
LATER = {
    "later": 1,
    "earlier": -1,
    "afterwards": 1,
    "afterward": 1,
    "beforehand": -1,
    "previously": -1,
    "hence": 1,
}
EARLY = {"early": "early", "mid": "mid", "late": "late", "middle": "mid"}
EDGES = {
    "start": "start",
    "beginning": "start",
    "opening": "start",
    "outset": "start",
    "onset": "start",
    "end": "end",
    "close": "end",
    "turn": "start",
    "middle": "mid",
}
# meteorological, northern: the convention of the gold
SEASONS = {
    "spring": 3,
    "springtime": 3,
    "summer": 6,
    "summertime": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
    "wintertime": 12,
}
# feasts with a fixed day, and those that move with Easter or by weekday are worked out in `feasts`
NOW = "now currently recently lately nowadays presently".split()
# short forms that are also words: only beside a number or another date word
SHY = frozenset(
    "may march mar sat sun mon wed thu fri sec min dec jan second fall spring half present past current".split()
)

# zone words: token -> normal token
ZONES = frozenset(
    "est edt cst cdt mst mdt pst pdt et ct pt mt gmt utc bst cet cest eet eest wet west msk kst jst hkt sgt ist pkt "
    "aest aedt awst acst nzst nzdt eat cat wat sast trt art brt clt akst hst".split()
)

_CLASSES: tuple[tuple[str, object], ...] = (
    ("M", MONTHS),
    ("W", WEEKDAYS),
    ("w", {f"{day}s": number for day, number in WEEKDAYS.items() if day.endswith("day")}),
    ("N", NUMBERS),
    ("v", VAGUE_NUMBERS),
    ("o", ORDINALS),
    ("U", UNITS),
    ("T", TODAY),
    ("P", DAYPARTS),
    ("H", NOON),
    ("R", RELATIVE),
    ("h", THIS),
    ("q", THAT),
    ("A", ["ago"]),
    ("Q", ["fiscal", "full", "calendar", "financial", "entire", "whole"]),
    ("L", LATER),
    ("E", EARLY),
    ("G", EDGES),
    ("S", SEASONS),
    ("V", NOW),
    ("t", ["the"]),
    ("a", ["a", "an"]),
    ("f", ["of"]),
    ("i", ["in", "during"]),
    ("n", ["on", "at"]),
    ("b", ["by"]),
    ("d", ["and", "or"]),
    ("g", ["to", "until", "till", "through", "thru"]),
    ("r", ["from"]),
    ("k", ["between"]),
    ("s", ["since"]),
    ("p", ["before"]),
    ("j", ["after"]),
    ("e", ["every", "each", "any"]),
    (
        "y",
        ["about", "around", "approximately", "roughly", "shortly", "nearly", "almost", "circa", "just", "barely", "so"],
    ),
    ("J", ["within"]),
    ("l", ["over", "for", "throughout"]),
)


@cache
def vocabulary() -> dict[str, tuple[str, object]]:
    """Lower-case word -> (class, value)."""
    words: dict[str, tuple[str, object]] = {}
    for letter, members in _CLASSES:
        items = members.items() if isinstance(members, dict) else ((word, word) for word in members)  # type: ignore[attr-defined]
        for word, value in items:
            words.setdefault(word, (letter, value))
    for word, unit in UNITS.items():
        plural = {"century": "centuries", "half": "halves", "millennium": "millennia"}.get(word, f"{word}s")
        words.setdefault(plural, ("u", unit))
    words["night"], words["nights"] = ("P", "night"), ("P", "nights")
    for word in DAYPARTS:
        words[word] = ("P", word)
    return words
