"""Asks merge by addressee and act; announced gatherings become actions with their hours and zones."""

from dataclasses import replace

import pytest

from building import claim, document
from clarion.model import (
    ActId,
    Claim,
    Document,
    Party,
    Place,
    PlaceRole,
    Precision,
    Region,
    RegionKind,
    StanceKind,
    When,
)
from clarion.respond import respond

ASKED = StanceKind.CALLED_FOR


def asked(of: Document, act: str, start: int, addressee: Party | None, **more: object) -> Claim:
    return replace(claim(of, act, start, stance=ASKED, **more), addressees=(addressee,) if addressee else ())


def test_one_addressee_asked_for_one_act_is_one_ask() -> None:
    one = document("one", publisher="Border Watch", published="2024-05-04")
    two = document("two", publisher="Vardo Clinic", published="2024-05-06")
    claims = [
        replace(asked(one, "halt", 0, Party("Norway", "state:NO")), object_act=ActId("forced_return")),
        replace(
            asked(two, "halt", 0, Party("the Norwegian authorities", "state:NO")), object_act=ActId("forced_return")
        ),
        asked(two, "release", 5, Party("the Norwegian authorities", "state:NO")),
    ]
    asks = respond([one, two], claims).asks
    assert sorted(len(ask.claims) for ask in asks) == [1, 2]
    merged = next(ask for ask in asks if len(ask.claims) == 2)
    assert merged.made_by == ("Border Watch", "Vardo Clinic")


def test_articles_do_not_part_an_addressee() -> None:
    one = document("one", publisher="Border Watch")
    claims = [asked(one, "release", n, Party(name)) for n, name in enumerate(["the Guard", "Guard"])]
    assert len(respond([one], claims).asks) == 1


def test_the_earliest_date_is_the_deadline() -> None:
    one = document("one", publisher="Border Watch", published="2024-05-04")
    claims = [
        asked(one, "release", n, Party("the Guard"), when=day) for n, day in enumerate(["2024-06-02", "2024-05-20"])
    ]
    assert respond([one], claims).asks[0].deadline == "2024-05-21"


def rally(
    text: str, when: When, country: str = "US", name: str = "New York", published: str = "2023-09-01"
) -> tuple[Document, Claim]:
    of = document("rally", publisher="Border Watch", published=published, text=text)
    told = replace(claim(of, "demonstration", 0, stance=StanceKind.ANNOUNCED), span=(0, len(text)), quote=text)
    return of, replace(told, when=when, where=(Place(name, PlaceRole.AT, None, country),))


@pytest.mark.parametrize(
    ("text", "day", "problem"),
    [
        ("A rally will be held in New York on 5 September from 1 pm to 2:30 pm EST.", "2023-09-05", True),
        ("A rally will be held in New York on 5 September from 1 pm to 2:30 pm EDT.", "2023-09-05", False),
        ("A rally will be held in New York on 5 December from 1 pm to 2:30 pm EST.", "2023-12-05", False),
        ("A rally will be held in New York on 5 September from 1 pm to 2:30 pm.", "2023-09-05", False),
    ],
)
def test_a_zone_that_contradicts_the_date_is_flagged(text: str, day: str, problem: bool) -> None:
    when = When(f"{day}T13:00", f"{day}T14:30", Precision.MINUTE)
    of, told = rally(text, when)
    (action,) = respond([of], [told]).actions
    assert (action.timezone, action.timezone_problem) == ("America/New_York", problem)
    assert (action.start, action.end) == (f"{day}T13:00", f"{day}T14:30")


def test_a_whole_day_has_no_end() -> None:
    of, told = rally(
        "A vigil will be held in New York on 5 September.", When("2023-09-05", "2023-09-06", Precision.DAY)
    )
    assert respond([of], [told]).actions[0].end is None


def test_what_lies_before_the_document_is_no_action() -> None:
    of, told = rally("A vigil was to be held.", When("2023-08-05", "2023-08-06", Precision.DAY))
    assert respond([of], [told]).actions == ()


def test_a_week_is_no_appointment() -> None:
    of, told = rally("Rallies will be held next week.", When("2023-09-04", "2023-09-11", Precision.WEEK))
    assert respond([of], [told]).actions == ()


def test_what_readers_are_asked_to_do_is_an_action_without_a_start() -> None:
    of = document("call", publisher="Border Watch", published="2023-09-01")
    pledge = asked(of, "boycott", 0, None)
    (action,) = respond([of], [pledge]).actions
    assert (action.kind, action.start) == ("boycott", None)


def test_what_a_state_is_asked_to_do_is_no_action_of_readers() -> None:
    of = document("call", publisher="Border Watch", published="2023-09-01")
    assert respond([of], [asked(of, "volunteering", 0, Party("Norway", "state:NO"))]).actions == ()


def test_the_order_makes_no_difference() -> None:
    of, told = rally(
        "A vigil will be held in New York on 5 September.", When("2023-09-05", "2023-09-06", Precision.DAY)
    )
    claims = [told, asked(of, "release", 50, Party("the Guard")), asked(of, "boycott", 60, None)]
    assert respond([of], claims) == respond([of], claims[::-1])


def test_what_is_put_to_all_readers_is_put_to_nobody_in_particular() -> None:
    of = document("call", publisher="Border Watch", published="2023-09-01")
    prayer = asked(of, "prayer", 0, Party("individuals"))
    found = respond([of], [prayer])
    assert found.asks[0].addressee is None
    assert [action.kind for action in found.actions] == ["prayer"]


def test_a_short_name_is_shown_in_full_when_one_name_fits() -> None:
    of = document("call", publisher="Border Watch", published="2023-09-01")
    claims = [asked(of, "release", 0, Party("Berg")), asked(of, "arrival", 5, Party("Ada Berg"))]
    assert {ask.addressee for ask in respond([of], claims).asks} == {"Ada Berg"}


def test_the_zone_of_the_dateline_settles_a_code_that_several_zones_use() -> None:
    text = "WASHINGTON DC – 1 September 2023 | Rallies will be held on 5 September from 1 pm to 2:30 pm EST."
    of, told = rally(text, When("2023-09-05T13:00", "2023-09-05T14:30", Precision.MINUTE))
    of = replace(of, regions=(Region(RegionKind.DATELINE, (0, 32)),))
    (action,) = respond([of], [replace(told, where=())]).actions
    assert (action.timezone, action.timezone_problem) == ("America/New_York", True)
