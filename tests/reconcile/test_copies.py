"""Copies are found by containment, so a text cut from the bottom is one."""

import random
import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.model import Copy
from clarion.reconcile import find_copies
from clarion.reconcile.copies import Index, copies_of, families, find_quotations

LONG = " ".join(f"word{n}" for n in range(60))
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu".split()


def prose(seed: int, size: int = 200) -> str:
    """Invented words, no two texts alike."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(size))


def misread(text: str, share: float, seed: int = 7) -> str:
    """Letters left out, changed or followed by a stray full stop."""
    chance = random.Random(seed)
    return "".join(chance.choice((letter + ".", "x", "")) if chance.random() < share else letter for letter in text)


def held(shorter: str, longer: str) -> float:
    """The definition itself: the share of five-word runs."""
    a, b = ({tuple(words[n : n + 5]) for n in range(len(words) - 4)} for words in (shorter.split(), longer.split()))
    return len(a & b) / min(len(a), len(b))


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


@pytest.mark.parametrize("share", [0.04, 0.06, 0.08])
def test_misread_letters_do_not_hide_a_copy(share: float) -> None:
    text = prose(1)
    (copy,) = find_copies([text, misread(text, share)])
    assert copy.containment > 0.85
    covered = sum(end - start for (start, end), _ in copy.spans)
    assert covered > 0.85 * len(text)


def test_a_text_misread_in_few_places_is_told_by_its_runs_alone() -> None:
    text = prose(1)
    (copy,) = find_copies([text, text.replace("ba", "bo", 3)])
    assert copy.containment == held(text, text.replace("ba", "bo", 3)) > 0.5


def test_a_misread_text_is_no_copy_of_another() -> None:
    assert not find_copies([misread(prose(1), 0.06), prose(2), prose(3)], threshold=0.3)


def test_other_words_are_not_taken_for_misread_ones() -> None:
    """One word in four changed leaves a third of the runs: an edit, not a copy, however the words look."""
    words = prose(3, 400).split()
    edited = " ".join(f"{word}es" if n % 40 == 0 else ("other" if n % 4 == 0 else word) for n, word in enumerate(words))
    assert not find_copies([" ".join(words), edited])


def test_containment_is_the_share_of_runs_where_letters_are_right() -> None:
    text, words = prose(5), prose(5).split()
    parts = [text, " ".join(words[:90]), " ".join(words[60:] + prose(6, 80).split()), " ".join(words[::-1])]
    for copy in find_copies(parts, threshold=0.2):
        assert copy.containment == pytest.approx(held(parts[copy.i], parts[copy.j]))


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        (["", "", ""], 0),
        (["No text.", "Page not found", "Subscribe"], 0),
        (["Photo: the harbour", "Photo: the bridge", ""], 0),
        (["Page not found", "page  not found!"], 1),  # the same words are the same text, however few
        (["Page not found", "Page not found today or ever again"], 0),  # too short to say what it was cut from
    ],
)
def test_short_texts_are_copies_only_of_their_like(texts: list[str], pairs: int) -> None:
    assert len(find_copies(texts, threshold=0.3)) == pairs


def test_every_sign_of_a_script_without_spaces_is_a_word() -> None:
    text = "警方星期二晚上在桥边拘留了九十名工人随后把他们送到边境的一座旧仓库里过夜"
    (copy,) = find_copies([text, "记者获悉" + text[:30], "天气预报说明天早上有雨气温下降风力较大请注意保暖"])
    assert (copy.i, copy.j) == (0, 1)


def test_a_text_that_a_hundred_papers_print_is_a_copy_in_each_of_them() -> None:
    texts = [f"{prose(9, 60)} {prose(100 + n, 8)}" for n in range(100)]
    assert len(find_copies(texts)) == len([*combinations(texts, 2)])


def test_boilerplate_of_a_paper_names_no_copies() -> None:
    foot = "all rights reserved this material may not be published broadcast rewritten or passed on without leave"
    assert not find_copies([f"{prose(n, 120)} {foot}" for n in range(90)], threshold=0.3)


def test_the_order_of_texts_makes_no_difference() -> None:
    texts = [prose(1), misread(prose(1), 0.05), misread(prose(1), 0.05, 8), prose(2), prose(2)[:400], prose(1)[200:]]
    expected = {(texts[c.i], texts[c.j], c.containment) for c in find_copies(texts, threshold=0.3)}
    assert len(expected) > 4
    for seed in range(4):
        order = random.Random(seed).sample(texts, len(texts))
        found = [(order[c.i], order[c.j], c.containment) for c in find_copies(order, threshold=0.3)]
        assert {(*sorted(pair), share) for *pair, share in found} == {
            (*sorted(pair), share) for *pair, share in expected
        }


def test_every_process_finds_the_same() -> None:
    program = (
        "from clarion.reconcile import find_copies;"
        "a=' '.join(f'w{n*n%97}x{n}' for n in range(300));"
        "print(find_copies([a, a[::-1], a.replace('7','1'), a[300:900]], threshold=0.1))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert "Copy(" in outputs.pop()


def test_a_new_text_finds_the_copies_that_all_together_would() -> None:
    texts = [prose(1, 500), prose(2), misread(prose(2), 0.05), prose(1, 500)[:900], prose(3, 30)]
    for number, new in enumerate([prose(1, 500)[300:2000], prose(2)[:500], prose(3, 300), prose(4), ""]):
        alone = copies_of(Index(texts), new, threshold=0.3)
        assert alone == [copy for copy in find_copies([*texts, new], threshold=0.3) if copy.j == len(texts)], number


def test_texts_added_one_by_one_are_found_as_those_given_at_once() -> None:
    texts = [prose(n % 4, 80) for n in range(8)]
    index = Index()
    found: list[Copy] = []
    for text in texts:
        found += copies_of(index, text)
        index.add(text)
    assert len(index) == len(texts)
    assert sorted(found, key=lambda copy: (copy.i, copy.j)) == find_copies(texts)


def test_a_quotation_is_found_in_texts_that_are_no_copies() -> None:
    words = prose(20, 30).split()
    quotation = " ".join(words[:16])
    texts = [f"{prose(1)} {quotation}. {prose(2)}", f"{prose(3)} “{quotation}” {prose(4)}", f"{prose(5)} {words[0]}"]
    assert not find_copies(texts, threshold=0.3)
    (reused,) = find_quotations(texts)
    ((left, right),) = reused.spans
    assert texts[0][slice(*left)] == texts[1][slice(*right)] == quotation


def test_a_few_words_in_common_are_no_quotation() -> None:
    phrase = " ".join(prose(20).split()[:11])
    assert not find_quotations([f"{prose(1)} {phrase} {prose(2)}", f"{prose(3)} {phrase} {prose(4)}"], words=12)


def test_families_are_chains_of_copies() -> None:
    assert families(5, [Copy(1, 3, 0.6), Copy(3, 4, 0.6)]) == [0, 1, 2, 1, 1]


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_texts_give_pairs_in_order_and_spans_inside(texts: list[str]) -> None:
    for copy in find_copies(texts):
        assert copy.i < copy.j
        assert 0.5 <= copy.containment <= 1
        assert all(
            0 <= a <= b <= len(texts[copy.i]) and 0 <= c <= d <= len(texts[copy.j]) for (a, b), (c, d) in copy.spans
        )


@given(st.lists(st.text("ab ", max_size=60), min_size=2, max_size=4))
def test_texts_of_few_words_that_repeat_themselves_are_compared_too(texts: list[str]) -> None:
    for copy in find_copies(texts):
        assert copy.spans
