"""Finding copies takes time in proportion to the number of texts: what `bench/copies.py` measures, in small."""

import sys

from conftest import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "bench"))

from copies import growth, made_texts

TEXTS = 1_000  # a hundredth of the load that is promised
MOST = 2.2  # times the CPU time for twice the texts
TRIES = 6  # other work on the machine may disturb some of them


def test_twice_the_texts_take_at_most_twice_the_time_and_a_tenth() -> None:
    once, twice = growth(TEXTS, tries=TRIES, most=MOST)
    assert twice <= MOST * once


def test_the_texts_are_the_same_every_time_and_hold_copies() -> None:
    texts, planted = made_texts(50)
    assert (texts, planted) == made_texts(50)
    assert len(texts) == 50
    assert planted
