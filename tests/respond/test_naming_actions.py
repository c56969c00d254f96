"""The line of an action says what is kept or done, without the sentence around it."""

import pytest

from building import document
from clarion.extract import find_claims
from clarion.language.sentences import find_sentences
from clarion.respond.naming import title_of

# text, act, title
NAMED = [
    (
        "The raids come weeks before the annual Harbour Day on 20 June.",
        "commemoration",
        "Annual Harbour Day on 20 June",
    ),
    ("The group asks individuals to volunteer on 20 June.", "volunteering", "Volunteer on 20 June"),
    ("We urge people to make an appeal to President Aster.", "appeal", "Make an appeal to President Aster"),
    ("A first step is to boycott Aster tea.", "boycott", "Boycott Aster tea"),
    ("Please write to the embassy.", "appeal", "Write to the embassy"),
    (
        "A vigil will be held in Harbour Park on 8 June.",
        "demonstration",
        "Vigil will be held in Harbour Park on 8 June",
    ),
]


@pytest.mark.parametrize(("text", "act", "title"), NAMED)
def test_an_action_is_named_by_its_own_words(text: str, act: str, title: str) -> None:
    claim = next(one for one in find_claims(document("one", text=text, published="2024-05-16")) if one.act == act)
    assert title_of(claim, text, find_sentences(text)[0]) == title


def test_no_word_of_the_line_is_changed_but_its_capital() -> None:
    text = "The group asks individuals to pray for the 40 miners of Ilo."
    claim = next(one for one in find_claims(document("one", text=text)) if one.act == "prayer")
    title = title_of(claim, text, find_sentences(text)[0])
    assert (title[0].lower() + title[1:]) in text
