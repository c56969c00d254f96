"""Where an act happened: the places a claim takes, their roles, and those it must not take."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.model.nouns import Document

# text, act, places as "role name"
PLACED = [
    ("Soldiers burned homes in Gao, Tessit and Ansongo.", "destruction", ["at Gao", "at Tessit", "at Ansongo"]),
    (
        "The Bureau counted 214 arrests in Nukus, Chimbay and Kungrad.",
        "detention",
        ["at Nukus", "at Chimbay", "at Kungrad"],
    ),
    ("Lyon: march from the Opera to the Town Hall, Saturday 18 May.", "demonstration", ["at Lyon"]),
    ("Gunmen stormed Darru, looted the clinic and carried off two nurses.", "abduction", ["at Darru"]),
    ("The army shelled Velkan on Sunday, killing five.", "killing", ["at Velkan"]),
    ("Velkan was bombed from the air on Monday.", "attack", ["at Velkan"]),
    ("The town of Velkan was shelled.", "attack", ["at Velkan"]),
    ("Villages across Darfur were burned last spring.", "destruction", ["at Darfur"]),
    ("Karakol gate reopened on Monday.", "border_opening", []),  # "Karakol gate" is no known crossing
    ("The ministry regretted the armed attack of 8 July on Velkan.", "attack", ["at Velkan"]),
    ("There was a second attack, on Velkan, on Saturday.", "attack", ["at Velkan"]),
    ("They spoke of an attack in May, on the orders of Velkan Dorrim.", "attack", []),
    ("A drone strike on Velkan killed nine people.", "killing", ["at Velkan"]),
    ("Fighting in Goma displaced 4,000 people.", "displacement", ["from Goma"]),
    ("A raid on a market in Velkan, in the Tarvo district of Kasai, left ten dead.", "attack", ["at Velkan"]),
    ("Security forces opened fire on marchers in Velkan and Tarvo.", "attack", ["at Velkan", "at Tarvo"]),
    ("In Goma a parish fed 300 people until gangs burned down its kitchen.", "destruction", ["at Goma"]),
    ("In Tulear rations were cut last June.", "deprivation", ["at Tulear"]),
    ("It was in Goma that our sons were arrested.", "detention", ["at Goma"]),
    ("* LYON: vigil at the embassy, Thursday 6 June, 6 p.m.", "demonstration", ["at LYON"]),
    ("Vigil for the boat tomorrow, 7pm, Dhaka.", "demonstration", ["at Dhaka"]),
    ("They marched from Union Square to the embassy in Rome.", "demonstration", ["from Union Square", "to Rome"]),
    ("The teacher walked out of Qarchak prison on bail.", "release", ["from Qarchak"]),
    ("Thirty lorries of flour entered Velkan city on Wednesday.", "aid", ["to Velkan"]),
    ("Recruiters sell girls from Kampala to families in Riyadh.", "trafficking", ["from Kampala", "to Riyadh"]),
    ("Ten men were kidnapped on the road to Goma.", "abduction", ["at Goma"]),
    ("Gunmen took two nurses from a hotel in Goma.", "abduction", ["at Goma"]),
    ("Two nurses were abducted from Velkan hospital.", "abduction", ["from Velkan"]),
    ("Australia keeps 60 men on Nauru.", "detention", ["at Nauru"]),
    ("The men were beaten and held in the Dajla market in Goma.", "detention", ["at Goma"]),
    ("She was taken to Velkan prison.", "detention", ["at Velkan"]),
]
# text, act: no place belongs to it
NOWHERE = [
    ("The government protested to China.", "demonstration"),
    ("The senator said in Washington that, by some reports, as many as 2,600 people were deported.", "forced_return"),
    ("Gunmen took eleven people from a hotel in Goma and released them two days later.", "release"),
    ("Soldiers herded 700 Kurds to the crossing at Brod and the men were then freed.", "release"),
    ("Teachers were attacked on Monday.", "attack"),
    ("Strikers were bombed.", "attack"),
    ("Police in Goma arrested nine teachers.", "detention"),  # where the police belong
]
# text, act, a place that it must not take
NOT_THERE = [
    ("The court in Ahvaz sentenced two brothers from Shiraz to death.", "sentencing", "Shiraz"),
    ("Three workers died in Beirut and two in Tripoli.", "killing", "Tripoli"),
    ("The soldier was killed near Bakhmut, in Donetsk region.", "killing", "Donetsk"),
    ("In Paris, activists protested against the killing of farmers in Brazil.", "killing", "Paris"),
    ("They were driven from Goma to the Kavimba crossing near Uvira.", "forced_return", "Uvira"),
]


@pytest.mark.parametrize(("text", "act", "expected"), PLACED)
def test_an_act_takes_the_places_of_its_clause_with_their_roles(text: str, act: str, expected: list[str]) -> None:
    """The places of the act's own clause, of what opens the sentence, or of the deed it was done with."""
    assert _places(text, act) == expected


@pytest.mark.parametrize(("text", "act"), NOWHERE)
def test_what_the_sentence_does_not_place_has_no_place(text: str, act: str) -> None:
    """A release after a capture, an attack on people: nothing says where."""
    assert _places(text, act) == []


@pytest.mark.parametrize(("text", "act", "name"), NOT_THERE)
def test_a_place_of_something_else_is_left_out(text: str, act: str, name: str) -> None:
    """Where people come from, what a clause without its verb tells, and what only qualifies."""
    assert all(name not in place for place in _places(text, act))


def test_days_and_places_of_gatherings_pair() -> None:
    """ "in A on Monday, and in B on Tuesday": each day has its own place."""
    text = "Rallies will be held in Warsaw on Monday, 20 May 2024, and in Lyon on Tuesday, 21 May 2024."
    claims = [claim for claim in find_claims(_document(text)) if claim.act == "demonstration"]
    found = [((claim.when.start or "")[:10] if claim.when else "", claim.where[0].name) for claim in claims]
    assert found == [("2024-05-20", "Warsaw"), ("2024-05-21", "Lyon")]


def test_there_is_the_place_named_last() -> None:
    """ "there" goes back to the place of the sentence before, whether or not that tells an act."""
    text = "The delegation spent a week in Bukavu. It was there that our sons were seized."
    claim = next(claim for claim in find_claims(_document(text)) if claim.act == "detention")
    assert [place.name for place in claim.where] == ["Bukavu"]


def _places(text: str, act: str) -> list[str]:
    claim = next(claim for claim in find_claims(_document(text)) if claim.act == act)
    return [f"{place.role} {place.name}" for place in claim.where]


def _document(text: str) -> Document:
    return document("where", publisher="Lake Desk", published="2024-05-16", text=text, language="en")


def test_two_venues_of_one_gathering_are_both_its_places() -> None:
    text = "Vigils will be held in Lafayette Park and the United Nations on 8 March."
    claim = next(one for one in find_claims(document("one", text=text)) if one.act == "demonstration")
    assert [place.name for place in claim.where] == ["Lafayette Park", "United Nations"]
