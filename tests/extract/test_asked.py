"""Questions that are demands, plans on the word of others, denials by the doer: for sentences made up."""

import datetime

import pytest

from clarion.extract import find_claims
from clarion.model.ids import DocumentId
from clarion.model.nouns import Document

WRITTEN = datetime.date(2024, 5, 15)


def stances(text: str, publisher: str = "Harbour Watch") -> dict[str, str]:
    """The stance of each act of a text; a tentative one with a tilde."""
    document = Document(
        DocumentId("sha256:test"),
        "test.txt",
        "text/plain",
        publisher=publisher,
        published=WRITTEN,
        language="en",
        text=text,
    )
    return {claim.act: claim.stance.value + "~" * claim.tentative for claim in find_claims(document)}


QUESTIONS = [
    ("Minister, will you release the four teachers?", "release", "called_for"),
    ("Will the Government impose sanctions on the generals?", "sanction", "called_for"),
    ("Why will the ministry not release the four teachers?", "release", "called_for"),
    ("Will the army shell the town again?", "attack", "expected~"),
    ("Will rain release the four teachers?", "release", "expected~"),
    ("Were the four teachers released?", "release", "possible"),
]
PLANS = [
    ("The army is preparing to shell Ostra.", "attack", "expected"),
    ("The militia plans to kill the four teachers.", "killing", "expected"),
    ("We plan to deport the four teachers, the interior ministry said.", "forced_return", "announced"),
    ("The ministry plans to release the four teachers.", "release", "announced"),
]
DENIALS = [
    ("The Dune Column said it had not killed the four teachers.", "killing", "denied"),
    ('A lawyer for the Division replied that "no suspect has been tortured".', "torture", "denied"),
    ("The four teachers were never tortured, as has been claimed.", "torture", "denied"),
    ("Residents said that nobody had been killed.", "killing", "negated"),
    ("The four teachers were not tortured, as far as the clinic can tell.", "torture", "negated"),
]
OWN = [
    ("Harbour Watch documented 12 arrests in Ostra.", "detention", "asserted"),
    ("Harbour Watch says that soldiers killed four teachers in Ostra.", "killing", "asserted"),
    ("The union documented 12 arrests in Ostra.", "detention", "reported"),
    ("The mayor has accused the army of looting.", "condemnation", "asserted"),
]


@pytest.mark.parametrize(("text", "act", "stance"), QUESTIONS)
def test_a_question_to_those_who_can_act_is_a_demand(text: str, act: str, stance: str) -> None:
    assert stances(text)[act] == stance


@pytest.mark.parametrize(("text", "act", "stance"), PLANS)
def test_a_plan_to_harm_is_announced_only_by_those_who_plan_it(text: str, act: str, stance: str) -> None:
    assert stances(text)[act] == stance


@pytest.mark.parametrize(("text", "act", "stance"), DENIALS)
def test_who_did_an_act_denies_it_by_negating_it(text: str, act: str, stance: str) -> None:
    assert stances(text)[act] == stance


@pytest.mark.parametrize(("text", "act", "stance"), OWN)
def test_what_the_publisher_says_of_its_own_work_is_asserted(text: str, act: str, stance: str) -> None:
    assert stances(text)[act] == stance
