"""What is threatened by a law, done whenever it is so, or tried on demand: no happening is made of it."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.model.nouns import Claim
from clarion.model.vocabulary import StanceKind

THREATENED = [
    "Leaving the army is a crime punishable by death in Eritrea.",
    "The charge carries a sentence of up to ten years in prison.",
    "Sheltering refugees is an offence in Norland.",
    "It is a crime to deport children.",
    "Apostasy is punishable with execution under the code.",
]
# text, act that was done though a law is named beside it
DONE = [
    ("Deporting the families was a crime.", "forced_return"),
    ("The court sentenced two men for an offence punishable by death.", "sentencing"),
    ("Beating detainees is routine.", "torture"),
    ("The guards carry a heavy sentence for the killing of the nuns.", "killing"),
]
# text, act, stance
HELD = [
    ("They are in danger if forcefully repatriated because they fled.", "forced_return", StanceKind.HYPOTHETICAL),
    (
        "Norland has not been able to carry out its policy of forcibly returning Kenyans.",
        "forced_return",
        StanceKind.NEGATED,
    ),
    ("The police were accused of summarily deporting the crew.", "forced_return", StanceKind.REPORTED),
    ("When deported, Eritreans are held in shipping containers.", "forced_return", StanceKind.HYPOTHETICAL),
    ("When forcibly returned, women are beaten.", "forced_return", StanceKind.HYPOTHETICAL),
    ("When arrested on Friday, he was carrying a banner.", "detention", StanceKind.ASSERTED),
    ("Once deported, they are held in shipping containers.", "forced_return", StanceKind.HYPOTHETICAL),
    ("The general was one of the first rulers to close the border.", "border_closure", StanceKind.ASSERTED),
    ("The general was among the first to deport refugees.", "forced_return", StanceKind.ASSERTED),
    ("The general decided to close the border.", "border_closure", StanceKind.ANNOUNCED),
]
# text, act, who is asked
TRIED = [
    ("Mayor Okello should do all he can to free the students.", "release", ["Mayor Okello"]),
    ("Kenya must do everything in its power to free the students.", "release", ["Kenya"]),
    ("The government should take steps to release the nuns.", "release", ["The government"]),
    ("Norland ought to use its influence to secure the release of the monks.", "release", ["Norland"]),
    ("Brussels must act to halt the pushbacks.", "halt", ["Brussels"]),
]


def _claims(text: str) -> list[Claim]:
    return list(find_claims(document(text)))


def _of(text: str, act: str) -> Claim:
    return next(claim for claim in _claims(text) if claim.act == act)


@pytest.mark.parametrize("text", THREATENED)
def test_what_a_law_threatens_is_no_claim(text: str) -> None:
    assert not _claims(text)


@pytest.mark.parametrize(("text", "act"), DONE)
def test_what_was_done_is_a_claim_though_a_law_stands_beside_it(text: str, act: str) -> None:
    assert _of(text, act).stance is StanceKind.ASSERTED


@pytest.mark.parametrize(("text", "act", "stance"), HELD)
def test_an_act_is_held_as_its_clause_holds_it(text: str, act: str, stance: StanceKind) -> None:
    """Also where its words begin with an adverb, leave out "they are", or count who was first."""
    assert _of(text, act).stance is stance


@pytest.mark.parametrize(("text", "act", "asked"), TRIED)
def test_an_effort_that_is_asked_for_asks_for_what_it_is_to_bring(text: str, act: str, asked: list[str]) -> None:
    claim = _of(text, act)
    assert claim.stance is StanceKind.CALLED_FOR
    assert [party.name for party in claim.addressees] == asked


def test_whom_an_effort_is_to_stop_is_not_the_one_asked() -> None:
    """ "Brussels must act to halt the pushbacks" does not say that Brussels pushes back."""
    assert not _of("Brussels must act to halt the pushbacks.", "forced_return").actors


def test_an_effort_that_was_made_is_no_demand() -> None:
    assert _of("The envoys did all they could to free the students.", "release").stance is not StanceKind.CALLED_FOR
