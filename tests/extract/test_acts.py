"""Act words: which sentences tell which act, and which tell none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.extract.acts import find_acts
from clarion.extract.lexicon import load

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "acts.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

REFUSED = [
    ("The two sides struck a deal on fisheries.", "attack"),
    ("She fired her lawyer.", "attack"),
    ("Profits were hit by the drought.", "attack"),
    ("The Committee against Torture met in Geneva.", "torture"),
    ("The Special Rapporteur on torture will speak.", "torture"),
    ("A mass grave was found behind the school.", "prayer"),
    ("Police evacuated the wounded.", "injury"),  # "the wounded" is who they are, not what is told
    ("Her sentence was too long to read aloud.", "execution"),
    ("Two soldiers died when their truck overturned.", "killing"),  # an accident
    ("The flood killed 30 and destroyed a bridge.", "killing"),
    ("Voluntary return is possible.", "forced_return"),
    ("The hunger strike entered its third week.", "attack"),
    ("The firm released its annual report.", "release"),
    ("The protest is on 12 March.", "flight"),
    ("Detainees spoke to the Working Group on Enforced Disappearances.", "disappearance"),
    ("The ministry rejected accusations that its men were involved.", "condemnation"),
    ("The reporters were put on a plane.", "forced_return"),  # those who report are kept from it: censorship
    ("Journalists can send press enquiries to this address.", "investigation"),
    ("Everyone has the right to a fair trial.", "sentencing"),
    ("He died of his injuries.", "injury"),
    ("The Special Rapporteur on violence against women will speak.", "attack"),
    ("Soldiers clubbed forty demonstrators.", "demonstration"),
    ("They handed over power to a civilian government.", "forced_return"),
]


@pytest.mark.parametrize(("act", "sentence"), ROWS)
def test_a_sentence_tells_its_act(act: str, sentence: str) -> None:
    found = {word.act for word in find_acts(sentence)}
    assert (not found) if act == "none" else (act in found)


@pytest.mark.parametrize(("sentence", "act"), REFUSED)
def test_a_look_alike_does_not_tell_the_act(sentence: str, act: str) -> None:
    assert act not in {word.act for word in find_acts(sentence)}


def test_every_act_has_a_meaning_cues_and_codes_for_three_vocabularies() -> None:
    entries = load().acts
    assert len(entries) == 40
    for entry in entries.values():
        assert entry.means
        assert entry.cues
        assert set(entry.codes) == {"huridocs", "plover", "acled"}


def test_words_of_one_act_side_by_side_are_one_act() -> None:
    assert [word.act for word in find_acts("They were arrested and detained.")] == ["detention"]


def test_other_languages_are_left_alone() -> None:
    assert find_acts("They were arrested.", language="ko") == []


@given(st.text(max_size=200))
def test_no_text_makes_the_search_fail_and_every_span_lies_inside(text: str) -> None:
    for word in find_acts(text):
        assert 0 <= word.span[0] < word.span[1] <= len(text)
