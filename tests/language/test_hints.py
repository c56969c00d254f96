"""The quick looks before the patterns: what they let by unread holds nothing."""

import random
import re

import pytest

from clarion.language.dates import rules
from clarion.language.dates.lexer import lex, may_date
from clarion.language.figures.numerals import find_numerals, number_words, scanner
from clarion.language.hints import letter_runs, may_hold
from clarion.language.tokens import tokenize

_LETTERS = "IXFMWwYUuNvoTPHRhqALEGSmczQtafinbdgrkspjeyVlJDBOKZC'-,.()|x"
_PIECES = (
    "two three hundred half a one third both dozens scores tens of nineteen ninety May may March last week Monday "
    "night at noon o'clock ten a.m. pm Easter New Year's Day the twenties said people in 3 12:30 1990s Q3 won't U.N. "
    "Dr. ſeven fıve weeK Kelvin twofold e.g. No. 5 (x) , . ; “ ” ' ’s - — 1,200 3.5 no.7 İstanbul æther"
).split()


def _lines(count: int) -> list[str]:
    chance = random.Random(7)
    gaps = ("", " ", " ", "\n")
    return ["".join(chance.choice(_PIECES) + chance.choice(gaps) for _ in range(9)) for _ in range(count)]


def test_the_look_before_the_date_rules_hides_no_match() -> None:
    every = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in rules.RULES))
    chance = random.Random(3)
    for _ in range(20_000):
        codes = "".join(chance.choice(_LETTERS) for _ in range(chance.randint(1, 8)))
        expected = [(match.lastgroup, match.span()) for match in every.finditer(codes)]
        assert [(match.lastgroup, match.span()) for match in rules.MASTER.finditer(codes)] == expected, codes


def test_a_text_without_a_hint_of_time_has_no_date_class() -> None:
    for line in _lines(3_000):
        if not may_date(line, 0, len(line)):
            assert not rules.DATING.intersection(lex(line, 0, len(line)).codes), line


def test_a_text_without_a_hint_of_number_has_no_numeral() -> None:
    for line in _lines(3_000):
        if scanner().search(line) is not None:
            assert may_hold(number_words(), line, 0, len(line)), line
    assert len(find_numerals("ſeven boats, fıve nets")) == 2


@pytest.mark.parametrize(("text", "expected"), [("Two, THREE-4", ["two", "three"]), ("ſeven fıve", ["seven", "five"])])
def test_letter_runs_are_folded(text: str, expected: list[str]) -> None:
    assert letter_runs(text, 0, len(text)) == expected


def test_tokens_cover_a_text_but_its_white_space() -> None:
    for line in _lines(2_000):
        tokens = tokenize(line)
        assert [line[token.start : token.end] for token in tokens] == [token.text for token in tokens]
        assert "".join(token.text for token in tokens) == "".join(line.split())
