"""Small hours after a night, days and halves of a month, hours without a half of the day."""

import datetime as dt

import pytest

from clarion.language.dates import find_dates

WRITTEN = dt.date(2023, 9, 1)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("In the night of 3 to 4 May 2022 they came; at 3 a.m. they left.", "2022-05-04T03:00"),
        ("On the night of 6 May 2022 they came, and at 2 a.m. they left.", "2022-05-07T02:00"),
        ("On the night of 6 May 2022 they came, and at 11 p.m. they left.", "2022-05-06T23:00"),
        ("On the evening of 6 May 2022 they met; at 1 a.m. they parted.", "2022-05-07T01:00"),
        ("On the morning of 6 May 2022 they came; at 4 a.m. they left.", "2022-05-06T04:00"),
    ],
)
def test_small_hours_told_after_a_night_are_of_the_next_day(text: str, start: str) -> None:
    """Of an evening and a night, not of a morning; an hour before midnight is of the day itself."""
    assert find_dates(text, written_on=WRITTEN)[-1].start == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("the 9th of last month", "2023-08-09", "2023-08-10"),
        ("those held on the 12th must be freed", "2023-08-12", "2023-08-13"),
        ("the weekend of 4-5 March 2023", "2023-03-04", "2023-03-06"),
        ("the first half of April 2023", "2023-04-01", "2023-04-16"),
        ("the second half of April 2023", "2023-04-16", "2023-05-01"),
        ("the March of 2021", "2021-03-01", "2021-04-01"),
    ],
)
def test_days_and_parts_of_a_month_are_named_in_many_ways(text: str, start: str, end: str) -> None:
    """Days of the month before, weekends and halves by their dates."""
    (when,) = find_dates(text, written_on=WRITTEN)
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize("text", ["March of the mothers", "the 12th brigade", "tomorrow at 10 places"])
def test_a_name_or_a_figure_is_no_month_day_or_hour(text: str) -> None:
    """A march by its name, an ordinal before its noun, a figure before its noun."""
    assert all(when.start is None or "T" not in when.start for when in find_dates(text, written_on=WRITTEN))
    assert not text.startswith("March") or not find_dates(text, written_on=WRITTEN)
