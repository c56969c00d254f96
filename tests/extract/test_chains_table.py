"""Chains of voices: a table of ways to say whose words they are, and of sentences in which nobody speaks."""

from pathlib import Path

import pytest

from clarion.extract.voices import Chains

_TABLE = Path(__file__).with_name("chains.tsv")
_ROWS = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.parametrize(("expected", "marked"), _ROWS)
def test_each_way_of_giving_words_names_its_speakers(expected: str, marked: str) -> None:
    text = marked.replace("\\n", "\n")
    start, end = text.index("["), text.index("]")
    links = Chains(text[:start] + text[start + 1 : end] + text[end + 1 :]).at((start, end - 1))
    assert ";".join(link.name for link in links) == expected


def test_the_table_holds_sentences_without_a_voice() -> None:
    assert sum(not expected for expected, _ in _ROWS) > 20
