"""A `Point`: an expression of time as the words give it, before it is placed on the calendar.

Every field is what the words say and nothing inferred.
"""

from collections.abc import Callable
from dataclasses import dataclass

from clarion.language.dates.lexer import Token


@dataclass(slots=True)
class Point:
    """One expression. `start` and `end` are its span; `unit` is the finest unit that the words give for the date.

    `rel` counts units from the anchor (last month: -1); `count` makes a stretch of that many units before or behind
    the anchor; `anchor` is "document" or "context"; `null` names why nothing can be placed (duration, set, vague).
    Not to be changed once a builder has given it away.
    """

    start: int
    end: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    rel: float | None = None
    count: int | None = None
    nth: int | None = None
    anchor: str = "document"
    part: str | None = None  # early, mid, late, start, end
    season: int | None = None
    daypart: str | None = None
    hour: int | None = None
    minute: int = 0
    until_hour: int | None = None
    until_minute: int = 0
    rough: bool = False
    direction: int = 0  # -1 past, 1 future, as said by the words themselves
    extra_days: int = 0
    sign: str = ""  # since, until, before, after
    null: str = ""
    last: "Point | None" = None  # end of a range
    zone: tuple[int, int] | None = None
    feast: str | None = None
    shift: tuple[int, str] | None = None  # "two days after" a date: (2, "day")

    @property
    def has_date(self) -> bool:
        """True when the words give a day, month, year or a relative unit, not only a time of day."""
        return any(
            value is not None
            for value in (self.year, self.month, self.day, self.weekday, self.rel, self.season, self.feast)
        )

    @property
    def has_clock(self) -> bool:
        """True when the words give a clock time."""
        return self.hour is not None


Tokens = list[Token]
Builder = Callable[[str, Tokens, int, int], "Point | list[Point] | None"]


def span_of(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The span of the tokens, without a full stop or comma at their end."""
    end = tokens[last - 1].end
    while last - 1 > first and tokens[last - 1].value in (".", ","):
        last -= 1
        end = tokens[last - 1].end
    return tokens[first].start, end


def value_of(codes: str, tokens: Tokens, first: int, last: int, letters: str) -> object:
    """The value of the first token of one of these classes, or None."""
    for index in range(first, last):
        if codes[index] in letters:
            return tokens[index].value
    return None


def whole(value: object) -> int | None:
    """The value as a whole number, or None."""
    return int(value) if isinstance(value, int | float) else None


def number_of(codes: str, tokens: Tokens, first: int, last: int) -> int | None:
    """The number of a stretch: digits, words ("twenty-five") or "a"."""
    total = None
    for index in range(first, last):
        if codes[index] in "NDB":
            value = whole(tokens[index].value) or 0
            total = value if total is None else (total * value if value >= 100 else total + value)
        elif codes[index] == "a" and total is None:
            total = 1
    return total


FISCAL = frozenset({"fiscal", "financial", "school", "academic"})


def is_fiscal(tokens: Tokens, first: int, last: int) -> bool:
    """True when the unit is one of a calendar that the words do not give: a fiscal or school year."""
    return any(tokens[index].word in FISCAL for index in range(max(0, first - 1), last))
