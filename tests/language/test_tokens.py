"""Tokens: what is one token, and that every token is a slice of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.language.tokens import tokenize
from costs import Effort, growth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't leave.", ["They", "did", "n't", "leave", "."]),
        ("do n't", ["do", "n't"]),  # texts cut into tokens before
        ("Turkey’s border", ["Turkey", "’s", "border"]),
        ("Dr. Ahn of the U.N. office", ["Dr.", "Ahn", "of", "the", "U.N.", "office"]),
        ("at 11:30 a.m. on Sept. 9", ["at", "11:30", "a.m.", "on", "Sept.", "9"]),
        ("2,000 people, 1.5 km", ["2,000", "people", ",", "1.5", "km"]),
        ("the 3rd, in the 1990s", ["the", "3rd", ",", "in", "the", "1990s"]),
        ("20km", ["20", "km"]),
        ("cross-border", ["cross-border"]),
        ("90-100", ["90", "-", "100"]),  # a range, not a word
        ("left.The next", ["left", ".", "The", "next"]),  # a lost space
        ("O'Brien", ["O'Brien"]),  # an apostrophe that is no clitic
        ("", []),
    ],
)
def test_tokens_are_words_numbers_clitics_and_marks(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


def test_a_stretch_of_a_text_keeps_the_offsets_of_the_text() -> None:
    assert tokenize("one two three", 4, 7) == [(4, 7, "two")]


@given(st.text())
def test_every_token_is_the_slice_at_its_span_and_nothing_but_space_is_lost(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())


@pytest.mark.parametrize("unit", ["(", "1", "a.", "A. ", "a-", "1,", "Dr. ", "'s", "."])
def test_twice_the_text_takes_at_most_about_twice_the_time(unit: str) -> None:
    measured = growth(lambda times: unit * times, tokenize, 20_000, Effort(factor=4))
    assert measured.is_linear, measured
