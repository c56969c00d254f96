"""Counts, dates, places and voices in words."""

import pytest

from clarion.model import Affected, CitedVoice, Count, CountKind, Place, PlaceRole, Precision, Unit, VoiceRole, When
from clarion.publish.figures import cannot_all_be_true
from clarion.publish.phrases import (
    affected_words,
    chain_words,
    count_words,
    day_words,
    listed,
    told_by,
    when_words,
    where_words,
)
from clarion.publish.words import norm_words

K, P, U = CountKind, Precision, Unit


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (None, "unknown"),
        (Count(93, 93, 93, U.PEOPLE), "93 people"),
        (Count(1, 1, 1, U.PEOPLE), "1 person"),
        (Count(None, None, 90, U.PEOPLE, K.ABOUT), "about 90 people"),
        (Count(90, 100, None, U.PEOPLE, K.RANGE), "90 to 100 people"),
        (Count(501, None, None, U.PEOPLE, K.AT_LEAST), "at least 501 people"),
        (Count(None, 2000, None, U.PEOPLE, K.AT_MOST), "at most 2,000 people"),
        (
            Count(200, None, None, U.PEOPLE, K.VAGUE),
            "some hundreds of people (a vague word in the text; read as at least 200)",
        ),
        (Count(3, None, None, U.PEOPLE, K.VAGUE), "several people (a vague word in the text; read as at least 3)"),
        (Count(24, None, None, U.OTHER, K.VAGUE), "some dozens (a vague word in the text; read as at least 24)"),
        (Count(kind=K.VAGUE), "unknown"),
        (Count(0.5, None, None, U.PEOPLE, K.SHARE, "those held"), "at least 50% of those held"),
        (Count(None, None, 0.333, U.PEOPLE, K.SHARE), "33.3% of an unnamed whole"),
        (Count(2, 2, 2, U.VEHICLES), "2 vehicles"),
        (Count(3, 3, 3, U.OTHER), "3"),
        (Count(kind=K.RANGE), "unknown"),
    ],
)
def test_a_figure_in_words_says_no_more_than_the_figure(count: Count | None, expected: str) -> None:
    assert count_words(count) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, "unknown"),
        (When(), "unknown"),
        (When("2023-08-29", "2023-08-30", P.DAY), "29 August 2023"),
        (When("2023-09-05", "2023-09-08", P.DAY), "5 to 7 September 2023"),
        (When("2023-08-30", "2023-09-02", P.DAY), "30 August to 1 September 2023"),
        (When("2023-12-30", "2024-01-02", P.DAY), "30 December 2023 to 1 January 2024"),
        (When("2021-11-01", "2021-12-01", P.MONTH), "November 2021"),
        (When("2023-01-01", "2024-01-01", P.YEAR), "2023"),
        (When("2023-08-28", "2023-09-04", P.WEEK), "in the week of 28 August 2023"),
        (When("2020-01-22", None, P.OPEN), "since 22 January 2020"),
        (When(None, "2020-01-22", P.OPEN), "by 21 January 2020"),
        (When("2023-09-05T13:00", "2023-09-05T14:30", P.MINUTE), "5 September 2023, 13:00 to 14:30"),
        (When("2023-09-05T22:00", "2023-09-06T02:00", P.MINUTE), "5 September 2023, 22:00 to 6 September 2023, 02:00"),
        (When("2023-10-09T20:00", None, P.HOUR), "9 October 2023, 20:00"),
    ],
)
def test_an_interval_in_words_is_no_finer_than_it_is_known(when: When | None, expected: str) -> None:
    assert when_words(when) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-08-29", "29 August 2023"),
        ("2023-08", "August 2023"),
        ("2023", "2023"),
        ("soon", "soon"),
        (None, "unknown"),
    ],
)
def test_a_day_in_words(day: str | None, expected: str) -> None:
    assert day_words(day) == expected


def test_places_are_told_by_their_role() -> None:
    way = (Place("Ruili", PlaceRole.FROM, "geonames:1", "CN"), Place("Muse", PlaceRole.TO, "geonames:2", "MM"))
    assert where_words(way) == "from Ruili (China) to Muse (Myanmar)"
    assert where_words(()) == "unknown"
    assert where_words((Place("China", PlaceRole.AT, "state:CN", "CN"),)) == "China"


def test_a_chain_of_voices_is_told_outermost_first() -> None:
    chain = (CitedVoice("A", VoiceRole.PUBLISHER), CitedVoice("B", VoiceRole.QUOTED), CitedVoice("C", VoiceRole.CITED))
    assert chain_words(chain) == "A, quoting B, citing C"
    assert chain_words(()) == "unknown voice"
    assert told_by(chain) == "C (through A)"
    assert told_by(chain[:1]) == "A"


def test_a_description_that_repeats_the_unit_is_said_once() -> None:
    assert affected_words(Affected("people", count=Count(3, 3, 3, U.PEOPLE))) == "3 people"
    assert affected_words(Affected("families from Kayin")) == "families from Kayin"


@pytest.mark.parametrize(
    ("names", "most", "expected"),
    [([], 0, ""), (["a"], 0, "a"), (["a", "b", "a"], 0, "a and b"), (["a", "b", "c", "d"], 2, "a, b and 2 more")],
)
def test_names_are_listed_once(names: list[str], most: int, expected: str) -> None:
    assert listed(names, most=most) == expected


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        ("ref-1951/33", "1951 Refugee Convention, article 33"),
        ("ref-1967", "1967 Refugee Protocol"),
        ("custom/non-refoulement", "Customary international law: non-refoulement"),
        ("constitution:KR/3", "Constitution of South Korea, article 3"),
        ("new-2030/4", "new-2030, article 4"),
    ],
)
def test_a_norm_is_named_by_its_instrument(norm: str, expected: str) -> None:
    assert norm_words(norm) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([Count(93, 93, 93, U.PEOPLE), Count(80, 80, 80, U.PEOPLE)], True),
        ([Count(90, 100, None, U.PEOPLE, K.RANGE), Count(93, 93, 93, U.PEOPLE)], False),
        ([Count(None, None, 90, U.PEOPLE, K.ABOUT), Count(80, 80, 80, U.PEOPLE)], False),  # about 90 may be 80 to some
        ([Count(500, None, None, U.PEOPLE, K.AT_LEAST), Count(None, 400, None, U.PEOPLE, K.AT_MOST)], True),
        ([Count(2, 2, 2, U.VEHICLES), Count(93, 93, 93, U.PEOPLE)], False),
        ([], False),
    ],
)
def test_figures_contradict_only_when_no_number_fits_both(counts: list[Count], expected: bool) -> None:
    assert cannot_all_be_true(counts) is expected
