"""Turns of transcripts, interviews and sittings."""

import pytest

from clarion.language.quotes_turns import TurnKind, find_turns

_SITTING = """Record of the sitting

Ms ILA TORV (Harbour Party): I saw the boats. We counted nine.

Mr ANSO BELL: Will she give way?

Ms TORV: I will not.
"""

_RADIO = """Morning talk, transcript
Presenter: Odo Lind

PRESENTER: Good morning. What did you see?

MARA SOLT: I saw two vans.

They had no plates.

PRESENTER: And then?

MARA SOLT: We ran.

(The talk was shortened.)
"""

_BRIEFING = "Q: Were they sent back?\n\nA: No one was sent back.\n\nQ: Are you sure?\n\nA: Yes."

_NO_TALK = [
    "CONTACT: press office\nDATE: 3 May\nThe vans left.",  # the head of a notice
    "NORTH COAST: Nine boats were seen.\n\nSOUTH COAST: No boats were seen.\n",  # a list of places
    "He said: I saw nine boats. She said: I saw none.",
    "",
]


def test_a_surname_stands_for_the_whole_name_of_an_earlier_label() -> None:
    assert [turn.name for turn in find_turns(_SITTING)] == ["ILA TORV", "ANSO BELL", "ILA TORV"]


def test_a_host_takes_the_name_that_the_head_of_the_text_gives() -> None:
    names = [(turn.kind, turn.name) for turn in find_turns(_RADIO)]
    assert names[1:] == [
        (TurnKind.HOST, "Odo Lind"),
        (TurnKind.NAMED, "MARA SOLT"),
        (TurnKind.HOST, "Odo Lind"),
        (TurnKind.NAMED, "MARA SOLT"),
    ]


def test_a_turn_runs_to_the_next_label_over_paragraphs_and_ends_before_an_afterword() -> None:
    turns = find_turns(_RADIO)
    assert _RADIO[slice(*turns[2].content)] == "I saw two vans.\n\nThey had no plates."
    assert _RADIO[slice(*turns[-1].content)] == "We ran."


def test_questions_and_answers_are_turns_without_names() -> None:
    assert [(turn.kind, turn.name) for turn in find_turns(_BRIEFING)] == [
        (TurnKind.QUESTION, None),
        (TurnKind.ANSWER, None),
    ] * 2


@pytest.mark.parametrize("text", _NO_TALK)
def test_labels_of_other_texts_are_no_speakers(text: str) -> None:
    assert find_turns(text) == []


def test_the_only_speech_of_a_sitting_is_its_speakers() -> None:
    text = "Record of the chamber\n\nIla Torv (Almar North):\n\nMadam President, they burned the hall.\n\nNobody came."
    turns = find_turns(text)
    assert [(turn.name, text[slice(*turn.content)][:5], text[slice(*turn.content)][-5:]) for turn in turns] == [
        ("Ila Torv", "Madam", "came.")
    ]


def test_a_line_with_a_colon_before_a_letter_is_no_speech() -> None:
    assert find_turns("Contact person:\n\nDear Madam, they burned the hall.") == []


def test_whoever_asks_is_named_in_brackets() -> None:
    turns = find_turns("BELL: We saw two boats.\n\nQUESTION (Ila Torv, Radio Almar): Did you?\n\nBELL: I did.\n")
    assert [turn.name for turn in turns] == ["BELL", "Ila Torv", "BELL"]
