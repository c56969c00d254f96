"""Twice the claims cost about twice as much, and one more document costs the same against a larger case."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from reconciling import growth, one_more

# windows fill up in small cases, so twice the claims cost somewhat more than twice as much there
MOST = 3.0
MOST_ONE_MORE = 2.5


@pytest.mark.slow
def test_twice_the_claims_cost_about_twice_as_much() -> None:
    once, twice = growth(1_000, tries=3, most=MOST)
    assert twice <= MOST * once


@pytest.mark.slow
def test_one_more_document_costs_about_the_same_against_four_times_the_claims() -> None:
    assert one_more(4_000, 40) <= MOST_ONE_MORE * one_more(1_000, 40)
