"""A title is made only of what claims say, and reads like a sentence part."""

import pytest

from building import claim, document, people
from clarion.model import Count
from clarion.reconcile import reconcile

TITLES = [
    ("asylum seekers", people(best=26), "Detention of 26 asylum seekers"),
    ("a second group", people(best=15), "Detention of a second group (15 people)"),
    ("My cousin", people(best=1), "Detention of my cousin"),
    ("the men", people(best=4), "Detention of the men (4 people)"),
    ("Mr Dorrim", people(best=52), "Detention of Mr Dorrim (52 people)"),
    ("Velka Dorrim", people(best=2), "Detention of Velka Dorrim (2 people)"),
    ("North Koreans", people(90, 100), "Detention of 90 to 100 North Koreans"),
    ("a group of nine", people(best=9), "Detention of a group of nine"),
    (None, people(best=1), "Detention of 1 person"),
    (None, people(best=12), "Detention of 12 people"),
]


@pytest.mark.parametrize(("who", "count", "title"), TITLES)
def test_a_title_puts_the_figure_where_it_can_be_read(who: str | None, count: Count, title: str) -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    (incident,) = reconcile([paper], [claim(paper, "detention", 0, who=who, count=count)]).incidents
    assert incident.title == title


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("these families", "families"),
        ("any officers", "officers"),
        ("those who fled", "those who fled"),
        ("this family", "family"),
    ],
)
def test_a_title_does_not_point_back(said: str, shown: str) -> None:
    """ "These": which ones, the sentence before says, and the title does not."""
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05")
    (found,) = reconcile([paper], [claim(paper, "detention", 0, who=said)]).incidents
    assert found.title == f"Detention of {shown}"
