"""Intervals of local dates."""

from datetime import date

import pytest

from clarion.model import When
from clarion.model.intervals import days, first_day, last_day, touch


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (When("2023-08-29", "2023-08-30"), date(2023, 8, 29), date(2023, 8, 29)),
        (When("2023-08-29T13:00", "2023-08-29T14:30"), date(2023, 8, 29), date(2023, 8, 29)),
        (When("2023-08-29T22:00", "2023-08-30T00:00"), date(2023, 8, 29), date(2023, 8, 29)),
        (When("2020-01-22", None), date(2020, 1, 22), None),
        (When(None, "2020-01-22"), None, date(2020, 1, 21)),
        (None, None, None),
    ],
)
def test_an_end_is_outside(when: When | None, first: date | None, last: date | None) -> None:
    assert (first_day(when), last_day(when)) == (first, last)


def test_a_clock_time_without_an_end_lies_in_its_day() -> None:
    assert days(When("2023-08-29T03:00", None)) == (date(2023, 8, 29), date(2023, 8, 29))
    assert days(When("2023-08-29", None)) is None


@pytest.mark.parametrize(
    ("left", "right", "slack", "expected"),
    [
        (When("2023-08-29", "2023-08-30"), When("2023-08-01", "2023-09-01"), 0, True),
        (When("2023-08-29", "2023-08-30"), When("2023-08-30", "2023-08-31"), 0, False),
        (When("2023-08-29", "2023-08-30"), When("2023-08-30", "2023-08-31"), 1, True),
        (When("2023-08-29", None), When("2024-01-01", "2024-01-02"), 0, True),
        (When(None, "2023-08-29"), When("2024-01-01", "2024-01-02"), 0, False),
        (When("2023-08-29T03:00", None), When("2023-08-30", "2023-08-31"), 0, False),
        (When(None, None), When("2023-08-29", "2023-08-30"), 0, False),
        (None, When("2023-08-29", "2023-08-30"), 0, False),
    ],
)
def test_intervals_touch_when_they_share_a_day(
    left: When | None, right: When | None, slack: int, expected: bool
) -> None:
    assert touch(left, right, slack=slack) is expected
    assert touch(right, left, slack=slack) is expected
