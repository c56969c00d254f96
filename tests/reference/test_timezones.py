"""Time zones: meanings of letters, zones of places, contradictions."""

from datetime import date

import pytest

from clarion.reference.timezones import candidates, contradicts, offset_of, zone_of

SUMMER, WINTER = date(2023, 9, 5), date(2023, 1, 5)


@pytest.mark.parametrize(
    ("token", "offsets"),
    [
        ("EST", {-300}), ("EDT", {-240}), ("ET", {-300, -240}), ("CST", {-360, 480, -300}), ("BST", {60, 360}),
        ("CET", {60}), ("KST", {540}), ("UTC+9", {540}), ("GMT-05:00", {-300}), ("UTC+0530", {330}), ("e.s.t.", {-300}),
        ("Eastern Time", {-300, -240}), ("UTC", {0}), ("PM", set()), ("lunch", set()), ("", set()),
    ],
)  # fmt: skip
def test_letters_mean_offsets(token: str, offsets: set[int]) -> None:
    """An ambiguous token has all its meanings; what is no zone has none."""
    assert {candidate.offset for candidate in candidates(token)} == offsets


@pytest.mark.parametrize(
    ("token", "zone", "day", "expected"),
    [
        ("EST", "America/New_York", SUMMER, True),
        ("EST", "America/New_York", WINTER, False),
        ("EDT", "America/New_York", SUMMER, False),
        ("EDT", "America/New_York", WINTER, True),
        ("ET", "America/New_York", SUMMER, False),
        ("EST", "America/Panama", SUMMER, False),  # no summer time there
        ("CST", "Asia/Shanghai", SUMMER, False),
        ("CST", "America/Chicago", SUMMER, True),
        ("CET", "Europe/Berlin", date(2023, 7, 1), True),
        ("GMT", "Europe/London", date(2023, 7, 1), True),
        ("KST", "Asia/Seoul", SUMMER, False),
        ("nonsense", "Asia/Seoul", SUMMER, None),
        ("KST", "Nowhere/Land", SUMMER, None),
    ],
)
def test_a_zone_contradicts_a_date_or_does_not(token: str, zone: str, day: date, expected: bool | None) -> None:
    """EST in September in New York does."""
    assert contradicts(token, zone, day) is expected


@pytest.mark.parametrize(
    ("country", "name", "lat", "lon", "zone"),
    [
        ("KR", "Seoul", None, None, "Asia/Seoul"),
        ("state:KR", None, None, None, "Asia/Seoul"),
        ("US", "Washington", None, None, "America/New_York"),
        ("US", None, 34.05, -118.24, "America/Los_Angeles"),
        ("US", None, None, None, None),  # several zones, nothing decides
        ("DE", None, None, None, "Europe/Berlin"),  # two zones with one clock
        ("CN", "Dandong", None, None, "Asia/Shanghai"),
        (None, None, None, None, None),
    ],
)
def test_a_place_keeps_a_zone(
    country: str | None, name: str | None, lat: float | None, lon: float | None, zone: str | None
) -> None:
    """By name, by point, by state; None when that does not decide."""
    assert zone_of(country, name, lat, lon) == zone


def test_an_offset_is_minutes_east() -> None:
    """Of Pyongyang, which changed in 2015 and 2018."""
    assert [offset_of("Asia/Pyongyang", date(year, 1, 1)) for year in (2015, 2016, 2019)] == [540, 510, 540]
