"""When an act happened: the dates a claim takes from its clause or its neighbours, and those it must not take."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.model.nouns import Document

# text, act, start, end; written on Thursday 16 May 2024
DATED = [
    ("Gunmen attacked the town on Sunday, killing five.", "killing", "2024-05-12", "2024-05-13"),
    ("Monday's raid on the camp left nine dead.", "killing", "2024-05-13", "2024-05-14"),
    ("Two weeks ago today gunmen took nine pupils.", "abduction", "2024-05-02", "2024-05-03"),
    ("On 3 May, police arrested nine people; on 5 May, they freed two.", "release", "2024-05-05", "2024-05-06"),
    ("Two of us were beaten, and on 2 March the house was burned.", "destruction", "2024-03-02", "2024-03-03"),
    ("On 3, 4 and 5 May police arrested nine people.", "detention", "2024-05-03", "2024-05-06"),
    ("In 2019, 2020 and 2021 police arrested nine people.", "detention", "2019-01-01", "2022-01-01"),
    ("She has been missing since 6 March, when soldiers arrested her.", "detention", "2024-03-06", "2024-03-07"),
    ("Join us on May 18th at 6 PM for a vigil.", "demonstration", "2024-05-18T18:00", None),
    ("A vigil will be held tomorrow evening at 7.", "demonstration", "2024-05-17T19:00", None),
    ("The council on Monday condemned the raid of 3 May.", "condemnation", "2024-05-13", "2024-05-14"),
    ("A second raid, on Tuesday, left dozens dead.", "attack", "2024-05-14", "2024-05-15"),
    (
        "The envoy was hurt in Monday's attack on the office, in which a guard died.",
        "killing",
        "2024-05-13",
        "2024-05-14",
    ),
    (
        "On 20 May the Lamp Circle is holding a concert in the hall (7 p.m.) and a march to the mill at 4 p.m.",
        "demonstration",
        "2024-05-20T16:00",
        None,
    ),
    ("A vigil (6 p.m. on 20 May) and a prayer will be held.", "prayer", "2024-05-20T18:00", None),
    ("On 30 April 70 convicts were freed.", "release", "2024-04-30", "2024-05-01"),
    ("On Tuesday 70 convicts were freed.", "release", "2024-05-14", "2024-05-15"),
    ("In April 12 convicts were freed.", "release", "2024-04-01", "2024-05-01"),
    ("On Tuesday 7 May convicts were freed.", "release", "2024-05-07", "2024-05-08"),
    ("Soldiers killed two men in 2021, and in 2022 they burned the mill.", "destruction", "2022-01-01", "2023-01-01"),
    ("On the night of 6 May soldiers came, and at 2 a.m. they killed a guard.", "killing", "2024-05-07T02:00", None),
    ("On Monday the court annulled his sentence.", "halt", "2024-05-13", "2024-05-14"),
    (
        "Soldiers came in the night of 6 to 7 May. One had a list. They killed the guard at 3 a.m.",
        "killing",
        "2024-05-07T03:00",
        None,
    ),
    ("Gunmen took eleven people on the 8th and released them two days later.", "release", "2024-05-10", "2024-05-11"),
]
# text, act: nothing dates it
UNDATED = [
    ("On Thursday residents blocked the bridge and demanded the arrest of those responsible.", "detention"),
    ("On Tuesday the ministry set up a panel to examine the deaths.", "killing"),
    ("The bridge, shut since the vote, reopened last Tuesday.", "border_closure"),
    ("If nobody answers we shall march again, as 400 of us marched in 2020.", "demonstration"),
    ("Police have freed nine of those rounded up after the July vote.", "release"),
    ("Her arrest on 3 May was condemned.", "condemnation"),
    ("They shut the crossing in May and will not reopen the border.", "border_opening"),
    ("In March 2022 the two sides agreed that Fiji would admit 150 refugees a year.", "arrival"),
    ("In March the cabinet decided to expel the refugees.", "forced_return"),
    ("The envoy said on 3 May that as many as 900 villagers had been deported.", "forced_return"),
    ("The envoy said on 3 May that, by some accounts, 900 villagers had been deported.", "forced_return"),
    ("14 October - Army spokesman denies that soldiers took part in the looting of the town.", "destruction"),
]


@pytest.mark.parametrize(("text", "act", "start", "end"), DATED)
def test_an_act_takes_the_date_of_its_clause_or_of_what_it_is_joined_to(
    text: str, act: str, start: str, end: str | None
) -> None:
    """Its own clause, the deed that causes it, a list of days, the date before its "and"."""
    assert _when(text, act) == (start, end)


@pytest.mark.parametrize(("text", "act"), UNDATED)
def test_a_date_of_something_else_is_left_out(text: str, act: str) -> None:
    """The date of asking, of examining, of a landmark, of the like, of a denial."""
    assert _when(text, act) == (None, None)


def test_those_two_days_are_the_two_told_last() -> None:
    """ "On those two days" goes back to a stretch of two days."""
    text = "Nine men were deported on 12 and 13 November. On those two days police arrested forty others."
    assert _when(text, "detention") == ("2023-11-12", "2023-11-14")


def _when(text: str, act: str) -> tuple[str | None, str | None]:
    claim = next(claim for claim in find_claims(_document(text)) if claim.act == act)
    return (claim.when.start, claim.when.end) if claim.when is not None else (None, None)


def _document(text: str) -> Document:
    return document("when", publisher="Lake Desk", published="2024-05-16", text=text, language="en")


def test_this_day_is_the_day_just_told_of() -> None:
    text = "The vigil marks Harbour Day on 20 June. The group asks students to volunteer on this day."
    (claim,) = [one for one in find_claims(_document(text)) if one.act == "volunteering"]
    assert claim.when is not None
    assert claim.when.start == "2024-06-20"
