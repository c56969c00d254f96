"""Names join into voices, each joining with its reason."""

import pytest

from building import claim, document
from clarion.model import VoiceKind
from clarion.reconcile.affiliations import affiliations
from clarion.reconcile.names import folded, is_named, kind_of
from clarion.reconcile.naming import join_voices


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("the Northern Rights Forum", True),
        ("Ada Berg", True),
        ("the site Fjord Portal", True),
        ("two lawyers in Vardo", False),
        ("An aunt in Vardo", False),
        ("the elder of Vardo", False),
        ("residents", False),
        ("Lawyers", False),
        ("", False),
    ],
)
def test_a_capital_in_the_head_names_somebody(name: str, named: bool) -> None:
    assert is_named(name) is named


@pytest.mark.parametrize(
    ("before", "name", "after", "body"),
    [
        ("the Northern Forum Chair ", "Ada Berg", " writes", "Northern Forum"),
        ("said ", "Ada Berg", ", director of Border Watch. She", "Border Watch"),
        ("said ", "Ada Berg", ", the Forum's coordinator. They", "Forum"),
        ("• ", "Dr. Berg", " is known. She serves as Chair of the Northern Forum.", "Northern Forum"),
    ],
)
def test_a_post_is_read_beside_a_name(before: str, name: str, after: str, body: str) -> None:
    text = before + name + after
    assert body in [post.body for post in affiliations(text, len(before), len(before) + len(name))]


def test_no_post_is_read_where_none_is_given() -> None:
    assert affiliations("Ada Berg walked home past the Ministry.", 0, 8) == ()


def test_one_person_under_a_title_and_in_full_is_joined_by_the_post() -> None:
    one = document(
        "one", published="2024-05-05", authors=("Dr. Berg",), text="... \n• Dr. Berg is Chair of the Northern Forum."
    )
    text = "the Northern Forum Chair Ada Berg says so"
    two = document("two", publisher="Fjord Daily", text=text)
    from dataclasses import replace

    said = claim(two, "flight", 0, voices=("Ada Berg",))
    at = text.index("Ada Berg")
    said = replace(
        said, voices=tuple(replace(v, span=(at, at + 8)) if v.name == "Ada Berg" else v for v in said.voices)
    )
    voices = join_voices([one, two], [said])
    joined = next(voice for voice in voices.all if "Berg" in voice.name)
    assert {joined.name, *joined.aliases} == {"Ada Berg", "Dr. Berg"}
    assert any("chair of the Northern Forum" in reason for reason in joined.reasons)


def test_two_people_of_one_surname_stay_two() -> None:
    one = document("one", authors=("Ada Berg",))
    two = document("two", authors=("Olav Berg",))
    three = document("three", authors=("Ms. Berg",))
    assert len(join_voices([one, two, three], []).all) == 3


def test_kinds_are_read_from_the_name() -> None:
    kinds = {
        name: kind_of(name, named=is_named(name))
        for name in ("Fjord Daily", "Ministry of Justice", "UNHCR", "Ada Berg")
    }
    assert list(kinds.values()) == [VoiceKind.MEDIA, VoiceKind.STATE, VoiceKind.UN_BODY, VoiceKind.PERSON]


def test_a_name_that_tells_a_cause_is_that_of_a_body_and_an_office_that_of_its_holder() -> None:
    bodies = ("Justice for the Coast", "Nurses without Borders", "Mothers Against Silence", "Voices beyond Walls")
    people = ("Minister for Fisheries", "Deputy Secretary for Labour", "Justice Berg", "Ada Fore")
    assert {kind_of(name, named=True) for name in bodies} == {VoiceKind.ORGANISATION}
    assert {kind_of(name, named=True) for name in people} == {VoiceKind.PERSON}


def test_folding_drops_accents_titles_and_articles() -> None:
    assert folded("the Comité of Dr. Berg") == ("comite", "berg")
