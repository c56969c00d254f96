"""Parsing: which word each predicate and chunk hangs on, and how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.language.parse import governors, parse, token_at


def chain(text: str, word: str) -> list[str]:
    """The words above `word`, nearest first, each with its relation."""
    sentence = parse(text, (0, len(text)))
    token = token_at(sentence, text.index(word))
    return [
        f"{link.relation} {sentence.words[link.at]}" if link.at >= 0 else link.relation
        for link in governors(sentence, token)
    ]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "The group urges Oman to stop returning sailors.",
            "returning",
            ["complement stop", "complement urges", "root"],
        ),
        ("The men who were held in May were sent home.", "held", ["relative men", "subject sent", "root"]),
        ("If returned, they will face torture.", "returned", ["conditional face", "root"]),
        ("He said police arrested dozens.", "arrested", ["complement said", "root"]),
        ("Dozens were arrested, a lawyer said.", "arrested", ["quoted said", "root"]),
        ("Officials denied that anyone was beaten.", "beaten", ["complement denied", "root"]),
        ("The ministry rejects claims of forced returns.", "returns", ["oblique claims", "object rejects", "root"]),
        ("They face arrest and torture.", "torture", ["coordinated arrest", "object face", "root"]),
    ],
)
def test_a_word_hangs_on_the_chain_of_its_governors(text: str, word: str, expected: list[str]) -> None:
    assert chain(text, word) == expected


@given(st.text(alphabet="ab.,;:\"'()-? \nthawoifsnd1", max_size=300))
def test_any_text_parses_and_every_chain_ends(text: str) -> None:
    sentence = parse(text, (0, len(text)))
    for token in range(len(sentence.tokens)):
        assert len(list(governors(sentence, token))) <= len(sentence.tokens)


_WORDS = (
    'the police who that said to stop returning arrested , and if were held not will be by of he it . " : after'.split()
)


@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_order_of_words_parses_and_spans_stay_inside(parts: list[str]) -> None:
    text = " ".join(parts)
    sentence = parse(text, (0, len(text)))
    count = len(sentence.tokens)
    for predicate in sentence.predicates:
        assert 0 <= predicate.first <= predicate.head < predicate.last <= count
        assert -1 <= predicate.governor < count
    for chunk in sentence.chunks:
        assert 0 <= chunk.first <= chunk.head < chunk.last <= count


def chunks_of(text: str) -> list[str]:
    sentence = parse(text, (0, len(text)))
    return [sentence.words_of(number) for number in range(len(sentence.chunks))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("some ninety returned sailors left", ["some ninety returned sailors"]),
        ("the arrest of two men", ["the arrest", "two men"]),
        ("between 90 and 100 people left", ["90 and 100 people"]),
        ("up to 2,000 people left", ["2,000 people"]),
        ("They were beaten and denied food.", ["They", "food"]),  # a verb, not an attribute
        ("Article 3 and the 1951 Convention", ["Article 3", "the 1951 Convention"]),
        ("the families' consent", ["the families' consent"]),
    ],
)
def test_chunks_are_flat_and_hold_their_numbers(text: str, expected: list[str]) -> None:
    assert chunks_of(text) == expected


@pytest.mark.parametrize("text", ["at least 20 people left", "up to 20 people left", "more than 20 people left"])
def test_a_softened_number_is_still_a_subject(text: str) -> None:
    sentence = parse(text, (0, len(text)))
    assert sentence.chunks[0].relation == "subject"


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("They have not been able to leave.", "able", ("negated", "copula", "perfect")),
        ("The vigil will be held.", "hold", ("passive",)),
        ("Did the guards not fire?", "fire", ("question", "negated")),
        ("They were not only held.", "hold", ("passive",)),
        ("It has yet to be accepted.", "accept", ("negated", "passive")),
        ("They are being moved.", "move", ("passive", "progressive")),
        ("They had left.", "leave", ("perfect",)),
    ],
)
def test_a_verb_group_is_one_predicate_with_its_features(text: str, lemma: str, expected: tuple[str, ...]) -> None:
    sentence = parse(text, (0, len(text)))
    predicate = next(found for found in sentence.predicates if found.lemma == lemma)
    features = ("passive", "perfect", "progressive", "negated", "copula", "question")
    assert {name for name in features if getattr(predicate, name)} == set(expected)
