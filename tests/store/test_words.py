"""Words of the search index."""

import pytest

from clarion.store.words import query_of, with_pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("北京大学", " 北京 京大 大学 学 "),
        ("in 北京, 2023", "in  北京 京 , 2023"),
        ("평양", " 평양 양 "),
        ("한", " 한 "),
        ("カタカナ", " カタ タカ カナ ナ "),
        ("𠀀𠀁", " 𠀀𠀁 𠀁 "),  # beyond the basic plane
        ("", ""),
    ],
)
def test_runs_of_signs_become_pairs(text: str, expected: str) -> None:
    """Only Chinese, Japanese and Korean signs are cut into pairs."""
    assert with_pairs(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("border guards", '"border" AND "guards"'),
        ("北京大学", '"北京 京大 大学"'),
        ("北", '"北"*'),
        ("UN北京", '"UN" AND "北京"'),
        ('" OR * NEAR(', '"OR" AND "NEAR"'),  # operators are words here
        ("...", ""),
    ],
)
def test_a_query_asks_for_every_word(words: str, expected: str) -> None:
    """Nothing a person types is taken for an operator."""
    assert query_of(words) == expected
