"""States: names in three languages, demonyms, zones."""

import pytest

from clarion.reference.states import find_state, is_state, state, states

FOUND = [
    ("the DPRK", "KP", False),
    ("North Koreans", "KP", True),
    ("Democratic People's Republic of Korea", "KP", False),
    ("Republic of Korea", "KR", False),
    ("Türkiye", "TR", False),
    ("Turkey", "TR", False),
    ("북한", "KP", False),
    ("中国", "CN", False),
    ("Burma", "MM", False),
    ("U.S.", "US", False),
    ("Iraqis", "IQ", True),
    ("Kosovo", "XK", False),
]


@pytest.mark.parametrize(("words", "code", "demonym"), FOUND)
def test_a_state_is_found_by_its_names_and_people(words: str, code: str, demonym: bool) -> None:
    """Official, common and foreign names."""
    match = find_state(words)
    assert match is not None
    assert (match.state.code, match.demonym) == (code, demonym)


@pytest.mark.parametrize("words", ["Congo", "Congolese", "Korea", "the South", "the North", "Atlantis", ""])
def test_words_for_several_states_or_none_find_none(words: str) -> None:
    """Two equal matches are left for a person."""
    assert find_state(words) is None


def test_a_state_knows_its_ref_capital_and_zones() -> None:
    """Of China, and by code or ref."""
    china = state("state:CN")
    assert (china.ref, china.name, china.names["ko"], china.capital) == ("state:CN", "China", "중국", "Beijing")
    assert "Asia/Shanghai" in china.zones
    assert state("cn") is china
    assert is_state("XK")
    assert not is_state("ZZ")


def test_every_state_lies_on_earth_and_has_a_region() -> None:
    """No row of the table is half filled."""
    assert len(states()) > 245
    for known in states():
        assert -90 <= known.lat <= 90, known
        assert -180 <= known.lon <= 180, known
        assert known.region, known
