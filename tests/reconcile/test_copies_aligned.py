"""Words are told from their misspellings by the letters that differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.reconcile.copies_aligned import edits, is_misspelt


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("harbour", "harbour", 0),
        ("harbour", "harbor", 1),
        ("harbour", "habrour", 2),
        ("", "gate", 4),
        ("gate", "", 4),
        ("kitten", "sitting", 3),
    ],
)
def test_edits_are_the_fewest_letters_to_change(a: str, b: str, expected: int) -> None:
    assert edits(a, b) == expected


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_edits_agree_with_the_table_of_all_prefixes(a: str, b: str) -> None:
    row = [*range(len(b) + 1)]
    for m, letter in enumerate(a, 1):
        above, row = row, [m]
        for n, other in enumerate(b, 1):
            row.append(min(above[n] + 1, row[-1] + 1, above[n - 1] + (letter != other)))
    assert edits(a, b) == row[-1]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("detained", "detalned", True),
        ("detained", "detaned", True),
        ("of", "o", True),  # one letter is always forgiven
        ("detained", "released", False),
        ("bridge", "", False),
        ("600", "2600", True),  # alone it cannot be told; texts with few such words do not count as misspelt
        ("a" * 300, "a" * 300, False),  # no prose
    ],
)
def test_words_with_few_other_letters_are_misspelt(a: str, b: str, expected: bool) -> None:
    assert is_misspelt(a, b) is expected
