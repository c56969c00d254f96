"""An act word inside the name of a body tells no act."""

import pytest

from clarion.extract import find_acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A source told Radio Free Fjord that the army sent 50 people back.", ["forced_return"]),
        ("According to Justice for Vardo, nobody was hurt.", ["injury"]),
        ("Justice for Vardo said on Monday that it was checking.", []),
        ("They filed a petition with the Working Group on Arbitrary Detention.", ["appeal"]),
        # a word that is capitalised because it begins, or because a headline is, is no name
        ("The Execution of nine men was announced on Monday by the state news.", ["execution"]),
        ("Arrests in Osh continued on Friday, lawyers said.", ["detention"]),
        ("Police Arrest Nine Men in Osh", ["detention"]),
        # a day of remembrance bears its act in its name
        ("People will mark the International Day of the Disappeared in the square.", ["commemoration"]),
    ],
)
def test_a_name_tells_no_act(text: str, acts: list[str]) -> None:
    assert [act.act for act in find_acts(text)] == acts
