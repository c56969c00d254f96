"""A doer named with an office acts for the state; a name alone may be anybody's."""

from dataclasses import replace

import pytest

from building import claim, document
from clarion.assess.leaders import with_states
from clarion.model import Claim, Party

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))


def told(name: str) -> Claim:
    made = claim(document("one", publisher="Fjord Daily"), "forced_return", 0, where=ROUTE)
    return replace(made, actors=(Party(name),))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Aster Berg", "President Aster, let them live."),
        ("Aster Berg", "The prime minister Aster Berg said nothing."),
        ("Aster Berg", "The Aster Berg regime sent them back."),
        ("Berg", "General Aster Berg closed the border."),
    ],
)
def test_who_holds_an_office_acts_for_the_state_of_the_place(name: str, text: str) -> None:
    (actor,) = with_states(told(name), ["Nothing here.", text]).actors
    assert actor.ref == "state:NO"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Aster Berg", "Aster Berg drove the bus."),
        ("Aster Berg", "Former President Aster Berg drove the bus."),
        ("the drivers", "President of the drivers"),
        ("Aster Berg", "President Bergström said nothing."),
    ],
)
def test_a_name_without_an_office_is_no_state(name: str, text: str) -> None:
    assert with_states(told(name), [text]).actors[0].ref is None


def test_of_two_countries_none_is_taken() -> None:
    two = replace(
        told("Aster Berg"),
        where=(
            *told("Aster Berg").where,
            *[replace(place, country="FI") for place in told("Aster Berg").where if place.role == "from"],
        ),
    )
    assert with_states(two, ["President Aster Berg"]).actors[0].ref is None
