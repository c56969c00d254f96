"""Actions of a month in a grid of weeks."""

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from clarion.flow.desk.rows import ActionRow

_WEEKS = calendar.Calendar(calendar.MONDAY)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the grid, with what begins on it. Days of the months around are there and empty."""

    day: datetime.date
    is_inside: bool
    is_today: bool
    rows: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks from Monday to Sunday. `before` and `after` are the months around, as `2024-03`."""

    first: datetime.date
    weeks: tuple[tuple[Day, ...], ...]
    before: str
    after: str


def month_of(text: str | None) -> datetime.date | None:
    """The first day of a month written as `2024-03`; None when it is none."""
    try:
        return datetime.date.fromisoformat(f"{text}-01") if text else None
    except ValueError:
        return None


def last_of(first: datetime.date) -> datetime.date:
    """The last day of a month."""
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def lay_out(first: datetime.date, rows: Iterable[ActionRow], today: datetime.date) -> Month:
    """The grid of a month."""
    by_day: dict[str, list[ActionRow]] = defaultdict(list)
    for row in rows:
        by_day[(row.action.start or "")[:10]].append(row)
    weeks = tuple(
        tuple(
            Day(
                day,
                day.month == first.month,
                day == today,
                tuple(by_day[day.isoformat()]) if day.month == first.month else (),
            )
            for day in week
        )
        for week in _WEEKS.monthdatescalendar(first.year, first.month)
    )
    before = first - datetime.timedelta(days=1)
    after = last_of(first) + datetime.timedelta(days=1)
    return Month(first, weeks, f"{before:%Y-%m}", f"{after:%Y-%m}")
