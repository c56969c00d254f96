"""Nouns that are described before they do or are asked something."""

import pytest

from clarion.language.parse import Predicate, Sentence, parse

# text, word that describes, what it describes
DESCRIBED = [
    ("The group calls on states and companies involved in the trade to stop it.", "involved", "companies"),
    ("She urged people and groups concerned for the miners to write.", "concerned", "groups"),
    ("We urge citizens and churches based in Norland to pray.", "based", "churches"),
]
# text, verb of the infinitive, who is asked
ASKED = [
    ("The group calls on states and companies involved in the trade to stop it.", "stop", "states"),
    ("She asked readers worried about the miners to write to the embassy.", "write", "readers"),
    ("The union urged drivers and owners affected by the ban to march.", "march", "drivers"),
]


def _predicate(sentence: Sentence, word: str) -> Predicate:
    return next(one for one in sentence.predicates if sentence.words[one.head] == word)


@pytest.mark.parametrize(("text", "word", "noun"), DESCRIBED)
def test_a_participle_behind_the_second_of_two_nouns_describes_it(text: str, word: str, noun: str) -> None:
    sentence = parse(text, (0, len(text)))
    predicate = _predicate(sentence, word)
    assert (predicate.form, predicate.relation, sentence.words[predicate.governor]) == ("participle", "relative", noun)


@pytest.mark.parametrize(("text", "verb", "asked"), ASKED)
def test_what_is_asked_hangs_on_the_verb_of_asking(text: str, verb: str, asked: str) -> None:
    sentence = parse(text, (0, len(text)))
    predicate = _predicate(sentence, verb)
    assert predicate.relation == "complement"
    assert sentence.words[sentence.chunks[predicate.subject].head] == asked


def test_a_second_verb_with_its_own_subject_stays_a_verb() -> None:
    """ "The army shelled the town and residents fled to the coast"."""
    text = "The army shelled the town and residents moved to the coast."
    assert _predicate(parse(text, (0, len(text))), "moved").form == "finite"


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("In one night Norland deported 340 miners.", "norland", ["norland"]),
        ("He was given to the very men who beat him.", "men", ["the", "very", "men"]),
        ("They met the then minister.", "minister", ["the", "then", "minister"]),
    ],
)
def test_a_noun_keeps_its_words_and_leaves_those_of_the_time(text: str, word: str, noun: list[str]) -> None:
    sentence = parse(text, (0, len(text)))
    chunk = next(one for one in sentence.chunks if sentence.words[one.head] == word)
    assert sentence.words[chunk.first : chunk.last] == noun
