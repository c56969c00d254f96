"""Finding copies takes time in proportion to the number of texts: what `bench/copies.py` measures, in small."""

import pytest

from copies import made_texts
from costs import apart

TEXTS = 500  # and four times as many, a fiftieth of the load that is promised
MOST = 2.2  # times the CPU time for twice the texts


@pytest.mark.slow
def test_twice_the_texts_take_at_most_twice_the_time_and_a_tenth() -> None:
    ratio, seconds = apart("copies", "growth", TEXTS, MOST)
    assert ratio <= MOST, seconds


def test_the_texts_are_the_same_every_time_and_hold_copies() -> None:
    texts, planted = made_texts(50)
    assert (texts, planted) == made_texts(50)
    assert len(texts) == 50
    assert planted
