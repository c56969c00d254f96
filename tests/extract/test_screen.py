"""The screen: nothing that tells an act may be lost, and offsets stay."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from clarion.extract.screen import hits, lowered_in_place, screened
from clarion.language.sentences import find_sentences

LOST_AT_MOST = 0.01  # of the claims of careful readers


def test_a_sentence_with_a_cue_is_kept_and_one_without_is_not() -> None:
    text = "The library has three floors. Police arrested two students. Tulips grow here."
    kept = screened(text, find_sentences(text))
    assert "Police arrested two students." in [text[slice(*span)] for span in kept]
    assert "Tulips grow here." not in [text[slice(*span)] for span in kept]


def test_a_cue_inside_a_longer_word_is_no_hit() -> None:
    assert hits("The barrestment of a flogginghouse.") == []


def test_the_screen_loses_at_most_one_claim_in_a_hundred(shared: Path) -> None:
    told = lost = 0
    for path in sorted((shared / "gold" / "dev").rglob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "document" not in gold or not gold["document"].endswith((".txt", ".md")):
            continue
        text = (path.parent / gold["document"]).read_text(encoding="utf-8")
        kept = screened(text, find_sentences(text))
        for claim in gold["claims"]:
            start = text.find(claim["quote"])
            if start < 0:
                continue
            told += 1
            lost += not any(a < start + len(claim["quote"]) and start < b for a, b in kept)
    assert told > 500
    assert lost / told <= LOST_AT_MOST


@given(st.text(max_size=300))
def test_lower_case_keeps_every_offset(text: str) -> None:
    assert len(lowered_in_place(text)) == len(text)
