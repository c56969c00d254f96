"""What only the whole sentence tells: shared auxiliaries, figures with a verb of their own, phrases at a subject."""

import pytest

from clarion.language.parse import Predicate, Sentence, parse


def _of(text: str, word: str) -> tuple[Sentence, Predicate]:
    sentence = parse(text, (0, len(text)))
    return sentence, sentence.predicates[sentence.predicate_at[sentence.words.index(word)]]


VOICES = [
    ("One teacher was detained in May and threatened with dismissal.", "threatened", True),
    ("Six men were held for a week and flogged until they signed.", "flogged", True),
    ("The men were freed and thanked the judge.", "thanked", False),  # it has an object
    ("Troops attacked the town on 8 July and killed at least 12 people.", "killed", False),
]


@pytest.mark.parametrize(("text", "word", "passive"), VOICES)
def test_a_joined_verb_shares_the_auxiliary_unless_it_has_an_object(text: str, word: str, passive: bool) -> None:
    assert _of(text, word)[1].passive is passive


SUBJECTS = [
    ("At least 52 people were killed and 120 wounded.", "wounded", "120"),
    ("Rebels stormed Goma, looted the clinic and burned two lorries.", "looted", "Rebels"),
    ("We asked for help on 3 May, and on 6 May the house was burned.", "burned", "the house"),
    ("On 9 October 2023 officers seized a priest.", "seized", "officers"),
]


@pytest.mark.parametrize(("text", "word", "subject"), SUBJECTS)
def test_each_verb_has_its_own_subject(text: str, word: str, subject: str) -> None:
    sentence, predicate = _of(text, word)
    assert sentence.words_of(predicate.subject) == subject
