"""Act words of another sense: nouns that look like verbs, and acts said of things."""

import pytest

from clarion.extract import find_claims
from clarion.model.ids import DocumentId
from clarion.model.nouns import Document


def acts_of(text: str) -> set[str]:
    document = Document(
        id=DocumentId("sha256:" + "0" * 64), path="a.txt", media_type="text/plain", title="", language="en", text=text
    )
    return {str(claim.act) for claim in find_claims(document)}


REFUSED = [
    ("The names of the winners were released on Friday.", "release"),
    ("The firm was hurt by high prices.", "injury"),
    ("Officers seized the parcel and held it for a week.", "detention"),
    ("The letter was sent back to the office in Leeds.", "forced_return"),
    ("The company was put back under sanctions.", "forced_return"),
    ("The proposal was received with thanks.", "arrival"),
    ("The children have birth defects.", "flight"),
    ("He lives in the 400 block of Elm Street.", "demonstration"),
    ("They found mussel shells in the cave.", "attack"),
    ("The non-league clubs drew the crowds.", "injury"),
    ("Plans were made to kill 10,000 birds.", "killing"),
    ("The minister arrived in Rome on Monday.", "arrival"),
    ("Troops were sent to Kuwait in May.", "forced_return"),
    ("The coach left Hull after two seasons.", "flight"),
    ("Rebels hold Goma and the road south.", "detention"),
    ("The farm sold 400 cows in June.", "trafficking"),
    ("It was released in three countries.", "release"),
]
TOLD = [
    ("The three women were released on Friday.", "release"),
    ("Two boys were hurt by rubber bullets.", "injury"),
    ("They were sent back to Khartoum at night.", "forced_return"),
    ("Students block the road to the camp.", "demonstration"),
    ("She left Eritrea in 2014.", "flight"),
    ("Forty refugees arrived in Lampedusa on Monday.", "arrival"),
    ("Rebels hold two nurses near Goma.", "abduction"),
    ("Gunmen storm a village in the hills.", "attack"),
]


@pytest.mark.parametrize(("text", "act"), REFUSED)
def test_a_word_of_another_sense_tells_no_act(text: str, act: str) -> None:
    assert act not in acts_of(text)


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_the_same_words_tell_the_act_of_people(text: str, act: str) -> None:
    assert act in acts_of(text)


@pytest.mark.parametrize("event", ["webinar", "seminar with students", "fundraiser for prisoners", "screening"])
def test_an_event_that_is_held_is_no_detention(event: str) -> None:
    assert "detention" not in acts_of(f"A {event} will be held in Oslo on Friday.")
