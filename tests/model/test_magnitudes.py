"""The plural by which a vague figure is told."""

import pytest

from clarion.model.magnitudes import Magnitude, magnitude_of


@pytest.mark.parametrize(
    ("low", "expected"),
    [
        (3, Magnitude.SEVERAL),
        (23, Magnitude.SEVERAL),
        (24, Magnitude.DOZENS),
        (199, Magnitude.DOZENS),
        (200, Magnitude.HUNDREDS),
        (2_000, Magnitude.THOUSANDS),
        (20_000, Magnitude.TENS_OF_THOUSANDS),
        (240_000, Magnitude.HUNDREDS_OF_THOUSANDS),
        (2_000_000, Magnitude.MILLIONS),
        (1_999_999_999, Magnitude.MILLIONS),
        (2_000_000_000, Magnitude.BILLIONS),
    ],
)
def test_a_plural_says_no_more_than_its_bound(low: int, expected: Magnitude) -> None:
    assert magnitude_of(low) is expected
