"""The language in which cues are written."""

import pytest

from clarion.extract.cues import Compiler, match
from clarion.extract.inflect import Inflection
from clarion.extract.lexicon import expanded
from clarion.extract.line import Line
from clarion.language.tokens import tokenize

INFLECTION = Inflection({"be": "is are was were been being"}, frozenset(("kidnap",)))
CLASSES = {"people": frozenset(("man", "men", "students")), "custody": frozenset(("cell", "prison"))}
COMPILER = Compiler(CLASSES, frozenset(("people",)), INFLECTION)

TABLE = [
    ("[arrest~]", "police arrested him", True),
    ("[take~] * into custody", "they took three boys into custody", True),
    ("[take~] * into custody", "they took three boys. Into custody", False),  # a gap ends at a full stop
    ("<people> * be~ * [held]", "two men from the hills were unlawfully held", True),
    ("<people> * be~ * [held]", "talks were held", False),
    ("[beat~] {custody}", "he was beaten in his cell", True),
    ("[beat~] {custody}", "he was beaten in the street", False),
    ("[charge~] !fee with", "they charged him with", False),
    ("[charge~] !fees", "they charge fees", False),
    ("[charge~] !fees", "they charge him", True),
    ("^ [join]", "Join us", True),
    ("^ [join]", "They join us", False),
    ("[death threat|threats]", "he got death threats", True),
    ("[seize~] <people>", "they seized more than 120 men", True),  # a bound is part of the phrase
    ("[seize~] <people>", "they seized at least forty men", True),
    ("[seize~] <people>", "they seized power at night", False),
    ("[in] * cell", "he sat in a cell", True),  # sought from "cell", which is rarer than its act word
]


@pytest.mark.parametrize(("written", "sentence", "expected"), TABLE)
def test_a_cue_fits_where_it_is_written_to_fit(written: str, sentence: str, expected: bool) -> None:
    cue = COMPILER.cue("act", written)
    line = Line(tokenize(sentence))
    found = any(match(cue, line, at) for at, word in enumerate(line.words) if word in cue.pivot)
    assert found is expected


def test_a_choice_of_wordings_is_one_cue_each() -> None:
    assert expanded("[stand] (outside/in front of) * gate") == ["[stand] outside * gate", "[stand] in front of * gate"]


def test_a_cue_without_an_act_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no act word"):
        COMPILER.cue("act", "in custody")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("arrest", {"arrest", "arrests", "arrested", "arresting"}),
        ("stab", {"stab", "stabs", "stabbed", "stabbing"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("torture", {"torture", "tortures", "tortured", "torturing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
        ("re-arrest", {"re-arrest", "re-arrests", "re-arrested", "re-arresting"}),
    ],
)
def test_a_verb_is_bent_as_english_bends_it(verb: str, forms: set[str]) -> None:
    assert set(INFLECTION.of_verb(verb)) == forms
