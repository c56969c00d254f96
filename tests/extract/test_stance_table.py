"""Stance: a table of ways to assert, report, deny, expect, announce, demand and doubt an act, one a line."""

from pathlib import Path

import pytest

from clarion.extract.stance import stance_of

_TABLE = Path(__file__).with_name("stances.tsv")
_ROWS = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.parametrize(("expected", "marked"), _ROWS)
def test_each_way_of_telling_an_act_has_its_stance(expected: str, marked: str) -> None:
    start, end = marked.index("["), marked.index("]")
    found = stance_of(marked[:start] + marked[start + 1 : end] + marked[end + 1 :], (start, end - 1))
    assert found.stance + ("~" if found.tentative else "") == expected


def test_every_stance_has_rows_of_its_own() -> None:
    stances = {expected.rstrip("~") for expected, _ in _ROWS}
    assert len(stances) == 9
