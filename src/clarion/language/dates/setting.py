"""What an expression is read against."""

import datetime as dt
from dataclasses import dataclass


@dataclass(slots=True)  # not frozen: one a date is made; never changed
class Setting:
    """What a point is read against: the document's date, the time told of last, the tense near (-1, 0, 1)."""

    written_on: dt.date | None
    anchor: dt.date | None = None
    anchor_unit: str = "day"
    tense: int = 0
    day_first: bool = False
