"""Sentences: marks end them, shortenings and wrapped lines do not, the shape of the page does."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.language.sentences import find_sentences, sentence_at


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left. We stayed.", ["They left.", "We stayed."]),
        ("Mr. Ode and Dr. J. K. Lim left. It rained.", ["Mr. Ode and Dr. J. K. Lim left.", "It rained."]),
        ("The U.N. envoy left the U.S. The rest stayed.", ["The U.N. envoy left the U.S.", "The rest stayed."]),
        (
            "At 5 p.m. Tuesday they left. At 6 p.m. The bus came.",
            ["At 5 p.m. Tuesday they left.", "At 6 p.m.", "The bus came."],
        ),
        ("About 2.5 percent left.", ["About 2.5 percent left."]),
        ("It closed on Sept. 9. Nobody knew.", ["It closed on Sept. 9.", "Nobody knew."]),
        ("“They were held.” The guards left.", ["“They were held.”", "The guards left."]),
        ('"Why?" he asked. Nobody spoke.', ['"Why?" he asked.', "Nobody spoke."]),
        ("He waited... and left.", ["He waited... and left."]),
        ("他们走了。我们没有。", ["他们走了。", "我们没有。"]),
    ],
)
def test_marks_end_sentences_and_shortenings_do_not(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TOWN HALL BURNS\nBy A Writer\n\nThe hall of the old town burned down on Monday\nand nobody was hurt.",
            ["TOWN HALL BURNS", "By A Writer", "The hall of the old town burned down on Monday\nand nobody was hurt."],
        ),
        (
            "Asks:\n- open the gate\n- free them. Now.\n1. Third",
            ["Asks:", "open the gate", "free them.", "Now.", "Third"],
        ),
        ("Q: What happened?\nA: They left.", ["Q: What happened?", "A: They left."]),
        ("PRESENTER: Good evening.\nREPORTER: They left", ["PRESENTER: Good evening.", "REPORTER: They left"]),
        ("Headline without mark\n\nText here", ["Headline without mark", "Text here"]),
    ],
)
def test_the_shape_of_the_page_ends_sentences_and_wrapped_lines_do_not(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_position_finds_its_sentence() -> None:
    spans = find_sentences("One. Two.")
    assert [sentence_at(spans, at) for at in (0, 3, 4, 5, 8, 9)] == [0, 0, None, 1, 1, None]


@given(st.text())
def test_sentences_are_in_order_and_lose_no_letters(text: str) -> None:
    spans = find_sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.lists(st.sampled_from(["a ", "A ", ". ", ".\n", "\n\n", "- ", '"', "Dr. ", "1. ", "Q: "])))
def test_no_letter_outside_a_marker_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    kept = "".join(text[start:end] for start, end in find_sentences(text))
    assert kept.count("Dr") == text.count("Dr") or "Dr. " in text
