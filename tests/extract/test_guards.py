"""The guards of the dear patterns: no sentence that a pattern takes is kept from it."""

import pytest

from clarion.extract import echoes, replies, tallies
from clarion.language.hints import Guarded, words_in

TAKEN = [
    (echoes._DENIES, "Ankara denies this."),
    (echoes._DENIES, "The ministry CALLED the reports pure FABRICATIONS"),
    (echoes._DENIES, "Such accounts are lieſ"),  # a pattern without case takes ſ for s
    (echoes._PART, "Nine were taken, five of them at night."),
    (echoes._PART, "Nine were taken; 3 were aged 12"),
    (echoes._PART, "Nine were taken, two were fourteen"),
    (echoes._PART, "Nine were taken, and three more in Velm"),
    (echoes._PART, "Nine were taken, including six"),
    (tallies._TALLY, "The doctors say nine."),
    (echoes._RESTATED, "A group of lawyers puts the number at nine."),
    (echoes._RESTATED, "We have 134 names."),
    (replies._FALSE, "That is simply not the case."),
    (replies._FALSE, "This is fabricated."),
    (replies._PLEA, "All three pleaded not guilty."),
    (replies._PLEA, "They denied any wrongdoing."),
    (replies._CALLED, "He called it a fairy tale."),
    (replies._CALLED, "She dismissed the report as exaggerated."),
    (replies._NEVER, "The army did no such thing."),
    (replies._NEVER, "There is no truth in it."),
    (replies._NEVER, "He said the story was fabricated."),
    (replies._OPEN, "The office could not immediately comment."),
    (replies._OPEN, "It has neither confirmed nor denied it."),
]


@pytest.mark.parametrize(("guarded", "sentence"), TAKEN)
def test_a_guard_lets_by_what_its_pattern_takes(guarded: Guarded, sentence: str) -> None:
    assert guarded.search(sentence) is not None


def test_a_guard_keeps_from_its_pattern_what_holds_none_of_its_words() -> None:
    guarded = Guarded(r"\w+", "one two", pieces="teen", figures=True)
    assert guarded.search("three") is None
    assert list(guarded.finditer("three")) == []
    assert [guarded.search(text) is not None for text in ("ONE", "fifteenth", "a 3")] == [True, True, True]


def test_the_words_of_a_sentence_are_folded_as_patterns_without_case_take_them() -> None:
    assert words_in("ONE ſeven fıve Kİn o’clock 3rd") == {"one", "seven", "five", "kin", "o", "clock", "rd"}
