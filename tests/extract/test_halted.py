"""Demands to stop what was told before, by a verdict on it."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.model.nouns import Claim
from clarion.model.vocabulary import StanceKind

TOLD = "Kenya deported 40 miners on Friday. "
ASKED = [
    ("We call on Kenya to stop this crime.", ["Kenya"]),
    ("The government must halt this policy.", ["The government"]),
    ("We urge Kenya to end this cruel practice at once.", ["Kenya"]),
    ("We urge people to make an appeal to President Aster to stop carrying out this crime.", ["President Aster"]),
]
NOT_ASKED = [
    "The government halted this policy in May.",
    "Kenya will end the practice of taking fees.",
    "A crime must have an end.",
]


def _halts(text: str) -> list[Claim]:
    return [one for one in find_claims(document(text)) if one.act == "halt"]


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_a_demand_to_stop_a_crime_is_about_the_act_told_last(text: str, asked: list[str]) -> None:
    (halt,) = _halts(TOLD + text)
    assert (halt.stance, halt.object_act) == (StanceKind.CALLED_FOR, "forced_return")
    assert [party.name for party in halt.addressees] == asked


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_was_stopped_or_is_another_practice_is_no_demand(text: str) -> None:
    assert not [one for one in _halts(TOLD + text) if one.object_act == "forced_return"]


def test_nothing_is_to_stop_where_no_harm_was_told() -> None:
    assert not [
        one for one in _halts("The council met on Friday. We call on Kenya to stop this crime.") if one.object_act
    ]


@pytest.mark.parametrize(
    ("text", "act", "quote"),
    [
        ("Kenya will impose sanctions on the officers who took part.", "sanction", "sanctions on the officers"),
        ("They were sent back because nobody asked.", "forced_return", "They were sent back"),
        ("The union says that 40 miners are in prison and that at least half are ill.", "detention", "are in prison"),
    ],
)
def test_the_words_of_a_claim_do_not_end_in_a_link(text: str, act: str, quote: str) -> None:
    claim = next(one for one in find_claims(document(text)) if one.act == act)
    assert claim.quote.endswith(quote.split()[-1])
    assert quote in claim.quote
