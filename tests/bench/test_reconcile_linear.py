"""Twice the claims cost about twice as much, and one more document costs the same against a larger case."""

import pytest

from costs import apart

# windows fill up in small cases, so twice the claims cost somewhat more than twice as much there
MOST = 3.0
MOST_ONE_MORE = 2.5


@pytest.mark.slow
def test_twice_the_claims_cost_about_twice_as_much() -> None:
    ratio, seconds = apart("reconciling", "growth", 500, MOST)
    assert ratio <= MOST, seconds


@pytest.mark.slow
def test_one_more_document_costs_about_the_same_against_four_times_the_claims() -> None:
    ratio, seconds = apart("reconciling", "one_more", 1_000, 40, MOST_ONE_MORE)
    assert ratio <= MOST_ONE_MORE, seconds
