"""Text made to hang a reader takes time in proportion to its length: what `make bench` measures, in small."""

import pytest

from growth import PATTERNS, Growth, doors, growth_up_to

LARGEST = 256_000  # characters; less where less takes long enough to measure
TRIES = 8  # other work on the machine may disturb some of them


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("door", doors())
def test_twice_the_text_takes_at_most_twice_the_time_and_a_tenth(door: str, pattern: str) -> None:
    measured = growth_up_to(door, pattern, LARGEST, tries=TRIES)
    assert measured.is_linear, measured


def test_work_that_grows_with_the_square_is_seen() -> None:
    assert not Growth("find_x", "brackets", 1000, once=0.5, twice=2.0).is_linear
