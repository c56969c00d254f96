"""Days that return, and hours that hold everywhere."""

import pytest

from building import claim, document
from clarion.model import Action, Basis, Precision, StanceKind, When
from clarion.respond import respond
from clarion.respond.observances import returning

DAY = "2023-09-24"
SAME = ["2024-09-24", "2025-09-24", "2026-09-24", "2027-09-24"]


def kept(sentence: str, words: str, day: str = DAY) -> tuple[str, ...] | None:
    at = sentence.index(words)
    end = f"{day[:-2]}{int(day[-2:]) + 1:02}"
    when = When(day, end, Precision.DAY, Basis.DOCUMENT_DATE, (at, at + len(words)))
    one = claim(document("one", text=sentence), "commemoration", 0, stance=StanceKind.ANNOUNCED, when=when)
    found = returning(sentence, one, sentence)
    return found.days if found else None


@pytest.mark.parametrize(
    ("sentence", "words", "days"),
    [
        ("It is kept each year on 24 September.", "24 September", SAME),
        ("It is kept annually on 24 September.", "24 September", SAME),
        # Saturday goes back, Sunday goes on
        ("Every year on 22 September or the nearest working day.", "22 September",
         ["2024-09-23", "2025-09-22", "2026-09-22", "2027-09-22"]),
        ("On the last Sunday of September each year.", "the last Sunday of September",
         ["2024-09-29", "2025-09-28", "2026-09-27", "2027-09-26"]),
        # a year that is named is one day: when the next annual vigil is, nobody said
        ("The annual vigil is on 24 September 2023.", "24 September 2023", None),
        ("It is kept every year, on 24 September 2023 for the first time.", "24 September 2023",
         SAME),
        ("A vigil is on 24 September.", "24 September", None),
        ("Annually reports are written; the vigil is in May.", "May", None),
    ],
)  # fmt: skip
def test_days_that_return_are_named_one_by_one(sentence: str, words: str, days: list[str] | None) -> None:
    day = "2023-09-22" if "22" in words else DAY
    if words == "May":
        at = sentence.index(words)
        when = When("2024-05-01T12:00", None, Precision.MINUTE, Basis.EXPLICIT, (at, at + 3))
        one = claim(document("one", text=sentence), "commemoration", 0, when=when)
        assert returning(sentence, one, sentence) is None
        return
    assert kept(sentence, words, day) == (tuple(days) if days else None)


def test_a_leap_day_returns_in_leap_years_alone() -> None:
    assert kept("Each year on 29 February.", "29 February", "2024-02-28") is not None
    sentence = "Each year on 29 February."
    when = When("2024-02-29", "2024-03-01", Precision.DAY, Basis.DOCUMENT_DATE, (13, 24))
    one = claim(document("one", text=sentence), "commemoration", 0, when=when)
    found = returning(sentence, one, sentence)
    assert found
    assert found.days == ("2028-02-29",)


def announced(text: str, *places: tuple[str, str, str]) -> Action:
    """The action of a text whose whole is one announcement for noon."""
    at = text.index("noon")
    when = When("2023-09-22T12:00", None, Precision.MINUTE, Basis.EXPLICIT, (at, at + 4))
    of = document("one", text=text, published="2023-09-01")
    one = claim(of, "demonstration", at, stance=StanceKind.ANNOUNCED, when=when, where=places)
    (action,) = respond([of], [one]).actions
    return action


@pytest.mark.parametrize(
    ("text", "places", "floats"),
    [
        ("We rally at noon at every embassy of the country.", (), True),
        ("We rally at noon at each of the consulates.", (), True),
        ("We rally at noon in all capitals.", (), True),
        ("We rally at noon around the world.", (), True),
        ("We rally at noon local time.", (), True),
        ("We rally at noon in Seoul and London.", (("at", "Seoul", "KR"), ("at", "London", "GB")), True),
        # one clock, two places
        ("We rally at noon in Berlin and Paris.", (("at", "Berlin", "DE"), ("at", "Paris", "FR")), False),
        ("We rally at noon local time in Seoul.", (("at", "Seoul", "KR"),), False),
        # a zone that is named is one moment, wherever somebody is
        ("We meet at noon UTC around the world.", (), False),
        ("We rally at noon before the embassy.", (), False),
        ("We rally at noon for all refugees.", (), False),
    ],
)
def test_one_hour_in_many_places_floats(text: str, places: tuple[tuple[str, str, str], ...], floats: bool) -> None:
    action = announced(text, *places)
    assert action.is_floating is floats
    if floats:
        assert action.timezone is None


def test_the_zone_is_kept_as_it_is_written() -> None:
    action = announced("We rally at noon EST in New York.", ("at", "New York", "US"))
    assert (action.timezone_as_written, action.timezone, action.timezone_problem) == ("EST", "America/New_York", True)
    assert announced("We rally at noon in Seoul.", ("at", "Seoul", "KR")).timezone_as_written is None
