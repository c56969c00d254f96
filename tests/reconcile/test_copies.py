"""Copies are found by containment, so a text cut from the bottom is one."""

from hypothesis import given
from hypothesis import strategies as st

from clarion.reconcile import find_copies

LONG = " ".join(f"word{n}" for n in range(60))


def test_a_text_cut_from_the_bottom_is_a_copy() -> None:
    (copy,) = find_copies([LONG, LONG[:150]])
    assert (copy.i, copy.j, copy.containment) == (0, 1, 1.0)
    (whole, cut) = copy.spans[0]
    assert LONG[slice(*whole)] == LONG[:150][slice(*cut)]


def test_a_new_lead_does_not_hide_a_copy() -> None:
    (copy,) = find_copies([LONG, "Something else altogether stands at the head of this one. " + LONG])
    assert copy.containment > 0.8


def test_texts_of_one_subject_are_no_copies() -> None:
    assert not find_copies(
        ["Two buses crossed the bridge on Tuesday night.", "The bridge was crossed by two buses at night."]
    )


def test_an_edited_word_does_not_end_a_copied_passage() -> None:
    (copy,) = find_copies([LONG, LONG.replace("word30 ", "other ")])
    assert len(copy.spans) == 1


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_texts_give_pairs_in_order_and_spans_inside(texts: list[str]) -> None:
    for copy in find_copies(texts):
        assert copy.i < copy.j
        assert 0.5 <= copy.containment <= 1
        assert all(
            0 <= a <= b <= len(texts[copy.i]) and 0 <= c <= d <= len(texts[copy.j]) for (a, b), (c, d) in copy.spans
        )
