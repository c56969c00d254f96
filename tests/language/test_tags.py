"""Parts of speech: words of several classes are told apart by their neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.language.lemmas import bases_of_ed, bases_of_ing, bases_of_s
from clarion.language.parse import parse
from clarion.language.tags import NAMES, tag, tag_name
from clarion.language.tokens import tokenize
from costs import Effort, growth


def tag_of(text: str, word: str) -> str:
    tokens = tokenize(text)
    tags, lowered, _ = tag(tokens)
    return tag_name(tags[lowered.index(word)])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Police arrested dozens.", "arrested", "past"),
        ("Dozens arrested by police", "arrested", "participle"),
        ("Hundreds detained after the march", "detained", "participle"),  # needs an object and has none
        ("Hundreds fled after the march", "fled", "past"),
        ("The men held in May were sent home.", "held", "participle"),  # another finite verb follows
        ("They have returned.", "returned", "participle"),
        ("They fear the return of the army.", "return", "noun"),
        ("They may return.", "return", "base"),
        ("It led to arrest.", "arrest", "noun"),
        ("It moved to arrest them.", "arrest", "base"),
        ("The ministry rejects claims of torture.", "claims", "plural"),
        ("She claims that he was held.", "claims", "present"),
        ("until the inquiry reports.", "reports", "present"),
        ("Reports of raids spread.", "reports", "plural"),
        ("They ended raids, opened a camp and protect witnesses.", "opened", "past"),
        ("The council should end raids, open an inquiry and pay.", "open", "base"),
        ("So let the parliament repeal the law.", "repeal", "base"),
        ("He said that police came.", "that", "subordinator"),
        ("They came that night.", "that", "determiner"),
        ("the men that fled", "that", "wh"),
        ("at least 20 people", "least", "adverb"),
        ("told about the raid", "about", "preposition"),
        ("about 300 people", "about", "adverb"),
        ("They handed over 12 men.", "over", "adverb"),
        ("He's gone.", "'s", "present"),
        ("China's border", "'s", "possessive"),
        ("with the families' consent", "'", "possessive"),
        ("The Ode family met Mara.", "mara", "name"),
        ("shells fell, killing two people", "killing", "gerund"),
        ("the killing of two people", "killing", "noun"),
    ],
)
def test_neighbours_decide_between_the_classes_of_a_word(text: str, word: str, expected: str) -> None:
    assert tag_of(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("They were taken.", "taken", "take"),
        ("He carries it.", "carries", "carry"),
        ("It stopped.", "stopped", "stop"),
        ("She was released.", "released", "release"),
        ("They are dying.", "dying", "die"),
        ("the cities", "cities", "city"),
        ("two women", "women", "woman"),
        ("It says so.", "says", "say"),
    ],
)
def test_lemmas_follow_the_tag(text: str, word: str, lemma: str) -> None:
    sentence = parse(text, (0, len(text)))
    assert sentence.lemma(sentence.words.index(word)) == lemma


@given(st.text(alphabet="abdeginorst", min_size=1, max_size=12))
def test_candidates_for_a_base_form_are_never_longer_than_the_form_by_more_than_a_letter(form: str) -> None:
    for candidates in (bases_of_s(form), bases_of_ed(form), bases_of_ing(form)):
        assert all(0 < len(base) <= len(form) + 1 for base in candidates)


@given(st.text(max_size=200))
def test_every_token_has_exactly_one_known_tag(text: str) -> None:
    tokens = tokenize(text)
    tags, lowered, entries = tag(tokens)
    assert len(tags) == len(lowered) == len(entries) == len(tokens)
    assert all(number in NAMES for number in tags)


@pytest.mark.parametrize("unit", ["arrest ", "the ", "that ", "to return ", "killed, ", "police said ", "( ", "no "])
def test_a_long_row_of_words_is_tagged_in_linear_time(unit: str) -> None:
    measured = growth(lambda times: tokenize(unit * times), tag, 2_000, Effort(factor=4))
    assert measured.is_linear, measured
