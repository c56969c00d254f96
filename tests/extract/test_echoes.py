"""Echoes: sentences that tell an act again without its word, and those that only look so."""

import pytest

from clarion.extract.echoes import is_denial, is_detail, parts

DETAILS = [
    "A further 60 are to follow on Monday.",
    "Another twelve were at the gate.",
    "Two more have since been.",
    "At least nine others remain.",
    "A lawyers' group puts the number at 40.",
    "The toll stands at 19.",
    "We have 52 names.",
    "Five of them were women.",
    "Of those, six are under ten.",
]
NO_DETAILS = [
    "Another bus came.",
    "More is to follow.",
    "We have 52 pupils in the choir.",
    "He put the kettle on at nine.",
    "The figure skater was ninth.",
    "Two more reasons come to mind.",
]


@pytest.mark.parametrize("sentence", DETAILS)
def test_a_sentence_gives_a_figure_of_those_told_of(sentence: str) -> None:
    assert is_detail(sentence)


@pytest.mark.parametrize("sentence", NO_DETAILS)
def test_a_look_alike_gives_no_figure_of_those_told_of(sentence: str) -> None:
    assert not is_detail(sentence)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Four men were hanged in Kofu and two more in Sari.", 1),
        ("Nine women were held; six of the detained had no papers.", 1),
        ("Ten were freed on Monday, another three the next day.", 1),
        ("She sold nine melons and ate two more.", 0),
    ],
)
def test_a_clause_tells_a_part_or_more_of_the_same(sentence: str, found: int) -> None:
    assert len(parts(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "denies"),
    [
        ("The ministry denies this.", True),
        ("The army rejects these reports.", True),
        # what is denied is told in the sentence itself
        ("The army rejects the allegation of looting.", False),
        ("The army rejects the claim that boys were beaten.", False),
    ],
)
def test_a_denial_answers_what_was_told_before_unless_it_names_it(sentence: str, denies: bool) -> None:
    assert bool(is_denial(sentence)) is denies
