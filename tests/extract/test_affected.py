"""Whom an act befalls: lists of people, people whom only the figure names, and who is under a measure."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.model.nouns import Claim

# text, act, affected
AFFECTED = [
    ("The women, children and men detained in Turkey fled.", "detention", "The women, children and men"),
    ("The women, children and men were sent back on Friday.", "forced_return", "The women, children and men"),
    ("Up to 2,000 Sudanese children, women and men are in prison.", "detention", "Sudanese children, women and men"),
    ("Police arrested Amina Sol, Tariq Sol and two drivers.", "detention", "Amina Sol"),
    ("Police arrested 12 men and 3 women.", "detention", "men"),
    (
        "Two buses of refugees crossed the bridge to Maru with the lives of 40 to 50 refugees in the balance.",
        "forced_return",
        "refugees",
    ),
    ("Norland will impose sanctions on any officers who take part.", "sanction", "any officers"),
    ("When deported, Eritreans are jailed.", "forced_return", "Eritreans"),
]
# text, act, doer
DONE_BY = [
    ("General Aster's execution of 12 officers shocked the region.", "execution", "General Aster"),
    ("The group decries Ruben Aster’s refoulement of 90-100 refugees.", "forced_return", "Ruben Aster"),
    ("Norland became the third country to deport the sailors.", "forced_return", "Norland"),
    ("Kenya should let Sudan know that it will impose sanctions on the officers.", "sanction", "Kenya"),
]


def _of(text: str, act: str) -> Claim:
    return next(claim for claim in find_claims(document(text)) if claim.act == act)


@pytest.mark.parametrize(("text", "act", "whom"), AFFECTED)
def test_the_affected_are_named_as_the_sentence_names_them_together(text: str, act: str, whom: str) -> None:
    affected = _of(text, act).affected
    assert affected is not None
    assert affected.description == whom


@pytest.mark.parametrize(("text", "act", "doer"), DONE_BY)
def test_the_doer_is_found_behind_a_genitive_an_ordinal_and_a_pronoun(text: str, act: str, doer: str) -> None:
    assert [party.name for party in _of(text, act).actors] == [doer]


def test_a_genitive_without_those_whom_it_befell_names_no_doer() -> None:
    """ "Samir Sol's arrest of last week": the arrest befell him."""
    assert not _of("Samir Sol's arrest of last week drew protest.", "detention").actors


def test_there_is_the_place_of_the_clause_that_it_is_joined_to() -> None:
    text = "She fled to Oslo. These families are citizens of Kenya and can be resettled there."
    assert [place.name for place in _of(text, "arrival").where] == ["Kenya"]


def test_there_is_not_where_somebody_speaks() -> None:
    text = "The crew were taken to Osaka. In Manila the ministry said that nobody was held there."
    assert [place.name for place in _of(text, "detention").where] != ["Manila"]
