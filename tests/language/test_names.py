"""The names that a source phrase holds."""

import pytest

from clarion.language.names import NameKind, head_noun, voice_names

P, B, U, R = NameKind.PERSON, NameKind.BODY, NameKind.UNNAMED, NameKind.PRONOUN

_NAMES = [
    ("Ila Torv, head of the mission", [("Ila Torv", P)]),
    ("the mission's head, Ila Torv,", [("Ila Torv", P)]),
    ("former harbour minister Ila Torv", [("Ila Torv", P)]),
    ("Foreign Minister Ila Torv", [("Ila Torv", P)]),
    ("Father Anso Bell", [("Father Anso Bell", P)]),
    ("Ms. Torv", [("Ms. Torv", P)]),
    ("President Bell", [("President Bell", P)]),
    ("the Harbour Rights Forum", [("the Harbour Rights Forum", B)]),
    ("Oslo", [("Oslo", B)]),
    ("Residents", [("Residents", U)]),
    # a body and its spokesperson are two voices
    ("a spokesman for the National Guard", [("the National Guard", B), ("a spokesman", U)]),
    ("the navy and a local priest", [("the navy", B), ("a local priest", U)]),
    ("Ila Torv and Anso Bell", [("Ila Torv", P), ("Anso Bell", P)]),
    # one body, not two
    ("the Ministry of Health and Welfare", [("the Ministry of Health and Welfare", B)]),
    ("two people familiar with the matter", [("two people familiar with the matter", U)]),
    ("a doctor, who gave only her first name, Mara", [("Mara", P)]),
    ("the site Portal Norte", [("the site Portal Norte", B)]),
    ("she", [("she", R)]),
]


@pytest.mark.parametrize(("source", "expected"), _NAMES)
def test_a_source_is_named_as_written(source: str, expected: list[tuple[str, NameKind]]) -> None:
    text = f"xx {source} yy"
    names = voice_names(text, (3, 3 + len(source)))
    assert [(name.text, name.kind) for name in names] == expected
    assert all(text[slice(*name.span)] == name.text for name in names)


def test_the_head_of_a_phrase_is_the_noun_before_its_additions() -> None:
    assert [head_noun(name) for name in ("residents of Oslo", "information received", "the navy")] == [
        "residents",
        "information",
        "navy",
    ]
