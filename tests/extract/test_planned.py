"""Gatherings that somebody announces or calls are to come; a day before their word is that of the telling."""

import tempfile
from pathlib import Path

import pytest

import clarion

_HEAD = "Hill Families Committee\nLima, 4 March 2025\n\nStatement\n\nThe committee thanks all who helped.\n\n"


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("The mayor has called a general strike for tomorrow.", "2025-03-05"),
        ("Leaders of nine villages announced a march to the capital for Friday at 10:00.", "2025-03-07T10:00"),
        ("The union announced on Sunday that it had held a march.", None),
        ("The teachers on Sunday announced a march.", None),
        ("The mayor called off a march on Sunday.", None),
        ("Cultural centres have called readings of solidarity for 10 March at 7 pm.", "2025-03-10T19:00"),
        ("We call on our bishops to ring the bells of every parish on Sunday 9 March at noon.", "2025-03-09T12:00"),
        ("Dharna tomorrow, 5 March, 11 am, outside the labour office.", "2025-03-05T11:00"),
    ],
)
def test_a_gathering_that_is_planned_for_a_day_is_an_action_of_that_day(sentence: str, start: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statement.txt"
        path.write_text(f"{_HEAD}{sentence}\n\nFor more news, write to us at any time.\n", encoding="utf-8")
        actions = clarion.record([path]).actions
    assert [action.start for action in actions if action.start] == ([start] if start else [])
